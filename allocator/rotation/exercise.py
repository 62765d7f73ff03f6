"""The exchange and rotation of posts as an exercise of the house."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from allocator.exercise_base import ExerciseBase

if TYPE_CHECKING:
    from allocator.exercise import Asked, Exercise, Opened, Progress
    from allocator.files.draft import Draft
    from allocator.files.form import CaseForm
    from allocator.rotation.audit import Facts, Violation
    from allocator.rotation.check import Checked
    from allocator.rotation.compare import Comparison
    from allocator.rotation.labels import Labels
    from allocator.rotation.planning import PlanRun
    from allocator.solver import Limits
    from allocator.words import Lang
    from models.common.base import Method
    from models.rotation.case import RotationCase
    from models.rotation.outcome import RotationOutcome
    from models.rotation.rulebook import RotationRulebook

STAGE = "plan"


@dataclass(frozen=True)
class Work:
    """A sound case of which the plan is asked for."""

    opened: Opened

    def run(self, method: Method, limits: Limits | None = None, progress: Progress | None = None) -> PlanRun:
        """One method's plan."""
        from allocator.rotation.planning import plan

        def told(level: str, best: int | None, bound: int | None, elapsed: float) -> None:
            if progress is not None:
                progress(STAGE, level, best, bound, elapsed)

        return plan(self.opened.ready, method, limits, told)


class Rotation(ExerciseBase):
    """Exchange between units and rotation within them: who is due, who goes where, in which order."""

    name = "rotation"
    verbs = ("advance", "due", "explain", "notice", "report")

    def form(self, _rulebook: RotationRulebook) -> CaseForm:
        """The tables, the same under every rulebook."""
        from allocator.rotation.files import form

        return form()

    def read_rulebook(self, path: Path | None) -> RotationRulebook:
        """A rulebook, or the built-in one."""
        from allocator.rotation.files import read_rulebook

        return read_rulebook(path)

    def read_outcome(self, path: Path) -> RotationOutcome:
        """An outcome."""
        from allocator.rotation.files import read_outcome

        return read_outcome(path)

    def check(self, draft: Draft, rulebook: RotationRulebook, seed: str | None) -> Checked:
        """Every fault and warning of a case as read."""
        from allocator.rotation.check import check

        return check(draft, rulebook, seed)

    def labels(self, case: RotationCase | None, lang: Lang) -> Labels:
        """The names of a case."""
        from allocator.rotation.labels import Labels

        return Labels(case, lang)

    def refuse_odd(self, asked: Asked) -> None:
        """Refuses stages, of which there is one, and earlier ones given."""
        from allocator.rotation.console.odd import refuse_odd

        refuse_odd(asked)

    def work(self, opened: Opened, _asked: Asked) -> Work:
        """The plan."""
        return Work(opened)

    def compare(self, work: Work, limits: Limits | None, progress: Progress) -> Comparison:
        """Both plans, laid side by side."""
        from allocator.rotation.compare import compare

        return compare(work.opened.ready, work.run("rules"), work.run("optimal", limits, progress))

    def facts(self, opened: Opened) -> Facts:
        """What the audit works out of the case for itself."""
        from allocator.rotation.audit import Facts

        return Facts(opened.case, opened.rulebook, opened.ready.lottery.seed)

    def audit(self, opened: Opened, outcome: RotationOutcome) -> tuple[Violation, ...]:
        """Everything about an outcome that is not as the rules or the case say."""
        from allocator.rotation.audit import audit

        facts = opened.facts if opened.facts.seed == outcome.lottery.seed else None
        return audit(opened.case, opened.rulebook, outcome, facts=facts)


EXERCISE: Exercise = Rotation()
