"""Five hundred trials: proofs honest, spoiled, retold and forged; none passes for an outcome behind the optimum."""

import random
from collections import Counter
from collections.abc import Callable

import pytest

from allocator.certificates import ProofVerdict, verify_proof
from models.competition.outcome import Outcome
from tests.certificates import avoiding
from tests.certificates.forging import Honest, fitted, proof_of, retold, values, worse
from tests.certificates.spoiling import SPOILS, Files, spoiled
from tests.competition.agreement.product import opened

CASES = 50
KINDS = 10
QUICK = 4
"""Every case is tried in ten ways, which makes 500; the first cases are tried in every run of the tests."""


@pytest.fixture(scope="module")
def honest_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[int], Honest]:
    known: dict[int, Honest] = {}

    def honest(index: int) -> Honest:
        if index not in known:
            known[index] = Honest.of(opened(avoiding.write(index, tmp_path_factory.mktemp("trial") / "case")))
        return known[index]

    return honest


def attempt(honest: Honest, kind: int, dice: random.Random) -> tuple[Outcome, Files]:
    """An outcome and what is handed in as its proof."""
    own = honest.run.outcome
    if kind == 0:
        return own, honest.files
    if kind in (1, 2, 3):
        return own, spoiled(honest.files, dice.choice(SPOILS), dice, refit=dice.random() < 0.8)
    other = worse(honest, dice)
    if kind == 4:
        return other, honest.files
    if kind in (5, 6):
        return other, retold(honest, other, dice)
    made = fitted(honest, other, dice) or retold(honest, other, dice)
    if kind == 9:
        made = spoiled(made, dice.choice(SPOILS), dice)
    return other, made


TRIALS = [
    pytest.param(index, id=str(index), marks=() if index < QUICK else (pytest.mark.exhaustive,))
    for index in range(CASES)
]


@pytest.mark.parametrize("index", TRIALS)
def test_no_proof_is_accepted_for_less_than_the_optimum(honest_of: Callable[[int], Honest], index: int) -> None:
    """Whatever is handed in, accepted means that no stage could be better; the honest proof is always accepted."""
    honest = honest_of(index)
    best = values(honest.run.outcome)
    for kind in range(KINDS):
        dice = random.Random(f"trial {index} {kind}")
        outcome, files = attempt(honest, kind, dice)
        verdict = verify_proof(honest.case.scores, outcome, proof_of(files))
        if kind == 0:
            assert verdict.accepted, verdict.refusals
            assert all(level.ground in ("integers", "trying") for stage in verdict.stages for level in stage.levels)
        if verdict.accepted:
            assert values(outcome) == best, (kind, told(verdict))


@pytest.mark.exhaustive
def test_the_trials_are_of_many_kinds(honest_of: Callable[[int], Honest]) -> None:
    """Most attempts are for outcomes behind the optimum, and they are refused for many different reasons."""
    reasons: Counter[str] = Counter()
    behind = 0
    for index in range(CASES):
        honest = honest_of(index)
        for kind in range(KINDS):
            outcome, files = attempt(honest, kind, random.Random(f"trial {index} {kind}"))
            behind += values(outcome) != values(honest.run.outcome)
            reasons.update(one.code for one in verify_proof(honest.case.scores, outcome, proof_of(files)).refusals)
    assert behind > CASES * KINDS / 3
    expected = {"outcome_hash", "levels", "bound", "face", "refuted", "multipliers", "problem_hash", "reduced"}
    assert expected <= reasons.keys(), reasons


def told(verdict: ProofVerdict) -> list[tuple[str, str, str]]:
    return [(stage.stage, level.name, level.ground) for stage in verdict.stages for level in stage.levels]


def test_there_are_five_hundred_trials() -> None:
    """The count that the promise speaks of."""
    assert CASES * KINDS == 500
