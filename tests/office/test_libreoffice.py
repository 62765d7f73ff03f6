"""The result workbook through LibreOffice: opened, saved anew and as text, with the values of the outcome.

Outside ``make test``: ``make test-office`` installs LibreOffice and runs these.
"""

import csv
import io
import json
import re
import subprocess
import zipfile

import pytest
from python_calamine import CalamineWorkbook

from allocator.cli import main
from allocator.competition.files import write_case
from scenarios import embedded_folder
from tests.report.making import HOSTILE, hostile_case

METHODS = {"rules": "placements (rules)", "optimal": "placements (optimum)"}


def convert(path, kind, folder, *more):
    """What LibreOffice makes of a file, or of several; it has a profile of its own, so that no open window stands in
    the way."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--norestore", "--convert-to", kind, "--outdir", folder, path, *more]
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=240, check=True)
    assert "Error" not in done.stderr
    return folder


@pytest.fixture(scope="module", params=["embedded", "hostile"])
def reported(request, tmp_path_factory):
    """A case with its outcomes, its workbook, and what LibreOffice made of it."""
    folder = tmp_path_factory.mktemp(request.param)
    case = embedded_folder()
    if request.param == "hostile":
        case = folder / "case"
        write_case(hostile_case(), case)
    assert main(["compare", str(case), "-o", str(folder / "compared"), "--lang", "en"]) == 0
    assert main(["report", str(case), "-o", str(folder), "--lang", "en"]) == 0
    saved = convert(folder / "result.xlsx", "xlsx", folder / "saved")
    texts = convert(
        folder / "result.xlsx",
        "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1",
        folder / "csv",
    )
    return request.param, folder, saved / "result.xlsx", texts


def outcome_of(folder, method):
    return json.loads((folder / "compared" / method / "outcome.json").read_text(encoding="utf-8"))


def rows_of(path, sheet):
    """The rows of one sheet as saved as text, by heading."""
    found = next(p for p in path.glob("*.csv") if p.stem == f"result-{sheet}")
    return list(csv.DictReader(io.StringIO(found.read_text(encoding="utf-8-sig"))))


def test_no_cell_is_a_formula_before_or_after(reported):
    """Protects whoever opens the workbook: names that look like formulas stay names."""
    _, folder, saved, _ = reported
    for path in (folder / "result.xlsx", saved):
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                if name.startswith("xl/worksheets/") and name.endswith(".xml"):
                    assert not re.search(r"<f[ >/]", archive.read(name).decode()), (path, name)


def exact(cell):
    """A cell as far as every spreadsheet keeps its digits."""
    return round(cell, 9) if isinstance(cell, float) else cell


def test_the_saved_workbook_holds_the_same_cells(reported):
    _, folder, saved, _ = reported
    before, after = (CalamineWorkbook.from_path(str(path)) for path in (folder / "result.xlsx", saved))
    assert before.sheet_names == after.sheet_names
    for name in before.sheet_names:
        one, two = (book.get_sheet_by_name(name).to_python() for book in (before, after))
        assert [[exact(cell) for cell in row] for row in one] == [[exact(cell) for cell in row] for row in two], name


@pytest.mark.parametrize("method", ["rules", "optimal"])
def test_the_placements_as_text_are_those_of_the_outcome(reported, method):
    _, folder, _, texts = reported
    found = [
        {
            "section_id": row["section_id"],
            "person_id": row["person_id"],
            "role": row["role"],
            "round": row["round"],
            "pick_order": row["pick order"],
            "composite": row["composite"],
            "quantification": row["quantification"],
            "votes": row["votes"],
            "present": row["present"],
        }
        for row in rows_of(texts, METHODS[method])
    ]
    shown = [
        {key: "" if one[key] is None else str(one[key]) for key in found[0]}
        for one in outcome_of(folder, method)["placements"]
    ]
    assert found == shown


def test_the_rest_as_text_is_that_of_both_outcomes(reported):
    _, folder, _, texts = reported
    outcomes = [outcome_of(folder, method) for method in METHODS]
    unplaced = [row["person_id"] for row in rows_of(texts, "unplaced")]
    assert unplaced == [one["person_id"] for outcome in outcomes for one in outcome["unplaced"]]
    vacancies = [(row["section_id"], row["count"]) for row in rows_of(texts, "vacancies")]
    assert vacancies == [(v["section_id"], str(v["count"])) for outcome in outcomes for v in outcome["vacancies"]]
    ties = [row["section_id"] for row in rows_of(texts, "ties to confirm")]
    assert ties == [tie["section_id"] for outcome in outcomes for tie in outcome["ties"]]
    codes = [row["code"] for row in rows_of(texts, "warnings")]
    assert codes == [notice["code"] for outcome in outcomes for notice in outcome["warnings"]]


def test_hostile_names_come_through_as_they_are(reported):
    which, _, saved, _ = reported
    if which == "embedded":
        return
    book = CalamineWorkbook.from_path(str(saved))
    cells = {cell for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python() for cell in row}
    assert set(HOSTILE) - {"张<三>&"} <= cells and "张<三>& (002)" in cells
    assert "007" in cells
