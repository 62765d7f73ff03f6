"""One unit of work: a case read and checked once, then placed by each method, each outcome verified."""

from __future__ import annotations

import gc
import hashlib
import importlib
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from allocator.batch.planning import Run, Unit, failed_by
from allocator.batch.rows import LEVELS, WISHES, Record, Value, failure
from allocator.faults import InvalidInput
from models.common.base import Method
from models.competition.codes import Stage

if TYPE_CHECKING:
    from allocator.competition.audit import Facts, Violation
    from allocator.competition.bureau import Bureau
    from allocator.competition.check import Checked
    from allocator.competition.scoring import Scores
    from models.common.outcome import Notice
    from models.competition.outcome import Outcome, Placement

NEEDED = tuple(
    f"allocator.{part}"
    for part in (
        "competition.audit",
        "competition.check",
        "competition.optimum.search",
        "competition.pipeline.run",
        "competition.pipeline.stages",
        "files",
        "solver.certified",
    )
)
SELDOM = (100_000, 20, 100)
STAGE_OF: Mapping[str, Stage] = {"chief": "chiefs", "clerk": "clerks", "institution": "institution"}


class Done(NamedTuple):
    """A finished run: its name, its record, and the bytes of its outcome where they are to be kept."""

    run: str
    record: Record
    outcome: bytes | None = None


class Solved(NamedTuple):
    """An outcome with its counts and what they took, before it is told whose it is."""

    outcome: Outcome
    found: Mapping[str, Value]
    measured: Mapping[str, Value]


def prepare() -> None:
    """Loads everything a unit needs, so that the first unit takes no longer than the others.

    What is loaded stays, so the search for unreachable objects passes it over from then on and comes seldom.
    """
    for module in NEEDED:
        importlib.import_module(module)
    gc.freeze()
    gc.set_threshold(*SELDOM)


def work(unit: Unit) -> Iterator[Done]:
    """Does the runs of a unit one by one. Nothing raises: whatever goes wrong is the run's record."""
    began = time.perf_counter()
    try:
        checked = opened(unit)
    except Exception as error:  # noqa: BLE001  a fault of the program is a row too and stops no other case
        yield from failed(unit, internal(error))
        return
    if isinstance(checked, Record):
        yield from failed(unit, checked)
        return
    scores, case = checked.scores, checked.case
    assert scores is not None and case is not None
    from allocator.competition.audit import Facts

    reading = time.perf_counter() - began
    facts = Facts(case, unit.book.rulebook, scores.bureau.lottery.seed)
    for run in unit.runs:
        yield guarded(run, unit, scores, facts, checked.warnings, reading)


def guarded(run: Run, unit: Unit, scores: Scores, facts: Facts, warnings: tuple[Notice, ...], reading: float) -> Done:
    """One run of a checked case, with its record whatever happens."""
    try:
        solved = solve(scores, facts, run.method, unit.time_limit, warnings)
    except InvalidInput as invalid:
        return Done(run.name, failed_by(invalid.faults))
    except Exception as error:  # noqa: BLE001  as above
        return Done(run.name, internal(error))
    return finished(run.name, unit, solved, reading)


def opened(unit: Unit) -> Checked | Record:
    """The case of a unit, sound and scored, or the record of its faults."""
    from allocator.competition.check import check
    from allocator.competition.files import read_case
    from allocator.files.readings import refused

    draft = read_case(unit.path, unit.book.rulebook)
    for name, found in draft.files.items():
        if unit.files.get("" if "" in unit.files else name) != found:
            return failure("case_changed", name)
    checked = check(draft, unit.book.rulebook, unit.seed)
    faults = (*checked.faults, *(refused(draft.readings) if unit.strict else ()))
    return failed_by(faults) if faults else checked


def failed(unit: Unit, record: Record) -> Iterator[Done]:
    """The same record for every run of a unit."""
    return (Done(run.name, record) for run in unit.runs)


def internal(error: BaseException) -> Record:
    """A fault of the program: its kind only, since its text could hold somebody's data."""
    return failure("internal", type(error).__name__)


def solve(
    scores: Scores, facts: Facts, method: Method, time_limit: float | None, warnings: tuple[Notice, ...]
) -> Solved:
    """One method's outcome by one thread, and its audit.

    Raises:
        InvalidInput: when no stage is ready.
    """
    from allocator.competition.audit import violations
    from allocator.competition.pipeline import run

    began = time.perf_counter()
    limits = None
    if method == "optimal":
        from allocator.solver import Limits

        limits = Limits(deadline=None if time_limit is None else time.monotonic() + time_limit, workers=1)
    outcome = run(scores, method, limits=limits, warnings=warnings).outcome
    solving = time.perf_counter()
    breaches = sorted(violations(facts, outcome, warnings), key=lambda breach: breach.sort_key)
    measured: dict[str, Value] = {
        "seconds_solve": round(solving - began, 4),
        "seconds_verify": round(time.perf_counter() - solving, 4),
    }
    return Solved(outcome, _found(scores.bureau, outcome, breaches), measured)


def finished(name: str, unit: Unit, solved: Solved, reading: float) -> Done:
    """The record of an outcome; its hashes are those of the case at home."""
    from allocator.files import outcome_bytes

    outcome = solved.outcome
    content = outcome_bytes(outcome)
    found = {
        **solved.found,
        "case_sha256": outcome.case.sha256,
        "rulebook_sha256": outcome.rulebook.sha256,
        "outcome_sha256": hashlib.sha256(content).hexdigest(),
        "allocator": outcome.versions.allocator,
        "ortools": outcome.versions.ortools,
        "warnings": len(outcome.warnings),
    }
    measured = {"seconds_read": round(reading, 4), **solved.measured}
    return Done(name, Record(found, measured, unit.time_limit), content if unit.keep_outcomes else None)


def _found(bureau: Bureau, outcome: Outcome, breaches: list[Violation]) -> dict[str, Value]:
    """Counts and codes of an outcome; no id, so that they are the same whoever made it."""
    levels = {f"{report.stage}.{level.name}": level for report in outcome.stages for level in report.levels}
    unproven = [name for name, level in levels.items() if not level.proven] if outcome.method == "optimal" else []
    vacant = Counter[str]()
    for vacancy in outcome.vacancies:
        vacant[vacancy.role] += vacancy.count
    found: dict[str, Value] = {
        "state": "done",
        "status": outcome.status,
        "proven": None if outcome.method == "rules" else outcome.status == "optimal",
        "unproven": unproven[0] if unproven else None,
        "violations": len(breaches),
        "violation": breaches[0].code if breaches else None,
        "people": len(bureau.case.people),
        "sections": len(bureau.case.sections),
        "seats": sum(section.headcount for section in bureau.case.sections),
        "placed": len(outcome.placements),
        "unplaced": len(outcome.unplaced),
        "vacant_chiefs": vacant["chief"],
        "vacant_seats": vacant["clerk"],
        "ties": len(outcome.ties),
        "stages_run": sum(report.state == "run" for report in outcome.stages),
    }
    wishes = Counter(kind for placement in outcome.placements if (kind := _wish(bureau, placement)))
    found |= {kind: wishes[kind] for kind in WISHES}
    return found | {
        f"{stage}.{name}": levels[f"{stage}.{name}"].value for stage, name in LEVELS if f"{stage}.{name}" in levels
    }


def _wish(bureau: Bureau, placement: Placement) -> str | None:
    """How far a seat that a stage gave is one its holder filed for: by the round of the filing, or not at all."""
    if placement.basis in ("fixed", "pinned", "given"):
        return None
    stage = STAGE_OF[placement.role]
    if stage == "chiefs":
        return f"chiefs_{_rounds(placement.round)}" if placement.basis == "filed" else "chiefs_written_in"
    filings = bureau.clerk_filings.get(placement.person_id, {})
    asked = [round_ for round_, section in filings.items() if section == placement.section_id]
    return f"{stage}_{_rounds(min(asked))}" if asked else f"{stage}_not_asked"


def _rounds(round_: int | None) -> str:
    return f"round_{round_}" if round_ in (1, 2) else "round_3_on"
