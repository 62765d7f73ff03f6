"""Whatever the audit finds can be said, and nothing is worded that it never finds."""

import ast
from pathlib import Path

import allocator.rotation.audit as package
from allocator.rotation.words.audit import ENTRIES

SOURCES = [ast.parse(path.read_text(encoding="utf-8")) for path in Path(package.__file__).parent.glob("*.py")]
PREFIX = "rotation.audit."


def test_every_code_that_is_raised_has_its_sentence():
    """Protects from a finding without words: each code written where a finding is made has an entry."""
    calls = [node for source in SOURCES for node in ast.walk(source) if isinstance(node, ast.Call)]
    made = [call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "breach"]
    codes = {call.args[2].value for call in made if isinstance(call.args[2], ast.Constant)}
    assert {PREFIX + code for code in codes} <= set(ENTRIES)
    assert len(codes) > 15


def test_every_sentence_belongs_to_a_code():
    """Protects from sentences that nobody ever reads."""
    texts = {node.value for source in SOURCES for node in ast.walk(source) if isinstance(node, ast.Constant)}
    assert {code for code in ENTRIES if code.removeprefix(PREFIX) not in texts} == set()
