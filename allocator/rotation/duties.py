"""Who is due to move, by which article, and for how long already (articles 7 to 10)."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from allocator.rotation.roster import Roster, reached
from models.common.rules import carries
from models.rotation.codes import DUTIES, Duty
from models.rotation.rule_ids import RuleId


@dataclass(frozen=True, slots=True)
class Hit:
    """One article that hits a person, the duty it gives, the months beyond its threshold, and since when it hits.

    ``since`` is ``None`` for articles that count no months.
    """

    article: str
    duty: Duty
    overdue: int = 0
    since: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """What a person owes: one duty, the articles it rests on, and the largest of their months beyond the threshold.

    ``since`` is the first day on which one of them hit, ``None`` where none of them counts months.
    """

    duty: Duty
    articles: tuple[str, ...] = ()
    overdue: int = 0
    since: dt.date | None = None


def hits(roster: Roster, person_id: str) -> Iterator[Hit]:
    """Every article that hits a person, exemptions heeded, in the order of the articles."""
    if person_id not in roster.exempt_from_exchange:
        for rule in OF_EXCHANGE:
            yield from rule(roster, person_id)
    if person_id not in roster.exempt_from_rotation:
        for rule in OF_ROTATION:
            yield from rule(roster, person_id)


def _leads(roster: Roster, person_id: str) -> bool:
    """Whether somebody is a managed head or deputy."""
    officer = roster.officers[person_id]
    return officer.managed and roster.posts[officer.post_id].level != "staff"


@carries(RuleId.TENURE, "duty")
def tenure(roster: Roster, person_id: str) -> Iterator[Hit]:
    """Managed cadres too long in a head or deputy post (7-1)."""
    if not _leads(roster, person_id):
        return
    rules, post = roster.rulebook.tenure, roster.posts[roster.present[person_id]]
    years = rules.head_years if post.level == "head" else rules.deputy_years
    beyond = roster.months_in_post[person_id] - 12 * years
    if beyond >= 0:
        duty: Duty = "must" if post.kind in rules.must_kinds else "should"
        yield Hit("7-1", duty, beyond, reached(roster.officers[person_id].post_since, years))


@carries(RuleId.UNIT_TENURE, "duty")
def unit_tenure(roster: Roster, person_id: str) -> Iterator[Hit]:
    """Managed heads and deputies too long in one unit (7-2)."""
    years = roster.rulebook.tenure.unit_years
    beyond = roster.months_in_unit[person_id] - 12 * years
    if beyond >= 0 and _leads(roster, person_id):
        yield Hit("7-2", "should", beyond, reached(roster.officers[person_id].unit_since, years))


@carries(RuleId.DEVELOPMENT, "duty")
def development(roster: Roster, person_id: str) -> Iterator[Hit]:
    """Reserve cadres who know too few units, and young talent long in one (7-3)."""
    rules, officer = roster.rulebook.development, roster.officers[person_id]
    beyond = roster.months_in_unit[person_id] - 12 * rules.young_years
    narrow = officer.reserve and len(roster.units_served[person_id]) < rules.reserve_units
    long = officer.young and beyond >= 0
    if long:
        yield Hit("7-3", "should", beyond, reached(officer.unit_since, rules.young_years))
    elif narrow:
        yield Hit("7-3", "should")


@carries(RuleId.VOLUNTEER, "duty")
def volunteers(roster: Roster, person_id: str) -> Iterator[Hit]:
    """Whoever asks for it, with the unit's consent, long enough in the unit (7-4)."""
    officer = roster.officers[person_id]
    years = roster.rulebook.development.volunteer_years
    beyond = roster.months_in_unit[person_id] - 12 * years
    if officer.volunteer and officer.consent and beyond >= 0:
        yield Hit("7-4", "volunteer", beyond, reached(officer.unit_since, years))


@carries(RuleId.NEEDED, "duty")
def needed(roster: Roster, person_id: str) -> Iterator[Hit]:
    """Whom the party group names for exchange by need (7-6)."""
    if (person_id, "7-6") in roster.nominated:
        yield Hit("7-6", "should")


@carries(RuleId.POST_TENURE, "duty")
def post_tenure(roster: Roster, person_id: str) -> Iterator[Hit]:
    """Too long in one post (9-1)."""
    years = roster.rulebook.rotation.post_years
    beyond = roster.months_in_post[person_id] - 12 * years
    if beyond >= 0:
        yield Hit("9-1", "rotate", beyond, reached(roster.officers[person_id].post_since, years))


@carries(RuleId.SENSITIVE_TENURE, "duty")
def sensitive_tenure(roster: Roster, person_id: str) -> Iterator[Hit]:
    """Too long in one post of a sensitive kind (9-2, 6-4)."""
    rules, kind = roster.rulebook.rotation, roster.posts[roster.present[person_id]].kind
    beyond = roster.months_in_post[person_id] - 12 * rules.sensitive_years
    if beyond >= 0 and kind in rules.sensitive_kinds:
        since = reached(roster.officers[person_id].post_since, rules.sensitive_years)
        yield Hit("9-2", "rotate", beyond, since)


@carries(RuleId.UNSUITED, "duty")
def unsuited(roster: Roster, person_id: str) -> Iterator[Hit]:
    """Whom the party group finds unsuited for the present post (9-3)."""
    if (person_id, "9-3") in roster.nominated:
        yield Hit("9-3", "rotate")


Article = Callable[[Roster, str], Iterator[Hit]]
OF_EXCHANGE: tuple[Article, ...] = (tenure, unit_tenure, development, volunteers, needed)
"""The articles under which people are exchanged; an exemption under article 8 takes a person out of all of them."""
OF_ROTATION: tuple[Article, ...] = (post_tenure, sensitive_tenure, unsuited)
"""The articles under which people are rotated; an exemption under article 10 takes a person out of all of them."""


def due(roster: Roster, person_id: str) -> Due:
    """A person's one duty: the first that any hit gives; must and should rest on the articles of both together."""
    found = list(hits(roster, person_id))
    if not found:
        return Due("relation", ("7-5",)) if related(roster, person_id) else Due("none")
    duty = min((hit.duty for hit in found), key=DUTIES.index)
    of = ("must", "should") if duty in ("must", "should") else (duty,)
    resting = [hit for hit in found if hit.duty in of]
    since = min((hit.since for hit in resting if hit.since is not None), default=None)
    return Due(duty, tuple(hit.article for hit in resting), max(hit.overdue for hit in resting), since)


@carries(RuleId.RELATION, "duty")
def related(roster: Roster, person_id: str) -> bool:
    """Whether somebody who may be exchanged shares the present unit with an avoided person (7-5)."""
    if person_id in roster.exempt_from_exchange:
        return False
    return any(roster.unit[other] == roster.unit[person_id] for other in roster.avoided.get(person_id, ()))


def duties(roster: Roster) -> Mapping[str, Due]:
    """Everybody's duty, by person_id."""
    return {person_id: due(roster, person_id) for person_id in roster.officers}
