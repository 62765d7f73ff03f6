"""What the pages of a run share: its tabs, its state between proposal and publication, addresses, tables as shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from allocator.report import cell_text
from allocator.web.decisions import last
from allocator.web.wire import task_of

if TYPE_CHECKING:
    from starlette.responses import Response

    from allocator.competition.labels import Labels
    from allocator.competition.scoring import Scores
    from allocator.report import Sheet
    from allocator.web.records import ActRecord, PinRecord
    from allocator.web.results import Result
    from allocator.web.view import View
    from models.competition.codes import Role, Track
    from models.competition.filings import Pin

CASE = ("pages.tab.case", "/cases/{case_id}")
"""What stands before the pages of this part among the tabs of a case."""
FIRST = ("pages.tab.run", "/runs/{run_id}")
LAST = ("pages.tab.decision", "/runs/{run_id}/decision")
"""What stands before and behind the pages of this part among the tabs of a run."""
ROLES_OF: dict[Track, tuple[Role, ...]] = {
    "incumbent": ("chief", "clerk"),
    "candidate": ("chief", "clerk"),
    "clerk": ("clerk",),
    "institution": ("institution",),
}
"""The roles that a person of each track can be pinned to; none for people who are not rotated and contract staff."""


def roles_of(scores: Scores, person_id: str) -> tuple[Role, ...]:
    """The roles that a person can be pinned to."""
    return ROLES_OF.get(scores.tracks[person_id].track, ())


def person_url(run_id: str, person_id: str) -> str:
    """The page of a person."""
    return f"/runs/{run_id}/person?id={quote(person_id, safe='')}"


def section_url(run_id: str, section_id: str) -> str:
    """The page of a section."""
    return f"/runs/{run_id}/section?id={quote(section_id, safe='')}"


def state_of(acts: Sequence[ActRecord]) -> str:
    """How far a run has come: ``proposal``, ``decided`` or ``published``."""
    if last(acts, "published") is not None:
        return "published"
    return "proposal" if last(acts, "decided") is None else "decided"


@dataclass(frozen=True)
class PinsNow:
    """The pins of the page now in force, beside those that a run had.

    ``coming`` were set after the run began and ``gone`` withdrawn after it: the next run counts with that.
    """

    in_force: tuple[PinRecord, ...]
    coming: tuple[PinRecord, ...]
    gone: tuple[Pin, ...]

    @property
    def changed(self) -> bool:
        """Whether the next run would have other pins."""
        return bool(self.coming or self.gone)


def key_of(pin: Pin | PinRecord) -> tuple[str, str, str, str]:
    """Whom, where and as what a pin seats or keeps out: two that agree in this say the same."""
    return (pin.person_id, pin.section_id, pin.role, pin.mode)


def pins_now(view: View, result: Result) -> PinsNow:
    """The pins in force for the case of a run, beside the run's own."""
    had = task_of(dict(result.record.request)).pins
    in_force = view.house.store.pins(result.record.case_id)
    before, now = set(map(key_of, had)), set(map(key_of, in_force))
    return PinsNow(
        in_force,
        tuple(record for record in in_force if key_of(record) not in before),
        tuple(pin for pin in had if key_of(pin) not in now),
    )


def case_tabs(case_id: str) -> list[tuple[str, str]]:
    """The tabs of a sound case: its own page, then the pages about it."""
    from allocator.web.pages import CASE_LINKS

    return [(code, path.format(case_id=case_id)) for code, path in (CASE, *CASE_LINKS)]


def run_page(view: View, template: str, result: Result, tab: str, *, status: int = 200, **context: Any) -> Response:
    """A page about a finished run, under its tabs and its state."""
    from allocator.web.pages import RUN_LINKS

    run_id = result.record.run_id
    acts = view.house.store.acts(run_id)
    return view.page(
        template,
        status=status,
        run=result.record,
        case_name=result.opened.case.case.name,
        names=view.names(result.opened.case),
        run_state=state_of(acts),
        decided_by=last(acts, "decided"),
        tab=tab,
        tabs=[(code, path.format(run_id=run_id)) for code, path in (FIRST, *RUN_LINKS, LAST)],
        person_url=lambda person_id: person_url(run_id, person_id),
        section_url=lambda section_id: section_url(run_id, section_id),
        **context,
    )


@dataclass(frozen=True)
class Shown:
    """A cell as it is shown: its text, where it leads, whether it is a number."""

    text: str
    href: str | None = None
    number: bool = False
    long: bool = False


@dataclass(frozen=True)
class Grid:
    """A table as it is shown."""

    headings: tuple[Shown, ...]
    rows: tuple[tuple[Shown, ...], ...]
    tones: tuple[str, ...]


def grid(
    sheet: Sheet, labels: Labels, *, run_id: str = "", where: tuple[str, str] | None = None, drop: Sequence[str] = ()
) -> Grid:
    """The table of a sheet. Columns are named by their headings' codes (``person_id``).

    Args:
        sheet: the records.
        labels: the names and words the sheet was made with.
        run_id: the run whose pages people lead to; none, and they lead nowhere.
        where: a column and the only value of it that is shown.
        drop: columns left out.
    """
    place = {column.heading: i for i, column in enumerate(sheet.columns)}

    def of(name: str) -> int | None:
        return place.get(labels.words(f"head.{name}"))

    ids, people = of("person_id"), of("person")
    left_out = {of(name) for name in (*drop, "person_id", "section_id")}
    kept = [i for i in range(len(sheet.columns)) if i not in left_out]
    found, tones = [], []
    for number, row in enumerate(sheet.rows):
        if where is not None and row[of(where[0]) or 0] != where[1]:
            continue
        cells = []
        for i in kept:
            leads = run_id and ids is not None and i == people
            href = person_url(run_id, str(row[ids or 0])) if leads else None
            cells.append(
                Shown(cell_text(row[i]), href, sheet.columns[i].kind == "number", sheet.columns[i].kind == "long")
            )
        found.append(tuple(cells))
        tones.append(sheet.tone(number))
    headings = tuple(Shown(sheet.columns[i].heading, None, sheet.columns[i].kind == "number") for i in kept)
    return Grid(headings, tuple(found), tuple(tones))
