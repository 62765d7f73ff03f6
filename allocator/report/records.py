"""A worksheet for very many records: each cell is kept as the text it is in the file, the rest is xlsxwriter's own."""

from collections.abc import Sequence
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
        self._records: dict[int, tuple[Sequence[str], Sequence[Any]]] = {}
        self._kept: dict[str | float | None, str] = {}

    def write_record(self, row: int, values: Sequence[str | float | None], formats: Sequence[Any]) -> None:
        """Writes a row: text as text, numbers as numbers, nothing as an empty cell."""
        self._check_dimensions(row, 0)
        self._check_dimensions(row, len(values) - 1)
        kept = self._kept
        self._records[row] = [kept.get(value) or self._keep(value) for value in values], formats
        self.str_table.count += [*map(type, values)].count(str)

    def _keep(self, value: str | float | None) -> str:
        """What stands behind the format of a cell with a value; xlsxwriter counts each use of a text."""
        if value is None:
            text = "/>"
        elif isinstance(value, str):
            short = value if len(value) <= SHORT else value.encode("utf-16-le")[:UNITS].decode("utf-16-le", "ignore")
            text = f' t="s"><v>{self.str_table._get_shared_string_index(short)}</v></c>'
            self.str_table.count -= 1
        else:
            text = f"><v>{value:.16G}</v></c>"
        self._kept[value] = text
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
        styles: dict[int, str] = {}

        def known(form: Any) -> str:
            return styles.setdefault(id(form), f'" s="{form._get_xf_index()}"')

        for row in range(self.dim_rowmin, self.dim_rowmax + 1):
            record = self._records.get(row)
            if record is None and not self.table[row]:
                continue
            self._write_row(row, span, self.row_info.get(row))
            if record is None:
                for column, cell in self.table[row].items():
                    self._write_cell(row, column, cell)
            else:
                number = row + 1
                own = [styles.get(id(form)) or known(form) for form in record[1]]
                cells = zip(starts, own, record[0], strict=True)
                self.fh.write("".join([f"{start}{number}{style}{rest}" for start, style, rest in cells]))
            self._xml_end_tag("row")
