"""Attacks from outside the page are refused, nothing is lost, and the server goes on."""

import io
import zipfile

import pytest

from allocator.web.security import HEADERS, LARGEST_FORM, LARGEST_UPLOAD
from tests.web.conftest import BASE

OF_A_RUN = ("stop", "purge", "drafts", "drafts/withdraw", "decided", "published")
OF_A_CASE = ("runs", "purge", "export")
WRITES = (
    *("/cases", "/names", "/language"),
    *(f"/cases/{{case}}/{act}" for act in OF_A_CASE),
    *(f"/runs/{{run}}/{act}" for act in OF_A_RUN),
)
READS = ("/", "/log", "/cases/{case}", "/runs/{run}", "/runs/{run}/progress", "/runs/{run}/decision")


def state(page):
    """Everything on record."""
    store = page.store
    return store.cases(), store.runs(), store.entries(), [store.acts(run.run_id) for run in store.runs()]


def named(path, page):
    return path.format(case=page.case_id, run=page.run_id)


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "http://evil.example", "sec-fetch-site": "cross-site"},
        {"origin": "null", "sec-fetch-site": "cross-site"},
        {"origin": "null"},
        {"origin": BASE, "sec-fetch-site": "cross-site"},
        {"origin": "http://127.0.0.1:9000", "sec-fetch-site": "same-site"},
        {},
    ],
    ids=repr,
)
def test_a_post_from_another_page_is_refused(finished, headers):
    """A page of another site, even one on another port of this machine, cannot act for the officer."""
    before = state(finished)
    foreign = finished.stranger(**headers)
    foreign.cookies = finished.browser.cookies
    data = {"sure": "yes", "show": "yes", "lang": "zh"}
    assert {path: foreign.post(named(path, finished), data=data).status_code for path in WRITES} == dict.fromkeys(
        WRITES, 403
    )
    assert state(finished) == before
    assert finished.browser.get("/").status_code == 200


def test_a_form_of_a_page_without_referrer_passes(finished):
    """Browsers send ``Origin: null`` with forms of such pages; their own word on the site then counts."""
    own = finished.stranger(origin="null", **{"sec-fetch-site": "same-origin"})
    own.cookies = finished.browser.cookies
    assert own.post("/language", data={"lang": "zh"}).status_code == 200


def test_nothing_is_shown_or_done_without_a_session(finished):
    before = state(finished)
    stranger = finished.stranger(origin=BASE, **{"sec-fetch-site": "same-origin"})
    for path in READS + WRITES:
        answer = (stranger.get if path in READS else stranger.post)(named(path, finished))
        assert (path, answer.status_code) == (path, 403)
        assert finished.case_id not in answer.text
    assert state(finished) == before


@pytest.mark.parametrize("host", ["evil.example", "localhost:8000", "127.0.0.1:80", "127.0.0.1", "evil.example:8000"])
def test_another_host_name_is_refused(finished, host):
    """A name that was rebound to 127.0.0.1 gives its page no way in, session or not."""
    answer = finished.browser.get("/", headers={"host": host})
    assert answer.status_code == 421
    assert finished.case_id not in answer.text


@pytest.mark.parametrize("token", ["", "wrong", "token2", "令牌"])
def test_a_wrong_token_opens_nothing(finished, token):
    stranger = finished.stranger()
    finished.house.sessions.renew()
    assert stranger.get("/", params={"token": token}).status_code == 403
    assert not stranger.cookies


def test_a_token_is_spent_once_and_leaves_the_address(finished):
    """Whoever finds the start-up address in a history later cannot come in by it."""
    token = finished.house.sessions.renew()
    first, second = finished.stranger(), finished.stranger()
    answer = first.get(f"/log?token={token}&x=1", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/log?x=1")
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie and "SameSite=strict" in cookie and token not in cookie
    assert first.get("/log").status_code == 200
    assert second.get(f"/?token={token}").status_code == 403
    assert first.get(f"/?token={token}").status_code == 200  # who is in already is led on


def test_the_token_leads_to_no_other_server(finished):
    token = finished.house.sessions.renew()
    answer = finished.stranger().get(f"//evil.example/?token={token}", follow_redirects=False)
    assert not answer.headers["location"].startswith("//")


@pytest.mark.parametrize("path", ["/", "/log", "/nowhere", "/static/base.css", "/static/nothing"])
def test_every_answer_carries_the_headers(finished, path):
    answer = finished.browser.get(path)
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
    assert "unsafe" not in answer.headers["content-security-policy"]


def test_pages_hold_no_inline_script_or_style(finished):
    for path in READS:
        text = finished.browser.get(named(path, finished)).text
        assert "<style" not in text and " style=" not in text and " onclick" not in text
        assert text.count("<script") == text.count('<script src="/static/')


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_other_methods_are_refused(finished, method):
    assert finished.browser.request(method, f"/runs/{finished.run_id}").status_code == 405


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py",
        "/static/..%2fapp.py",
        "/static/%2e%2e/app.py",
        "/static/..%5capp.py",
        "/static//etc/passwd",
        "/cases/..%2f..%2fetc%2fpasswd",
        "/cases/%2e%2e",
        "/runs/..%2fstore.sqlite3",
        "/runs/{run}/files/..%2f..%2fstore.sqlite3",
        "/runs/{run}/files/%2fetc%2fpasswd",
        "/runs/{run}/files/store.sqlite3",
        "/runs/{run}/progress?step=../../x",
        "/runs/r' OR 1=1--",
        "/cases/%27%20OR%201=1--",
        "/cases/" + "a" * 5000,
    ],
)
def test_no_address_reaches_a_file_or_another_row(finished, path):
    before = state(finished)
    answer = finished.browser.get(named(path, finished))
    assert answer.status_code in (400, 404)
    assert "root:" not in answer.text and "SQLite" not in answer.text
    assert state(finished) == before


@pytest.mark.parametrize(
    "back", ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "/a\nb"]
)
def test_a_switch_leads_back_to_this_server_only(finished, back):
    answer = finished.browser.post("/language", data={"lang": "en", "back": back}, follow_redirects=False)
    assert answer.headers["location"] == "/"


@pytest.mark.parametrize("name", ["../../evil.json", "C:\\evil.json", "/etc/evil.json", "..\\..\\evil.json"])
def test_the_name_of_an_upload_is_a_label_only(page, tmp_path, name, case_bytes):
    """Nothing is written under the name of an upload, and nothing read."""
    case_id = page.upload((name, case_bytes))
    assert page.store.case(case_id).label == "evil.json"
    assert {path.name.split("-")[0] for path in tmp_path.iterdir()} <= {"store.sqlite3", "store.sqlite3.lock"}


def test_an_upload_that_says_it_is_too_large_is_refused_before_it_is_read(page):
    read = []

    def body():
        read.append(1)
        yield b"x"

    headers = {"content-length": str(LARGEST_UPLOAD + 1), "content-type": "multipart/form-data; boundary=b"}
    assert page.browser.post("/cases", content=body(), headers=headers).status_code == 413
    assert page.store.cases() == []


def test_an_upload_that_grows_too_large_is_cut_off(page):
    """A body that does not say its size is counted as it comes."""
    piece = b"x" * (1 << 20)
    head = b'--b\r\nContent-Disposition: form-data; name="files"; filename="a.csv"\r\n\r\n'

    def body():
        yield head
        for _ in range(LARGEST_UPLOAD // len(piece) + 1):
            yield piece

    headers = {"content-type": "multipart/form-data; boundary=b"}
    assert page.browser.post("/cases", content=body(), headers=headers).status_code == 413
    assert page.store.cases() == [] and page.browser.get("/").status_code == 200


def test_a_form_is_small(finished):
    data = {"person_id": "x" * (LARGEST_FORM + 1)}
    assert finished.browser.post(f"/runs/{finished.run_id}/drafts", data=data).status_code == 413


def test_a_workbook_that_swells_is_refused(page):
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"\0" * (60 << 20))
    answer = page.browser.post("/cases", files=[("files", ("bomb.xlsx", sink.getvalue()))])
    assert answer.status_code == 422
    assert page.store.cases() == [] and page.browser.get("/").status_code == 200


@pytest.mark.parametrize(
    "files",
    [
        [],
        [("a.csv", b"x"), ("A.CSV", b"y")],
        [(f"{i}.csv", b"x") for i in range(41)],
    ],
    ids=["none", "twice", "many"],
)
def test_odd_uploads_are_refused(page, files):
    answer = page.browser.post("/cases", files=[("files", file) for file in files])
    assert answer.status_code in (400, 422)
    assert page.store.cases() == []


def test_a_fault_of_the_program_is_told_by_its_kind_alone(finished, monkeypatch, caplog):
    """No name, id or text of the data gets into a log or a page when the program fails."""

    def failing():
        raise ValueError("secret name")

    monkeypatch.setattr(finished.store, "cases", failing)
    answer = finished.browser.get("/")
    assert answer.status_code == 500
    assert "secret" not in answer.text + caplog.text
    assert "ValueError in GET" in caplog.text
    assert finished.browser.get("/log").status_code == 200
