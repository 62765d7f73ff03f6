"""An outcome: who is placed where, by which method, with which levels, and what remains to be confirmed.

It holds codes and numbers only; sentences are made from them when somebody reads it.
"""

from typing import Literal

from pydantic import Field

from models.common.base import Count, Frozen, Id, Method, Ordinal
from models.common.outcome import Draw, Given, Level, Named, Notice, SchemaVersion, ScoreText, Status, Versions
from models.competition.codes import Basis, Role, Stage, Track, UnplacedReason, role_order

StageState = Literal["run", "not_ready", "given", "not_asked"]


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


class Outcome(Frozen):
    """The proposal of one method for one case. It is a proposal until the party group has decided."""

    schema_version: SchemaVersion
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
