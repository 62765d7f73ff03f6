"""Outcomes that claim to be optimal and are not, and proofs made to fit them: every hash and every face consistent."""

import hashlib
import random
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from allocator.certificates import INDEX, Proof, proof_files
from allocator.certificates.record import ProofIndex
from allocator.competition.pipeline import Run
from allocator.competition.proving import NoColumn, formulated, values_of
from allocator.competition.results import StageResult
from allocator.files import outcome_bytes
from allocator.solver import Face, Ints, LevelResult, Limits, Problem, Reduced, Solution
from allocator.solver.core import core_of
from allocator.solver.evidence import Evidence
from allocator.solver.faces import better_than, bound_of, face_of, plain_bound
from allocator.solver.proof import Dual
from allocator.solver.relaxation import best_bound, relax
from models.common.outcome import Level
from models.competition.codes import Stage
from models.competition.outcome import Outcome
from tests.competition.agreement.product import Opened

Values = list[tuple[Stage, tuple[int, ...]]]


@dataclass(frozen=True)
class Honest:
    """A case with its proven optimum, the procedure's outcome, and the proof's files."""

    case: Opened
    run: Run
    by_rules: Outcome
    files: dict[str, bytes]

    @staticmethod
    def of(case: Opened) -> "Honest":
        run = case.propose("optimal")
        files = proof_files(case.case, run.outcome, run.results)
        return Honest(case, run, case.propose("rules").outcome, files)

    @property
    def proof(self) -> Proof:
        return proof_of(self.files)


def proof_of(files: dict[str, bytes]) -> Proof:
    index = ProofIndex.model_validate_json(files[INDEX])
    return Proof(index, {name: data for name, data in files.items() if name != INDEX})


def values(outcome: Outcome) -> Values:
    """What the levels of every stage are worth."""
    return [(report.stage, tuple(level.value for level in report.levels)) for report in outcome.stages]


def claimed(case: Opened, outcome: Outcome) -> Outcome:
    """The outcome with the level values its seats really have, every one of them called proven."""
    stages = []
    for report in outcome.stages:
        if report.state != "run":
            stages.append(report)
            continue
        formulation = formulated(case.scores, outcome, report.stage, ())
        found = values_of(formulation, outcome)
        levels = []
        for number, level in enumerate(report.levels):
            value = formulation.problem.level_value(number, found)
            levels.append(Level(name=level.name, sense=level.sense, value=value, bound=value, proven=True))
        stages.append(report.model_copy(update={"levels": tuple(levels), "unique": True}))
    return outcome.model_copy(update={"method": "optimal", "status": "optimal", "stages": tuple(stages)})


def worse(honest: Honest, dice: random.Random) -> Outcome:
    """Some outcome that is not the optimum: the procedure's, or the optimum with somebody sent away."""
    outcome = honest.run.outcome
    movable = [p for p in outcome.placements if p.basis not in ("fixed", "pinned")]
    if not movable or dice.random() < 0.4:
        return claimed(honest.case, honest.by_rules)
    gone = dice.choice(movable)
    rest = tuple(p for p in outcome.placements if p is not gone)
    return claimed(honest.case, outcome.model_copy(update={"placements": rest}))


def fitted(honest: Honest, outcome: Outcome, dice: random.Random) -> dict[str, bytes] | None:
    """A proof made for a claimed outcome, consistent in every hash, with CP-SAT's word invented for every gap."""
    results: dict[Stage, StageResult] = {}
    for report in outcome.stages:
        if report.state != "run":
            continue
        own = honest.run.results[report.stage]
        written_out = own.evidence.written_out if own.evidence is not None else ()
        formulation = formulated(honest.case.scores, outcome, report.stage, written_out)
        try:
            seats = values_of(formulation, outcome)
        except NoColumn:
            return None
        levels = tuple(LevelResult(v.name, v.sense, v.value, v.bound, True) for v in report.levels)
        faces = tuple(invented(formulation.problem, levels, dice))
        evidence = Evidence(formulation.problem, Solution("optimal", seats, levels, faces), written_out)
        results[report.stage] = replace(own, levels=report.levels, evidence=evidence)
    return proof_files(honest.case.case, outcome, results)


def invented(problem: Problem, levels: tuple[LevelResult, ...], dice: random.Random) -> list[Face]:
    region, faces = problem, []
    for number, level in enumerate(levels):
        sign = 1 if level.sense == "max" else -1
        objective = problem.level_coef[number] * sign
        value = (level.value - int(problem.level_offset[number])) * sign
        bound = multiplied(region, objective, dice)
        if bound.gap(value) < 0:  # the seats break a row: no bound can be made to fit
            break
        rest = better_than(region, objective, bound, value)
        reduced = None if rest is None else Reduced(core_of(rest).problem, "agrees")
        region = face_of(region, objective, bound, value)
        faces.append(Face(region, "search", bound.dual, bound.gap(value), reduced))
    return faces


def multiplied(region: Problem, objective: Ints, dice: random.Random) -> Any:
    """Multipliers of the relaxation, of nothing, or of chance."""
    how = dice.random()
    if how < 0.5:
        core = core_of(region)
        return best_bound(region, objective, core, relax(core, objective[core.columns], Limits()))
    if how < 0.8 or not region.rows:
        return plain_bound(region, objective)
    chance = np.array([dice.randrange(-3, 4) for _ in range(region.rows)], dtype=np.int64)
    return bound_of(region, objective, Dual(chance, dice.choice((1, 2, 3)))) or plain_bound(region, objective)


def retold(honest: Honest, outcome: Outcome, dice: random.Random) -> dict[str, bytes]:
    """The honest proof with the outcome's hash, and with its level values where the dice say so."""
    index = honest.proof.index
    update: dict[str, Any] = {"outcome_sha256": hashlib.sha256(outcome_bytes(outcome)).hexdigest()}
    if dice.random() < 0.7:
        told = {report.stage: report.levels for report in outcome.stages}
        update["stages"] = tuple(
            stage.model_copy(
                update={
                    "levels": tuple(
                        one.model_copy(
                            update={"value": new.value} | ({"bound": new.value} if dice.random() < 0.5 else {})
                        )
                        for one, new in zip(stage.levels, told[stage.stage], strict=True)
                    )
                }
            )
            for stage in index.stages
        )
    text = index.model_copy(update=update).model_dump_json()
    return {**honest.files, INDEX: text.encode()}
