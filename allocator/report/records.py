"""A worksheet for very many records: each cell is kept as the text it is in the file, the rest is xlsxwriter's own."""

from collections.abc import Sequence
from typing import Any

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

SHORT = 16_000
"""Text up to this length fits into a cell whatever its characters are."""


class Records(Worksheet):  # type: ignore[misc]
    """A worksheet that takes whole records beside single cells; the file is the same byte by byte.

    Every record is as wide as the sheet, and each of its cells has a format.
    """

    def __init__(self) -> None:
        super().__init__()
        self._records: dict[int, list[tuple[str, Any]]] = {}

    def write_record(self, row: int, values: Sequence[str | float | None], formats: Sequence[Any]) -> None:
        """Writes a row: text as text, numbers as numbers, nothing as an empty cell."""
        if max((len(value) for value in values if type(value) is str), default=0) > SHORT:
            for column, (value, form) in enumerate(zip(values, formats, strict=True)):
                self.write_value(row, column, value, form)
            return
        self._check_dimensions(row, 0)
        self._check_dimensions(row, len(values) - 1)
        index = self.str_table._get_shared_string_index
        self._records[row] = [
            (
                f' t="s"><v>{index(value)}</v></c>'
                if type(value) is str
                else "/>"
                if value is None
                else f"><v>{value:.16G}</v></c>",
                form,
            )
            for value, form in zip(values, formats, strict=True)
        ]

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
        styles: dict[int, str] = {}
        for row in range(self.dim_rowmin, self.dim_rowmax + 1):
            record = self._records.get(row)
            if record is None and not self.table[row]:
                continue
            self._write_row(row, span, self.row_info.get(row))
            if record is None:
                for column, cell in self.table[row].items():
                    self._write_cell(row, column, cell)
            else:
                number, cells = row + 1, []
                for start, (rest, form) in zip(starts, record, strict=True):
                    style = styles.get(id(form))
                    if style is None:
                        style = styles[id(form)] = f'" s="{form._get_xf_index()}"'
                    cells.append(f"{start}{number}{style}{rest}")
                self.fh.write("".join(cells))
            self._xml_end_tag("row")
