"""The result workbook, read back with another program than the one that wrote it."""

import io
import re
import zipfile
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from python_calamine import CalamineWorkbook

from allocator.competition.compare import document
from allocator.competition.report import sheets, workbook_bytes, write_workbook
from allocator.report import Points
from allocator.report.sheet import cell_text, text_width
from models.common.base import thousandths_text
from models.competition.filings import Decision
from tests.report.making import HOSTILE, findings_of, hostile_case

LANGUAGES = ("zh", "en")


def read(data):
    """The sheets of a workbook by name, each as rows of cells."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def parts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml")}


def as_read(cell):
    """A cell as another program reads it: numbers as floats, nothing as an empty text."""
    if isinstance(cell, Points):
        return cell.thousandths / 1000
    if isinstance(cell, Fraction):
        return float(f"{float(cell):.16g}")
    if isinstance(cell, int | Decimal):
        return float(cell)
    return "" if cell is None else cell


def records(book, name):
    """The rows of a sheet by heading."""
    headings, *rows = book[name]
    return [dict(zip(headings, row, strict=True)) for row in rows]


@pytest.fixture(scope="module")
def english(bureau_findings):
    return read(workbook_bytes(bureau_findings, "en"))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("which", ["bureau_findings", "hostile"])
def test_every_cell_is_read_back_as_it_was_written(request, which, lang):
    """Protects text from becoming a formula or a number, and numbers from becoming text."""
    findings = request.getfixturevalue(which)
    book = read(workbook_bytes(findings, lang))
    tables = sheets(findings, lang)
    assert len(book) == len(tables) + 1
    for table, (name, rows) in zip(tables, list(book.items())[1:], strict=True):
        assert rows[0] == [column.heading for column in table.columns], name
        assert rows[1:] == [[as_read(cell) for cell in row] for row in table.rows], name


@pytest.mark.parametrize("method", ["rules", "optimal"])
def test_placements_are_those_of_the_outcome(bureau_findings, english, method):
    outcome = getattr(bureau_findings, method).outcome
    rows = records(english, "placements (rules)" if method == "rules" else "placements (optimum)")
    found = [
        (
            row["section_id"],
            row["person_id"],
            row["round"] or None,
            row["pick order"] or None,
            f"{row['composite']:.3f}" if row["composite"] != "" else None,
            f"{row['quantification']:.3f}" if row["quantification"] != "" else None,
            row["votes"] if row["votes"] != "" else None,
        )
        for row in rows
    ]
    assert found == [
        (p.section_id, p.person_id, p.round, p.pick_order, p.composite, p.quantification, p.votes)
        for p in outcome.placements
    ]


def test_scores_and_pairs_are_those_of_the_case(bureau_findings, english):
    scores = bureau_findings.scores
    for row in records(english, "scores"):
        own = scores.people[row["person_id"]]
        for heading, name in (("exam", "exam"), ("annual reviews", "review"), ("quantification", "quantification")):
            value = getattr(own, name)
            assert (f"{row[heading]:.3f}" if row[heading] != "" else None) == (
                None if value is None else thousandths_text(value)
            )
    pairs = records(english, "pair scores")
    assert [(row["person_id"], row["section_id"]) for row in pairs] == [
        (pair.person_id, pair.section_id) for pair in scores.pairs
    ]
    groups = ("bureau leaders", "other administrative staff", "heads of institutions", "county bureau heads")
    assert all(sum(row[group] for group in groups) == row["votes"] for row in pairs)


def test_vacancies_unplaced_ties_and_warnings_are_those_of_both_outcomes(bureau_findings, english):
    outcomes = [("rules", bureau_findings.rules.outcome), ("optimum", bureau_findings.optimal.outcome)]
    assert [(r["method"], r["section_id"], r["count"]) for r in records(english, "vacancies")] == [
        (method, v.section_id, v.count) for method, outcome in outcomes for v in outcome.vacancies
    ]
    assert [(r["method"], r["person_id"]) for r in records(english, "unplaced")] == [
        (method, one.person_id) for method, outcome in outcomes for one in outcome.unplaced
    ]
    assert [(r["method"], r["section_id"]) for r in records(english, "ties to confirm")] == [
        (method, tie.section_id) for method, outcome in outcomes for tie in outcome.ties
    ]
    assert [(r["method"], r["code"]) for r in records(english, "warnings")] == [
        (method, notice.code) for method, outcome in outcomes for notice in outcome.warnings
    ]


def test_the_comparison_is_that_of_comparison_json(bureau_findings, english):
    """Protects readers of the workbook from other figures than those of the file beside it."""
    told = document(bureau_findings.comparison)
    stages = [*told["stages"], *told["pipelines"]["stages"]]
    scores = ("sum of composite scores", "sum of quantifications")
    found = [
        tuple(round(row[m] * 1000) if row["level"] in scores else row[m] for m in ("rules", "optimum"))
        for row in records(english, "compared levels")
    ]
    assert found == [(level["rules"], level["optimal"]) for stage in stages for level in stage["levels"]]
    wishes = Counter()
    for row in records(english, "compared wishes"):
        wishes["rules"] += row["rules"]
        wishes["optimal"] += row["optimum"]
    assert wishes == {m: sum(sum(stage["wishes"][m].values()) for stage in stages) for m in ("rules", "optimal")}
    people = [*(one for stage in told["stages"] for one in stage["people"]), *told["pipelines"]["people"]]
    assert [row["person_id"] for row in records(english, "compared people")] == [one["person_id"] for one in people]
    claims = [c for stage in stages for m in ("rules", "optimal") for c in stage["claims"][m]]
    assert [row["person_id"] for row in records(english, "claims")] == [one["person_id"] for one in claims]


def test_the_chief_contest_shows_each_admissible_pair_once_and_each_holder(bureau_findings, english):
    rows = records(english, "chief contest")
    admissible = {(p.person_id, p.section_id) for p in bureau_findings.scores.pairs if p.admissible}
    assert Counter((r["person_id"], r["section_id"]) for r in rows) == Counter(admissible)
    for method, heading in (("rules", "rules"), ("optimal", "optimum")):
        holders = {(r["person_id"], r["section_id"]) for r in rows if r[heading].startswith("●")}
        assert holders == {
            (p.person_id, p.section_id)
            for p in getattr(bureau_findings, method).outcome.placements
            if p.role == "chief" and p.basis in ("filed", "written_in")
        }


def test_each_filing_and_each_listing_is_one_row(bureau_findings, english):
    case = bureau_findings.case
    rows = records(english, "mutual choice")
    filed = Counter((r["person_id"], r["section_id"], r["round"]) for r in rows if r["round"] != "")
    assert filed == Counter((a.person_id, a.section_id, a.round) for a in case.clerk_applications)
    listed = {(r["section_id"], r["person_id"]) for r in rows if r["pick order"] != ""}
    assert listed == {(pick.section_id, pick.person_id) for pick in case.picks}


def test_no_part_of_the_workbook_calculates_or_reaches_out(hostile):
    """Protects whoever opens it: no formula, no external address, no macro, whatever people are called."""
    for name, text in parts(workbook_bytes(hostile, "zh")).items():
        assert "<f>" not in text and "<f " not in text, name
        assert "externalLink" not in text and "TargetMode" not in text, name
    with zipfile.ZipFile(io.BytesIO(workbook_bytes(hostile, "zh"))) as archive:
        assert not [name for name in archive.namelist() if "vba" in name or "externalLinks" in name]


def test_hostile_names_and_number_like_ids_stay_the_text_they_are(hostile):
    book = read(workbook_bytes(hostile, "zh"))
    cells = {cell for rows in book.values() for row in rows for cell in row}
    assert {"001", "005", "007"} <= cells
    named = set(HOSTILE) - {"张<三>&"}
    assert named <= cells
    assert {"张<三>&（002）", "张<三>&（008）"} <= cells and "张<三>&" not in cells
    assert hostile.case.case.name in cells


@pytest.mark.parametrize("lang", LANGUAGES)
def test_sheets_are_set_up_for_reading_and_printing(bureau_findings, lang):
    """Protects the printed table: A4, large enough to read, headings repeated, a header and a page number."""
    found = parts(workbook_bytes(bureau_findings, lang))
    worksheets = {name: text for name, text in found.items() if name.startswith("xl/worksheets/sheet")}
    pattern = r'<definedName name="_xlnm.Print_Titles" localSheetId="(\d+)">([^<]*)<'
    titles = {
        f"xl/worksheets/sheet{int(n) + 1}.xml": cells for n, cells in re.findall(pattern, found["xl/workbook.xml"])
    }
    cover = worksheets.pop("xl/worksheets/sheet1.xml")
    assert 'paperSize="9"' in cover and 'orientation="portrait"' in cover and "fitToHeight" not in cover
    assert set(titles) == set(worksheets)
    for name, text in worksheets.items():
        assert 'paperSize="9"' in text and 'orientation="landscape"' in text, name
        assert 'fitToHeight="0"' in text and "<oddHeader>" in text and "&amp;P" in text, name
        assert 'state="frozen"' in text and "<autoFilter" in text, name
        across = int((re.findall(r'fitToWidth="(\d+)"', text) or ["1"])[0])
        assert ("$A:$" in titles[name]) is (across > 1), "what a row speaks of stands on each page"
        assert sum(column_widths(text)) / across <= 240, "smaller than about six points"


def column_widths(text):
    """The widths of a sheet's columns, in characters."""
    found = re.findall(r'<col min="(\d+)" max="(\d+)" width="([\d.]+)"', text)
    return [float(width) - 0.7109375 for low, high, width in found for _ in range(int(low), int(high) + 1)]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_text_that_wraps_has_room(bureau_findings, lang):
    """Protects long reasons and hashes from running into the next row where a program does not fit heights itself."""
    found = parts(workbook_bytes(bureau_findings, lang))
    wrapped = 0
    cover_rows = next(iter(read(workbook_bytes(bureau_findings, lang)).values()))
    tables = [("cover", 1, cover_rows), *((one.name, 2, one.rows) for one in sheets(bureau_findings, lang))]
    for number, (name, first, rows) in enumerate(tables, start=1):
        text = found[f"xl/worksheets/sheet{number}.xml"]
        widths = column_widths(text)
        heights = dict(re.findall(r'<row r="(\d+)" [^>]*?ht="([\d.]+)" customHeight="1"', text))
        for row, cells in enumerate(rows, start=first):
            if name == "cover" and f'<mergeCell ref="A{row}:C{row}"/>' in text:
                continue
            lines = max(text_width(cell_text(c)) / (w - 1) for c, w in zip(cells, widths, strict=True))
            if lines > 1:
                wrapped += 1
                assert float(heights[str(row)]) >= 13 * lines, (name, row)
    assert wrapped


def test_the_person_a_row_speaks_of_stays_in_view(bureau_findings):
    found = parts(workbook_bytes(bureau_findings, "zh"))
    for number, table in enumerate(sheets(bureau_findings, "zh"), start=2):
        kept = int(re.findall(r'xSplit="(\d+)"', found[f"xl/worksheets/sheet{number}.xml"])[0])
        if table.columns[0].name in ("section_id", "person_id"):
            last = "person" if any(column.name == "person" for column in table.columns) else "section"
            assert last in [column.name for column in table.columns[:kept]], table.name


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_cover_says_that_it_is_a_proposal_until_something_is_decided(hostile, lang):
    said = {"zh": "未经党组会议研究决定不生效", "en": "Nothing in it takes effect before the party group has decided"}[
        lang
    ]
    cover = next(iter(read(workbook_bytes(hostile, lang)).values()))
    assert said in str(cover)
    first, second = hostile.run.outcome.placements[:2]
    decided = (
        Decision(person_id=first.person_id, section_id=first.section_id, role=first.role, document="〔2024〕7号"),
        Decision(person_id=second.person_id, section_id="s2", role="clerk"),
    )
    pending = {"zh": "待党组决定", "en": "not decided"}[lang]
    assert pending in parts(workbook_bytes(hostile, lang))["xl/worksheets/sheet2.xml"]
    data = workbook_bytes(replace(hostile, decided=decided), lang)
    assert pending not in parts(data)["xl/worksheets/sheet2.xml"], "the head of a printed page"
    book = read(data)
    assert said not in str(next(iter(book.values())))
    rows = list(book.values())[1][1:]
    assert rows[0][-2:] == [{"zh": "√ 已决定", "en": "√ decided"}[lang], "〔2024〕7号"]
    assert rows[1][-2].startswith("≠")
    assert all(row[-2][0] in "□－-" for row in rows[2:])


def test_one_outcome_alone_has_its_levels_and_no_comparison(hostile):
    alone = replace(hostile, run=hostile.optimal, rules=None, optimal=None, comparison=None)
    names = [table.name for table in sheets(alone, "en")]
    assert "levels" in names and "placements (optimum)" in names
    assert not [name for name in names if name.startswith("compared") or "rules)" in name]


def test_the_same_case_gives_the_same_bytes_whatever_the_order_of_its_rows(hostile):
    made = hostile_case()
    turned = made.model_copy(update={"people": made.people[::-1], "picks": made.picks[::-1]})
    again = findings_of(type(made).model_validate(turned.model_dump()))
    for lang in LANGUAGES:
        assert workbook_bytes(again, lang) == workbook_bytes(hostile, lang)


def test_a_workbook_is_written_whole(hostile, tmp_path):
    write_workbook(hostile, tmp_path / "result.xlsx", "zh")
    assert [path.name for path in tmp_path.iterdir()] == ["result.xlsx"]
    assert (tmp_path / "result.xlsx").read_bytes() == workbook_bytes(hostile, "zh")
