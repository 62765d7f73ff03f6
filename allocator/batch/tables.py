"""The rows as tables: csv always, Parquet where pyarrow is installed."""

import importlib
import io
from collections.abc import Sequence
from typing import Any

from allocator.batch.rows import COLUMNS, Column, Row
from allocator.tabular import table_bytes


def rows_csv(rows: Sequence[Row]) -> bytes:
    """Every row with every column."""
    return table_bytes([column.name for column in COLUMNS], (list(row.values()) for row in rows))


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
