"""The plan as it is made by hand: the line, free seats and changes of place, pass after pass (articles 7, 9 and 15)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from allocator.rotation.legality import PlanState, Step, pinned
from allocator.rotation.line import Line, make_line, placed_by
from allocator.rotation.moves import Moves
from allocator.rotation.openings import Openings
from models.common.rules import carries
from models.rotation.codes import MoveKind
from models.rotation.outcome import FateTie
from models.rotation.rule_ids import RuleId


@dataclass(frozen=True, slots=True)
class TraceStep:
    """One decision made by hand: the catalogue code ``step.<code>`` with its arguments, and the article it rests on.

    Arguments are ids, codes and numbers; names are put in when it is shown.
    """

    code: str
    article: str
    args: Mapping[str, str | int | tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class HandMade:
    """The plan made by hand: where everybody ends, who was in the line, the ties, and the decisions in their order."""

    plan: Mapping[str, str]
    line: Line
    ties: tuple[FateTie, ...]
    trace: tuple[TraceStep, ...]


@carries(RuleId.PLAN, "procedure")
@carries(RuleId.ROTATION_INSTEAD, "procedure")
def by_hand(moves: Moves) -> HandMade:
    """Makes the plan as it is made by hand.

    1. People whom a pin assigns a post are put there first (article 13).
    2. The line is made: for each avoidance pair that shares a unit the one who stands for it (article 7-5), then
       those who must be exchanged, should be exchanged, are due to rotate, and volunteer (articles 7 and 9); within
       each the longer overdue, then the higher lot.
    3. In a pass over the line, everybody who has not moved is moved where a legal plan allows it: an exchange for
       those who stand for a pair (while they share a unit with somebody they avoid), must, should or volunteer; for
       those due to rotate a rotation, else an exchange to a post of the same kind (article 9).
    4. A move takes the best post with a free seat: by wish, without objection of the unit before with it, by id.
       Where there is none, a change of places with the first of today's holders of the best such post who may take
       the own post: those in the line first, then the longest in the post, then by lot. Each person moves once.
    5. Passes go on until one changes nothing.
    6. Then, pass after pass again, those who must or should be exchanged and were not are rotated (article 9-4).
    """
    run = _Run(moves, pinned(moves.roster))
    run.announce()
    run.passes("exchange", run.line.people)
    run.passes("instead", tuple(p for p in run.line.people if moves.due[p].duty in ("must", "should")))
    run.close()
    return HandMade(dict(run.state.post), run.line, ties(moves, run.line, run.state.post), tuple(run.trace))


@dataclass
class _Run:
    """The plan as it is made: its state, the openings left, and the trace."""

    moves: Moves
    state: PlanState
    line: Line = field(init=False)
    openings: Openings = field(init=False)
    trace: list[TraceStep] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.line = make_line(self.moves, self.state)
        place = {person: at for at, person in enumerate(self.line.people)}
        self.openings = Openings(self.moves, self.state, place)

    def announce(self) -> None:
        """Says who is put in a post by a pin, and who stands where in the line and why."""
        for person, post in sorted(self.moves.roster.assigned.items()):
            self._say("pinned", "13", person_id=person, post_id=post)
        for at, person in enumerate(self.line.people):
            clause = placed_by(self.moves, self.line, at)
            if self.line.stands_for_pair(person):
                a, b = self.line.pairs[person]
                self._say("stands_for_pair", "7-5", place=at + 1, person_id=person, other=b if person == a else a)
            else:
                due = self.moves.due[person]
                args = {"place": at + 1, "duty": due.duty, "overdue": due.overdue, "clause": clause}
                self._say("in_line", ", ".join(due.articles), person_id=person, **args)

    def passes(self, phase: str, people: tuple[str, ...]) -> None:
        """Passes over the line until one changes nothing; ``instead`` rotates those who were not exchanged (9-4)."""
        number, changed = 0, True
        while changed:
            number, changed = number + 1, False
            for person in people:
                if person in self.openings.settled:
                    continue
                if any(self._moved(person, kind, number) for kind in self._kinds(person, phase)):
                    changed = True

    def _kinds(self, person: str, phase: str) -> tuple[MoveKind, ...]:
        """The moves that are tried for a person of the line, in order."""
        if phase == "instead":
            return ("rotation",)
        if self.line.stands_for_pair(person):
            others = self.moves.roster.avoided[person]
            together = any(self.state.unit[other] == self.state.unit[person] for other in others)
            return ("exchange",) if together else ()
        return ("rotation", "exchange") if self.moves.due[person].duty == "rotate" else ("exchange",)

    def _moved(self, person: str, kind: MoveKind, number: int) -> bool:
        """Whether a person could be moved, to a free seat or by changing places; the move is made."""
        own = self.moves.roster.posts[self.moves.roster.present[person]]
        if self.state.closed(own.unit_id, own.level, kind):
            return False
        for post in self.openings.free(person, kind):
            if self._made((person, post)):
                self._say("takes_free_seat", "15-1", **self._told(person, post, kind, number))
                return True
        for post, holder in self.openings.swaps(person, kind):
            if self._made((person, post), (holder, own.post_id)):
                self._say("changes_places", "15-1", **self._told(person, post, kind, number), holder=holder)
                return True
        return False

    def _made(self, *steps: Step) -> bool:
        if self.state.reason(*steps) is not None:
            return False
        self.openings.settle(*steps)
        return True

    def _told(self, person: str, post: str, kind: MoveKind, number: int) -> dict[str, str | int]:
        return {
            "pass": number,
            "person_id": person,
            "from_post": self.moves.roster.present[person],
            "post_id": post,
            "kind": kind,
            "choice": self.moves.choice(person, post) or 0,
            "objected": int(self.moves.objected(person, post)),
        }

    def close(self) -> None:
        """Says who of the line stays: who stood for a pair that is apart by now, and who is left without a move."""
        for person in self.line.people:
            if person not in self.openings.settled:
                apart = self.line.stands_for_pair(person) and not self._kinds(person, "exchange")
                self._say("apart_already" if apart else "finds_nothing", "7-5" if apart else "15-1", person_id=person)

    def _say(self, code: str, article: str, **args: str | int) -> None:
        self.trace.append(TraceStep(f"plan.{code}", article, args))


def ties(moves: Moves, line: Line, plan: Mapping[str, str]) -> tuple[FateTie, ...]:
    """Where only the lot told people of one duty, equally long overdue, apart and their fates differ."""
    groups: dict[tuple[str, int], dict[str, str]] = {}
    for person in line.people:
        if not line.stands_for_pair(person):
            due = moves.due[person]
            groups.setdefault((due.duty, due.overdue), {})[person] = moves.fate(person, plan[person])
    tied = {person: fate for fates in groups.values() if len(set(fates.values())) > 1 for person, fate in fates.items()}
    return tuple(FateTie(stage="plan", person_id=person, fates=(tied[person],)) for person in sorted(tied))
