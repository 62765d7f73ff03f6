"""What a problem must be, and problems as files."""

import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from allocator.solver import Problem, ProblemError, load, save
from allocator.solver.problem import ARRAYS
from allocator.words import CATALOGUE
from tests.solver.problems import FREE, problem, problems

EASY = problem([(0, 1)] * 3, [([1, 1, 1], -FREE, 2)], [("max", [3, 2, 1], 5)])


def fields(**changed: Any) -> dict[str, Any]:
    return {name: getattr(EASY, name) for name in (*ARRAYS, "level_names", "level_sense")} | changed


def ints(*values: int) -> Any:
    return np.array(values, dtype=np.int64)


@pytest.mark.parametrize(
    ("code", "changed"),
    [
        ("problem_dtype", {"col_ub": np.array([1.0, 1.0, 1.0])}),
        ("problem_shape", {"col_ub": ints(1, 1)}),
        ("problem_shape", {"indptr": ints(0, 1, 3)}),
        ("problem_shape", {"level_coef": np.zeros((2, 3), dtype=np.int64)}),
        ("problem_shape", {"level_sense": ()}),
        ("problem_empty_column", {"col_ub": ints(1, -1, 1)}),
        ("problem_indptr", {"indptr": ints(0, 2)}),
        ("problem_indices", {"indices": ints(0, 1, 3)}),
        ("problem_indices", {"indices": ints(0, -1, 2)}),
        ("problem_sense", {"level_sense": ("up",)}),
        ("problem_overflow_column", {"col_lb": ints(-(2**63), 0, 0)}),
        ("problem_overflow_row", {"data": ints(2**61, 2**61, 1)}),
        ("problem_overflow_level", {"level_coef": np.array([[2**61, 2**61, 0]])}),
        ("problem_overflow_level", {"level_offset": ints(2**62)}),
    ],
)
def test_a_wrong_problem_is_refused_by_code(code: str, changed: dict[str, Any]) -> None:
    """Every fault of the arrays has a code, and the catalogue has its sentence with the same arguments."""
    with pytest.raises(ProblemError) as caught:
        Problem(**fields(**changed))
    assert caught.value.code == code
    assert CATALOGUE[f"fault.{code}"].arguments == caught.value.arguments.keys()


def test_sums_just_below_the_limit_are_accepted() -> None:
    """The bound on a level is exact: one below 2^62 passes, 2^62 does not."""
    coefficients = np.array([[2**61, 2**61 - 1 - 5, 0]])
    assert Problem(**fields(level_coef=coefficients)).trivial_bound(0) == 2**62 - 1
    with pytest.raises(ProblemError):
        Problem(**fields(level_coef=coefficients + np.array([[0, 1, 0]])))


def test_repeated_level_names_are_refused() -> None:
    """Levels are told apart by name."""
    with pytest.raises(ProblemError, match="problem_level_names"):
        Problem(
            **fields(
                level_names=("level0",) * 2,
                level_sense=("max",) * 2,
                level_coef=np.ones((2, 3), dtype=np.int64),
                level_offset=ints(0, 0),
            )
        )


def test_arrays_cannot_be_changed() -> None:
    """A problem is a value: its arrays are copies that nobody can write to."""
    mine = ints(1, 1, 1)
    made = Problem(**fields(col_ub=mine))
    mine[0] = 9
    assert made.col_ub.tolist() == [1, 1, 1]
    with pytest.raises(ValueError, match="read-only"):
        made.col_ub[0] = 9


@settings(max_examples=30, deadline=None)
@given(problems())
def test_a_problem_survives_its_file(tmp_path_factory: pytest.TempPathFactory, tiny: Problem) -> None:
    """Saved and loaded, every array, name and sense is the same."""
    path = tmp_path_factory.mktemp("problem") / "tiny.npz"
    save(tiny, path)
    again = load(path)
    for name in ARRAYS:
        assert np.array_equal(getattr(again, name), getattr(tiny, name)), name
    assert (again.level_names, again.level_sense) == (tiny.level_names, tiny.level_sense)


def test_files_of_other_programs_need_no_tags(tmp_path: Path) -> None:
    """Tags are optional, senses may be 1 and -1, smaller integers are widened."""
    given_fields = fields(level_sense=np.array([-1]), level_names=np.array(["cost"]), col_lb=np.zeros(3, np.int8))
    del given_fields["col_tag"], given_fields["row_tag"]
    path = tmp_path / "other.npz"
    np.savez(path, **given_fields)
    made = load(path)
    assert (made.level_sense, made.level_names, made.col_tag.tolist()) == (("min",), ("cost",), [0, 1, 2])


def test_bad_files_are_refused_by_code(tmp_path: Path) -> None:
    """No file at all, no archive, missing, unknown, pickled and fractional arrays: each has its code."""
    names = {"level_names": np.array(["cost"]), "level_sense": np.array(["max"])}
    files = {
        "problem_missing": {k: v for k, v in fields(**names).items() if k != "data"},
        "problem_unknown": fields(**names, extra=ints(1)),
        "problem_dtype": fields(**names | {"data": np.array([1.5, 1.0, 1.0])}),
        "problem_sense": fields(**names | {"level_sense": np.array(["up"])}),
        "problem_file": fields(**names | {"level_names": np.array([object()])}),
    }
    found = {}
    for code, arrays in files.items():
        path = tmp_path / f"{code}.npz"
        np.savez(path, **arrays)
        found[code] = refused(path)
    assert found == {code: code for code in files}
    (tmp_path / "text.npz").write_text("no archive")
    assert refused(tmp_path / "text.npz") == "problem_file"
    assert refused(tmp_path / "absent.npz") == "problem_file"
    assert refused(tmp_path) == "problem_file"
    with zipfile.ZipFile(tmp_path / "odd.npz", "w") as archive:
        archive.writestr("data.npy", b"\x93NUMPY not really")
    assert refused(tmp_path / "odd.npz") == "problem_file"


def refused(path: Path) -> str:
    with pytest.raises(ProblemError) as caught:
        load(path)
    assert CATALOGUE[f"fault.{caught.value.code}"].arguments == caught.value.arguments.keys()
    return caught.value.code
