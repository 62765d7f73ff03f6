"""The procedure with another draw: whether it would then seat the very people whom the party group decided.

A tie of the procedure is settled by the draw alone, and the draw only stands in for the party group (articles 13, 15
and 16). So a decision within ties is one that the procedure itself comes to when the draw is in favour of the people
decided. Whether it does is found by playing it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from allocator.competition.bureau import Bureau
from allocator.competition.pools.mutual import clerk_contest
from allocator.competition.results import StageResult
from allocator.competition.rules.chiefs import contest_chiefs
from allocator.competition.rules.clerks import place_clerks
from allocator.competition.rules.institution import place_institution
from allocator.competition.rules.turns import Turns
from allocator.competition.scoring import Scores
from models.competition.standing import Standing

LOT = "lot"
ABOVE = 1 << 32
"""More than any number of the draw."""

Decided = Mapping[str, frozenset[str]]
"""The people of every section of a stage, perhaps nobody."""


@dataclass(frozen=True)
class Redrawn(Bureau):
    """A bureau in which some numbers of the draw are others than those published."""

    draws: Mapping[tuple[str, str], int] = field(default_factory=dict)

    @staticmethod
    def of(bureau: Bureau, draws: Mapping[tuple[str, str], int]) -> "Redrawn":
        """The bureau with these numbers; whatever it has looked up already, the draw has no part in."""
        twin = Redrawn(bureau.case, bureau.rulebook, bureau.lottery, draws)
        twin.__dict__.update({name: value for name, value in bureau.__dict__.items() if name not in twin.__dict__})
        return twin

    def pair_lot(self, person_id: str, section_id: str) -> int:
        """The number drawn for a person and a section."""
        found = self.draws.get((person_id, section_id))
        return super().pair_lot(person_id, section_id) if found is None else found


def replayed_for(scores: Scores, before: Standing, stage: str, decided: Decided) -> StageResult | None:
    """The stage with the draw in favour of the people decided for the sections named; ``None`` where no draw can be.

    A chief post prefers, of equals, whom it was decided for, and so does he the post; a section that must keep one
    keeps, of equals, the one decided. Equals who are directed take their turns so that each comes where it was
    decided, and nobody else there.
    """
    if stage == "clerks":
        order = Turns(scores, clerk_contest(scores, before), decided).order()
        if order is None:
            return None
        draws = {(person_id, ""): len(order) - place for place, person_id in enumerate(order)}
        return place_clerks(_with(scores, draws), before)
    seats = [(person_id, section_id) for section_id, people in decided.items() for person_id in people]
    draws = {seat: ABOVE + scores.bureau.pair_lot(*seat) for seat in seats}
    play = contest_chiefs if stage == "chiefs" else place_institution
    return play(_with(scores, draws), before)


def _with(scores: Scores, draws: Mapping[tuple[str, str], int]) -> Scores:
    return replace(scores, bureau=Redrawn.of(scores.bureau, draws))


def confirmed_sections(
    scores: Scores, before: Standing, proposal: StageResult, decided: Decided, differing: Iterable[str]
) -> frozenset[str]:
    """The sections, of those decided otherwise than proposed, whose decision confirms a tie of the procedure.

    With the draw in their favour the procedure seats there exactly the people decided, and reaches every level before
    the draw as it did. The whole decision is tried first; then, in order, each section where the people who come and
    go are all in a listed tie, together with those found before. What follows from the ties so confirmed is confirmed.

    Args:
        scores: everything articles 2 to 12 give.
        before: the standing the stage begins from.
        proposal: what the procedure makes of the stage.
        decided: every section of the stage with the people decided for it, perhaps nobody.
        differing: the sections decided otherwise than proposed.
    """
    told = tuple(differing)
    if not proposal.ties or not told:
        return frozenset()
    replays = _Replays(scores, before, proposal, decided)
    if replays.reaches(frozenset(decided)):
        return frozenset(told)
    kept: frozenset[str] = frozenset()
    for section_id in told:
        if replays.is_within_tie(section_id) and replays.reaches(kept | {section_id}):
            kept |= {section_id}
    return frozenset(section_id for section_id in told if kept and replays.is_so(section_id, kept))


class _Replays:
    """The stage played with draws in favour of some sections' decisions, beside what it came to."""

    def __init__(self, scores: Scores, before: Standing, proposal: StageResult, decided: Decided) -> None:
        self._scores, self._before, self._proposal, self._decided = scores, before, proposal, decided
        self._proposed = self._people_of(proposal)
        self._seated: dict[frozenset[str], Decided] = {}

    def is_within_tie(self, section_id: str) -> bool:
        """Whether everybody who comes or goes by the decision is listed as tied for the section."""
        tied = {one for tie in self._proposal.ties if tie.section_id == section_id for one in tie.people}
        nobody: frozenset[str] = frozenset()
        return (self._decided.get(section_id, nobody) ^ self._proposed.get(section_id, nobody)) <= tied

    def reaches(self, sections: frozenset[str]) -> bool:
        """Whether the procedure, so drawn, does in these sections as decided and as well as before."""
        wanted = {section_id: self._decided[section_id] for section_id in sorted(sections)}
        result = replayed_for(self._scores, self._before, self._proposal.stage, wanted)
        if result is None:
            return False
        self._seated[sections] = self._people_of(result)
        return all(self.is_so(s, sections) for s in sections) and before_draw(result) == before_draw(self._proposal)

    def is_so(self, section_id: str, sections: frozenset[str]) -> bool:
        """Whether a section came out as decided with the draw in favour of others."""
        nobody: frozenset[str] = frozenset()
        return self._seated[sections].get(section_id, nobody) == self._decided[section_id]

    def _people_of(self, result: StageResult) -> Decided:
        found: dict[str, set[str]] = {}
        for member in result.standing.members:
            if member.person_id not in self._before.seated:
                found.setdefault(member.section_id, set()).add(member.person_id)
        return {section_id: frozenset(people) for section_id, people in found.items()}


def before_draw(result: StageResult) -> tuple[tuple[str, int], ...]:
    """The levels of a stage before the draw, by name."""
    values = tuple((level.name, level.value) for level in result.levels)
    names = [name for name, _ in values]
    return values[: names.index(LOT)] if LOT in names else values
