"""``python -m benchmarks.peers PEER FILE.npz SECONDS``: one JSON object for every level reached, as soon as it is."""

import json
import sys
import time
from dataclasses import asdict
from pathlib import Path

from allocator.solver import load
from benchmarks.peers import PEERS, Reached, solve


def main(peer: str, file: str, seconds: str) -> None:
    """Reads the arrays and everything the peer needs, then starts the clock."""
    start = time.monotonic()
    problem = load(Path(file))
    PEERS[peer].load()
    ready = round(time.monotonic() - start, 4)
    print(json.dumps({"columns": problem.columns, "rows": problem.rows, "levels": problem.levels, "ready": ready}))
    reached: list[Reached] = []

    def hear(one: Reached) -> None:
        reached.append(one)
        print(json.dumps(asdict(one)), flush=True)

    solve(peer, problem, float(seconds), hear)


if __name__ == "__main__":
    main(*sys.argv[1:])
