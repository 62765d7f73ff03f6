"""Requests as no browser of good will writes them, to a living server: each gets its refusal, and nothing else does."""

import socket
import threading

import pytest

from allocator.web.security import HEADERS, MOST_TYPED
from tests.web.conftest import LONGEST
from tests.web.test_served import Served

FORM = "Content-Type: application/x-www-form-urlencoded\r\n"
UPGRADE = "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: eA==\r\n"
MANY = "&".join(["a=1"] * (MOST_TYPED + 1))


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """A server that lives to the end and says nothing but its address."""
    served = Served(tmp_path_factory.mktemp("raw"))
    assert served.browser.get(served.address).status_code == 200
    yield served
    assert served.end() == (0, "")


def answered(server, start, *lines, body="", own=True, cookie=None):
    """The status and the headers that a raw request gets. ``own`` sends host, session and origin as the page does."""
    pairs = "; ".join(f"{name}={value}" for name, value in server.browser.cookies.items())
    head = [start, *lines, "Connection: close"]
    if own:
        head += [f"Host: 127.0.0.1:{server.port}", f"Origin: {server.base}"]
    head.append(f"Cookie: {pairs if cookie is None else cookie.format(pairs)}")
    with socket.create_connection(("127.0.0.1", server.port), timeout=LONGEST) as raw:
        raw.sendall(("\r\n".join(head) + "\r\n\r\n" + body).encode("latin-1"))
        told = raw.makefile("rb").read().decode("utf-8", "replace")
    first, *rest = told.partition("\r\n\r\n")[0].split("\r\n")
    headers = dict(line.lower().split(": ", 1) for line in rest)
    return int(first.split()[1]), headers, told


@pytest.mark.parametrize(
    ("lines", "status"),
    [
        ((), 400),
        (("Host: evil.example",), 421),
        (("Host: 127.0.0.1.:{port}",), 421),
        (("Host: [::1]:{port}",), 421),
        (("Host: 127.0.0.1:0{port}",), 421),
        (("Host: 127.0.0.1:{port}", "Host: evil.example"), 400),
        (("Host: evil.example", "X-Forwarded-Host: 127.0.0.1:{port}"), 421),
    ],
    ids=repr,
)
def test_only_one_host_is_answered(server, lines, status):
    """Neither spellings of the address nor a second name lead in."""
    found = answered(server, "GET / HTTP/1.1", *(line.format(port=server.port) for line in lines), own=False)
    assert found[0] == status


def test_an_old_request_without_a_host_is_refused(server):
    assert answered(server, "GET / HTTP/1.0", own=False)[0] == 421


@pytest.mark.parametrize(
    ("start", "status"),
    [
        ("GET http://evil.example/log HTTP/1.1", 404),
        ("GET //evil.example/ HTTP/1.1", 404),
        ("GET /static/%00 HTTP/1.1", 404),
        ("GET /cases/%ff%fe HTTP/1.1", 400),
        ("GET /?%ff=%fe HTTP/1.1", 200),
        (f"GET /?{MANY} HTTP/1.1", 400),
        (f"GET /nowhere?token={MANY} HTTP/1.1", 400),
    ],
    ids=lambda value: str(value)[:40],
)
def test_odd_addresses_get_an_answer_with_every_header(server, start, status):
    """An address that cannot be read is refused as any other; it is no fault of the program."""
    found, headers, _ = answered(server, start)
    assert found == status
    assert {name: headers.get(name) for name in HEADERS} == {name: value.lower() for name, value in HEADERS.items()}


def test_an_odd_address_tells_a_stranger_no_more(server):
    assert answered(server, f"GET /?{MANY} HTTP/1.1", cookie="")[0] == 400
    assert answered(server, "GET / HTTP/1.1", cookie="")[0] == 403


@pytest.mark.parametrize(
    ("lines", "body", "status"),
    [
        (("Content-Length: -1",), "", 400),
        ((f"Content-Length: {'9' * 19}",), "", 413),
        ((f"Content-Length: {'9' * 5000}",), "", 400),
        (("Content-Length: 5", "Content-Length: 6"), "abcdef", 400),
        (("X-HTTP-Method-Override: DELETE", "Content-Length: 0"), "", 405),
        (("Content-Type: multipart/form-data", "Content-Length: 3"), "abc", 400),
        (("Content-Type: multipart/form-data; boundary=b", "Content-Length: 3"), "abc", 400),
        (("Content-Type: application/json", "Content-Length: 2"), "{}", 400),
    ],
    ids=lambda value: repr(value)[:60],
)
def test_odd_bodies_are_refused_in_silence(server, lines, body, status):
    """What is wrong with a form is nowhere written down: it could hold bytes of somebody's file."""
    path = "/" if status == 405 else "/cases"
    assert answered(server, f"POST {path} HTTP/1.1", *lines, body=body)[0] == status


def test_an_upgrade_is_not_made(server):
    assert answered(server, "GET / HTTP/1.1", *UPGRADE.strip().split("\r\n"))[0] == 200
    assert answered(server, "GET / HTTP/1.1", *UPGRADE.strip().split("\r\n"), cookie="")[0] == 403


def test_nobody_is_taken_for_a_proxy(server):
    """A header cannot make the server send its page to another scheme."""
    found, headers, _ = answered(server, "GET /log/ HTTP/1.1", "X-Forwarded-Proto: https", "X-Forwarded-For: 10.0.0.1")
    assert (found, headers["location"]) == (307, f"{server.base}/log")


@pytest.mark.parametrize("site", ["same-site", "cross-site"])
@pytest.mark.parametrize("path", ["/", "/log", "/runs/r000000000000/files/workbook.xlsx"])
def test_a_page_on_another_port_reads_nothing(server, site, path):
    """Another port is the same site to a browser, so the session comes along: what it asks for is not even logged."""
    before = log_of(server)
    assert answered(server, f"GET {path} HTTP/1.1", f"Sec-Fetch-Site: {site}")[0] == 403
    assert log_of(server) == before


def log_of(server):
    from allocator.web import Store

    store = Store(server.store, "reader")
    try:
        return store.entries()
    finally:
        store.close()


@pytest.mark.parametrize(
    "cookie",
    [
        '{{"a": 1}}; {}',
        "a=b c; =; ;;x; {}",
        "{}; allocator-PORT=planted",
        "allocator-PORT=planted; {}",
        "allocator-PORT=; {}",
    ],
)
def test_cookies_of_other_servers_lock_nobody_out(server, cookie):
    """Browsers send the cookies of every port of this machine, some of them oddly written, some planted."""
    named = cookie.replace("PORT", str(server.port))
    assert answered(server, "GET / HTTP/1.1", cookie=named)[0] == 200


def test_a_planted_cookie_opens_nothing(server):
    for value in ("planted", "", '""', "None", "; ; "):
        assert answered(server, "GET / HTTP/1.1", cookie=f"allocator-{server.port}={value}")[0] == 403


def test_of_two_who_bring_the_same_token_one_comes_in(page):
    """A token is good once, also when two bring it at the same moment."""
    token = page.house.sessions.renew()
    gate = threading.Barrier(8)
    opened = []

    def enter():
        gate.wait()
        opened.append(page.house.sessions.enter(token))

    threads = [threading.Thread(target=enter) for _ in range(8)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert len([secret for secret in opened if secret]) == 1
