"""The valid case that every faulty one starts from is valid in every form."""

import pytest

from allocator.competition.files import read_case
from models.competition.rulebook import Rulebook
from tests.bad_input.raw_case import FORMS, valid_tables, write_tables


@pytest.mark.parametrize("form", FORMS)
def test_the_valid_case_has_no_fault(tmp_path, form):
    """Protects the corpus: what a specimen reports comes from its one edit."""
    draft = read_case(write_tables(valid_tables(), tmp_path, form), Rulebook())
    assert draft.faults == ()
    assert draft.notices == ()
    assert draft.info is not None
    assert len(draft.rows["people"]) == 5
