"""Files are there whole or not at all, and nothing that exists is lost."""

import os

import pytest

from allocator.competition.files import write_case
from allocator.faults import InvalidInput
from allocator.files import write_bytes_atomically, write_folder_atomically, write_text_atomically
from tests.competition.builders import case as build


def refused(write, *arguments):
    with pytest.raises(InvalidInput) as found:
        write(*arguments)
    return [fault.code for fault in found.value.faults]


def test_a_file_is_replaced_whole(tmp_path):
    path = tmp_path / "new" / "a.txt"
    write_bytes_atomically(path, b"old")
    path.chmod(0o640)
    write_text_atomically(path, "新")
    assert path.read_bytes() == "新".encode()
    assert path.stat().st_mode & 0o777 == 0o640
    assert [file.name for file in path.parent.iterdir()] == ["a.txt"]


def test_a_file_does_not_take_the_place_of_a_folder(tmp_path):
    (tmp_path / "a").mkdir()
    assert refused(write_bytes_atomically, tmp_path / "a", b"x") == ["target_is_folder"]
    assert list((tmp_path / "a").iterdir()) == []


def test_a_target_that_cannot_be_written(tmp_path):
    (tmp_path / "file").write_bytes(b"x")
    assert refused(write_bytes_atomically, tmp_path / "file" / "a.txt", b"x") == ["target_unwritable"]
    assert refused(write_bytes_atomically, tmp_path / ("n" * 300), b"x") == ["target_unwritable"]
    assert refused(write_bytes_atomically, tmp_path / "a\0b", b"x") == ["target_unwritable"]
    assert refused(write_folder_atomically, tmp_path / "file" / "f", {"a": b"x"}) == ["target_unwritable"]
    assert [file.name for file in tmp_path.iterdir()] == ["file"]


def test_a_failure_half_way_leaves_nothing(tmp_path, monkeypatch):
    """A full disk is noticed when the file is forced to it; the old file then still stands."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert refused(write_bytes_atomically, path, b"new") == ["target_unwritable"]
    assert refused(write_folder_atomically, tmp_path / "f", {"a": b"x"}) == ["target_unwritable"]
    assert path.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["a.txt"]


def test_a_folder_is_made_at_once_and_replaces_only_an_empty_one(tmp_path):
    (tmp_path / "empty").mkdir()
    write_folder_atomically(tmp_path / "empty", {"a": b"1", "b": b"2"})
    assert sorted(file.name for file in (tmp_path / "empty").iterdir()) == ["a", "b"]
    assert refused(write_folder_atomically, tmp_path / "empty", {"c": b"3"}) == ["target_not_empty"]
    assert refused(write_folder_atomically, tmp_path / "empty" / "a", {"c": b"3"}) == ["target_is_file"]
    assert sorted(file.name for file in tmp_path.iterdir()) == ["empty"]


def test_a_case_does_not_overwrite_another(tmp_path):
    write_case(build(), tmp_path / "case")
    assert refused(write_case, build(), tmp_path / "case") == ["target_not_empty"]
    for name in ("case.xlsx", "case.json"):
        (tmp_path / name).write_bytes(b"filled in")
        assert refused(write_case, build(), tmp_path / name) == ["target_is_file"]
        assert (tmp_path / name).read_bytes() == b"filled in"
