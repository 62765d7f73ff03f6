"""What the check shows of a sound case of the competition: how large it is, who stands outside, what is ready."""

from typing import TYPE_CHECKING, Any

from allocator.competition.console.grounds import outside_block, outside_contest, pins_block
from allocator.competition.labels import Labels
from allocator.console.failures import table_name
from allocator.console.language import words
from allocator.console.page import Page

if TYPE_CHECKING:
    from allocator.competition.check import Checked
    from allocator.files import Draft


def counted(draft: "Draft") -> str:
    """That the case is sound, with its people and sections."""
    return words("check.sound", people=len(draft.rows["people"]), sections=len(draft.rows["sections"]))


def grounds(page: Page, checked: "Checked", labels: Labels) -> None:
    """Who does not contest a chief post, the pins, and which stages the data suffice for."""
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


def grounds_document(checked: "Checked") -> dict[str, Any]:
    """The same as data."""
    scores = checked.ready
    return {
        "not_entrants": {} if scores is None else outside_contest(scores),
        "readiness": {
            stage: {"ready": ready, "missing": missing, "waits_for": waits_for}
            for stage, (ready, missing, waits_for) in _readiness(checked).items()
        },
    }


def _readiness(checked: "Checked") -> dict[str, tuple[bool, tuple[str, ...], str | None]]:
    from allocator.competition.check import readiness

    if checked.ready is None:
        return {}
    return {stage: (one.ready, one.missing, one.waits_for) for stage, one in readiness(checked.ready).items()}
