"""Readings on the command line: listed by ``check``, kept with a run, refused by ``--strict``."""

import json

import pytest

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
