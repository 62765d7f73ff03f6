"""Small readable builders for the cases of tests: a bureau of two sections and three people in a line each.

    bureau(
        people=[person("a", chief=True, section="s1"), person("b"), person("c")],
        sections={"s1": 3, "s2": 2},
        marks={"a": 80, "b": 75, "c": 70},
        filed=[("a", 1, 1, "s1")],
        votes={("a", "s1"): 12},
    )

Everything may be left out. A plain id stands for an administrative clerk, a plain number for equal marks throughout
(its quantification is that number plus the bonus of the rank).
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from allocator.competition.bureau import Bureau
from models.common.avoidance import Avoidance
from models.common.base import PinMode
from models.common.lottery import Lottery
from models.competition.case import Case, CaseInfo
from models.competition.codes import Role
from models.competition.filings import Application, ClerkApplication, Pick, Pin
from models.competition.people import Person
from models.competition.records import Appraisal, Attendance, Ballot, Exam, Review, Satisfaction, SpeechMark
from models.competition.rulebook import Rulebook
from models.competition.sections import Section

PAPERS = ("aptitude", "essay", "knowledge")
HEADS = ("virtue", "ability", "diligence", "results", "integrity")
PRESENT = {"leaders": 10, "staff": 10, "institutions": 10, "counties": 10}
REFERENCE = dt.date(2024, 7, 1)
Number = int | str


def person(person_id: str, **fields: Any) -> Person:
    """A person: an administrative clerk without a section unless the fields say otherwise.

    ``section`` is short for ``section_id``; other fields are those of :class:`models.competition.people.Person`.
    """
    if "section" in fields:
        fields["section_id"] = fields.pop("section")
    return Person(
        **{"name": person_id, "staffing": "administrative", "rank": "staff", **fields, "person_id": person_id}
    )


def incumbent(person_id: str, section: str, **fields: Any) -> Person:
    """A present section chief of rank head, who takes part in the chief contest."""
    return person(person_id, **{"section": section, "rank": "head", "chief": True, "review": "pass", **fields})


def candidate(person_id: str, section: str | None = None, **fields: Any) -> Person:
    """An eligible, cleared deputy who competes for a chief post."""
    service = {"rank": "deputy", "rank_since": dt.date(2015, 1, 1)}
    return person(person_id, **{"section": section, **service, "bid": "compete", "cleared": True, **fields})


def institution(person_id: str, section: str | None = None, **fields: Any) -> Person:
    """One of the institution staff, with the home unit's consent."""
    return person(person_id, **{"staffing": "institution", "section": section, "consent": True, **fields})


def pin(person_id: str, section_id: str, role: Role, mode: PinMode = "assign") -> Pin:
    """A pin with a reason and an authority."""
    return Pin(person_id=person_id, section_id=section_id, role=role, mode=mode, reason="work", authority="group")


def exam(person_id: str, *marks: Number) -> Exam:
    """The marks of the exam papers, in the order aptitude, essay, knowledge."""
    return Exam(person_id=person_id, marks=dict(zip(PAPERS, map(Decimal, marks), strict=True)))


def appraisal(person_id: str, *marks: Number) -> Appraisal:
    """The marks of the appraisal, in the order virtue, ability, diligence, results, integrity."""
    return Appraisal(person_id=person_id, marks=dict(zip(HEADS, map(Decimal, marks), strict=True)))


def reviews(person_id: str, *scores: Number, last: int = 2023) -> tuple[Review, ...]:
    """Annual reviews of consecutive years, the oldest first and the newest in the year ``last``."""
    first = last - len(scores) + 1
    return tuple(Review(person_id=person_id, year=first + i, score=Decimal(s)) for i, s in enumerate(scores))


def speech(person_id: str, *marks: Number) -> tuple[SpeechMark, ...]:
    """The judges' marks of a speech, one judge each."""
    return tuple(SpeechMark(person_id=person_id, judge=f"j{i}", score=Decimal(m)) for i, m in enumerate(marks))


def ballots(person_id: str, section_id: str, votes: int | Mapping[str, int]) -> tuple[Ballot, ...]:
    """Votes for a person at a section: by group, or one number that fills the groups one after the other."""
    if isinstance(votes, int):
        given, votes = votes, {}
        for group, present in PRESENT.items():
            votes[group] = min(given, present)
            given -= votes[group]
    return tuple(Ballot(person_id=person_id, section_id=section_id, group=g, votes=n) for g, n in votes.items())


def case(
    people: Iterable[Person | str] = ("a", "b", "c"),
    sections: Mapping[str, int] | Iterable[Section] | None = None,
    *,
    marks: Mapping[str, Number] | None = None,
    speeches: Mapping[str, Number | Sequence[Number]] | None = None,
    filed: Iterable[tuple[str, int, int, str]] = (),
    votes: Mapping[tuple[str, str], int | Mapping[str, int]] | None = None,
    present: Mapping[str, int] = PRESENT,
    clerk_filed: Mapping[str, Sequence[str | None]] | None = None,
    picks: Mapping[str, Sequence[str]] | None = None,
    avoid: Iterable[tuple[str, str]] = (),
    pins: Iterable[Pin] = (),
    dissatisfied: Mapping[str, tuple[int, int, int]] | None = None,
    reference_date: dt.date = REFERENCE,
    seed: str | None = "draw",
    name: str = "test",
    **tables: Any,
) -> Case:
    """A case from short forms.

    Args:
        people: persons, or plain ids of clerks.
        sections: headcount by section id (``{"s1": 3, "s2": 3}`` unless given), or whole sections.
        marks: one mark by person for every exam paper, appraisal head and each of three reviews.
        speeches: the mark of five judges by person, or each judge's mark.
        filed: chief filings as (person, round, choice, section).
        votes: votes by (person, section), as :func:`ballots` takes them.
        present: attendance by voter group.
        clerk_filed: by person, the section filed for in rounds 1, 2, …; ``None`` passes a round.
        picks: by section, its list in order.
        avoid: avoidance pairs.
        dissatisfied: by person (satisfied, basic, dissatisfied).
        tables: further rows by table name (``exams=(exam("a", 80, 70, 60),)``).
    """
    rows: dict[str, list[Any]] = {table: list(given) for table, given in tables.items()}

    def add(table: str, *more: Any) -> None:
        rows.setdefault(table, []).extend(more)

    for who, mark in (marks or {}).items():
        add("exams", exam(who, *[mark] * len(PAPERS)))
        add("appraisals", appraisal(who, *[mark] * len(HEADS)))
        add("reviews", *reviews(who, mark, mark, mark))
    for who, given in (speeches or {}).items():
        add("speeches", *speech(who, *([given] * 5 if isinstance(given, int | str) else given)))
    for who, round_, choice, where in filed:
        add("applications", Application(person_id=who, round=round_, choice=choice, section_id=where))
    for (who, where), count in (votes or {}).items():
        add("ballots", *ballots(who, where, count))
    for who, wishes in (clerk_filed or {}).items():
        filings = [(r, s) for r, s in enumerate(wishes, start=1) if s is not None]
        add("clerk_applications", *(ClerkApplication(person_id=who, round=r, section_id=s) for r, s in filings))
    for where, listed in (picks or {}).items():
        add("picks", *(Pick(section_id=where, person_id=p, order=i) for i, p in enumerate(listed, start=1)))
    for who, (good, basic, bad) in (dissatisfied or {}).items():
        add("satisfaction", Satisfaction(person_id=who, satisfied=good, basic=basic, dissatisfied=bad))
    add("avoidances", *(Avoidance(person_a=a, person_b=b) for a, b in avoid))
    add("attendance", *(Attendance(group=group, present=count) for group, count in present.items()))
    add("pins", *pins)
    if sections is None:
        sections = {"s1": 3, "s2": 3}
    if isinstance(sections, Mapping):
        sections = [Section(section_id=s, name=s, headcount=n) for s, n in sections.items()]
    return Case(
        case=CaseInfo(name=name, reference_date=reference_date, lottery_seed=seed),
        sections=tuple(sections),
        people=tuple(person(p) if isinstance(p, str) else p for p in people),
        **{table: tuple(found) for table, found in rows.items()},
    )


def bureau(*args: Any, rulebook: Rulebook | None = None, **kwargs: Any) -> Bureau:
    """The bureau of :func:`case`, under the built-in rulebook unless another is given."""
    made = case(*args, **kwargs)
    return Bureau(case=made, rulebook=rulebook or Rulebook(), lottery=Lottery.of(made.case))
