"""The procedure by hand, played again from the case alone, stage after stage (articles 13, 15 and 16)."""

from collections.abc import Iterable, Mapping

from allocator.competition.audit.board import Board
from allocator.competition.audit.facts import Facts, Seat
from allocator.competition.audit.replay_chiefs import replay_chiefs
from allocator.competition.audit.replay_seats import replay_clerks, replay_institution
from allocator.competition.audit.replayed import Replayed
from models.competition.codes import ROLES, STAGES, Role, Stage

ROLE_OF: dict[Stage, Role] = dict(zip(STAGES, ROLES, strict=True))
"""The role each stage decides."""


def replay(facts: Facts, run: Iterable[Stage], given: Mapping[str, Seat]) -> dict[Stage, Replayed]:
    """What the procedure makes of the stages that were run, after the seats that were given."""
    board = Board(facts, {**facts.fixed, **facts.pinned, **given})
    wanted = set(run)
    found: dict[Stage, Replayed] = {}
    for stage in STAGES:
        if stage in wanted:
            found[stage] = replay_stage(facts, stage, board)
            for person, taken in found[stage].seats.items():
                board.seat(person, Seat(taken.section, ROLE_OF[stage]))
    return found


def replay_stage(facts: Facts, stage: Stage, board: Board) -> Replayed:
    """What the procedure makes of one stage from a board, which is not changed."""
    if stage == "chiefs":
        return replay_chiefs(facts.pairs)
    return replay_clerks(board) if stage == "clerks" else replay_institution(board)
