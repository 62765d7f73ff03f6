"""The chief posts: who may win which, with which votes and scores, and that earlier filings come first."""

from collections.abc import Iterator

from allocator.competition.audit.ledger import Ledger, Row
from allocator.competition.audit.pairs import Pair, reaches_floor
from allocator.competition.audit.violation import Violation, breach, differs
from models.common.base import thousandths_text
from models.common.rules import carries
from models.competition.rule_ids import RuleId


def _contested(ledger: Ledger) -> Iterator[Row]:
    return (row for row in ledger.decided("chiefs") if row.placement.basis in ("filed", "written_in"))


@carries(RuleId.ENTRANT, "audit")
def only_entrants(ledger: Ledger) -> Iterator[Violation]:
    """Ensures that only entrants win posts by contest."""
    for row in _contested(ledger):
        if row.person not in ledger.facts.entrants:
            yield breach(RuleId.ENTRANT, f"{row.where}.person_id", "audit.not_entrant", person_id=row.person)


@carries(RuleId.OPEN_POST, "audit")
def only_open_posts(ledger: Ledger) -> Iterator[Violation]:
    """Ensures that no post is contested that a fixed or assigned chief holds."""
    for row in _contested(ledger):
        if row.section not in ledger.facts.open_posts:
            yield breach(RuleId.OPEN_POST, f"{row.where}.section_id", "audit.post_not_open", section_id=row.section)


@carries(RuleId.FILED_OR_WRITTEN_IN, "audit")
def only_asked_for(ledger: Ledger) -> Iterator[Violation]:
    """Ensures that a post won was filed or written in, as the basis says, in the round it says (articles 9-3, 11-2)."""
    for row in _contested(ledger):
        pair = ledger.facts.pairs.get((row.person, row.section))
        if pair is None:
            yield breach(
                RuleId.FILED_OR_WRITTEN_IN, row.where, "audit.not_filed", person_id=row.person, section_id=row.section
            )
            continue
        basis = "filed" if pair.filed.applied else "written_in"
        if row.placement.basis != basis:
            yield differs(RuleId.FILED_OR_WRITTEN_IN, f"{row.where}.basis", basis, row.placement.basis)
        elif pair.filed.applied and row.placement.round != pair.filed.round:
            yield differs(RuleId.FILED_OR_WRITTEN_IN, f"{row.where}.round", pair.filed.round, row.placement.round)


@carries(RuleId.RECOMMENDATION_FLOOR, "audit")
def floor_met(ledger: Ledger) -> Iterator[Violation]:
    """Ensures that no chief but a fixed or assigned one is below the floor (article 11-3).

    Of given chiefs this can be told only where the meeting is on record.
    """
    facts = ledger.facts
    recorded = facts.present > 0 and bool(facts.case.ballots)
    for row in ledger.decided("chiefs"):
        votes = sum(facts.votes.get((row.person, row.section), {}).values())
        if row.placement.basis == "given" and not recorded:
            continue
        if not reaches_floor(votes, facts.present, facts.rulebook):
            yield breach(
                RuleId.RECOMMENDATION_FLOOR,
                row.where,
                "audit.below_floor",
                person_id=row.person,
                section_id=row.section,
                votes=votes,
                present=facts.present,
            )


@carries(RuleId.COMPOSITE, "audit")
def composites(ledger: Ledger) -> Iterator[Violation]:
    """Ensures that every chief who won a post is shown with the composite for that post (article 12)."""
    for row in _contested(ledger):
        pair = ledger.facts.pairs.get((row.person, row.section))
        value = None if pair is None else pair.composite
        text = None if value is None else thousandths_text(value)
        if row.placement.composite != text:
            yield differs(RuleId.COMPOSITE, f"{row.where}.composite", text, row.placement.composite)


@carries(RuleId.RECOMMENDATION, "audit")
def votes_shown(ledger: Ledger) -> Iterator[Violation]:
    """Ensures that every chief who won a post is shown with the votes and with all those present (article 11-3)."""
    for row in _contested(ledger):
        votes = sum(ledger.facts.votes.get((row.person, row.section), {}).values())
        if row.placement.votes != votes:
            yield differs(RuleId.RECOMMENDATION, f"{row.where}.votes", votes, row.placement.votes)
        if row.placement.present != ledger.facts.present:
            yield differs(RuleId.RECOMMENDATION, f"{row.where}.present", ledger.facts.present, row.placement.present)


def overtaken(ledger: Ledger, holders: dict[str, str]) -> Iterator[tuple[Pair, str]]:
    """The pairs whose post is held by a later filing, though the person has no equally early post.

    ``holders`` are the winners by section; yields each such pair with the holder.
    """
    pairs = ledger.facts.pairs
    held = {person: section for section, person in holders.items()}
    rounds = {p: pairs[p, s].filed.round for p, s in held.items() if (p, s) in pairs}
    for pair in pairs.values():
        holder = holders.get(pair.section)
        if not pair.admissible or holder is None or holder not in rounds or rounds[holder] <= pair.filed.round:
            continue
        if pair.person not in rounds or rounds[pair.person] > pair.filed.round:
            yield pair, holder


@carries(RuleId.ROUND_PRIORITY, "audit")
def round_priority(ledger: Ledger) -> Iterator[Violation]:
    """Ensures that a later filing wins a post only if every earlier one there won an equally early post."""
    if not ledger.facts.rulebook.applications.priority or not ledger.ran("chiefs"):
        return
    holders = {row.section: row.person for row in _contested(ledger)}
    for pair, holder in overtaken(ledger, holders):
        yield breach(
            RuleId.ROUND_PRIORITY,
            ledger.by_person[holder].where,
            "audit.overtaken",
            person_id=pair.person,
            section_id=pair.section,
            round=pair.filed.round,
            holder=holder,
        )
