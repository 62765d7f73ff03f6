"""One spelling of every value, so that equal values have equal bytes and equal hashes."""

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from pydantic import BaseModel

from models.case import Case


def decimal_text(value: Decimal) -> str:
    """A decimal without exponent and without trailing zeros: ``85.50`` and ``85.5`` are one number."""
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("", "-0", "0") else text


def plain(value: Any) -> Any:
    """The value as plain JSON data; absent fields (``None``) are left out of objects."""
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
    return json.dumps(plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def sha256(value: Any) -> str:
    """The sha256 of :func:`canonical_bytes`, in hexadecimal."""
    return hashlib.sha256(canonical_bytes(value)).hexdigest()


def case_sha256(case: Case) -> str:
    """The hash of a case: its normalised tables without the recorded decisions, which come after the data."""
    content = {name: value for name, value in case.__dict__.items() if name != "decisions"}
    return sha256(content)
