"""Next year's case: everybody where a plan has put them, a year later."""

import datetime as dt

from models.rotation.case import RotationCase
from models.rotation.outcome import Move, RotationOutcome
from models.rotation.tables import Officer, Service


def advanced(case: RotationCase, outcome: RotationOutcome, name: str | None = None) -> RotationCase:
    """The case a year after a plan was carried out on the reference date.

    Whoever moved holds the new post since that date, and by exchange is in the new unit since then; the unit that was
    left is service until then. What belongs to one year is not carried over: wishes, opinions, nominations, pins,
    applications by one's own wish with the unit's consent, and the seed of the draw, which is published anew.
    Exemptions stand until somebody lifts them.

    Args:
        case: the case.
        outcome: a plan of it.
        name: the name of the next case; the old one with the year behind it unless given.
    """
    day = case.case.reference_date
    next_day = a_year_later(day)
    moves = {move.person_id: move for move in outcome.moves}
    unit_of = {post.post_id: post.unit_id for post in case.posts}
    left = (
        Service(person_id=one.person_id, unit_id=unit_of[one.post_id], start=one.unit_since, end=day)
        for one in case.officers
        if (move := moves.get(one.person_id)) is not None and move.kind == "exchange"
    )
    info = case.case.model_copy(
        update={
            "name": name or f"{case.case.name} {next_day.year}",
            "reference_date": next_day,
            "lottery_seed": None,
        }
    )
    officers = tuple(_officer(one, moves.get(one.person_id), day) for one in case.officers)
    return RotationCase(
        case=info,
        units=case.units,
        posts=case.posts,
        officers=officers,
        service=(*case.service, *left),
        exemptions=case.exemptions,
        avoidances=case.avoidances,
    )


def _officer(officer: Officer, move: Move | None, day: dt.date) -> Officer:
    """Somebody after the plan; who volunteered asks anew."""
    changed: dict[str, object] = {"volunteer": False, "consent": False}
    if move is not None:
        changed |= {"post_id": move.to_post, "post_since": day}
        if move.kind == "exchange":
            changed["unit_since"] = day
    return officer.model_copy(update=changed)


def a_year_later(day: dt.date) -> dt.date:
    """The same day of the next year; the last of February where it has no such day."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)
