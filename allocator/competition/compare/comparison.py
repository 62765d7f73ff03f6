"""The two methods laid side by side: stage by stage from the rules' own standing, and as two whole pipelines."""

from collections.abc import Mapping
from dataclasses import dataclass

from allocator.competition.compare.changes import Change, Trade, changes_of, trades_of
from allocator.competition.compare.claims import Claim, claims_of
from allocator.competition.compare.levels import LevelPair, deciding, side_by_side
from allocator.competition.compare.sections import SectionRow, section_rows
from allocator.competition.compare.wishes import Wishes
from allocator.competition.pipeline import Run
from allocator.competition.results import StageResult
from allocator.competition.scoring import Scores
from models.competition.codes import STAGES, Stage
from models.competition.standing import Standing


@dataclass(frozen=True, slots=True)
class StageComparison:
    """One stage under both methods.

    ``wishes`` count people by the round of the wish that was met; ``claims`` are those the outcome leaves.
    In the stage-by-stage comparison both methods start from the rules' own earlier stages.
    """

    stage: Stage
    levels: tuple[LevelPair, ...]
    decided_by: str | None
    wishes_rules: Mapping[str, int]
    wishes_optimal: Mapping[str, int]
    changes: tuple[Change, ...]
    trades: tuple[Trade, ...]
    claims_rules: tuple[Claim, ...]
    claims_optimal: tuple[Claim, ...]

    @property
    def proven(self) -> bool:
        """Whether the optimum of the stage is proven."""
        return all(pair.proven for pair in self.levels)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that differs. ``stages`` is the headline; ``whole`` lays the two complete pipelines side by side.

    ``people`` and ``sections`` show the final seats of the two pipelines.
    """

    rules: Run
    optimal: Run
    stages: tuple[StageComparison, ...]
    whole: tuple[StageComparison, ...]
    people: tuple[Change, ...]
    sections: tuple[SectionRow, ...]

    @property
    def proven(self) -> bool:
        """Whether every optimum that is shown is proven."""
        return all(stage.proven for stage in (*self.stages, *self.whole))


def compare(scores: Scores, rules: Run, optimal: Run, stagewise: Mapping[Stage, StageResult]) -> Comparison:
    """Lays the rules' run beside the optimum.

    Args:
        scores: the named scores both runs were made from.
        rules: the run by the rules.
        optimal: the run by the optimal method, with its own earlier stages.
        stagewise: for each stage the rules ran, the optimum from the rules' own standing before it.
    """
    wishes = Wishes(scores)
    ran = [stage for stage in STAGES if stage in rules.results and stage in stagewise]
    headline = tuple(_from_same_start(scores, wishes, rules, stage, stagewise[stage]) for stage in ran)
    whole = tuple(_from_own_starts(scores, wishes, rules, optimal, stage) for stage in ran if stage in optimal.results)
    everybody = sorted(rules.standing.seated.keys() | optimal.standing.seated.keys() | _left_out(rules, optimal))
    return Comparison(
        rules=rules,
        optimal=optimal,
        stages=headline,
        whole=whole,
        people=changes_of(scores, wishes, everybody, rules.standing, optimal.standing, ()),
        sections=section_rows(scores, rules.standing, optimal.standing),
    )


def _from_same_start(scores: Scores, wishes: Wishes, rules: Run, stage: Stage, optimum: StageResult) -> StageComparison:
    before, own = rules.before[stage], rules.results[stage]
    trades = trades_of(scores, wishes, stage, before, own.standing, optimum.standing)
    people = wishes.contestants(stage, before)
    return _stage(scores, wishes, own, optimum, (before, before), people, trades)


def _from_own_starts(scores: Scores, wishes: Wishes, rules: Run, optimal: Run, stage: Stage) -> StageComparison:
    """The stage within two whole pipelines: people enter it from different earlier stages, so trades mean nothing."""
    starts = (rules.before[stage], optimal.before[stage])
    people = sorted({p for start in starts for p in wishes.contestants(stage, start)})
    return _stage(scores, wishes, rules.results[stage], optimal.results[stage], starts, tuple(people), ())


def _stage(
    scores: Scores,
    wishes: Wishes,
    rules: StageResult,
    optimal: StageResult,
    starts: tuple[Standing, Standing],
    people: tuple[str, ...],
    trades: tuple[Trade, ...],
) -> StageComparison:
    stage = rules.stage
    levels = side_by_side(rules.levels, optimal.levels)
    first = deciding(levels)
    return StageComparison(
        stage=stage,
        levels=levels,
        decided_by=None if first is None else first.name,
        wishes_rules=wishes.met(stage, starts[0], rules.standing),
        wishes_optimal=wishes.met(stage, starts[1], optimal.standing),
        changes=changes_of(scores, wishes, people, rules.standing, optimal.standing, trades, optimal.ties),
        trades=trades,
        claims_rules=claims_of(scores, wishes, stage, starts[0], rules.standing, rules.ties),
        claims_optimal=claims_of(scores, wishes, stage, starts[1], optimal.standing, optimal.ties),
    )


def _left_out(*runs: Run) -> set[str]:
    return {one.person_id for run in runs for one in run.outcome.unplaced}
