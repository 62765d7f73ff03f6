"""Proofs spoiled in one place, with the hash of the file put right again where a forger would do it."""

import hashlib
import io
import json
import random
from collections.abc import Callable
from typing import Any

import numpy as np

from allocator.certificates import INDEX

Files = dict[str, bytes]
Spoil = Callable[[dict[str, Any], dict[str, dict[str, Any]], random.Random], None]


def spoiled(files: Files, spoil: Spoil, dice: random.Random, *, refit: bool = True) -> Files:
    """The files with the index and the multipliers changed by ``spoil``; ``refit`` makes the files' hashes right."""
    index = json.loads(files[INDEX])
    arrays = {}
    for stage in index["stages"]:
        with np.load(io.BytesIO(files[stage["file"]])) as found:
            arrays[stage["stage"]] = {name: found[name] for name in found.files}
    spoil(index, arrays, dice)
    changed = dict(files)
    for stage in index["stages"]:
        sink = io.BytesIO()
        np.savez_compressed(sink, **arrays[stage["stage"]])
        changed[stage["file"]] = sink.getvalue()
        if refit:
            stage["sha256"] = hashlib.sha256(sink.getvalue()).hexdigest()
    changed[INDEX] = json.dumps(index).encode()
    return changed


def level_of(index: dict[str, Any], dice: random.Random) -> tuple[dict[str, Any], int]:
    stage = dice.choice([one for one in index["stages"] if one["levels"]])
    return stage, dice.randrange(len(stage["levels"]))


def other_multiplier(index: dict[str, Any], arrays: dict[str, dict[str, Any]], dice: random.Random) -> None:
    stage, k = level_of(index, dice)
    numbers = arrays[stage["stage"]][f"multipliers_{k}"]
    if len(numbers):
        numbers[dice.randrange(len(numbers))] += dice.choice((-3, -2, -1, 1, 2, 5))


def dropped_multiplier(index: dict[str, Any], arrays: dict[str, dict[str, Any]], dice: random.Random) -> None:
    stage, k = level_of(index, dice)
    mine = arrays[stage["stage"]]
    for name in (f"rows_{k}", f"multipliers_{k}"):
        mine[name] = mine[name][:-1]
    stage["levels"][k]["multipliers"] = len(mine[f"rows_{k}"])


def other_row(index: dict[str, Any], arrays: dict[str, dict[str, Any]], dice: random.Random) -> None:
    stage, k = level_of(index, dice)
    rows = arrays[stage["stage"]][f"rows_{k}"]
    if len(rows):
        rows[-1] += 1


def other_denominator(index: dict[str, Any], _: dict[str, dict[str, Any]], dice: random.Random) -> None:
    stage, k = level_of(index, dice)
    stage["levels"][k]["denominator"] += dice.choice((1, 5))


def other_value(index: dict[str, Any], _: dict[str, dict[str, Any]], dice: random.Random) -> None:
    stage, k = level_of(index, dice)
    stage["levels"][k]["value"] += dice.choice((-1, 1))


def other_bound(index: dict[str, Any], _: dict[str, dict[str, Any]], dice: random.Random) -> None:
    stage, k = level_of(index, dice)
    stage["levels"][k]["bound"] += dice.choice((-1, 1))


def other_face(index: dict[str, Any], _: dict[str, dict[str, Any]], dice: random.Random) -> None:
    stage, k = level_of(index, dice)
    stage["levels"][k]["face"]["sha256"] = "0" * 64


def fewer_levels(index: dict[str, Any], _: dict[str, dict[str, Any]], dice: random.Random) -> None:
    stage, k = level_of(index, dice)
    del stage["levels"][k]


def fewer_stages(index: dict[str, Any], _: dict[str, dict[str, Any]], dice: random.Random) -> None:
    del index["stages"][dice.randrange(len(index["stages"]))]


def other_hash(index: dict[str, Any], _: dict[str, dict[str, Any]], dice: random.Random) -> None:
    name = dice.choice(("case_sha256", "rulebook_sha256", "outcome_sha256"))
    index[name] = "0" * 64


def other_problem(index: dict[str, Any], _: dict[str, dict[str, Any]], dice: random.Random) -> None:
    dice.choice(index["stages"])["problem"]["sha256"] = "0" * 64


ALWAYS_REFUSED: dict[Spoil, set[str]] = {
    other_value: {"levels"},
    other_bound: {"bound"},
    other_face: {"face"},
    fewer_levels: {"levels"},
    fewer_stages: {"stages"},
    other_hash: {"case_hash", "rulebook_hash", "outcome_hash"},
    other_problem: {"problem_hash"},
}
"""Changes that no proof survives, with the codes that may be told."""

SPOILS: tuple[Spoil, ...] = (*ALWAYS_REFUSED, other_denominator, other_multiplier, dropped_multiplier, other_row)
