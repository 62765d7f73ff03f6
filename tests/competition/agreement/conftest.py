"""The folders of tiny cases, written once a session."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.competition.reference import tiny

Folders = Callable[[int], Path]


@pytest.fixture(scope="session")
def folder_of(tmp_path_factory: pytest.TempPathFactory) -> Folders:
    root = tmp_path_factory.mktemp("tiny")

    def folder(index: int) -> Path:
        path = root / str(index)
        return path if path.exists() else tiny.write(index, path)

    return folder
