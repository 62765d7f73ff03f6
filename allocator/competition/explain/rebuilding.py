"""A run rebuilt from its outcome file: the standings and results it came from, without solving anything again."""

from collections.abc import Mapping

from allocator.competition.pipeline import Run
from allocator.competition.pipeline.stages import ROLE_OF
from allocator.competition.pools import institution_contest, opening
from allocator.competition.results import LeftOut, StageResult
from allocator.competition.scoring import Scores
from allocator.faults import Fault, InvalidInput
from models.common.canonical import sha256
from models.competition.codes import Stage
from models.competition.outcome import Outcome, Placement, StageReport
from models.competition.standing import Member, Standing


def run_from(scores: Scores, outcome: Outcome) -> Run:
    """The run behind an outcome, as far as the outcome tells: no trace, no evidence, no warnings of a single stage.

    Raises:
        InvalidInput: when the outcome belongs to another case, rulebook or draw, does not begin with the fixed and
            pinned people of this one, or seats people in stages that it did not run.
    """
    _refuse_others(scores, outcome)
    standing = opening(scores.bureau)
    results: dict[Stage, StageResult] = {}
    before: dict[Stage, Standing] = {}
    for report in outcome.stages:
        if report.state not in ("run", "given"):
            continue
        start = standing
        standing = standing.with_members(*_members(scores, outcome, report.stage, start))
        if report.state == "run":
            before[report.stage] = start
            results[report.stage] = _result(outcome, report, standing)
    if len(standing.members) != len(outcome.placements):
        raise InvalidInput((_does_not_fit(outcome),))
    return Run(outcome, results, before, standing)


def _refuse_others(scores: Scores, outcome: Outcome) -> None:
    bureau, faults = scores.bureau, []
    if outcome.case.sha256 != bureau.case_sha256:
        faults.append(Fault("outcome_of_other_case", "outcome", None, None, outcome.case.name))
    if outcome.rulebook.sha256 != sha256(bureau.rulebook):
        faults.append(Fault("outcome_of_other_rulebook", "outcome", None, None, outcome.rulebook.name))
    if outcome.lottery.seed != bureau.lottery.seed:
        faults.append(Fault("outcome_of_other_lottery", "outcome", None, None, outcome.lottery.seed))
    settled = {(m.person_id, m.section_id, m.role) for m in opening(bureau).members}
    placed = [(one.person_id, one.section_id, one.role) for one in outcome.placements]
    strangers = any(p not in bureau.people or s not in bureau.sections for p, s, _ in placed)
    twice = len({p for p, _, _ in placed}) < len(placed)
    if not faults and (strangers or twice or not settled <= set(placed)):
        faults.append(_does_not_fit(outcome))
    if faults:
        raise InvalidInput(tuple(faults))


def _does_not_fit(outcome: Outcome) -> Fault:
    return Fault("outcome_does_not_fit", "outcome", None, None, outcome.case.name)


def _members(scores: Scores, outcome: Outcome, stage: Stage, start: Standing) -> list[Member]:
    """The seats that the stage gave, with the round and pick order that its levels count."""
    own = [
        placement
        for placement in outcome.placements
        if placement.role == ROLE_OF[stage] and placement.basis not in ("fixed", "pinned")
    ]
    kept = any(placement.basis == "required" for placement in own)
    required = institution_contest(scores, start).required_people if kept else {}
    return [_member(scores, placement, required) for placement in own]


def _member(scores: Scores, placement: Placement, required: Mapping[str, tuple[tuple[str, int], ...]]) -> Member:
    who, where = placement.person_id, placement.section_id
    round_, order = placement.round, placement.pick_order
    if placement.basis in ("filed", "written_in"):
        pair = scores.pair.get((who, where))
        round_ = pair.round if pair else round_
    if placement.basis == "required":
        own = dict(required.get(where, ()))
        round_, order = 1, own.get(who)
    return Member(
        person_id=who, section_id=where, role=placement.role, basis=placement.basis, round=round_, pick_order=order
    )


def _result(outcome: Outcome, report: StageReport, standing: Standing) -> StageResult:
    return StageResult(
        stage=report.stage,
        standing=standing,
        left_out=tuple(
            LeftOut(one.person_id, one.track, one.reason)
            for one in outcome.unplaced
            if report.stage == ("institution" if one.track == "institution" else "clerks")
        ),
        levels=report.levels,
        unique=report.unique,
        ties=tuple(tie for tie in outcome.ties if tie.stage == report.stage),
        follows=outcome.follows if report.stage == "clerks" else (),
    )
