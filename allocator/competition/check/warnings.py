"""What is not wrong but worth a second look before deciding: the warnings about a sound case."""

from collections.abc import Callable, Iterator

from allocator.checking.listing import in_order
from allocator.competition.check import on_filings, on_people, on_seats
from allocator.competition.scoring import Scores
from models.common.outcome import Notice

Remark = Callable[[Scores], Iterator[Notice]]

REMARKS: tuple[Remark, ...] = (
    on_people.withdrawals,
    on_people.bids_without_effect,
    on_people.marks_without_effect,
    on_people.service_dates,
    on_people.failed_clerks,
    on_people.reviews,
    on_people.incomplete_chiefs,
    on_people.pinned_people,
    on_filings.chief_filings,
    on_filings.dropped_filings,
    on_filings.ballots,
    on_filings.clerk_filings,
    on_filings.picks,
    on_seats.cleared_candidates,
    on_seats.full_pools,
    on_seats.avoidances,
)


def warnings_of(scores: Scores) -> tuple[Notice, ...]:
    """Every warning about a case, sorted by code and arguments, each once."""
    return in_order(notice for remark in REMARKS for notice in remark(scores))
