"""What people wished for, and how far a seat meets it."""

from collections import Counter
from collections.abc import Mapping
from functools import cached_property

from allocator.competition.pools import (
    InstitutionContest,
    MutualContest,
    chief_contest,
    clerk_contest,
    institution_contest,
    opening,
)
from allocator.competition.pools.mutual import first_rounds
from allocator.competition.rules.preferences import ChiefOrders
from allocator.competition.scoring import Scores
from models.competition.codes import Role, Stage
from models.competition.standing import Member, Standing

NOT_WISHED = 1_000_000
Rank = tuple[int | str, ...]


class Wishes:
    """Every person's own order of seats: chief posts by round, rate, filing and choice (article 13-2), then other
    sections by the earliest round of filing, then any seat, then none."""

    def __init__(self, scores: Scores) -> None:
        self._scores = scores
        self._contests: dict[tuple[Stage, int], tuple[Standing, MutualContest | InstitutionContest]] = {}

    @cached_property
    def orders(self) -> ChiefOrders:
        """The orders of the chief contest."""
        contest = chief_contest(self._scores, opening(self._scores.bureau))
        return ChiefOrders(self._scores.bureau, contest.pairs)

    def contest(self, stage: Stage, before: Standing) -> MutualContest | InstitutionContest:
        """A stage of mutual choice from a standing, worked out once for all that is asked of it."""
        known = self._contests.get((stage, id(before)))
        if known is None:
            contest = clerk_contest if stage == "clerks" else institution_contest
            known = self._contests[stage, id(before)] = (before, contest(self._scores, before))
        return known[1]

    def contestants(self, stage: Stage, before: Standing) -> tuple[str, ...]:
        """Everybody whom a stage could seat, in id order."""
        if stage == "chiefs":
            return tuple(sorted({pair.person_id for pair in chief_contest(self._scores, before).pairs}))
        return tuple(sorted(self.contest(stage, before).people))

    def rank(self, person_id: str, member: Member | None) -> Rank:
        """The place of a seat in the person's own order; smaller is better."""
        if member is None:
            return (2,)
        if member.role == "chief":
            pair = self._scores.pair.get((person_id, member.section_id))
            return (0,) if pair is None else (0, *self.orders.person_key(pair))
        return (1, self.filed_round(person_id, member.section_id, member.role) or NOT_WISHED)

    def filed_round(self, person_id: str, section_id: str, role: Role) -> int | None:
        """The earliest round in which the person filed for a seat of the section, if ever."""
        return first_rounds(self._scores.bureau, person_id, role).get(section_id)

    def met(self, stage: Stage, before: Standing, after: Standing) -> Mapping[str, int]:
        """How many people of the stage got what they filed for, by round; then write-ins, other seats, no seat."""
        counts: Counter[str] = Counter()
        for person_id in self.contestants(stage, before):
            counts[self._kind(stage, person_id, after.seated.get(person_id))] += 1
        tail = ["written_in"] if stage == "chiefs" else ["other"]
        rounds = sorted((kind for kind in counts if kind.isdigit()), key=int)
        return {kind: counts[kind] for kind in [*rounds, *tail, "unplaced"]}

    def _kind(self, stage: Stage, person_id: str, member: Member | None) -> str:
        if member is None:
            return "unplaced"
        if stage == "chiefs":
            return "written_in" if member.basis == "written_in" else str(member.round)
        round_ = self.filed_round(person_id, member.section_id, member.role)
        return "other" if round_ is None else str(round_)
