"""Where every value of a case stood: file, sheet, cell, what is seen there, and how it was read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from allocator.files.assembling import Assembled
from allocator.files.form import CaseForm
from allocator.files.lenient import text_of
from allocator.files.raw import RawTable, as_seen

HEADINGS = ("table", "row_key", "column", "value", "file", "sheet", "cell", "seen", "reading")


@dataclass(frozen=True)
class Sources:
    """The tables of a case as they stood and as they were read."""

    tables: Mapping[str, Assembled]
    info: RawTable | None = None
    form: CaseForm | None = None


def origins(sources: Sources) -> Iterator[Sequence[str]]:
    """One row for each filled value, in the order of tables, rows and columns, the headings first."""
    yield HEADINGS
    if sources.info is not None:
        for i, row in enumerate(sources.info.rows):
            place = sources.info.place(i, 1)
            key, value = as_seen(row[0]), as_seen(row[1])
            yield "case", key, "value", value, place.file, place.sheet, place.cell, value, ""
    for table in sorted(sources.tables):
        yield from _of_table(table, sources.tables[table], sources.form.layouts[table].key if sources.form else ())


def _of_table(table: str, made: Assembled, key: tuple[str, ...]) -> Iterator[Sequence[str]]:
    if made.raw is None:
        return
    names = {column.column.name: column for column in made.columns}
    keys = [names[name] for name in key if name in names]
    for i in range(len(made.raw.rows)):
        row_key = " | ".join(text_of(column.values[i]) for column in keys)
        for column in made.columns:
            value = text_of(column.values[i])
            seen = as_seen(made.raw.rows[i][column.position])
            if value or seen:
                place = made.raw.place(i, column.position)
                kind = column.kinds.get(i, "")
                yield table, row_key, column.column.name, value, place.file, place.sheet, place.cell, seen, kind
