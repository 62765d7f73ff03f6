"""The index of a proof: hashes, numbers and names of levels; nobody's id, no section, no sentence."""

from typing import Annotated, Literal

from pydantic import Field

from models.common.base import Count, Frozen, Ordinal, Sense
from models.common.outcome import Sha256
from models.competition.codes import Stage

FileName = Annotated[str, Field(pattern=r"^[a-z0-9_-]{1,60}\.npz$")]
Word = Literal["agrees", "not_finished", "not_asked"]


class FaceRecord(Frozen):
    """The points with the values of a level and all before it: columns still free, and the hash of all bounds."""

    free_columns: Count
    sha256: Sha256


class ReducedRecord(Frozen):
    """The problem that must have no point for a level to be optimal, left to CP-SAT.

    CP-SAT's answer was that it has none; ``second`` is what a second search without presolve said.
    """

    file: FileName
    sha256: Sha256
    columns: Count
    rows: Count
    second: Word


class LevelRecord(Frozen):
    """One proven level: its value, the bound of its dual (over ``denominator``) and the face it leaves.

    ``bound`` is what the integers of the dual alone prove of the level's value; ``reduced`` is what they leave open.
    """

    name: str
    sense: Sense
    value: int
    bound: int
    denominator: Ordinal
    multipliers: Count
    face: FaceRecord
    reduced: ReducedRecord | None


class ProblemRecord(Frozen):
    """The problem of a stage as it was solved last."""

    sha256: Sha256
    columns: Count
    rows: Count
    entries: Count


class StageRecord(Frozen):
    """A stage's proof. ``written_out`` are positions in the order of all person ids, counted from 0."""

    stage: Stage
    problem: ProblemRecord
    written_out: tuple[Count, ...]
    file: FileName
    sha256: Sha256
    levels: tuple[LevelRecord, ...]


class ProofIndex(Frozen):
    """Everything a proof says, but the multipliers and the reduced problems, which stand in files of their own."""

    schema_version: Literal[1]
    case_sha256: Sha256
    rulebook_sha256: Sha256
    outcome_sha256: Sha256
    stages: tuple[StageRecord, ...]
