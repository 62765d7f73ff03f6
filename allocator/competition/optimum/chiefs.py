"""Chief posts: the proven optimum over the same pairs the procedure by hand decides on (article 13)."""

from allocator.competition.optimum import rows
from allocator.competition.optimum.builder import FormulationBuilder
from allocator.competition.optimum.columns import Column
from allocator.competition.optimum.formulation import Formulation
from allocator.competition.optimum.levels import chief_levels
from allocator.competition.optimum.search import Search, Stagework
from allocator.competition.pools import chief_contest, measure_chiefs
from allocator.competition.results import Later, StageResult
from allocator.competition.scoring import Scores
from allocator.solver import Limits, Progress
from models.competition.standing import Standing


def formulate_chiefs(scores: Scores, standing: Standing) -> Formulation:
    """The chief contest as a problem: one column a pair, one person a post, earlier rounds first."""
    bureau = scores.bureau
    sheet = FormulationBuilder.of(
        Column(
            kind="post",
            person_id=pair.person_id,
            section_id=pair.section_id,
            round=pair.round,
            draw=bureau.pair_lot(pair.person_id, pair.section_id),
            basis="filed" if pair.applied else "written_in",
        )
        for pair in chief_contest(scores, standing).pairs
    )
    rows.one_seat(sheet)
    rows.one_chief(sheet)
    if bureau.rulebook.applications.priority:
        rows.round_priority(sheet)
    return sheet.formulation("chiefs", bureau.rulebook.objective.chiefs, chief_levels(scores, sheet))


def solve_chiefs(
    scores: Scores,
    standing: Standing,
    *,
    hint: StageResult | Later | None = None,
    limits: Limits | None = None,
    progress: Progress | None = None,
    ties: bool = True,
) -> StageResult:
    """The optimum of the chiefs' stage, proven level by level, with what only the draw decided.

    Args:
        scores: everything articles 2 to 12 give.
        standing: who sits before the stage.
        hint: the same stage by the procedure, from the same standing: the start, and what is kept without time.
        limits: deadline and workers.
        progress: told the stage, level, best value, bound and seconds.
        ties: whether to look for what only the draw decided; else nothing is said of it.
    """
    work = Stagework(
        before=standing,
        formulate=lambda _: formulate_chiefs(scores, standing),
        complete=lambda formulation, values: standing.with_members(*formulation.members(values)),
        measure=lambda after: measure_chiefs(scores, standing, after),
    )
    decided = Search(work, hint, limits, progress, ties).run()
    return StageResult(
        stage="chiefs",
        standing=decided.standing,
        left_out=(),
        levels=decided.levels,
        unique=decided.unique,
        ties=decided.ties,
        evidence=decided.evidence,
    )
