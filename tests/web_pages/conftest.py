"""Finished runs of the embedded bureau in a store, answered without processes unless a test asks for one."""

import re
import shutil
from html import unescape
from types import SimpleNamespace

import pytest

from allocator.competition.check import check
from allocator.competition.files import write_case
from allocator.competition.pipeline import run, stage_by_stage, take_given
from allocator.files import Bytes, draft_of, outcome_bytes
from allocator.solver import Limits
from allocator.web import Store
from allocator.web.answering import answer
from allocator.web.questions import Questions
from allocator.web.wire import Task
from models.competition.rulebook import Rulebook
from scenarios import embedded
from tests.web.conftest import Page

PATHS = (
    "/runs/{both}",
    "/runs/{rules}/decision",
    "/runs/{rules}/board",
    "/runs/{both}/board",
    "/runs/{both}/people",
    "/runs/{both}/pairs",
    "/runs/{both}/comparison",
    "/runs/{rules}/comparison",
    "/runs/{both}/person?id=001",
    "/runs/{rules}/person?id=005",
    "/runs/{both}/section?id=K01",
    "/runs/{both}/section?id=K15",
    "/runs/{both}/pin?person=003",
    "/runs/{rules}/pin?person=005&mode=forbid",
    "/cases/{case}/people",
    "/cases/{case}/pairs",
    "/cases/{case}/pins",
)


def solved_files(case, folder):
    """The bytes of a case, its outcomes by both methods, and what stands beside the optimum."""
    write_case(case, folder / "case.json")
    scores = check(draft_of(case), Rulebook()).scores
    rules, optimal = run(scores, "rules"), run(scores, "optimal")
    beside = {"rules": outcome_bytes(rules.outcome)}
    for stage, found in stage_by_stage(scores, rules, optimal).items():
        if found is not optimal.results.get(stage):
            given = take_given(scores, rules.outcome, (stage,))
            beside[stage] = outcome_bytes(run(scores, "optimal", stages=(stage,), given=given).outcome)
    return SimpleNamespace(
        case=case,
        scores=scores,
        content=(folder / "case.json").read_bytes(),
        rules=rules.outcome,
        both=optimal.outcome,
        beside=beside,
    )


@pytest.fixture(scope="session")
def bureau(tmp_path_factory):
    """The embedded bureau, solved."""
    return solved_files(embedded(), tmp_path_factory.mktemp("bureau"))


class Shown:
    """A page somebody has come into: ``ids`` names its case and runs, ``text`` fetches what is there."""

    def __init__(self, page, ids, browser):
        self.page, self.ids, self.browser = page, ids, browser
        self.store, self.house = page.store, page.house

    def text(self, path):
        found = self.browser.get(path.format(**self.ids))
        assert found.status_code == 200, (path, found.text)
        return found.text


def filled_store(path, solved):
    """A store with the case, a run of the rules and one of both methods; their ids."""
    store = Store(path, "officer")
    ids = {"case": store.add_case([Bytes("case.json", solved.content)])}
    for name, task in (("rules", Task("rules")), ("both", Task("optimal", both=True))):
        ids[name] = store.start_run(ids["case"], task.method, task.document())
        beside = solved.beside if name == "both" else {}
        store.end_run(ids[name], "done", {"violations": []}, outcome_bytes(getattr(solved, name)), beside)
    store.close()
    return ids


@pytest.fixture(scope="session")
def kept(tmp_path_factory, bureau):
    """A store to copy, and a page in each language over copies of it for tests that only look."""
    folder = tmp_path_factory.mktemp("kept")
    ids = filled_store(folder / "store.sqlite3", bureau)
    pages = {}
    for lang in ("zh", "en"):
        (folder / lang).mkdir()
        shutil.copy(folder / "store.sqlite3", folder / lang / "store.sqlite3")
        pages[lang] = Page(folder / lang / "store.sqlite3", lang)
    yield SimpleNamespace(path=folder / "store.sqlite3", ids=ids, pages=pages)
    for page in pages.values():
        page.close()


@pytest.fixture(params=["zh", "en"])
def lang(request):
    """Either language."""
    return request.param


@pytest.fixture
def in_either(kept, lang):
    """The page in either language, to look at, in a browser of its own."""
    return Shown(kept.pages[lang], kept.ids, kept.pages[lang].another())


@pytest.fixture
def shown(kept):
    """The page in English, to look at, in a browser of its own."""
    return Shown(kept.pages["en"], kept.ids, kept.pages["en"].another())


@pytest.fixture
def page(tmp_path, kept):
    """The page in English over a store of its own, to write to."""
    shutil.copy(kept.path, tmp_path / "store.sqlite3")
    opened = Page(tmp_path / "store.sqlite3", "en")
    yield Shown(opened, kept.ids, opened.browser)
    opened.close()


@pytest.fixture
def at_once(monkeypatch):
    """Has questions answered before the page that asks them comes back."""

    def follow(_self, asked, material):
        asked.take(("done", answer(asked.question, material, Limits(), lambda *_told: None)))

    def at_once(target, args, **_options):
        return SimpleNamespace(start=lambda: target(*args))

    monkeypatch.setattr(Questions, "_follow", follow)
    monkeypatch.setattr("allocator.web.questions.Thread", at_once)


def words(html):
    """What a page says, without its tags."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html)))
