"""What makes a plan legal, one function a rule. Each adds its rows to a sheet."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import floor

import numpy as np

from allocator.rotation.optimum.setting import NONE, Mask, Setting, numbers
from allocator.rotation.optimum.sheet import Sheet
from allocator.solver import Ints
from models.common.rules import carries
from models.rotation.rule_ids import RuleId

NO_LIMIT = 2**40


def one_move(sheet: Sheet) -> None:
    """Ensures that nobody takes more than one post (articles 3 and 4)."""
    places = np.flatnonzero(sheet.columns.moves)
    sheet.at_most([(sheet.columns.person[places], places, 1)], np.ones(len(sheet.setting.people), dtype=np.int64))


@carries(RuleId.SEATS, "row")
def seats(sheet: Sheet) -> None:
    """Ensures that a post ends with at most its seats, or, over them today, with today's holders alone (article 15-1).

    Nobody has a column into a post over its seats, so such a post needs no row.
    """
    columns, setting = sheet.columns, sheet.setting
    into = np.flatnonzero(columns.of_kind("move", "entry"))
    out = np.flatnonzero(columns.moves)
    pinned_in = setting.per_post(setting.pinned[setting.pinned_away])
    fixed = setting.per_post(setting.own) - setting.per_post(setting.own[setting.pinned_away]) + pinned_in
    over = setting.per_post(setting.own) > setting.seats
    room = np.where(over, np.where(pinned_in > 0, -NO_LIMIT, NO_LIMIT), setting.seats - fixed)
    sheet.at_most([(columns.post[into], into, 1), (setting.own[columns.person[out]], out, -1)], room)


@carries(RuleId.CONTINUITY, "row")
def exchanges_of_unit(sheet: Sheet) -> None:
    """Ensures that no more than the rulebook's share of a unit leaves it by exchange (article 12)."""
    setting = sheet.setting
    most = numbers(most_exchanges(setting).of_unit)
    _per_unit(sheet, sheet.columns.exchanges, most - setting.per_unit(setting.pinned_out))


@carries(RuleId.CONTINUITY, "row")
def moves_of_unit(sheet: Sheet) -> None:
    """Ensures that no more than the rulebook's share of a unit changes posts in all (article 12)."""
    setting = sheet.setting
    most = _shares(setting, setting.roster.rulebook.continuity.move_share)
    _per_unit(sheet, sheet.columns.moves, most - setting.per_unit(setting.pinned_away))


@carries(RuleId.CONTINUITY, "row")
def keep_a_leader(sheet: Sheet) -> None:
    """Ensures that not all heads and deputies leave a unit by exchange, where it has two or more (article 12)."""
    setting, columns = sheet.setting, sheet.columns
    most = numbers(most_exchanges(setting).leaders) - setting.per_unit(setting.leads & setting.pinned_out)
    _per_unit(sheet, columns.exchanges & (columns.by_person(setting.leads) > 0), most)


@carries(RuleId.QUOTA, "row")
def quota(sheet: Sheet) -> None:
    """Ensures that there are no more exchanges in all than the case's quota (article 12)."""
    places = np.flatnonzero(sheet.columns.exchanges)
    left = most_exchanges(sheet.setting).in_all - int(sheet.setting.pinned_out.sum())
    sheet.at_most([(np.zeros(len(places), dtype=np.int64), places, 1)], numbers([left]))


def pools_go_to_fields(sheet: Sheet) -> None:
    """Ensures that as many people of a pool go to some field of posts as are exchanged without a named post."""
    columns = sheet.columns
    people, flows = np.flatnonzero(columns.of_kind("exchange")), np.flatnonzero(columns.of_kind("flow"))
    _balance(sheet, columns.pool[people], people, columns.pool[flows], flows)


def fields_go_to_posts(sheet: Sheet) -> None:
    """Ensures that the posts of a field take as many people without a named post as go to it."""
    columns = sheet.columns
    flows, entries = np.flatnonzero(columns.of_kind("flow")), np.flatnonzero(columns.of_kind("entry"))
    _balance(sheet, columns.other[flows], flows, columns.other[entries], entries)


def _balance(sheet: Sheet, keys: Ints, columns: Ints, others: Ints, against: Ints) -> None:
    """A row for each key: the columns that carry it sum up to the same on both sides."""
    nothing = np.zeros(int(max(keys.max(initial=-1), others.max(initial=-1))) + 1, dtype=np.int64)
    sheet.add([(keys, columns, 1), (others, against, -1)], nothing, nothing)


@dataclass(frozen=True)
class MostExchanges:
    """How many people may be exchanged: of each unit, of its heads and deputies, and in all."""

    of_unit: list[int]
    leaders: list[int]
    in_all: int


def most_exchanges(setting: Setting) -> MostExchanges:
    """How many exchanges a legal plan may have (article 12), those of pinned people among them."""
    rules, given = setting.roster.rulebook.continuity, setting.roster.case.case.exchange_quota
    leaders = setting.per_unit(setting.leads)
    kept = rules.keep_a_leader & (leaders >= 2)
    return MostExchanges(
        of_unit=_shares(setting, rules.exchange_share).tolist(),
        leaders=np.where(kept, leaders - 1, NO_LIMIT).tolist(),
        in_all=NO_LIMIT if given is None else given,
    )


def _shares(setting: Setting, share: Fraction) -> Ints:
    """A share of the people of each unit today, pinned and exempt people among them, rounded down but at least 1."""
    everybody = setting.per_unit(np.ones(len(setting.people), dtype=np.bool_))
    return numbers(max(1, floor(share * people)) for people in everybody.tolist())


def _per_unit(sheet: Sheet, chosen: Mask, most: Ints) -> None:
    places = np.flatnonzero(chosen)
    sheet.at_most([(sheet.setting.unit[sheet.columns.person[places]], places, 1)], most)


@carries(RuleId.AVOIDANCE, "row")
def apart(sheet: Sheet) -> None:
    """Ensures that an avoidance pair ends in one unit only where it shares that unit today (article 7-5).

    A person is inside the own unit as long as no exchange is taken, and inside another by a move into it.
    """
    terms: list[tuple[list[int], list[int], int]] = [([], [], 1), ([], [], -1)]
    most: list[int] = []
    inside = _Inside(sheet)
    for a, b in _pairs(sheet):
        shared = sheet.setting.unit[a] if sheet.setting.unit[a] == sheet.setting.unit[b] else NONE
        for unit in sorted((inside.units(a) & inside.units(b)) - {int(shared)}):
            row, room = len(most), 1
            for person in (a, b):
                entering, leaving, already = inside.columns(person, unit)
                for (rows, columns, _), places in zip(terms, (entering, leaving), strict=True):
                    rows.extend([row] * len(places))
                    columns.extend(places)
                room -= already
            most.append(room)
    if most:
        arrays = [(np.array(r, dtype=np.int64), np.array(c, dtype=np.int64), factor) for r, c, factor in terms]
        sheet.at_most(arrays, np.array(most, dtype=np.int64))


def together(sheet: Sheet) -> None:
    """Ensures that a pair counts as together unless one of the two leaves the unit they share (article 7-5)."""
    columns, pairs = sheet.columns, list(_pairs(sheet))
    marks = np.flatnonzero(columns.of_kind("together"))
    leaving, rows = [], []
    for row, mark in enumerate(marks.tolist()):
        for person in pairs[columns.other[mark]]:
            found = columns.of_person[person]
            found = found[columns.exchanges[found]]
            leaving.append(found)
            rows.append(np.full(len(found), row, dtype=np.int64))
    if len(marks):
        terms = [(np.arange(len(marks)), marks, 1), (np.concatenate(rows), np.concatenate(leaving), 1)]
        ones = np.ones(len(marks), dtype=np.int64)
        sheet.add(terms, ones, ones * NO_LIMIT)


def _pairs(sheet: Sheet) -> Iterator[tuple[int, int]]:
    number = sheet.setting.number_of_person
    return ((number[a], number[b]) for a, b in sheet.setting.roster.pairs)


class _Inside:
    """In which units each person of an avoidance pair may end, and by which columns."""

    def __init__(self, sheet: Sheet) -> None:
        self._setting, self._columns = sheet.setting, sheet.columns
        self._entering: dict[int, dict[int, list[int]]] = {}

    def units(self, person: int) -> set[int]:
        """Where a person may end."""
        setting = self._setting
        if setting.pinned[person] != NONE:
            return {int(setting.post_unit[setting.pinned[person]])}
        return {int(setting.unit[person]), *self._into(person)}

    def columns(self, person: int, unit: int) -> tuple[list[int], list[int], int]:
        """The columns by which a person enters a unit, and leaves it; and whether the person is in it otherwise."""
        setting, columns = self._setting, self._columns
        if setting.pinned[person] != NONE:
            return [], [], 1
        if unit != setting.unit[person]:
            return self._into(person)[unit], [], 0
        mine = columns.of_person[person]
        return [], mine[columns.exchanges[mine]].tolist(), 1

    def _into(self, person: int) -> dict[int, list[int]]:
        """The columns by which a person enters each other unit."""
        if person not in self._entering:
            found = self._entering[person] = {}
            columns = self._columns
            for place in columns.of_person[person].tolist():
                if columns.exchanges[place] and columns.post[place] != NONE:
                    found.setdefault(int(self._setting.post_unit[columns.post[place]]), []).append(place)
        return self._entering[person]
