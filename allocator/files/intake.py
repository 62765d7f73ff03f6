"""Reading an officer's files, one or several, with their own names for tables and columns, for the plain case."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from allocator.files.case_reader import read_contents_with_sources
from allocator.files.case_writer import case_tables, csv_bytes
from allocator.files.draft import Draft
from allocator.files.form import CaseForm
from allocator.files.heading_forms import headings_of, squeeze
from allocator.files.inputs import Bytes, kind_of, read_bytes
from allocator.files.mappings import MAPPING_FILE, NOTHING, read_mapping
from allocator.files.origins import Sources, origins
from allocator.files.rulebooks import RULEBOOK_FILE
from allocator.tabular import BOM
from allocator.words._sheets import SUMMARIES
from models.common.base import Frozen

ORIGINS_FILE = "intake.csv"


def read_files(paths: Sequence[Path], form: CaseForm, mapping: Path | None) -> tuple[Draft, Sources]:
    """The case in some files and folders, and where each of its values stood.

    Args:
        paths: workbooks, csv or JSON files, or folders of them; a ``mapping.toml`` among them is used.
        form: the tables of the exercise.
        mapping: a file of the bureau's own names, instead of the ``mapping.toml``.

    Raises:
        InvalidInput: when a file or the mapping cannot be read.
    """
    found: list[Path] = []
    for path in paths:
        inside = sorted(path.iterdir()) if kind_of(path) == "folder" else [path]
        found += [one for one in inside if one == path or (one.is_file() and not one.name.startswith((".", "~$")))]
    mapping = mapping or next((one for one in found if one.name == MAPPING_FILE), None)
    names = NOTHING if mapping is None else read_mapping(mapping, form)
    contents: list[Bytes] = [
        read_bytes(one) for one in found if one.name not in (MAPPING_FILE, RULEBOOK_FILE, ORIGINS_FILE)
    ]
    return read_contents_with_sources(contents, form, names)


def unknown_headings(sources: Sources, form: CaseForm) -> Mapping[str, Sequence[str]]:
    """The headings of each table that lacks a required column, which are none that is known anywhere."""
    known = form.layouts
    found: dict[str, list[str]] = {}
    for table, made in sources.tables.items():
        if made.raw is None:
            continue
        present = {one.column.name for one in made.columns}
        if all(column.name in present for column in known[table].columns if column.required):
            continue
        headings = headings_of(known[table])
        rest = [text for text in made.raw.headings if text.strip() and headings.of(text) is None]
        rest = [text for text in rest if squeeze(text) not in SUMMARIES and squeeze(text) not in known[table].elsewhere]
        if rest:
            found[table] = rest
    return found


def case_files(case: Frozen, sources: Sources, form: CaseForm) -> Mapping[str, bytes]:
    """The files of the plain case folder: a csv file a table, where each value comes from."""
    files = {f"{table}.csv": BOM + csv_bytes(rows) for table, rows in case_tables(case, form)}
    return {**files, ORIGINS_FILE: BOM + csv_bytes(list(origins(sources)))}
