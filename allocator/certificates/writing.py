"""A proof written down: an index in JSON, multipliers and reduced problems as arrays. Equal proofs have equal bytes."""

import hashlib
import io
import json
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from allocator.certificates.hashes import points_sha256, problem_sha256
from allocator.certificates.record import (
    FaceRecord,
    LevelRecord,
    ProblemRecord,
    ProofIndex,
    ReducedRecord,
    StageRecord,
)
from allocator.competition.results import StageResult
from allocator.files import outcome_bytes
from allocator.solver import Face, LevelResult, dump
from allocator.solver.evidence import Evidence
from models.competition.case import Case
from models.competition.codes import Stage
from models.competition.outcome import Outcome

INDEX = "proof.json"


def proof_files(case: Case, outcome: Outcome, results: Mapping[Stage, StageResult]) -> dict[str, bytes]:
    """The files of the proof of an outcome by name; nothing where a proven level left no multipliers behind.

    Only the levels that the outcome calls proven are in it. The clerks' proof is about the last formulation.
    """
    files: dict[str, bytes] = {}
    stages: list[StageRecord] = []
    for result in results.values():
        evidence = result.evidence
        if evidence is None or len(evidence.solution.faces) < sum(level.proven for level in result.levels):
            return {}
        stages.append(_stage(case, result, evidence, files))
    index = ProofIndex(
        schema_version=1,
        case_sha256=outcome.case.sha256,
        rulebook_sha256=outcome.rulebook.sha256,
        outcome_sha256=hashlib.sha256(outcome_bytes(outcome)).hexdigest(),
        stages=tuple(stages),
    )
    text = json.dumps(index.model_dump(mode="json"), indent=1)
    return {INDEX: (text + "\n").encode(), **files}


def _stage(case: Case, result: StageResult, evidence: Evidence, files: dict[str, bytes]) -> StageRecord:
    problem, solution = evidence.problem, evidence.solution
    proven = sum(1 for level in result.levels if level.proven)
    pairs = list(zip(solution.levels, solution.faces, strict=False))[:proven]
    levels = [_level(result.stage, k, found, face, files) for k, (found, face) in enumerate(pairs)]
    name = f"{result.stage}.npz"
    files[name] = _arrays(dict(_duals(face for _, face in pairs)))
    place = {person_id: i for i, person_id in enumerate(sorted(person.person_id for person in case.people))}
    return StageRecord(
        stage=result.stage,
        problem=ProblemRecord(
            sha256=problem_sha256(problem), columns=problem.columns, rows=problem.rows, entries=len(problem.data)
        ),
        written_out=tuple(place[person_id] for person_id in evidence.written_out),
        file=name,
        sha256=hashlib.sha256(files[name]).hexdigest(),
        levels=tuple(levels),
    )


def _level(stage: Stage, number: int, found: LevelResult, face: Face, files: dict[str, bytes]) -> LevelRecord:
    dual, region = face.dual, face.region
    beyond = face.gap // dual.denominator
    reduced = None
    if face.reduced is not None:
        problem = face.reduced.problem
        name = f"{stage}-{number + 1}.npz"
        files[name] = dump(problem)
        reduced = ReducedRecord(
            file=name,
            sha256=points_sha256(problem),
            columns=problem.columns,
            rows=problem.rows,
            second=face.reduced.second,
        )
    return LevelRecord(
        name=found.name,
        sense=found.sense,
        value=found.value,
        bound=found.value + (beyond if found.sense == "max" else -beyond),
        denominator=dual.denominator,
        multipliers=int(np.count_nonzero(dual.multipliers)),
        face=FaceRecord(free_columns=int((region.col_lb < region.col_ub).sum()), sha256=points_sha256(region)),
        reduced=reduced,
    )


def _duals(faces: Iterator[Face]) -> Iterator[tuple[str, Any]]:
    """For each level the rows that have a multiplier, and the multipliers; most rows have none."""
    for number, face in enumerate(faces):
        rows = np.flatnonzero(face.dual.multipliers)
        yield f"rows_{number}", rows.astype(np.int64)
        yield f"multipliers_{number}", face.dual.multipliers[rows]


def _arrays(arrays: Mapping[str, Any]) -> bytes:
    sink = io.BytesIO()
    np.savez_compressed(sink, **arrays)
    return sink.getvalue()
