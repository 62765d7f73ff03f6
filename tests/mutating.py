"""Every way to change one place of an outcome: each scalar to other values of its kind, each list by one element."""

import copy
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Path = tuple[str | int, ...]

BEYOND = "zz"
"""An id that is not in any case."""


@dataclass(frozen=True)
class Known:
    """The ids of the case, each kind with the fields that hold them; and the codes that a field may hold."""

    ids: Sequence[tuple[Sequence[str], tuple[str, ...]]]
    codes: Mapping[str, Sequence[str]]


def at(tree: Any, path: Path) -> Any:
    """What stands at a place."""
    for key in path:
        tree = tree[key]
    return tree


def name_of(path: Path) -> str:
    """A place as the audit writes it."""
    return "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in path).removeprefix(".")


def scalars(tree: Any, path: Path = ()) -> Iterator[Path]:
    """Every place that holds a scalar."""
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from scalars(value, (*path, key))
    elif isinstance(tree, list):
        for i, value in enumerate(tree):
            yield from scalars(value, (*path, i))
    else:
        yield path


def lists(tree: Any, path: Path = ()) -> Iterator[Path]:
    """Every place that holds a list."""
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from lists(value, (*path, key))
    elif isinstance(tree, list):
        yield path
        for i, value in enumerate(tree):
            yield from lists(value, (*path, i))


def other_values(path: Path, value: Any, known: Known) -> list[Any]:
    """Other values for a place: valid ones of the same kind first, then nothing, and a wrong kind."""
    field = next(key for key in reversed(path) if isinstance(key, str))
    found: list[Any] = []
    for ids, names in known.ids:
        if value in ids or field in names:
            place = ids.index(value) if value in ids else 0
            found += [ids[place - 1], ids[(place + 1) % len(ids)], ids[(place + 7) % len(ids)], BEYOND]
    if field in known.codes:
        found += known.codes[field]
    if isinstance(value, bool):
        found += [not value, int(value), None]
    elif isinstance(value, int):
        found += [value + 1, value - 1, 0, value + 1000, float(value), bool(value), str(value), None]
    elif isinstance(value, str):
        found += [_other_text(field, value), "", 1, None]
    elif value is None:
        found += [1, 2, "1.000", "0" * 64, True, {"sha256": "0" * 64}]
    return [other for other in found if other != value or type(other) is not type(value)]


def _other_text(field: str, value: str) -> str:
    if field in ("composite", "quantification"):
        whole, decimals = value.split(".")
        return f"{whole}.{(int(decimals) + 1) % 1000:03d}"
    if field == "sha256":
        return ("1" if value[0] == "0" else "0") + value[1:]
    return value + "x"


def changed(tree: Any, path: Path, change: Callable[[Any, str | int], None]) -> Any:
    """A copy of the tree in which something was done to the container of a place; the rest is shared."""
    copied = copy.copy(tree)
    here = copied
    for key in path[:-1]:
        here[key] = copy.copy(here[key])
        here = here[key]
    change(here, path[-1])
    return copied


def with_value(tree: Any, path: Path, value: Any) -> Any:
    """The tree with another value at a place."""

    def change(container: Any, key: str | int) -> None:
        container[key] = value

    return changed(tree, path, change)


def other_lists(value: list[Any]) -> Iterator[tuple[str, list[Any]]]:
    """The list without each of its elements, with each of them twice, and with each two neighbours swapped."""
    for i, element in enumerate(value):
        yield f"without element {i}", value[:i] + value[i + 1 :]
        yield f"element {i} twice", [*value[: i + 1], element, *value[i + 1 :]]
        if i:
            yield f"elements {i - 1} and {i} swapped", [*value[: i - 1], element, value[i - 1], *value[i + 1 :]]
