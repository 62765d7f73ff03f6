"""Which chief posts are open, who stands for them, and by which filing or write-in (articles 9, 11-2 and 17)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from allocator.competition.bureau import Bureau
from allocator.competition.scoring.tracks import TrackRecord
from models.common.rules import carries
from models.competition.filings import Application
from models.competition.rule_ids import RuleId
from models.competition.rulebook import ApplicationRules

WRITE_IN_CHOICE = 9
"""The choice number of a post nobody filed for but voters wrote in: after every choice of one's own."""


@dataclass(frozen=True, slots=True)
class Wish:
    """How a pair came about: in which round, as which choice, by filing or by write-in."""

    round: int
    choice: int
    applied: bool


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
