"""Institution staff by trying every mutual and required seat (article 16)."""

from tests.competition.reference.facts import Facts, Seat
from tests.competition.reference.search import Choice, Result, best, tied
from tests.competition.reference.seating import fill, seat_lot


def institution(facts: Facts, standing: list[Seat], objective: list[str]) -> Result:
    pool = facts.institution_pool(standing)
    required = facts.requirements(standing)
    options = {person: institution_options(facts, standing, required, person) for person in pool}
    choices = [institution_choice(facts, standing, seats) for seats in fill(facts, standing, pool, options, [])]
    high, ties = best(choices, objective), tied(choices, objective)
    after = sorted(standing + high[1])
    unplaced = institution_reasons(facts, after, required)
    counts = {"choices": len(choices), "required": len(required)}
    return Result("institution", after, high[0], unplaced, ties, not ties, counts=counts)


def institution_options(
    facts: Facts, standing: list[Seat], required: dict[str, list[tuple[str, int]]], person: str
) -> list[Seat]:
    bound = {section: order for section, people in required.items() for name, order in people if name == person}
    mine = [Seat(section, "institution", person, "required", 1, order) for section, order in bound.items()]
    for section, number, order in facts.mutual(person, "institution"):
        if section not in bound:
            mine.append(Seat(section, "institution", person, "mutual", number, order))
    return [s for s in mine if facts.may_sit(standing, person, s.section, "institution")]


def institution_choice(facts: Facts, standing: list[Seat], seats: list[Seat]) -> Choice:
    values = {
        "required": sum(1 for s in seats if s.basis == "required"),
        "placed": len(seats),
        "shortfall": facts.shortfall(standing + seats),
        "quantification": sum(facts.quantification[s.person] or 0 for s in seats),
        "round": sum(s.round or 0 for s in seats),
        "pick_order": sum(s.order or 0 for s in seats),
        "lot": sum(seat_lot(facts, s) for s in seats),
    }
    return values, seats


def institution_reasons(facts: Facts, after: list[Seat], required: dict[str, list[tuple[str, int]]]) -> dict[str, str]:
    """Why each person of the institution track without a seat has none; the first reason that applies."""
    seated = {seat.person for seat in after}
    found = {}
    for person, track in facts.tracks.items():
        if track != "institution" or person in seated:
            continue
        wanted = {section for section, _, _ in facts.mutual(person, "institution")}
        wanted |= {section for section, people in required.items() if person in [name for name, _ in people]}
        roomy = [section for section in wanted if facts.free(after, section) > 0]
        reason = facts.kept_out(person)
        if reason is None and not wanted:
            reason = "not_listed"
        if reason is None:
            closed = [s for s in roomy if not facts.may_sit(after, person, s, "institution")]
            reason = "closed" if roomy and closed == roomy else "no_seat"
        found[person] = reason
    return found
