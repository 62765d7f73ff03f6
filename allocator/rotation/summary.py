"""The summary of a plan beside today: who is due and met, sensitive posts, tenures, moves (article 12-3)."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from allocator.rotation.compare.comparison import Handovers, handovers, moved_by_unit, plan_of
from allocator.rotation.moves import Moves
from allocator.rotation.roster import Roster
from models.rotation.outcome import RotationOutcome, Unmet


@dataclass(frozen=True)
class Tally:
    """How many are due, and how many of them get what is owed."""

    due: int
    met: int


@dataclass(frozen=True)
class Span:
    """Whole months: the mean and the longest."""

    mean: Fraction
    longest: int


@dataclass(frozen=True)
class Tenures:
    """How long posts are held, at one time: sensitive posts beyond the limit, spans, and reserve cadres by units."""

    sensitive_beyond: tuple[str, ...]
    in_post: Span
    in_unit: Span
    reserves_met: int
    reserves: int


@dataclass(frozen=True)
class Summary:
    """The figures of the fifth document, of a plan and of today."""

    people: int
    moved: int
    exchanged: int
    by_article: Mapping[str, Tally]
    by_unit: Mapping[str, Tally]
    by_level: Mapping[str, Tally]
    moves_of_unit: Mapping[str, tuple[int, int, int]]
    today: Tenures
    after: Tenures
    handovers: Handovers
    musts_unmet: tuple[Unmet, ...]

    @property
    def share_moved(self) -> Fraction:
        """The share of the staff that moves."""
        return Fraction(self.moved, self.people)


def summary(roster: Roster, outcome: RotationOutcome) -> Summary:
    """The summary of one outcome of a case."""
    moves, plan = Moves(roster), plan_of(roster, outcome)
    open_ = {one.person_id for one in outcome.unmet}
    due = [person for person, one in moves.due.items() if one.duty != "none"]
    came, left, inside = moved_by_unit(roster, plan)
    articles = [(article, person) for person in due for article in moves.due[person].articles]
    return Summary(
        people=len(roster.officers),
        moved=len(outcome.moves),
        exchanged=sum(move.kind == "exchange" for move in outcome.moves),
        by_article=_tallies(articles, open_),
        by_unit=_tallies(((roster.unit[person], person) for person in due), open_),
        by_level=_tallies(((roster.posts[roster.present[person]].level, person) for person in due), open_),
        moves_of_unit={unit: (came[unit], left[unit], inside[unit]) for unit in roster.members},
        today=tenures(roster, roster.present),
        after=tenures(roster, plan),
        handovers=handovers(roster, outcome),
        musts_unmet=tuple(one for one in outcome.unmet if one.duty == "must"),
    )


def _tallies(keyed: Iterable[tuple[str, str]], open_: set[str]) -> dict[str, Tally]:
    due, met = Counter[str](), Counter[str]()
    for key, person in keyed:
        due[key] += 1
        met[key] += person not in open_
    return {key: Tally(due[key], met[key]) for key in sorted(due, key=_article_order)}


def _article_order(key: str) -> tuple[int, str]:
    """Articles by their numbers, everything else by itself."""
    head, _, _ = key.partition("-")
    return (int(head), key) if head.isdigit() else (0, key)


def tenures(roster: Roster, plan: Mapping[str, str]) -> Tenures:
    """How long posts are held when everybody is where a plan says: whoever moves begins anew on the reference date."""
    in_post = {p: 0 if plan[p] != roster.present[p] else roster.months_in_post[p] for p in roster.officers}
    in_unit = {p: months if _stays(roster, plan, p) else 0 for p, months in roster.months_in_unit.items()}
    limit, kinds = 12 * roster.rulebook.rotation.sensitive_years, roster.rulebook.rotation.sensitive_kinds
    beyond = (p for p in roster.officers if roster.posts[plan[p]].kind in kinds and in_post[p] >= limit)
    reserves = [person for person, officer in roster.officers.items() if officer.reserve]
    wanted = roster.rulebook.development.reserve_units
    known = (roster.units_served[p] | {roster.posts[plan[p]].unit_id} for p in reserves)
    return Tenures(
        sensitive_beyond=tuple(beyond),
        in_post=_span(in_post.values()),
        in_unit=_span(in_unit.values()),
        reserves_met=sum(len(units) >= wanted for units in known),
        reserves=len(reserves),
    )


def _stays(roster: Roster, plan: Mapping[str, str], person: str) -> bool:
    return roster.posts[plan[person]].unit_id == roster.unit[person]


def _span(months: Iterable[int]) -> Span:
    found = list(months)
    return Span(Fraction(sum(found), len(found)), max(found))
