"""What a summary says of rows, as numbers, as a table, as text and as a page."""

import csv
import io
import re
from xml.etree import ElementTree

import pytest

from allocator.batch.page import summary_page
from allocator.batch.rows import COLUMNS, LEVELS, WISHES
from allocator.batch.summary import HEADINGS, Spread, summary_lines, summary_of
from allocator.batch.tables import rows_csv, rows_parquet
from allocator.tabular import table_bytes


def row(case, method, **values):
    """A row of a finished run, all its counts 0 but those given."""
    whole = {column.name: 0 for column in COLUMNS if column.kind == "whole"}
    base = {column.name: None for column in COLUMNS} | whole | dict.fromkeys(WISHES, 0)
    proven = None if method == "rules" else True
    done = {"case": case, "rulebook": "r", "method": method, "state": "done", "proven": proven, "seconds_solve": 1.0}
    return base | done | values


def failed(case, error):
    return {column.name: None for column in COLUMNS} | {
        "case": case, "rulebook": "r", "method": "rules", "state": "failed", "error": error
    }  # fmt: skip


ROWS = (
    row("a", "rules", **{"chiefs.posts_filled": 3, "chiefs.round": 9, "clerks.quantification": 80_500, "placed": 8}),
    row("a", "optimal", **{"chiefs.posts_filled": 5, "chiefs.round": 7, "clerks.quantification": 81_000, "placed": 9}),
    row("b", "rules", **{"chiefs.posts_filled": 4, "chiefs.round": 5, "vacant_chiefs": 2, "vacant_seats": 1}),
    row("b", "optimal", **{"chiefs.posts_filled": 4, "chiefs.round": 6, "seconds_solve": 3.0, "unplaced": 2}),
    row("c", "optimal", proven=False, status="feasible", seconds_solve=9.0, violations=1),
    failed("d <&>", "unknown_person"),
    failed("e", "unknown_person"),
    failed("f", "internal"),
)
SUMMARY = summary_of(ROWS)


@pytest.mark.parametrize(
    ("values", "five"),
    [
        ([4], (4, 4, 4, 4, 4)),
        ([2, 1], (1, 1, 1, 2, 2)),
        ([5, 1, 4, 2, 3], (1, 2, 3, 4, 5)),
        (range(1, 101), (1, 25, 50, 75, 100)),
    ],
)
def test_quartiles_are_values_that_occur(values, five):
    """By nearest rank, so that every figure is one of the rows'."""
    spread = Spread.of(values)
    assert (spread.least, spread.low, spread.middle, spread.high, spread.greatest) == five
    assert Spread.of([]) is None


def test_a_gap_is_positive_where_the_optimum_is_better():
    """Whichever way the level goes: more posts filled, fewer rounds."""
    found = {f"{gap.stage}.{gap.level}": gap for gap in SUMMARY.gaps}
    posts, rounds = found["chiefs.posts_filled"], found["chiefs.round"]
    assert (posts.better, posts.equal, posts.worse, posts.spread.greatest) == (1, 1, 0, 2)
    assert (rounds.better, rounds.equal, rounds.worse, rounds.spread.least) == (1, 0, 1, -1)
    assert (found["clerks.quantification"].spread.greatest, posts.spread.count) == (500, 2)
    assert list(found) == [f"{stage}.{level}" for stage, level in LEVELS]


def test_counts_errors_and_the_worst():
    assert (SUMMARY.rows, SUMMARY.failed, SUMMARY.optimal, SUMMARY.proven, SUMMARY.violated) == (8, 3, 3, 2, 1)
    assert SUMMARY.errors == (("unknown_person", 2, "d <&>"), ("internal", 1, "f"))
    assert SUMMARY.proofs == (1.0, 3.0)
    assert [(one.measure, one.case, one.value) for one in SUMMARY.worst] == [
        ("violations", "c", 1),
        ("unproven", "c", 9.0),
        ("proof", "b", 3.0),
        ("proof", "a", 1.0),
        ("unplaced", "b", 2),
        ("vacancies", "b", 3),
        ("placed_gap", "a", 1),
    ]


def test_the_summary_as_a_table_holds_every_number():
    lines = list(csv.DictReader(io.StringIO(table_bytes(HEADINGS, summary_lines(SUMMARY)).decode("utf-8-sig"))))
    value = {(line["part"], line["method"], line["level"], line["measure"]): line["value"] for line in lines}
    assert value["all", "", "", "failed"] == "3"
    assert value["served", "optimal", "", "unplaced"] == "2"
    assert value["gap", "", "posts_filled", "gap_greatest"] == "2"
    assert value["proof", "", "", "seconds_greatest"] == "3.0"
    assert value["worst", "rules", "b", "vacancies"] == "3"


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("rows", [ROWS, ROWS[5:], ROWS[:1], ()], ids=["all", "failed", "one", "none"])
def test_the_page_is_whole_offline_and_without_scripts(lang, rows):
    """Protects offices without network: one well-formed file, nothing fetched, nothing run, names escaped."""
    page = summary_page(summary_of(rows), lang).decode()
    assert re.search(r"https?:|//[a-z]|<script|<link|<img|src=|href=|url\(|@import| on\w+=", page) is None
    assert "default-src 'none'" in page and "d <&>" not in page
    body = page[page.index("<body>") : page.index("</html>")]
    tree = ElementTree.fromstring(body)
    page_tags = {
        "body",
        "h1",
        "h2",
        "h3",
        "p",
        "div",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "figure",
        "figcaption",
    }
    plot_tags = {"svg", "g", "title", "text", "rect", "line", "polyline"}
    assert {element.tag for element in tree.iter()} <= page_tags | plot_tags
    assert len(tree.findall(".//svg")) == (5 if rows is ROWS else 2 if len(rows) == 1 else 0)


def test_no_number_of_a_plot_is_out_of_its_frame():
    page = summary_page(SUMMARY, "en").decode()
    for svg in re.findall(r"<svg.*?</svg>", page, re.S):
        frame = ElementTree.fromstring(svg)
        width, height = map(float, frame.attrib["viewBox"].split()[2:])
        for shape in frame.iter("rect"):
            x, y, w, h = (float(shape.attrib[name]) for name in ("x", "y", "width", "height"))
            assert 0 <= x <= x + w <= width and 0 <= y <= y + h <= height


def test_long_names_are_shortened_and_large_numbers_told_by_their_power_of_ten():
    """Protects readers from rows without a name and from numbers that run into it: both fit beside the plot."""
    folder = "/srv/personnel/rulebooks/"
    long = folder + "a-rulebook-whose-name-does-not-fit-beside-any-plot.toml"
    lots = (("rules", -4_214_063_136), ("optimal", 0))
    rows = [row("a", method, rulebook=book, **{"chiefs.lot": lot, "chiefs.composite": 5})
            for book in (folder + "own.toml", long) for method, lot in lots]  # fmt: skip
    page = summary_page(summary_of(rows), "en").decode()
    assert folder not in page
    assert ">own.toml · rules</text>" in page
    assert re.search(r">a-rulebook-[^<]*…[^<]*rules<title>a-rulebook-whose-[^<]*</title></text>", page)
    assert ">4.2×10⁹</text>" in page and ">0.000</text>" in page


def test_the_rows_in_both_forms_are_the_same():
    """Parquet keeps types, csv the same values as text; a path that looks like a formula is kept from calculating."""
    import pyarrow.parquet

    rows = (*ROWS, row("=cmd", "rules"))
    table = pyarrow.parquet.read_table(io.BytesIO(rows_parquet(rows)))
    assert table.column_names == [column.name for column in COLUMNS]
    assert table.to_pylist() == [dict(one) for one in rows]
    told = list(csv.DictReader(io.StringIO(rows_csv(rows).decode("utf-8-sig"))))
    assert [one["case"] for one in told] == ["a", "a", "b", "b", "c", "d <&>", "e", "f", "'=cmd"]
    assert [one["proven"] for one in told[:5]] == ["", "yes", "", "yes", "no"]
    assert told[0]["clerks.quantification"] == "80500"
