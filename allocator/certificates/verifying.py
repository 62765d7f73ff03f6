"""A proof held against the case and the outcome: every bound and every face recomputed, in whole numbers.

What the integers prove needs nobody's word. Where a gap is left, what must have no point is worked out anew; small
problems of this kind are settled by trying everything, of the others it is said that they rest on CP-SAT's word.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from allocator.certificates.enumeration import has_point
from allocator.certificates.exact import Bounded, Left, bounded, dot, face, remainder
from allocator.certificates.hashes import points_sha256, problem_sha256, sha256_of
from allocator.certificates.reading import Multipliers, Proof, ProofError
from allocator.certificates.record import LevelRecord, StageRecord
from allocator.competition.optimum import Formulation, levels_before_draw
from allocator.competition.proving import NoColumn, formulated, values_of
from allocator.competition.scoring import Scores
from allocator.files import outcome_bytes
from allocator.solver import Ints, Problem
from models.common.outcome import Level
from models.competition.codes import Stage
from models.competition.outcome import Outcome, StageReport

Ground = Literal["integers", "trying", "cp_sat_twice", "cp_sat"]
"""What a level rests on: integers alone; integers and trying all they leave; CP-SAT's word given twice, or once."""

LARGEST_DENOMINATOR = 2**40


@dataclass(frozen=True)
class Refusal:
    """Why a proof is not accepted: a code of the catalogue (``proof.refused.<code>``), the place and arguments."""

    code: str
    stage: Stage | None = None
    level: str | None = None
    args: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True)
class LevelVerdict:
    """One level that the proof holds for: its value, the bound of the integers, and what it rests on."""

    name: str
    value: int
    bound: int
    ground: Ground


@dataclass(frozen=True)
class StageVerdict:
    """The levels of one stage that were checked; ``open_levels`` are those that the outcome does not call proven."""

    stage: Stage
    levels: tuple[LevelVerdict, ...]
    open_levels: tuple[str, ...]


@dataclass(frozen=True)
class ProofVerdict:
    """What came of checking a proof; it is accepted when nothing was refused."""

    stages: tuple[StageVerdict, ...]
    refusals: tuple[Refusal, ...]

    @property
    def accepted(self) -> bool:
        """Whether every level that the outcome calls proven is proven, or rests on CP-SAT's word where that is said."""
        return not self.refusals


class _Refused(Exception):
    def __init__(self, code: str, **args: str | int) -> None:
        self.code, self.arguments = code, args
        super().__init__(code)


def verify_proof(scores: Scores, outcome: Outcome, proof: Proof) -> ProofVerdict:
    """Checks a proof. The scores are those of the case; the outcome is to be audited beside it."""
    refusals = [Refusal(code) for code in _of_others(outcome, proof)]
    stages: list[StageVerdict] = []
    if not refusals:
        records = {record.stage: record for record in proof.index.stages}
        for report in outcome.stages:
            if report.state != "run":
                continue
            found: list[LevelVerdict] = []
            try:
                for verdict in _stage(scores, outcome, report, records.get(report.stage), proof):
                    found.append(verdict)  # noqa: PERF402  what was found stays when a later level is refused
            except (_Refused, ProofError) as error:
                level = report.levels[len(found)].name if len(found) < len(report.levels) else None
                refusals.append(Refusal(error.code, report.stage, level, error.arguments))
            open_levels = tuple(level.name for level in report.levels if not level.proven)
            stages.append(StageVerdict(report.stage, tuple(found), open_levels))
    return ProofVerdict(tuple(stages), tuple(refusals))


def _of_others(outcome: Outcome, proof: Proof) -> Iterator[str]:
    """Whether the proof was written for this very outcome, case and rulebook."""
    index = proof.index
    if index.outcome_sha256 != hashlib.sha256(outcome_bytes(outcome)).hexdigest():
        yield "outcome_hash"
    if index.case_sha256 != outcome.case.sha256:
        yield "case_hash"
    if index.rulebook_sha256 != outcome.rulebook.sha256:
        yield "rulebook_hash"
    ran = [report.stage for report in outcome.stages if report.state == "run"]
    if [record.stage for record in index.stages] != ran:
        yield "stages"


def _stage(
    scores: Scores, outcome: Outcome, report: StageReport, record: StageRecord | None, proof: Proof
) -> Iterator[LevelVerdict]:
    """The levels of one stage, one after another, each on the face of the one before."""
    proven = _proven(report)
    if record is None or [level.name for level in record.levels] != [level.name for level in proven]:
        raise _Refused("levels")
    ids = sorted(scores.bureau.people)
    if list(record.written_out) != sorted(set(record.written_out)) or any(i >= len(ids) for i in record.written_out):
        raise _Refused("written_out")
    formulation = formulated(scores, outcome, report.stage, [ids[i] for i in record.written_out])
    problem = formulation.problem
    if problem_sha256(problem) != record.problem.sha256:
        raise _Refused("problem_hash")
    try:
        values = values_of(formulation, outcome)
    except NoColumn as error:
        raise _Refused("seat", person_id=error.placement.person_id, section_id=error.placement.section_id) from error
    if not problem.accepts(values):
        raise _Refused("seats")
    before_draw = levels_before_draw(formulation)
    if before_draw == 0:
        _ties_open(formulation, outcome, problem)
    for number, (verdict, region) in enumerate(_checked(problem, record, proof, values, proven), start=1):
        yield verdict
        if number == before_draw:
            _ties_open(formulation, outcome, region)


def _ties_open(formulation: Formulation, outcome: Outcome, region: Problem) -> None:
    """Refuses a tie of a seat that all points of the face before the draw have, or none."""
    columns_of = dict(formulation.legend.seats)
    for tie in outcome.ties:
        if tie.stage == formulation.stage:
            for person_id in tie.people:
                columns = columns_of.get((person_id, tie.section_id), [])
                if not np.any(region.col_lb[columns] < region.col_ub[columns]):
                    raise _Refused("tie", person_id=person_id, section_id=tie.section_id)


def _proven(report: StageReport) -> tuple[Level, ...]:
    """The levels that the outcome calls proven; they must be the first ones."""
    proven = tuple(level for level in report.levels if level.proven)
    if proven != report.levels[: len(proven)] or any(level.bound != level.value for level in proven):
        raise _Refused("levels")
    return proven


def _checked(
    problem: Problem, record: StageRecord, proof: Proof, values: Ints, proven: tuple[Level, ...]
) -> Iterator[tuple[LevelVerdict, Problem]]:
    """Recomputes bound, remainder and face of each level, and holds the values and the record against them."""
    region = problem
    for number, multipliers in enumerate(proof.multipliers(record)):
        level, kept = record.levels[number], proven[number]
        offset, coefficients = int(problem.level_offset[number]), problem.level_coef[number]
        if (level.name, level.sense, level.value) != (kept.name, kept.sense, kept.value):
            raise _Refused("levels")
        if (problem.level_names[number], problem.level_sense[number]) != (level.name, level.sense):
            raise _Refused("levels")
        if dot(coefficients, values) + offset != level.value:
            raise _Refused("value", value=level.value, found=dot(coefficients, values) + offset)
        sign = 1 if level.sense == "max" else -1
        objective, value = coefficients * sign, (level.value - offset) * sign
        bound = _bound(region, objective, multipliers, level)
        if sign * bound.value + offset != level.bound or bound.value < value:
            raise _Refused("bound", bound=level.bound, found=sign * bound.value + offset)
        ground = _ground(level, remainder(region, objective, bound, value), proof)
        region = face(region, objective, bound, value)
        free = int((region.col_lb < region.col_ub).sum())
        if (points_sha256(region), free) != (level.face.sha256, level.face.free_columns):
            raise _Refused("face")
        if not region.accepts(values):
            raise _Refused("off_face")
        yield LevelVerdict(level.name, level.value, level.bound, ground), region


def _bound(region: Problem, objective: Ints, multipliers: Multipliers, level: LevelRecord) -> Bounded:
    """The bound of the multipliers as they stand in the file."""
    rows, factors = multipliers.rows, multipliers.values
    ascending = bool(np.all(np.diff(rows) > 0)) if len(rows) else True
    inside = not len(rows) or (rows[0] >= 0 and rows[-1] < region.rows)
    if rows.shape != factors.shape or not ascending or not inside or not factors.all():
        raise _Refused("multipliers")
    if len(rows) != level.multipliers or level.denominator > LARGEST_DENOMINATOR or -(2**63) in factors:
        raise _Refused("multipliers")
    whole = np.zeros(region.rows, dtype=np.int64)
    whole[rows] = factors
    bound = bounded(region, objective, whole, level.denominator)
    if bound is None:
        raise _Refused("multipliers")
    return bound


def _ground(level: LevelRecord, left: Left | None, proof: Proof) -> Ground:
    """What a level rests on, after whatever the integers leave open was held against the record."""
    if left is None:
        if level.reduced is not None:
            raise _Refused("reduced")
        return "integers"
    if level.reduced is None or left_sha256(left) != level.reduced.sha256:
        raise _Refused("reduced")
    if points_sha256(proof.problem(level.reduced.file)) != level.reduced.sha256:
        raise _Refused("reduced")
    found = has_point(left)
    if found:
        raise _Refused("refuted")
    if found is False:
        return "trying"
    return "cp_sat_twice" if level.reduced.second == "agrees" else "cp_sat"


def left_sha256(left: Left) -> str:
    """The hash of what is left, as the arrays of a problem."""
    ends = np.cumsum([0, *(len(terms) for terms, _, _ in left.rows)], dtype=np.int64)
    entries = [entry for terms, _, _ in left.rows for entry in terms]
    return sha256_of(
        {
            "col_lb": left.lower,
            "col_ub": left.upper,
            "row_lb": np.array([low for _, low, _ in left.rows], dtype=np.int64),
            "row_ub": np.array([high for _, _, high in left.rows], dtype=np.int64),
            "indptr": ends,
            "indices": np.array([column for column, _ in entries], dtype=np.int64),
            "data": np.array([factor for _, factor in entries], dtype=np.int64),
        }
    )
