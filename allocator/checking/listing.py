"""Faults and warnings in their order, no more of a kind than anybody reads."""

from collections import Counter
from collections.abc import Iterable

from allocator.faults import Fault
from models.common.canonical import canonical_bytes
from models.common.outcome import Notice

MOST_LISTED = 1_000
"""After so many faults of one code in one column the rest are counted, not listed."""


def listed(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """The faults by place; of each code in a column no more than :data:`MOST_LISTED`, the rest are counted."""
    found: list[Fault] = []
    seen: Counter[tuple[str | None, str | None, str]] = Counter()
    for fault in sorted(faults, key=lambda fault: fault.sort_key):
        kind = fault.table, fault.column, fault.code
        seen[kind] += 1
        if seen[kind] <= MOST_LISTED:
            found.append(fault)
    for (table, column, code), count in seen.items():
        if count > MOST_LISTED:
            args = {"count": count - MOST_LISTED, "code": code}
            found.append(Fault("more_of_the_same", table, None, column, code, args))
    return tuple(sorted(found, key=lambda fault: fault.sort_key))


def in_order(notices: Iterable[Notice]) -> tuple[Notice, ...]:
    """Notices sorted by code and canonical arguments, without repetitions."""
    unique = {(notice.code, canonical_bytes(notice.args)): notice for notice in notices}
    return tuple(unique[key] for key in sorted(unique))
