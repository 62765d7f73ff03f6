"""What would have won a chief post under the procedure of article 13, found by playing it again.

Why halving is enough. The outcome is that of people standing in their own order and posts keeping the best who stand
(deferred acceptance of strict orders), which is the best stable outcome for every person at once.

*Votes for one pair (p, j).* More of them raise the pair's rate, and its composite if they change it: j moves up in p's
order, p moves up in j's, and nothing else moves. Suppose p wins j. That outcome stays stable: fewer posts come before
j in p's order, and nobody else's order changed but by p rising where he sits. So the best stable outcome gives p j, or
a post k that comes before j. Such a k came before j already; and an outcome in which p has k and j's order differs by
p's place only would have been stable before as well, so p would have had k and not j. Hence p still wins j: the votes
that win are all those from some number up. Crossing the floor adds the pair, which is the same as moving it up from
the end. Fewer votes than recorded can therefore never win what the recorded ones do not.

*Speech.* A higher score moves p up, or leaves him, at every post, and his own order stays. The same argument shows that
what he gets never becomes worse in his own order. So the scores under which he gets j or better are all those from some
score up, and j is won at the first of them or at none above it; the same from the other side below.
"""

from collections.abc import Callable

from allocator.competition.explain.what_if import WhatIf
from allocator.competition.explain.winning_number import MOST, Needed
from allocator.competition.pools import chief_contest
from allocator.competition.rules import contest_chiefs
from allocator.competition.rules.preferences import ChiefOrders
from allocator.competition.scoring import Scores
from models.competition.standing import Standing


class RulesContest:
    """The chief contest by the procedure, played with other numbers of one person."""

    def __init__(self, what_if: WhatIf, before: Standing) -> None:
        self._what_if, self._before = what_if, before

    def post_of(self, scores: Scores) -> str | None:
        """The post that the person wins with these scores."""
        member = contest_chiefs(scores, self._before).standing.seated.get(self._what_if.person_id)
        return member.section_id if member is not None and member.role == "chief" else None

    def is_possible(self, section_id: str) -> bool:  # noqa: ARG002
        """Always: the procedure bars nobody beyond the pairs themselves."""
        return True

    def votes_needed(self, section_id: str, group: str) -> Needed | None:
        """The fewest votes of the group, above those recorded, that win the post; ``None`` when not even all do."""

        def wins(votes: int) -> bool:
            return self.post_of(self._what_if.with_votes(section_id, group, votes)) == section_id

        votes = first_that(wins, self._what_if.votes(section_id, group) + 1, self._what_if.groups[group], 1)
        if votes is None:
            return None
        there, short = (self._what_if.with_votes(section_id, group, one) for one in (votes, votes - 1))
        return Needed(votes, self._decided_by(section_id, there, short))

    def speech_needed(self, section_id: str) -> Needed | None:
        """The speech score nearest to the one recorded that wins the post."""
        now, step, rank = self._what_if.speech, self._what_if.step, self._own_order()
        wanted = rank.get(section_id)
        if now is None or wanted is None:
            return None

        def place(speech: int) -> int:
            post = self.post_of(self._what_if.with_speech(speech))
            return len(rank) if post is None else rank[post]

        if place(now) < wanted:  # he has better: less speech may bring him down to this post
            lower = first_that(lambda speech: place(-speech) >= wanted, step - now, 0, step)
            speech, nearer = (None, 0) if lower is None else (-lower, step - lower)
        else:
            speech = first_that(lambda speech: place(speech) <= wanted, now + step, MOST, step)
            nearer = (speech or 0) - step
        if speech is None or place(speech) != wanted:
            return None
        there, short = self._what_if.with_speech(speech), self._what_if.with_speech(nearer)
        return Needed(speech, self._decided_by(section_id, there, short))

    def _decided_by(self, section_id: str, scores: Scores, short_of: Scores) -> tuple[str, ...]:
        """On which keys the last step turns: the floor, the composite, or what comes behind equal composites."""
        mine = scores.pair[self._what_if.person_id, section_id]
        almost = short_of.pair.get((self._what_if.person_id, section_id))
        found = {"floor"} if almost is None or not almost.admissible else set()
        own = {pair.composite for pair in (mine, almost) if pair is not None}
        rivals = (q for q in scores.pairs if q.section_id == section_id and q.person_id != mine.person_id)
        equal = any(q.admissible and q.round == mine.round and q.composite in own for q in rivals)
        return tuple(sorted(found | {"rate" if equal else "composite"}))

    def _own_order(self) -> dict[str, int]:
        """The person's posts in the order of article 13-2, which the speech does not touch."""
        orders = ChiefOrders(self._what_if.scores.bureau, chief_contest(self._what_if.scores, self._before).pairs)
        ranked = orders.by_person.get(self._what_if.person_id, ())
        return {pair.section_id: place for place, pair in enumerate(ranked)}


def first_that(holds: Callable[[int], bool], first: int, last: int, step: int) -> int | None:
    """The first of ``first``, ``first + step``, … up to ``last`` for which something holds.

    What holds for a value must hold for every later one.
    """
    low, high = 0, (last - first) // step
    if high < 0 or not holds(first + high * step):
        return None
    while low < high:
        middle = (low + high) // 2
        if holds(first + middle * step):
            high = middle
        else:
            low = middle + 1
    return first + low * step
