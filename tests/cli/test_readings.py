"""Readings on the command line: listed by ``check``, kept with a run, refused by ``--strict``."""

import json

import pytest

from allocator.competition.pipeline import run
from allocator.console.options import CaseOptions
from allocator.console.session import examine
from allocator.files import outcome_bytes
from tests.files.kept import embedded, write


@pytest.fixture
def kept(tmp_path):
    book = embedded()
    book.change("考试", "人员编号", float)
    return write(book, tmp_path / "kept.xlsx")


def test_check_lists_each_kind_once(allocator, kept):
    """Protects the officer's list: kind, table, column, how many cells, one example."""
    code, out, _ = allocator("check", kept, "--json")
    assert code == 0
    assert json.loads(out)["readings"] == [
        {
            "kind": "lost_zeros",
            "table": "exams",
            "column": "person_id",
            "cells": 90,
            "place": {"file": "kept.xlsx", "sheet": "考试", "cell": "A2"},
            "seen": "1",
            "used": "001",
            "text": "编号缺少前面的零，已按唯一相符的编号读取",
        }
    ]
    code, out, _ = allocator("check", kept, "--lang", "en")
    assert code == 0
    assert "zeros in front of an id are missing" in " ".join(out.split())


@pytest.mark.parametrize("verb", [("check",), ("solve", "--method", "rules"), ("score", "-o", "scores.csv")])
def test_strict_refuses_with_the_list(allocator, kept, verb, tmp_path, monkeypatch):
    """Protects whoever wants nothing read: exit 3, each reading named, nothing written."""
    monkeypatch.chdir(tmp_path)
    name, *rest = verb
    code, out, err = allocator(name, kept, *rest, "--strict", "--lang", "en")
    assert code == 3
    assert "reading_refused" in out + err
    assert not (tmp_path / "scores.csv").exists()


@pytest.mark.parametrize("verb", ["verify", "explain", "report", "notice"])
def test_strict_refuses_a_case_beside_an_outcome_too(allocator, kept, tmp_path, verb):
    """An outcome that is there already excuses no reading: exit 3 and the list, where without it all is well."""
    checked = examine(CaseOptions(case=kept)).checked
    outcome = tmp_path / "outcome.json"
    outcome.write_bytes(outcome_bytes(run(checked.scores, "rules", warnings=checked.warnings).outcome))
    words = {
        "verify": ["verify", kept, outcome],
        "explain": ["explain", kept, "005", "--outcome", outcome],
        "report": ["report", kept, "--outcome", outcome, "-o", tmp_path / "out"],
        "notice": ["notice", "proposed-chiefs", kept, "--outcome", outcome, "-o", tmp_path / "out"],
    }[verb]
    code, out, err = allocator(*words, "--strict", "--lang", "en")
    assert code == 3 and "reading_refused" in out + err
    assert not (tmp_path / "out").exists()
    if verb in ("verify", "explain"):
        assert allocator(*words)[0] == 0


@pytest.mark.parametrize(("lang", "yes"), [("zh", "是"), ("en", "yes")])
def test_yes_and_no_are_told_in_the_language_of_the_list(allocator, tmp_path, lang, yes):
    """A tick is read as a word of the reader's own language, in the list and in the refusal."""
    book = embedded()
    book.change("人员", "原任科长", lambda cell: "√" if cell == "是" else cell)
    path = write(book, tmp_path / "ticks.xlsx")
    code, out, _ = allocator("check", path, "--lang", lang)
    row = next(line for line in out.splitlines() if "√" in line)
    assert code == 0 and row.split()[-2:] == ["√", yes]
    code, out, err = allocator("check", path, "--lang", lang, "--strict")
    assert code == 3 and {"zh": "“√”读作“是”", "en": "“√” is read as “yes”"}[lang] in " ".join((out + err).split())


def test_strict_takes_what_stands_as_it_is_wanted(allocator, tmp_path):
    code, _, _ = allocator("check", write(embedded(), tmp_path / "plain.xlsx"), "--strict")
    assert code == 0


@pytest.mark.parametrize("verb", [["solve", "--method", "rules"], ["compare"], ["report", "--method", "rules"]])
def test_a_run_keeps_its_readings(allocator, kept, tmp_path, verb):
    """Protects the audit: how the input was read stands beside the result, whichever verb made it."""
    name, *options = verb
    code, _, _ = allocator(name, kept, *options, "-o", tmp_path / "out")
    assert code == 0
    record = json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))
    assert [(one["kind"], one["cells"]) for one in record["readings"]] == [("lost_zeros", 90)]
