"""What the pages show: faults beside their cells, masked names, one person's data, decisions; in both languages."""

import csv
import io
import json
import re
import zipfile
from html import unescape

import pytest

from allocator.files import Bytes
from allocator.words import CATALOGUE
from scenarios import embedded
from tests.web.conftest import LONGEST

EVIL = ("=HYPERLINK(1)", "<script>alert(1)</script>", "{{7*7}}{% raw %}", "张‹三>&", "'; DROP TABLE runs;--")
INFO = ("case.csv", b"key,value\nname,x\nreference_date,2024-07-01\n")
SECTIONS = ("sections.csv", b"section_id,name,headcount\ns1,One,9\n")


def people_csv(*rows):
    sink = io.StringIO()
    writer = csv.writer(sink)
    writer.writerow(["人员编号", "姓名", "编制", "职级", "现科室"])
    writer.writerows(rows)
    return ("people.csv", sink.getvalue().encode())


def small(page, *rows):
    return page.upload(INFO, SECTIONS, people_csv(*rows))


def shown(page, path):
    answer = page.browser.get(path)
    assert answer.status_code == 200, answer.text
    return answer.text


def show_names(page):
    page.browser.post("/names", data={"show": "yes"})


def test_each_fault_stands_beside_its_cell(page):
    """The officer sees his own sheet with the sentence in the very cell that is wrong."""
    case_id = small(
        page,
        ("p1", "甲乙", "行政", "科员", "s1"),
        ("p2", "丙丁", "行政", "科源", "s9"),
        ("p2", "戊", "行政", "科员", ""),
    )
    text = unescape(shown(page, f"/cases/{case_id}"))
    rows = re.findall(r"<tr.*?</tr>", text[text.index('class="grid"') :], re.S)
    second = next(row for row in rows if '<th scope="row">3' in row)
    cells = re.findall(r"<td(.*?)>(.*?)</td>", second, re.S)
    faulty = {re.sub("<.*", "", cell, flags=re.S): "fault" in cell for _, cell in cells}
    assert faulty == {"p2": False, "丙＊＊": False, "行政": False, "科源": True, "s9": True} or faulty["科源"]
    assert not any(' class="faulty"' in mark for mark, cell in cells if cell.startswith(("丙", "行政")))
    assert page.browser.get(f"/cases/{case_id}").text.count("<h1>") == 1


def test_a_sheet_shows_rows_at_fault_and_counts_the_rest(page):
    rows = [(f"p{i}", "n", "行政", "科源", "s1") for i in range(100)]
    text = shown(page, f"/cases/{small(page, *rows)}")
    assert "40 more rows at fault are not shown." in text


def test_a_sound_case_shows_readiness_and_warnings(finished):
    text = shown(finished, f"/cases/{finished.case_id}")
    assert text.count("<td>ready</td>") == 3
    assert "warnings" in text and finished.run_id in text


def test_names_are_masked_until_asked_for_and_asking_is_logged(finished):
    """Whoever glances at the screen reads no full name; each session asks for itself."""
    names = {person.name for person in embedded().people}
    pages = (f"/cases/{finished.case_id}", f"/runs/{finished.run_id}", f"/runs/{finished.run_id}/decision")

    def read(browser, path):
        text = browser.get(path).text
        return [name for name in names if name in text]

    assert [read(finished.browser, path) for path in pages] == [[], [], []]
    show_names(finished)
    assert read(finished.browser, pages[2])
    assert finished.store.entries()[-1].act == "names_shown"
    assert read(finished.another(), pages[2]) == []
    finished.browser.post("/names", data={"show": "no"})
    assert read(finished.browser, pages[2]) == []


@pytest.mark.parametrize("evil", EVIL)
def test_a_name_is_text_and_nothing_else(page, evil):
    """Neither the browser, nor the templates, nor the database take a name for more than it is."""
    case_id = small(page, ("p1", evil, "行政", "科源", "s1"), ("p2", "n", "行政", "科员", "s1"))
    show_names(page)
    text = shown(page, f"/cases/{case_id}")
    assert evil in unescape(text)
    assert "<script>alert" not in text and "49" not in re.sub(r"\d{3,}", "", unescape(text).replace(evil, ""))
    assert [run.case_id for run in page.store.runs()] == []
    assert page.store.case(case_id).label == "case.csv, people.csv, sections.csv"


@pytest.fixture
def evil_run(finished):
    """A finished run of the embedded bureau in which a name, a section and a reason are hostile."""
    content = json.loads(finished.store.case_files(finished.case_id)[0].data)
    for row, evil in zip(content["people"], EVIL, strict=False):
        row["name"] = evil
    content["sections"][0]["name"] = "=1+1"
    case_id = finished.upload(("evil.json", json.dumps(content).encode()))
    live = finished.start(case_id, method="rules")
    assert live.wait(LONGEST)
    return live.run_id


def test_hostile_names_go_through_every_page_and_download_as_text(finished, evil_run):
    show_names(finished)
    for path in (f"/runs/{evil_run}", f"/runs/{evil_run}/decision"):
        assert "<script>alert" not in shown(finished, path)
    table = finished.browser.get(f"/runs/{evil_run}/files/placements.csv").content.decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(table)) for cell in row]
    assert not [cell for cell in cells if cell.startswith("=")] and "'=HYPERLINK(1)" in cells and "'=1+1" in cells
    book = zipfile.ZipFile(io.BytesIO(finished.browser.get(f"/runs/{evil_run}/files/workbook.xlsx").content))
    sheets = [book.read(name) for name in book.namelist() if name.startswith("xl/worksheets/")]
    assert not any(b"<f>" in sheet or b"<f " in sheet for sheet in sheets)


@pytest.mark.parametrize("name", ["outcome.json", "placements.csv", "workbook.xlsx", "report.html"])
def test_downloads_are_files_to_save_and_are_logged(finished, name):
    answer = finished.browser.get(f"/runs/{finished.run_id}/files/{name}")
    assert answer.status_code == 200 and answer.content
    assert answer.headers["content-disposition"] == f'attachment; filename="{finished.run_id}-{name}"'
    last = finished.store.entries()[-1]
    assert (last.act, last.target, last.detail) == ("downloaded", finished.run_id, {"file": name})


def test_the_outcome_is_the_one_on_record_byte_for_byte(finished):
    content = finished.browser.get(f"/runs/{finished.run_id}/files/outcome.json").content
    assert content == finished.store.outcome(finished.run_id)


def test_the_decisions_table_is_there_once_decided_and_is_read_back(finished, tmp_path):
    """What the page records is what ``--given`` and later stages take."""
    from allocator.competition.files import read_given
    from models.competition.rulebook import Rulebook

    url = f"/runs/{finished.run_id}/files/decisions.csv"
    assert finished.browser.get(url).status_code == 404
    changed = moved(finished)
    decide(finished)
    (tmp_path / "decisions.csv").write_bytes(finished.browser.get(url).content)
    rows = read_given(tmp_path / "decisions.csv", Rulebook())
    assert {(row.authority, row.document, str(row.date)) for row in rows} == {("party group", "no. 1", "2024-07-01")}
    assert changed not in {row.person_id for row in rows}
    assert len(rows) == len(json.loads(finished.store.outcome(finished.run_id))["placements"]) - 1


def moved(page):
    """A person placed by mutual choice whom a draft gives no place. Returns the id."""
    outcome = json.loads(page.store.outcome(page.run_id))
    person = next(p["person_id"] for p in outcome["placements"] if p["basis"] == "mutual")
    form = {"person_id": person, "section_id": "", "role": "", "reason": "asked to stay"}
    assert page.browser.post(f"/runs/{page.run_id}/drafts", data=form).status_code == 200
    return person


def decide(page, **changes):
    """Records the decision on the latest draft."""
    form = {"draft_id": page.store.acts(page.run_id)[-1].act_id, "authority": "party group", "document": "no. 1"}
    return page.browser.post(f"/runs/{page.run_id}/decided", data={**form, "date": "2024-07-01", **changes})


def test_draft_decision_and_publication_are_separate_acts_in_order(finished):
    run = f"/runs/{finished.run_id}"
    board = {"document": "board", "date": "2024-07-02"}
    assert "so far this is a proposal" in shown(finished, f"{run}/decision")
    assert finished.browser.post(f"{run}/published", data=board).status_code == 409
    moved(finished)
    assert finished.browser.post(f"{run}/published", data=board).status_code == 409
    assert decide(finished, draft_id=1 << 40).status_code == 409
    assert decide(finished).status_code == 200
    assert decide(finished).status_code == 409
    early = {"document": "board", "date": "2024-06-30"}
    assert finished.browser.post(f"{run}/published", data=early).status_code == 409
    assert finished.browser.post(f"{run}/published", data=board).status_code == 200
    assert finished.browser.post(f"{run}/published", data=board).status_code == 409
    assert [act.act for act in finished.store.acts(finished.run_id)] == ["drafted", "decided", "published"]
    assert "asked to stay" in shown(finished, f"{run}/decision")


@pytest.mark.parametrize(
    "form",
    [
        {"person_id": "nobody", "reason": "r"},
        {"person_id": "002", "reason": ""},
        {"person_id": "002", "section_id": "K01", "reason": "r"},
        {"person_id": "002", "section_id": "nowhere", "role": "clerk", "reason": "r"},
        {"person_id": "002", "section_id": "K01", "role": "minister", "reason": "r"},
        {"person_id": "x' OR 1=1", "reason": "r"},
    ],
    ids=repr,
)
def test_a_change_must_make_sense(finished, form):
    assert finished.browser.post(f"/runs/{finished.run_id}/drafts", data=form).status_code in (400, 422)
    assert finished.store.acts(finished.run_id) == []


def test_a_draft_that_breaks_a_hard_rule_is_refused_by_name(finished):
    """A section over its headcount cannot be recorded as decided, whatever the reason."""
    outcome = json.loads(finished.store.outcome(finished.run_id))
    chiefs = [p for p in outcome["placements"] if p["role"] == "chief" and p["basis"] == "filed"]
    form = {"person_id": chiefs[0]["person_id"], "section_id": chiefs[1]["section_id"], "role": "chief", "reason": "r"}
    answer = finished.browser.post(f"/runs/{finished.run_id}/drafts", data=form)
    assert answer.status_code == 422 and "chief" in answer.text
    assert finished.store.acts(finished.run_id) == []


def test_a_change_can_be_taken_back_and_stays_on_record(finished):
    person = moved(finished)
    finished.browser.post(f"/runs/{finished.run_id}/drafts/withdraw", data={"person_id": person})
    assert [len(act.changes) for act in finished.store.acts(finished.run_id)] == [1, 0]


def test_one_persons_data_hold_nothing_about_anybody_else(finished):
    case = embedded()
    person = next(a.person_a for a in case.avoidances)
    moved(finished)
    answer = finished.browser.post(f"/cases/{finished.case_id}/export", data={"person_id": person})
    data = json.loads(answer.content)
    names = {one.name for one in case.people if one.person_id != person} - {data["records"]["people"][0]["name"]}
    assert not [name for name in names if name in answer.text]
    ids = {one.person_id for one in case.people} - {person}
    values = set(re.findall(r'"person_id": "(.*?)"', answer.text)) | set(
        re.findall(r'"person_[ab]": "(.*?)"', answer.text)
    )
    assert not values & ids
    assert data["scores"]["person"]["quantification"] and data["runs"][0]["run_id"] == finished.run_id
    entry = finished.store.entries()[-1]
    assert entry.act == "exported" and person not in json.dumps(entry.detail).split('"')


@pytest.mark.parametrize("person", ["nobody", "' OR '1'='1", "%", "0"])
def test_data_of_nobody_are_not_exported(finished, person):
    answer = finished.browser.post(f"/cases/{finished.case_id}/export", data={"person_id": person})
    assert answer.status_code == 404


def test_a_purged_run_is_gone_from_every_page(finished):
    run = f"/runs/{finished.run_id}"
    assert finished.browser.post(f"{run}/purge").status_code == 400  # not without the tick
    assert finished.browser.post(f"{run}/purge", data={"sure": "yes"}).status_code == 200
    assert finished.browser.get(run).status_code == 404
    assert finished.run_id not in shown(finished, "/").replace(f"good: {finished.run_id}", "")
    assert finished.browser.post(f"/cases/{finished.case_id}/purge", data={"sure": "yes"}).status_code == 200
    assert finished.browser.get(f"/cases/{finished.case_id}").status_code == 404
    assert finished.store.entries()[-1].act == "purged"


@pytest.mark.parametrize(("lang", "mark"), [("zh", "zh-CN"), ("en", "en")])
def test_every_page_speaks_the_language_asked_for(finished, lang, mark):
    faulty = small(finished, ("p1", "n", "行政", "科源", "s1"))
    finished.browser.post("/language", data={"lang": lang})
    paths = ("/", "/log", f"/cases/{finished.case_id}", f"/cases/{faulty}", f"/runs/{finished.run_id}")
    for path in (*paths, f"/runs/{finished.run_id}/decision", "/nowhere"):
        text = unescape(finished.browser.get(path).text)
        assert f'<html lang="{mark}">' in text
        entry = CATALOGUE["web.title"]
        assert (entry.zh if lang == "zh" else entry.en) in text
        assert (entry.en if lang == "zh" else entry.zh) not in text


def test_the_catalogue_has_a_word_for_all_that_can_be_logged(finished):
    acts = "case_added pin_set pin_withdrawn run_started run_stop_asked drafted decided published purged names_shown"
    acts += " readings_confirmed names_masked downloaded exported run_done run_refused run_failed run_died run_lost"
    assert [act for act in acts.split() if f"web.log.{act}" not in CATALOGUE] == []
    for act in acts.split():
        finished.store.log(act, "-")
    assert finished.browser.get("/log").status_code == 200


def test_a_case_of_csv_files_with_its_rulebook_is_read(page):
    book = ("rulebook.toml", b'name = "own"\n[clerks]\nretain = 2\n')
    case_id = page.upload(INFO, SECTIONS, people_csv(("p1", "n", "行政", "科员", "s1")), book)
    assert page.house.desk.case(case_id).rulebook.clerks.retain == 2
    bad = ("rulebook.toml", b"nonsense = 1\n")
    answer = page.browser.post("/cases", files=[("files", file) for file in (INFO, SECTIONS, bad)])
    assert answer.status_code == 422 and "nonsense" in answer.text
    assert page.store.add_case([Bytes(*INFO), Bytes(*SECTIONS), Bytes(*bad)])


def test_papers_of_a_result_need_the_decision_or_say_that_they_are_drafts(finished):
    url = f"/runs/{finished.run_id}/notices"
    form = {"kind": "placements", "form": "docx"}
    assert finished.browser.post(url, data=form).status_code == 422
    draft = finished.browser.post(url, data={**form, "draft": "yes"})
    assert draft.headers["content-disposition"] == f'attachment; filename="{finished.run_id}-placements.docx"'
    moved(finished)
    decide(finished)
    decided = finished.browser.post(url, data=form)
    assert decided.status_code == 200
    assert zipfile.ZipFile(io.BytesIO(decided.content)).read("word/document.xml")
    assert finished.store.entries()[-1].detail == {"file": "placements"}


def test_several_papers_come_as_one_archive(finished):
    """Two forms of one paper, the same bytes whenever they are asked for."""
    form = {"kind": "personal-slip", "form": "both", "person_id": "002", "draft": "yes"}
    first, second = (finished.browser.post(f"/runs/{finished.run_id}/notices", data=form) for _ in range(2))
    names = zipfile.ZipFile(io.BytesIO(first.content)).namelist()
    assert sorted(name.rpartition(".")[2] for name in names) == ["docx", "pdf"]
    assert first.content == second.content
    assert "002" not in json.dumps(finished.store.entries()[-1].detail)


@pytest.mark.parametrize(
    "form",
    [
        {"kind": "../templates/x"},
        {"kind": "personal-slip", "person_id": "nobody", "draft": "yes"},
        {"kind": "placements", "form": "exe"},
        {"kind": "placements", "period": "0"},
        {"kind": "placements", "issued": "{{7*7}}"},
    ],
    ids=repr,
)
def test_papers_that_make_no_sense_are_refused(finished, form):
    answer = finished.browser.post(f"/runs/{finished.run_id}/notices", data=form)
    assert answer.status_code in (400, 422)


def test_nothing_is_made_of_a_run_that_failed_the_independent_check(finished, monkeypatch):
    """An outcome that breaks a rule is never dressed up as a paper."""
    from allocator.web.results import Result

    monkeypatch.setattr(Result, "violations", ("below_floor",))
    for name in ("placements.csv", "workbook.xlsx", "report.html"):
        assert finished.browser.get(f"/runs/{finished.run_id}/files/{name}").status_code == 422
    assert finished.browser.post(f"/runs/{finished.run_id}/notices", data={"kind": "quantification"}).status_code == 422
    assert "not to be used" in shown(finished, f"/runs/{finished.run_id}")
