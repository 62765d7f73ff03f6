"""Attacks on a living server through a real browser: refused, nothing lost, the process alive, no script run."""

import io
import zipfile
from contextlib import contextmanager
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from docx import Document
from python_calamine import CalamineWorkbook

from allocator.competition.files import write_case
from allocator.web.security import LARGEST_UPLOAD
from allocator.web.uploads import LARGEST_INFLATED
from scenarios import embedded
from tests.browser.conftest import FOREIGN
from tests.browser.visiting import Visitor

HOSTILE = (
    "<script>window.run = 1</script>",
    "<img src=x onerror='window.run = 1'>",
    "\"'><svg onload='window.run = 1'>",
    "{{ 7 * 7 }}{% raw %}",
    "=1+1",
    '#eval("7*7")',
    "'; DROP TABLE runs; --",
    "张‹三>&",
)
INLINE = """(code) => new Promise((done) => {
  document.addEventListener("securitypolicyviolation", (event) => done(event.violatedDirective), { once: true });
  const script = document.createElement("script");
  script.textContent = code;
  document.head.append(script);
})"""
SENT = """async ([address, kind, size]) => {
  const body = kind === "form" ? new FormData() : new Blob(["method=rules&show=yes&sure=yes"], { type: kind });
  if (kind === "form") body.append("files", new Blob([new Uint8Array(size)]), "a.json");
  const sent = kind === "GET" ? { method: kind } : { method: "POST", body };
  const answer = await fetch(address, { ...sent, credentials: "include", mode: "no-cors" });
  return answer.status;
}"""


def hostile_case():
    """The embedded bureau with attacks for names: of people, of a section and of the case."""
    bureau = embedded()
    people = tuple(p.model_copy(update={"name": n}) for p, n in zip(bureau.people, HOSTILE, strict=False))
    sections = (bureau.sections[0].model_copy(update={"name": HOSTILE[0]}), *bureau.sections[1:])
    settings = bureau.case.model_copy(update={"name": HOSTILE[1]})
    everybody = (*people, *bureau.people[len(people) :])
    return bureau.model_copy(update={"case": settings, "people": everybody, "sections": sections})


@pytest.fixture
def hostile(tmp_path):
    path = tmp_path / "<b onclick=window.run=1>.json"
    write_case(hostile_case(), path)
    return path


@contextmanager
def elsewhere(text):
    """Another server of this machine, with one page for whoever comes; yields its port."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("content-type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(text.encode())

        def log_message(self, *_):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Answer) as there:
        Thread(target=there.serve_forever, daemon=True).start()
        yield there.server_port
        there.shutdown()


def opened(visitor, path):
    """Uploads a case; its address."""
    visitor.at("/")
    visitor.page.locator("#files").set_input_files(path)
    visitor.follow(visitor.page.locator("form[action='/cases'] button"))
    return visitor.path()


def statuses_withheld(tab, address, kind):
    """The statuses of what a script of another origin sends, which the browser keeps from that script."""
    listening = tab.context.new_cdp_session(tab)
    listening.send("Network.enable")
    sent, answered = [], []
    listening.on("Network.requestWillBeSent", lambda event: sent.append(event))
    listening.on("Network.responseReceivedExtraInfo", lambda event: answered.append(event))
    with tab.expect_event("requestfailed", lambda request: request.url == address):
        tab.evaluate(f"(a) => ({SENT})(a).catch(() => 0)", [address, kind, 9])
    listening.detach()
    own = [event["requestId"] for event in sent if event["request"]["url"] == address]
    return [event["statusCode"] for event in answered if event["requestId"] in own]


def test_forms_of_other_pages_change_nothing(chromium, server, files):
    """Protects cases from a page in another tab that posts forms to this server, be it another port or another name."""
    with Visitor(chromium, server, "zh") as visitor:
        case_path = opened(visitor, files / "bureau.xlsx")
        before, log = server.rows(), server.log()
        for action, fields in (
            (f"{case_path}/purge", "sure=yes"),
            (f"{case_path}/runs", "method=rules"),
            ("/names", "show=yes"),
        ):
            name, value = fields.split("=")
            address = escape(server.base + action)
            form = f"<form method=post action='{address}'><input name={name} value={value}></form>"
            form += "<script>document.forms[0].submit()</script>"
            with elsewhere(form) as port:
                for host in ("127.0.0.1", FOREIGN[0]):
                    tab = visitor.context.new_page()
                    with tab.expect_response(server.base + action) as answer:
                        tab.goto(f"http://{host}:{port}/", wait_until="commit")
                    assert answer.value.status == 403
                    tab.close()
        with elsewhere("<p>") as port:
            for host in ("127.0.0.1", FOREIGN[0]):
                tab = visitor.context.new_page()
                tab.goto(f"http://{host}:{port}/")
                for kind in ("application/x-www-form-urlencoded", "text/plain", "form"):
                    for action in (f"{case_path}/purge", "/cases"):
                        assert set(statuses_withheld(tab, server.base + action, kind)) == {403}
                tab.close()
        assert server.rows() == before and server.log() == log
        visitor.problems.clear()  # what the browser said of the refusals
        visitor.requests[:] = [url for url in visitor.requests if url.startswith(server.base)]


def test_a_page_on_another_port_is_shown_nothing(chromium, server, files):
    """Protects names and the log: for a browser another port is the same site, so the session comes along with it."""
    with Visitor(chromium, server, "zh") as visitor:
        case_path = opened(visitor, files / "bureau.xlsx")
        log = server.log()
        with elsewhere("<p>") as port:
            tab = visitor.context.new_page()
            tab.goto(f"http://127.0.0.1:{port}/")
            for path in ("/", case_path):
                assert set(statuses_withheld(tab, server.base + path, "GET")) == {403}
            tab.close()
        assert server.log() == log
        visitor.problems.clear()  # what the browser said of the refusals
        visitor.requests[:] = [url for url in visitor.requests if url.startswith(server.base)]


def test_another_name_for_this_machine_is_not_answered(chromium, server, files):
    """Protects against a name that is made to lead here once its page is loaded: neither page nor frame is had."""
    with Visitor(chromium, server, "zh") as visitor:
        opened(visitor, files / "bureau.xlsx")
        tab = visitor.context.new_page()
        answer = tab.goto(f"http://{FOREIGN[1]}:{server.port}/")
        assert answer.status == 421 and "bureau.xlsx" not in tab.content()
        with elsewhere(f"<iframe src='{server.base}/'></iframe>") as port:
            tab.goto(f"http://127.0.0.1:{port}/")
            frame = tab.frames[1]
            assert "bureau.xlsx" not in frame.content() and frame.locator("form").count() == 0
        visitor.problems.clear()
        visitor.requests[:] = [url for url in visitor.requests if url.startswith(server.base)]


def test_names_that_are_attacks_stay_names(chromium, server, hostile):
    """Protects whoever opens a case of unknown origin: nothing in it runs, on any page or in anything taken away."""
    with Visitor(chromium, server, "zh") as visitor:
        page = visitor.page
        case_path = opened(visitor, hostile)
        visitor.press(page.locator("header button[name=show]"))
        page.wait_for_selector("header button[name=show][value=no]")
        visitor.press(page.locator("#method-both"), "Space")
        visitor.follow(page.locator(f"form[action='{case_path}/runs'] button"))
        page.wait_for_selector(".verdict")
        run, where = visitor.path(), embedded().sections[0].section_id
        paths = [f"{case_path}{part}" for part in ("", "/people", "/pairs", "/pins")]
        paths += [
            f"{run}{part}" for part in ("", "/board", "/people", "/comparison", "/decision", f"/section?id={where}")
        ]
        attackers = [one.person_id for one in embedded().people[: len(HOSTILE)]]
        paths += [f"{run}/{part}={who}" for who in attackers for part in ("person?id", "pin?person")]
        shown = ""
        for path in ("/", *paths):
            visitor.at(path)
            shown += page.locator("main").inner_text()
            assert page.evaluate("window.run") is None
        for name in HOSTILE:
            assert name in shown
        assert "49" not in page.locator("h1").inner_text()
        assert page.evaluate(INLINE, "window.run = 1").startswith("script-src")
        assert page.evaluate("window.run") is None
        visitor.problems.clear()  # the script that the policy refused
        visitor.at(run)
        with page.expect_download() as book:
            visitor.press(page.locator("a[href$='workbook.xlsx']"))
        sheets = CalamineWorkbook.from_path(str(book.value.path()))
        cells = {
            cell for one in sheets.sheet_names for row in sheets.get_sheet_by_name(one).to_python() for cell in row
        }
        assert set(HOSTILE) <= cells
        with zipfile.ZipFile(book.value.path()) as packed:
            assert not any(b"<f>" in packed.read(name) for name in packed.namelist())
        page.locator("#kind").select_option("quantification")
        with page.expect_download() as paper:
            visitor.press(page.locator("form[action$='/notices'] button"))
        cells = {cell.text for table in Document(str(paper.value.path())).tables for cell in table._cells}
        assert set(HOSTILE) <= cells


def test_uploads_and_addresses_beyond_all_bounds_are_refused(chromium, server, files):
    """Protects the machine: bombs, oversize, paths and SQL come to nothing, and the server goes on."""
    with Visitor(chromium, server, "zh") as visitor:
        page = visitor.page
        case_path = opened(visitor, files / "bureau.xlsx")
        before = server.rows()
        visitor.at("/")
        page.locator("#files").set_input_files({"name": "b.xlsx", "mimeType": "", "buffer": bomb()})
        visitor.follow(page.locator("form[action='/cases'] button"))
        assert page.locator("main").inner_text().startswith(visitor.say("web.refused"))
        visitor.holds("upload refused")
        visitor.at("/")
        with page.expect_response(f"{server.base}/cases") as answer:
            page.evaluate(f"(a) => ({SENT})(a).catch(() => 0)", [f"{server.base}/cases", "form", LARGEST_UPLOAD + 1])
        assert answer.value.status == 413
        for path in ("/static/..%2f..%2fapp.py", "/static/%2e%2e/%2e%2e/etc/passwd", "/cases/..%2f..%2fstore.sqlite3"):
            answer = page.goto(server.base + path)
            assert answer.status in (400, 404) and "root:" not in answer.text()
        for query in ("q=%27%20OR%201=1;--", "sort=exam;DROP TABLE cases", "section='||(SELECT 1)||'", "page=1e9"):
            assert page.goto(f"{server.base}{case_path}/people?{query}").status == 200
        assert server.rows() == before
        visitor.at(case_path)
        assert page.locator("#method-rules").count() == 1
        visitor.problems[:] = [one for one in visitor.problems if not one.startswith("console: Failed to load")]


def bomb():
    """A workbook whose one sheet swells beyond the limit."""
    sink = io.BytesIO()
    with (
        zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as packed,
        packed.open("xl/worksheets/sheet1.xml", "w") as part,
    ):
        for _ in range(LARGEST_INFLATED // 2**20 + 1):
            part.write(bytes(2**20))
    return sink.getvalue()
