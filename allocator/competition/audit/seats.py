"""Who may sit where at all: fixed people, pins, tracks, headcount, retention and avoidance, in every stage."""

from collections.abc import Iterator

from allocator.competition.audit.ledger import Ledger, Row
from allocator.competition.audit.violation import Violation, breach, differs
from models.common.base import thousandths_text
from models.common.rules import carries
from models.competition.codes import STAGES, Basis, Role, Stage, Track
from models.competition.rule_ids import RuleId

FITS: dict[Role, tuple[Track, ...]] = {
    "chief": ("incumbent", "candidate"),
    "clerk": ("incumbent", "candidate", "clerk"),
    "institution": ("institution",),
}
BASES: dict[Stage, tuple[Basis, ...]] = {
    "chiefs": ("filed", "written_in"),
    "clerks": ("mutual", "directed"),
    "institution": ("mutual", "required"),
}
"""How a stage seats people; of a stage that was given the basis is ``given``."""


@carries(RuleId.TRACK, "audit")
def fixed_people_stay(ledger: Ledger) -> Iterator[Violation]:
    """Ensures that everybody who does not rotate sits in the own seat, and nobody else is called fixed."""
    for person, seat in ledger.facts.fixed.items():
        row = ledger.by_person.get(person)
        if row is None or (row.section, row.placement.role, row.placement.basis) != (*seat, "fixed"):
            yield breach(
                RuleId.TRACK,
                row.where if row else "placements",
                "audit.fixed_moved",
                person_id=person,
                section_id=seat.section,
                role=seat.role,
            )
    for row in ledger.rows:
        if row.placement.basis == "fixed" and row.person not in ledger.facts.fixed:
            yield breach(RuleId.TRACK, f"{row.where}.basis", "audit.not_fixed", person_id=row.person)


@carries(RuleId.PIN, "audit")
def pins_hold(ledger: Ledger) -> Iterator[Violation]:
    """Ensures that assigned people sit as the pin says, no others are called pinned, and no forbidden seat is taken."""
    facts = ledger.facts
    for person, seat in facts.pinned.items():
        row = ledger.by_person.get(person)
        if row is None or (row.section, row.placement.role, row.placement.basis) != (*seat, "pinned"):
            yield breach(
                RuleId.PIN,
                row.where if row else "placements",
                "audit.pin_not_kept",
                person_id=person,
                section_id=seat.section,
                role=seat.role,
            )
    for row in ledger.rows:
        if row.placement.basis == "pinned" and row.person not in facts.pinned:
            yield breach(RuleId.PIN, f"{row.where}.basis", "audit.not_pinned", person_id=row.person)
        if (row.person, row.section, row.placement.role) in facts.forbidden:
            yield breach(
                RuleId.PIN,
                row.where,
                "audit.forbidden_seat",
                person_id=row.person,
                section_id=row.section,
                role=row.placement.role,
            )


@carries(RuleId.TRACK, "audit")
def roles_fit_tracks(ledger: Ledger) -> Iterator[Violation]:
    """Ensures that everybody who rotates sits in a role for the own staffing and track; contract staff sit nowhere."""
    for row in ledger.rows:
        track, role = ledger.facts.track[row.person], row.placement.role
        if track not in FITS[role] and row.person not in ledger.facts.fixed:
            yield breach(
                RuleId.TRACK, f"{row.where}.role", "audit.wrong_track", person_id=row.person, track=track, role=role
            )


def bases_fit_stages(ledger: Ledger) -> Iterator[Violation]:
    """Ensures that a stage's placements say how that stage seats people, and that a stage not run has none."""
    for stage in STAGES:
        state = ledger.reports[stage].state
        allowed: tuple[Basis, ...] = BASES[stage] if state == "run" else ("given",) if state == "given" else ()
        for row in ledger.decided(stage):
            if row.placement.basis not in allowed:
                yield breach(
                    None, f"{row.where}.basis", "audit.wrong_basis", basis=row.placement.basis, stage=stage, state=state
                )


def fields_filled(ledger: Ledger) -> Iterator[Violation]:
    """Ensures that round, pick order, composite and votes stand exactly where the basis has them."""
    for row in ledger.rows:
        one = row.placement
        contested = one.basis in ("filed", "written_in")
        wanted = {
            "round": one.basis in ("filed", "mutual"),
            "pick_order": one.basis == "mutual",
            "composite": contested,
            "votes": contested,
            "present": contested,
        }
        for name, needed in wanted.items():
            if (getattr(one, name) is not None) != needed:
                code = "audit.field_missing" if needed else "audit.field_unexpected"
                yield breach(None, f"{row.where}.{name}", code, basis=one.basis)


@carries(RuleId.QUANTIFICATION, "audit")
def quantifications(ledger: Ledger) -> Iterator[Violation]:
    """Ensures that everybody placed is shown with the own quantification, where there is one."""
    for row in ledger.rows:
        value = ledger.facts.quantification[row.person]
        text = None if value is None else thousandths_text(value)
        if row.placement.quantification != text:
            where = f"{row.where}.quantification"
            yield differs(RuleId.QUANTIFICATION, where, text, row.placement.quantification)


@carries(RuleId.HEADCOUNT, "audit")
def headcount(ledger: Ledger) -> Iterator[Violation]:
    """Ensures that no section has more people beside its chief than its headcount leaves."""
    board = ledger.after("institution")
    for section, free in board.free.items():
        if free < 0:
            seats = ledger.facts.sections[section].headcount - 1
            yield breach(
                RuleId.HEADCOUNT,
                "placements",
                "audit.over_headcount",
                section_id=section,
                seats=seats,
                taken=seats - free,
            )


@carries(RuleId.ONE_CHIEF, "audit")
def one_chief(ledger: Ledger) -> Iterator[Violation]:
    """Ensures that no section has two chiefs."""
    for section, chiefs in ledger.after("institution").chiefs.items():
        if len(chiefs) > 1:
            yield breach(
                RuleId.ONE_CHIEF, "placements", "audit.two_chiefs", section_id=section, people=tuple(sorted(chiefs))
            )


@carries(RuleId.RETENTION_CLERK, "audit")
def clerks_kept(ledger: Ledger) -> Iterator[Violation]:
    """Ensures that no section keeps more of its own people as clerks than it may (article 15)."""
    yield from _kept(ledger, "clerk", RuleId.RETENTION_CLERK)


@carries(RuleId.RETENTION_INSTITUTION, "audit")
def institution_kept(ledger: Ledger) -> Iterator[Violation]:
    """Ensures that no section keeps more of its own institution staff than it may (article 16)."""
    yield from _kept(ledger, "institution", RuleId.RETENTION_INSTITUTION)


def _kept(ledger: Ledger, role: Role, rule: RuleId) -> Iterator[Violation]:
    for (section, held), own in ledger.after("institution").kept.items():
        limit = ledger.facts.retain(section, role)
        if held == role and len(own) > limit:
            yield breach(
                rule, "placements", "audit.over_retention", section_id=section, people=tuple(sorted(own)), limit=limit
            )


@carries(RuleId.AVOIDANCE, "audit")
def avoidance(ledger: Ledger) -> Iterator[Violation]:
    """Ensures that no two people of an avoidance pair sit in one section, unless both are fixed there."""
    where: dict[str, Row] = dict(ledger.by_person)
    for pair in ledger.facts.case.avoidances:
        one, other = (where.get(person) for person in pair.pair)
        if one is None or other is None or one.section != other.section:
            continue
        if not (pair.person_a in ledger.facts.fixed and pair.person_b in ledger.facts.fixed):
            yield breach(
                RuleId.AVOIDANCE,
                f"{other.where}.section_id",
                "audit.avoiding_together",
                section_id=one.section,
                people=pair.pair,
            )
