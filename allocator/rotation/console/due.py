"""The verb ``due``: who becomes due when, and what plans over several years make of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from allocator.console.failures import DONE, UNPROVEN
from allocator.console.outputs import json_bytes, refuse_file, write_all
from allocator.console.page import Page
from allocator.console.session import open_case
from allocator.console.show import document, note
from allocator.console.solving import Teller, interruptible, limits_of
from allocator.rotation.console.odd import refuse_odd

if TYPE_CHECKING:
    from allocator.console.options import RunOptions
    from allocator.report.sheet import Sheet
    from allocator.rotation.outlook import DueYear, PlanYear


def due(
    asked: RunOptions,
    *,
    years: int,
    method: Literal["rules", "optimal"] = "optimal",
    output: Path | None = None,
    as_json: bool = False,
) -> int:
    """Shows and writes the outlook; exit code 5 when a year's optimum is not proven."""
    refuse_file(output)
    from allocator.rotation.outlook import due_years, plan_years
    from allocator.rotation.outlook.page import due_sheet, outlook_html, plans_sheet, units_sheet

    refuse_odd(asked)
    opened = open_case(asked)
    limits, teller = limits_of(method, asked), Teller()

    def told(level: str, best: int | None, bound: int | None, elapsed: float) -> None:
        teller("plan", level, best, bound, elapsed)

    coming = due_years(opened.ready, years)
    with interruptible(limits):
        plans = tuple(plan_years(opened.case, opened.rulebook, method, years, limits, told))
    labels = opened.labels
    if output is not None:
        page = outlook_html(coming, plans, labels).encode()
        files = {"outlook.json": json_bytes(_document(coming, plans)), "outlook.html": page}
        write_all(output, files)
        for name in files:
            note("wrote", path=output / name)
    if as_json:
        document(_document(coming, plans))
    else:
        _page([due_sheet(coming, labels), units_sheet(coming, labels), plans_sheet(plans, labels)]).show()
    if all(year.outcome.status != "feasible" for year in plans):
        return DONE
    note("error.unproven")
    return UNPROVEN


def _page(tables: list[Sheet]) -> Page:
    from allocator.report.sheet import cell_text

    page = Page()
    for one in tables:
        page.titled(one.title)
        numbers = [place for place, column in enumerate(one.columns) if column.kind == "number"]
        page.table([c.heading for c in one.columns], [[cell_text(cell) for cell in row] for row in one.rows], numbers)
    return page


def _document(coming: tuple[DueYear, ...], plans: tuple[PlanYear, ...]) -> dict[str, Any]:
    return {
        "due": [
            {
                "date": year.day.isoformat(),
                "due": list(year.due),
                "new": list(year.new),
                "by_article": dict(year.by_article),
                "by_unit": dict(year.by_unit),
            }
            for year in coming
        ],
        "plans": [
            {
                "date": year.case.case.reference_date.isoformat(),
                "method": year.outcome.method,
                "status": year.outcome.status,
                "due": year.due,
                "met": year.met,
                "moves": len(year.outcome.moves),
                "exchanges": year.exchanges,
                "quota": year.case.case.exchange_quota,
                "quota_binds": year.quota_binds,
                "unmet": [one.model_dump(mode="json") for one in year.outcome.unmet],
            }
            for year in plans
        ],
    }
