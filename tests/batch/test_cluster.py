"""Workers behind a scheduler: where may be connected to, and that what comes of it is what this machine makes."""

import socket
import sys
from collections import deque
from types import SimpleNamespace

import pytest

import allocator.batch.cluster as clusters
from allocator.batch import Here, Pool, SchedulerLost, Settings, Store, plan, run_batch
from allocator.batch.cluster import Certificates, Cluster, LineRefused, read_and_pack, refuse_open_line
from allocator.batch.remote import do_orders
from tests.batch.conftest import CERTIFICATES, told
from tests.batch.conftest import Cluster as Dask
from tests.batch.test_runs import rows_of, without_times

FILES = Certificates(CERTIFICATES / "certificate.pem", CERTIFICATES / "certificate.pem", CERTIFICATES / "key.pem")


@pytest.mark.parametrize(
    ("address", "files", "refusal"),
    [
        ("tcp://127.0.0.1:8786", None, None),
        ("127.0.0.1:8786", None, None),
        ("tcp://localhost:8786", None, None),
        ("tcp://[::1]:8786", None, None),
        ("tls://10.0.0.5:8786", FILES, None),
        ("tls://scheduler.example:8786", FILES, None),
        ("tls://127.0.0.1:8786", None, "scheduler_certificates"),
        ("tls://10.0.0.5:8786", None, "scheduler_certificates"),
        ("tcp://10.0.0.5:8786", None, "scheduler_not_encrypted"),
        ("tcp://10.0.0.5:8786", FILES, "scheduler_not_encrypted"),
        ("scheduler.example:8786", None, "scheduler_not_encrypted"),
        ("tcp://localhost.example:8786", None, "scheduler_not_encrypted"),
        ("tcp://127.0.0.1.example:8786", None, "scheduler_not_encrypted"),
        ("ws://127.0.0.1:8786", None, "scheduler_address"),
        ("http://127.0.0.1:8786", None, "scheduler_address"),
        ("inproc://127.0.0.1:8786", None, "scheduler_address"),
        ("tcp://127.0.0.1", None, "scheduler_address"),
        ("tcp://127.0.0.1:port", None, "scheduler_address"),
        ("", None, "scheduler_address"),
    ],
)
def test_only_this_machine_is_spoken_to_in_the_clear(address, files, refusal):
    """Protects the cases: beyond this machine there is no line but an encrypted one with certificates."""
    if refusal is None:
        refuse_open_line(address, files)
    else:
        with pytest.raises(LineRefused) as refused:
            refuse_open_line(address, files)
        assert refused.value.code == refusal


def test_without_a_scheduler_nothing_connects(cases, tmp_path, monkeypatch):
    """Protects machines that may not speak to any network: a batch on this machine opens no connection to one."""

    def refuse(self, address):
        assert self.family == socket.AF_UNIX, address
        return connect(self, address)

    connect = socket.socket.connect
    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert len(rows_of([cases], tmp_path, Pool(1), methods=("rules",))) == 12


def test_a_cluster_without_its_packages_is_refused(monkeypatch):
    monkeypatch.setattr(clusters.importlib.util, "find_spec", lambda _name: None)
    with pytest.raises(LineRefused) as refused:
        Cluster("127.0.0.1:1", Settings())
    assert refused.value.code == "scheduler_extra"


def test_a_scheduler_that_is_not_there_is_told(cases, tmp_path, monkeypatch):
    import distributed

    def client(*_arguments, **_options):
        raise OSError

    monkeypatch.setattr(distributed, "Client", client)
    with pytest.raises(SchedulerLost):
        rows_of([cases], tmp_path, Cluster("127.0.0.1:1", Settings()))


class KilledWorker(Exception):
    """What dask raises of a task that killed every worker it was given to."""


class Answered:
    """A future of a load that is already worked, or that killed its workers because of one case."""

    def __init__(self, orders, key, deadly):
        self.key, self._orders = key, orders
        self.status = "error" if any(order.parcel == deadly for order in orders) else "finished"

    def exception(self):
        return KilledWorker() if self.status == "error" else None

    def result(self):
        return do_orders(self._orders)

    def release(self):
        pass


class Arrived(list):
    """Futures in the order they were sent."""

    add = list.append

    def __next__(self):
        return self.pop(0)


def test_a_case_that_kills_its_workers_takes_no_other_of_its_load_with_it(cases, monkeypatch):
    """Each case of such a load goes again by itself; only the one that kills whatever works on it is given up."""
    settings = Settings(methods=("rules",))
    units = plan([cases], settings).units
    deadly, loads = read_and_pack(units[2])[1], []

    def submit(_work, orders, *, key, pure):
        assert not pure
        loads.append(len(orders))
        return Answered(orders, key, deadly)

    client = SimpleNamespace(loop=None, nthreads=lambda: {"one": 1}, submit=submit)
    monkeypatch.setattr(clusters, "_distributed", lambda: SimpleNamespace(as_completed=lambda **_: Arrived()))
    found = {done.run: done.record for done in Cluster("127.0.0.1:1", settings)._with(client, deque(units))}
    assert loads[0] > 2 and loads.count(1) >= loads[0]
    assert [found[unit.runs[0].name].found["error"] if found[unit.runs[0].name].failed else None for unit in units] == [
        "worker_died" if unit is units[2] else None for unit in units
    ]


def test_a_worker_killed_in_mid_run_costs_nothing(cases, tmp_path):
    """Two real workers over TCP, one killed while it has work: rows and outcomes are byte for byte those made here."""
    dask = Dask(tmp_path)
    dask.add_workers(2)
    settings = Settings(keep_outcomes=True)
    planned = plan([cases], settings)

    def kill_one(count):
        if count.known == 3:
            dask.workers[0].kill()

    stores = [Store(tmp_path / name) for name in ("away", "here")]
    try:
        rows = []
        for store, force in zip(stores, (Cluster(dask.address, settings), Here()), strict=True):
            with store.opened():
                rows.append(run_batch(planned, store, force, kill_one if store is stores[0] else lambda _: None))
    finally:
        dask.close()
    assert without_times(rows[0]) == without_times(rows[1])
    kept = [{p.name: p.read_bytes() for p in (store.folder / "outcomes").iterdir()} for store in stores]
    assert kept[0] == kept[1] and len(kept[0]) == 24


def test_an_encrypted_line(runner, cases, tmp_path):
    """A scheduler that speaks TLS only, with certificates on both sides."""
    dask = Dask(tmp_path, encrypted=True)
    dask.add_workers(1)
    try:
        options = [str(CERTIFICATES / word) if word.endswith(".pem") else word for word in dask.options]
        options = ["--tls-ca" if word == "--tls-ca-file" else word for word in options]
        arguments = [cases, "-o", tmp_path / "out", "--scheduler", dask.address, "--method", "rules", *options]
        assert dask.address.startswith("tls://127.0.0.1:")
        assert runner.run(arguments)[0] == 0
    finally:
        dask.close()
    assert {row["state"] for row in told(tmp_path / "out")} == {"done"}
