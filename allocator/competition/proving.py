"""The stages of an outcome formulated anew from the case, and the outcome's seats as values of the columns."""

from collections.abc import Callable, Iterable, Sequence

import numpy as np

from allocator.competition.optimum import Formulation, formulate_chiefs, formulate_clerks, formulate_institution
from allocator.competition.pools import opening
from allocator.competition.scoring import Scores
from allocator.solver import Ints
from models.competition.codes import ROLES, STAGES, Role, Stage
from models.competition.outcome import Outcome, Placement
from models.competition.standing import Member, Standing

ROLE_OF: dict[Stage, Role] = dict(zip(STAGES, ROLES, strict=True))
SAT_BEFORE = ("fixed", "pinned", "given")

Formulate = Callable[[Scores, Standing, frozenset[str]], Formulation]
FORMULATE: dict[Stage, Formulate] = {
    "chiefs": lambda scores, standing, _: formulate_chiefs(scores, standing),
    "clerks": formulate_clerks,
    "institution": lambda scores, standing, _: formulate_institution(scores, standing),
}


class NoColumn(Exception):
    """A seat of the outcome that the stage's problem does not know."""

    def __init__(self, placement: Placement) -> None:
        self.placement = placement
        super().__init__(placement.section_id)


def formulated(scores: Scores, outcome: Outcome, stage: Stage, written_out: Sequence[str]) -> Formulation:
    """The problem of a stage from who sat before it according to the outcome."""
    return FORMULATE[stage](scores, standing_before(scores, outcome, stage), frozenset(written_out))


def standing_before(scores: Scores, outcome: Outcome, stage: Stage) -> Standing:
    """Fixed and pinned people, and everybody whom the stages before this one seated."""
    start = opening(scores.bureau)
    earlier = {ROLE_OF[one] for one in STAGES[: STAGES.index(stage)]}
    members = (
        Member(
            person_id=one.person_id,
            section_id=one.section_id,
            role=one.role,
            basis=one.basis,
            round=one.round,
            pick_order=one.pick_order,
        )
        for one in outcome.placements
        if one.role in earlier and one.person_id not in start.seated
    )
    return start.with_members(*members)


def values_of(formulation: Formulation, outcome: Outcome) -> Ints:
    """The outcome's seats of a stage as column values; shortfalls are as small as the seats allow.

    Raises:
        NoColumn: for a seat that no column stands for.
    """
    columns = formulation.legend.columns
    values = np.zeros(len(columns), dtype=np.int64)
    settled = {
        (c.person_id, c.section_id, c.basis, c.round if c.kind == "mutual" else None): i
        for i, c in enumerate(columns)
        if c.is_settled
    }
    neutral = {(c.person_id, c.section_id): i for i, c in enumerate(columns) if c.kind in ("neutral", "count")}
    for seat in outcome.placements:
        if seat.role != formulation.role or seat.basis in SAT_BEFORE:
            continue
        round_ = seat.round if seat.basis == "mutual" else None
        named = settled.get((seat.person_id, seat.section_id, seat.basis, round_))
        for column in [named] if named is not None else _neutral(neutral, seat):
            values[column] += 1
    return _with_shortfalls(formulation, values)


def _neutral(neutral: dict[tuple[str, str], int], seat: Placement) -> Iterable[int]:
    """The column of a neutral seat written out, or the person's and the section's of one that is only counted."""
    explicit = neutral.get((seat.person_id, seat.section_id))
    if explicit is not None:
        return [explicit]
    person, section = neutral.get((seat.person_id, "")), neutral.get(("", seat.section_id))
    if seat.basis != "directed" or person is None or section is None:
        raise NoColumn(seat)
    return [person, section]


def _with_shortfalls(formulation: Formulation, values: Ints) -> Ints:
    """The values with every shortfall at the least that its own rows allow beside the seats taken."""
    problem = formulation.problem
    missing = {i for i, c in enumerate(formulation.legend.columns) if c.kind == "shortfall"}
    if not missing:
        return values
    for row in range(problem.rows):
        span = slice(int(problem.indptr[row]), int(problem.indptr[row + 1]))
        own = [c for c in problem.indices[span].tolist() if c in missing]
        if own:
            taken = int(np.dot(problem.data[span], values[problem.indices[span]]))
            short = int(problem.row_lb[row]) - taken
            values[own[0]] += max(0, short)
    return values
