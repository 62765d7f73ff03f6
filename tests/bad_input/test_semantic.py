"""Cases that can be read and still cannot be: in memory and in every form of file, the same faults at the same places."""

import pytest

from allocator.check import check
from allocator.files.draft import draft_of
from allocator.words import CATALOGUE, describe
from allocator.words.check_faults import ENTRIES
from models.rulebook import Rulebook
from tests.bad_input.semantic import SEMANTIC

IDS = [f"{n}-{bad.code}" for n, bad in enumerate(SEMANTIC)]


def found(draft):
    result = check(draft, Rulebook())
    assert (result.case, result.scores, result.warnings) == (None, None, ())
    return [(f.code, f.table, f.row, f.column, f.value) for f in result.faults]


@pytest.mark.parametrize("bad", SEMANTIC, ids=IDS)
def test_exactly_the_expected_faults(bad):
    """Protects the officer from faults that are missed, misplaced or made up."""
    assert found(draft_of(bad.case)) == bad.expected


@pytest.mark.parametrize("bad", SEMANTIC, ids=IDS)
def test_every_fault_is_said_in_both_languages(bad):
    """The words take exactly what the fault brings."""
    for fault in check(draft_of(bad.case), Rulebook()).faults:
        code = f"fault.{fault.code}"
        assert CATALOGUE[code].arguments <= set(fault.args)
        assert all("{" not in describe(code, fault.args, lang) for lang in ("zh", "en"))


def test_every_code_of_the_check_has_a_specimen():
    assert {f"fault.{bad.code}" for bad in SEMANTIC} == set(ENTRIES)
