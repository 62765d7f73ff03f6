"""Score tables of people and of pairs: their columns, rows and pages; the script only swaps the rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import APIRouter, Depends, Query
from starlette.responses import Response

from allocator.competition.report.seats import seat_text, seats_of
from allocator.report import Cell, Points
from allocator.web.pages.shared import case_tabs, person_url, run_page, section_url
from allocator.web.pages.sorting import Column, Row, Wanted, asked
from allocator.web.routes.ids import CaseId, RunId
from allocator.web.view import Seen, View

if TYPE_CHECKING:
    from allocator.competition.scoring import Scores
    from allocator.web.names import Names
    from allocator.web.open_cases import Opened
    from models.competition.outcome import Outcome

router = APIRouter()
KEPT = 12
"""How many tables of an opened case are kept made."""
Text = Annotated[str, Query(max_length=200)]

SCORES = ("quantification", "exam", "appraisal", "review", "speech")
PEOPLE = (
    Column("person", "head.person"),
    Column("id", "pages.head.person_id"),
    Column("track", "head.track"),
    Column("rank", "head.rank"),
    Column("from", "head.from"),
    *(Column(name, f"score.{name}", number=True) for name in SCORES),
)
SEAT = Column("seat", "pages.head.seat")
PAIRS = (
    Column("section", "head.section"),
    Column("person", "head.person"),
    Column("id", "pages.head.person_id"),
    Column("basis", "head.basis"),
    Column("round", "head.round", number=True),
    Column("choice", "head.choice", number=True),
    Column("votes", "head.votes", number=True),
    Column("rate", "head.rate", number=True),
    *(Column(name, f"score.{name}", number=True) for name in ("recommendation", "quantification", "speech")),
    Column("composite", "score.composite", number=True),
    Column("admissible", "head.admissible"),
)


def _points(value: int | None) -> Points | None:
    return None if value is None else Points(value)


def people_rows(scores: Scores, names: Names, outcome: Outcome | None) -> list[Row]:
    """One row a person: who and where from, the named scores, the seat where there is an outcome."""
    seats = {} if outcome is None else seats_of(outcome)
    rows = []
    for who, person in sorted(scores.bureau.people.items()):
        track, own = scores.tracks[who].track, scores.people[who]
        cells: list[Cell] = [
            names.bare(who),
            who,
            names.words(f"track.{track}"),
            names.words(f"rank.{person.rank}"),
            names.section(person.section_id) if person.section_id else None,
            *(_points(getattr(own, name)) for name in SCORES),
        ]
        if outcome is not None:
            cells.append(seat_text(seats[who], names) if who in seats else None)
        rows.append(Row(tuple(cells), who, person.section_id, track))
    return rows


def pair_rows(scores: Scores, names: Names, outcome: Outcome | None) -> list[Row]:
    """One row a pair of a person and a chief post: how it came about, votes, scores, whether it may be."""
    chiefs = (
        set() if outcome is None else {(p.person_id, p.section_id) for p in outcome.placements if p.role == "chief"}
    )
    rows = []
    for pair in scores.pairs:
        own = scores.people[pair.person_id]
        rate: Fraction | None = pair.rate
        barred = (
            "" if pair.admissible else names.joined((names.words(f"rule.{rule}") for rule in pair.barred), "semicolon")
        )
        cells: list[Cell] = [
            names.section(pair.section_id),
            names.bare(pair.person_id),
            pair.person_id,
            names.words("basis.filed" if pair.applied else "basis.written_in"),
            pair.round,
            pair.choice if pair.applied else None,
            pair.votes,
            rate,
            _points(pair.recommendation),
            _points(own.quantification),
            _points(own.speech),
            _points(pair.composite),
            names.words("mark.admissible") if pair.admissible else names.words("pages.table.barred", why=barred),
        ]
        if outcome is not None:
            cells.append(names.words("mark.here") if (pair.person_id, pair.section_id) in chiefs else None)
        rows.append(Row(tuple(cells), pair.person_id, pair.section_id, scores.tracks[pair.person_id].track))
    return rows


KINDS: dict[str, tuple[tuple[Column, ...], Callable[[Scores, Names, Outcome | None], list[Row]]]] = {
    "people": (PEOPLE, people_rows),
    "pairs": (PAIRS, pair_rows),
}


@dataclass(frozen=True)
class Records:
    """All rows of a table for one reader, and what they can be filtered by."""

    names: Names
    columns: tuple[Column, ...]
    rows: list[Row]
    filters: dict[str, Any]


def records(view: View, opened: Opened, name: str, run_id: str = "", outcome: Outcome | None = None) -> Records:
    """The rows of a case, or of a run with its seats: made once, then kept with the opened case."""
    key = (name, run_id, view.lang, "masked" if view.session.masked else "")
    if key not in opened.kept:
        if len(opened.kept) >= KEPT:
            opened.kept.clear()
        columns, make = KINDS[name]
        names = view.names(opened.case)
        rows = make(opened.scores, names, outcome)
        tracks = sorted({record.track for record in opened.scores.tracks.values()})
        filters = {
            "sections": [(s, names.section(s)) for s in opened.scores.bureau.sections],
            "tracks": [(track, names.words(f"track.{track}")) for track in tracks],
        }
        opened.kept[key] = Records(names, columns if outcome is None else (*columns, SEAT), rows, filters)
    kept: Records = opened.kept[key]
    return kept


def _wanted(
    q: Text = "", section: Text = "", track: Text = "", sort: Text = "", dir: Text = "", page: Text = ""
) -> Wanted:
    number = int(page) if page.isascii() and page.isdigit() and len(page) < 6 else 1
    return Wanted(q, section, track, sort, "desc" if dir == "desc" else "asc" if sort else "", number)


Filter = Annotated[Wanted, Depends(_wanted)]


def _case_table(view: View, name: str, case_id: str, wanted: Wanted) -> Response:
    opened = view.house.desk.case(case_id)
    kept = records(view, opened, name)
    context: dict[str, Any] = {
        "table": asked(name, kept.columns, kept.rows, wanted),
        "names": kept.names,
        "base": f"/cases/{case_id}/{name}",
        "person_url": None,
        "section_url": None,
        **kept.filters,
    }
    if "hx-request" in view.request.headers:
        return view.fragment("pages/table_rows.html", **context)
    return view.page(
        "pages/case_table.html",
        record=view.house.store.case(case_id),
        case_name=opened.case.case.name,
        tabs=case_tabs(case_id),
        tab=name,
        **context,
    )


def _run_table(view: View, name: str, run_id: str, wanted: Wanted) -> Response:
    result = view.result(run_id)
    kept = records(view, result.opened, name, run_id, result.outcome)
    table = asked(name, kept.columns, kept.rows, wanted)
    context: dict[str, Any] = {"table": table, "base": f"/runs/{run_id}/{name}", **kept.filters}
    if "hx-request" in view.request.headers:
        return view.fragment(
            "pages/table_rows.html",
            **context,
            names=kept.names,
            person_url=lambda who: person_url(run_id, who),
            section_url=lambda where: section_url(run_id, where),
        )
    return run_page(view, "pages/run_table.html", result, name, **context)


@router.get("/cases/{case_id}/people")
def case_people(view: Seen, case_id: CaseId, wanted: Filter) -> Response:
    """Everybody of a case with the named scores."""
    return _case_table(view, "people", case_id, wanted)


@router.get("/cases/{case_id}/pairs")
def case_pairs(view: Seen, case_id: CaseId, wanted: Filter) -> Response:
    """Every pair of a person and a chief post of a case."""
    return _case_table(view, "pairs", case_id, wanted)


@router.get("/runs/{run_id}/people")
def run_people(view: Seen, run_id: RunId, wanted: Filter) -> Response:
    """Everybody with the named scores and the seat that a run gives."""
    return _run_table(view, "people", run_id, wanted)


@router.get("/runs/{run_id}/pairs")
def run_pairs(view: Seen, run_id: RunId, wanted: Filter) -> Response:
    """Every pair of a person and a chief post, with what a run made of it."""
    return _run_table(view, "pairs", run_id, wanted)
