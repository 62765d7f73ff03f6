"""Mutual choice, withdrawal, one pick a round and required retention: what binds clerks and institution staff."""

from collections.abc import Iterator

from allocator.competition.audit.ledger import Ledger, Row
from allocator.competition.audit.violation import Violation, breach, differs
from models.common.rules import carries
from models.competition.codes import Stage
from models.competition.rule_ids import RuleId

CHOOSING: tuple[Stage, ...] = ("clerks", "institution")


def _mutual(ledger: Ledger, stage: Stage) -> Iterator[Row]:
    return (row for row in ledger.decided(stage) if row.placement.basis == "mutual")


@carries(RuleId.MUTUAL_CHOICE, "audit")
def mutual_seats_are_mutual(ledger: Ledger) -> Iterator[Violation]:
    """Ensures that a mutual seat was filed for in its round and stands on the section's list at its rank."""
    facts = ledger.facts
    for stage in CHOOSING:
        for row in _mutual(ledger, stage):
            if row.placement.round is None or facts.filings.get(row.person, {}).get(row.placement.round) != row.section:
                yield breach(
                    RuleId.MUTUAL_CHOICE,
                    f"{row.where}.round",
                    "audit.not_filed_in_round",
                    person_id=row.person,
                    section_id=row.section,
                    round=row.placement.round or 0,
                )
            rank = facts.rank(row.person, row.section)
            if rank is None or row.placement.pick_order != rank:
                yield differs(RuleId.MUTUAL_CHOICE, f"{row.where}.pick_order", rank, row.placement.pick_order)


@carries(RuleId.WITHDRAWN, "audit")
def withdrawn_are_directed(ledger: Ledger) -> Iterator[Violation]:
    """Ensures that nobody who gave up the chief contest has a mutual seat (article 15-1)."""
    for row in _mutual(ledger, "clerks"):
        if row.person in ledger.facts.withdrawn:
            yield breach(RuleId.WITHDRAWN, f"{row.where}.basis", "audit.withdrawn_chosen", person_id=row.person)


@carries(RuleId.ONE_PICK_A_ROUND, "audit")
def one_pick_a_round(ledger: Ledger) -> Iterator[Violation]:
    """Ensures that no section takes two people by mutual choice in one round of a stage (articles 15-3 and 16-5)."""
    for stage in CHOOSING:
        taken: dict[tuple[str, int], str] = {}
        for row in _mutual(ledger, stage):
            key = (row.section, row.placement.round or 0)
            if key in taken:
                yield breach(
                    RuleId.ONE_PICK_A_ROUND,
                    f"{row.where}.round",
                    "audit.two_picks",
                    section_id=key[0],
                    round=key[1],
                    people=tuple(sorted((taken[key], row.person))),
                )
            taken[key] = row.person


@carries(RuleId.INSTITUTION_POOL, "audit")
def only_from_the_pool(ledger: Ledger) -> Iterator[Violation]:
    """Ensures that the last stage seats only people with consent, without a failed review, and who filed."""
    for row in ledger.decided("institution"):
        if row.placement.basis != "given" and row.person not in ledger.staff:
            yield breach(RuleId.INSTITUTION_POOL, f"{row.where}.person_id", "audit.outside_pool", person_id=row.person)


@carries(RuleId.REQUIRED_RETENTION, "audit")
def required_seats(ledger: Ledger) -> Iterator[Violation]:
    """Ensures that a required seat is due and held by one of the section's own, who sit there in no other way."""
    seen: set[str] = set()
    for row in ledger.decided("institution"):
        own = row.person in ledger.owing.get(row.section, ())
        if row.placement.basis == "required":
            if not own or row.section in seen:
                yield breach(
                    RuleId.REQUIRED_RETENTION,
                    f"{row.where}.basis",
                    "audit.not_required",
                    person_id=row.person,
                    section_id=row.section,
                )
            seen.add(row.section)
        elif row.placement.basis == "mutual" and own:
            yield breach(
                RuleId.REQUIRED_RETENTION,
                f"{row.where}.basis",
                "audit.required_seat_only",
                person_id=row.person,
                section_id=row.section,
            )


@carries(RuleId.REQUIRED_RETENTION, "audit")
def requirements_met(ledger: Ledger) -> Iterator[Violation]:
    """Ensures that a section that must keep one of its own does so wherever anybody may come.

    The optimum is held to it where this is its first level and proven.
    """
    if not ledger.ran("institution"):
        return
    first = ledger.facts.rulebook.objective.institution[0] == "required"
    if ledger.outcome.method == "optimal" and not (first and ledger.proven["institution"]):
        return
    met = {row.section for row in ledger.decided("institution") if row.placement.basis == "required"}
    board = ledger.before("institution")
    for section, own in ledger.owing.items():
        able = tuple(p for p in own if board.open_to(p, section, "institution"))
        if section not in met and able:
            yield breach(
                RuleId.REQUIRED_RETENTION, "placements", "audit.requirement_ignored", section_id=section, people=able
            )
