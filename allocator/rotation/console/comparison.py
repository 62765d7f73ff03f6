"""A comparison of both plans, for reading and as files."""

from collections import Counter
from typing import TYPE_CHECKING

from allocator.console.language import words
from allocator.console.page import Page
from allocator.rotation.labels import Labels

if TYPE_CHECKING:
    from allocator.rotation.compare import Comparison
    from allocator.rotation.compare.comparison import Change, LevelPair, UnitRow

SIDES = ("in", "out", "inside")


def comparison_page(comparison: "Comparison", labels: Labels) -> Page:
    """Which is better and by what, level by level; then people and units."""
    page = Page()
    page.heading("rotation.compare.heading", case=comparison.rules.outcome.case.name)
    page.say("rotation.compare.advisory")
    first = comparison.decided_by
    if first is None:
        page.say("rotation.compare.same")
    else:
        page.say(
            "rotation.compare.decided", level=words(f"level.{first.name}"), rules=first.rules, optimal=first.optimal
        )
    page.heading("rotation.compare.levels")
    names = ("level", "sense", "rules", "optimal", "better", "proven")
    page.table([words(f"head.{name}") for name in names], _levels(comparison.levels), numbers=[2, 3])
    _totals(page, comparison)
    counts = Counter(change.verdict for change in comparison.changes)
    page.heading("rotation.compare.people", **{name: counts[name] for name in ("gains", "loses", "moved")})
    page.table(_people_heads(), _people(comparison.changes, labels))
    page.heading("rotation.compare.units")
    page.table(_unit_heads(), _units(comparison.units, labels), numbers=range(1, 8))
    return page


def _levels(levels: "tuple[LevelPair, ...]") -> list[list[str]]:
    return [
        [
            words(f"level.{pair.name}"),
            words(f"sense.{pair.sense}"),
            str(pair.rules),
            str(pair.optimal),
            words(f"better.{pair.better}"),
            words("level.proven" if pair.proven else "level.unproven"),
        ]
        for pair in levels
    ]


def _totals(page: Page, comparison: "Comparison") -> None:
    from allocator.rotation.compare import document

    totals = document(comparison)["totals"]
    page.heading("rotation.compare.totals")
    names = [name for name in totals["rules"] if name != "status"]
    rows = [[words(f"rotation.total.{name}"), *(str(totals[m][name]) for m in ("rules", "optimal"))] for name in names]
    heads = [words(f"rotation.head.{name}") for name in ("figure", "rules", "optimal")]
    page.table(heads, rows, numbers=[1, 2])


def _people_heads() -> list[str]:
    names = ("person", "duty", "articles", "overdue", "from", "rules", "optimal", "verdict")
    return [words(f"rotation.head.{name}") for name in names]


def _people(changes: "tuple[Change, ...]", labels: Labels) -> list[list[str]]:
    return [
        [
            labels.person(change.person_id),
            words(f"rotation.duty.{change.due.duty}"),
            " ".join(change.due.articles),
            str(change.due.overdue),
            labels.post(change.present),
            _end(change, change.rules, labels),
            _end(change, change.optimal, labels),
            words(f"rotation.verdict.{change.verdict}"),
        ]
        for change in changes
    ]


def _end(change: "Change", post: str, labels: Labels) -> str:
    return labels.words("rotation.fate.stays") if post == change.present else labels.post(post)


def _unit_heads() -> list[str]:
    pairs = [f"{side}_{method}" for method in ("rules", "optimal") for side in SIDES]
    return [words(f"rotation.head.{name}") for name in ("unit", "people", *pairs)]


def _units(rows: "tuple[UnitRow, ...]", labels: Labels) -> list[list[str]]:
    return [[labels.unit(row.unit_id), *map(str, (row.people, *row.rules, *row.optimal))] for row in rows]


def comparison_files(comparison: "Comparison", labels: Labels) -> dict[str, bytes]:
    """The files of a comparison by name."""
    from pydantic_core import to_json

    from allocator.rotation.compare import document
    from allocator.tabular import table_bytes

    heads = [words(f"head.{name}") for name in ("level", "sense", "rules", "optimal", "better", "proven")]
    return {
        "comparison.json": to_json(document(comparison), indent=2) + b"\n",
        "comparison.txt": comparison_page(comparison, labels).plain().encode(),
        "comparison-levels.csv": table_bytes(heads, _levels(comparison.levels)),
        "comparison-people.csv": table_bytes(_people_heads(), _people(comparison.changes, labels)),
        "comparison-units.csv": table_bytes(_unit_heads(), _units(comparison.units, labels)),
    }
