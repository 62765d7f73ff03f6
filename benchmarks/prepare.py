"""``python -m benchmarks.prepare KIND TARGET BUREAU``: writes what is measured, in a process of its own.

``BUREAU`` is a bureau's JSON. ``case``: the tables as a folder of csv; ``clerks`` and ``network``: the clerks' stage as
arrays, or the network part of it; ``outcome``: the optimal outcome; a number: so many bureaus with seeds of their own,
each a folder in the target.
"""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from allocator.competition.check import check
from allocator.competition.files import write_case
from allocator.competition.optimum import formulate_clerks
from allocator.competition.pipeline import run
from allocator.competition.pools import opening
from allocator.competition.rules import contest_chiefs
from allocator.competition.scoring import Scores
from allocator.files import draft_of, outcome_bytes
from allocator.solver import Problem, save
from benchmarks.network import network_part
from models.competition.case import Case
from models.competition.rulebook import Rulebook
from scenarios import generate


def invented(bureau: Mapping[str, Any], **more: Any) -> Case:
    """The bureau of a spec."""
    return generate(**{**bureau, **more})


def scored(case: Case) -> Scores:
    """The scores of an invented bureau, which is sound."""
    scores = check(draft_of(case), Rulebook()).scores
    if scores is None:
        raise ValueError("an invented bureau is sound")
    return scores


def clerk_stage(case: Case) -> Problem:
    """The clerks' stage from where the procedure by hand leaves the chiefs."""
    scores = scored(case)
    return formulate_clerks(scores, contest_chiefs(scores, opening(scores.bureau)).standing).problem


def prepare(kind: str, target: Path, bureau: Mapping[str, Any]) -> None:
    """Writes one kind of thing."""
    if kind == "case":
        write_case(invented(bureau), target)
    elif kind == "outcome":
        target.write_bytes(outcome_bytes(run(scored(invented(bureau)), "optimal").outcome))
    elif kind in ("clerks", "network"):
        problem = clerk_stage(invented(bureau))
        save(network_part(problem) if kind == "network" else problem, target)
    else:
        target.mkdir()
        for number in range(int(kind)):
            write_case(invented(bureau, seed=f"{bureau['seed']} {number}"), target / f"{number:05}")


if __name__ == "__main__":
    prepare(sys.argv[1], Path(sys.argv[2]), json.loads(sys.argv[3]))
