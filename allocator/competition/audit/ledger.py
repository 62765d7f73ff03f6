"""An outcome read against the facts: who was seated before and after each stage, and in which of its seats."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from allocator.competition.audit.board import Board, clerk_pool, duties, institution_pool
from allocator.competition.audit.facts import Facts, Seat
from allocator.competition.audit.replay import ROLE_OF
from models.common.outcome import Level
from models.competition.codes import STAGES, Stage
from models.competition.outcome import Outcome, Placement, StageReport

SETTLED = ("fixed", "pinned")


class Row(NamedTuple):
    """A placement with its place in the outcome."""

    where: str
    placement: Placement

    @property
    def person(self) -> str:
        """The person placed."""
        return self.placement.person_id

    @property
    def section(self) -> str:
        """The section of the seat."""
        return self.placement.section_id


@dataclass(frozen=True)
class Ledger:
    """The outcome with its look-ups. The boards it hands out are shared: copy before seating anybody."""

    facts: Facts
    outcome: Outcome

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Every placement with its place."""
        return tuple(Row(f"placements[{i}]", p) for i, p in enumerate(self.outcome.placements))

    @cached_property
    def by_person(self) -> Mapping[str, Row]:
        """The placement of each person."""
        return {row.person: row for row in self.rows}

    @cached_property
    def reports(self) -> Mapping[Stage, StageReport]:
        """The report of each stage."""
        return {report.stage: report for report in self.outcome.stages}

    def ran(self, stage: Stage) -> bool:
        """Whether a stage was decided here."""
        return self.reports[stage].state == "run"

    @cached_property
    def proven(self) -> Mapping[Stage, bool]:
        """Of each stage that was run, whether all its levels are marked proven."""
        return {s: all(lv.proven for lv in r.levels) for s, r in self.reports.items() if r.state == "run"}

    def decided(self, stage: Stage) -> tuple[Row, ...]:
        """The placements a stage decided or took as given: its role, without fixed and pinned people."""
        return self._decided[stage]

    @cached_property
    def _decided(self) -> Mapping[Stage, tuple[Row, ...]]:
        return {
            stage: tuple(r for r in self.rows if r.placement.role == role and r.placement.basis not in SETTLED)
            for stage, role in ROLE_OF.items()
        }

    @cached_property
    def given(self) -> Mapping[str, Seat]:
        """The seats taken as given."""
        rows = (row.placement for row in self.rows if row.placement.basis == "given")
        return {p.person_id: Seat(p.section_id, p.role) for p in rows}

    def before(self, stage: Stage) -> Board:
        """The board before a stage."""
        return self._boards[STAGES.index(stage)]

    def after(self, stage: Stage) -> Board:
        """The board after a stage."""
        return self._boards[STAGES.index(stage) + 1]

    @cached_property
    def _boards(self) -> tuple[Board, ...]:
        settled = {
            row.person: Seat(row.section, row.placement.role) for row in self.rows if row.placement.basis in SETTLED
        }
        boards = [Board(self.facts, settled)]
        for stage in STAGES:
            board = boards[-1].copy()
            for row in self.decided(stage):
                board.seat(row.person, Seat(row.section, row.placement.role))
            boards.append(board)
        return tuple(boards)

    @cached_property
    def clerks(self) -> frozenset[str]:
        """The clerks' pool."""
        return frozenset(clerk_pool(self.before("clerks")))

    @cached_property
    def staff(self) -> frozenset[str]:
        """The pool of the institution stage."""
        return frozenset(institution_pool(self.before("institution")))

    @cached_property
    def owing(self) -> Mapping[str, list[str]]:
        """The sections that must keep one of their institution staff, with those who filed."""
        return duties(self.before("institution"), sorted(self.staff))

    def levels(self) -> Iterator[tuple[str, Stage, Level]]:
        """Every level with its place and stage."""
        for i, report in enumerate(self.outcome.stages):
            for j, level in enumerate(report.levels):
                yield f"stages[{i}].levels[{j}]", report.stage, level
