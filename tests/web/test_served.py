"""The verbs ``serve`` and ``store``: one address, owner-only files, an orderly end, nothing personal said."""

import json
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx2
import pytest

from allocator.competition.files import write_case
from allocator.web import Store
from allocator.web.security import LARGEST_UPLOAD
from scenarios import embedded
from tests.house.licences import runtime_packages
from tests.web.conftest import LONGEST

ALLOCATOR = (sys.executable, "-m", "allocator")


class Served:
    """A server of its own, and a browser that has come in."""

    def __init__(self, folder, *arguments):
        self.store = folder / "store.sqlite3"
        command = [
            *ALLOCATOR,
            "serve",
            *arguments,
            "--json",
            "--lang",
            "en",
            "--operator",
            "officer",
            "--store",
            str(self.store),
        ]
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=pipe, stderr=pipe, text=True)
        self.address = json.loads(read_document(self.process.stdout))["address"]
        self.base = re.match(r"http://127\.0\.0\.1:\d+", self.address)[0]
        self.port = int(self.base.rpartition(":")[2])
        own = {"origin": self.base, "sec-fetch-site": "same-origin"}
        self.browser = httpx2.Client(base_url=self.base, headers=own, follow_redirects=True)

    def end(self, how=signal.SIGINT):
        """Ends the server. Returns its exit code and all it said."""
        self.browser.close()
        self.process.send_signal(how)
        told, error = self.process.communicate(timeout=LONGEST)
        return self.process.returncode, told + error


@pytest.fixture
def server(tmp_path, case):
    """A server with the embedded bureau, gone when the test is over, however it ended."""
    served = Served(tmp_path, str(case))
    yield served
    served.process.kill()
    served.process.wait()


def read_document(stream):
    """The first JSON document of a stream that goes on."""
    text = ""
    while not text.rstrip().endswith("}"):
        line = stream.readline()
        assert line
        text += line
    return text


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    path = tmp_path_factory.mktemp("served") / "case.xlsx"
    write_case(embedded(), path)
    return path


def test_a_whole_life_of_a_server(server, tmp_path):
    """From the address printed to the end by Ctrl-C: the case is open, attacks bounce off, the run ends with it."""
    opened = server.browser.get(server.address)
    assert opened.status_code == 200 and "token" not in str(opened.url)
    assert embedded().case.name in opened.text

    with socket.create_connection(("127.0.0.1", server.port)) as raw:  # refused before anything is sent
        head = f"POST /cases HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nOrigin: {server.base}\r\n"
        cookie = "; ".join(f"{name}={value}" for name, value in server.browser.cookies.items())
        raw.sendall(f"{head}Cookie: {cookie}\r\nContent-Length: {LARGEST_UPLOAD + 1}\r\n\r\n".encode())
        assert raw.recv(64).startswith(b"HTTP/1.1 413")
    foreign = httpx2.get(server.base, headers={"host": "evil.example"})
    assert foreign.status_code == 421
    with pytest.raises(OSError):  # it listens on one address only
        socket.create_connection(("127.0.0.2", server.port), timeout=5)

    case_id = opened.url.path.rpartition("/")[2]
    started = server.browser.post(f"/cases/{case_id}/runs", data={"method": "optimal"})
    run_id = started.url.path.rpartition("/")[2]
    code, told = server.end()
    assert code == 0
    assert not [person.name for person in embedded().people if person.name in told]
    store = Store(server.store, "reader")
    assert store.run(run_id).over
    assert {entry.operator for entry in store.entries()} == {"officer"}
    store.close()
    assert {path.stat().st_mode & 0o777 for path in tmp_path.iterdir()} == {0o600}


def test_the_store_is_listed_exported_and_purged_from_the_command_line(tmp_path, solved, capsys):
    from allocator.cli import main

    path = tmp_path / "store.sqlite3"
    path.write_bytes(solved.path.read_bytes())
    common = ("--store", str(path), "--operator", "chief", "--lang", "en")
    assert main(["store", "list", "--json", *common]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert [(one["run_id"], one["state"]) for one in listed["runs"]] == [(solved.run_id, "done")]
    assert main(["store", "export", solved.case_id, "--person", "002", *common]) == 0
    assert json.loads(capsys.readouterr().out)["person_id"] == "002"
    assert main(["store", "purge", solved.run_id, *common]) == 0
    assert solved.run_id in capsys.readouterr().err
    store = Store(path, "reader")
    assert store.runs() == []
    assert [(e.act, e.operator) for e in store.entries()][-1] == ("purged", "chief")
    store.begin_serving()
    assert main(["store", "purge", solved.case_id, *common]) == 2
    assert "another server" in capsys.readouterr().err
    store.close()


@pytest.mark.parametrize(
    "arguments",
    [("purge",), ("list", "x"), ("export", "x"), ("purge", "x", "--person", "p"), ("purge", "r000000000000")],
    ids=repr,
)
def test_a_store_verb_that_makes_no_sense_is_usage(tmp_path, arguments, capsys):
    from allocator.cli import main

    path = tmp_path / "store.sqlite3"
    Store(path, "officer").close()
    assert main(["store", *arguments, "--store", str(path), "--lang", "en"]) == 2
    assert "allocator" in capsys.readouterr().err


def test_the_plain_installation_has_what_the_verb_needs():
    """Protects officers who install as the README says: no extra has to be named for the web page."""
    from allocator.cli import serve

    assert {name.replace("_", "-") for name in serve.NEEDED} <= set(runtime_packages())


def test_where_its_packages_are_missing_the_verb_says_so(monkeypatch, capsys):
    from allocator.cli import main, serve

    monkeypatch.setattr(serve, "NEEDED", ("fastapi", "a_part_that_is_not_installed"))
    assert main(["serve", "--lang", "en"]) == 2
    assert "packages that the web page needs are missing; install the tool anew" in capsys.readouterr().err


def test_a_second_server_on_the_same_store_is_refused(tmp_path, capsys):
    from allocator.cli import main

    store = Store(tmp_path / "store.sqlite3", "officer")
    store.begin_serving()
    assert main(["serve", "--store", str(tmp_path / "store.sqlite3"), "--lang", "en"]) == 2
    assert "another server is using" in capsys.readouterr().err
    store.close()


def test_a_port_that_is_taken_is_told(tmp_path, capsys):
    from allocator.cli import main

    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert main(["serve", "--port", str(port), "--store", str(tmp_path / "s.sqlite3"), "--lang", "en"]) == 2
    assert f"port {port} is taken" in capsys.readouterr().err


def test_a_case_that_cannot_be_read_ends_the_start(tmp_path, capsys):
    from allocator.cli import main

    missing = Path(tmp_path / "nothing.xlsx")
    assert main(["serve", str(missing), "--store", str(tmp_path / "s.sqlite3"), "--lang", "en"]) == 3
    assert "nothing.xlsx" in capsys.readouterr().err
