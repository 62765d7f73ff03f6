"""Grounds that stand beside a result: whose word a pin rests on, and why somebody does not contest a chief post."""

from typing import TYPE_CHECKING

from allocator.competition.labels import Labels
from allocator.console.language import joined, words
from allocator.console.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterable

    from allocator.competition.scoring import Scores
    from models.competition.filings import Pin


def pins_block(page: Page, pins: "Iterable[Pin]", labels: Labels) -> None:
    """Every seat assigned or forbidden, with its reason and authority; nothing without pins."""
    rows = [
        [
            labels.person(pin.person_id),
            labels.section(pin.section_id),
            words(f"arg.role.{pin.role}"),
            words(f"pin.{pin.mode}"),
            pin.reason,
            pin.authority,
        ]
        for pin in pins
    ]
    if not rows:
        return
    page.heading("pin.heading", count=len(rows))
    heads = [words(f"head.{name}") for name in ("person", "section", "role")]
    page.table([*heads, words("pin.mode"), words("pin.reason"), words("pin.authority")], rows)


def outside_contest(scores: "Scores") -> dict[str, tuple[str, ...]]:
    """The present chiefs and candidates who do not contest a chief post, each with every reason."""
    return {
        person_id: record.bars
        for person_id, record in sorted(scores.tracks.items())
        if record.track in ("incumbent", "candidate") and not record.entrant
    }


def outside_block(page: Page, scores: "Scores", labels: Labels) -> None:
    """Why present chiefs and candidates are no entrants; nothing where all of them are."""
    outside = outside_contest(scores)
    if not outside:
        return
    page.heading("outside.heading", count=len(outside))
    rows = [
        [
            labels.person(person_id),
            words(f"track.{scores.tracks[person_id].track}"),
            joined((words(f"bar.{bar}") for bar in bars), "semicolon"),
        ]
        for person_id, bars in outside.items()
    ]
    page.table([words("head.person"), words("head.track"), words("head.reason")], rows)
