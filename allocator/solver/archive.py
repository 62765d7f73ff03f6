"""Problems as ``.npz`` files: plain arrays, nothing that could run when it is read."""

import io
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from allocator.solver.errors import ProblemError
from allocator.solver.problem import ARRAYS, Ints, Problem, Sense

OPTIONAL = ("col_tag", "row_tag")
SENSES: dict[object, Sense] = {"max": "max", "min": "min", 1: "max", -1: "min"}
LARGEST_FILE = 2**31


def save(problem: Problem, path: Path) -> None:
    """Writes a problem as a compressed ``.npz`` of int64 arrays and two text arrays (level names and senses)."""
    path.write_bytes(dump(problem))


def dump(problem: Problem) -> bytes:
    """The bytes of such a file; equal problems have equal bytes."""
    arrays: dict[str, Any] = {name: getattr(problem, name) for name in ARRAYS}
    arrays["level_names"] = np.array(problem.level_names, dtype=np.str_)
    arrays["level_sense"] = np.array(problem.level_sense, dtype=np.str_)
    sink = io.BytesIO()
    np.savez_compressed(sink, **arrays)
    return sink.getvalue()


def load(path: Path) -> Problem:
    """Reads a problem written by :func:`save` or by any other program that writes the same arrays.

    Tags may be absent (they are then the column and row numbers); senses are ``max``/``min`` or 1/-1.

    Raises:
        ProblemError: when the file cannot be read, arrays are missing or unknown, or the problem is not valid.
    """
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise ProblemError("problem_too_large", limit=LARGEST_FILE)
        data = path.read_bytes()
    except OSError as error:
        raise ProblemError("problem_file", reason=type(error).__name__) from error
    return load_bytes(data)


def load_bytes(data: bytes) -> Problem:
    """The same from the bytes of a file.

    Raises:
        ProblemError: as :func:`load`.
    """
    arrays = _read(data)
    missing = [name for name in (*ARRAYS, "level_names", "level_sense") if name not in {*arrays, *OPTIONAL}]
    if missing:
        raise ProblemError("problem_missing", array=missing[0])
    if unknown := sorted(arrays.keys() - {*ARRAYS, "level_names", "level_sense"}):
        raise ProblemError("problem_unknown", array=unknown[0])
    for tag, like in (("col_tag", "col_lb"), ("row_tag", "row_lb")):
        arrays.setdefault(tag, np.arange(arrays[like].size, dtype=np.int64))
    numbers = {name: _integers(name, arrays[name]) for name in ARRAYS}
    names = tuple(str(name) for name in np.atleast_1d(arrays["level_names"]).tolist())
    if not names:
        numbers["level_coef"] = numbers["level_coef"].reshape(0, numbers["col_lb"].size)
    return Problem(level_names=names, level_sense=_senses(arrays["level_sense"]), **numbers)


def _read(data: bytes) -> dict[str, NDArray[Any]]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > LARGEST_FILE:
                raise ProblemError("problem_too_large", limit=LARGEST_FILE)
        with np.load(io.BytesIO(data), allow_pickle=False) as archive:
            return {name: archive[name] for name in archive.files}
    except ProblemError:
        raise
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile, NotImplementedError, MemoryError) as error:
        raise ProblemError("problem_file", reason=type(error).__name__) from error


def _integers(name: str, array: NDArray[Any]) -> Ints:
    if array.size == 0:
        return np.zeros(array.shape, dtype=np.int64)
    if array.dtype.kind not in "iub" or (array.dtype == np.uint64 and array.max() > np.iinfo(np.int64).max):
        raise ProblemError("problem_dtype", array=name, dtype=str(array.dtype))
    return array.astype(np.int64)


def _senses(array: NDArray[Any]) -> tuple[Sense, ...]:
    found: list[Sense] = []
    for item in np.atleast_1d(array).tolist():
        if isinstance(item, float) or item not in SENSES:
            raise ProblemError("problem_sense", sense=str(item)[:20])
        found.append(SENSES[item])
    return tuple(found)
