"""Chief posts by trying every set of pairs (article 13)."""

from collections.abc import Iterator

from tests.competition.reference.facts import Facts, Pair, Seat
from tests.competition.reference.search import Choice, Result, best, tied


def chiefs(facts: Facts, standing: list[Seat], objective: list[str]) -> Result:
    choices = [chief_choice(pairs) for pairs in chief_placements(facts)]
    high, ties = best(choices, objective), tied(choices, objective)
    counts = {"choices": len(choices)}
    return Result("chiefs", sorted(standing + high[1]), high[0], {}, ties, not ties, counts=counts)


def chief_placements(facts: Facts) -> Iterator[list[Pair]]:
    """Every set of admissible pairs with one post a person, one person a post, and round priority kept."""
    for chosen in subsets(facts, list(facts.pairs), []):
        if keeps_priority(facts, chosen):
            yield chosen


def subsets(facts: Facts, rest: list[Pair], chosen: list[Pair]) -> Iterator[list[Pair]]:
    if not rest:
        yield chosen
        return
    pair = rest[0]
    yield from subsets(facts, rest[1:], chosen)
    person_free = "row.one_seat" in facts.without or pair.person not in [c.person for c in chosen]
    post_free = "row.one_chief" in facts.without or pair.section not in [c.section for c in chosen]
    if person_free and post_free:
        yield from subsets(facts, rest[1:], [*chosen, pair])


def keeps_priority(facts: Facts, chosen: list[Pair]) -> bool:
    """A later filing holds a post only if everyone who filed for it earlier is placed at least as early as he filed."""
    if not facts.book["applications"]["priority"] or "row.round_priority" in facts.without:
        return True
    for winner in chosen:
        for other in facts.pairs:
            if other.section == winner.section and other.round < winner.round:
                content = [c for c in chosen if c.person == other.person and c.round <= other.round]
                if not content:
                    return False
    return True


def chief_choice(pairs: list[Pair]) -> Choice:
    values = {
        "posts_filled": len(pairs),
        "composite": sum(p.composite for p in pairs),
        "votes": sum(p.votes for p in pairs),
        "applied": sum(1 for p in pairs if p.applied),
        "round": sum(p.round for p in pairs),
        "lot": sum(p.lot for p in pairs),
    }
    seats = [Seat(p.section, "chief", p.person, "filed" if p.applied else "written_in", p.round) for p in pairs]
    return values, seats
