"""The verb ``intake``: an officer's own workbooks made into a plain case, with where every value comes from."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from allocator.cli._failures import DONE, INVALID, fault_document
from allocator.cli._help import Misuse
from allocator.cli._options import AsJson, Rulebook, Strict
from allocator.cli._outputs import refuse_file, write_one
from allocator.cli._page import Page
from allocator.cli._show import document, result

if TYPE_CHECKING:
    from allocator.competition.check import Checked
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
    from allocator.cli._session import as_it_stands
    from allocator.cli.check import check_document
    from allocator.competition.check import check
    from allocator.competition.files import form_of, read_files, read_rulebook
    from allocator.faults import InvalidInput
    from allocator.files import find_rulebook
    from allocator.files.intake import ORIGINS_FILE, case_files, unknown_headings
    from allocator.files.mappings import proposed

    book = read_rulebook(rulebook or next((found for path in files if (found := find_rulebook(path))), None))
    draft, sources = read_files(files, book, mapping)
    checked = check(draft, book)
    if strict:
        checked = as_it_stands(draft, checked)
    if propose is not None and (unknown := unknown_headings(sources, form_of(book))):
        write_one(propose, proposed(unknown, form_of(book)))
        result("intake.proposed", path=propose)
    if as_json:
        document({"wrote": None if checked.faults or output is None else str(output), **check_document(draft, checked)})
    else:
        _show(draft, checked)
    if checked.case is None:
        return INVALID
    if output is not None:
        from allocator.files.atomic import write_folder_atomically

        try:
            write_folder_atomically(output, case_files(checked.case, sources, form_of(book)))
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
