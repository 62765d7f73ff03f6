"""A worksheet for very many records: each cell is kept as the text it is in the file, the rest is xlsxwriter's own."""

from collections.abc import Callable, Sequence
from typing import Any

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

SHORT = 16_000
"""Text up to this length fits into a cell whatever its characters are."""
UNITS = 2 * 32_767
"""How many bytes of UTF-16 a cell holds."""


class Records(Worksheet):  # type: ignore[misc]
    """A worksheet that takes whole records beside single cells; the file is the same byte by byte.

    Every record is as wide as the sheet, and each of its cells has a format.
    """

    def __init__(self) -> None:
        super().__init__()
        self._records: dict[int, tuple[tuple[str, ...], Sequence[Any]]] = {}
        self._kept = _Kept(self._text_of)

    def write_records(
        self, first: int, rows: Sequence[Sequence[str | float | None]], formats: Sequence[Sequence[Any]]
    ) -> None:
        """Writes rows one under another: text as text, numbers as numbers, nothing as an empty cell.

        Rows with the same formats may share one sequence of them, which is then looked at once.
        """
        if not rows:
            return
        self._check_dimensions(first, 0)
        self._check_dimensions(first + len(rows) - 1, len(rows[0]) - 1)
        kept = self._kept.__getitem__
        texts = 0
        for row, (values, own) in enumerate(zip(rows, formats, strict=True), start=first):
            self._records[row] = tuple(map(kept, values)), own
            texts += [*map(type, values)].count(str)
        self.str_table.count += texts

    def _text_of(self, value: str | float | None) -> str:
        """What stands behind the format of a cell with a value; xlsxwriter counts each use of a text."""
        if value is None:
            return "/>"
        if not isinstance(value, str):
            return f"><v>{value:.16G}</v></c>"
        short = value if len(value) <= SHORT else value.encode("utf-16-le")[:UNITS].decode("utf-16-le", "ignore")
        text = f' t="s"><v>{self.str_table._get_shared_string_index(short)}</v></c>'
        self.str_table.count -= 1
        return text

    def write_value(self, row: int, column: int, value: str | float | None, form: Any) -> None:
        """Writes one cell: text as text, a number as a number, nothing as an empty cell."""
        if value is None:
            self.write_blank(row, column, None, form)
        elif isinstance(value, str):
            self.write_string(row, column, value, form)
        else:
            self.write_number(row, column, value, form)

    def _write_rows(self) -> None:
        """The rows of the file, in place of what xlsxwriter makes of its cells one by one."""
        if not self._records:
            super()._write_rows()
            return
        span = f"1:{self.dim_colmax + 1}"
        starts = [f'<c r="{xl_col_to_name(column)}' for column in range(self.dim_colmax + 1)]
        patterns: dict[int, str] = {}
        for row in range(self.dim_rowmin, self.dim_rowmax + 1):
            record = self._records.get(row)
            if record is None and not self.table[row]:
                continue
            self._write_row(row, span, self.row_info.get(row))
            if record is None:
                for column, cell in self.table[row].items():
                    self._write_cell(row, column, cell)
            else:
                texts, own = record
                pattern = patterns.get(id(own))
                if pattern is None:
                    cells = zip(starts, own, strict=True)
                    pattern = "".join(f'{start}\0" s="{form._get_xf_index()}"%s' for start, form in cells)
                    patterns[id(own)] = pattern
                self.fh.write(pattern.replace("\0", str(row + 1)) % texts)
            self._xml_end_tag("row")


class _Kept(dict[str | float | None, str]):
    """The text of each value, worked out when it is first asked for."""

    def __init__(self, text_of: Callable[[str | float | None], str]) -> None:
        super().__init__()
        self._text_of = text_of

    def __missing__(self, value: str | float | None) -> str:
        text = self[value] = self._text_of(value)
        return text
