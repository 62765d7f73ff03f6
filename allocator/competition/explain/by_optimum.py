"""What would have won a chief post under the optimum, found by comparing best totals.

Whatever a person p is given, a post k or none, let V(k) be the best levels that everybody together can reach with that.
No number of p's own enters V(k) but through the pair (p, k) itself, by a summand. So with other votes for one pair or
with another speech, as long as the same pairs are admissible, each V(k) only shifts by the change of that pair's own
numbers, and p is given the k whose V(k) is best, level by level. The V(k) are solved once, proven, and every value of
the range is then a matter of adding: nothing is assumed to be monotone. (In the votes for one pair it is: only V of
that pair grows, so once it is best it stays so. In the speech it need not be: the composites of p's own pairs round
apart.) Where several V(k) are equal in every level, the last word decides, and the method itself is run.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from allocator.competition.explain.what_if import WhatIf
from allocator.competition.explain.winning_number import MOST, Needed, OutOfTime
from allocator.competition.optimum import formulate_chiefs, solve_chiefs
from allocator.competition.scoring import Scores
from allocator.solver import Limits, solve
from models.competition.rulebook import MINIMISED
from models.competition.standing import Standing

Levels = tuple[int, ...]
"""The values of the levels in the rulebook's order, those that are minimised negative, so that more is better."""
Post = str | None


class BestTotals:
    """The best levels of the chief contest for each thing a person may be given, each solved when first asked."""

    def __init__(self, scores: Scores, before: Standing, person_id: str, limits: Limits) -> None:
        self.scores, self.before, self.person_id, self._limits = scores, before, person_id, limits
        self._formulation = formulate_chiefs(scores, before)
        self.names = self._formulation.problem.level_names
        self._found: dict[tuple[str, Post], Levels | None] = {}
        self._possible: dict[str, bool] = {}

    @cached_property
    def _columns(self) -> dict[str, int]:
        columns = self._formulation.legend.columns
        if self.person_id not in columns.people:
            return {}
        number = columns.people.index(self.person_id)
        own = np.flatnonzero(columns.person == number).tolist()
        return {columns.sections[columns.section[i]]: i for i in own}

    @property
    def posts(self) -> tuple[str, ...]:
        """The posts the person may be given."""
        return tuple(self._columns)

    def given(self, post: Post) -> Levels | None:
        """The best levels with the person in a post, or in none; ``None`` when no allocation has him there."""
        return self._best("given", post, [self._columns[post]] if post else [], [] if post else self._columns.values())

    def without(self, post: str) -> Levels | None:
        """The best levels in which the person has anything but this post."""
        return self._best("without", post, [], [self._columns[post]])

    def can_be_given(self, post: str) -> bool:
        """Whether any allocation has the person in a post: one number to look for, not a best total."""
        if post not in self._columns:
            return False
        if not self._is_behind(post):
            return True  # the person alone, and every other post vacant
        if post not in self._possible:
            problem = self._formulation.problem
            lower, one = problem.col_lb.copy(), slice(1)
            lower[self._columns[post]] = 1
            first = replace(
                problem,
                col_lb=lower,
                level_names=problem.level_names[one],
                level_sense=problem.level_sense[one],
                level_coef=problem.level_coef[one],
                level_offset=problem.level_offset[one],
            )
            status = solve(first, limits=self._limits).status
            if status == "unknown":
                raise OutOfTime
            self._possible[post] = status != "infeasible"
        return self._possible[post]

    def _is_behind(self, post: str) -> bool:
        """Whether somebody's pair with the post is of an earlier round than the person's."""
        mine = self.scores.pair[self.person_id, post].round
        return any(pair.section_id == post and pair.admissible and pair.round < mine for pair in self.scores.pairs)

    def _best(self, kind: str, post: Post, ones: Iterable[int], noughts: Iterable[int]) -> Levels | None:
        if (kind, post) not in self._found:
            problem = self._formulation.problem
            lower, upper = problem.col_lb.copy(), problem.col_ub.copy()
            lower[list(ones)], upper[list(noughts)] = 1, 0
            solution = solve(replace(problem, col_lb=lower, col_ub=upper), limits=self._limits)
            if solution.status not in ("optimal", "infeasible"):
                raise OutOfTime
            signed = [-one.value if one.name in MINIMISED else one.value for one in solution.levels]
            self._found[kind, post] = tuple(signed) if solution.status == "optimal" else None
        return self._found[kind, post]


class OptimumContest:
    """The chief contest by the optimum, with other numbers of one person.

    Every method raises :class:`OutOfTime` when the limits are too narrow for a proof.
    """

    def __init__(self, what_if: WhatIf, before: Standing, limits: Limits | None) -> None:
        self._what_if, self._before, self._limits = what_if, before, limits or Limits()
        self.recorded = BestTotals(what_if.scores, before, what_if.person_id, self._limits)

    def is_possible(self, section_id: str) -> bool:
        """Whether any allocation under the same rules gives the person the post."""
        return self.recorded.can_be_given(section_id)

    def votes_needed(self, section_id: str, group: str) -> Needed | None:
        """The fewest votes of the group, above those recorded, that win the post; ``None`` when not even all do."""
        totals: BestTotals | None = None
        short: str | None = "floor"
        for votes in range(self._what_if.votes(section_id, group) + 1, self._what_if.groups[group] + 1):
            scores = self._what_if.with_votes(section_id, group, votes)
            pair = scores.pair[self._what_if.person_id, section_id]
            if not pair.admissible:
                continue
            if totals is None:
                totals = self._totals_at(section_id, scores)
                almost = self._what_if.with_votes(section_id, group, votes - 1)
                short = self._level(totals, section_id, almost)
            mine, rest = self._shifted(totals, section_id, scores), totals.without(section_id)
            if mine is None:
                return None
            if rest is None or mine > rest or (mine == rest and self._wins(scores, section_id)):
                turns = {short, self._level(totals, section_id, scores)}
                return Needed(votes, tuple(sorted(one for one in turns if one)))
            short = self._level(totals, section_id, scores)
        return None

    def speech_needed(self, section_id: str) -> Needed | None:
        """The speech score nearest to the one recorded that wins the post; of two equally near the higher."""
        now = self._what_if.speech
        if now is None or not self.is_possible(section_id):
            return None
        line = _SpeechLine(self.recorded, self._what_if, now, section_id)
        settled: dict[frozenset[Post], bool] = {}
        for at in line.nearest_first():
            speech, equals = int(line.speeches[at]), line.equals(at)
            if equals and equals not in settled:
                settled[equals] = self._wins(self._what_if.with_speech(speech), section_id)
            if not equals or settled[equals]:
                nearer = at - 1 if speech > now else at + 1
                return Needed(speech, tuple(sorted({*line.turning(at), *line.turning(nearer)})))
        return None

    def _totals_at(self, section_id: str, scores: Scores) -> BestTotals:
        """The best totals with the post's pair admissible: those recorded where it is so already."""
        if section_id in self.recorded.posts:
            return self.recorded
        return BestTotals(scores, self._before, self._what_if.person_id, self._limits)

    def _shifted(self, totals: BestTotals, section_id: str, scores: Scores) -> Levels | None:
        """The best levels with the person in the post, his pair's numbers being those of other scores."""
        best = totals.given(section_id)
        key = (self._what_if.person_id, section_id)
        if best is None or key not in scores.pair:
            return None
        old, new = totals.scores.pair[key], scores.pair[key]
        shift = {"composite": (new.composite or 0) - (old.composite or 0), "votes": new.votes - old.votes}
        return tuple(value + shift.get(name, 0) for name, value in zip(totals.names, best, strict=True))

    def _level(self, totals: BestTotals, section_id: str, scores: Scores) -> str | None:
        """The first level on which having the person in the post differs from not having him there."""
        pair = scores.pair.get((self._what_if.person_id, section_id))
        if pair is None or not pair.admissible:
            return "floor"
        mine, rest = self._shifted(totals, section_id, scores), totals.without(section_id)
        if mine is None or rest is None:
            return None
        differ = (name for name, a, b in zip(totals.names, mine, rest, strict=True) if a != b)
        return next(differ, "lot")

    def _wins(self, scores: Scores, section_id: str) -> bool:
        """The method itself: the last word among equals."""
        result = solve_chiefs(scores, self._before, limits=self._limits, ties=False)
        if not result.proven:
            raise OutOfTime
        return result.standing.chief_of(section_id) == self._what_if.person_id


class _SpeechLine:
    """For every speech score there can be: whether the post is best for the whole, equal to others, or neither."""

    def __init__(self, totals: BestTotals, what_if: WhatIf, now: int, section_id: str) -> None:
        self._names, self._now = totals.names, now
        self.speeches = np.arange(now % what_if.step, MOST + 1, what_if.step, dtype=np.int64)
        mine = self._best(totals, what_if, section_id)
        found = {post: self._best(totals, what_if, post) for post in (None, *totals.posts) if post != section_id}
        self._against = {
            post: _compared(mine - best) for post, best in found.items() if best is not None and mine is not None
        }

    def nearest_first(self) -> Iterator[int]:
        """The places of the scores at which the post is best or among equals, the nearest to the present one first."""
        orders = [order for order, _ in self._against.values()]
        worst = np.minimum.reduce(orders) if orders else np.ones(len(self.speeches))
        able = np.flatnonzero((worst >= 0) & (self.speeches != self._now))
        distance = np.abs(self.speeches[able] - self._now)
        yield from able[np.lexsort((-self.speeches[able], distance))].tolist()

    def equals(self, at: int) -> frozenset[Post]:
        """What else is as good for the whole with the score at a place."""
        return frozenset(post for post, (order, _) in self._against.items() if order[at] == 0)

    def turning(self, at: int) -> set[str]:
        """The levels on which the post differs from whatever else the person may be given, at a place."""
        return {"lot" if order[at] == 0 else self._names[level[at]] for order, level in self._against.values()}

    def _best(self, totals: BestTotals, what_if: WhatIf, post: Post) -> NDArray[np.int64] | None:
        """The best levels with the person in a post for every speech score, a row a level."""
        best = totals.given(post)
        if best is None:
            return None
        levels = np.repeat(np.array(best, dtype=np.int64)[:, None], len(self.speeches), axis=1)
        if post is not None and "composite" in self._names:
            present = what_if.scores.pair[what_if.person_id, post].composite or 0
            levels[self._names.index("composite")] += what_if.composites(post, self.speeches) - present
        return levels


def _compared(difference: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """For each column of level differences the sign of the first that is not nought (0: none), and its level."""
    unequal = difference != 0
    level = unequal.argmax(axis=0)
    return np.sign(difference[level, np.arange(difference.shape[1])]), level
