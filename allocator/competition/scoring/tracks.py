"""Who takes part in which way: track, eligibility, entrants, withdrawals (articles 2, 3, 5 and 7)."""

import datetime as dt
from dataclasses import dataclass
from fractions import Fraction

from allocator.competition.bureau import Bureau
from allocator.competition.scoring.dates import full_years
from models.common.rules import carries
from models.competition.codes import Track
from models.competition.people import Person
from models.competition.records import Satisfaction
from models.competition.rule_ids import RuleId
from models.competition.rulebook import Eligibility


@dataclass(frozen=True, slots=True)
class TrackRecord:
    """A person's track and part in the chief contest.

    ``eligible`` by rank and service (article 2-2). ``bars`` say why an incumbent or candidate is no entrant, and why
    a clerk who could have wanted a chief post is no candidate (``bar.<code>`` in the catalogue); entrants have none.
    ``withdrawn``: gave up the contest with effect, so that the leadership directs the person first (article 15-1).
    """

    person_id: str
    track: Track
    eligible: bool
    entrant: bool
    bars: tuple[str, ...]
    withdrawn: bool


def service_bar(person: Person, eligibility: Eligibility, reference_date: dt.date) -> str | None:
    """Why rank or service does not suffice for a chief post (article 2-2), or ``None`` when they do."""
    needed = eligibility.years.get(person.rank)
    if needed is None:
        return "rank"
    if needed == 0:
        return None
    if person.rank_since is None:
        return "rank_date"
    return None if full_years(person.rank_since, reference_date) >= needed else "service"


@carries(RuleId.ELIGIBILITY, "filter")
def is_eligible(person: Person, eligibility: Eligibility, reference_date: dt.date) -> bool:
    """Whether an administrative person who rotates has the rank and the full years in it (article 2-2)."""
    if person.staffing != "administrative" or person.fixed:
        return False
    return service_bar(person, eligibility, reference_date) is None


@carries(RuleId.TRACK, "filter")
def track_of(person: Person, eligible: bool) -> Track:
    """The one track of a person: by staffing and special post, then by present office and bid (articles 2 and 3-2)."""
    if person.staffing == "contract":
        return "contract"
    if person.fixed:
        return "fixed"
    if person.staffing == "institution":
        return "institution"
    if person.chief:
        return "incumbent"
    return "candidate" if person.bid == "compete" and eligible else "clerk"


def dissatisfied_share(row: Satisfaction | None) -> Fraction | None:
    """The exact share of dissatisfied ballots (article 5); ``None`` without a poll or without ballots."""
    if row is None:
        return None
    cast = row.satisfied + row.basic + row.dissatisfied
    return Fraction(row.dissatisfied, cast) if cast else None


@carries(RuleId.ENTRANT, "filter")
def contest_bars(person: Person, track: Track, poll: Satisfaction | None, eligibility: Eligibility) -> tuple[str, ...]:
    """Why an incumbent or candidate may not enter the chief contest: none means entrant (articles 3-2, 5 and 7)."""
    share = dissatisfied_share(poll)
    found = {
        "review_fail": person.review == "fail",
        "withdrew": person.bid == "withdraw",
        "dissatisfied": share is not None and share >= eligibility.dissatisfied_below,
        "not_cleared": track == "candidate" and not person.cleared,
    }
    return tuple(code for code, holds in found.items() if holds)


def _clerk_bars(person: Person, eligible: bool, eligibility: Eligibility, reference_date: dt.date) -> tuple[str, ...]:
    if eligible:
        return ("withdrew",) if person.bid == "withdraw" else ("no_bid",)
    if person.bid != "compete":
        return ()
    bar = service_bar(person, eligibility, reference_date)
    return () if bar is None else (bar,)


@carries(RuleId.WITHDRAWN, "filter")
def has_withdrawn(person: Person, track: Track, eligible: bool) -> bool:
    """Whether a withdrawal has effect: only an incumbent or an eligible person can give up the contest."""
    return person.bid == "withdraw" and (track == "incumbent" or eligible)


def tracks(bureau: Bureau) -> dict[str, TrackRecord]:
    """The track record of everybody, by person id, in id order."""
    rules, reference_date = bureau.rulebook.eligibility, bureau.case.case.reference_date
    polls = {row.person_id: row for row in bureau.case.satisfaction}
    found = {}
    for person in bureau.case.people:
        eligible = is_eligible(person, rules, reference_date)
        track = track_of(person, eligible)
        contests = track in ("incumbent", "candidate")
        if contests:
            bars = contest_bars(person, track, polls.get(person.person_id), rules)
        elif track == "clerk":
            bars = _clerk_bars(person, eligible, rules, reference_date)
        else:
            bars = ()
        found[person.person_id] = TrackRecord(
            person_id=person.person_id,
            track=track,
            eligible=eligible,
            entrant=contests and not bars,
            bars=bars,
            withdrawn=has_withdrawn(person, track, eligible),
        )
    return found
