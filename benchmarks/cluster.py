"""``python -m benchmarks.cluster``: a scheduler and two worker processes over TCP on this machine.

Prints the scheduler's address once both workers are there, and ends when its standard input does.
"""

import sys

import dask
from distributed import LocalCluster


def main() -> None:
    """Two workers of one thread each, which do not sample what they are doing."""
    dask.config.set({"distributed.worker.profile.enabled": False})
    with LocalCluster(  # type: ignore[no-untyped-call]
        n_workers=2,
        threads_per_worker=1,
        processes=True,
        host="127.0.0.1",
        protocol="tcp",
        dashboard_address=None,
        worker_dashboard_address=None,
    ) as cluster:
        cluster.wait_for_workers(2)
        print(cluster.scheduler_address, flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    main()
