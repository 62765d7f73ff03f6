"""A web page over a store of its own, with a browser that has come in, and a store with a finished run to copy."""

import shutil
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from fastapi.testclient import TestClient

from allocator.competition.files import write_case
from allocator.files import Bytes
from allocator.web import Store, create_app
from allocator.web.wire import Task
from scenarios import embedded

BASE = "http://127.0.0.1:8000"
OWN = {"origin": BASE, "sec-fetch-site": "same-origin"}
LONGEST = 600
"""Seconds after which a test gives up on a process; a machine may be busy."""
HELD = Path(__file__).with_name("held_worker.py")


@pytest.fixture(scope="session")
def case_bytes(tmp_path_factory):
    """The embedded bureau as a JSON file."""
    path = tmp_path_factory.mktemp("case") / "case.json"
    write_case(embedded(), path)
    return path.read_bytes()


@pytest.fixture(scope="session")
def solved(tmp_path_factory, case_bytes):
    """A store with the embedded bureau and one finished run of both methods."""
    path = tmp_path_factory.mktemp("solved") / "store.sqlite3"
    store = Store(path, "officer")
    app = create_app(store, "token", lang="en")
    case_id = store.add_case([Bytes("case.json", case_bytes)])
    runner = app.state.house.runner
    run_id = runner.start(case_id, Task("optimal", both=True))
    assert runner.live(run_id).wait(LONGEST)
    assert store.run(run_id).state == "done"
    store.close()
    return SimpleNamespace(path=path, case_id=case_id, run_id=run_id)


class Page:
    """A running page: its store, its application, and browsers."""

    def __init__(self, path, lang="en"):
        self.store = Store(path, "officer")
        self.store.begin_serving()
        self.app = create_app(self.store, "token", lang=lang)
        self.house = self.app.state.house
        self.browser = TestClient(self.app, base_url=BASE, headers=OWN)
        self.browser.__enter__()
        assert self.browser.get("/?token=token").status_code == 200

    def another(self):
        """A second browser with a session of its own."""
        browser = TestClient(self.app, base_url=BASE, headers=OWN)
        assert browser.get(f"/?token={self.house.sessions.renew()}").status_code == 200
        return browser

    def stranger(self, **headers):
        """A client without a session."""
        return TestClient(self.app, base_url=BASE, headers=headers)

    def upload(self, *files):
        """The id of a case taken in by the form."""
        answer = self.browser.post("/cases", files=[("files", file) for file in files])
        assert answer.status_code == 200, answer.text
        return answer.url.path.rpartition("/")[2]

    def start(self, case_id, **form):
        """The run that the form starts."""
        answer = self.browser.post(f"/cases/{case_id}/runs", data={"method": "optimal", **form})
        assert answer.status_code == 200, answer.text
        return self.house.runner.live(answer.url.path.rpartition("/")[2])

    def hold(self):
        """Has every further search last until it is stopped."""
        self.house.runner.command = (sys.executable, str(HELD))

    def close(self):
        """Shuts the server down."""
        self.browser.__exit__(None, None, None)
        self.store.close()


@pytest.fixture
def page(tmp_path):
    """A page over an empty store."""
    opened = Page(tmp_path / "store.sqlite3")
    yield opened
    opened.close()


@pytest.fixture
def finished(tmp_path, solved):
    """A page over a store with a finished run; ``case_id`` and ``run_id`` name it."""
    shutil.copy(solved.path, tmp_path / "store.sqlite3")
    opened = Page(tmp_path / "store.sqlite3")
    opened.case_id, opened.run_id = solved.case_id, solved.run_id
    yield opened
    opened.close()
