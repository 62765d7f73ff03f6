"""The workbook of an office, as it is kept: taken in by the form, its readings confirmed, it is the embedded bureau."""

import hashlib
import io
import re
import tomllib
from html import unescape

import pytest
import xlsxwriter
from docx import Document
from python_calamine import CalamineWorkbook

from allocator.competition.check import check
from allocator.competition.files import write_case
from allocator.files import draft_of
from allocator.web.uploads import files_of
from models.competition.rulebook import Rulebook
from scenarios import embedded, embedded_folder
from scenarios.as_kept import workbook
from tests.web.conftest import LONGEST
from tests.web_pages.test_markup import Reading as Markup


@pytest.fixture(scope="module")
def kept():
    return workbook(embedded_folder())


@pytest.fixture(scope="module")
def sha256():
    return check(draft_of(embedded()), Rulebook()).scores.bureau.case_sha256


def kinds(text):
    return re.findall(r'name="kind" value="(\w+)"', text)


def halves(content):
    """The sheets of a workbook in two, as an office may have them from two rooms; all values as text."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    parts = []
    for names in (book.sheet_names[:4], book.sheet_names[4:]):
        sink = io.BytesIO()
        with xlsxwriter.Workbook(sink, {"in_memory": True}) as made:
            for name in names:
                sheet = made.add_worksheet(name)
                for number, row in enumerate(book.get_sheet_by_name(name).to_python(skip_empty_area=False)):
                    sheet.write_row(number, 0, row)
        parts.append(sink.getvalue())
    return parts


def test_the_office_s_own_workbook_is_the_embedded_bureau_once_its_readings_are_confirmed(page, kept, sha256):
    """Protects the officer from re-keying: the whole way of the tutorial, from the form to the published placements."""
    case_id = page.upload(("ours.xlsx", kept))
    found = kinds(page.browser.get(f"/cases/{case_id}").text)
    assert {"percent", "lost_zeros", "ticks", "digits_date", "title_rows", "note_rows"} <= set(found)
    answer = page.browser.post(f"/cases/{case_id}/readings", data={"kind": found})
    assert answer.status_code == 200 and page.store.confirmed(case_id)
    assert page.house.desk.case(case_id).scores.bureau.case_sha256 == sha256
    live = page.start(case_id, method="both")
    assert live.wait(LONGEST) and page.store.run(live.run_id).state == "done"
    run, text = f"/runs/{live.run_id}", page.browser.get(f"/runs/{live.run_id}").text
    assert all(page.browser.get(link).status_code == 200 for link in re.findall(r'href="(/runs/[^"]+)#ties"', text))
    page.browser.post(f"{run}/drafts")
    (draft,) = page.store.acts(live.run_id)
    decision = {"draft_id": draft.act_id, "authority": "局党组", "document": "9号", "date": "2024-07-01"}
    page.browser.post(f"{run}/decided", data=decision)
    page.browser.post(f"{run}/published", data={"document": "公告栏", "date": "2024-07-03"})
    assert [act.act for act in page.store.acts(live.run_id)] == ["drafted", "decided", "published"]
    paper = page.browser.post(f"{run}/notices", data={"kind": "placements", "form": "docx"})
    cells = [cell.text for table in Document(io.BytesIO(paper.content)).tables for cell in table._cells]
    placed = {one.person_id for one in page.house.results.of(live.run_id, masked=False).outcome.placements}
    assert [one.name for one in embedded().people if one.person_id in placed and one.name not in "".join(cells)] == []


def test_several_workbooks_with_some_of_the_sheets_each_are_one_case(page, sha256, tmp_path):
    write_case(embedded(), tmp_path / "all.xlsx")
    first, second = halves((tmp_path / "all.xlsx").read_bytes())
    case_id = page.upload(("one.xlsx", first), ("two.xlsx", second))
    assert page.house.desk.looked_at(case_id).scores.bureau.case_sha256 == sha256


def test_a_folder_named_at_the_start_may_hold_workbooks(kept, tmp_path):
    (tmp_path / "ours.xlsx").write_bytes(kept)
    (tmp_path / "~$ours.xlsx").write_bytes(b"lock")
    (tmp_path / "notes.txt").write_bytes(b"x")
    (tmp_path / "mapping.toml").write_bytes(b"")
    assert [(file.name, file.sha256) for file in files_of(tmp_path)] == [
        ("ours.xlsx", hashlib.sha256(kept).hexdigest()),
        ("mapping.toml", hashlib.sha256(b"").hexdigest()),
    ]


def test_the_form_offers_every_kind_of_file_that_is_read(page):
    accepted = re.search(r'accept="([^"]+)"', page.browser.get("/").text)[1].split(",")
    assert accepted == [".xlsx", ".xls", ".xlsb", ".ods", ".et", ".wps", ".json", ".csv", ".toml"]


def test_names_in_place_of_ids_are_masked_where_they_are_told_at_fault(page):
    """Two people of one name: their rows, the candidates and the names that were read show no full name unasked."""
    case = embedded()
    names = {one.person_id: one.name for one in case.people}
    twin = next(name for name in names.values() if [*names.values()].count(name) > 1)
    book = CalamineWorkbook.from_filelike(io.BytesIO(workbook(embedded_folder())))
    sink = io.BytesIO()
    with xlsxwriter.Workbook(sink, {"in_memory": True}) as made:
        for name in book.sheet_names:
            rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            if name == "满意度测评":
                rows = [rows[0], *([names[row[0]], *row[1:]] for row in rows[1:]), [twin, 1, 0, 0]]
            sheet = made.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    case_id = page.upload(("ours.xlsx", sink.getvalue()))
    hidden = unescape(page.browser.get(f"/cases/{case_id}").text)
    assert not page.house.desk.looked_at(case_id).sound
    assert "＊＊" in hidden and [name for name in names.values() if name in hidden] == []
    page.browser.post("/names", data={"show": "yes"})
    assert twin in unescape(page.browser.get(f"/cases/{case_id}").text)


@pytest.fixture(scope="module")
def own_names(tmp_path_factory):
    """The embedded bureau with two headings of a system of its own."""
    plain = tmp_path_factory.mktemp("plain") / "all.xlsx"
    write_case(embedded(), plain)
    book = CalamineWorkbook.from_path(str(plain))
    sink = io.BytesIO()
    with xlsxwriter.Workbook(sink, {"in_memory": True}) as made:
        for name in book.sheet_names:
            sheet = made.add_worksheet(name)
            for number, row in enumerate(book.get_sheet_by_name(name).to_python(skip_empty_area=False)):
                if name == "satisfaction" and number == 0:
                    row = ["干部代码", "满意", "基本满意", "反对票数"]
                sheet.write_row(number, 0, row)
    return sink.getvalue()


def test_own_headings_are_asked_for_once_and_the_mapping_opens_the_files(page, own_names):
    """Protects bureaus with a system of their own: nothing is renamed by hand, and nothing taken for granted."""
    case_id = page.upload(("ours.xlsx", own_names))
    text = unescape(page.browser.get(f"/cases/{case_id}").text)
    selects = re.findall(r'<select id="own-\d+" name="column">.*?</select>', text, re.DOTALL)
    assert re.findall(r'for="own-\d+">[^<]*“(.*?)”', text) == ["干部代码", "反对票数"]
    assert all(one.count(" selected") == 1 for one in selects)
    markup = Markup(text)
    assert set(markup.controls) <= markup.labelled and len(markup.ids) == len(set(markup.ids)) and markup.loose == []
    chosen = ["person_id", "dissatisfied"]
    answer = page.browser.post(f"/cases/{case_id}/mapping", data={"column": chosen})
    assert answer.headers["content-disposition"] == 'attachment; filename="mapping.toml"'
    assert tomllib.loads(answer.text) == {"satisfaction": dict(zip(["干部代码", "反对票数"], chosen, strict=True))}
    both = page.upload(("ours.xlsx", own_names), ("mapping.toml", answer.content))
    assert "mapping" in kinds(page.browser.get(f"/cases/{both}").text)
    assert page.house.desk.looked_at(both).sound


@pytest.mark.parametrize("columns", [["person_id"], ["person_id", "password"], ["person_id", "satisfied", "basic"]])
def test_a_mapping_that_makes_no_sense_is_refused(page, own_names, columns):
    case_id = page.upload(("ours.xlsx", own_names))
    assert page.browser.post(f"/cases/{case_id}/mapping", data={"column": columns}).status_code == 400
