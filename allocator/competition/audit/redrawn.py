"""Decisions that confirm a tie of the procedure: it comes to them too when the draw is in their favour."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from allocator.competition.audit.board import Board, clerk_pool, in_direction_order
from allocator.competition.audit.facts import Facts, Seat
from allocator.competition.audit.levels import (
    chief_values,
    directed_value,
    level_names,
    mutual_value,
    required_value,
    shortfall,
    total,
)
from allocator.competition.audit.replay import replay_stage
from allocator.competition.audit.replay_seats import directed_to, play_rounds
from allocator.competition.audit.replayed import Replayed, Taken
from models.common.rules import carries
from models.competition.codes import Stage
from models.competition.rule_ids import RuleId

MOST = 10_000
"""How many turns of equals are tried before their decision counts as one that the procedure does not come to."""
OF_THE_DRAW = ("pairs", "replays")
"""What of the facts depends on the draw."""

Crew = Mapping[str, frozenset[str]]
"""The people of sections in one stage."""


@dataclass(frozen=True)
class OtherDraw(Facts):
    """The facts with other numbers drawn for some people and sections."""

    draws: Mapping[tuple[str | int, ...], int] = field(default_factory=dict)

    @staticmethod
    def of(facts: Facts, draws: Mapping[tuple[str | int, ...], int]) -> "OtherDraw":
        """The facts with these numbers; what the draw has no part in is not worked out again."""
        other = OtherDraw(facts.case, facts.rulebook, facts.seed, draws)
        other.__dict__.update({n: v for n, v in vars(facts).items() if n not in (*OF_THE_DRAW, *vars(other))})
        return other

    def lot(self, *parts: str | int) -> int:
        """The number drawn."""
        found = self.draws.get(parts)
        return super().lot(*parts) if found is None else found


@carries(RuleId.LOT, "audit")
def confirmed(before: Board, stage: Stage, proposal: Replayed, decided: Crew) -> frozenset[str]:
    """The sections where a decision that is not the proposal confirms a tie.

    The whole decision may be what the procedure comes to with another draw. If not, the sections are taken in order,
    each in which only people of its ties come and go and which the procedure reaches with those before it; what then
    comes out as decided elsewhere follows. Every level before the draw must stay as it is.
    """
    here = _crew(before, proposal)
    nobody: frozenset[str] = frozenset()
    wanted = {section: decided.get(section, nobody) for section in before.facts.sections}
    other = [section for section in wanted if wanted[section] != here.get(section, nobody)]
    if not other or not proposal.ties:
        return nobody
    best = _before_draw(before, stage, proposal)

    def reached(sections: Sequence[str]) -> Crew | None:
        """Who sits where with the draw in favour of some sections, if it is as they were decided and as good."""
        again = _again(before, stage, {section: wanted[section] for section in sections})
        if again is None or _before_draw(before, stage, again) != best:
            return None
        seen = _crew(before, again)
        return seen if all(seen.get(s, nobody) == wanted[s] for s in sections) else None

    if reached(list(wanted)) is not None:
        return frozenset(other)
    kept: list[str] = []
    seen: Crew | None = None
    for section in other:
        tied = {person for where, people in proposal.ties if where == section for person in people}
        if (wanted[section] ^ here.get(section, nobody)) <= tied:
            found = reached([*kept, section])
            if found is not None:
                kept.append(section)
                seen = found
    return nobody if seen is None else frozenset(s for s in other if seen.get(s, nobody) == wanted[s])


def _crew(before: Board, replayed: Replayed) -> Crew:
    found: dict[str, set[str]] = {section: set() for section in before.facts.sections}
    for person, taken in replayed.seats.items():
        found[taken.section].add(person)
    return {section: frozenset(people) for section, people in found.items()}


def _before_draw(before: Board, stage: Stage, replayed: Replayed) -> list[int]:
    """The levels of a replayed stage that come before the draw."""
    facts, names = before.facts, level_names(before.facts, stage)
    if stage == "chiefs":
        values = chief_values(facts, {taken.section: person for person, taken in replayed.seats.items()})
    else:
        values = total([_value(facts, person, taken) for person, taken in replayed.seats.items()])
    if stage == "institution":
        after = before.copy()
        for person, taken in replayed.seats.items():
            after.seat(person, Seat(taken.section, "institution"))
        values["shortfall"] = shortfall(after)
    return [values.get(name, 0) for name in names[: names.index("lot") if "lot" in names else None]]


def _value(facts: Facts, person: str, taken: Taken) -> dict[str, int]:
    if taken.basis == "mutual":
        return mutual_value(facts, person, taken.section, taken.round or 0, taken.pick_order or 0)
    if taken.basis == "required":
        return required_value(facts, person, taken.section)
    return directed_value(facts, person, taken.section)


def _again(before: Board, stage: Stage, wanted: Crew) -> Replayed | None:
    """The procedure with the draw in favour of these sections; ``None`` where no turns of equals lead there."""
    facts = before.facts
    draws: dict[tuple[str | int, ...], int] = {}
    if stage == "clerks":
        order = _turns(before.copy(), wanted)
        if order is None:
            return None
        draws = {(person, ""): len(order) - place for place, person in enumerate(order)}
    else:
        for section, people in wanted.items():
            draws |= {(person, section): (1 << 32) + facts.lot(person, section) for person in people}
    other = OtherDraw.of(facts, draws)
    return replay_stage(other, stage, Board(other, before.seats))


def _turns(board: Board, wanted: Crew) -> list[str] | None:
    """The pool of the clerks in an order in which those directed come where they are wanted; fills the board."""
    facts = board.facts
    pool = in_direction_order(facts, clerk_pool(board))
    home = {person: section for section, people in wanted.items() for person in people}
    first = _direct(board, [p for p in pool if p in facts.withdrawn], wanted, home)
    if first is None:
        return None
    seats: dict[str, Taken] = {}
    play_rounds(board, [p for p in pool if p not in facts.withdrawn], "clerk", {}, seats)
    last = _direct(board, [p for p in pool if p not in facts.withdrawn and p not in seats], wanted, home)
    return None if last is None else [*first, *seats, *last]


def _direct(board: Board, group: Sequence[str], wanted: Crew, home: Mapping[str, str]) -> list[str] | None:
    order: list[str] = []
    for _, alike in groupby(group, key=board.facts.points):
        turns = _turns_of_equals(board, list(alike), wanted, home)
        if turns is None:
            return None
        order += turns
    return order


Turn = tuple[str, str | None]


def _turns_of_equals(board: Board, people: list[str], wanted: Crew, home: Mapping[str, str]) -> list[str] | None:
    """Seats equals one after the other, taking turns back where nobody left would come where he is wanted."""
    done: list[Turn] = []
    dead: set[frozenset[Turn]] = set()

    def possible() -> Iterator[Turn]:
        gone = {person for person, _ in done}
        for person in people:
            if person in gone:
                continue
            section = directed_to(board, person)
            fits = home.get(person) == (section if section in wanted else None)
            if fits and frozenset((*done, (person, section))) not in dead:
                yield person, section

    tried, waiting = 0, [possible()]
    while len(done) < len(people):
        turn = next(waiting[-1], None)
        if turn is not None and tried < MOST:
            tried += 1
            done.append(turn)
            if turn[1] is not None:
                board.seat(turn[0], Seat(turn[1], "clerk"))
            waiting.append(possible())
            continue
        dead.add(frozenset(done))
        waiting.pop()
        if not waiting:
            return None
        if done.pop()[1] is not None:
            board.unseat()
    return [person for person, _ in done]
