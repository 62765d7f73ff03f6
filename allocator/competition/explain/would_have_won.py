"""What would have won a chief post: the smallest change of one group's votes for the pair, or of the speech score."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from allocator.competition.explain.answers import WouldHave
from allocator.competition.explain.by_rules import RulesContest
from allocator.competition.explain.what_if import WhatIf
from allocator.competition.explain.winning_number import MOST, Contest, Needed, OutOfTime
from allocator.competition.pipeline import Run
from allocator.competition.scoring import Scores

if TYPE_CHECKING:
    from allocator.solver import Limits


class Winning:
    """Answers for one person under the method of one run; each is the exact nearest value.

    Other numbers are taken as recorded. Votes are raised only: fewer never win what the recorded ones do not.
    """

    def __init__(self, scores: Scores, run: Run, person_id: str, limits: "Limits | None") -> None:
        self._what_if = WhatIf(scores, person_id)
        self._contest = _contest(self._what_if, run, limits)

    def is_possible(self, section_id: str) -> bool | None:
        """Whether any outcome under the same rules gives the person the post; ``None`` when not known in time."""
        try:
            return self._contest.is_possible(section_id)
        except OutOfTime:
            return None

    def answers(self, section_id: str) -> tuple[WouldHave, ...]:
        """One answer a voter group, in the rulebook's order of groups, and one for the speech where there is one."""
        what_if = self._what_if
        weights = what_if.scores.bureau.rulebook.recommendation.weights
        known = [group for group in weights if group in what_if.groups]
        groups = [*known, *sorted(what_if.groups.keys() - set(known))]
        found = [self._votes(section_id, group) for group in groups]
        if what_if.speech is not None and (what_if.person_id, section_id) in what_if.scores.pair:
            found.append(self._speech(section_id, what_if.speech))
        return tuple(found)

    def _votes(self, section_id: str, group: str) -> WouldHave:
        what_if = self._what_if
        asked = WouldHave("votes", group, what_if.votes(section_id, group), what_if.groups[group], 1, None)
        if not what_if.could_win(section_id):
            return asked
        return _answered(asked, lambda: self._contest.votes_needed(section_id, group))

    def _speech(self, section_id: str, now: int) -> WouldHave:
        what_if = self._what_if
        asked = WouldHave("speech", None, now, MOST, what_if.step, None)
        if not what_if.scores.pair[what_if.person_id, section_id].admissible:
            return asked
        return _answered(asked, lambda: self._contest.speech_needed(section_id))


def _contest(what_if: WhatIf, run: Run, limits: "Limits | None") -> Contest:
    """The contest by the method of the run; the optimum's is loaded only when needed, for the solver is heavy."""
    before = run.before["chiefs"]
    if run.outcome.method == "rules":
        return RulesContest(what_if, before)
    from allocator.competition.explain.by_optimum import OptimumContest

    return OptimumContest(what_if, before, limits)


def _answered(asked: WouldHave, question: Callable[[], Needed | None]) -> WouldHave:
    try:
        found = question()
    except OutOfTime:
        return replace(asked, searched=False)
    return asked if found is None else replace(asked, needed=found.value, decided_by=found.decided_by)
