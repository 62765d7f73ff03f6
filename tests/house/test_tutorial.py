"""The tutorial is followed to the letter: each command in its order, and every row it quotes is really printed."""

import re
import shlex

import pytest

from allocator.cli import main
from allocator.words import CATALOGUE
from tests.house.test_architecture import ROOT

TEXT = (ROOT / "docs" / "tutorial-zh.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w*)\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)
ELSEWHERE = ("python ", ".venv", "allocator serve ")
"""Lines that install the tool, or start a server that goes on."""


def squeezed(text):
    return re.sub(r"\s+", " ", text).strip()


def decide(folder):
    """What the tutorial has done by hand in Excel: the list of placements with the authority filled in."""
    rows = (folder / "最优方案" / "placements.csv").read_text(encoding="utf-8-sig").splitlines()
    assert rows[0].endswith(",决定机关")
    text = "\n".join([rows[0], *(f"{row}局党组" for row in rows[1:])])
    (folder / "决定.csv").write_text(text, encoding="utf-8-sig")


def test_every_command_works_and_prints_what_is_quoted(tmp_path, monkeypatch, capsys):
    """Protects whoever has only the tutorial: from the own workbook to papers and audit, nothing is missing."""
    monkeypatch.chdir(tmp_path)
    printed, ran = "", []
    for kind, block in BLOCKS:
        if kind == "text":
            for row in filter(None, map(squeezed, block.splitlines())):
                assert row in printed, (ran[-1], row)
            continue
        for line in block.splitlines():
            if line.startswith(ELSEWHERE):
                continue
            verb, *arguments = shlex.split(line.removeprefix("allocator "))
            if "决定.csv" in arguments:
                decide(tmp_path)
            code = main([verb, *arguments, "--lang", "zh"])
            told = capsys.readouterr()
            assert code == 0, (line, told.err)
            printed, ran = squeezed(told.out), [*ran, verb]
    assert {"demo", "check", "intake", "score", "solve", "compare", "report", "explain", "notice", "verify"} <= set(ran)


@pytest.mark.parametrize("label", sorted(set(re.findall(r"【(.*?)】", TEXT))))
def test_what_is_to_be_pressed_is_called_so_on_the_page(label):
    assert label in {entry.zh for entry in CATALOGUE.values()}
