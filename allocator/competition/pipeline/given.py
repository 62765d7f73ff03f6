"""Placements of earlier stages taken as they stand: from an earlier outcome, or from what the party group decided."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from allocator.competition.pipeline.given_rules import Seat, faults_of, unknown_ids
from allocator.competition.pipeline.stages import ROLE_OF
from allocator.competition.pools import clerk_contest, institution_contest, opening
from allocator.competition.scoring import Scores
from allocator.faults import Fault, InvalidInput
from models.common.canonical import sha256
from models.competition.codes import STAGES, Role, Stage
from models.competition.filings import Decision
from models.competition.outcome import Outcome, Placement
from models.competition.standing import Member


@dataclass(frozen=True)
class Given:
    """Seats that are not to be decided again.

    ``members`` leaves out fixed and pinned people, who sit anyway; ``stages`` are the stages taken; ``decided`` tells
    decisions of the party group (articles 13 and 17) from the proposal of an earlier outcome; ``unused`` are decided
    seats of stages that are not taken; ``authorities`` are who decided the seats of a section and role.
    """

    members: tuple[Member, ...]
    stages: tuple[Stage, ...]
    decided: bool
    unused: tuple[Seat, ...] = ()
    authorities: frozenset[tuple[str, Role, str]] = frozenset()

    def of(self, stage: Stage) -> tuple[Member, ...]:
        """The given seats that the stage decides."""
        return tuple(member for member in self.members if member.role == ROLE_OF[stage])

    @cached_property
    def sha256(self) -> str:
        """The hash of the given (section, role, person) triples, sorted."""
        return sha256(sorted((m.section_id, m.role, m.person_id) for m in self.members))


def take_given(scores: Scores, source: Outcome | tuple[Decision, ...], asked: tuple[Stage, ...]) -> Given:
    """The earlier stages of an outcome or of a table of decisions, held against the hard rules.

    With one stage asked, the stages before it are taken; with all asked, those the source holds.

    Unknown ids are told first and alone, those of later stages too: the file may belong to another case.

    Raises:
        InvalidInput: naming each unknown person or section, each hard rule broken, and each stage that is missing.
    """
    if unknown := unknown_ids(scores.bureau, _seats(source)):
        raise InvalidInput(tuple(unknown))
    held = _stages_held(source)
    stages = held if len(asked) == len(STAGES) else STAGES[: min(STAGES.index(stage) for stage in asked)]
    roles = {ROLE_OF[stage] for stage in stages}
    seats = sorted(seat for seat in _seats(source) if seat[2] in roles)
    start = opening(scores.bureau)
    sitting = {(m.person_id, m.section_id, m.role) for m in start.members}
    new = [seat for seat in seats if seat not in sitting]
    faults = list(faults_of(scores, start, new))
    members = tuple(Member(person_id=p, section_id=s, role=r, basis="given") for p, s, r in dict.fromkeys(new))
    decided = not isinstance(source, Outcome)
    unused = [s for s in _seats(source) if decided and s[2] not in roles and s not in sitting]
    given = Given(members, stages, decided, tuple(sorted(set(unused))), _authorities(source))
    if not faults:
        faults = [_missing(stage) for stage in stages if stage not in held and _concerns(scores, stage, given)]
    if faults:
        raise InvalidInput(tuple(faults))
    return given


def _seats(source: Outcome | tuple[Decision, ...]) -> list[Seat]:
    rows: Iterable[Placement | Decision] = source.placements if isinstance(source, Outcome) else source
    return [(row.person_id, row.section_id, row.role) for row in rows]


def _authorities(source: Outcome | tuple[Decision, ...]) -> frozenset[tuple[str, Role, str]]:
    rows = () if isinstance(source, Outcome) else source
    return frozenset((row.section_id, row.role, row.authority) for row in rows if row.authority)


def _stages_held(source: Outcome | tuple[Decision, ...]) -> tuple[Stage, ...]:
    """The stages an outcome ran or took over; of decisions, those up to the last role that occurs."""
    if isinstance(source, Outcome):
        return tuple(report.stage for report in source.stages if report.state in ("run", "given"))
    roles = {row.role for row in source}
    last = max((i for i, stage in enumerate(STAGES) if ROLE_OF[stage] in roles), default=-1)
    return STAGES[: last + 1]


def _missing(stage: Stage) -> Fault:
    return Fault("given_stage_missing", table="given", args={"stage": stage})


def _concerns(scores: Scores, stage: Stage, given: Given) -> bool:
    """Whether the stage would have had anybody to place after the given stages before it."""
    standing = opening(scores.bureau).with_members(*given.members)
    if stage == "chiefs":
        return any(pair.admissible for pair in scores.pairs)
    if stage == "clerks":
        return bool(clerk_contest(scores, standing).people)
    return bool(institution_contest(scores, standing).people)
