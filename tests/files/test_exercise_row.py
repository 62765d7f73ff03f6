"""The row of the case that names the exercise."""

from allocator.competition.check import check
from allocator.competition.files import read_case
from models.competition.rulebook import Rulebook
from tests.bad_input.raw_case import valid_tables, write_tables


def test_an_exercise_left_empty_is_the_competition(tmp_path):
    """Protects an officer who leaves a row of the template empty: the default holds, nothing is refused."""
    tables = valid_tables()
    tables["case"].append(["exercise", ""])
    assert check(read_case(write_tables(tables, tmp_path, "csv"), Rulebook()), Rulebook()).faults == ()
