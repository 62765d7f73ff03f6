"""What is done with a parcel away from home, where nobody's name is known; and the answer put back at home."""

from __future__ import annotations

import json
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from allocator.audit import Facts
from allocator.batch.parcel import BLANK, Codes
from allocator.batch.planning import Unit, failed_by
from allocator.batch.rows import failure
from allocator.batch.working import Done, Solved, finished, internal, solve
from allocator.bureau import Bureau
from allocator.faults import InvalidInput
from allocator.files import outcome_bytes
from allocator.pipeline import in_order, lottery_notices
from allocator.scoring import Scores, score
from models.base import Method
from models.canonical import case_sha256
from models.case import Case, Lottery
from models.outcome import Draw, Named, Notice, Outcome
from models.rulebook import Rulebook

Draws = Mapping[tuple[str | int, ...], int]
_ONE_AT_A_TIME = threading.Lock()


@dataclass(frozen=True)
class DrawnBureau(Bureau):
    """A bureau whose draws were made elsewhere."""

    draws: Draws = field(default_factory=dict)

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

    def lot(self, *parts: str | int) -> int:
        """The draw, as it was made."""
        return self.draws[parts]


def do_parcel(parcel: bytes, methods: tuple[Method, ...], time_limit: float | None) -> bytes:
    """Places and verifies the case of a parcel by each method; the answer is JSON in codes, one entry a method.

    However many threads a worker has, one works at a time.
    """
    with _ONE_AT_A_TIME:
        scores, facts = _unpacked(json.loads(parcel))
        return json.dumps([_answer(scores, facts, method, time_limit) for method in methods]).encode()


def _unpacked(content: dict[str, Any]) -> tuple[Scores, Facts]:
    case = Case.model_validate_json(json.dumps(content["case"]))
    rulebook = Rulebook.model_validate_json(json.dumps(content["rulebook"]))
    draws: dict[tuple[str | int, ...], int] = {}
    for person, section, seats, pair in content["draws"]:
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
    return {"outcome": outcome_bytes(solved.outcome).decode(), "found": solved.found, "measured": solved.measured}


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
        for run, part in zip(self.unit.runs, json.loads(answer), strict=True):
            if "failed" in part:
                found.append(Done(run.name, failure(**_first_fault(part["failed"]["found"]))))
                continue
            outcome = self._at_home(json.loads(part["outcome"]), case, rulebook)
            if (outcome.versions.allocator, outcome.versions.ortools) != versions:
                found.append(Done(run.name, failure("other_version", outcome.versions.allocator)))
                continue
            solved = Solved(outcome, part["found"], part["measured"])
            found.append(finished(run.name, self.unit, solved, self.reading))
        return found

    def _at_home(self, content: dict[str, Any], case: Named, rulebook: Named) -> Outcome:
        """An outcome with its own ids, names, draw and warnings again."""
        content["case"], content["rulebook"] = case.model_dump(), rulebook.model_dump()
        content["lottery"] = Draw(seed=self.lottery.seed, source=self.lottery.source).model_dump()
        for name in ("placements", "unplaced", "vacancies", "ties", "warnings"):
            content[name] = self._named(content[name])
        outcome = Outcome.model_validate_json(json.dumps(content))
        warnings = in_order((*self.warnings, *outcome.warnings, *lottery_notices(self.lottery)))
        return outcome.model_copy(update={"warnings": warnings})

    def _named(self, value: Any) -> Any:
        """The same data with every code replaced by the id it stands for."""
        if isinstance(value, str):
            return self.codes.names.get(value, value)
        if isinstance(value, list):
            return [self._named(item) for item in value]
        if isinstance(value, dict):
            return {key: self._named(item) for key, item in value.items()}
        return value


def _first_fault(found: Mapping[str, Any]) -> dict[str, Any]:
    return {"code": found["error"], "table": found["error_table"], "row": found["error_row"], "count": found["errors"]}
