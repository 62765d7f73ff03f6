"""What the places of an outcome of the competition may hold instead."""

from collections.abc import Mapping, Sequence
from typing import get_args

from models.common.base import Method, Sense
from models.common.outcome import Status
from models.competition.case import Case
from models.competition.codes import Basis, Role, Stage, Track, UnplacedReason
from models.competition.outcome import StageState
from tests.mutating import Known

CODES: Mapping[str, Sequence[str]] = {
    "method": get_args(Method),
    "source": ("case", "default", "option"),
    "status": get_args(Status),
    "role": get_args(Role),
    "basis": get_args(Basis),
    "track": get_args(Track),
    "reason": get_args(UnplacedReason),
    "stage": get_args(Stage),
    "state": get_args(StageState),
    "sense": get_args(Sense),
}
"""The codes a field may hold, so that another valid one is tried."""


def known(case: Case) -> Known:
    """The ids and codes of a case."""
    people, sections = sorted(p.person_id for p in case.people), sorted(s.section_id for s in case.sections)
    return Known(((people, ("person_id", "people")), (sections, ("section_id",))), CODES)
