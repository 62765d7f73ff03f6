"""What the optimum changes against the plan made by hand."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from allocator.rotation.duties import Due
from allocator.rotation.handover import chains_from_free_seats
from allocator.rotation.moves import Moves
from allocator.rotation.planning import PlanRun
from allocator.rotation.roster import Roster
from models.common.base import Sense
from models.rotation.outcome import RotationOutcome

Better = Literal["rules", "optimal", "equal"]
Verdict = Literal["gains", "loses", "moved"]


@dataclass(frozen=True)
class LevelPair:
    """One level of both plans; ``proven`` is whether the optimum's value is."""

    name: str
    sense: Sense
    rules: int
    optimal: int
    better: Better
    proven: bool


@dataclass(frozen=True)
class Change:
    """A person who ends in another post by the optimum than by hand.

    ``gains`` where what is owed is met by the optimum alone, ``loses`` where it is met by hand alone.
    """

    person_id: str
    due: Due
    present: str
    rules: str
    optimal: str
    verdict: Verdict


@dataclass(frozen=True)
class Handovers:
    """The chains and cycles of a plan: how many of each, and how many people the longest takes."""

    chains: int
    cycles: int
    longest: int


@dataclass(frozen=True)
class UnitRow:
    """How many people come into a unit and leave it by exchange, and change posts inside, under both methods."""

    unit_id: str
    people: int
    rules: tuple[int, int, int]
    optimal: tuple[int, int, int]


@dataclass(frozen=True)
class Comparison:
    """Both plans of one case."""

    rules: PlanRun
    optimal: PlanRun
    levels: tuple[LevelPair, ...]
    changes: tuple[Change, ...]
    units: tuple[UnitRow, ...]
    handovers: Mapping[str, Handovers]

    @property
    def proven(self) -> bool:
        """Whether every level of the optimum is proven."""
        return self.optimal.outcome.status == "optimal"

    @property
    def decided_by(self) -> LevelPair | None:
        """The first level in which the plans differ."""
        return next((pair for pair in self.levels if pair.better != "equal"), None)


def compare(roster: Roster, rules: PlanRun, optimal: PlanRun) -> Comparison:
    """Lays both plans of one case side by side."""
    moves = Moves(roster)
    plans = {run.outcome.method: plan_of(roster, run.outcome) for run in (rules, optimal)}
    return Comparison(
        rules,
        optimal,
        levels=_levels(rules.outcome, optimal.outcome),
        changes=_changes(moves, rules.outcome, optimal.outcome),
        units=_units(moves, plans["rules"], plans["optimal"]),
        handovers={run.outcome.method: handovers(roster, run.outcome) for run in (rules, optimal)},
    )


def plan_of(roster: Roster, outcome: RotationOutcome) -> dict[str, str]:
    """Where everybody ends by an outcome."""
    return {**roster.present, **{move.person_id: move.to_post for move in outcome.moves}}


def _levels(rules: RotationOutcome, optimal: RotationOutcome) -> tuple[LevelPair, ...]:
    by_hand = {level.name: level.value for level in rules.stages[0].levels}
    found = []
    for level in optimal.stages[0].levels:
        other = by_hand[level.name]
        ahead = level.value > other if level.sense == "max" else level.value < other
        better: Better = "equal" if level.value == other else "optimal" if ahead else "rules"
        found.append(LevelPair(level.name, level.sense, other, level.value, better, level.proven))
    return tuple(found)


def _changes(moves: Moves, by_hand: RotationOutcome, best: RotationOutcome) -> tuple[Change, ...]:
    rules, optimal = plan_of(moves.roster, by_hand), plan_of(moves.roster, best)
    open_by_hand, open_at_best = ({one.person_id for one in outcome.unmet} for outcome in (by_hand, best))
    found = []
    for person, present in moves.roster.present.items():
        if rules[person] == optimal[person]:
            continue
        waits, still = person in open_by_hand, person in open_at_best
        verdict: Verdict = "moved" if waits == still else "gains" if waits else "loses"
        found.append(Change(person, moves.due[person], present, rules[person], optimal[person], verdict))
    return tuple(found)


def _units(moves: Moves, rules: Mapping[str, str], optimal: Mapping[str, str]) -> tuple[UnitRow, ...]:
    roster = moves.roster
    counted = [moved_by_unit(roster, plan) for plan in (rules, optimal)]
    return tuple(
        UnitRow(unit, len(people), *((came[unit], left[unit], inside[unit]) for came, left, inside in counted))
        for unit, people in roster.members.items()
    )


def moved_by_unit(roster: Roster, plan: Mapping[str, str]) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Who came into each unit, left it, and changed posts inside it."""
    came, left, inside = Counter[str](), Counter[str](), Counter[str]()
    for person, post in plan.items():
        unit, home = roster.posts[post].unit_id, roster.unit[person]
        if unit != home:
            came[unit] += 1
            left[home] += 1
        elif post != roster.present[person]:
            inside[unit] += 1
    return came, left, inside


def handovers(roster: Roster, outcome: RotationOutcome) -> Handovers:
    """The chains and cycles of an outcome."""
    lengths = Counter(move.chain for move in outcome.moves)
    chains = chains_from_free_seats(roster, plan_of(roster, outcome))
    return Handovers(chains, len(lengths) - chains, max(lengths.values(), default=0))
