"""Cases of the competition in and out of files."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from allocator.competition.files.form import form_of
from allocator.files import case_reader, case_writer, intake, template
from allocator.files.draft import Draft
from allocator.files.inputs import Bytes
from allocator.files.mappings import Mapped
from allocator.files.origins import Sources
from allocator.files.raw import RawTable
from allocator.words import Lang
from models.competition.case import Case
from models.competition.rulebook import Rulebook


def read_case(path: Path, rulebook: Rulebook) -> Draft:
    """Reads a case. Whatever is wrong with it is among the draft's faults; this never raises for bad content.

    Args:
        path: a folder with a csv file a table or with workbooks, a workbook with a sheet a table, or a ``.json`` file.
        rulebook: names the exam papers, appraisal heads and voter groups.
    """
    return case_reader.read_case(path, form_of(rulebook))


def read_contents(contents: Sequence[Bytes], rulebook: Rulebook) -> tuple[Draft, Mapping[str, RawTable]]:
    """Reads a case whose files are in memory, as :func:`read_case` does, and gives its tables as they stand too."""
    return case_reader.read_contents(contents, form_of(rulebook))


def read_contents_with_sources(contents: Sequence[Bytes], rulebook: Rulebook, names: Mapped) -> tuple[Draft, Sources]:
    """The same with a bureau's own names, and with where each value stood."""
    return case_reader.read_contents_with_sources(contents, form_of(rulebook), names)


def read_files(paths: Sequence[Path], rulebook: Rulebook, mapping: Path | None) -> tuple[Draft, Sources]:
    """The case in some files and folders, and where each of its values stood.

    Raises:
        InvalidInput: when a file or the mapping cannot be read.
    """
    return intake.read_files(paths, form_of(rulebook), mapping)


def write_case(case: Case, path: Path) -> None:
    """Writes a case: a folder where the name has no suffix, a workbook for ``.xlsx``, JSON for ``.json``.

    Raises:
        InvalidInput: for another suffix, a file that is there already, a folder that is not empty, or a path that
            cannot be written.
    """
    case_writer.write_case(case, path, form_of(Rulebook()))


def write_template(path: Path, lang: Lang) -> None:
    """Writes empty tables with headings in a language and one marked example row each, which reading passes over.

    Raises:
        InvalidInput: as :func:`write_case`.
    """
    template.write_template(path, lang, form_of(Rulebook()))
