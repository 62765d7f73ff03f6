"""What the checks look at: the sound rows of a draft with their places, and which ids are known in spite of faults."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Any, Self, TypeVar, cast

from allocator.faults import Fault
from allocator.files.draft import Draft, Located
from models.common.base import Frozen

R = TypeVar("R", bound=Frozen)

LONGEST_VALUE = 80


@dataclass(frozen=True)
class Tables:
    """The tables of an exercise: the type of the rows of each, and the first column of its key."""

    row_types: Mapping[str, type[Frozen]]
    first_key: Mapping[str, str]

    def of(self, kind: type[Frozen]) -> str:
        """The table that holds rows of a type."""
        return next(table for table, row_type in self.row_types.items() if row_type is kind)


@dataclass(frozen=True)
class Material:
    """The rows that are sound so far.

    ``doubtful`` are, by table, the ids in the first key column of rows left out because of a fault (``""`` where it
    could not be read); ``unreadable`` are the tables with a fault of the whole, of which no row can be missed.
    """

    tables: Tables
    info: Any
    rulebook: Any
    rows: Mapping[str, tuple[Located, ...]]
    doubtful: Mapping[str, frozenset[str]]
    unreadable: frozenset[str]

    @classmethod
    def from_draft(cls, draft: Draft, rulebook: Frozen, tables: Tables) -> Self:
        """The material of a draft."""
        whole = {fault.table for fault in draft.faults if fault.row is None}
        unreadable = frozenset(table for table in tables.row_types if table in whole)
        return cls(tables, draft.info, rulebook, draft.rows, dict(draft.left_out), unreadable)

    def table(self, kind: type[R]) -> tuple[tuple[int, R], ...]:
        """The rows of one type with their row numbers."""
        return cast("tuple[tuple[int, R], ...]", self.rows.get(self.tables.of(kind), ()))

    def named(self, table: str, column: str) -> AbstractSet[str]:
        """Every id that stands in a column of a table, empty cells apart."""
        return set(map(attrgetter("value." + column), self.rows.get(table, ()))) - {None}

    def has_rows(self, table: str) -> bool:
        """Whether a table holds any row, sound or not."""
        return bool(self.rows.get(table)) or bool(self.doubtful.get(table))

    def may_hold(self, table: str, first_key: str) -> bool:
        """Whether a row left out of a table may have been the one of this id."""
        doubtful = self.doubtful.get(table, frozenset())
        return table in self.unreadable or first_key in doubtful or "" in doubtful

    def known(self, table: str) -> AbstractSet[str] | None:
        """The ids a table holds, those of its faulty rows included; ``None`` when they cannot be known."""
        if table in self.unreadable or not self.has_rows(table) or "" in self.doubtful.get(table, frozenset()):
            return None
        return self.named(table, self.tables.first_key[table]) | self.doubtful.get(table, frozenset())

    def without(self, faults: Iterable[Fault]) -> Self:
        """The material without the rows the faults stand in."""
        bad: dict[str, set[int]] = {}
        for found in faults:
            if found.row is not None:
                bad.setdefault(cast("str", found.table), set()).add(found.row)
        return self.without_rows(bad)

    def without_rows(self, bad: Mapping[str, set[int]]) -> Self:
        """The material without some rows, by table and row number; their ids become doubtful."""
        if not bad:
            return self
        rows, doubtful = dict(self.rows), dict(self.doubtful)
        for table, numbers in bad.items():
            column = self.tables.first_key[table]
            out = frozenset(getattr(at.value, column) for at in rows[table] if at.row in numbers)
            doubtful[table] = doubtful.get(table, frozenset()) | out
            rows[table] = tuple(at for at in rows[table] if at.row not in numbers)
        return replace(self, rows=rows, doubtful=doubtful)


def fault(code: str, table: str, row: int | None, column: str, value: object, **args: object) -> Fault:
    """A fault with its place; the offending value is shown as text and cut to 80 characters."""
    text = str(value)
    shown = text if len(text) <= LONGEST_VALUE else text[: LONGEST_VALUE - 1] + "…"
    return Fault(code, table, row, column, shown, args)
