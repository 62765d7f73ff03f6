"""Chief posts by the procedure of article 13: preference rounds, composite scores, fixed tie-breaks."""

from collections.abc import Iterable

from allocator.competition.pools import chief_contest, measure_chiefs
from allocator.competition.results import StageResult, Step
from allocator.competition.rules.preferences import ChiefOrders
from allocator.competition.rules.ties import merged
from allocator.competition.scoring import PairScores, Scores
from models.common.base import thousandths_text
from models.common.rules import carries
from models.competition.codes import Basis
from models.competition.outcome import Tie
from models.competition.rule_ids import RuleId
from models.competition.standing import Member, Standing


@carries(RuleId.CHIEF_ORDER, "procedure")
def contest_chiefs(scores: Scores, standing: Standing) -> StageResult:
    """Fills the open chief posts as the procedure by hand does.

    1. Take the preference rounds in order; what an earlier round has settled stays settled.
    2. In a round, every entrant without a post stands for the best of his pairs of that round still attainable:
       highest recommendation rate, filed before written in, lower choice number, the draw (article 13-2).
    3. Every post keeps, of those who stand for it, the one with the highest composite score, then the highest
       rate, then the one who filed for it, then the draw (article 13-3).
    4. Those who were not kept stand for their next pair of the round; back to 3 until nobody can move.
    5. When no pair of any round is left, the posts not taken stay vacant until conditions allow.
    """
    contest = chief_contest(scores, standing)
    orders = ChiefOrders(scores.bureau, contest.pairs)
    run = _Contest(orders)
    for round_ in sorted({pair.round for pair in contest.pairs}):
        run.play(round_)
    run.close(contest.open_posts)
    after = standing.with_members(*map(_member, run.holder.values()))
    return StageResult(
        stage="chiefs",
        standing=after,
        left_out=(),
        levels=measure_chiefs(scores, standing, after),
        unique=None,
        ties=run.ties(),
        trace=tuple(run.trace),
    )


def _member(pair: PairScores) -> Member:
    basis: Basis = "filed" if pair.applied else "written_in"
    return Member(person_id=pair.person_id, section_id=pair.section_id, role="chief", basis=basis, round=pair.round)


class _Contest:
    """The contest as it runs: who holds which post, who stood where, and the trace."""

    def __init__(self, orders: ChiefOrders) -> None:
        self.orders = orders
        self.holder: dict[str, PairScores] = {}
        self.stood: dict[str, list[PairScores]] = {}
        self.position = dict.fromkeys(orders.by_person, 0)
        self.trace: list[Step] = []

    def play(self, round_: int) -> None:
        """One preference round: stand, keep the best, until nobody can move."""
        self._say("round_opens", RuleId.CHIEF_ORDER, round=round_)
        waiting = self._unplaced()
        while waiting:
            standing_now: dict[str, list[PairScores]] = {}
            for person_id in waiting:
                pair = self._next_pair(person_id, round_)
                if pair is not None:
                    standing_now.setdefault(pair.section_id, []).append(pair)
            if not standing_now:
                break
            for section_id in sorted(standing_now):
                self._decide(section_id, standing_now[section_id])
            waiting = self._unplaced()

    def _unplaced(self) -> list[str]:
        placed = {pair.person_id for pair in self.holder.values()}
        return [p for p in self.orders.by_person if p not in placed]

    def _next_pair(self, person_id: str, round_: int) -> PairScores | None:
        """The person's best pair of the round not yet tried; the pair counts as stood for."""
        ranked = self.orders.by_person[person_id]
        position = self.position[person_id]
        if position == len(ranked) or ranked[position].round != round_:
            return None
        pair = ranked[position]
        self.position[person_id] += 1
        self.stood.setdefault(pair.section_id, []).append(pair)
        self._say("stands", RuleId.CHIEF_ORDER, **self._facts(pair), clause=self._preferred_by(ranked, position))
        return pair

    def _preferred_by(self, ranked: tuple[PairScores, ...], position: int) -> str:
        """The key by which the person stands here rather than for the next pair of the round."""
        pair = ranked[position]
        if position + 1 < len(ranked) and ranked[position + 1].round == pair.round:
            return self.orders.persons_clause(pair, ranked[position + 1])
        return "only"

    def _decide(self, section_id: str, newcomers: list[PairScores]) -> None:
        held = self.holder.get(section_id)
        rivals = [*newcomers, held] if held else newcomers
        best = min(rivals, key=self.orders.post_key)
        self.holder[section_id] = best
        losers = [pair for pair in rivals if pair is not best]
        if not losers:
            self._say("unopposed", RuleId.CHIEF_ORDER, **self._facts(best))
        for loser in sorted(losers, key=self.orders.post_key):
            self._say(
                "outranks",
                RuleId.CHIEF_ORDER,
                section_id=section_id,
                winner=best.person_id,
                loser=loser.person_id,
                clause=self.orders.posts_clause(best, loser),
                winner_composite=thousandths_text(best.composite or 0),
                loser_composite=thousandths_text(loser.composite or 0),
            )

    def close(self, open_posts: Iterable[str]) -> None:
        """Says how each post and each entrant came out."""
        for section_id in open_posts:
            pair = self.holder.get(section_id)
            if pair is None:
                self._say("vacant", RuleId.CHIEF_ORDER, section_id=section_id)
            else:
                self._say("wins", RuleId.CHIEF_ORDER, **self._facts(pair))
        for person_id in self._unplaced():
            self._say("without_post", RuleId.CHIEF_ORDER, person_id=person_id)

    @carries(RuleId.LOT, "procedure")
    def ties(self) -> tuple[Tie, ...]:
        """Where only the draw told two people, or one person's two posts, apart and they came out differently."""
        found: list[tuple[str, tuple[str, ...]]] = []
        for section_id, pair in self.holder.items():
            equal = [
                q for q in self.stood[section_id] if self.orders.post_key(q)[:-2] == self.orders.post_key(pair)[:-2]
            ]
            if len(equal) > 1:
                found.append((section_id, tuple(sorted(q.person_id for q in equal))))
            ranked = self.orders.by_person[pair.person_id]
            group = [q for q in ranked if self.orders.person_key(q)[:-2] == self.orders.person_key(pair)[:-2]]
            if len(group) > 1:
                found.extend((q.section_id, (pair.person_id,)) for q in group)
        return merged("chiefs", found)

    def _facts(self, pair: PairScores) -> dict[str, str | int]:
        return {
            "person_id": pair.person_id,
            "section_id": pair.section_id,
            "round": pair.round,
            "composite": thousandths_text(pair.composite or 0),
            "rate": f"{pair.votes}/{pair.present}",
        }

    def _say(self, code: str, rule: RuleId, **args: str | int) -> None:
        self.trace.append(Step("chiefs", f"chiefs.{code}", rule, args))
