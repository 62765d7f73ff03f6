"""The state of every stage, the status of the whole, and what is claimed to be proven."""

from collections.abc import Iterator

from allocator.competition.audit.board import POOL_TRACKS
from allocator.competition.audit.facts import Facts
from allocator.competition.audit.ledger import Ledger
from allocator.competition.audit.violation import Violation, breach, differs
from models.competition.codes import STAGES, Stage
from models.competition.outcome import StageState

QUANTIFYING: tuple[str, ...] = ("exams", "appraisals", "reviews")
NEEDED: dict[Stage, tuple[str, ...]] = {
    "chiefs": (*QUANTIFYING, "applications", "speeches", "attendance", "ballots"),
    "clerks": (*QUANTIFYING, "clerk_applications", "picks"),
    "institution": (*QUANTIFYING, "clerk_applications", "picks"),
}
"""The tables a stage cannot be run without, once it concerns anybody."""


def concerns_anybody(facts: Facts, stage: Stage) -> bool:
    """Whether a stage could have anybody to place."""
    free = [p for p in facts.people if p not in facts.pinned]
    if stage == "chiefs":
        return bool(facts.open_posts) and any(p in facts.entrants for p in free)
    if stage == "clerks":
        return any(facts.track[p] in POOL_TRACKS for p in free)
    staff = (facts.people[p] for p in free if facts.track[p] == "institution")
    return any(person.consent and person.review != "fail" for person in staff)


def tables_missing(facts: Facts, stage: Stage) -> tuple[str, ...]:
    """The tables without rows that a stage would need."""
    if not concerns_anybody(facts, stage):
        return ()
    return tuple(table for table in NEEDED[stage] if not getattr(facts.case, table))


def states(ledger: Ledger) -> Iterator[Violation]:
    """Ensures that given stages come first, then those run, and that a stage was passed over only for want of data."""
    found = [report.state for report in ledger.outcome.stages]
    order: dict[StageState, int] = {"given": 0, "run": 1, "not_ready": 2, "not_asked": 2}
    for i in range(1, len(found)):
        mixed = order[found[i - 1]] == order[found[i]] == 2 and found[i - 1] != found[i]
        if order[found[i - 1]] > order[found[i]] or mixed:
            yield breach(None, f"stages[{i}].state", "audit.state_order", state=found[i], before=found[i - 1])
    if not {"run", "given"} & set(found):
        yield breach(None, "stages", "audit.nothing_run")
    blocked = False
    for i, (stage, state) in enumerate(zip(STAGES, found, strict=True)):
        missing = tables_missing(ledger.facts, stage)
        if state == "run" and missing:
            yield breach(None, f"stages[{i}].state", "audit.run_without_data", stage=stage, missing=missing)
        if state == "not_ready" and not missing and not blocked:
            yield breach(None, f"stages[{i}].state", "audit.was_ready", stage=stage)
        blocked = blocked or state == "not_ready"


def status(ledger: Ledger) -> Iterator[Violation]:
    """Ensures that the rules' outcome is complete, and that the optimum is called so only with every level proven."""
    if ledger.outcome.method == "rules":
        expected = "complete"
    else:
        expected = "optimal" if all(ledger.proven.values()) else "feasible"
    if ledger.outcome.status != expected:
        yield differs(None, "status", expected, ledger.outcome.status)


def bounds(ledger: Ledger) -> Iterator[Violation]:
    """Ensures that bounds are on the right side, equal where proven, and absent from the rules' outcome."""
    for where, _, level in ledger.levels():
        if ledger.outcome.method == "rules" and (level.proven or level.bound is not None):
            yield breach(None, where, "audit.rules_prove_nothing")
        elif level.proven and level.bound != level.value:
            yield differs(None, f"{where}.bound", level.value, level.bound)
        elif level.bound is not None and (level.bound - level.value) * (1 if level.sense == "max" else -1) < 0:
            yield breach(None, f"{where}.bound", "audit.bound_beaten", value=level.value, bound=level.bound)


def uniqueness(ledger: Ledger) -> Iterator[Violation]:
    """Ensures that ties are told exactly where the optimum is not unique; the rules say nothing of uniqueness."""
    for i, report in enumerate(ledger.outcome.stages):
        ties = any(tie.stage == report.stage for tie in ledger.outcome.ties)
        where = f"stages[{i}].unique"
        told = ledger.outcome.method == "optimal" and report.state == "run"
        if report.unique is not None and not told:
            yield differs(None, where, None, report.unique)
        elif told and ties == (report.unique is not False):
            yield differs(None, where, not ties, report.unique)
        if ties and report.state != "run":
            yield breach(None, "ties", "audit.ties_of_stage_not_run", stage=report.stage)
