"""The pairs of an entrant with an open chief post: filing, votes, floor and composite (articles 9, 11 and 12)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import lcm

from allocator.bureau import Bureau
from allocator.scoring.people import PersonScores
from allocator.scoring.rounding import Weights, half_up
from allocator.scoring.tracks import TrackRecord
from models.filings import Application
from models.rule_ids import RuleId, carries
from models.rulebook import ApplicationRules

WRITE_IN_CHOICE = 9
"""The choice number of a post nobody filed for but voters wrote in: after every choice of one's own."""


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


@dataclass(frozen=True, slots=True)
class Wish:
    """How a pair came about: in which round, as which choice, by filing or by write-in."""

    round: int
    choice: int
    applied: bool


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


@carries(RuleId.OPEN_POST, "filter")
def open_posts(bureau: Bureau, tracks: Mapping[str, TrackRecord]) -> tuple[str, ...]:
    """The sections whose chief post is open, in id order: neither a fixed nor a pinned chief holds it (article 9-1)."""
    held = {p.section_id for p in bureau.case.people if p.chief and tracks[p.person_id].track == "fixed"}
    held |= {pin.section_id for pin in bureau.assigned.values() if pin.role == "chief"}
    return tuple(section for section in bureau.sections if section not in held)


@carries(RuleId.PIN, "filter")
def contestants(bureau: Bureau, tracks: Mapping[str, TrackRecord]) -> frozenset[str]:
    """The entrants who are still in the contest: whoever is assigned a seat by pin has left it (article 17)."""
    return frozenset(who for who, record in tracks.items() if record.entrant and who not in bureau.assigned)


@carries(RuleId.PIN, "filter")
def filings_by_person(bureau: Bureau) -> dict[str, list[Application]]:
    """The chief filings on record by person, earliest first; a forbidden pair counts as not filed (article 17)."""
    found: dict[str, list[Application]] = {}
    for row in bureau.case.applications:
        if (row.person_id, row.section_id, "chief") not in bureau.forbidden:
            found.setdefault(row.person_id, []).append(row)
    return found


def filed_wishes(filings: Iterable[Application], rules: ApplicationRules) -> dict[str, Wish | None]:
    """One person's filings as the rulebook reads them, by section (article 9-3).

    ``tiers``: a pair stands in the earliest round it was filed in. ``open``: the same, every round counting as 1.
    ``latest``: only the last round on record counts, as round 1; a section filed for earlier only is ``None``.
    """
    rows = sorted(filings, key=lambda row: row.round)
    found: dict[str, Wish | None] = {}
    if rules.reading == "latest":
        last = rows[-1].round if rows else 0
        for row in rows:
            found[row.section_id] = Wish(1, row.choice, True) if row.round == last else None
        return found
    for row in rows:
        found.setdefault(row.section_id, Wish(row.round if rules.reading == "tiers" else 1, row.choice, True))
    return found


def written_in(rules: ApplicationRules) -> Wish:
    """The place of a write-in: under ``tiers`` in the round after the last that can be filed in (article 11-2)."""
    return Wish(len(rules.caps) + 1 if rules.reading == "tiers" else 1, WRITE_IN_CHOICE, False)


@carries(RuleId.FILED_OR_WRITTEN_IN, "filter")
def wishes(filings: Iterable[Application], voted_for: Iterable[str], rules: ApplicationRules) -> dict[str, Wish]:
    """The sections a person stands for: those filed for, and others that got votes (articles 9-3, 11-2)."""
    filed = filed_wishes(filings, rules)
    found = {section: wish for section, wish in filed.items() if wish is not None}
    found.update((section, written_in(rules)) for section in voted_for if section not in filed)
    return found


@carries(RuleId.PIN, "filter")
def votes_by_person(bureau: Bureau) -> dict[str, dict[str, dict[str, int]]]:
    """The votes on record by person, section and group, without rows of no votes and without forbidden pairs."""
    found: dict[str, dict[str, dict[str, int]]] = {}
    for row in bureau.case.ballots:
        if row.votes and (row.person_id, row.section_id, "chief") not in bureau.forbidden:
            found.setdefault(row.person_id, {}).setdefault(row.section_id, {})[row.group] = row.votes
    return found


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


def settled_members(bureau: Bureau, tracks: Mapping[str, TrackRecord]) -> dict[str, frozenset[str]]:
    """By section, the people who sit there before anything is contested: fixed or assigned by pin."""
    found: dict[str, set[str]] = {}
    for person in bureau.case.people:
        if tracks[person.person_id].track == "fixed" and person.section_id is not None:
            found.setdefault(person.section_id, set()).add(person.person_id)
    for who, pin in bureau.assigned.items():
        found.setdefault(pin.section_id, set()).add(who)
    return {section: frozenset(people) for section, people in found.items()}


@carries(RuleId.AVOIDANCE, "filter")
def avoided_members(bureau: Bureau, person_id: str, settled: frozenset[str]) -> frozenset[str]:
    """The settled people of a section with whom the person may never sit (document 4, article 7-5)."""
    return bureau.avoided.get(person_id, frozenset()) & settled


@dataclass(frozen=True)
class _Contest:
    """What every pair of the contest is measured by."""

    bureau: Bureau
    meeting: Meeting
    weights: Weights
    settled: Mapping[str, frozenset[str]]

    def pair(self, person: PersonScores, section: str, wish: Wish, votes: Mapping[str, int]) -> PairScores:
        """One pair with its votes by group, its scores and whatever bars it."""
        rules, who = self.bureau.rulebook, person.person_id
        decimals, present, total = rules.rounding.decimals, self.meeting.present, sum(votes.values())
        rate = Fraction(total, present) if present else None
        recommendation = recommendation_score(votes, self.meeting, decimals)
        bars = {
            RuleId.RECOMMENDATION_FLOOR: below_floor(rate, rules.recommendation.floor),
            RuleId.AVOIDANCE: bool(avoided_members(self.bureau, who, self.settled.get(section, frozenset()))),
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


def pair_scores(
    bureau: Bureau, tracks: Mapping[str, TrackRecord], people: Mapping[str, PersonScores]
) -> tuple[PairScores, ...]:
    """Every pair of a contesting entrant with an open post filed for or written in, by person and section."""
    weights = Weights.of(bureau.rulebook.composite.weights)
    contest = _Contest(bureau, meeting_of(bureau), weights, settled_members(bureau, tracks))
    filings, votes = filings_by_person(bureau), votes_by_person(bureau)
    is_open = frozenset(open_posts(bureau, tracks))
    found = []
    for who in sorted(contestants(bureau, tracks)):
        got = votes.get(who, {})
        stands_for = wishes(filings.get(who, ()), got, bureau.rulebook.applications)
        for section in sorted(stands_for.keys() & is_open):
            found.append(contest.pair(people[who], section, stands_for[section], got.get(section, {})))
    return tuple(found)


def meeting_of(bureau: Bureau) -> Meeting:
    """The recommendation meeting as the attendance table records it."""
    attendance = {row.group: row.present for row in bureau.case.attendance}
    return Meeting(attendance, Weights.of(bureau.rulebook.recommendation.weights))
