"""One spelling of every value, so that equal values have equal bytes and equal hashes."""

import datetime as dt
import hashlib
import json
import weakref
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from json.encoder import encode_basestring
from typing import Any

from pydantic import BaseModel


def decimal_text(value: Decimal) -> str:
    """A decimal without exponent and without trailing zeros: ``85.50`` and ``85.5`` are one number."""
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("", "-0", "0") else text


_PLAIN = frozenset({str, int, bool, type(None)})


def plain(value: Any) -> Any:
    """The value as plain JSON data; absent fields (``None``) are left out of objects."""
    if type(value) in _PLAIN:
        return value
    if isinstance(value, BaseModel):
        return {k: plain(v) for k, v in value.__dict__.items() if v is not None}
    if isinstance(value, Mapping):
        return {str(k): plain(v) for k, v in value.items() if v is not None}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, Decimal):
        return decimal_text(value)
    if isinstance(value, Fraction):
        return str(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    return value


def canonical_bytes(value: Any) -> bytes:
    """The value as UTF-8 JSON with sorted keys and no spaces."""
    return _text(value).encode()


def sha256(value: Any) -> str:
    """The sha256 of :func:`canonical_bytes`, in hexadecimal."""
    return hashlib.sha256(canonical_bytes(value)).hexdigest()


def case_sha256(case: BaseModel) -> str:
    """The hash of a case: its normalised tables without the recorded decisions, which come after the data.

    A case never changes, and each of its outcomes is signed and verified by its hash, so the last one is remembered.
    """
    global _last_hash
    known, found = _last_hash
    if known() is not case:
        found = hashlib.sha256(case_bytes(case)).hexdigest()
        _last_hash = (weakref.ref(case), found)
    return found


_last_hash: tuple[Callable[[], BaseModel | None], str] = (lambda: None, "")


def case_bytes(case: BaseModel) -> bytes:
    """What :func:`canonical_bytes` makes of a case without its decisions, written table by table."""
    tables = [name for name in type(case).model_fields if name not in ("case", "decisions")]
    texts = {"case": canonical_bytes(case.__dict__["case"]).decode()}
    texts |= {table: table_text(case.__dict__[table]) for table in tables}
    return ("{" + ",".join(f'"{name}":{texts[name]}' for name in sorted(texts)) + "}").encode()


def table_text(rows: Sequence[BaseModel]) -> str:
    """What :func:`canonical_bytes` makes of rows of one type, written column by column."""
    if not rows:
        return "[]"
    content = [row.__dict__ for row in rows]
    columns = [_spelled(name, [row[name] for row in content]) for name in sorted(type(rows[0]).model_fields)]
    return "[" + ",".join(["{" + ",".join(filter(None, cells)) + "}" for cells in zip(*columns, strict=True)]) + "]"


def _spelled(name: str, values: Sequence[Any]) -> list[str]:
    """One column of a table: ``"name":value`` for every row, nothing where there is no value."""
    start = f"{_text(name)}:"
    if isinstance(next((value for value in values if value is not None), None), Mapping):
        known: dict[tuple[str, Any], str] = {}
        return ["" if value is None else start + _object_text(value, known) for value in values]
    if len(set(map(type, values)) - {type(None)}) > 1:  # values of several types may be equal and yet spelled apart
        return ["" if value is None else start + _cell_text(value) for value in values]
    texts = {value: "" if value is None else start + _cell_text(value) for value in dict.fromkeys(values)}
    return list(map(texts.__getitem__, values))


@lru_cache(maxsize=1 << 15, typed=True)
def _cell_text(value: Any) -> str:
    """A value of a table as JSON; ids and marks stand in one table after another."""
    return _text(value)


def _object_text(value: Mapping[str, Any], known: dict[tuple[str, Any], str]) -> str:
    cells = []
    for item in sorted(value.items()):
        cell = known.get(item)
        if cell is None:
            known[item] = cell = f"{_text(item[0])}:{_text(item[1])}"
        cells.append(cell)
    return "{" + ",".join(cells) + "}"


def _text(value: Any) -> str:
    kind = type(value)
    if kind is str:
        return encode_basestring(value)
    if kind is int:
        return str(value)
    if kind is Decimal:
        return f'"{decimal_text(value)}"'
    return json.dumps(plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
