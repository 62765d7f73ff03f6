"""Reads a rulebook: TOML in which only what differs from the built-in one is written."""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from allocator.faults import Fault, InvalidInput
from allocator.files.headings import nearest
from allocator.files.inputs import Bytes, kind_of, read_bytes
from allocator.files.raw import shown
from models.common.base import Frozen

R = TypeVar("R", bound=Frozen)
RULEBOOK_FILE = "rulebook.toml"
_SHARES = re.compile(r"\s*[0-9]{1,20}(\.[0-9]{1,20})?\s*(/\s*[0-9]{1,20}\s*)?")
_DEEPEST = 6
"""No value of a rulebook is nested deeper than this."""


class _NoNumber:
    """Stands for a number that is not plain digits, which nothing in a rulebook takes."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __str__(self) -> str:
        return self.text


def find_rulebook(case_path: Path) -> Path | None:
    """The ``rulebook.toml`` in a case folder, if there is one."""
    path = case_path / RULEBOOK_FILE
    return path if kind_of(case_path) == "folder" and kind_of(path) != "missing" else None


@dataclass(frozen=True)
class RulebookForm(Generic[R]):
    """What reading an exercise's rulebooks depends on.

    ``merged`` are the mappings of which a rulebook may write single keys, any other mapping is replaced as a whole;
    ``shares`` the keys whose values are shares; ``lists`` the types of the items of lists of tables; ``checks`` what a
    rulebook that is sound key by key must hold besides.
    """

    model: type[R]
    merged: frozenset[tuple[str, str]] = frozenset()
    shares: frozenset[str] = frozenset()
    lists: Mapping[str, type[BaseModel]] = field(default_factory=dict)
    checks: tuple[Callable[[str, R], Iterator[Fault]], ...] = ()


def read_rulebook(path: Path | None, form: RulebookForm[R]) -> R:
    """Reads a rulebook; ``None`` gives the built-in one.

    Raises:
        InvalidInput: with a fault for each key that is unknown and each value that is not of its form; the key stands
            in the fault's column.
    """
    if path is None:
        return form.model()
    return rulebook_of(read_bytes(path), form)


def rulebook_of(content: Bytes, form: RulebookForm[R]) -> R:
    """The rulebook that a TOML file holds.

    Raises:
        InvalidInput: as :func:`read_rulebook`.
    """
    written = _toml(content)
    unknown = tuple(_unknown_keys(content.name, form, form.model, written, ()))
    try:
        rulebook = form.model.model_validate(_merged(_plain_shares(written, form.shares), form))
    except ValidationError as invalid:
        raise InvalidInput((*unknown, *_faults(content.name, invalid))) from None
    if faults := (*unknown, *(fault for check in form.checks for fault in check(content.name, rulebook))):
        raise InvalidInput(faults)
    return rulebook


def _toml(content: Bytes) -> dict[str, Any]:
    try:
        return tomllib.loads(content.data.decode("utf-8-sig"), parse_float=_exact)
    except UnicodeDecodeError as broken:
        row = content.data.count(b"\n", 0, broken.start) + 1
        raise InvalidInput((Fault("rulebook_encoding", content.name, row),)) from None
    except (ValueError, RecursionError) as broken:
        line = re.search(r"at line ([0-9]+)", str(broken))
        raise InvalidInput((Fault("rulebook_syntax", content.name, int(line[1]) if line else None),)) from None


def _exact(text: str) -> Decimal | _NoNumber:
    return Decimal(text) if re.fullmatch(r"[+-]?[0-9]{1,20}\.[0-9]{1,20}", text) else _NoNumber(text)


def _merged(written: Mapping[str, Any], form: RulebookForm[Any]) -> dict[str, Any]:
    """The written values, the keys of merged mappings filled up with those of the built-in rulebook."""
    merged = dict(written)
    for part, name in form.merged:
        content = merged.get(part)
        if isinstance(content, dict) and isinstance(content.get(name), dict):
            built_in = getattr(getattr(form.model(), part), name)
            merged[part] = {**content, name: {**built_in, **content[name]}}
    return merged


def _plain_shares(value: Any, shares: frozenset[str], key: str = "", depth: int = 0) -> Any:
    """The same values, with weights and shares that are written in any unusual way made unusable."""
    if isinstance(value, dict) and depth <= _DEEPEST:
        share = key == "weights"
        return {
            name: _plain_shares(item, shares, "share" if share or name in shares else name, depth + 1)
            for name, item in value.items()
        }
    if key == "share":
        if isinstance(value, str) and not _SHARES.fullmatch(value):
            return _NoNumber(value)
        if isinstance(value, dict | list) or (isinstance(value, int) and abs(value) > 10**20):
            return _NoNumber(type(value).__name__)
    return value


def _unknown_keys(
    name: str, form: RulebookForm[Any], model: type[BaseModel], written: Mapping[str, Any], where: tuple[str, ...]
) -> Iterator[Fault]:
    """A fault for each key that the rulebook does not have, naming the nearest it has."""
    for key, value in written.items():
        if key not in model.model_fields:
            field = ".".join((*where, key))
            args = {"key": field, "nearest": ".".join((*where, nearest(key, model.model_fields)))}
            yield Fault("rulebook_unknown_key", name, None, shown(field), None, args)
            continue
        kind = model.model_fields[key].annotation
        if isinstance(kind, type) and issubclass(kind, BaseModel) and isinstance(value, dict):
            yield from _unknown_keys(name, form, kind, value, (*where, key))
        elif key in form.lists and isinstance(value, list):
            for i, target in enumerate(value, start=1):
                if isinstance(target, dict):
                    yield from _unknown_keys(name, form, form.lists[key], target, (*where, f"{key}[{i}]"))


_CODES: Mapping[str, str] = {
    "int_type": "rulebook_whole_number",
    "greater_than_equal": "rulebook_limit",
    "less_than_equal": "rulebook_limit",
    "literal_error": "rulebook_choice",
    "bool_type": "rulebook_true_false",
    "string_type": "rulebook_text",
    "string_too_short": "rulebook_text",
    "model_type": "rulebook_table",
    "model_attributes_type": "rulebook_table",
    "mapping_type": "rulebook_table",
    "dict_type": "rulebook_table",
    "tuple_type": "rulebook_list",
    "too_short": "rulebook_list",
    "missing": "rulebook_missing_key",
}
_VALUE_CODES: Mapping[str, str] = {
    "weights must sum to 1": "rulebook_weights_sum",
    "weights must not be negative": "rulebook_weight_negative",
    "an exact decimal or fraction": "rulebook_share",
    "a share between 0 and 1": "rulebook_share",
    "levels must be named once": "rulebook_levels",
    "below is for age": "rulebook_target",
    "values are for every attribute": "rulebook_target",
}


def _faults(name: str, invalid: ValidationError) -> Iterator[Fault]:
    """The faults of a rulebook's values; a list or table with a fault inside is not one itself."""
    errors = [error for error in invalid.errors(include_url=False) if error["type"] != "extra_forbidden"]
    places = [error["loc"] for error in errors]
    for error in errors:
        size = len(error["loc"])
        if not any(len(place) > size and place[:size] == error["loc"] for place in places):
            yield _fault(name, error)


def _fault(name: str, error: Mapping[str, Any]) -> Fault:
    """One error of the types as a fault, with the key it is about."""
    place = [part for part in error["loc"] if part != "[key]"]
    key = ".".join(str(part) for part in place)
    key = re.sub(r"\.([0-9]+)", lambda found: f"[{int(found[1]) + 1}]", key)
    code = _CODES.get(error["type"]) or next(
        (code for start, code in _VALUE_CODES.items() if start in error["msg"]), "rulebook_syntax"
    )
    args: dict[str, object] = {"key": key}
    context = error.get("ctx", {})
    if code == "rulebook_choice" and "[key]" in error["loc"]:
        known = re.findall(r"'([^']*)'", str(context.get("expected")))
        args["nearest"] = ".".join((*map(str, place[:-1]), nearest(str(place[-1]), known)))
        return Fault("rulebook_unknown_key", name, None, key, None, args)
    if code == "rulebook_limit":
        args["limit"] = context.get("ge", context.get("le"))
        args["sign"] = "≥" if "ge" in context else "≤"
    elif code == "rulebook_choice":
        args["allowed"] = tuple(re.findall(r"'([^']*)'", str(context.get("expected"))))
    value = error["input"]
    return Fault(code, name, None, key, None if isinstance(value, dict | list) else shown(value), args)
