"""The two strict orders of the chief contest (article 13)."""

from collections.abc import Sequence

from allocator.competition.bureau import Bureau
from allocator.competition.scoring import PairScores

PERSON_CLAUSES = ("round", "rate", "applied", "choice", "lot", "id")
POST_CLAUSES = ("round", "composite", "rate", "applied", "lot", "id")


class ChiefOrders:
    """How each person ranks its pairs and each post the people who stand for it; a smaller key is better.

    Keys end with the draw and then the id, so ``key[:-2]`` is everything before the draw. All pairs share one
    number of people present, so the votes order as the rates do.
    """

    def __init__(self, bureau: Bureau, pairs: Sequence[PairScores]) -> None:
        self._bureau = bureau
        grouped: dict[str, list[PairScores]] = {}
        for pair in pairs:
            grouped.setdefault(pair.person_id, []).append(pair)
        self.by_person = {p: tuple(sorted(own, key=self.person_key)) for p, own in sorted(grouped.items())}

    def person_key(self, pair: PairScores) -> tuple[int | str, ...]:
        """Round, rate descending, filed first, choice, draw descending, section (article 13-2)."""
        draw = self._bureau.pair_lot(pair.person_id, pair.section_id)
        return (pair.round, -pair.votes, not pair.applied, pair.choice, -draw, pair.section_id)

    def post_key(self, pair: PairScores) -> tuple[int | str, ...]:
        """Round, composite descending, rate descending, filed first, draw descending, person (article 13-3)."""
        draw = self._bureau.pair_lot(pair.person_id, pair.section_id)
        return (pair.round, -(pair.composite or 0), -pair.votes, not pair.applied, -draw, pair.person_id)

    def persons_clause(self, first: PairScores, second: PairScores) -> str:
        """The name of the first key on which a person's two pairs differ."""
        return first_difference(self.person_key(first), self.person_key(second), PERSON_CLAUSES)

    def posts_clause(self, first: PairScores, second: PairScores) -> str:
        """The name of the first key on which two people who stand for one post differ."""
        return first_difference(self.post_key(first), self.post_key(second), POST_CLAUSES)


def first_difference(one: Sequence[int | str], other: Sequence[int | str], names: Sequence[str]) -> str:
    """The name of the first position in which two keys differ (they always do: the last is an id)."""
    return next(name for name, a, b in zip(names, one, other, strict=True) if a != b)
