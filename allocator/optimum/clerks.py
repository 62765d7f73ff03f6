"""Clerks: the proven optimum of mutual choice and direction (article 15).

Neutral seats, which neither side named, are people times sections. The problem only counts them: one column a person
and one a section. Once the seats that somebody wished for are proven, the rest are directed one after another; where
fewer of them find a seat than counted, their neutral seats are written out and the problem is solved again. The
counting problem allows more than the rules do, so what it proves and the seats reach is the optimum.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from allocator.optimum import rows
from allocator.optimum.direction import seat_neutral
from allocator.optimum.formulation import Column, Formulation
from allocator.optimum.levels import clerk_levels
from allocator.optimum.neutral import NeutralSeats
from allocator.optimum.search import Completed, Search, Stagework
from allocator.optimum.sheet import Sheet
from allocator.pools import MutualContest, clerk_contest, clerk_reasons, measure_clerks
from allocator.results import StageResult
from allocator.scoring import Scores
from allocator.solver import Ints, Limits, Progress
from models.standing import Standing


def formulate_clerks(scores: Scores, standing: Standing, expanded: frozenset[str] = frozenset()) -> Formulation:
    """The clerks' stage as a problem; the people ``expanded`` have a column for each of their neutral seats."""
    return _Clerks(scores, standing, clerk_contest(scores, standing)).formulate(expanded)


def solve_clerks(
    scores: Scores,
    standing: Standing,
    *,
    hint: StageResult | None = None,
    limits: Limits | None = None,
    progress: Progress | None = None,
) -> StageResult:
    """The optimum of the clerks' stage, proven level by level, with what only the draw decided.

    Arguments as for the chiefs' stage.
    """
    contest = clerk_contest(scores, standing)
    stage = _Clerks(scores, standing, contest)
    work = Stagework(
        before=standing,
        formulate=stage.formulate,
        complete=stage.complete,
        measure=lambda after: measure_clerks(scores, standing, after),
    )
    decided = Search(work, hint, limits, progress).run()
    return StageResult(
        stage="clerks",
        standing=decided.standing,
        left_out=clerk_reasons(scores, contest.people, decided.standing),
        levels=decided.levels,
        unique=decided.unique,
        ties=decided.ties,
        evidence=decided.evidence,
    )


@dataclass(frozen=True)
class _Clerks:
    """The clerks' stage from one standing."""

    scores: Scores
    standing: Standing
    contest: MutualContest

    @cached_property
    def seats(self) -> NeutralSeats:
        """The neutral seats at the start of the stage."""
        return NeutralSeats(self.scores.bureau, self.standing, self.contest)

    def formulate(self, expanded: frozenset[str]) -> Formulation:
        """The columns and rows, with the neutral seats of the expanded people written out."""
        bureau, contest = self.scores.bureau, self.contest
        sheet = Sheet.of([*self._mutual(), *self._one_sided(), *self._neutral(expanded)])
        rows.one_seat(sheet)
        rows.headcount(sheet, contest.free)
        rows.neutral_people_find_seats(sheet)
        rows.retention_clerk(sheet, bureau, contest.keep_left)
        rows.avoidance(sheet, bureau)
        rows.one_pick_a_round(sheet)
        return sheet.formulation("clerks", bureau.rulebook.objective.clerks, clerk_levels(self.scores, sheet))

    def complete(self, formulation: Formulation, values: Ints) -> Completed:
        """Seats the rest; names the people to write out where fewer find a seat than the values count."""
        settled = formulation.members(values)
        columns = formulation.legend.columns
        counted = {c.person_id for c, v in zip(columns, values.tolist(), strict=True) if v and c.kind == "neutral"}
        needed = len(counted) if "placed" in self.scores.bureau.rulebook.objective.clerks else None
        directed = seat_neutral(self.scores.bureau, self.contest, self.seats, settled, needed)
        after = self.standing.with_members(*settled, *directed.members)
        if not directed.missing:
            return Completed(after)
        aggregated = {c.person_id for c in columns if c.kind == "neutral" and not c.section_id}
        short = (directed.in_the_way & aggregated) or (counted & aggregated)
        return Completed(after, frozenset(short))

    def _mutual(self) -> Iterator[Column]:
        for seat in self.contest.mutual:
            yield Column(
                kind="mutual",
                person_id=seat.person_id,
                section_id=seat.section_id,
                round=seat.round,
                pick_order=seat.pick_order,
                draw=seat.lot,
                basis="mutual",
            )

    def _one_sided(self) -> Iterator[Column]:
        bureau, contest = self.scores.bureau, self.contest
        for person_id in contest.people:
            for section_id in contest.named[person_id]:
                if contest.allowed(person_id, section_id):
                    draw = bureau.pair_lot(person_id, section_id)
                    yield Column("one_sided", person_id, section_id, draw=draw, basis="directed")

    def _neutral(self, expanded: frozenset[str]) -> Iterator[Column]:
        seats, counted = self.seats, 0
        shut = dict.fromkeys(seats.open, 0)
        for person_id in self.contest.people:
            if not seats.has_any(person_id):
                continue
            if person_id in expanded:
                for section_id in seats.of(person_id):
                    yield Column("neutral", person_id, section_id)
                continue
            yield Column("neutral", person_id)
            counted += 1
            for section_id in seats.shut[person_id]:
                shut[section_id] += 1
        for section_id in seats.open:
            if most := min(self.contest.free[section_id], counted - shut[section_id]):
                yield Column("count", section_id=section_id, upper=most)
