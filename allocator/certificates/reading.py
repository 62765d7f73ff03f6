"""A proof read back, with everything refused that is not as it was written."""

import hashlib
import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from pydantic import ValidationError

from allocator.certificates.record import ProofIndex, StageRecord
from allocator.certificates.writing import INDEX
from allocator.solver import Ints, Problem, ProblemError, load_bytes

LARGEST_FILE = 2**31


class ProofError(Exception):
    """A proof that cannot be read: a code of the catalogue (``proof.refused.<code>``) with its arguments."""

    def __init__(self, code: str, **args: str | int) -> None:
        self.code, self.arguments = code, args
        super().__init__(code)


@dataclass(frozen=True)
class Multipliers:
    """A level's multipliers: the rows that have one, ascending, and their integers."""

    rows: Ints
    values: Ints


@dataclass(frozen=True)
class Proof:
    """The index of a proof with the files it names."""

    index: ProofIndex
    files: Mapping[str, bytes]

    def multipliers(self, stage: StageRecord) -> tuple[Multipliers, ...]:
        """The multipliers of every level of a stage.

        Raises:
            ProofError: when the file is not the one that was written.
        """
        data = self.files[stage.file]
        if hashlib.sha256(data).hexdigest() != stage.sha256:
            raise ProofError("file_hash", file=stage.file)
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                if sum(entry.file_size for entry in archive.infolist()) > LARGEST_FILE:
                    raise ProofError("file_unreadable", file=stage.file)
            with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
                found = [
                    Multipliers(arrays[f"rows_{number}"], arrays[f"multipliers_{number}"])
                    for number in range(len(stage.levels))
                ]
        except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile, NotImplementedError, MemoryError) as error:
            raise ProofError("file_unreadable", file=stage.file) from error
        for one in found:
            if one.rows.dtype != np.int64 or one.values.dtype != np.int64 or one.rows.ndim != 1:
                raise ProofError("file_unreadable", file=stage.file)
        return tuple(found)

    def problem(self, name: str) -> Problem:
        """A reduced problem.

        Raises:
            ProofError: when the file is no problem.
        """
        try:
            return load_bytes(self.files[name])
        except ProblemError as error:
            raise ProofError("file_unreadable", file=name) from error


def read_proof(folder: Path) -> Proof:
    """The proof kept in a folder.

    Raises:
        ProofError: when there is none, or a file is missing or cannot be read.
    """
    try:
        text = (folder / INDEX).read_bytes()
    except OSError as error:
        raise ProofError("missing", path=str(folder / INDEX)) from error
    try:
        index = ProofIndex.model_validate_json(text)
    except ValidationError as error:
        raise ProofError("file_unreadable", file=INDEX) from error
    names = {stage.file for stage in index.stages}
    names |= {level.reduced.file for stage in index.stages for level in stage.levels if level.reduced is not None}
    files = {}
    for name in sorted(names):
        try:
            files[name] = (folder / name).read_bytes()
        except OSError as error:
            raise ProofError("missing", path=str(folder / name)) from error
    return Proof(index, files)
