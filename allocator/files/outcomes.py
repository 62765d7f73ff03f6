"""Outcomes in and out: their canonical bytes, and reading them back strictly."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from allocator.faults import Fault, InvalidInput
from allocator.files.inputs import Bytes, read_bytes
from allocator.files.json_tables import load_json
from allocator.files.raw import NumberText, shown
from models.common.base import Frozen
from models.common.outcome import SCHEMA_VERSION, Notice

Kind = TypeVar("Kind", bound=Frozen)


def outcome_bytes(outcome: Frozen) -> bytes:
    """The one spelling of an outcome: fields in their order, arguments sorted by name, UTF-8, a newline at the end.

    An outcome that was read without ``follows``, which older ones lack, keeps the bytes its proof was signed with.
    """
    warnings = tuple(Notice(code=one.code, args=dict(sorted(one.args.items()))) for one in outcome.__dict__["warnings"])
    ordered = outcome.model_copy(update={"warnings": warnings})
    absent = ({"follows"} & set(type(outcome).model_fields)) - outcome.model_fields_set
    return (ordered.model_dump_json(indent=1, exclude=absent) + "\n").encode()


def read_outcome(path: Path, kind: type[Kind]) -> Kind:
    """Reads an outcome.

    Raises:
        InvalidInput: with a fault for each field that is missing, unknown or not of its form.
    """
    return outcome_of(read_bytes(path), kind)


def outcome_of(content: Bytes, kind: type[Kind]) -> Kind:
    """The outcome that a JSON file holds.

    Raises:
        InvalidInput: as :func:`read_outcome`.
    """
    value = load_json(content, _whole_number)
    if isinstance(value, dict) and (newer := newer_version(value)) is not None:
        args = {"version": newer, "known": SCHEMA_VERSION}
        raise InvalidInput((Fault("outcome_newer", content.name, None, "schema_version", str(newer), args),))
    if isinstance(value, dict | list | NumberText) and (fractions := tuple(_fractions(value, content.name, ()))):
        raise InvalidInput(fractions)
    try:
        return kind.model_validate_json(json.dumps(value))
    except ValidationError as invalid:
        faults = tuple(_fault(content.name, error) for error in invalid.errors(include_url=False))
        raise InvalidInput(faults) from None


def newer_version(value: Mapping[str, Any]) -> int | None:
    """The schema version of a document written by a newer program than this one, else ``None``."""
    version = value.get("schema_version")
    return version if type(version) is int and SCHEMA_VERSION < version < 10**9 else None


def _whole_number(text: str) -> int | NumberText:
    """A whole number of JSON as such; one with more than 18 digits stays its text."""
    return int(text) if re.fullmatch(r"-?[0-9]{1,18}", text) else NumberText(text)


def _fractions(value: Any, name: str, where: tuple[str, ...]) -> Iterator[Fault]:
    """A fault for each number that is not a whole one: no field of an outcome takes any other."""
    if isinstance(value, dict):
        for key, item in value.items():
            if isinstance(item, dict | list | NumberText):
                yield from _fractions(item, name, (*where, key))
    elif isinstance(value, list):
        for i, item in enumerate(value):
            if isinstance(item, dict | list | NumberText):
                yield from _fractions(item, name, (*where, str(i)))
    else:
        field = ".".join(where)
        yield Fault("outcome_value", name, None, field, shown(value), {"field": field or name})


def _fault(name: str, error: Mapping[str, Any]) -> Fault:
    codes = {"missing": "outcome_field_missing", "extra_forbidden": "outcome_field_unknown"}
    where = ".".join(map(str, error["loc"]))
    value = None if error["type"] == "missing" else shown(error["input"])
    return Fault(codes.get(error["type"], "outcome_value"), name, None, where, value, {"field": where or name})
