"""The outlook as tables and a picture, in one file for a browser."""

from pathlib import Path

from allocator.report.frame import rendered
from allocator.report.sheet import Cell, Column, Sheet
from allocator.report.svg import DARK, LIGHT, WIDE, bar, legend, picture, text
from allocator.rotation.labels import Labels
from allocator.rotation.outlook.years import DueYear, PlanYear
from allocator.rotation.report.table import columns, sheet

LABEL, ROW = 110, 16
FILLS = {"due": LIGHT, "met": DARK, "exchanges": "url(#p-hatch)"}


def due_sheet(years: tuple[DueYear, ...], labels: Labels) -> Sheet:
    """One row a year: who is due, who newly so, and by which articles."""
    articles = sorted({article for year in years for article in year.by_article}, key=_in_order)
    rows: list[list[Cell]] = [
        [year.day.isoformat(), len(year.due), len(year.new), *(year.by_article.get(one, 0) for one in articles)]
        for year in years
    ]
    heads = [Column(labels.words("rotation.outlook.article", article=one), "number") for one in articles]
    return sheet(labels, "outlook_due", [*columns(labels, "day #due #new"), *heads], rows)


def units_sheet(years: tuple[DueYear, ...], labels: Labels) -> Sheet:
    """One row a unit: how many of it become due in each year."""
    units = sorted({unit for year in years for unit in year.by_unit})
    rows: list[list[Cell]] = [
        [unit, labels.unit(unit), *(year.by_unit.get(unit, 0) for year in years)] for unit in units
    ]
    heads = [Column(year.day.isoformat(), "number") for year in years]
    return sheet(labels, "outlook_units", [*columns(labels, "unit_id unit"), *heads], rows)


def plans_sheet(years: tuple[PlanYear, ...], labels: Labels) -> Sheet:
    """One row a year's plan: due, met, moves, exchanges against the quota, musts not met."""
    rows: list[list[Cell]] = []
    for year in years:
        quota = year.case.case.exchange_quota
        musts = sum(one.duty == "must" for one in year.outcome.unmet)
        binds = labels.words("rotation.outlook.binds") if year.quota_binds else ""
        rows.append(
            [
                year.case.case.reference_date.isoformat(),
                year.due,
                year.met,
                len(year.outcome.moves),
                year.exchanges,
                labels.words("rotation.about.no_quota") if quota is None else quota,
                binds,
                musts,
            ]
        )
    names = "day #due #met_count #moves #exchanges #quota quota_spent #musts_unmet"
    return sheet(labels, "outlook_plans", names, rows)


def outlook_html(due: tuple[DueYear, ...], plans: tuple[PlanYear, ...], labels: Labels) -> str:
    """The page: the picture, then the tables that say the same."""
    from markupsafe import Markup

    return rendered(
        Path(__file__).parent.parent / "report" / "templates",
        "outlook.html",
        labels,
        title=labels.words("rotation.outlook.title", case=plans[0].case.case.name),
        kind=labels.words("rotation.page.kind"),
        statement=labels.words("rotation.outlook.statement"),
        drawing=Markup(_drawing(plans, labels)),
        due=due_sheet(due, labels),
        units=units_sheet(due, labels),
        plans=plans_sheet(plans, labels),
    )


def _drawing(years: tuple[PlanYear, ...], labels: Labels) -> str:
    """For each year three bars: due, met, and exchanged."""
    most = max((max(year.due, year.exchanges) for year in years), default=1) or 1
    parts, y = legend(10, 16, [(labels.words(f"rotation.outlook.{name}"), fill) for name, fill in FILLS.items()])
    y += 20
    for year in years:
        parts.append(text(LABEL - 8, y + 1.5 * ROW + 4, year.case.case.reference_date.isoformat(), "end"))
        for place, (count, fill) in enumerate(zip((year.due, year.met, year.exchanges), FILLS.values(), strict=True)):
            width = (WIDE - LABEL - 60) * count / most
            parts.append(bar(LABEL, y + place * ROW, width, ROW - 3, fill))
            parts.append(text(LABEL + width + 6, y + place * ROW + 11, str(count), style="small"))
        y += 3 * ROW + 12
    title, reading = labels.words("rotation.outlook.picture"), labels.words("rotation.outlook.picture_read")
    return picture("outlook", y, title, reading, parts)


def _in_order(article: str) -> tuple[int, str]:
    return (int(article.partition("-")[0]), article)
