"""Tables for reading and for Excel."""

import csv
import io

import pytest

from allocator.console.outputs import write_all
from allocator.console.page import Page
from allocator.console.show import WIDEST, aligned, width
from allocator.tabular import guarded, table_bytes


def test_chinese_characters_take_two_columns():
    assert [width("科长"), width("S01"), width("科S")] == [4, 3, 3]


def test_columns_of_a_plain_table_stand_below_each_other():
    lines = aligned(("科室", "n"), [("办公室", "10"), ("法", "9")], numbers=frozenset({1}))
    assert lines == ["科室     n", "------  --", "办公室  10", "法       9"]


def test_a_long_cell_goes_on_below_at_a_comma():
    names = "、".join(f"姓名{i:02d}" for i in range(12))
    lines = aligned(("k", "people"), [("a", names), ("b", "x")])
    assert max(width(line) for line in lines) <= WIDEST + 3
    assert "".join(line[3:] for line in lines[2:-1]) == names
    assert lines[-1] == "b  x"


def test_a_page_is_the_same_as_text_and_on_a_stream(capsys):
    page = Page()
    page.heading("score.people")
    page.table(("a", "b"), [("1", "2")])
    page.show()
    assert capsys.readouterr().out == page.plain()


def test_no_cell_is_calculated_by_a_spreadsheet():
    """Names are typed by people; =cmd|… must stay text. Numbers keep their sign."""
    assert [guarded(v) for v in ("=1+1", "+1", "-x", "@a", "\tx", "a=b", None, -5, -0.5, True)] == [
        "'=1+1",
        "'+1",
        "'-x",
        "'@a",
        "'\tx",
        "a=b",
        "",
        "-5",
        "-0.5",
        "yes",
    ]


def test_a_table_for_excel_has_a_byte_order_mark_and_reads_back():
    data = table_bytes(["姓名", "n"], [["张,三", 1], ['"李"', None]])
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert rows == [["姓名", "n"], ["张,三", "1"], ['"李"', ""]]


def test_files_are_complete_before_they_take_their_names(tmp_path):
    write_all(tmp_path, {"a.txt": b"1", "sub/b.txt": b"2"})
    assert (tmp_path / "a.txt").read_bytes() == b"1"
    assert (tmp_path / "sub" / "b.txt").read_bytes() == b"2"
    assert sorted(p.name for p in tmp_path.rglob("*") if p.is_file()) == ["a.txt", "b.txt"]


def test_a_failed_write_leaves_nothing_and_keeps_what_was_there(tmp_path):
    """The second file cannot be made (its folder's name is taken), so the first must not appear either."""
    (tmp_path / "sub").write_text("a file")
    (tmp_path / "a.txt").write_text("before")
    with pytest.raises(OSError, match="sub"):
        write_all(tmp_path, {"a.txt": b"after", "sub/b.txt": b"2"})
    assert (tmp_path / "a.txt").read_text() == "before"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.txt", "sub"]
