"""Workers of a dask cluster: the one place of the program that opens a connection, and only to the address given."""

from __future__ import annotations

import importlib
import importlib.util
import ipaddress
import time
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from allocator.batch.anonymised import Codes, Parcel, packed
from allocator.batch.planning import Settings, Unit
from allocator.batch.remote import Order, Sent, do_orders
from allocator.batch.rows import Record, failure
from allocator.batch.running import SchedulerLost
from allocator.batch.working import Done, failed, internal, opened

AHEAD = 2
"""Loads a worker has at most: the one it works on and the next."""
MOST, SHARES, LOAD = 16, 3, 1_500_000
"""A load: at most so many cases, and so many loads a worker for what is left; no further case beyond so many bytes."""
COUNT_EVERY = 1.0
"""Seconds after which the workers are counted anew."""


class LineRefused(Exception):
    """An address that is not to be connected to; ``code`` is the catalogue's ``usage.<code>``."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


@dataclass(frozen=True)
class Certificates:
    """The files of an encrypted connection: the authority's certificate, one's own and its key."""

    authority: Path
    own: Path
    key: Path


def refuse_open_line(address: str, certificates: Certificates | None) -> None:
    """Ensures that cases leave this machine only over an encrypted line with certificates.

    Raises:
        LineRefused: when the address is none, or is another machine's and not ``tls://`` with certificates.
    """
    parts = urlsplit(address if "://" in address else f"tcp://{address}")
    if parts.scheme not in ("tcp", "tls") or not parts.hostname or _port(parts) is None:
        raise LineRefused("scheduler_address")
    if parts.scheme == "tls" and certificates is None:
        raise LineRefused("scheduler_certificates")
    if parts.scheme != "tls" and not _is_here(parts.hostname):
        raise LineRefused("scheduler_not_encrypted")


def _port(parts: Any) -> int | None:
    try:
        port: int | None = parts.port
    except ValueError:
        return None
    return port


def _is_here(host: str) -> bool:
    """Whether a host is this machine by the address itself, without asking anybody for the meaning of a name."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _distributed() -> Any:
    """The package of the cluster, an extra that is loaded only when a scheduler is named."""
    return importlib.import_module("distributed")


class Cluster:
    """The workers behind a scheduler. Cases are read and checked here and travel in codes.

    Raises:
        LineRefused: when the address is not to be connected to, or dask is not installed.
    """

    def __init__(self, address: str, settings: Settings, certificates: Certificates | None = None) -> None:
        refuse_open_line(address, certificates)
        if importlib.util.find_spec("distributed") is None:
            raise LineRefused("scheduler_extra")
        self._address, self._settings, self._certificates = address, settings, certificates

    def work(self, units: Iterable[Unit]) -> Iterator[Done]:
        """The finished runs of the units, in the order they are finished.

        Raises:
            SchedulerLost: when the scheduler cannot be reached, or no longer.
        """
        try:
            client = _distributed().Client(self._address, security=self._security(), set_as_default=False)
        except OSError:
            raise SchedulerLost from None
        with client:
            yield from self._with(client, deque(units))

    def _security(self) -> Any:
        if self._certificates is None:
            return None
        files = self._certificates
        return _distributed().Security(
            tls_ca_file=str(files.authority),
            tls_client_cert=str(files.own),
            tls_client_key=str(files.key),
            require_encryption=True,
        )

    def _with(self, client: Any, waiting: deque[Unit]) -> Iterator[Done]:
        sent: dict[str, list[Sent]] = {}
        arrived, room = _distributed().as_completed(loop=client.loop), _Room(client)
        while waiting or sent:
            while waiting and len(sent) < AHEAD * room.workers():
                homes, orders, lost = _load(waiting, room)
                yield from lost
                if orders:
                    key = f"units-{homes[0].unit.number}-{time.monotonic_ns()}"
                    sent[key] = homes
                    arrived.add(client.submit(do_orders, orders, key=key, pure=False))
            if sent:
                future = next(arrived)
                if future.status == "cancelled":
                    raise SchedulerLost
                if future.status not in ("finished", "error"):  # its worker died with the answer: it is made again
                    arrived.add(future)
                    continue
                homes = sent.pop(future.key)
                if future.status == "error" and len(homes) > 1:  # one of them is to blame: each goes again by itself
                    room.alone.update(home.unit.number for home in homes)
                    waiting.extendleft(home.unit for home in reversed(homes))
                else:
                    yield from self._received(homes, future)
                future.release()

    def _received(self, homes: list[Sent], future: Any) -> Iterator[Done]:
        """What a worker answered, or the record of a unit that killed every worker it was given to."""
        error = future.exception()
        if error is not None:
            died = type(error).__name__ == "KilledWorker"
            for home in homes:
                yield from failed(home.unit, failure("worker_died") if died else internal(error))
            return
        for home, answer in zip(homes, future.result(), strict=True):
            try:
                yield from home.received(answer, self._settings.versions)
            except Exception as broken:  # noqa: BLE001  an answer that is none is that run's fault alone
                yield from failed(home.unit, internal(broken))


class _Room:
    """How much may be away at a time: the workers are counted anew now and then, since they come and go.

    ``alone`` are the numbers of the units that share no load with others.
    """

    def __init__(self, client: Any) -> None:
        self._client, self._counted, self._workers = client, float("-inf"), 1
        self.alone: set[int] = set()

    def workers(self) -> int:
        """How many workers there are, one while there are none yet."""
        if time.monotonic() - self._counted >= COUNT_EVERY:
            self._counted = time.monotonic()
            self._workers = max(1, len(self._client.nthreads()))
        return self._workers

    def share(self, waiting: int) -> int:
        """Cases in the next load: one where few are left, so that all workers end together; at most :data:`MOST`."""
        return max(1, min(MOST, waiting // (SHARES * self.workers())))


def _load(waiting: deque[Unit], room: _Room) -> tuple[list[Sent], list[Order], list[Done]]:
    """One load for a worker: so many cases at most, fewer where they are large; and the runs that failed at home."""
    homes: list[Sent] = []
    orders: list[Order] = []
    lost: list[Done] = []
    size, share = 0, room.share(len(waiting))
    while waiting and len(orders) < share and size < LOAD:
        alone = waiting[0].number in room.alone
        if alone and orders:
            break
        made = read_and_pack(waiting.popleft())
        if isinstance(made, list):
            lost += made
            continue
        home, parcel = made
        homes.append(home)
        orders.append(Order(parcel, tuple(run.method for run in home.unit.runs), home.unit.time_limit))
        size += len(parcel.case)
        if alone:
            break
    return homes, orders, lost


def read_and_pack(unit: Unit) -> tuple[Sent, Parcel] | list[Done]:
    """A case read and checked at home, and its parcel; or its runs' records where it cannot be used."""
    began = time.perf_counter()
    try:
        checked = opened(unit)
        if isinstance(checked, Record):
            return list(failed(unit, checked))
        assert checked.case is not None and checked.scores is not None
        lottery = checked.scores.bureau.lottery
        codes = Codes(checked.case, unit.book.rulebook, lottery.seed)
        content = packed(codes)
    except Exception as error:  # noqa: BLE001  a fault of the program is a row too and stops no other case
        return list(failed(unit, internal(error)))
    return Sent(unit, codes, checked.warnings, lottery, time.perf_counter() - began), content
