"""Both methods side by side."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from fastapi import APIRouter
from starlette.responses import Response

from allocator.competition.phrases import claim_ground, effect, totals, wish, wish_kinds
from allocator.competition.report.of_comparison import changes_of, levels_of
from allocator.web.pages.shared import grid, run_page
from allocator.web.routes.ids import RunId
from allocator.web.view import Seen
from allocator.web.wire import task_of
from models.competition.codes import STAGES

if TYPE_CHECKING:
    from allocator.competition.compare import StageComparison
    from allocator.web.names import Names

router = APIRouter()
VERDICTS = ("gains", "loses", "moved", "unchanged")


@router.get("/runs/{run_id}/comparison")
def comparison(view: Seen, run_id: RunId) -> Response:
    """What the optimum changes: stage by stage from the rules' own standing, then the two whole outcomes."""
    result = view.result(run_id)
    both = result.comparison
    if both is None:
        done = [run for run in view.house.store.runs(result.record.case_id) if run.state == "done"]
        compared = [run for run in done if task_of(dict(run.request)).both]
        task = task_of(dict(result.record.request))
        return run_page(
            view,
            "pages/no_comparison.html",
            result,
            "comparison",
            others=compared,
            other_method="rules" if result.record.method == "optimal" else "optimal",
            whole=task.given is None and task.stages == STAGES,
        )
    names = view.names(result.opened.case)
    rules, optimal = totals(both.rules.outcome), totals(both.optimal.outcome)
    return run_page(
        view,
        "pages/comparison.html",
        result,
        "comparison",
        proven=both.proven,
        totals=[(name, rules[name], optimal[name]) for name in rules],
        stages=[_stage(stage, names) for stage in both.stages],
        whole=[(stage, grid(levels_of(stage, names), names)) for stage in both.whole],
        sections=[row for row in both.sections if row.changed],
        section_count=len(both.sections),
    )


def _stage(stage: StageComparison, names: Names) -> dict[str, object]:
    """One stage in words: what decided it, levels, who gains and loses, wishes, trades, claims."""
    first = next((pair for pair in stage.levels if pair.name == stage.decided_by), None)
    decided = names.words("compare.same")
    if first is not None:
        values = {name: names.level(first.name, getattr(first, name)) for name in ("rules", "optimal")}
        level = names.words(f"level.{first.name}")
        decided = names.words(f"compare.decided.{first.better}", level=level, **values)
    counts = Counter[str](change.verdict for change in stage.changes)
    changed = [change for change in stage.changes if change.verdict != "unchanged"]
    return {
        "stage": stage.stage,
        "decided": decided,
        "levels": grid(levels_of(stage, names), names),
        "counts": names.words("compare.counts", **{verdict: counts[verdict] for verdict in VERDICTS}),
        "changes": grid(changes_of(stage, names), names),
        "changed": [change.person_id for change in changed],
        "wishes": [
            (wish(kind, names), stage.wishes_rules.get(kind, 0), stage.wishes_optimal.get(kind, 0))
            for kind in wish_kinds(stage.wishes_rules, stage.wishes_optimal)
        ],
        "trades": [(trade.number, trade.people, effect(trade, names)) for trade in stage.trades],
        "claims": [
            (method, claim, claim_ground(claim, names))
            for method, claims in (("rules", stage.claims_rules), ("optimal", stage.claims_optimal))
            for claim in claims
        ],
    }
