"""What many runs say together: counts and order statistics, exact wherever the rows are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from allocator.batch.rows import LEVELS, Row, Value, gaps
from models.competition.codes import STAGES, Stage
from models.competition.rulebook import MINIMISED

WORST = 5
"""How many cases each list of the worst holds."""
WITHOUT = ("written_in", "not_asked")


@dataclass(frozen=True)
class Spread:
    """How values are spread: how many there are, and the least, the quartiles and the greatest by nearest rank."""

    count: int
    least: float
    low: float
    middle: float
    high: float
    greatest: float

    @staticmethod
    def of(values: Iterable[float]) -> Spread | None:
        """The spread of some values; ``None`` of none."""
        known = sorted(values)
        if not known:
            return None
        low, middle, high = (known[-(-len(known) * quarter // 4) - 1] for quarter in (1, 2, 3))
        return Spread(len(known), known[0], low, middle, high, known[-1])


@dataclass(frozen=True)
class Gap:
    """One level under both methods: by how much the optimum is better, in how many cases, and how that is spread.

    Positive is better, whichever way the level goes.
    """

    rulebook: str
    stage: Stage
    level: str
    better: int
    equal: int
    worse: int
    spread: Spread


@dataclass(frozen=True)
class Served:
    """How people fared in all runs of one method under one rulebook.

    ``by_wish``: seats given by a stage, by the round of the holder's own filing, last those nobody filed for.
    """

    rulebook: str
    method: str
    runs: int
    people: int
    placed: int
    unplaced: int
    by_wish: tuple[int, int, int, int]
    vacant_chiefs: int
    vacant_seats: int
    ties: int
    vacancies: Spread
    seconds: Spread


@dataclass(frozen=True)
class Worst:
    """A case at the bad end of one measure."""

    measure: str
    case: str
    rulebook: str
    method: str
    value: float


@dataclass(frozen=True)
class Summary:
    """The whole summary; ``proofs`` are the seconds of every proven optimum, sorted."""

    rows: int
    failed: int
    optimal: int
    proven: int
    violated: int
    errors: tuple[tuple[str, int, str], ...]
    served: tuple[Served, ...]
    gaps: tuple[Gap, ...]
    proofs: tuple[float, ...]
    worst: tuple[Worst, ...]


def summary_of(rows: Sequence[Row]) -> Summary:
    """The summary of a batch's rows."""
    done = [row for row in rows if row["state"] == "done"]
    optimal = [row for row in done if row["method"] == "optimal"]
    proven = [row for row in optimal if row["proven"]]
    return Summary(
        rows=len(rows),
        failed=len(rows) - len(done),
        optimal=len(optimal),
        proven=len(proven),
        violated=sum(bool(row["violations"]) for row in done),
        errors=_errors(rows),
        served=tuple(_served(group) for group in _grouped(done, "rulebook", "method")),
        gaps=_gaps(done),
        proofs=tuple(sorted(_number(row["seconds_solve"]) for row in proven)),
        worst=_worst(done, proven),
    )


def _errors(rows: Iterable[Row]) -> tuple[tuple[str, int, str], ...]:
    """Each error with its number of runs and the first case it befell."""
    first: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for row in rows:
        if row["state"] == "failed":
            counts[str(row["error"])] += 1
            first.setdefault(str(row["error"]), str(row["case"]))
    return tuple((code, count, first[code]) for code, count in sorted(counts.items(), key=lambda e: (-e[1], e[0])))


def _grouped(rows: Iterable[Row], *columns: str) -> list[list[Row]]:
    """The rows by equal values of the columns, in the order they first occur."""
    found: dict[tuple[Value, ...], list[Row]] = {}
    for row in rows:
        found.setdefault(tuple(row[column] for column in columns), []).append(row)
    return list(found.values())


def _served(rows: Sequence[Row]) -> Served:
    def total(*columns: str) -> int:
        return sum(_whole(row[column]) for row in rows for column in columns)

    def of_stages(*kinds: str) -> int:
        names = (f"{stage}_{kind}" for stage in STAGES for kind in kinds)
        return total(*(name for name in names if name in rows[0]))

    vacancies = Spread.of(_whole(row["vacant_chiefs"]) + _whole(row["vacant_seats"]) for row in rows)
    seconds = Spread.of(_number(row["seconds_solve"]) for row in rows)
    assert vacancies is not None and seconds is not None
    return Served(
        rulebook=str(rows[0]["rulebook"]),
        method=str(rows[0]["method"]),
        runs=len(rows),
        people=total("people"),
        placed=total("placed"),
        unplaced=total("unplaced"),
        by_wish=(of_stages("round_1"), of_stages("round_2"), of_stages("round_3_on"), of_stages(*WITHOUT)),
        vacant_chiefs=total("vacant_chiefs"),
        vacant_seats=total("vacant_seats"),
        ties=total("ties"),
        vacancies=vacancies,
        seconds=seconds,
    )


def _gaps(done: Sequence[Row]) -> tuple[Gap, ...]:
    """For each rulebook, every level that both methods have."""
    found = []
    for group in _grouped((row for row in done), "rulebook"):
        pairs = gaps(group)
        for stage, level in LEVELS:
            name = f"{stage}.{level}"
            both = [(_whole(o[name]), _whole(r[name])) for r, o in pairs if None not in (o[name], r[name])]
            ahead = [rules - best if level in MINIMISED else best - rules for best, rules in both]
            spread = Spread.of(ahead)
            if spread is not None:
                signs = Counter((value > 0) - (value < 0) for value in ahead)
                found.append(Gap(str(group[0]["rulebook"]), stage, level, signs[1], signs[0], signs[-1], spread))
    return tuple(found)


def _worst(done: Sequence[Row], proven: Sequence[Row]) -> tuple[Worst, ...]:
    """The worst cases of each measure; a measure without anything bad has none."""
    ahead = {id(best): abs(_whole(best["placed"]) - _whole(rules["placed"])) for rules, best in gaps(done)}
    unproven = [row for row in done if row["method"] == "optimal" and not row["proven"]]
    measures: tuple[tuple[str, Sequence[Row], Callable[[Row], float]], ...] = (
        ("violations", done, lambda row: _whole(row["violations"])),
        ("unproven", unproven, lambda row: _number(row["seconds_solve"])),
        ("proof", proven, lambda row: _number(row["seconds_solve"])),
        ("unplaced", done, lambda row: _whole(row["unplaced"])),
        ("vacancies", done, lambda row: _whole(row["vacant_chiefs"]) + _whole(row["vacant_seats"])),
        ("placed_gap", [row for row in done if id(row) in ahead], lambda row: ahead[id(row)]),
    )
    found = []
    for measure, among, value in measures:
        ranked = sorted(among, key=lambda row, value=value: (-value(row), str(row["case"])))  # type: ignore[misc]
        for row in ranked[:WORST]:
            if value(row) > 0:
                place = (str(row["case"]), str(row["rulebook"]), str(row["method"]))
                found.append(Worst(measure, *place, value(row)))
    return tuple(found)


def _whole(value: Value) -> int:
    return value if isinstance(value, int) else 0


def _number(value: Value) -> float:
    return value if isinstance(value, int | float) else 0.0


Line = tuple[str, str, str, str, str, str, Value]
HEADINGS = ("part", "rulebook", "method", "stage", "level", "measure", "value")


def summary_lines(summary: Summary) -> list[Line]:
    """The summary as one table, a number a line."""
    lines: list[Line] = [
        ("all", "", "", "", "", name, getattr(summary, name))
        for name in ("rows", "failed", "optimal", "proven", "violated")
    ]
    lines += [("error", "", "", "", "", code, count) for code, count, _ in summary.errors]
    for one in summary.served:
        values = {name: getattr(one, name) for name in ("runs", "people", "placed", "unplaced")}
        values |= dict(zip(("wish_round_1", "wish_round_2", "wish_round_3_on", "no_wish"), one.by_wish, strict=True))
        values |= {name: getattr(one, name) for name in ("vacant_chiefs", "vacant_seats", "ties")}
        values |= _spread("vacancies", one.vacancies) | _spread("seconds", one.seconds)
        lines += [("served", one.rulebook, one.method, "", "", name, value) for name, value in values.items()]
    for gap in summary.gaps:
        values = {"better": gap.better, "equal": gap.equal, "worse": gap.worse, **_spread("gap", gap.spread)}
        lines += [("gap", gap.rulebook, "", gap.stage, gap.level, name, value) for name, value in values.items()]
    proof = Spread.of(summary.proofs)
    lines += [("proof", "", "", "", "", name, value) for name, value in (_spread("seconds", proof)).items()]
    lines += [("worst", one.rulebook, one.method, "", one.case, one.measure, one.value) for one in summary.worst]
    return lines


def _spread(name: str, spread: Spread | None) -> dict[str, float]:
    if spread is None:
        return {}
    return {f"{name}_{part}": getattr(spread, part) for part in ("least", "low", "middle", "high", "greatest")}
