"""Files that cannot be read as a case: exactly the expected fault at its place, and no exception ever."""

import pytest

from allocator.competition.files import read_case, read_rulebook
from allocator.faults import InvalidInput
from allocator.words import CATALOGUE, describe
from models.competition.rulebook import Rulebook
from tests.bad_input.of_cells import CELLS
from tests.bad_input.of_files import FILES
from tests.bad_input.of_rulebooks import RULEBOOKS

CARRIED = [pytest.param(bad, form, id=f"{bad}-{form}") for bad in (*FILES, *CELLS) for form in bad.forms]


def assert_has_words(faults):
    for fault in faults:
        assert CATALOGUE[f"fault.{fault.code}"].arguments <= set(fault.args)
        assert all(describe(f"fault.{fault.code}", fault.args, lang) for lang in ("zh", "en"))


@pytest.mark.parametrize(("bad", "form"), CARRIED)
def test_exactly_the_expected_fault_is_read(tmp_path, bad, form):
    """Protects the officer from faults that are missed, misplaced, made up, or have no words."""
    draft = read_case(bad.write(tmp_path, form), Rulebook())
    found = [(fault.code, fault.table, fault.row, fault.column) for fault in draft.faults]
    expected = (bad.code, bad.table or draft.faults[0].table, bad.row_in(form), bad.column)
    assert found == [expected] if bad.alone else expected in found
    assert_has_words(draft.faults)
    if bad.table is None:
        assert draft.info is None
        assert not any(draft.rows.values())


@pytest.mark.parametrize("bad", RULEBOOKS, ids=str)
def test_exactly_the_expected_fault_of_a_rulebook(tmp_path, bad):
    """Protects a bureau from a number it believes to have set."""
    path = tmp_path / "rulebook.toml"
    path.write_text(bad.rulebook, encoding="utf-8")
    with pytest.raises(InvalidInput) as refused:
        read_rulebook(path)
    assert [(f.code, f.table, f.row, f.column) for f in refused.value.faults] == [
        (bad.code, bad.table, bad.row, bad.column)
    ]
    assert_has_words(refused.value.faults)
