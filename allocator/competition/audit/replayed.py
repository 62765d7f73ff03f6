"""What a replayed stage leaves."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from models.competition.codes import Basis, UnplacedReason


class Taken(NamedTuple):
    """A seat as the procedure gave it: round and pick order as an outcome shows them."""

    section: str
    basis: Basis
    round: int | None = None
    pick_order: int | None = None


@dataclass(frozen=True)
class Replayed:
    """The seats a stage gave by person, those left without one, and its ties as (section, people)."""

    seats: Mapping[str, Taken]
    left_out: Mapping[str, UnplacedReason] = field(default_factory=dict)
    ties: frozenset[tuple[str, tuple[str, ...]]] = frozenset()
