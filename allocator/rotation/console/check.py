"""What the check shows of a sound case of exchange and rotation: how large it is, who is due, and the pins."""

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from allocator.console.language import words
from allocator.console.page import Page
from allocator.rotation.duties import Due, duties
from allocator.rotation.labels import Labels
from models.rotation.codes import DUTIES
from models.rotation.tables import PostPin

if TYPE_CHECKING:
    from allocator.files.draft import Draft
    from allocator.rotation.check import Checked


def counted(draft: "Draft") -> str:
    """That the case is sound, with its people, units and posts."""
    rows = draft.rows
    sizes = {"people": len(rows["officers"]), "units": len(rows["units"]), "posts": len(rows["posts"])}
    return words("rotation.check.sound", **sizes)


def grounds(page: Page, checked: "Checked", labels: Labels) -> None:
    """How many are due, by duty and article, and the pins."""
    if checked.roster is None:
        return
    due = duties(checked.roster)
    page.heading("rotation.check.due")
    rows = [[words(f"rotation.duty.{duty}"), articles, str(count)] for duty, articles, count in _counts(due.values())]
    page.table([words("rotation.head.duty"), words("head.article"), words("head.count")], rows, numbers=[2])
    pins_block(page, labels.pins, labels)


def pins_block(page: Page, pins: Iterable[PostPin], labels: Labels) -> None:
    """Every post assigned or forbidden, with its reason and authority; nothing without pins."""
    rows = [
        [
            labels.person(pin.person_id),
            labels.post(pin.post_id),
            words(f"pin.{pin.mode}"),
            pin.reason,
            pin.authority,
        ]
        for pin in pins
    ]
    if rows:
        page.heading("pin.heading", count=len(rows))
        heads = [words("head.person"), words("rotation.head.post")]
        page.table([*heads, words("pin.mode"), words("pin.reason"), words("pin.authority")], rows)


def grounds_document(checked: "Checked") -> dict[str, Any]:
    """The same as data."""
    if checked.roster is None:
        return {"due": {}}
    found = duties(checked.roster)
    return {
        "due": {
            person: {"duty": due.duty, "articles": list(due.articles), "overdue": due.overdue}
            for person, due in found.items()
            if due.duty != "none"
        }
    }


def _counts(due: Iterable[Due]) -> list[tuple[str, str, int]]:
    """How many people have each duty by the same articles, in the order of the duties."""
    counts = Counter((DUTIES.index(one.duty), one.duty, " ".join(one.articles)) for one in due if one.duty != "none")
    return [(duty, articles, count) for (_, duty, articles), count in sorted(counts.items())]
