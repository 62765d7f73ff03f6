"""A result told in the fields of an outcome, to be laid beside the product's."""

from typing import Any

from tests.competition.reference.facts import Facts, Seat
from tests.competition.reference.search import MINIMISED, STAGES, Result

ROLES = ("chief", "clerk", "institution")


def outcome_of(facts: Facts, results: dict[str, Result]) -> dict[str, Any]:
    """The placements, unplaced people, vacancies, levels, ties and what follows from them of all three stages."""
    last = results[STAGES[-1]].standing
    return {
        "placements": [placement(facts, seat) for seat in sorted(last, key=place_in_order)],
        "unplaced": unplaced(facts, results),
        "vacancies": vacancies(facts, last),
        "levels": {stage: levels(facts, stage, results[stage]) for stage in STAGES},
        "unique": {stage: results[stage].unique for stage in STAGES},
        "ties": [
            {"stage": stage, "section_id": section, "people": list(people)}
            for stage in STAGES
            for section, people in sorted(results[stage].ties)
        ],
        "follows": results["clerks"].follows,
    }


def place_in_order(seat: Seat) -> tuple[str, int, str]:
    return (seat.section, ROLES.index(seat.role), seat.person)


def placement(facts: Facts, seat: Seat) -> dict[str, Any]:
    contested = [p for p in facts.pairs if (p.person, p.section) == (seat.person, seat.section)]
    pair = contested[0] if seat.role == "chief" and seat.basis in ("filed", "written_in") else None
    return {
        "person_id": seat.person,
        "section_id": seat.section,
        "role": seat.role,
        "basis": seat.basis,
        "round": seat.round if seat.basis in ("filed", "mutual") else None,
        "pick_order": seat.order if seat.basis == "mutual" else None,
        "composite": three_decimals(pair.composite) if pair else None,
        "quantification": three_decimals(facts.quantification[seat.person]),
        "votes": pair.votes if pair else None,
        "present": sum(int(row["present"]) for row in facts.rows("attendance")) if pair else None,
    }


def three_decimals(thousandths: int | None) -> str | None:
    if thousandths is None:
        return None
    whole, rest = divmod(thousandths, 1000)
    return f"{whole}.{rest:03d}"


def unplaced(facts: Facts, results: dict[str, Result]) -> list[dict[str, str]]:
    reasons = {person: why for stage in STAGES for person, why in results[stage].unplaced.items()}
    return [{"person_id": p, "track": facts.tracks[p], "reason": reasons[p]} for p in sorted(reasons)]


def vacancies(facts: Facts, standing: list[Seat]) -> list[dict[str, Any]]:
    found = []
    for section in sorted(facts.sections):
        if not any(seat.section == section and seat.role == "chief" for seat in standing):
            found.append({"section_id": section, "role": "chief", "count": 1})
        if facts.free(standing, section) > 0:
            found.append({"section_id": section, "role": "clerk", "count": facts.free(standing, section)})
    return found


def levels(facts: Facts, stage: str, result: Result) -> list[tuple[str, str, int]]:
    names = facts.book["objective"][stage]
    return [(name, "min" if name in MINIMISED else "max", result.levels[name]) for name in names]
