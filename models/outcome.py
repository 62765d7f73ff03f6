"""An outcome: who is placed where, by which method, with which levels, and what remains to be confirmed.

It holds codes and numbers only; sentences are made from them when somebody reads it.
"""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from models.base import (
    Basis,
    Count,
    Frozen,
    Id,
    Method,
    Ordinal,
    Role,
    Sense,
    Stage,
    Text,
    Track,
    UnplacedReason,
    role_order,
)

SCHEMA_VERSION = 1
Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
ScoreText = Annotated[str, Field(pattern=r"^-?[0-9]+\.[0-9]{3}$", description="a score with three decimals")]
Argument = str | int | tuple[str, ...]
Status = Literal["complete", "optimal", "feasible", "infeasible"]
StageState = Literal["run", "not_ready", "given", "not_asked"]


def _whole(value: Any) -> Any:
    """Keeps ``true`` and ``1.0``, which Python takes for equal to 1, from passing for the number."""
    if type(value) is not int:
        raise ValueError("a whole number is expected")
    return value


class Named(Frozen):
    """A case or rulebook by name and hash."""

    name: Text
    sha256: Sha256


class Draw(Frozen):
    """The lottery in force."""

    seed: Text
    source: Literal["case", "default", "option"]


class Given(Frozen):
    """The earlier stages' placements this outcome takes as they stand."""

    sha256: Sha256


class Versions(Frozen):
    """The programs that made the outcome."""

    allocator: Text
    ortools: Text


class Placement(Frozen):
    """One person in one seat, and on what basis."""

    person_id: Id
    section_id: Id
    role: Role
    basis: Basis
    round: Ordinal | None
    pick_order: Ordinal | None
    composite: ScoreText | None
    quantification: ScoreText | None
    votes: Count | None
    present: Count | None

    @property
    def sort_key(self) -> tuple[str, int, str]:
        """Placements stand by section, role (chief, clerk, institution) and person."""
        return (self.section_id, role_order(self.role), self.person_id)


class Unplaced(Frozen):
    """A person without a seat, and why."""

    person_id: Id
    track: Track
    reason: UnplacedReason


class Vacancy(Frozen):
    """Free seats of a section after the last stage run: the chief post, or any other seat."""

    section_id: Id
    role: Literal["chief", "clerk"]
    count: Ordinal


class Level(Frozen):
    """One level of a stage's objective: its value, and the proven bound on it."""

    name: Text
    sense: Sense
    value: int
    bound: int | None
    proven: bool


class StageReport(Frozen):
    """What became of one stage."""

    stage: Stage
    state: StageState
    unique: bool | None
    levels: tuple[Level, ...]


class Tie(Frozen):
    """The people of a section's seats that only the draw decided; the party group must confirm them."""

    stage: Stage
    section_id: Id
    people: tuple[Id, ...]


class Notice(Frozen):
    """A code with its arguments; the words are in the catalogue."""

    code: Text
    args: Mapping[str, Argument]


class Outcome(Frozen):
    """The proposal of one method for one case. It is a proposal until the party group has decided."""

    schema_version: Annotated[Literal[1], BeforeValidator(_whole)]
    method: Method
    case: Named
    rulebook: Named
    lottery: Draw
    given: Given | None
    versions: Versions
    status: Status
    placements: tuple[Placement, ...]
    unplaced: tuple[Unplaced, ...]
    vacancies: tuple[Vacancy, ...]
    stages: tuple[StageReport, ...]
    ties: tuple[Tie, ...]
    follows: tuple[Id, ...] = Field(
        default=(),
        description="who holds a seat that follows from tied ones; outcomes older than this field are read without it",
    )
    warnings: tuple[Notice, ...]
