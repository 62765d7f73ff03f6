"""What a plan is worth, level by level (article 12); people whom a pin assigns a post count in no level."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from allocator.rotation.moves import Moves
from models.common.outcome import Level
from models.common.rules import carries
from models.rotation.codes import MINIMISED, Duty, PlanLevel
from models.rotation.rule_ids import RuleId


@dataclass(frozen=True)
class Measure:
    """The values of a plan."""

    moves: Moves
    plan: Mapping[str, str]

    @cached_property
    def moved(self) -> tuple[str, ...]:
        """Who moves and was not assigned the post."""
        roster = self.moves.roster
        people = (person for person, post in roster.present.items() if self.plan[person] != post)
        return tuple(person for person in people if person not in roster.assigned)

    @cached_property
    def exchanged(self) -> tuple[str, ...]:
        """Who of them leaves the unit."""
        return tuple(person for person in self.moved if self.moves.kind(person, self.plan[person]) == "exchange")

    def _of_duty(self, people: tuple[str, ...], *duties: Duty) -> list[str]:
        return [person for person in people if self.moves.due[person].duty in duties]

    def together(self) -> int:
        """Avoidance pairs that end in one unit (article 7-5), but those of whom both were assigned a post."""
        roster = self.moves.roster
        free = (pair for pair in roster.pairs if not all(person in roster.assigned for person in pair))
        units = ([roster.posts[self.plan[person]].unit_id for person in pair] for pair in free)
        return sum(a == b for a, b in units)

    def must(self) -> int:
        """Exchanges of people who must be exchanged (article 7-1)."""
        return len(self._of_duty(self.exchanged, "must"))

    def should(self) -> int:
        """Exchanges of people who should be exchanged (article 7)."""
        return len(self._of_duty(self.exchanged, "should"))

    @carries(RuleId.ROTATION_INSTEAD, "level")
    def rotated(self) -> int:
        """Moves of people due to rotate (article 9), and rotations in place of an exchange (article 9-4)."""
        instead = len(self._of_duty(self.moved, "must", "should")) - len(
            self._of_duty(self.exchanged, "must", "should")
        )
        return len(self._of_duty(self.moved, "rotate")) + instead

    def volunteers(self) -> int:
        """Exchanges of volunteers (article 7-4)."""
        return len(self._of_duty(self.exchanged, "volunteer"))

    def overdue(self) -> int:
        """The months overdue of the people due who move, capped as the rulebook says (articles 7 and 9)."""
        cap = self.moves.roster.rulebook.objective.overdue_cap
        people = self._of_duty(self.moved, "must", "should", "rotate")
        return sum(min(self.moves.due[person].overdue, cap) for person in people)

    def counterparts(self) -> int:
        """Moves of people without a duty, for the work."""
        return len(self._of_duty(self.moved, "none"))

    def objections(self) -> int:
        """Exchanges into a unit that does not agree to take the person (article 12-2)."""
        return sum(self.moves.objected(person, self.plan[person]) for person in self.exchanged)

    def wishes(self) -> int:
        """What the moves to wished posts are worth."""
        return sum(self.moves.wish_points(person, self.plan[person]) for person in self.moved)

    def count(self) -> int:
        """Moves of any kind."""
        return len(self.moved)

    @carries(RuleId.LOT, "level")
    def lot(self) -> int:
        """The lots of the people who move."""
        return sum(self.moves.roster.lots[person] for person in self.moved)


VALUES: Mapping[PlanLevel, Callable[[Measure], int]] = {
    "together": Measure.together,
    "must": Measure.must,
    "should": Measure.should,
    "rotated": Measure.rotated,
    "volunteers": Measure.volunteers,
    "overdue": Measure.overdue,
    "counterparts": Measure.counterparts,
    "objections": Measure.objections,
    "wishes": Measure.wishes,
    "moves": Measure.count,
    "lot": Measure.lot,
}
"""How each level is worked out."""


@carries(RuleId.PLAN, "level")
def measure(moves: Moves, plan: Mapping[str, str]) -> tuple[Level, ...]:
    """The levels of a plan in the rulebook's order; nothing is proven of them."""
    measured = Measure(moves, plan)
    return tuple(
        Level(
            name=name,
            sense="min" if name in MINIMISED else "max",
            value=VALUES[name](measured),
            bound=None,
            proven=False,
        )
        for name in moves.roster.rulebook.objective.plan
    )


def worth(levels: tuple[Level, ...]) -> tuple[int, ...]:
    """The values of levels, each turned so that more is better: plans compare as these do, the first level first."""
    return tuple(level.value if level.sense == "max" else -level.value for level in levels)
