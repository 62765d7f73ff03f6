"""What is done with a parcel away from home, where nobody's name is known; and the answer put back at home."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from typing import Any, NamedTuple

from pydantic_core import from_json, to_json

from allocator.batch.anonymised import BLANK, Codes, Parcel
from allocator.batch.planning import Unit, failed_by
from allocator.batch.rows import failure
from allocator.batch.working import Done, Solved, finished, internal, prepare, solve
from allocator.competition.audit import Facts
from allocator.competition.bureau import Bureau
from allocator.competition.pipeline import in_order, lottery_notices
from allocator.competition.scoring import Scores, score
from allocator.faults import InvalidInput
from models.common.base import Method
from models.common.canonical import case_sha256
from models.common.lottery import Lottery
from models.common.outcome import Draw, Named, Notice
from models.competition.case import Case
from models.competition.outcome import Outcome
from models.competition.rulebook import Rulebook

Draws = Mapping[tuple[str | int, ...], int]
UNSIGNED = "0" * 64
_ONE_AT_A_TIME = threading.Lock()


@dataclass(frozen=True)
class DrawnBureau(Bureau):
    """A bureau whose draws were made elsewhere."""

    draws: Draws = field(default_factory=dict)

    @cached_property
    def case_sha256(self) -> str:
        """No hash: the case at home has its own, and an outcome is signed with it there."""
        return UNSIGNED

    def pair_lot(self, person_id: str, section_id: str) -> int:
        """The draw of a person and a section, as it was made."""
        return self.draws[person_id, section_id]

    def seat_lot(self, person_id: str, section_id: str, round_: int) -> int:
        """The draw of a mutual seat, as it was made."""
        return self.draws[person_id, section_id, round_]


@dataclass(frozen=True)
class DrawnFacts(Facts):
    """What the audit works out, with draws that were made elsewhere."""

    draws: Draws = field(default_factory=dict)

    @cached_property
    def case_hash(self) -> str:
        """No hash, as in the outcome made away from home."""
        return UNSIGNED

    def lot(self, *parts: str | int) -> int:
        """The draw, as it was made."""
        return self.draws[parts]


class Order(NamedTuple):
    """What is to be done with a parcel."""

    parcel: Parcel
    methods: tuple[Method, ...]
    time_limit: float | None


def do_orders(orders: Sequence[Order]) -> list[bytes]:
    """Places and verifies the case of each parcel by each method; an answer is JSON in codes, one entry a method.

    However many threads a worker has, one works at a time.
    """
    with _ONE_AT_A_TIME:
        _prepared()
        return [_done(order) for order in orders]


_prepared = cache(prepare)


def _done(order: Order) -> bytes:
    scores, facts = _unpacked(order.parcel)
    return to_json([_answer(scores, facts, method, order.time_limit) for method in order.methods])


@lru_cache(maxsize=64)
def _rulebook(content: bytes) -> Rulebook:
    return Rulebook.model_validate_json(content)


def _unpacked(parcel: Parcel) -> tuple[Scores, Facts]:
    case, rulebook = Case.model_validate_json(parcel.case), _rulebook(parcel.rulebook)
    draws: dict[tuple[str | int, ...], int] = {}
    for person, section, seats, pair in from_json(parcel.draws):
        draws[person, section] = pair
        draws.update({(person, section, round_): draw for round_, draw in seats})
    bureau = DrawnBureau(case, rulebook, Lottery(seed=BLANK, source="case"), draws)
    return score(bureau), DrawnFacts(case, rulebook, BLANK, draws)


def _answer(scores: Scores, facts: Facts, method: Method, time_limit: float | None) -> dict[str, Any]:
    try:
        solved = solve(scores, facts, method, time_limit, ())
    except InvalidInput as invalid:
        return {"failed": failed_by(invalid.faults)._asdict()}
    except Exception as error:  # noqa: BLE001  a fault of the program is a row too and stops no other case
        return {"failed": internal(error)._asdict()}
    return {"outcome": solved.outcome.model_dump_json(), "found": solved.found, "measured": solved.measured}


@dataclass(frozen=True)
class Sent:
    """What stays at home of a case that was sent away: the codes, the warnings of the case, and how to sign."""

    unit: Unit
    codes: Codes
    warnings: tuple[Notice, ...]
    lottery: Lottery
    reading: float

    def received(self, answer: bytes, versions: tuple[str, str]) -> list[Done]:
        """The finished runs of an answer, as they would have come out at home."""
        case = Named(name=self.codes.case.case.name, sha256=case_sha256(self.codes.case))
        rulebook = Named(name=self.codes.rulebook.name, sha256=self.unit.book.sha256)
        found = []
        for run, part in zip(self.unit.runs, from_json(answer), strict=True):
            if "failed" in part:
                found.append(Done(run.name, failure(**_first_fault(part["failed"]["found"]))))
                continue
            outcome = self._at_home(part["outcome"], case, rulebook)
            if (outcome.versions.allocator, outcome.versions.ortools) != versions:
                found.append(Done(run.name, failure("other_version", outcome.versions.allocator)))
                continue
            solved = Solved(outcome, part["found"], part["measured"])
            found.append(finished(run.name, self.unit, solved, self.reading))
        return found

    def _at_home(self, content: str, case: Named, rulebook: Named) -> Outcome:
        """An outcome with its own ids, names, draw and warnings again."""
        outcome = Outcome.model_validate_json(self.codes.named(content))
        warnings = in_order((*self.warnings, *outcome.warnings, *lottery_notices(self.lottery)))
        draw = Draw(seed=self.lottery.seed, source=self.lottery.source)
        own = {"case": case, "rulebook": rulebook, "lottery": draw, "warnings": warnings}
        return outcome.model_copy(update=own)


def _first_fault(found: Mapping[str, Any]) -> dict[str, Any]:
    return {"code": found["error"], "table": found["error_table"], "row": found["error_row"], "count": found["errors"]}
