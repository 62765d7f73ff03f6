"""Outcomes for the audit's tests: made by the pipeline, then changed by hand."""

from typing import Any, NamedTuple

from allocator.competition.audit import Facts, Violation, audit
from allocator.competition.bureau import Bureau
from allocator.competition.check import check
from allocator.competition.pipeline import run, take_given
from allocator.competition.scoring import score
from allocator.files.draft import draft_of
from models.common.base import Method
from models.common.lottery import Lottery
from models.common.outcome import Notice
from models.competition.case import Case
from models.competition.codes import STAGES, Stage
from models.competition.filings import Decision
from models.competition.outcome import Outcome
from models.competition.rulebook import Rulebook


class Proposal(NamedTuple):
    """An outcome with the case, the rulebook and the warnings it came from."""

    case: Case
    rulebook: Rulebook
    warnings: tuple[Notice, ...]
    outcome: Outcome

    def audit(self, outcome: Outcome | None = None) -> tuple[Violation, ...]:
        """The violations of the outcome, or of another one for the same case."""
        return audit(self.case, self.rulebook, outcome or self.outcome, case_warnings=self.warnings)

    def found(self, outcome: Outcome) -> set[str]:
        """The codes of the violations, without their common prefix."""
        return {violation.code.removeprefix("audit.") for violation in self.audit(outcome)}

    def facts(self) -> Facts:
        """The facts of the outcome's own draw."""
        return Facts(self.case, self.rulebook, self.outcome.lottery.seed)

    def with_seat(self, whose: str, /, **changes: Any) -> Outcome:
        """The outcome with one person's placement changed, in its order."""
        placements = tuple(p.model_copy(update=changes) if p.person_id == whose else p for p in self.outcome.placements)
        return self.outcome.model_copy(update={"placements": tuple(sorted(placements, key=lambda p: p.sort_key))})

    def without(self, person_id: str) -> Outcome:
        """The outcome without one person's placement."""
        placements = tuple(p for p in self.outcome.placements if p.person_id != person_id)
        return self.outcome.model_copy(update={"placements": placements})


def propose(
    case: Case,
    method: Method = "rules",
    rulebook: Rulebook | None = None,
    stages: tuple[Stage, ...] = STAGES,
    given: Outcome | tuple[Decision, ...] | None = None,
) -> Proposal:
    """The pipeline's outcome for a case."""
    rulebook = rulebook or Rulebook()
    checked = check(draft_of(case), rulebook)
    assert checked.case is not None, checked.faults
    scores = score(Bureau(checked.case, rulebook, Lottery.of(checked.case.case)))
    taken = None if given is None else take_given(scores, given, stages)
    outcome = run(scores, method, stages=stages, given=taken, warnings=checked.warnings).outcome
    return Proposal(checked.case, rulebook, checked.warnings, outcome)
