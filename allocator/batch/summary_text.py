"""The summary in words: headings, sentences and tables, the same on the screen, in the text file and on the page."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from allocator.batch.summary import Gap, Spread, Summary, Worst
from allocator.words import CATALOGUE
from models.common.base import thousandths_text

Words = Callable[..., str]
SCORES = frozenset({"composite", "quantification"})


@dataclass(frozen=True)
class Table:
    """Headings, rows, and the columns that hold numbers."""

    headings: Sequence[str]
    rows: Sequence[Sequence[str]]
    numbers: Sequence[int] = ()


@dataclass(frozen=True)
class Said:
    """One part of the summary."""

    name: str
    heading: str
    lines: tuple[str, ...] = ()
    table: Table | None = None


def tables_of(summary: Summary, words: Words) -> list[Said]:
    """The parts of the summary that have something to say."""
    parts = [_all(summary, words)]
    if summary.errors:
        parts.append(_errors(summary, words))
    if summary.served:
        parts.append(_served(summary, words))
    if summary.gaps:
        parts.append(_gaps(summary, words))
    if summary.optimal:
        parts.append(_proofs(summary, words))
    if summary.worst:
        parts.append(_worst(summary, words))
    return parts


def book_names(summary: Summary) -> dict[str, str]:
    """What each rulebook is called here: its file without the folders, unless two files have one name."""
    books = {one.rulebook for one in summary.served}
    files = Counter(PurePath(book).name for book in books)
    return {book: PurePath(book).name if files[PurePath(book).name] == 1 else book for book in books}


def _all(summary: Summary, words: Words) -> Said:
    counts = {name: getattr(summary, name) for name in ("rows", "failed", "optimal", "proven", "violated")}
    return Said("all", words("batch.part.all"), (words("batch.counts", **counts),))


def _errors(summary: Summary, words: Words) -> Said:
    rows = [[code, str(count), case, error_meaning(code, words)] for code, count, case in summary.errors]
    heads = [words(f"batch.head.{name}") for name in ("error", "runs", "first_case", "meaning")]
    return Said("errors", words("batch.part.errors"), (), Table(heads, rows, [1]))


def error_meaning(code: str, words: Words) -> str:
    """What an error of the batch itself means; for a fault of the case, which verb tells all of it."""
    own = f"batch.error.{code}"
    return words(own if own in CATALOGUE else "batch.error.of_case")


def _served(summary: Summary, words: Words) -> Said:
    heads = ["rulebook", "method", "runs", "people", "placed", "round_1", "round_2", "round_3_on", "no_wish"]
    heads += ["unplaced", "vacant_chiefs", "vacant_seats", "ties"]
    rows, names = [], book_names(summary)
    for one in summary.served:
        numbers = [one.runs, one.people, one.placed, *one.by_wish, one.unplaced]
        numbers += [one.vacant_chiefs, one.vacant_seats, one.ties]
        rows.append([names[one.rulebook], words(f"method.{one.method}"), *map(str, numbers)])
    table = Table([words(f"batch.head.{name}") for name in heads], rows, range(2, len(heads)))
    return Said("served", words("batch.part.served"), (words("batch.wishes_told"),), table)


def _gaps(summary: Summary, words: Words) -> Said:
    names = book_names(summary)
    heads = ["rulebook", "stage", "level", "better", "equal", "worse", "least", "low", "middle", "high", "greatest"]
    rows = [
        [
            names[gap.rulebook],
            words(f"arg.stage.{gap.stage}"),
            words(f"level.{gap.level}"),
            *map(str, (gap.better, gap.equal, gap.worse)),
            *(level_text(gap, value) for value in _five(gap.spread)),
        ]
        for gap in summary.gaps
    ]
    table = Table([words(f"batch.head.{name}") for name in heads], rows, range(3, len(heads)))
    return Said("gaps", words("batch.part.gaps"), (words("batch.gaps_told"),), table)


def level_text(gap: Gap, value: float) -> str:
    """A value of a level: points for scores, else a count."""
    return thousandths_text(int(value)) if gap.level in SCORES else f"{value:.0f}"


def _five(spread: Spread) -> tuple[float, ...]:
    return (spread.least, spread.low, spread.middle, spread.high, spread.greatest)


def _proofs(summary: Summary, words: Words) -> Said:
    spread = Spread.of(summary.proofs)
    if spread is None:
        return Said("proofs", words("batch.part.proofs"), (words("batch.no_proofs"),))
    names = ("least", "low", "middle", "high", "greatest")
    line = words("batch.proofs_told", proven=summary.proven, optimal=summary.optimal)
    table = Table([words(f"batch.head.{name}") for name in names], [[seconds(v) for v in _five(spread)]], range(5))
    return Said("proofs", words("batch.part.proofs"), (line,), table)


def seconds(value: float) -> str:
    """Seconds to the hundredth."""
    return f"{value:.2f}"


def _worst(summary: Summary, words: Words) -> Said:
    heads = [words(f"batch.head.{name}") for name in ("measure", "value", "case", "rulebook", "method")]
    names = book_names(summary)
    rows = [
        [
            words(f"batch.worst.{one.measure}"),
            _measured(one),
            one.case,
            names[one.rulebook],
            words(f"method.{one.method}"),
        ]
        for one in summary.worst
    ]
    return Said("worst", words("batch.part.worst"), (), Table(heads, rows, [1]))


def _measured(one: Worst) -> str:
    return seconds(one.value) if one.measure in ("proof", "unproven") else f"{one.value:.0f}"
