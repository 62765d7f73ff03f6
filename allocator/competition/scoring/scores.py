"""Tracks, named scores and chief pairs of a whole bureau, computed once and then only read."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from allocator.competition.bureau import Bureau
from allocator.competition.scoring.pairs import PairScores, pair_scores
from allocator.competition.scoring.people import PersonScores, people_scores
from allocator.competition.scoring.tracks import TrackRecord, tracks
from allocator.competition.scoring.wishes import open_posts


@dataclass(frozen=True)
class Scores:
    """What articles 2 to 12 make of a bureau's records. Everybody has a track record and named scores.

    ``pairs`` are those of contesting entrants with open posts, barred ones included, sorted by person and section.
    """

    bureau: Bureau
    tracks: Mapping[str, TrackRecord]
    people: Mapping[str, PersonScores]
    pairs: tuple[PairScores, ...]

    @cached_property
    def open_posts(self) -> tuple[str, ...]:
        """The sections whose chief post nobody holds beforehand, in id order (article 9-1)."""
        return open_posts(self.bureau, self.tracks)

    @cached_property
    def entrants(self) -> tuple[str, ...]:
        """Everybody who takes part in the chief contest, in id order; people assigned a seat by pin are among them."""
        return tuple(who for who, record in self.tracks.items() if record.entrant)

    @cached_property
    def pair(self) -> Mapping[tuple[str, str], PairScores]:
        """The pairs by (person, section)."""
        return {(pair.person_id, pair.section_id): pair for pair in self.pairs}

    @cached_property
    def pairs_of(self) -> Mapping[str, tuple[PairScores, ...]]:
        """The pairs of each person who has any, in section order."""
        found: dict[str, list[PairScores]] = {}
        for pair in self.pairs:
            found.setdefault(pair.person_id, []).append(pair)
        return {who: tuple(own) for who, own in found.items()}


def score(bureau: Bureau) -> Scores:
    """Every track, named score and chief pair of a bureau (articles 2 to 12).

    Missing records never raise: the score they were needed for is ``None``.
    """
    record = tracks(bureau)
    people = people_scores(bureau)
    return Scores(bureau=bureau, tracks=record, people=people, pairs=pair_scores(bureau, record, people))
