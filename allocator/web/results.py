"""A finished run put back together: its case with the pins it had, its outcome, the comparison, the decision."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from allocator.competition.compare import compare
from allocator.competition.explain import run_from
from allocator.competition.files import outcome_of
from allocator.competition.report import Findings
from allocator.files import Bytes
from allocator.web.cache import Cache
from allocator.web.decisions import changes_decided, last, seats
from allocator.web.names import masked_scores
from allocator.web.store import Missing
from allocator.web.wire import task_of
from models.competition.outcome import Outcome

if TYPE_CHECKING:
    from allocator.competition.compare import Comparison
    from allocator.competition.pipeline import Run
    from allocator.competition.scoring import Scores
    from allocator.web.open_cases import Desk, Opened
    from allocator.web.records import ActRecord, RunRecord
    from allocator.web.store import Store
    from models.competition.filings import Decision

KEPT = 3
"""How many finished runs are kept put together."""


@dataclass(frozen=True)
class Result:
    """One finished run. ``opened`` is the case as the run had it, with the pins of that time.

    ``run``, ``rules``, ``optimal`` and ``comparison`` are built over ``scores``, whose names are masked or not.
    """

    record: RunRecord
    opened: Opened
    scores: Scores
    outcome: Outcome
    run: Run
    rules: Run | None
    optimal: Run | None
    comparison: Comparison | None

    @property
    def violations(self) -> tuple[str, ...]:
        """The codes of what the independent check found when the run ended; none when it passed."""
        return tuple(self.record.detail["violations"])

    def findings(self, acts: list[ActRecord]) -> Findings:
        """Everything a report or a paper is made from, with the decision on record."""
        return Findings(
            scores=self.scores,
            run=self.run,
            rules=self.rules,
            optimal=self.optimal,
            comparison=self.comparison,
            audited=self.violations,
            decided=self.decided(acts),
            inputs=dict(self.opened.draft.files),
        )

    def decided(self, acts: list[ActRecord]) -> tuple[Decision, ...]:
        """The decision on record, else the case's own table of decisions; nothing while there is neither."""
        return self.recorded(acts) or self.opened.case.decisions

    def recorded(self, acts: list[ActRecord]) -> tuple[Decision, ...]:
        """The decision recorded on this run, person by person."""
        decision = last(acts, "decided")
        return () if decision is None else seats(self.outcome, changes_decided(acts), decision)


class Results:
    """The finished runs last looked at."""

    def __init__(self, store: Store, desk: Desk) -> None:
        self._store = store
        self._desk = desk
        self._kept = Cache[tuple[str, bool], Result](KEPT)

    def of(self, run_id: str, *, masked: bool) -> Result:
        """A finished run, with names masked or not.

        Raises:
            Missing: when there is no such run or it left no outcome.
            InvalidInput: when its case cannot be read any more.
        """
        record = self._store.run(run_id)
        content = self._store.outcome(run_id)
        if content is None:
            raise Missing(run_id)
        return self._kept.get((run_id, masked), lambda: self._made(record, content, masked))

    def forget(self) -> None:
        """Lets go of every run, after one was purged."""
        self._kept.forget()

    def _made(self, record: RunRecord, content: bytes, masked: bool) -> Result:
        opened = self._desk.with_pins(record.case_id, task_of(dict(record.request)).pins)
        scores = masked_scores(opened.scores) if masked else opened.scores
        outcome = _outcome(content)
        run = run_from(scores, outcome)
        found: dict[str, Any] = {"rules": None, "optimal": None, "comparison": None}
        companions = {
            name: run_from(scores, _outcome(one)) for name, one in self._store.companions(record.run_id).items()
        }
        if "rules" in companions:
            rules = companions.pop("rules")
            stagewise = {s: companions.get(s, run).results[s] for s in rules.results if s in run.results}
            found = {"rules": rules, "optimal": run, "comparison": compare(scores, rules, run, stagewise)}
        return Result(record, opened, scores, outcome, run, **found)


def _outcome(content: bytes) -> Outcome:
    return outcome_of(Bytes("outcome.json", content))
