"""Institution staff: the proven optimum of what headcount is left (article 16)."""

from collections.abc import Iterator

from allocator.competition.optimum import rows
from allocator.competition.optimum.builder import FormulationBuilder
from allocator.competition.optimum.columns import Column
from allocator.competition.optimum.formulation import Formulation
from allocator.competition.optimum.levels import institution_levels
from allocator.competition.optimum.search import Search, Stagework
from allocator.competition.pools import (
    InstitutionContest,
    composition_shortfall,
    counts_towards,
    institution_contest,
    institution_reasons,
    measure_institution,
    requirement_warnings,
    targets_of,
)
from allocator.competition.results import Later, StageResult
from allocator.competition.scoring import Scores
from allocator.solver import Limits, Progress
from models.competition.standing import Standing


def formulate_institution(scores: Scores, standing: Standing) -> Formulation:
    """The institution stage as a problem: mutual and required seats, and by how much sections miss their targets."""
    return _formulate(scores, standing, institution_contest(scores, standing))


def solve_institution(
    scores: Scores,
    standing: Standing,
    *,
    hint: StageResult | Later | None = None,
    limits: Limits | None = None,
    progress: Progress | None = None,
    ties: bool = True,
) -> StageResult:
    """The optimum of the institution stage, proven level by level, with what only the draw decided.

    Arguments as for the chiefs' stage. A duty to keep one of a section's own that is not met is a warning.
    """
    contest = institution_contest(scores, standing)
    work = Stagework(
        before=standing,
        formulate=lambda _: _formulate(scores, standing, contest),
        complete=lambda formulation, values: standing.with_members(*formulation.members(values)),
        measure=lambda after: measure_institution(scores, standing, after),
    )
    decided = Search(work, hint, limits, progress, ties).run()
    return StageResult(
        stage="institution",
        standing=decided.standing,
        left_out=institution_reasons(scores, contest, decided.standing),
        levels=decided.levels,
        unique=decided.unique,
        ties=decided.ties,
        evidence=decided.evidence,
        warnings=requirement_warnings(contest, decided.standing),
    )


def _formulate(scores: Scores, standing: Standing, contest: InstitutionContest) -> Formulation:
    bureau = scores.bureau
    order = bureau.rulebook.objective.institution
    seats = [*_mutual_columns(contest), *_required_columns(scores, contest)]
    missing = list(_shortfall_columns(scores, standing, seats)) if "shortfall" in order else []
    sheet = FormulationBuilder.of([*seats, *missing])
    rows.one_seat(sheet)
    rows.headcount(sheet, contest.free)
    rows.retention_institution(sheet, bureau, contest.keep_left)
    rows.avoidance(sheet, bureau)
    rows.one_pick_a_round(sheet)
    rows.required_retention(sheet)
    rows.composition(sheet, bureau)
    beyond_help = composition_shortfall(bureau, standing) - sum(column.upper for column in missing)
    return sheet.formulation("institution", order, institution_levels(scores, sheet), {"shortfall": beyond_help})


def _mutual_columns(contest: InstitutionContest) -> Iterator[Column]:
    for seat in contest.mutual:
        yield Column(
            kind="mutual",
            person_id=seat.person_id,
            section_id=seat.section_id,
            round=seat.round,
            pick_order=seat.pick_order,
            draw=seat.lot,
            basis="mutual",
        )


def _required_columns(scores: Scores, contest: InstitutionContest) -> Iterator[Column]:
    for section_id, people in contest.required_people.items():
        for person_id, own_rank in people:
            yield Column(
                kind="required",
                person_id=person_id,
                section_id=section_id,
                round=1,
                pick_order=own_rank,
                draw=scores.bureau.pair_lot(person_id, section_id),
                basis="required",
            )


def _shortfall_columns(scores: Scores, standing: Standing, seats: list[Column]) -> Iterator[Column]:
    """A column for each target that a section misses as it stands and that somebody who may come would help to meet."""
    bureau = scores.bureau
    targets = bureau.rulebook.institution.composition
    coming: dict[str, set[str]] = {}
    for seat in seats:
        coming.setdefault(seat.section_id, set()).add(seat.person_id)
    for section_id, people in coming.items():
        inside = [bureau.people[m.person_id] for m in standing.of_section(section_id)]
        for number, target in enumerate(targets):
            if target not in targets_of(bureau, section_id):
                continue
            need = target.min_count - sum(counts_towards(bureau, person, target) for person in inside)
            if need > 0 and any(counts_towards(bureau, bureau.people[p], target) for p in people):
                yield Column(kind="shortfall", section_id=section_id, upper=need, target=number)
