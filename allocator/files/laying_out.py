"""From a sheet as an officer keeps it to a table: titles, notes and totals left out, wide made long."""

import re
import string
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from allocator.faults import Fault
from allocator.files.cells import folded
from allocator.files.grid import Grid, is_blank
from allocator.files.heading_forms import Headings, Named, headings_of, squeeze
from allocator.files.heads import Head, heads_of
from allocator.files.layout import Layout
from allocator.files.raw import Cell, RawTable, Refused, address, as_seen, shown
from allocator.files.readings import Steps
from allocator.files.wide import Wide
from allocator.words._sheets import NOTES, SIGNED, SUMMARIES, TOTALS
from models.common.canonical import decimal_text

_TOTALS, _NOTES = re.compile(TOTALS, re.IGNORECASE | re.DOTALL), re.compile(NOTES, re.IGNORECASE | re.DOTALL)
_SIGNED = re.compile(SIGNED, re.DOTALL)
PLAIN = frozenset(string.ascii_letters + string.digits) - frozenset("tTsSaAmM")
"""How a row begins that holds data; totals and headings in English begin with the letters left out."""


def lay_out(grid: Grid, layout: Layout) -> RawTable:
    """The table of a sheet. Every step that is taken is recorded; what cannot be told apart is a fault."""
    known = headings_of(layout)
    heads = heads_of(grid, known, layout)
    if len(heads) > 1:
        args = {"first": heads[0].last + 1, "second": heads[1].last + 1}
        return RawTable(grid.label, (), (), (), faults=(Fault("headings_twice", layout.table, None, None, None, args),))
    if not heads:
        filled = any(not is_blank(cell) for row in grid.rows for cell in row)
        faults = (Fault("headings_missing", layout.table, 1),) if filled else ()
        return RawTable(grid.label, (), (), (), faults=faults)
    return _Laying(grid, layout, known, heads[0]).table()


class _Laying:
    """One sheet laid out under its heading."""

    def __init__(self, grid: Grid, layout: Layout, known: Headings, head: Head) -> None:
        self.grid, self.layout, self.known, self.head = grid, layout, known, head
        self.steps = Steps(layout.table)
        self.faults: list[Fault] = []
        self.named: dict[int, Named] = {i: named for i, text in enumerate(head.texts) if (named := known.of(text))}

    def table(self) -> RawTable:
        """The table, with what was left out and read."""
        self._above()
        headings = [self._heading(i) for i in range(len(self.head.texts))]
        if not headings:
            return RawTable(self.grid.label, (), (), (), faults=tuple(self.faults))
        numbers, rows = self._rows(len(headings))
        self._spoiled(numbers)
        for what, cell in self.grid.hidden:
            place = replace(self.grid.place(), cell=cell)
            self.steps.add(f"hidden_{what}", None, place, cell, cell)
        raw = RawTable(
            self.grid.label,
            headings,
            rows,
            numbers,
            heading_row=self.head.last + 1,
            epoch_1904=self.grid.epoch_1904,
            file=self.grid.file,
        )
        raw = self._long(raw)
        return replace(raw, faults=tuple(self.faults), steps=tuple(self.steps.steps))

    def _above(self) -> None:
        titles = [i for i in range(self.head.first) if any(not is_blank(cell) for cell in self.grid.rows[i])]
        for row in titles:
            column = next(c for c, cell in enumerate(self.grid.rows[row]) if not is_blank(cell))
            numbers = sum(isinstance(cell, float) or str(cell).strip().isdigit() for cell in self.grid.rows[row])
            if numbers >= 2:
                text = self.grid.text(row, column)
                self.faults.append(Fault("data_above_heading", self.layout.table, row + 1, None, text))
            self.steps.add("title_rows", None, self.grid.place((row, column)), self.grid.text(row, column), "")
        if self.head.first < self.head.last:
            seen = " / ".join(dict.fromkeys(text for text in self.head.upper if text.strip()))
            self.steps.add("heading_rows", None, self.grid.place((self.head.first, 0)), shown(seen), "")

    def _heading(self, position: int) -> str:
        text = self.head.texts[position]
        named = self.named.get(position)
        if named is None or named.as_it_stands:
            return text
        place = self.grid.place((self.head.last, position))
        if named.weight is not None and named.weight != self._weight(named.column.name):
            args = {"given": _percent(named.weight), "expected": _percent(self._weight(named.column.name))}
            where = self.layout.table, self.head.last + 1, named.column.name
            self.faults.append(Fault("heading_weight", *where, shown(text), args))
        kind = "mapping" if named.mapped else "heading_text"
        self.steps.add(kind, named.column.name, place, as_seen(text), named.heading)
        return named.heading

    def _weight(self, name: str) -> Fraction:
        return dict(self.layout.weights)[name]

    def _rows(self, width: int) -> tuple[list[int], list[Sequence[Cell]]]:
        """The rows that hold data, with their numbers; rows of totals, notes and second headings are left out."""
        start = self.head.last + 1
        last = len(self.grid.rows)
        while last > start and all(is_blank(cell) for cell in self.grid.rows[last - 1]):
            last -= 1
        numbers: list[int] = []
        rows: list[Sequence[Cell]] = []
        ended = self._notes(start, last)
        ordinary: set[str] = set()
        first_heading = next((text.strip() for text in self.head.texts if text.strip()), "")
        for i in range(start, ended):
            row = self.grid.rows[i]
            first = row[0] if row and type(row[0]) is str else ""
            if first[:1] not in PLAIN and first not in ordinary:
                if self._is_left_out(i, row):
                    continue
                if first.strip() not in ("", first_heading):
                    ordinary.add(first)
            if len(row) != width:
                if beyond := next((c for c, cell in enumerate(row[width:], start=width) if not is_blank(cell)), 0):
                    args = {"cells": beyond + 1, "headings": width}
                    fault = Fault("too_many_cells", self.layout.table, i + 1, None, shown(row[beyond]), args)
                    self.faults.append(fault)
                    continue
                row = [*row[:width], *[""] * (width - len(row))]
            numbers.append(i + 1)
            rows.append(self._without_merged(i, row) if self.grid.merged else row)
        return numbers, rows

    def _without_merged(self, i: int, row: Sequence[Cell]) -> Sequence[Cell]:
        """A row whose merged cells are marked, so that the fault of the area is the only one told of them."""
        areas = [area for area in self.grid.merged if area[0] <= i <= area[2]]
        if not areas:
            return row
        covered = {column for _, left, _, right in areas for column in range(left, right + 1)}
        return [Refused() if column in covered else cell for column, cell in enumerate(row)]

    def _notes(self, start: int, last: int) -> int:
        """Where the data end: notes and places to sign below them are left out."""
        end = last
        while end > start:
            row = self.grid.rows[end - 1]
            filled = [(c, str(cell).strip()) for c, cell in enumerate(row) if not is_blank(cell)]
            if filled and not self._is_note([text for _, text in filled]):
                break
            if filled:
                column, text = filled[0]
                self.steps.add("note_rows", None, self.grid.place((end - 1, column)), as_seen(text), "")
            end -= 1
        return end

    def _is_note(self, texts: Sequence[str]) -> bool:
        if len(texts) == 1 and len(self.layout.columns) > 1:
            return bool(_NOTES.fullmatch(texts[0]) or _SIGNED.fullmatch(texts[0]))
        return len(texts) < len(self.head.texts) and all(_SIGNED.fullmatch(text) for text in texts)

    def _is_left_out(self, i: int, row: Sequence[Cell]) -> bool:
        first = row[0] if row else None
        if type(first) is float or (type(first) is str and first[:1] in PLAIN):
            return False
        column = next((c for c, cell in enumerate(row) if not is_blank(cell)), None)
        if column is None:
            self.steps.add("blank_rows", None, self.grid.place((i, 0)), "", "")
            return True
        text = row[column]
        if not isinstance(text, str):
            return False
        kind = "total_rows" if _TOTALS.fullmatch("".join(text.split())) else ""
        if not kind and self._repeats_heading(row):
            kind = "heading_again"
        if kind:
            self.steps.add(kind, None, self.grid.place((i, column)), shown(text), "")
        return bool(kind)

    def _repeats_heading(self, row: Sequence[Cell]) -> bool:
        texts = [str("" if cell is None else cell) for cell in row]
        return [t for t in texts if t.strip()] == [t for t in self.head.texts if t.strip()]

    def _spoiled(self, numbers: Sequence[int]) -> None:
        """A fault for each cell of the data that holds no plain value, and the steps of its number formats."""
        kept = set(numbers) | ({self.head.last + 1} if self.head.last == 0 else set())
        names = {position: named.column.name for position, named in self.named.items()}
        for spot in sorted(self.grid.spoiled):
            if spot[0] + 1 in kept:
                code, args = self.grid.spoiled[spot]
                where = self.layout.table, spot[0] + 1, names.get(spot[1])
                self.faults.append(Fault(code, *where, address(spot), {"cell": address(spot), **args}))
        for spot in sorted(self.grid.seen):
            if spot[0] + 1 in kept and spot[0] > self.head.last:
                found = self.grid.seen[spot]
                self.steps.add(found.kind, names.get(spot[1]), self.grid.place(spot), found.seen, found.used)
        for top, left, bottom, right in self.grid.merged:
            if not kept.isdisjoint(range(top + 1, bottom + 2)) and (top > self.head.last or self.head.last == 0):
                cells = f"{address((top, left))}:{address((bottom, right))}"
                where = self.layout.table, top + 1, names.get(left)
                self.faults.append(Fault("merged_cells", *where, cells, {"cells": cells}))

    def _long(self, raw: RawTable) -> RawTable:
        """A wide table as a long one; any other as it is."""
        present = {named.column.name for named in self.named.values()}
        for way in self.layout.ways:
            if {*way.keys, way.value} & present:
                continue
            for texts in (self.head.whole, self.head.texts):
                said = {i: keys for i, text in enumerate(texts) if i not in self.named and (keys := way.says(text))}
                if said:
                    return self._unfolded(raw, way, said)
        return raw

    def _unknown_beside(self, raw: RawTable, others: Sequence[int]) -> None:
        """A fault for each filled column beside the wide ones whose heading is known nowhere: it may be one of them."""
        for i in others:
            heading = raw.headings[i]
            known = i in self.named or not heading.strip() or folded(heading) in self.layout.elsewhere
            if not known and any(not is_blank(row[i]) for row in raw.rows):
                where = self.layout.table, self.head.last + 1, None
                self.faults.append(Fault("wide_heading_unknown", *where, shown(heading)))

    def _unfolded(self, raw: RawTable, way: Wide, said: Mapping[int, tuple[str, ...]]) -> RawTable:
        """One row for each filled cell under a heading of the wide kind; sums beside them are left out."""
        others = [i for i in range(len(raw.headings)) if i not in said and squeeze(raw.headings[i]) not in SUMMARIES]
        self._unknown_beside(raw, others)
        rows: list[Sequence[Cell]] = []
        numbers, sources = [], []
        for number, row in zip(raw.numbers, raw.rows, strict=True):
            for i, keys in said.items():
                if not is_blank(row[i]) or isinstance(row[i], Refused):
                    rows.append([*(row[k] for k in others), *keys, row[i]])
                    numbers.append(number)
                    sources.append(i)
        first = min(said)
        heads = ", ".join(as_seen(self.head.texts[i]) for i in said)
        place = self.grid.place((self.head.last, first))
        self.steps.add(way.kind, way.value, place, heads, " ".join([*way.keys, way.value]))
        headings = [*(raw.headings[i] for i in others), *way.keys, way.value]
        columns = [*others, *[None] * (len(way.keys) + 1)]
        return replace(raw, headings=headings, rows=rows, numbers=numbers, columns=columns, sources=sources)


def _percent(share: Fraction) -> str:
    """A weight as a percentage, exactly; as a fraction where it has no finite decimals."""
    whole = share * 100
    digits = whole.denominator
    for prime in (2, 5):
        while digits % prime == 0:
            digits //= prime
    return f"{decimal_text(Decimal(whole.numerator) / whole.denominator)}%" if digits == 1 else str(share)
