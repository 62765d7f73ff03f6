"""What rows must hold in every exercise: tables that have some, keys that stand once, ids that name somebody."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from operator import attrgetter
from typing import Any

from allocator.checking.material import Material, fault
from allocator.faults import Fault
from models.common.avoidance import Avoidance


def empty_tables(material: Material, required: Iterable[str]) -> Iterator[Fault]:
    """A required table has rows; one that could not be read at all has been reported already."""
    for table in required:
        if not material.has_rows(table) and table not in material.unreadable:
            yield fault("table_without_rows", table, None, material.tables.first_key[table], "")


def unknown_ids(material: Material, table: str, column: str, known: AbstractSet[str], code: str) -> Iterator[Fault]:
    """A fault for each row whose column names an id that is not known."""
    unknown = material.named(table, column) - known
    for at in material.rows.get(table, ()) if unknown else ():
        named = getattr(at.value, column)
        if named in unknown:
            yield fault(code, table, at.row, column, named, id=named)


def without_adrift(
    material: Material, named_in: Iterable[tuple[Iterable[tuple[str, str]], AbstractSet[str]]]
) -> Mapping[str, set[int]]:
    """The rows, by table and number, that name ids whose own rows are left out.

    Args:
        material: the sound rows.
        named_in: for some columns, each by table and name, the ids whose rows are sound.
    """
    adrift: dict[str, set[int]] = {}
    for columns, known in named_in:
        for table, column in columns:
            strange = material.named(table, column) - known
            for at in material.rows.get(table, ()) if strange else ():
                if getattr(at.value, column) in strange:
                    adrift.setdefault(table, set()).add(at.row)
    return adrift


def repeated_rows(
    material: Material, table: str, key: tuple[str, ...]
) -> Iterator[tuple[int, Any, Hashable, int, Any]]:
    """The rows of a table whose key stood before."""
    key_of = attrgetter(*key)
    rows = material.rows.get(table, ())
    if len({key_of(at.value) for at in rows}) == len(rows):
        return
    first: dict[Hashable, tuple[int, Any]] = {}
    for at in rows:
        found = key_of(at.value)
        row, earlier = first.setdefault(found, (at.row, at.value))
        if earlier is not at.value or row != at.row:
            yield at.row, at.value, found, row, earlier


def key_text(key: Hashable) -> str:
    """A key as it is shown."""
    return " / ".join(map(str, key)) if isinstance(key, tuple) else str(key)


def repeated(rows: Iterable[tuple[int, Any]], key_of: Callable[[Any], Hashable]) -> Iterator[tuple[int, Any, int]]:
    """The rows whose key stood before, each with the number of the row where it stood first."""
    first: dict[Hashable, int] = {}
    for row, value in rows:
        earlier = first.setdefault(key_of(value), row)
        if earlier != row:
            yield row, value, earlier


def pairs_of_one(material: Material) -> Iterator[Fault]:
    """A fault for each avoidance pair of somebody and himself."""
    for row, pair in material.table(Avoidance):
        if pair.person_a == pair.person_b:
            yield fault("avoidance_of_oneself", "avoidances", row, "person_b", pair.person_b, person_id=pair.person_a)
