"""Who sits where under each method, who gains and who loses, and the trade that explains it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from allocator.competition.compare.claims import equals_of
from allocator.competition.compare.wishes import Wishes
from allocator.competition.pools import measure_chiefs, measure_clerks, measure_institution
from allocator.competition.scoring import Scores
from models.competition.codes import Basis, Stage
from models.competition.outcome import Tie
from models.competition.standing import Member, Standing

Verdict = Literal["gains", "loses", "unchanged", "moved"]

GROUNDS: Mapping[Basis, str] = {
    "fixed": "2-3",
    "pinned": "17",
    "given": "13, 17",
    "filed": "13-2, 13-3",
    "written_in": "11-2, 13-3",
    "mutual": "15-3",
    "directed": "15-6",
    "required": "16",
}
"""The articles that a seat of each basis rests on; for mutual choice that of clerks."""


def article_of(member: Member) -> str:
    """The articles that a seat rests on."""
    return "16-5" if (member.basis, member.role) == ("mutual", "institution") else GROUNDS[member.basis]


@dataclass(frozen=True, slots=True)
class Trade:
    """People who change places among themselves, and what that adds to or takes from each level.

    ``decided_by`` is the first level that the trade changes: the reason why the optimum makes it. ``None`` where it
    changes no level: the people concerned sit in seats that neither side named.
    """

    number: int
    people: tuple[str, ...]
    sections: tuple[str, ...]
    levels: Mapping[str, int]
    decided_by: str | None


@dataclass(frozen=True, slots=True)
class Change:
    """One person under both methods.

    ``verdict`` by the person's own wishes: a different seat that is neither better nor worse is ``moved``.
    ``won_from`` held under the rules what the person has under the optimum; ``lost_to`` the other way round.
    ``equals`` are those who could hold the person's seat under the rules as well, where only the draw of the optimum
    took it from him. ``neutral`` tells that neither side had named that seat.
    """

    person_id: str
    present_section: str | None
    rules: Member | None
    optimal: Member | None
    verdict: Verdict
    won_from: tuple[str, ...] = ()
    lost_to: tuple[str, ...] = ()
    trade: int | None = None
    equals: tuple[str, ...] | None = None
    neutral: bool = False


def changes_of(
    scores: Scores,
    wishes: Wishes,
    people: Iterable[str],
    rules: Standing,
    optimal: Standing,
    trades: Sequence[Trade],
    ties: Sequence[Tie] = (),
) -> tuple[Change, ...]:
    """Each person under both methods, in id order; ``ties`` are those of the optimum of the stage compared."""
    number = {person_id: trade.number for trade in trades for person_id in trade.people}
    left, arrived = _crossings(rules, optimal)
    found = []
    for person_id in people:
        one, other = rules.seated.get(person_id), optimal.seated.get(person_id)
        moved = not _same(one, other)
        found.append(
            Change(
                person_id=person_id,
                present_section=scores.bureau.people[person_id].section_id,
                rules=one,
                optimal=other,
                verdict=_verdict(wishes, person_id, one, other),
                won_from=left.get(_place(other), ()) if moved and other else (),
                lost_to=arrived.get(_place(one), ()) if moved and one else (),
                trade=number.get(person_id),
                equals=equals_of(ties, person_id, one.section_id) if moved and one else None,
                neutral=moved and one is not None and _is_neutral(scores, one),
            )
        )
    return tuple(found)


def _is_neutral(scores: Scores, member: Member) -> bool:
    """Whether somebody was directed to a section that neither side had named; it follows from the other seats."""
    who, where, bureau = member.person_id, member.section_id, scores.bureau
    named = where in bureau.clerk_filings.get(who, {}).values() or who in bureau.pick_rank.get(where, {})
    return member.basis == "directed" and (not named or (who, where, "clerk") in bureau.forbidden)


def _verdict(wishes: Wishes, person_id: str, rules: Member | None, optimal: Member | None) -> Verdict:
    if _same(rules, optimal):
        return "unchanged"
    one, other = wishes.rank(person_id, rules), wishes.rank(person_id, optimal)
    if one == other:
        return "moved"
    return "gains" if other < one else "loses"


def _same(one: Member | None, other: Member | None) -> bool:
    return _place(one) == _place(other)


def _place(member: Member | None) -> tuple[str, str] | None:
    return None if member is None else (member.section_id, member.role)


Crossing = dict[tuple[str, str] | None, tuple[str, ...]]


def _crossings(rules: Standing, optimal: Standing) -> tuple[Crossing, Crossing]:
    """For each section and role, those who sit there only under the rules, and only under the optimum."""
    one = {(m.section_id, m.role, m.person_id) for m in rules.members}
    other = {(m.section_id, m.role, m.person_id) for m in optimal.members}
    return _by_place(one - other), _by_place(other - one)


def _by_place(seats: Iterable[tuple[str, str, str]]) -> Crossing:
    found: dict[tuple[str, str] | None, list[str]] = {}
    for section_id, role, person_id in sorted(seats):
        found.setdefault((section_id, role), []).append(person_id)
    return {place: tuple(people) for place, people in found.items()}


def trades_of(
    scores: Scores, wishes: Wishes, stage: Stage, before: Standing, rules: Standing, optimal: Standing
) -> tuple[Trade, ...]:
    """The separate trades by which the rules' outcome of a stage becomes the optimum.

    Two people belong to one trade when their moves touch the same section; each trade is valued on its own. Who
    keeps the seat but holds it on another ground (by mutual choice instead of direction) belongs to the trade too.
    Every level is a sum over seats or sections, so a trade is worth what its own sections count more than before.
    """
    moved = [p for p in wishes.contestants(stage, before) if rules.seated.get(p) != optimal.seated.get(p)]
    groups = _connected({p: _touched(p, rules, optimal) for p in moved})
    trades = []
    for number, people in enumerate(groups, start=1):
        sections = sorted({s for p in people for s in _touched(p, rules, optimal)})
        as_they_are = [member for section in sections for member in rules.of_section(section)]
        swapped = _with_moves(as_they_are, optimal, people)
        base, after = (_levels_of(scores, stage, before, seats, sections) for seats in (as_they_are, swapped))
        deltas = {name: after[name] - value for name, value in base.items()}
        decided_by = next((name for name, delta in deltas.items() if delta), None)
        trades.append(Trade(number, people, tuple(sections), deltas, decided_by))
    return tuple(trades)


def _touched(person_id: str, rules: Standing, optimal: Standing) -> tuple[str, ...]:
    seats = (rules.seated.get(person_id), optimal.seated.get(person_id))
    return tuple(member.section_id for member in seats if member is not None)


def _connected(touched: Mapping[str, tuple[str, ...]]) -> list[tuple[str, ...]]:
    """People grouped so that those who touch a common section stand together, in order of the smallest id."""
    root: dict[str, str] = {}

    def find(section: str) -> str:
        while root.setdefault(section, section) != section:
            root[section] = root[root[section]]
            section = root[section]
        return section

    for sections in touched.values():
        for section in sections[1:]:
            root[find(section)] = find(sections[0])
    groups: dict[str, list[str]] = {}
    for person_id in sorted(touched):
        groups.setdefault(find(touched[person_id][0]), []).append(person_id)
    return [tuple(people) for people in groups.values()]


def _with_moves(seats: Iterable[Member], optimal: Standing, people: Sequence[str]) -> list[Member]:
    """The seats of some sections with the given people in their optimal ones."""
    moving = frozenset(people)
    kept = [member for member in seats if member.person_id not in moving]
    return [*kept, *(optimal.seated[person] for person in people if person in optimal.seated)]


def _levels_of(
    scores: Scores, stage: Stage, before: Standing, seats: Iterable[Member], sections: Sequence[str]
) -> Mapping[str, int]:
    """What the seats of some sections, all of each, count on every level of a stage."""
    part = Standing().with_members(*seats)
    if stage == "chiefs":
        levels = measure_chiefs(scores, before, part)
    elif stage == "clerks":
        levels = measure_clerks(scores, before, part)
    else:
        levels = measure_institution(scores, before, part, sections)
    return {level.name: level.value for level in levels}
