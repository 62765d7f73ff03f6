"""Clerks: the proven optimum of mutual choice and direction (article 15).

Neutral seats, which neither side named, are people times sections. The problem only counts them: one column a person
and one a section. Once the seats that somebody wished for are proven, the rest are directed one after another; where
fewer of them find a seat than counted, their neutral seats are written out and the problem is solved again. The
counting problem allows more than the rules do, so what it proves and the seats reach is the optimum.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from allocator.competition.optimum import rows
from allocator.competition.optimum.builder import FormulationBuilder
from allocator.competition.optimum.columns import Part
from allocator.competition.optimum.completion import Completion
from allocator.competition.optimum.direction import seated, waiting
from allocator.competition.optimum.formulation import Formulation
from allocator.competition.optimum.levels import clerk_levels
from allocator.competition.optimum.neutral import NeutralSeats
from allocator.competition.optimum.search import Search, Stagework
from allocator.competition.pools import MutualContest, clerk_contest, clerk_reasons, measure_clerks
from allocator.competition.results import Later, StageResult
from allocator.competition.scoring import Scores
from allocator.solver import Ints, Limits, Progress
from models.competition.standing import Standing


def formulate_clerks(scores: Scores, standing: Standing, expanded: frozenset[str] = frozenset()) -> Formulation:
    """The clerks' stage as a problem; the people ``expanded`` have a column for each of their neutral seats."""
    return _Clerks(scores, standing, clerk_contest(scores, standing)).formulate(expanded)


def solve_clerks(
    scores: Scores,
    standing: Standing,
    *,
    hint: StageResult | Later | None = None,
    limits: Limits | None = None,
    progress: Progress | None = None,
    ties: bool = True,
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
        short=stage.short,
    )
    decided = Search(work, hint, limits, progress, ties).run()
    return StageResult(
        stage="clerks",
        standing=decided.standing,
        left_out=clerk_reasons(scores, contest.people, decided.standing),
        levels=decided.levels,
        unique=decided.unique,
        ties=decided.ties,
        follows=following(contest, standing, decided.standing) if decided.ties else (),
        evidence=decided.evidence,
    )


def following(contest: MutualContest, before: Standing, after: Standing) -> tuple[str, ...]:
    """Who was given a neutral seat; where other seats are tied, it may be another one with the choice among them."""
    seated = (m for m in after.members if m.role == "clerk" and m.person_id not in before.seated)
    return tuple(sorted(m.person_id for m in seated if m.section_id not in contest.named[m.person_id]))


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
        sheet = FormulationBuilder.joined([self._mutual(), self._one_sided(), *self._neutral(expanded)])
        rows.one_seat(sheet)
        rows.headcount(sheet, contest.free)
        rows.neutral_people_find_seats(sheet)
        rows.retention_clerk(sheet, bureau, contest.keep_left)
        rows.avoidance(sheet, bureau)
        rows.one_pick_a_round(sheet)
        return sheet.formulation("clerks", bureau.rulebook.objective.clerks, clerk_levels(self.scores, sheet))

    def complete(self, formulation: Formulation, values: Ints) -> Standing:
        """The seats that somebody wished for, and those of the rest."""
        ready = [found for known, found in self._prepared if known is values]
        self._prepared.clear()
        completion = ready[0] if ready else self._completion(formulation, values)
        return self.standing.with_members(*formulation.members(values), *seated(completion))

    @cached_property
    def _prepared(self) -> list[tuple[Ints, Completion]]:
        """The completion last found to seat everybody counted, for the values it was found for; seating spends it."""
        return []

    def short(self, formulation: Formulation, values: Ints) -> frozenset[str]:
        """Whom to write out because fewer people find a neutral seat than the values count; nobody if all do."""
        columns = formulation.legend.columns
        neutral = columns.of_kind("neutral")
        counted = {columns.people[p] for p in columns.person[neutral & (values != 0)].tolist()}
        if not counted or "placed" not in self.scores.bureau.rulebook.objective.clerks:
            return frozenset()
        completion = self._completion(formulation, values)
        if len(completion.matching) >= len(counted):
            self._prepared[:] = [(values, completion)]
            return frozenset()
        aggregated = {columns.people[p] for p in columns.person[neutral & (columns.section < 0)].tolist()}
        return frozenset((completion.in_the_way() & aggregated) or (counted & aggregated))

    def _completion(self, formulation: Formulation, values: Ints) -> Completion:
        """The people left over when the seats somebody wished for are taken, and how most of them can be seated."""
        return waiting(self.scores.bureau, self.contest, self.seats, formulation.members(values))

    def _mutual(self) -> Part:
        seats = self.contest.mutual
        return Part(
            kind="mutual",
            person_ids=[seat.person_id for seat in seats],
            section_ids=[seat.section_id for seat in seats],
            round=[seat.round for seat in seats],
            pick_order=[seat.pick_order for seat in seats],
            draw=[seat.lot for seat in seats],
            basis="mutual",
        )

    def _one_sided(self) -> Part:
        contest, draw_of = self.contest, self.scores.bureau.pair_lot
        seats = [(p, s) for p in contest.people for s in contest.named[p] if contest.allowed(p, s)]
        draws = [draw_of(person_id, section_id) for person_id, section_id in seats]
        return Part("one_sided", [p for p, _ in seats], [s for _, s in seats], draw=draws, basis="directed")

    def _neutral(self, expanded: frozenset[str]) -> Iterator[Part]:
        """The neutral seats: of the people expanded one by one, of all others counted by person and by section."""
        seats = self.seats
        able = [person_id for person_id in self.contest.people if seats.has_any(person_id)]
        written_out = [(p, s) for p in able if p in expanded for s in seats.of(p)]
        yield Part("neutral", [p for p, _ in written_out], [s for _, s in written_out])
        counted = [person_id for person_id in able if person_id not in expanded]
        yield Part("neutral", counted, [""] * len(counted))
        shut = Counter(section_id for person_id in counted for section_id in seats.shut[person_id])
        room = {s: min(self.contest.free[s], len(counted) - shut[s]) for s in seats.open}
        sections = [section_id for section_id, most in room.items() if most]
        yield Part("count", [""] * len(sections), sections, upper=[room[s] for s in sections])
