"""The page of a person, and that of a section with its posts."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from allocator.competition.report.of_outcomes import choices_sheet
from allocator.competition.report.of_people import contest_sheet, pairs_sheet
from allocator.competition.report.seats import basis_text
from allocator.web.pages.answers import blocks
from allocator.web.pages.pinning import known
from allocator.web.pages.seating import ties_of
from allocator.web.pages.shared import grid, roles_of, run_page
from allocator.web.routes.ids import RunId
from allocator.web.store import Missing
from allocator.web.view import Seen

router = APIRouter()
Named = Annotated[str, Query(max_length=200)]


@router.get("/runs/{run_id}/person")
def person(view: Seen, run_id: RunId, id: Named) -> Response:
    """One person under a run: the seat and why, the scores with their parts, each post filed for."""
    from allocator.competition.explain import explain_person

    result = view.result(run_id)
    known(result, id)
    scores = result.scores
    explanation = explain_person(scores, result.run, id, prices=False, would_have=False)
    own = scores.people[id]
    seat, *rest = blocks(explanation, scores, view.lang)
    return run_page(
        view,
        "pages/person.html",
        result,
        "people",
        person=scores.bureau.people[id],
        track=scores.tracks[id],
        seat=seat,
        placement=explanation.placement,
        numbers=[(name, getattr(own, name)) for name in ("quantification", "exam", "appraisal", "review", "speech")],
        scores_block=rest[0],
        posts=rest[1:],
        roles=roles_of(result.opened.scores, id),
    )


@router.get("/runs/{run_id}/section")
def section(view: Seen, run_id: RunId, id: Named) -> Response:
    """One section under a run: who sits there and why, who stood for its chief post, whom it chose."""
    result = view.result(run_id)
    if id not in result.scores.bureau.sections:
        raise Missing
    names = view.names(result.opened.case)
    findings = result.findings(view.house.store.acts(run_id))
    place = ("section_id", id)
    members = [one for one in result.outcome.placements if one.section_id == id]
    pairs = pairs_sheet(findings, names)
    barred = {pair.person_id for pair in result.scores.pairs if pair.section_id == id and not pair.admissible}
    return run_page(
        view,
        "pages/section.html",
        result,
        "board",
        section=result.scores.bureau.sections[id],
        members=[(one, basis_text(one, names)) for one in members],
        vacancies=[one for one in result.outcome.vacancies if one.section_id == id],
        ties=ties_of(result.outcome, names, id),
        contest=grid(contest_sheet(findings, names), names, run_id=run_id, where=place, drop=("section",)),
        pairs=grid(pairs, names, run_id=run_id, where=place, drop=("section",)),
        barred=len(barred),
        choices=grid(choices_sheet(findings, names), names, run_id=run_id, where=place, drop=("section",)),
    )
