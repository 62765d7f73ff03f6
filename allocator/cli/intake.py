"""The verb ``intake``: an officer's own workbooks made into a plain case, with where every value comes from."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from allocator.console.failures import DONE, INVALID, fault_document
from allocator.console.misuse import Misuse
from allocator.console.options import AsJson, Rulebook, Strict
from allocator.console.outputs import refuse_file, write_one
from allocator.console.page import Page
from allocator.console.show import document, result

if TYPE_CHECKING:
    from allocator.exercise import Checked
    from allocator.files import Draft

Files = Annotated[list[Path], typer.Argument(metavar="FILES...")]
Target = Annotated[Path | None, typer.Option("--output", "-o", metavar="CASE")]
MappingFile = Annotated[Path | None, typer.Option("--mapping", metavar="FILE")]
Proposal = Annotated[Path | None, typer.Option("--propose", metavar="FILE")]


def intake(
    files: Files,
    output: Target = None,
    rulebook: Rulebook = None,
    mapping: MappingFile = None,
    propose: Proposal = None,
    strict: Strict = False,
    as_json: AsJson = False,
) -> int:
    """Reads one or several files, lists how they were read, and writes the plain case folder with ``intake.csv``."""
    if output is None and propose is None:
        raise Misuse("intake_needs_target")
    refuse_file(output)
    from allocator.cli.check import check_document
    from allocator.console.language import language
    from allocator.console.session import as_it_stands
    from allocator.console.wording import use_labels_of
    from allocator.exercise import Opened
    from allocator.exercises import exercise_of_any
    from allocator.faults import InvalidInput
    from allocator.files import find_rulebook
    from allocator.files.intake import ORIGINS_FILE, case_files, read_files, unknown_headings
    from allocator.files.mappings import proposed

    exercise = exercise_of_any(files)
    use_labels_of(exercise)
    book = exercise.read_rulebook(rulebook or next((found for path in files if (found := find_rulebook(path))), None))
    form = exercise.form(book)
    draft, sources = read_files(files, form, mapping)
    checked = exercise.check(draft, book, None)
    if strict:
        checked = as_it_stands(draft.readings, checked)
    opened = Opened(files[0], draft, book, checked, exercise, language())
    if propose is not None and (unknown := unknown_headings(sources, form)):
        write_one(propose, proposed(unknown, form))
        result("intake.proposed", path=propose)
    if as_json:
        document({"wrote": None if checked.faults or output is None else str(output), **check_document(opened)})
    else:
        _show(draft, checked)
    if checked.case is None:
        return INVALID
    if output is not None:
        from allocator.files.atomic import write_folder_atomically

        try:
            write_folder_atomically(output, case_files(checked.case, sources, form))
        except InvalidInput as invalid:
            if as_json:
                document({"faults": [fault_document(fault) for fault in invalid.faults]})
            raise
        if not as_json:
            result("intake.done", path=output, origins=ORIGINS_FILE)
    return DONE


def _show(draft: "Draft", checked: "Checked") -> None:
    from allocator.cli.check import faults_block, readings_block

    page = Page()
    readings_block(page, draft)
    faults_block(page, checked)
    page.show()
