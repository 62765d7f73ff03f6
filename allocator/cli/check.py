"""The verb ``check``: every fault of a case in one run, then the stages its data suffice for."""

from typing import TYPE_CHECKING, Any

from allocator.console.failures import DONE, INVALID, column_name, fault_document, fault_rows, table_name
from allocator.console.language import words
from allocator.console.options import AsJson, CaseOptions, with_groups
from allocator.console.page import Page
from allocator.console.session import examine
from allocator.console.show import document
from allocator.console.solving import reading_document
from allocator.words import CATALOGUE

if TYPE_CHECKING:
    from allocator.exercise import Checked, Opened
    from allocator.files import Draft


@with_groups
def check(asked: CaseOptions, as_json: AsJson = False) -> int:
    """Lists faults and warnings, then says which stages can be run."""
    opened = examine(asked)
    if as_json:
        document(check_document(opened))
    else:
        check_page(opened).show()
    return INVALID if opened.checked.faults else DONE


def check_page(opened: "Opened") -> Page:
    """Faults, warnings and what the exercise adds to a sound case, for reading."""
    page, draft, checked = Page(), opened.draft, opened.checked
    readings_block(page, draft)
    if checked.faults:
        faults_block(page, checked)
        return page
    labels, screen = opened.labels, opened.exercise.screen
    page.text(screen.counted(draft))
    notices = (*draft.notices, *checked.warnings)
    if notices:
        page.heading("check.warnings", count=len(notices))
        for notice in notices:
            page.text(f"- {labels.notice(notice)}  [{notice.code}]")
    screen.grounds(page, checked, labels)
    return page


def readings_block(page: Page, draft: "Draft") -> None:
    """Every kind of reading once: table, column, how many cells, one example."""
    if not draft.readings:
        return
    page.heading("check.readings", count=len(draft.readings))
    heads = [words(f"check.{name}") for name in ("table", "column", "reading", "cells", "example", "seen", "used")]
    rows = [
        [
            table_name(one.table),
            column_name(one.table, one.column),
            words(f"reading.kind.{one.kind}"),
            str(one.cells),
            one.place.text,
            one.seen,
            used_text(one.used),
        ]
        for one in draft.readings
    ]
    page.table(heads, rows, numbers=[3])


def used_text(used: str) -> str:
    """The value that was used, as people read it: yes and no in words."""
    return words(f"reading.used.{used}") if f"reading.used.{used}" in CATALOGUE else used


def faults_block(page: Page, checked: "Checked") -> None:
    """Every fault, by its place."""
    if checked.faults:
        page.heading("check.faults", count=len(checked.faults))
        heads = [words(f"check.{name}") for name in ("table", "row", "column", "value", "fault", "code")]
        page.table(heads, fault_rows(checked.faults), numbers=[1])


def check_document(opened: "Opened") -> dict[str, Any]:
    """Faults, warnings, readings and what the exercise adds as data."""
    labels, draft, checked = opened.labels, opened.draft, opened.checked
    return {
        "faults": [fault_document(fault) for fault in checked.faults],
        "warnings": [
            {"code": notice.code, "args": dict(notice.args), "text": labels.notice(notice)}
            for notice in (*draft.notices, *checked.warnings)
        ],
        **opened.exercise.screen.grounds_document(checked),
        "readings": [{**reading_document(one), "text": words(f"reading.kind.{one.kind}")} for one in draft.readings],
        "files": dict(sorted(draft.files.items())),
    }
