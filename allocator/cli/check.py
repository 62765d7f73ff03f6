"""The verb ``check``: every fault of a case in one run, then the stages its data suffice for."""

from typing import TYPE_CHECKING, Any

from allocator.cli._failures import DONE, INVALID, column_name, fault_document, fault_rows, table_name
from allocator.cli._grounds import outside_block, outside_contest, pins_block
from allocator.cli._labels import Labels
from allocator.cli._language import words
from allocator.cli._options import AsJson, CaseOptions, with_groups
from allocator.cli._page import Page
from allocator.cli._session import examine
from allocator.cli._show import document
from allocator.cli._solving import reading_document
from allocator.words import CATALOGUE

if TYPE_CHECKING:
    from allocator.competition.check import Checked
    from allocator.files import Draft


@with_groups
def check(asked: CaseOptions, as_json: AsJson = False) -> int:
    """Lists faults and warnings, then says which stages can be run."""
    draft, _, checked = examine(asked)
    if as_json:
        document(check_document(draft, checked))
    else:
        check_page(draft, checked).show()
    return INVALID if checked.faults else DONE


def check_page(draft: "Draft", checked: "Checked") -> Page:
    """Faults, warnings and readiness, for reading."""
    page = Page()
    labels = Labels(checked.case)
    readings_block(page, draft)
    if checked.faults:
        faults_block(page, checked)
        return page
    page.say("check.sound", people=len(draft.rows["people"]), sections=len(draft.rows["sections"]))
    notices = (*draft.notices, *checked.warnings)
    if notices:
        page.heading("check.warnings", count=len(notices))
        for notice in notices:
            page.text(f"- {labels.notice(notice)}  [{notice.code}]")
    if checked.scores is not None:
        outside_block(page, checked.scores, labels)
    pins_block(page, labels.pins, labels)
    page.heading("check.readiness")
    rows = []
    for stage, (ready, missing, waits_for) in _readiness(checked).items():
        state = words("check.ready") if ready else words("check.not_ready")
        why = words("check.missing", tables=[table_name(t) for t in missing]) if missing else ""
        if waits_for and not missing:
            why = words("check.waits", stage=words(f"arg.stage.{waits_for}"))
        rows.append([words(f"arg.stage.{stage}"), state, why])
    page.table([words("check.stage"), words("check.state"), words("check.why")], rows)
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


def _readiness(checked: "Checked") -> dict[str, tuple[bool, tuple[str, ...], str | None]]:
    from allocator.competition.check import readiness

    if checked.scores is None:
        return {}
    return {stage: (one.ready, one.missing, one.waits_for) for stage, one in readiness(checked.scores).items()}


def check_document(draft: "Draft", checked: "Checked") -> dict[str, Any]:
    """Faults, warnings, readings and readiness as data."""
    labels = Labels(checked.case)
    return {
        "faults": [fault_document(fault) for fault in checked.faults],
        "warnings": [
            {"code": notice.code, "args": dict(notice.args), "text": labels.notice(notice)}
            for notice in (*draft.notices, *checked.warnings)
        ],
        "not_entrants": {} if checked.scores is None else outside_contest(checked.scores),
        "readiness": {
            stage: {"ready": ready, "missing": missing, "waits_for": waits_for}
            for stage, (ready, missing, waits_for) in _readiness(checked).items()
        },
        "readings": [{**reading_document(one), "text": words(f"reading.kind.{one.kind}")} for one in draft.readings],
        "files": dict(sorted(draft.files.items())),
    }
