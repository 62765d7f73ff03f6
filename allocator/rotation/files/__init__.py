"""Cases, rulebooks and outcomes of exchange and rotation in and out of files."""

from pathlib import Path

from allocator.files import case_reader, case_writer, outcomes, rulebooks, template
from allocator.files.draft import Draft
from allocator.files.rulebooks import RulebookForm
from allocator.rotation.files.form import FIRST_KEY, form
from allocator.words import Lang
from models.rotation.case import RotationCase
from models.rotation.outcome import RotationOutcome
from models.rotation.rulebook import RotationRulebook

__all__ = [
    "FIRST_KEY",
    "RULEBOOK",
    "form",
    "read_case",
    "read_outcome",
    "read_rulebook",
    "write_case",
    "write_template",
]

RULEBOOK = RulebookForm(model=RotationRulebook, shares=frozenset(["exchange_share", "move_share"]))


def read_case(path: Path) -> Draft:
    """Reads a case. Whatever is wrong with it is among the draft's faults; this never raises for bad content."""
    return case_reader.read_case(path, form())


def read_rulebook(path: Path | None) -> RotationRulebook:
    """Reads a rulebook; ``None`` gives the built-in ``exchange-rotation``.

    Raises:
        InvalidInput: with a fault for each key that is unknown and each value that is not of its form.
    """
    return rulebooks.read_rulebook(path, RULEBOOK)


def read_outcome(path: Path) -> RotationOutcome:
    """Reads an outcome.

    Raises:
        InvalidInput: with a fault for each field that is missing, unknown or not of its form.
    """
    return outcomes.read_outcome(path, RotationOutcome)


def write_case(case: RotationCase, path: Path) -> None:
    """Writes a case: a folder where the name has no suffix, a workbook for ``.xlsx``, JSON for ``.json``.

    Raises:
        InvalidInput: for another suffix, a file that is there already, a folder that is not empty, or a path that
            cannot be written.
    """
    case_writer.write_case(case, path, form())


def write_template(path: Path, lang: Lang) -> None:
    """Writes empty tables with headings in a language and one marked example row each, which reading passes over.

    Raises:
        InvalidInput: as :func:`write_case`.
    """
    template.write_template(path, lang, form())
