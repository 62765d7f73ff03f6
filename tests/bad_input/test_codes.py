"""The codes in the source, the corpus, the catalogue and the docs are one set."""

import ast
from pathlib import Path

from allocator.words import CATALOGUE
from tests.bad_input.codes_page import PAGE, page
from tests.bad_input.specimens import SPECIMENS

ROOT = Path(__file__).parents[2]
KNOWN = {code.removeprefix("fault.") for code in CATALOGUE if code.startswith("fault.")}
ELSEWHERE = ("given_", "outcome_", "problem_", "rulebook_encoding", "stage_not_ready", "target_")
ELSEWHERE += ("change_", "mapping_", "notice_", "reading_", "rotation_", "run_", "upload_")
"""Codes of inputs other than a case, a rulebook or a template: their own tests stand beside their own code."""
MAKERS = {"Fault", "Flaw", "Refused", "fault", "_fault", "_pin_fault"}


def sources() -> list[ast.Module]:
    files = [p for p in sorted((ROOT / "allocator").rglob("*.py")) if "words" not in p.parts]
    return [ast.parse(path.read_text(encoding="utf-8")) for path in files]


def test_the_source_raises_only_codes_that_have_words():
    """A code without words would end in a program fault in front of the user."""
    made = {
        node.args[0].value
        for tree in sources()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", None) in MAKERS
        and node.args
        and isinstance(node.args[0], ast.Constant)
    }
    assert made - KNOWN - {""} == set()  # "" marks a cell that was refused before


def test_every_code_with_words_is_raised_somewhere():
    """Words for a fault that cannot occur would be a promise the check does not keep."""
    texts = {n.value for tree in sources() for n in ast.walk(tree) if isinstance(n, ast.Constant)}
    assert KNOWN - texts == set()


def test_every_code_has_a_specimen():
    """At least 60 codes, each with an input that brings it about; the rest are tested by name."""
    shown = {bad.code for bad in SPECIMENS}
    rest = KNOWN - shown
    assert shown - KNOWN == set()
    assert {code for code in rest if not code.startswith(ELSEWHERE)} == set()
    assert len(shown) >= 60
    tests = "\n".join(p.read_text(encoding="utf-8") for p in (ROOT / "tests").rglob("test_*.py"))
    assert {code for code in rest if f'"{code}"' not in tests} == set()


def test_the_page_of_codes_is_current():
    """The docs list exactly the codes of the catalogue; ``python -m tests.bad_input.codes_page`` writes the page."""
    assert PAGE.read_text(encoding="utf-8") == page()
