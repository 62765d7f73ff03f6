"""How a batch shows on the screen: a bar with the time left, and the summary as text."""

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Any

from allocator.console.language import words
from allocator.console.page import Page
from allocator.console.show import note

if TYPE_CHECKING:
    from allocator.batch import Count
    from allocator.batch.summary import Summary

TELL_EVERY = 10.0


class Bar:
    """The progress of a batch on standard error: a bar on a terminal, elsewhere a line every ten seconds."""

    def __init__(self) -> None:
        self._began = self._told = time.monotonic()
        self._announced = False
        self._drawn: Any = None
        self._task: Any = None

    def __enter__(self) -> "Bar":
        if sys.stderr.isatty():
            self._drawn = _drawn_bar()
            self._drawn.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._drawn is not None:
            self._drawn.stop()

    def __call__(self, count: "Count") -> None:
        """Takes how far the batch is."""
        if not self._announced:
            self._announced = True
            note("batch.planned", rows=count.rows, before=count.before)
        if self._drawn is not None:
            failed = words("batch.bar_failed", failed=count.failed) if count.failed else ""
            if self._task is None:
                self._task = self._drawn.add_task(words("batch.bar"), total=count.rows - count.before, failed=failed)
            self._drawn.update(self._task, completed=count.known - count.before, failed=failed)
        elif time.monotonic() - self._told >= TELL_EVERY:
            self._told = time.monotonic()
            left = _seconds_left(count, self._told - self._began)
            note("batch.progress", known=count.known, rows=count.rows, failed=count.failed, left=left)


def _seconds_left(count: "Count", elapsed: float) -> str:
    done = count.known - count.before
    return f"{elapsed * (count.rows - count.known) / done:.0f}" if done else "?"


def _drawn_bar() -> Any:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[failed]}"),
        console=Console(stderr=True),
    )


def summary_text(summary: "Summary") -> str:
    """The summary for reading, in the language in force."""
    from allocator.batch.summary_text import tables_of

    page = Page()
    page.say("batch.advisory")
    for part in tables_of(summary, words):
        page.blocks += ["", f"== {part.heading} =="]
        page.blocks += part.lines
        if part.table is not None:
            page.table(part.table.headings, part.table.rows, part.table.numbers)
    return page.plain()
