"""What can be read and still cannot be, in every form: exactly the expected fault, at its place, in both languages."""

import pytest

from allocator.competition.check import check
from allocator.competition.files import read_case
from allocator.competition.words import check_faults
from allocator.words import CATALOGUE, case_faults, describe
from models.competition.rulebook import Rulebook
from tests.bad_input.corpus import put
from tests.bad_input.raw_case import FORMS, valid_tables, write_tables
from tests.bad_input.semantic import SEMANTIC

CARRIED = [pytest.param(bad, form, id=f"{bad}-{form}") for bad in SEMANTIC for form in bad.forms]


def checked(path):
    return check(read_case(path, Rulebook()), Rulebook())


@pytest.mark.parametrize("form", FORMS)
def test_the_valid_case_is_sound(tmp_path, form):
    """Protects the specimens: what each reports comes from its own edit."""
    result = checked(write_tables(valid_tables(), tmp_path, form))
    assert result.faults == ()
    assert result.case is not None


def test_every_form_gives_one_case_and_one_set_of_warnings(tmp_path):
    """Protects the outcome's bytes: what depends on the file's form is never a warning about the case."""
    made = []
    for form in FORMS:
        tables = valid_tables()
        put("pins", 2, "person_id", "p3")(tables)
        tables["people"][0].append("备用")
        result = checked(write_tables(tables, tmp_path, form))
        made.append((result.case, result.warnings))
    assert made[0] == made[1] == made[2]
    assert {warning.code for warning in made[0][1]} == {"filing_forbidden"}


@pytest.mark.parametrize(("bad", "form"), CARRIED)
def test_exactly_the_expected_fault(tmp_path, bad, form):
    """Protects the officer from faults that are missed, misplaced, made up, or have no words."""
    result = checked(bad.write(tmp_path, form))
    assert (result.case, result.scores, result.warnings) == (None, None, ())
    expected = (bad.code, bad.table, bad.row_in(form), bad.column)
    found = [(f.code, f.table, f.row, f.column) for f in result.faults]
    assert found == [expected] if bad.alone else expected in found
    for fault in result.faults:
        code = f"fault.{fault.code}"
        assert CATALOGUE[code].arguments <= set(fault.args)
        assert all("{" not in describe(code, fault.args, lang) for lang in ("zh", "en"))


def test_every_code_of_the_check_has_a_specimen():
    assert {f"fault.{bad.code}" for bad in SEMANTIC} == {*check_faults.ENTRIES, *case_faults.ENTRIES}
