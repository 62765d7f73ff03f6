"""Who is due: months, the draw, the hits of articles 7 and 9, and the one duty of each person.

An exemption under article 8 takes out every hit of article 7 (the volunteer's 7-4 too), one under article 10 every hit
of article 9. Hits that are taken out are no hits: somebody exempt by article 10 only may have the duty `relation`.
Both halves of article 7-3 are one hit, with the longer of their months.
"""

import datetime as dt
import hashlib
from dataclasses import dataclass
from functools import lru_cache

from tests.rotation.reference.case import Case

DUTIES = ("must", "should", "rotate", "volunteer")
"""The duties of the line, in the order in which they come first."""


@dataclass(frozen=True)
class Hit:
    """An article that hits a person: what it makes of the person, and the months beyond its threshold."""

    article: str
    duty: str
    beyond: int = 0


@dataclass(frozen=True)
class Duty:
    """What a person owes, by which articles, and how long overdue."""

    name: str = "none"
    articles: tuple[str, ...] = ()
    overdue: int = 0


def months(since: dt.date, until: dt.date) -> int:
    """Whole months; the day of the month must have been reached."""
    return 12 * (until.year - since.year) + until.month - since.month - (until.day < since.day)


def in_post(case: Case, person: str) -> int:
    return months(case.officer[person].post_since, case.reference_date)


def in_unit(case: Case, person: str) -> int:
    return months(case.officer[person].unit_since, case.reference_date)


@lru_cache(4096)
def lot(case: Case, person: str) -> int:
    """The published draw: higher wins."""
    text = f"{case.seed or case.name}|{person}|"
    return int(hashlib.sha256(text.encode("utf-8")).hexdigest()[:8], 16)


def by_lot(case: Case, person: str) -> tuple[int, str]:
    """To sort by: the higher lot first; of equal lots the smaller person_id."""
    return (-lot(case, person), person)


def hits(case: Case, person: str) -> list[Hit]:
    """Every article that hits the person, in the order of the articles."""
    found: list[Hit] = []
    if person not in case.exempt_from_exchange:
        found += article_7(case, person)
    if person not in case.exempt_from_rotation:
        found += article_9(case, person)
    return found


def article_7(case: Case, person: str) -> list[Hit]:
    officer, post, book = case.officer[person], case.post[case.today[person]], case.parameters
    found = []
    years = book.years_in_post.get(post.level)
    if officer.managed and years is not None and in_post(case, person) >= 12 * years:
        duty = "must" if post.kind in book.must_kinds else "should"
        found.append(Hit("7-1", duty, in_post(case, person) - 12 * years))
    if officer.managed and post.level in ("head", "deputy") and in_unit(case, person) >= 12 * book.years_in_unit:
        found.append(Hit("7-2", "should", in_unit(case, person) - 12 * book.years_in_unit))
    units = {post.unit_id} | {row.unit_id for row in case.service if row.person_id == person}
    groomed = officer.reserve and len(units) < book.reserve_units
    grown = officer.young and in_unit(case, person) >= 12 * book.young_years
    if groomed or grown:
        found.append(Hit("7-3", "should", in_unit(case, person) - 12 * book.young_years if grown else 0))
    if nominated(case, person, "7-6"):
        found.append(Hit("7-6", "should"))
    if officer.volunteer and officer.consent and in_unit(case, person) >= 12 * book.volunteer_years:
        found.append(Hit("7-4", "volunteer", in_unit(case, person) - 12 * book.volunteer_years))
    return found


def article_9(case: Case, person: str) -> list[Hit]:
    post, book = case.post[case.today[person]], case.parameters
    found = []
    if in_post(case, person) >= 12 * book.same_post_years:
        found.append(Hit("9-1", "rotate", in_post(case, person) - 12 * book.same_post_years))
    if post.kind in book.sensitive_kinds and in_post(case, person) >= 12 * book.sensitive_years:
        found.append(Hit("9-2", "rotate", in_post(case, person) - 12 * book.sensitive_years))
    if nominated(case, person, "9-3"):
        found.append(Hit("9-3", "rotate"))
    return found


def nominated(case: Case, person: str, article: str) -> bool:
    return any(row.person_id == person and row.article == article for row in case.nominations)


@lru_cache(4096)
def duty(case: Case, person: str) -> Duty:
    """The first duty that any hit gives; must and should carry the articles and months of both together."""
    found = hits(case, person)
    for name in DUTIES:
        if any(hit.duty == name for hit in found):
            together = ("must", "should") if name in ("must", "should") else (name,)
            mine = [hit for hit in found if hit.duty in together]
            return Duty(name, tuple(hit.article for hit in mine), max(hit.beyond for hit in mine))
    if person not in case.exempt_from_exchange and together_with(case, person, case.today):
        return Duty("relation", ("7-5",))
    return Duty()


def duties(case: Case) -> dict[str, Duty]:
    """The duty of everybody, pinned people too."""
    return {person: duty(case, person) for person in case.people}


def together_with(case: Case, person: str, plan: dict[str, str]) -> list[str]:
    """Those whom the person should avoid and who are in the same unit under the plan."""
    others = [b if person == a else a for a, b in case.pairs if person in (a, b)]
    return [other for other in others if case.unit_of(plan[other]) == case.unit_of(plan[person])]
