"""What is better, level by level: the coefficients of every level that a rulebook may put in its order.

People to whom a post is assigned have no column, so no level counts them.
"""

from collections.abc import Callable, Mapping

import numpy as np

from allocator.rotation.optimum.setting import NONE
from allocator.rotation.optimum.sheet import Sheet
from allocator.solver import Ints
from models.rotation.codes import Duty, PlanLevel


def together(sheet: Sheet) -> Ints:
    """Avoidance pairs that end in one unit (article 7-5)."""
    return sheet.columns.of_kind("together").astype(np.int64)


def must(sheet: Sheet) -> Ints:
    """Exchanges of people who must be exchanged (article 7-1)."""
    return _exchanged(sheet, "must")


def should(sheet: Sheet) -> Ints:
    """Exchanges of people who should be exchanged (article 7)."""
    return _exchanged(sheet, "should")


def rotated(sheet: Sheet) -> Ints:
    """Moves of people due to rotate (article 9), and rotations in place of an exchange (article 9-4)."""
    columns = sheet.columns
    instead = columns.by_person(sheet.setting.has_duty("must", "should")) * ~columns.exchanges
    return np.where(columns.moves, columns.by_person(sheet.setting.has_duty("rotate")) + instead, 0)


def volunteers(sheet: Sheet) -> Ints:
    """Exchanges of volunteers (article 7-4)."""
    return _exchanged(sheet, "volunteer")


def overdue(sheet: Sheet) -> Ints:
    """The months overdue of the people due who move (articles 7 and 9)."""
    setting = sheet.setting
    return sheet.columns.by_person(setting.overdue * setting.has_duty("must", "should", "rotate"))


def counterparts(sheet: Sheet) -> Ints:
    """Moves of people without a duty."""
    return sheet.columns.by_person(sheet.setting.has_duty("none"))


def objections(sheet: Sheet) -> Ints:
    """Exchanges into a unit that objects to the person."""
    columns, setting = sheet.columns, sheet.setting
    objected = {(setting.number_of_person[p], setting.number_of_unit[u]) for p, u in setting.roster.objections}
    found = np.zeros(len(columns), dtype=np.int64)
    concerned = np.isin(columns.person, [person for person, _ in objected])
    for place in np.flatnonzero(columns.exchanges & concerned & (columns.post != NONE)).tolist():
        unit = int(setting.post_unit[columns.post[place]])
        found[place] = (int(columns.person[place]), unit) in objected
    return found


def wishes(sheet: Sheet) -> Ints:
    """What the moves to wished posts are worth."""
    columns, setting = sheet.columns, sheet.setting
    found = np.zeros(len(columns), dtype=np.int64)
    concerned = np.isin(columns.person, [setting.number_of_person[person] for person in setting.roster.choices])
    for place in np.flatnonzero(columns.of_kind("move") & concerned).tolist():
        person, post = setting.people[columns.person[place]], setting.posts[columns.post[place]]
        if post in setting.roster.choices[person]:
            found[place] = setting.moves.wish_points(person, post)
    return found


def moves(sheet: Sheet) -> Ints:
    """Moves of any kind."""
    return sheet.columns.moves.astype(np.int64)


def lot(sheet: Sheet) -> Ints:
    """The lots of the people who move."""
    return sheet.columns.by_person(sheet.setting.lots)


def _exchanged(sheet: Sheet, duty: Duty) -> Ints:
    return sheet.columns.by_person(sheet.setting.has_duty(duty)) * sheet.columns.exchanges


LEVELS: Mapping[PlanLevel, Callable[[Sheet], Ints]] = {
    "together": together,
    "must": must,
    "should": should,
    "rotated": rotated,
    "volunteers": volunteers,
    "overdue": overdue,
    "counterparts": counterparts,
    "objections": objections,
    "wishes": wishes,
    "moves": moves,
    "lot": lot,
}
"""The function of each level."""
