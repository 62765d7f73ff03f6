"""The rows as tables: csv always, Parquet where pyarrow is installed."""

import csv
import importlib
import io
from collections.abc import Iterable, Sequence
from typing import Any

from allocator.batch.rows import COLUMNS, Column, Row, Value

BOM = b"\xef\xbb\xbf"
RISKY = ("=", "+", "-", "@", "\t", "\r")


def csv_bytes(headings: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    """A csv that opens as it is in a spreadsheet and that no cell can make calculate."""
    sink = io.StringIO()
    writer = csv.writer(sink, lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows([[_cell(value) for value in row] for row in rows])
    return BOM + sink.getvalue().encode()


def _cell(value: Value) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = "" if value is None else str(value)
    return "'" + text if isinstance(value, str) and text.startswith(RISKY) else text


def rows_csv(rows: Sequence[Row]) -> bytes:
    """Every row with every column."""
    return csv_bytes([column.name for column in COLUMNS], (list(row.values()) for row in rows))


def rows_parquet(rows: Sequence[Row]) -> bytes | None:
    """Every row with every column, typed; ``None`` where pyarrow is not installed."""
    try:
        arrow = importlib.import_module("pyarrow")
        parquet = importlib.import_module("pyarrow.parquet")
    except ImportError:
        return None
    schema = arrow.schema([(column.name, _type(arrow, column)) for column in COLUMNS])
    columns = {column.name: [row[column.name] for row in rows] for column in COLUMNS}
    sink = io.BytesIO()
    parquet.write_table(arrow.table(columns, schema=schema), sink, compression="zstd")
    return sink.getvalue()


def _type(arrow: Any, column: Column) -> Any:
    kinds = {"text": arrow.string, "whole": arrow.int64, "yes_no": arrow.bool_, "seconds": arrow.float64}
    return kinds[column.kind]()
