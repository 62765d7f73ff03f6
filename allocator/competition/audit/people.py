"""Who everybody is, worked out afresh from the people table (articles 2, 3, 5 and 7)."""

import datetime as dt
from collections.abc import Iterable, Mapping
from fractions import Fraction

from models.common.rules import carries
from models.competition.codes import Track
from models.competition.people import Person
from models.competition.records import Satisfaction
from models.competition.rule_ids import RuleId
from models.competition.rulebook import Rulebook


def full_years(since: dt.date, until: dt.date) -> int:
    """Full years from one day to another; 29 February counts from 1 March in common years."""
    return until.year - since.year - ((until.month, until.day) < (since.month, since.day))


@carries(RuleId.ELIGIBILITY, "audit")
def eligible(person: Person, rulebook: Rulebook, reference: dt.date) -> bool:
    """Whether rank and years in it let a person contest a chief post (article 2-2)."""
    if person.staffing != "administrative" or person.fixed or person.rank not in rulebook.eligibility.years:
        return False
    needed = rulebook.eligibility.years[person.rank]
    if needed == 0:
        return True
    return person.rank_since is not None and full_years(person.rank_since, reference) >= needed


@carries(RuleId.TRACK, "audit")
def track(person: Person, may_compete: bool) -> Track:
    """The track of a person (articles 2 and 3)."""
    if person.staffing == "contract":
        return "contract"
    if person.fixed:
        return "fixed"
    if person.staffing == "institution":
        return "institution"
    if person.chief:
        return "incumbent"
    return "candidate" if person.bid == "compete" and may_compete else "clerk"


@carries(RuleId.WITHDRAWN, "audit")
def withdrew(person: Person, own_track: Track, may_compete: bool) -> bool:
    """Whether a person gave up the contest, which is open to incumbents and eligible people only (article 15-1)."""
    return person.bid == "withdraw" and (own_track == "incumbent" or may_compete)


@carries(RuleId.ENTRANT, "audit")
def entrant(person: Person, own_track: Track, poll: Satisfaction | None, limit: Fraction) -> bool:
    """Whether a person takes part in the contest for chief posts (articles 5-1, 5-3 and 7)."""
    if own_track not in ("incumbent", "candidate") or person.review == "fail" or person.bid == "withdraw":
        return False
    if own_track == "candidate" and not person.cleared:
        return False
    if poll is None:
        return True
    total = poll.satisfied + poll.basic + poll.dissatisfied
    return total == 0 or Fraction(poll.dissatisfied, total) < limit


def avoided(rows: Iterable[tuple[str, str]]) -> Mapping[str, frozenset[str]]:
    """Whom each person may not sit with, both ways."""
    found: dict[str, set[str]] = {}
    for a, b in rows:
        found.setdefault(a, set()).add(b)
        found.setdefault(b, set()).add(a)
    return {person: frozenset(others) for person, others in found.items()}
