"""The chief contest: which posts are open and which pairs may win them."""

from dataclasses import dataclass

from allocator.competition.scoring import PairScores, Scores
from models.common.rules import carries
from models.competition.rule_ids import RuleId
from models.competition.standing import Standing


@dataclass(frozen=True, slots=True)
class ChiefContest:
    """Open posts (section ids, sorted) and the admissible pairs (sorted by person and section)."""

    open_posts: tuple[str, ...]
    pairs: tuple[PairScores, ...]


@carries(RuleId.OPEN_POST, "filter")
def chief_contest(scores: Scores, standing: Standing) -> ChiefContest:
    """Who may still win which chief post, given who already sits (articles 9 and 11)."""
    posts = tuple(s for s in scores.bureau.sections if standing.chief_of(s) is None)
    still_open = frozenset(posts)
    pairs = tuple(
        pair
        for pair in scores.pairs
        if pair.admissible and pair.section_id in still_open and pair.person_id not in standing.seated
    )
    return ChiefContest(posts, pairs)
