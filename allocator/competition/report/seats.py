"""Who stood where and what came of it, for each outcome that is shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from allocator.competition.labels import Labels
from allocator.competition.pools import chief_contest, opening
from allocator.competition.report.findings import Findings
from allocator.competition.rules.preferences import ChiefOrders
from allocator.competition.scoring import PairScores
from models.competition.outcome import Outcome, Placement


@dataclass(frozen=True)
class ChiefResults:
    """For each open post, the admissible pairs in the post's own order; and the seats of each outcome by person."""

    posts: Mapping[str, tuple[PairScores, ...]]
    seats: tuple[Mapping[str, Placement], ...]
    labels: Labels

    def wins(self, pair: PairScores, number: int) -> bool:
        """Whether the pair's person holds the post in one of the outcomes."""
        seat = self.seats[number].get(pair.person_id)
        return seat is not None and (seat.section_id, seat.role) == (pair.section_id, "chief")

    def wins_any(self, pair: PairScores) -> bool:
        """Whether the pair's person holds the post in any outcome."""
        return any(self.wins(pair, number) for number in range(len(self.seats)))

    def words_of(self, pair: PairScores) -> list[str]:
        """What came of the pair in each outcome."""
        return [self._result(pair, number) for number in range(len(self.seats))]

    def _result(self, pair: PairScores, number: int) -> str:
        if self.wins(pair, number):
            return self.labels.words("mark.here")
        seat = self.seats[number].get(pair.person_id)
        if seat is None:
            return self.labels.words("mark.no_seat")
        return self.labels.words("mark.elsewhere", seat=seat_text(seat, self.labels))


def chief_results(findings: Findings, labels: Labels) -> ChiefResults:
    """The chief contest of the case with what each outcome made of it."""
    scores = findings.scores
    contest = chief_contest(scores, opening(scores.bureau))
    orders = ChiefOrders(scores.bureau, contest.pairs)
    posts: dict[str, list[PairScores]] = {section_id: [] for section_id in contest.open_posts}
    for pair in contest.pairs:
        posts[pair.section_id].append(pair)
    return ChiefResults(
        posts={section: tuple(sorted(pairs, key=orders.post_key)) for section, pairs in sorted(posts.items())},
        seats=tuple(seats_of(run.outcome) for run in findings.runs),
        labels=labels,
    )


def seats_of(outcome: Outcome) -> Mapping[str, Placement]:
    """The placement of each person who has one."""
    return {one.person_id: one for one in outcome.placements}


def seat_text(seat: Placement, labels: Labels) -> str:
    """A section and role."""
    return labels.post(seat.section_id, seat.role)


def basis_text(seat: Placement, labels: Labels) -> str:
    """On what a seat rests, with the round where there is one."""
    basis = labels.words(f"basis.{seat.basis}")
    return basis if seat.round is None else labels.words("basis.round", basis=basis, round=seat.round)


def contest_ran(findings: Findings) -> bool:
    """Whether the chief contest was run or taken over in any outcome shown."""
    states = {report.state for run in findings.runs for report in run.outcome.stages if report.stage == "chiefs"}
    return bool(states & {"run", "given"})
