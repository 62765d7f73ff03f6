"""The competitive rotation of posts as an exercise of the house."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from allocator.exercise_base import ExerciseBase

if TYPE_CHECKING:
    from allocator.competition.audit import Facts, Violation
    from allocator.competition.check import Checked
    from allocator.competition.compare import Comparison
    from allocator.competition.console.work import Work
    from allocator.competition.labels import Labels
    from allocator.exercise import Asked, Exercise, Opened, Progress
    from allocator.files.draft import Draft
    from allocator.files.form import CaseForm
    from allocator.solver import Limits
    from allocator.words import Lang
    from models.competition.case import Case
    from models.competition.outcome import Outcome
    from models.competition.rulebook import Rulebook


class Competition(ExerciseBase):
    """The competition: chiefs by contest, clerks by mutual choice, institution staff for what is left."""

    name = "competition"
    verbs = ("score", "explain", "report", "notice")

    def form(self, rulebook: Rulebook) -> CaseForm:
        """The tables; exam papers, appraisal heads and voter groups are those of the rulebook."""
        from allocator.competition.files import form_of

        return form_of(rulebook)

    def read_rulebook(self, path: Path | None) -> Rulebook:
        """A rulebook, or the built-in one."""
        from allocator.competition.files import read_rulebook

        return read_rulebook(path)

    def read_outcome(self, path: Path) -> Outcome:
        """An outcome."""
        from allocator.competition.files import read_outcome

        return read_outcome(path)

    def check(self, draft: Draft, rulebook: Rulebook, seed: str | None) -> Checked:
        """Every fault and warning of a case as read."""
        from allocator.competition.check import check

        return check(draft, rulebook, seed)

    def labels(self, case: Case | None, lang: Lang) -> Labels:
        """The names of a case."""
        from allocator.competition.labels import Labels

        return Labels(case, lang)

    def refuse_odd(self, asked: Asked) -> None:
        """Refuses stages that cannot be asked for."""
        from allocator.competition.console.work import refuse_odd_stages

        refuse_odd_stages(asked)

    def work(self, opened: Opened, asked: Asked) -> Work:
        """The stages asked for, after those given."""
        from allocator.competition.console.work import work_of

        return work_of(opened, asked)

    def compare(self, work: Work, limits: Limits | None, progress: Progress) -> Comparison:
        """Both pipelines, the optimum of each stage from the rules' own standing, and the two laid side by side."""
        from allocator.competition.console.work import both_methods

        return both_methods(work, limits, progress)

    def facts(self, opened: Opened) -> Facts:
        """What the audit works out of the case for itself."""
        from allocator.competition.audit import Facts

        return Facts(opened.case, opened.rulebook, opened.ready.bureau.lottery.seed)

    def audit(self, opened: Opened, outcome: Outcome) -> tuple[Violation, ...]:
        """Everything about an outcome that is not as the rules or the case say."""
        from allocator.competition.audit import audit

        facts = opened.facts if opened.facts.seed == outcome.lottery.seed else None
        return audit(opened.case, opened.rulebook, outcome, case_warnings=opened.checked.warnings, facts=facts)


EXERCISE: Exercise = Competition()
