"""The contest for chief posts by the procedure of article 13, as a deferred acceptance of two strict orders."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from allocator.competition.audit.pairs import Pair
from allocator.competition.audit.replayed import Replayed, Taken
from models.common.rules import carries
from models.competition.rule_ids import RuleId


@carries(RuleId.CHIEF_ORDER, "audit")
def replay_chiefs(pairs: Mapping[tuple[str, str], Pair]) -> Replayed:
    """Plays the contest.

    1. Everybody ranks the admissible pairs by round, rate, filed before written in, choice and draw.
    2. Whoever has no post asks for the best one not yet asked for.
    3. A post keeps the one who is first by round, composite, rate, filed before written in and draw.
    4. Until nobody without a post has a post left to ask for.
    """
    wishes: dict[str, list[Pair]] = {}
    for pair in pairs.values():
        if pair.admissible:
            wishes.setdefault(pair.person, []).append(pair)
    for ranked in wishes.values():
        ranked.sort(key=lambda pair: (pair.person_key, -pair.lot, pair.section))
    asked: dict[str, list[Pair]] = {}
    holder: dict[str, Pair] = {}
    left = {person: iter(ranked) for person, ranked in wishes.items()}
    waiting = sorted(wishes)
    while waiting:
        wish = next(left[waiting.pop()], None)
        if wish is None:
            continue
        asked.setdefault(wish.section, []).append(wish)
        rivals = [wish, holder[wish.section]] if wish.section in holder else [wish]
        holder[wish.section] = min(rivals, key=_post_order)
        waiting.extend(rival.person for rival in rivals if rival is not holder[wish.section])
    seats = {pair.person: _taken(pair) for pair in holder.values()}
    return Replayed(seats, ties=frozenset(_ties(holder, asked, wishes)))


def _post_order(pair: Pair) -> tuple[tuple[int, int, Fraction, bool], int, str]:
    return (pair.post_key, -pair.lot, pair.person)


def _taken(pair: Pair) -> Taken:
    if pair.filed.applied:
        return Taken(pair.section, "filed", pair.filed.round)
    return Taken(pair.section, "written_in")


def _ties(
    holder: Mapping[str, Pair], asked: Mapping[str, list[Pair]], wishes: Mapping[str, list[Pair]]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Posts whose holder only the draw put before somebody who asked, and holders whose post only the draw chose."""
    for section, pair in holder.items():
        equal = sorted(other.person for other in asked[section] if other.post_key == pair.post_key)
        if len(equal) > 1:
            yield section, tuple(equal)
        own = [other for other in wishes[pair.person] if other.person_key == pair.person_key]
        if len(own) > 1:
            for other in own:
                yield other.section, (pair.person,)
