"""The pairs of an entrant with an open chief post: filing, votes, floor and composite (articles 9, 11 and 12)."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import lcm

from allocator.competition.bureau import Bureau
from allocator.competition.scoring.people import PersonScores
from allocator.competition.scoring.rounding import Weights, half_up
from allocator.competition.scoring.tracks import TrackRecord
from allocator.competition.scoring.wishes import (
    Wish,
    avoided_members,
    contestants,
    filings_by_person,
    open_posts,
    settled_members,
    votes_by_person,
    wishes,
)
from models.common.rules import carries
from models.competition.rule_ids import RuleId


@dataclass(frozen=True, slots=True)
class PairScores:
    """An entrant and an open post that was filed for or written in.

    ``round`` and ``choice`` as the rulebook's reading of the filings has them. ``rate`` is the exact share of votes of
    all present. ``recommendation`` and ``composite`` are in thousandths and are shown for barred pairs too;
    ``barred`` names the rules that keep the pair out of the contest.
    """

    person_id: str
    section_id: str
    round: int
    choice: int
    applied: bool
    votes: int
    present: int
    rate: Fraction | None
    recommendation: int | None
    composite: int | None
    admissible: bool
    barred: tuple[RuleId, ...]


@dataclass(frozen=True)
class Meeting:
    """The recommendation meeting: who was present, and what a vote of each group is worth."""

    attendance: Mapping[str, int]
    weights: Weights

    @cached_property
    def present(self) -> int:
        """Everybody present, over all groups."""
        return sum(self.attendance.values())

    @cached_property
    def worth(self) -> tuple[Mapping[str, int], int] | None:
        """What one vote of each group adds to the recommendation, as whole numbers over one denominator.

        ``None`` when nobody of a group with weight was present, so that no recommendation can be computed.
        """
        present = [self.attendance.get(group, 0) for group in self.weights.names]
        if not all(present):
            return None
        common = lcm(*present)
        worth = {
            group: 100 * factor * (common // count)
            for group, factor, count in zip(self.weights.names, self.weights.factors, present, strict=True)
        }
        return worth, common * self.weights.denominator


def meeting_of(bureau: Bureau) -> Meeting:
    """The recommendation meeting as the attendance table records it."""
    attendance = {row.group: row.present for row in bureau.case.attendance}
    return Meeting(attendance, Weights.of(bureau.rulebook.recommendation.weights))


@carries(RuleId.RECOMMENDATION, "score")
def recommendation_score(votes: Mapping[str, int], meeting: Meeting, decimals: int) -> int | None:
    """100 times the weighted sum of each group's share of votes, exact and rounded once (article 11-4)."""
    if meeting.worth is None:
        return None
    worth, denominator = meeting.worth
    return half_up(sum(worth.get(group, 0) * count for group, count in votes.items()), denominator, decimals)


@carries(RuleId.COMPOSITE, "score")
def composite_score(person: PersonScores, recommendation: int | None, weights: Weights, decimals: int) -> int | None:
    """The weighted sum of quantification, speech and the pair's recommendation (article 12)."""
    parts = {
        "quantification": person.quantification,
        "speech": person.speech,
        "recommendation": recommendation,
    }
    return weights.of_scores(parts, decimals)


@carries(RuleId.RECOMMENDATION_FLOOR, "filter")
def below_floor(rate: Fraction | None, floor: Fraction) -> bool:
    """Whether the share of votes misses the floor; exactly the floor passes, no rate does not (article 11-3)."""
    return rate is None or rate < floor


@dataclass(frozen=True)
class PairMeasure:
    """What every pair of the contest is measured by."""

    bureau: Bureau
    meeting: Meeting
    weights: Weights
    settled: Mapping[str, frozenset[str]]

    @staticmethod
    def of(bureau: Bureau, tracks: Mapping[str, TrackRecord]) -> "PairMeasure":
        """The measure of one bureau."""
        weights = Weights.of(bureau.rulebook.composite.weights)
        return PairMeasure(bureau, meeting_of(bureau), weights, settled_members(bureau, tracks))

    def pair(self, person: PersonScores, section: str, wish: Wish, votes: Mapping[str, int]) -> PairScores:
        """One pair with its votes by group, its scores and whatever bars it."""
        rules, who = self.bureau.rulebook, person.person_id
        decimals, present, total = rules.rounding.decimals, self.meeting.present, sum(votes.values())
        rate = Fraction(total, present) if present else None
        recommendation = recommendation_score(votes, self.meeting, decimals)
        bars = {
            RuleId.RECOMMENDATION_FLOOR: below_floor(rate, rules.recommendation.floor),
            RuleId.AVOIDANCE: self.avoids(who, section),
        }
        barred = tuple(rule for rule, holds in bars.items() if holds)
        return PairScores(
            person_id=who,
            section_id=section,
            round=wish.round,
            choice=wish.choice,
            applied=wish.applied,
            votes=total,
            present=present,
            rate=rate,
            recommendation=recommendation,
            composite=composite_score(person, recommendation, self.weights, decimals),
            admissible=not barred,
            barred=barred,
        )

    def avoids(self, person_id: str, section: str) -> bool:
        """Whether somebody settled in the section must be avoided by the person."""
        return bool(avoided_members(self.bureau, person_id, self.settled.get(section, frozenset())))


def pair_scores(
    bureau: Bureau, tracks: Mapping[str, TrackRecord], people: Mapping[str, PersonScores]
) -> tuple[PairScores, ...]:
    """Every pair of a contesting entrant with an open post filed for or written in, by person and section."""
    measure = PairMeasure.of(bureau, tracks)
    filings, votes = filings_by_person(bureau), votes_by_person(bureau)
    is_open = frozenset(open_posts(bureau, tracks))
    found = []
    for who in sorted(contestants(bureau, tracks)):
        got = votes.get(who, {})
        stands_for = wishes(filings.get(who, ()), got, bureau.rulebook.applications)
        for section in sorted(stands_for.keys() & is_open):
            pair = measure.pair(people[who], section, stands_for[section], got.get(section, {}))
            found.append(pair)
    return tuple(found)
