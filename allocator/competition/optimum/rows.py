"""The rules that forbid seats together, one function a rule. Each adds its rows to a sheet."""

from collections.abc import Iterator, Mapping, Set
from itertools import combinations

import numpy as np

from allocator.competition.bureau import Bureau
from allocator.competition.optimum.builder import FormulationBuilder
from allocator.competition.optimum.formulation import RowMeaning
from allocator.competition.pools import counts_towards
from allocator.solver import Ints
from models.common.rules import carries
from models.competition.rule_ids import RuleId


@carries(RuleId.ONE_SEAT, "row")
def one_seat(sheet: FormulationBuilder) -> None:
    """Ensures that nobody takes more than one seat (articles 13, 15, 16)."""
    meanings = [RowMeaning(RuleId.ONE_SEAT, people=(p,)) for p in sheet.people]
    sheet.at_most_each(sheet.person, [1] * len(meanings), meanings)


@carries(RuleId.ONE_CHIEF, "row")
def one_chief(sheet: FormulationBuilder) -> None:
    """Ensures that no chief post goes to more than one person (article 13-3)."""
    meanings = [RowMeaning(RuleId.ONE_CHIEF, sections=(s,)) for s in sheet.sections]
    sheet.at_most_each(sheet.section, [1] * len(meanings), meanings)


@carries(RuleId.ROUND_PRIORITY, "row")
def round_priority(sheet: FormulationBuilder) -> None:
    """Ensures that a later filing wins a post only if each earlier applicant for it has an equally early post.

    For every pair of a person and a post: whoever takes the post by a pair of a later round needs the person to be
    placed by one of his pairs of that round or an earlier one (articles 9-3 and 13). As the post is then taken, that
    is one of his other pairs; leaving this one out makes the linear relaxation of the contest nearly whole.
    """
    of_post = _by_number(sheet.section, len(sheet.sections))
    of_person = _by_number(sheet.person, len(sheet.people))
    for index in range(len(sheet.columns)):
        rivals = of_post[sheet.section[index]]
        own = of_person[sheet.person[index]]
        later = rivals[sheet.round[rivals] > sheet.round[index]]
        if len(later):
            as_early = own[(sheet.round[own] <= sheet.round[index]) & (own != index)]
            sheet.add(
                RuleId.ROUND_PRIORITY,
                [(later, 1), (as_early, -1)],
                at_most=0,
                people=(sheet.people[sheet.person[index]],),
                sections=(sheet.sections[sheet.section[index]],),
            )


def _by_number(numbers: Ints, count: int) -> list[Ints]:
    """For each number the columns that carry it, in order."""
    order = np.argsort(numbers, kind="stable")
    return np.split(order, np.searchsorted(numbers[order], np.arange(1, count)))


@carries(RuleId.HEADCOUNT, "row")
def headcount(sheet: FormulationBuilder, free: Mapping[str, int]) -> None:
    """Ensures that no section seats more people than it has free seats (article 1-2)."""
    meanings = [RowMeaning(RuleId.HEADCOUNT, sections=(s,)) for s in sheet.sections]
    keys = np.where(sheet.of_kind("shortfall"), -1, sheet.section)
    sheet.at_most_each(keys, [free[s] for s in sheet.sections], meanings)


@carries(RuleId.HEADCOUNT, "row")
def neutral_people_find_seats(sheet: FormulationBuilder) -> None:
    """Ensures that people in sections neither side named take as many seats in all as the sections give them."""
    people = np.flatnonzero(sheet.of_kind("neutral") & (sheet.section < 0))
    counts = np.flatnonzero(sheet.of_kind("count"))
    if len(people):
        sheet.add(RuleId.HEADCOUNT, [(people, 1), (counts, -1)], at_least=0, at_most=0)


@carries(RuleId.RETENTION_CLERK, "row")
def retention_clerk(sheet: FormulationBuilder, bureau: Bureau, keep_left: Mapping[str, int]) -> None:
    """Ensures that no section keeps more of its own people as clerks than it may (article 15)."""
    _retention(sheet, bureau, keep_left, RuleId.RETENTION_CLERK)


@carries(RuleId.RETENTION_INSTITUTION, "row")
def retention_institution(sheet: FormulationBuilder, bureau: Bureau, keep_left: Mapping[str, int]) -> None:
    """Ensures that no section keeps more of its own institution staff than it may (article 16)."""
    _retention(sheet, bureau, keep_left, RuleId.RETENTION_INSTITUTION)


def _retention(sheet: FormulationBuilder, bureau: Bureau, keep_left: Mapping[str, int], rule: RuleId) -> None:
    number = {section_id: i for i, section_id in enumerate(sheet.sections)}
    homes = sheet.columns.by_person((number.get(bureau.home.get(p, ""), -2) for p in sheet.people), default=-2)
    own = homes == sheet.section
    meanings = [RowMeaning(rule, sections=(s,)) for s in sheet.sections]
    keys = np.where(own, sheet.section, -1)
    sheet.at_most_each(keys, [max(0, keep_left[s]) for s in sheet.sections], meanings)


@carries(RuleId.AVOIDANCE, "row")
def avoidance(sheet: FormulationBuilder, bureau: Bureau) -> None:
    """Ensures that two people of an avoidance pair never sit in one section (document 4, article 7-5).

    Those who sit already close their sections to the other person before anything is formulated. People who all
    avoid one another share a row: it says what the rows of their pairs say, and leaves the relaxation nearer to whole.
    """
    bound = sheet.columns.by_person(p in bureau.avoided for p in sheet.people) > 0
    of_section: dict[str, dict[str, list[int]]] = {}
    for index in np.flatnonzero(bound & (sheet.section >= 0)).tolist():
        inside = of_section.setdefault(sheet.sections[sheet.section[index]], {})
        inside.setdefault(sheet.people[sheet.person[index]], []).append(index)
    groups = [(g, s) for s, inside in of_section.items() for g in _avoiding_groups(inside.keys(), bureau.avoided)]
    for group, section_id in sorted(groups):
        columns = [index for person_id in group for index in of_section[section_id][person_id]]
        sheet.add(RuleId.AVOIDANCE, [(columns, 1)], at_most=1, people=group, sections=(section_id,))


def _avoiding_groups(people: Set[str], avoided: Mapping[str, frozenset[str]]) -> Iterator[tuple[str, ...]]:
    """Groups in which everybody avoids everybody else, so that every avoidance pair of these people is in one."""
    covered: set[tuple[str, str]] = set()
    for first in sorted(people):
        others = sorted(avoided[first] & people)
        for second in others:
            if second > first and (first, second) not in covered:
                group = [first, second]
                for third in others:
                    if third not in group and all(third in avoided[member] for member in group):
                        group.append(third)
                covered.update(combinations(sorted(group), 2))
                yield tuple(sorted(group))


@carries(RuleId.ONE_PICK_A_ROUND, "row")
def one_pick_a_round(sheet: FormulationBuilder) -> None:
    """Ensures that a section takes at most one person in each round of mutual choice (articles 15-3, 16-5)."""
    rounds = int(sheet.round.max(initial=0)) + 1
    keys = np.where(sheet.of_kind("mutual"), sheet.section * rounds + sheet.round, -1)
    meanings = [RowMeaning(RuleId.ONE_PICK_A_ROUND, sections=(s,)) for s in sheet.sections for _ in range(rounds)]
    sheet.at_most_each(keys, [1] * len(meanings), meanings)


@carries(RuleId.REQUIRED_RETENTION, "row")
def required_retention(sheet: FormulationBuilder) -> None:
    """Ensures that a section under required retention fills its required seat once at most (article 16)."""
    meanings = [RowMeaning(RuleId.REQUIRED_RETENTION, sections=(s,)) for s in sheet.sections]
    keys = np.where(sheet.of_kind("required"), sheet.section, -1)
    sheet.at_most_each(keys, [1] * len(meanings), meanings)


@carries(RuleId.COMPOSITION, "row")
def composition(sheet: FormulationBuilder, bureau: Bureau) -> None:
    """Ensures that a shortfall is never counted smaller than it is: members gained and shortfall reach the need.

    The need is what the members already seated leave of a target (article 16).
    """
    targets = bureau.rulebook.institution.composition
    inside = _by_number(np.where(sheet.person < 0, len(sheet.sections), sheet.section), len(sheet.sections) + 1)
    meets = [
        sheet.columns.by_person(counts_towards(bureau, bureau.people[p], target) for p in sheet.people) > 0
        for target in targets
    ]
    for index in np.flatnonzero(sheet.of_kind("shortfall")).tolist():
        section, target = sheet.section[index], sheet.columns.target[index]
        helping = inside[section][meets[target][inside[section]]]
        sheet.add(
            RuleId.COMPOSITION,
            [([index], 1), (helping, 1)],
            at_least=int(sheet.columns.upper[index]),
            sections=(sheet.sections[section],),
        )
