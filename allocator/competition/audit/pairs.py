"""The pairs of an entrant and an open chief post, worked out from filings and ballots (articles 9 and 11)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from models.common.rules import carries
from models.competition.filings import Application
from models.competition.rule_ids import RuleId
from models.competition.rulebook import ApplicationRules, Rulebook

WRITE_IN_CHOICE = 9


@dataclass(frozen=True, slots=True)
class Filed:
    """How a post was asked for: the round and the choice number that count."""

    round: int
    choice: int
    applied: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """An entrant and an open post. ``composite`` in thousandths; ``lot`` is the published draw of the pair."""

    person: str
    section: str
    filed: Filed
    votes: int
    present: int
    composite: int | None
    lot: int
    admissible: bool

    @property
    def rate(self) -> Fraction:
        """The share of all those present who recommended the person for the post."""
        return Fraction(self.votes, self.present) if self.present else Fraction(0)

    @property
    def person_key(self) -> tuple[int, Fraction, bool, int]:
        """What the person's own order of posts looks at before the draw; smaller is better."""
        return (self.filed.round, -self.rate, not self.filed.applied, self.filed.choice)

    @property
    def post_key(self) -> tuple[int, int, Fraction, bool]:
        """What the post's order of people looks at before the draw; smaller is better."""
        return (self.filed.round, -(self.composite or 0), -self.rate, not self.filed.applied)


@carries(RuleId.FILED_OR_WRITTEN_IN, "audit")
def asked_for(filings: Iterable[Application], voted: Iterable[str], rules: ApplicationRules) -> dict[str, Filed]:
    """The posts one person stands for, by section: filed as the reading in force has it, or written in (article 11-2).

    A post that was filed only in a round that no longer counts is neither.
    """
    rows = sorted(filings, key=lambda row: (row.round, row.choice))
    ever = {row.section_id for row in rows}
    if rules.reading == "latest" and rows:
        rows = [row for row in rows if row.round == rows[-1].round]
    found: dict[str, Filed] = {}
    for row in rows:
        round_ = row.round if rules.reading == "tiers" else 1
        found.setdefault(row.section_id, Filed(round_, row.choice, True))
    written_in = Filed(len(rules.caps) + 1 if rules.reading == "tiers" else 1, WRITE_IN_CHOICE, False)
    for section in voted:
        if section not in ever:
            found[section] = written_in
    return found


@carries(RuleId.RECOMMENDATION_FLOOR, "audit")
def reaches_floor(votes: int, present: int, rulebook: Rulebook) -> bool:
    """Whether the recommendation rate is at least the floor, exactly (article 11-3)."""
    floor = rulebook.recommendation.floor
    return present > 0 and votes * floor.denominator >= floor.numerator * present


def votes_by_pair(rows: Iterable[tuple[str, str, str, int]]) -> Mapping[tuple[str, str], dict[str, int]]:
    """The votes of each person and section by voter group."""
    found: dict[tuple[str, str], dict[str, int]] = {}
    for person, section, group, votes in rows:
        found.setdefault((person, section), {})[group] = votes
    return found
