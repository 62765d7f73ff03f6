"""Who is due to move, by which article, and for how long already (articles 7 to 10)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from allocator.rotation.roster import Roster
from models.rotation.codes import DUTIES, Duty


@dataclass(frozen=True, slots=True)
class Hit:
    """One article that hits a person, the duty it gives, and the months beyond its threshold."""

    article: str
    duty: Duty
    overdue: int = 0


@dataclass(frozen=True, slots=True)
class Due:
    """What a person owes: one duty, the articles it rests on, and the largest of their months beyond the threshold."""

    duty: Duty
    articles: tuple[str, ...] = ()
    overdue: int = 0


def hits(roster: Roster, person_id: str) -> Iterator[Hit]:
    """Every article that hits a person, exemptions heeded, in the order of the articles."""
    if person_id not in roster.exempt_from_exchange:
        yield from _tenure(roster, person_id)
        yield from _development(roster, person_id)
    if person_id not in roster.exempt_from_rotation:
        yield from _rotation(roster, person_id)


def _tenure(roster: Roster, person_id: str) -> Iterator[Hit]:
    """Managed cadres too long in a head or deputy post (7-1) or in one unit (7-2)."""
    rules, officer = roster.rulebook.tenure, roster.officers[person_id]
    post = roster.posts[officer.post_id]
    if not officer.managed or post.level == "staff":
        return
    years = rules.head_years if post.level == "head" else rules.deputy_years
    beyond = roster.months_in_post[person_id] - 12 * years
    if beyond >= 0:
        yield Hit("7-1", "must" if post.kind in rules.must_kinds else "should", beyond)
    beyond = roster.months_in_unit[person_id] - 12 * rules.unit_years
    if beyond >= 0:
        yield Hit("7-2", "should", beyond)


def _development(roster: Roster, person_id: str) -> Iterator[Hit]:
    """Reserve cadres and young talent (7-3), volunteers (7-4), and need (7-6)."""
    rules, officer = roster.rulebook.development, roster.officers[person_id]
    in_unit = roster.months_in_unit[person_id]
    narrow = officer.reserve and len(roster.units_served[person_id]) < rules.reserve_units
    long = officer.young and in_unit >= 12 * rules.young_years
    if narrow or long:
        yield Hit("7-3", "should", in_unit - 12 * rules.young_years if long else 0)
    if officer.volunteer and officer.consent and in_unit >= 12 * rules.volunteer_years:
        yield Hit("7-4", "volunteer", in_unit - 12 * rules.volunteer_years)
    if (person_id, "7-6") in roster.nominated:
        yield Hit("7-6", "should")


def _rotation(roster: Roster, person_id: str) -> Iterator[Hit]:
    """Too long in one post (9-1), in a sensitive one (9-2), or unsuited (9-3)."""
    rules, kind = roster.rulebook.rotation, roster.posts[roster.present[person_id]].kind
    in_post = roster.months_in_post[person_id]
    if in_post >= 12 * rules.post_years:
        yield Hit("9-1", "rotate", in_post - 12 * rules.post_years)
    if kind in rules.sensitive_kinds and in_post >= 12 * rules.sensitive_years:
        yield Hit("9-2", "rotate", in_post - 12 * rules.sensitive_years)
    if (person_id, "9-3") in roster.nominated:
        yield Hit("9-3", "rotate")


def due(roster: Roster, person_id: str) -> Due:
    """A person's one duty: the first that any hit gives; must and should rest on the articles of both together."""
    found = list(hits(roster, person_id))
    if not found:
        return Due("relation", ("7-5",)) if _related(roster, person_id) else Due("none")
    duty = min((hit.duty for hit in found), key=DUTIES.index)
    of = ("must", "should") if duty in ("must", "should") else (duty,)
    resting = [hit for hit in found if hit.duty in of]
    return Due(duty, tuple(hit.article for hit in resting), max(hit.overdue for hit in resting))


def _related(roster: Roster, person_id: str) -> bool:
    """Whether somebody who may be exchanged shares the present unit with an avoided person (7-5)."""
    if person_id in roster.exempt_from_exchange:
        return False
    return any(roster.unit[other] == roster.unit[person_id] for other in roster.avoided.get(person_id, ()))


def duties(roster: Roster) -> Mapping[str, Due]:
    """Everybody's duty, by person_id."""
    return {person_id: due(roster, person_id) for person_id in roster.officers}
