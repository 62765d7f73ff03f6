"""What the stored rows come to: medians, ratios side by side, the growth of time."""

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.specs import BATCHES, COMMANDS, SHAPES, SIZES, Batch, Chain
from benchmarks.store import Row

CHAINS: tuple[Chain, ...] = (*SHAPES, *SIZES)


@dataclass(frozen=True, slots=True)
class Fit:
    """``seconds = factor * people ** exponent``, the straight line of least squares through the logarithms."""

    factor: float
    exponent: float


class Figures:
    """The rows of one day, by spec and peer."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = [row for row in rows if "kind" in row]

    def of(self, name: str, peer: str | None = None) -> list[Row]:
        """The runs of a spec by a peer, in order, those that took place."""
        found = [row for row in self.rows if (row["spec"], row.get("peer")) == (name, peer) and "skipped" not in row]
        return sorted(found, key=lambda row: int(row["run"]))

    def skipped(self, name: str, peer: str) -> str | None:
        """The smaller spec that a peer did not finish, for which it was not run."""
        rows = [row for row in self.rows if (row["spec"], row.get("peer")) == (name, peer)]
        return next((str(row["skipped"]) for row in rows if "skipped" in row), None)

    def median(self, name: str, column: str, peer: str | None = None) -> float | None:
        """The median of a column over the runs of a command or batch."""
        found = [float(row[column]) for row in self.of(name, peer)]
        return statistics.median(found) if found else None

    def failed(self, name: str) -> list[int]:
        """The exit codes of the runs that did not end as they should."""
        return sorted({int(row["exit"]) for row in self.of(name) if row["exit"] != 0})

    def beside(self, name: str, column: str) -> float | None:
        """A command's share of what it took in the version before: the median over runs side by side."""
        pairs = zip(self.of(name), self.of(name, "before"), strict=False)
        found = [float(now[column]) / float(before[column]) for now, before in pairs]
        return statistics.median(found) if found else None

    def times_of(self, name: str, other: str) -> float | None:
        """How many times longer one command took than another: the median over runs of the same turn."""
        pairs = zip(self.of(name), self.of(other), strict=False)
        found = [float(one["wall"]) / float(two["wall"]) for one, two in pairs]
        return statistics.median(found) if found else None

    def ratio(self, spec: Chain) -> tuple[float, bool] | None:
        """How many times longer HiGHS took than the certified engine: the median over runs side by side.

        The second is whether HiGHS finished every run; where it did not, the ratio is at least this.
        """
        pairs = list(zip(self.of(spec.name, "certified"), self.of(spec.name, "highs"), strict=False))
        if not pairs or not all(ours["finished"] for ours, _ in pairs):
            return None
        ratios = [(seconds(theirs) or spec.seconds) / (seconds(ours) or 1e-4) for ours, theirs in pairs]
        return statistics.median(ratios), all(theirs["finished"] for _, theirs in pairs)

    def per_second(self, spec: Batch) -> float | None:
        """Bureaus a second, the median over the runs."""
        found = [int(row["bureaus"]) / float(row["wall"]) for row in self.of(spec.name)]
        return statistics.median(found) if found else None

    def share_of_pool(self, spec: Batch) -> float | None:
        """The speed of a batch beside that of the pool, the median over runs side by side."""
        pool = next(one for one in BATCHES if one.least is not None)
        pairs = zip(self.of(pool.name), self.of(spec.name), strict=False)
        found = [float(ours["wall"]) / float(theirs["wall"]) for ours, theirs in pairs]
        return statistics.median(found) if found else None

    def growth(self) -> list[tuple[int, float]]:
        """The people and the median seconds of the whole commands over which growth is fitted."""
        specs = [spec for spec in COMMANDS if spec.growth and spec.bureau is not None]
        found = [(spec.bureau.people, self.median(spec.name, "wall")) for spec in specs if spec.bureau is not None]
        return [(people, wall) for people, wall in found if wall is not None]

    def by_size(self, peer: str) -> list[tuple[int, float]]:
        """The people and the seconds of the sizes that a peer finished."""
        found: list[tuple[int, float]] = []
        for spec in SIZES:
            times = [seconds(row) for row in self.of(spec.name, peer) if row["finished"]]
            known = [one for one in times if one is not None]
            if known:
                found.append((spec.bureau.people, statistics.median(known)))
        return found

    def contradictions(self) -> list[str]:
        """Levels of which two runs proved different values, or a bound below a proven value."""
        found = []
        for spec in CHAINS:
            values: dict[str, set[Any]] = {}
            for row in self.rows:
                if row["spec"] == spec.name:
                    for level in row.get("levels", ()):
                        if level["proven"]:
                            values.setdefault(level["level"], set()).add(level["value"])
            found += [f"{spec.name} {level}: {sorted(ones)}" for level, ones in values.items() if len(ones) > 1]
        return found


def seconds(row: Row) -> float | None:
    """When a peer had proven its last level, if it finished; counted from when it had the arrays."""
    return float(row["levels"][-1]["seconds"]) if row.get("finished") else None


def fit(points: Sequence[tuple[int, float]]) -> Fit | None:
    """The growth of time with people; nothing for less than two sizes."""
    if len({people for people, _ in points}) < 2:
        return None
    x, y = [math.log(people) for people, _ in points], [math.log(max(wall, 1e-4)) for _, wall in points]
    slope, start = statistics.linear_regression(x, y)
    return Fit(math.exp(start), slope)
