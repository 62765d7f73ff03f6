"""The scores as they would be with one number changed: a group's votes for one pair, or one person's speech."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from allocator.competition.scoring import PairScores, PersonScores, Scores
from allocator.competition.scoring.pairs import PairMeasure
from allocator.competition.scoring.rounding import half_up
from allocator.competition.scoring.wishes import contestants, filings_by_person, votes_by_person, wishes


class WhatIf:
    """One person's pairs under other numbers; nobody else's ever change."""

    def __init__(self, scores: Scores, person_id: str) -> None:
        self.scores, self.person_id = scores, person_id
        self._bureau, self._rules = scores.bureau, scores.bureau.rulebook
        self._measure = PairMeasure.of(scores.bureau, scores.tracks)
        self._filings = filings_by_person(scores.bureau).get(person_id, ())
        self._votes = votes_by_person(scores.bureau).get(person_id, {})

    @property
    def groups(self) -> Mapping[str, int]:
        """The voter groups at the meeting, with how many of each were present."""
        return self._measure.meeting.attendance

    @property
    def step(self) -> int:
        """The smallest step of a named score, in thousandths: what the rulebook's rounding keeps."""
        return int(10 ** (3 - self._rules.rounding.decimals))

    @property
    def speech(self) -> int | None:
        """The speech score as recorded, in thousandths."""
        return self.scores.people[self.person_id].speech

    def votes(self, section_id: str, group: str) -> int:
        """The votes of a group as recorded, whether or not they have any effect."""
        key = (self.person_id, section_id, group)
        rows = self._bureau.case.ballots
        return next((row.votes for row in rows if (row.person_id, row.section_id, row.group) == key), 0)

    @cached_property
    def in_contest(self) -> bool:
        """Whether the person is an entrant whom no pin has seated."""
        return self.person_id in contestants(self._bureau, self.scores.tracks)

    def could_win(self, section_id: str) -> bool:
        """Whether votes could win the person this post: no rule but the floor and want of votes is in the way."""
        if not self.in_contest or section_id not in self.scores.open_posts:
            return False
        if self._measure.avoids(self.person_id, section_id):
            return False
        if (self.person_id, section_id) in self.scores.pair:
            return True
        if (self.person_id, section_id, "chief") in self._bureau.forbidden:
            return False
        return section_id in wishes(self._filings, [section_id], self._rules.applications)

    def with_votes(self, section_id: str, group: str, votes: int) -> Scores:
        """The scores with so many votes of a group for the person at the post."""
        found = {**self._votes.get(section_id, {}), group: votes}
        pair = self._pair(self.scores.people[self.person_id], section_id, found)
        return self._with_pairs({section_id: pair})

    def with_speech(self, speech: int) -> Scores:
        """The scores with another speech score, in thousandths."""
        person = replace(self.scores.people[self.person_id], speech=speech)
        own = self.scores.pairs_of.get(self.person_id, ())
        changed = {p.section_id: self._pair(person, p.section_id, self._votes.get(p.section_id, {})) for p in own}
        scores = self._with_pairs(changed)
        return replace(scores, people={**scores.people, self.person_id: person})

    def composites(self, section_id: str, speeches: NDArray[np.int64]) -> NDArray[np.int64]:
        """The composite of an existing pair with each of these speech scores, in thousandths."""
        person, weights = self.scores.people[self.person_id], self._measure.weights
        pair = self.scores.pair[self.person_id, section_id]
        parts = {"quantification": person.quantification, "recommendation": pair.recommendation}
        factors = dict(zip(weights.names, weights.factors, strict=True))
        known = sum(factors.get(name, 0) * (value or 0) for name, value in parts.items())
        largest = 4000 * (known + factors.get("speech", 0) * 100_000 + 1000 * weights.denominator)
        kind = np.int64 if largest < 2**62 else object
        total = known + factors.get("speech", 0) * speeches.astype(kind)
        found = half_up(total, 1000 * weights.denominator, self._rules.rounding.decimals)  # type: ignore[arg-type]
        return np.asarray(found, dtype=np.int64)

    def _pair(self, person: PersonScores, section_id: str, votes: Mapping[str, int]) -> PairScores | None:
        """The pair as it would be; ``None`` for one that nobody filed or voted for."""
        voted_for = [section_id] if any(votes.values()) else []
        wish = wishes(self._filings, voted_for, self._rules.applications).get(section_id)
        return None if wish is None else self._measure.pair(person, section_id, wish, votes)

    def _with_pairs(self, changed: Mapping[str, PairScores | None]) -> Scores:
        kept = [p for p in self.scores.pairs if p.person_id != self.person_id or p.section_id not in changed]
        new = [pair for pair in changed.values() if pair is not None]
        pairs = tuple(sorted((*kept, *new), key=lambda pair: (pair.person_id, pair.section_id)))
        return replace(self.scores, pairs=pairs)
