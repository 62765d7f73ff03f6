"""Records that contradict themselves or each other: polls, attendance, votes, filings."""

from collections.abc import Iterator

from allocator.competition.check.material import Material, fault
from allocator.faults import Fault
from models.common.rules import carries
from models.competition.filings import Application
from models.competition.records import Attendance, Ballot, Satisfaction
from models.competition.rule_ids import RuleId


def empty_polls(material: Material) -> Iterator[Fault]:
    """A satisfaction poll has ballots (article 5)."""
    for row, poll in material.table(Satisfaction):
        if poll.satisfied + poll.basic + poll.dissatisfied == 0:
            yield fault("poll_without_ballots", "satisfaction", row, "satisfied", 0, person_id=poll.person_id)


@carries(RuleId.VOTES_WITHIN_PRESENT, "check")
def missing_attendance(material: Material) -> Iterator[Fault]:
    """Once attendance is recorded, every group with weight has a row (article 11-4)."""
    if not material.has_rows("attendance"):
        return
    recorded = {record.group for _, record in material.table(Attendance)}
    for group, weight in material.rulebook.recommendation.weights.items():
        if weight > 0 and group not in recorded and not material.may_hold("attendance", group):
            yield fault("attendance_missing", "attendance", None, "group", group, group=group)


@carries(RuleId.VOTES_WITHIN_PRESENT, "check")
def nobody_present(material: Material) -> Iterator[Fault]:
    """Somebody of every group with weight was present (article 11-4)."""
    weights = material.rulebook.recommendation.weights
    for row, record in material.table(Attendance):
        if record.present == 0 and weights.get(record.group, 0) > 0:
            yield fault("attendance_zero", "attendance", row, "present", 0, group=record.group)


@carries(RuleId.VOTES_WITHIN_PRESENT, "check")
def votes_over_present(material: Material) -> Iterator[Fault]:
    """A group gives a pair at most as many votes as it has people present (article 11-3)."""
    if not material.has_rows("attendance"):
        return
    present = {record.group: record.present for _, record in material.table(Attendance)}
    weights = material.rulebook.recommendation.weights
    counted = present | {
        group: 0 for group in weights if group not in present and not material.may_hold("attendance", group)
    }
    for row, ballot in material.table(Ballot):
        if ballot.votes > counted.get(ballot.group, ballot.votes) and (
            counted[ballot.group] or not weights[ballot.group]
        ):
            yield fault(
                "votes_over_present",
                "ballots",
                row,
                "votes",
                ballot.votes,
                group=ballot.group,
                present=counted[ballot.group],
            )


@carries(RuleId.FILING_CAPS, "check")
def rounds_beyond_caps(material: Material) -> Iterator[Fault]:
    """There are as many rounds of filing as the rulebook has caps (article 9-3)."""
    rounds = len(material.rulebook.applications.caps)
    for row, filing in material.table(Application):
        if filing.round > rounds:
            yield fault("round_beyond_caps", "applications", row, "round", filing.round, rounds=rounds)


@carries(RuleId.FILING_CAPS, "check")
def filings_over_cap(material: Material) -> Iterator[Fault]:
    """In each round a person files for no more posts than its cap, counted before anything is dropped (article 9-3)."""
    caps = material.rulebook.applications.caps
    count: dict[tuple[str, int], int] = {}
    for row, filing in material.table(Application):
        if filing.round > len(caps):
            continue
        key = filing.person_id, filing.round
        count[key] = count.get(key, 0) + 1
        if count[key] > caps[filing.round - 1]:
            yield fault(
                "filings_over_cap",
                "applications",
                row,
                "section_id",
                filing.section_id,
                person_id=filing.person_id,
                round=filing.round,
                cap=caps[filing.round - 1],
            )
