"""Files are read in a process of their own: whatever becomes of it is told, nothing is stored, the server goes on."""

import json
import re
import socket
import sys
from dataclasses import replace
from decimal import Decimal
from html import escape
from pathlib import Path
from threading import Thread

import pytest

from allocator.files import Bytes, draft_of
from allocator.web import reading
from allocator.web.excerpts import MOST_COLUMNS, MOST_ROWS
from allocator.web.opened import read_opened
from allocator.web.packing import packed, unpacked
from allocator.words import say
from scenarios import embedded
from tests.web.conftest import LONGEST

HELD = str(Path(__file__).with_name("held_reader.py"))
TOLD = {"dies": "reading_died", "fails": "reading_failed", "eats": "reading_memory"}


def told_as(code):
    """The words of a fault of reading."""
    return escape(say(f"fault.{code}", "en", seconds=reading.SECONDS, megabytes=reading.MEMORY >> 20))


def held(page, way, *arguments):
    page.house.desk.reader.command = (sys.executable, HELD, way, *map(str, arguments))


def sent(page, content=b"{}", browser=None):
    return (browser or page.browser).post("/cases", files=[("files", ("case.json", content))])


@pytest.mark.parametrize("way", TOLD)
def test_a_reading_that_goes_wrong_is_told_and_stores_nothing(page, way, case_bytes, caplog):
    """Protects the server from a file that crashes what reads it, or fills the memory of the machine."""
    plain = page.house.desk.reader.command
    held(page, way)
    answer = sent(page, case_bytes)
    assert answer.status_code == 422 and told_as(TOLD[way]) in answer.text
    assert "secret" not in answer.text + caplog.text
    assert page.store.cases() == [] and page.store.entries() == []
    page.house.desk.reader.command = plain
    assert sent(page, case_bytes).status_code == 200
    assert len(page.store.cases()) == 1


def test_a_process_that_cannot_even_begin_is_told(page, case_bytes):
    page.house.desk.reader.command = (sys.executable, "-S", "-c", "")
    answer = sent(page, case_bytes)
    assert answer.status_code == 422 and told_as("reading_died") in answer.text


def test_a_reading_without_end_is_ended(page, case_bytes):
    """A file that takes for ever does not keep its process for ever."""
    held(page, "hangs")
    page.house.desk.reader.seconds = 0.0
    answer = sent(page, case_bytes)
    assert answer.status_code == 422 and told_as("reading_time") in answer.text
    assert page.store.cases() == []


def test_a_second_tab_is_answered_while_a_file_is_read(finished, case_bytes):
    """Every page, another case and another upload included, is there while a reading lasts."""
    content = case_bytes + b"\n"
    reader = finished.house.desk.reader
    plain = reader.command
    answers = []
    with socket.create_server(("127.0.0.1", 0)) as told:
        told.settimeout(LONGEST)
        held(finished, "waits", told.getsockname()[1])
        first = Thread(target=lambda: answers.append(sent(finished, content)))
        first.start()
        begun, _ = told.accept()
        reader.command = plain
        second = finished.another()
        for path in ("/", "/log", f"/cases/{finished.case_id}", f"/runs/{finished.run_id}"):
            assert second.get(path).status_code == 200
        assert sent(finished, case_bytes + b" ", second).status_code == 200
        assert answers == []
        begun.close()
        first.join(LONGEST)
    assert [answer.status_code for answer in answers] == [200]
    assert len(finished.store.cases()) == 3


def test_a_case_kept_from_before_is_read_in_its_own_process_too(finished):
    """A case of an earlier day is no better known: its page tells what became of its reading."""
    held(finished, "dies")
    for path in (f"/cases/{finished.case_id}", f"/runs/{finished.run_id}"):
        answer = finished.browser.get(path)
        assert answer.status_code == 422 and told_as("reading_died") in answer.text
    assert finished.browser.get("/").status_code == 200


def test_a_server_that_shuts_down_ends_what_is_read(page, case_bytes):
    answers = []
    with socket.create_server(("127.0.0.1", 0)) as told:
        told.settimeout(LONGEST)
        held(page, "waits", told.getsockname()[1])
        first = Thread(target=lambda: answers.append(sent(page, case_bytes)))
        first.start()
        begun, _ = told.accept()
        page.house.desk.reader.close()
        first.join(LONGEST)
        begun.close()
    assert [answer.status_code for answer in answers] == [422]


def test_a_rulebook_that_cannot_be_used_stores_nothing(page):
    answer = page.browser.post("/cases", files=[("files", ("case.csv", b"x")), ("files", ("rulebook.toml", b"a = ["))])
    assert answer.status_code == 422 and page.store.cases() == []


def through(files):
    """A case as read, and as it comes from its process."""
    opened = read_opened(files)
    head, parts = packed(opened)
    return opened, unpacked(json.loads(json.dumps(head)), parts)


def test_a_sound_case_comes_through_whole(case_bytes):
    """The rows, the scores and the hash are those of the files."""
    book = Bytes("rulebook.toml", b'[clerks]\nretain = 2\n[exam]\nweights = { aptitude = "1/3", essay = "2/3" }\n')
    for files in ([Bytes("case.json", case_bytes)], [Bytes("case.json", case_bytes), book]):
        before, after = through(files)
        assert after == replace(before, draft=replace(before.draft, faults=after.draft.faults))
        if before.sound:
            assert after.scores.bureau.case_sha256 == before.scores.bureau.case_sha256
    assert after.rulebook.clerks.retain == 2


def test_a_faulty_case_comes_through_with_the_rows_around_its_faults(case_bytes):
    """Sound rows (for an export) and faults are all there; of the tables only what is shown."""
    content = json.loads(case_bytes)
    for row in content["people"][5:]:
        row["rank"] = "?"
    before, after = through([Bytes("case.json", json.dumps(content).encode())])
    assert not after.sound and after.faults == before.faults and after.excerpts == before.excerpts
    assert after.draft.rows == before.draft.rows and len(after.draft.rows["people"]) == 5
    (people,) = [one for one in after.excerpts if one.table == "people"]
    count = len(embedded().people)
    assert len(people.at_fault) == count - 5
    assert [row.number for row in people.rows] == list(range(5, 5 + MOST_ROWS + 2))


def test_marks_keep_their_digits(case_bytes):
    _, after = through([Bytes("case.json", case_bytes)])
    marks = [mark for row in after.draft.rows["exams"] for mark in row.value.marks.values()]
    assert marks and all(isinstance(mark, Decimal) for mark in marks)
    assert [row.value for row in after.draft.rows["exams"]] == [row.value for row in draft_of(embedded()).rows["exams"]]


def test_a_table_of_endless_columns_is_shown_in_bounds(page):
    """A page stays a page however wide the sheet is; a fault far to the right stands beside its row."""
    wide = ",".join(f"x{i}" for i in range(5000))
    content = f"{wide},person_id,name,staffing,rank\n{',' * 5000}p1,n,administrative,?\n".encode()
    case_id = page.upload(("people.csv", content), ("case.csv", b"key,value\n"), ("sections.csv", b"section_id\n"))
    text = page.browser.get(f"/cases/{case_id}").text
    assert text.count("<td") <= 2 * MOST_COLUMNS
    assert re.search(r'<th scope="row">2<span class="fault">rank: .*deputy_nominal', text)
