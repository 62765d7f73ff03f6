"""A batch from its plan to its rows."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from allocator.batch.planning import Plan, Unit
from allocator.batch.rows import Record, Row, whole_row
from allocator.batch.store import Store
from allocator.batch.working import Done, work


class SchedulerLost(Exception):
    """The scheduler of a cluster cannot be reached, or no longer."""


class Workforce(Protocol):
    """Whoever does the units: this process, a pool of processes, or a cluster."""

    def work(self, units: Iterable[Unit]) -> Iterator[Done]:
        """The finished runs of the units, in any order."""
        ...


class Here:
    """This process alone."""

    def work(self, units: Iterable[Unit]) -> Iterator[Done]:
        """The finished runs of the units, one after another."""
        for unit in units:
            yield from work(unit)


@dataclass
class Count:
    """How far a batch is: rows in all, rows known, of them failed, and rows that were known when it began."""

    rows: int
    known: int = 0
    failed: int = 0
    before: int = 0

    def add(self, record: Record, rows: int) -> None:
        """Takes a finished run that stands in so many rows."""
        self.known += rows
        self.failed += rows * record.failed


Tell = Callable[[Count], None]


def run_batch(plan: Plan, store: Store, workforce: Workforce, tell: Tell = lambda _count: None) -> tuple[Row, ...]:
    """Does what is not yet done, storing every run as soon as it is finished, and gives all rows in the plan's order.

    The store must be open. Whoever stops this loses no finished run: the same plan goes on where it was.
    """
    known = _Known(plan)
    units = [unit for unit in (_remaining(unit, store, known) for unit in plan.units) if unit.runs]
    known.count.before = known.count.known
    for run, record in plan.lost.items():
        known.add(run, record)
    tell(known.count)
    for done in workforce.work(units) if units else ():
        store.keep(done)
        known.add(done.run, done.record)
        tell(known.count)
    return tuple(whole_row(planned, known.records[run]) for planned, run in plan.rows)


class _Known:
    """The records so far; a run that stands in several rows counts for each."""

    def __init__(self, plan: Plan) -> None:
        self.records: dict[str, Record] = {}
        self.count = Count(len(plan.rows))
        self._times = Counter(run for _, run in plan.rows)

    def add(self, run: str, record: Record) -> None:
        self.records[run] = record
        self.count.add(record, self._times[run])


def _remaining(unit: Unit, store: Store, known: _Known) -> Unit:
    """What of a unit is still to be done; the rest is taken from the store."""
    remaining = []
    for run in unit.runs:
        stored = store.stored(run.name, unit.time_limit, unit.keep_outcomes)
        if stored is None:
            remaining.append(run)
        else:
            known.add(run.name, stored)
    return unit.only(remaining)
