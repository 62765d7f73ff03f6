"""A stage of mutual choice as it filled: who sat where when a round opened or somebody's turn came."""

from collections.abc import Container
from dataclasses import dataclass
from functools import cached_property

from allocator.competition.bureau import Bureau
from allocator.competition.explain.answers import Argument, Reason
from allocator.competition.explain.uncontested import in_total, settled_reasons
from allocator.competition.pipeline import Run
from allocator.competition.pipeline.stages import ROLE_OF
from allocator.competition.pools import InstitutionContest, MutualContest, Room, clerk_contest, institution_contest
from allocator.competition.scoring import Scores
from allocator.competition.scoring.tables import score_text
from models.competition.codes import Stage
from models.competition.rule_ids import RuleId
from models.competition.standing import Member, Standing


@dataclass(frozen=True)
class Wish:
    """A section that a person filed for (in these rounds) or whose list has him (at this rank)."""

    person_id: str
    section_id: str
    rounds: tuple[int, ...]
    rank: int | None

    @staticmethod
    def of(bureau: Bureau, person_id: str, section_id: str) -> "Wish":
        """The wish as recorded."""
        filed = bureau.clerk_filings.get(person_id, {})
        rounds = tuple(sorted(r for r, s in filed.items() if s == section_id))
        return Wish(person_id, section_id, rounds, bureau.pick_rank.get(section_id, {}).get(person_id))

    @property
    def args(self) -> dict[str, Argument]:
        """The wish as arguments of a reason."""
        found: dict[str, Argument] = {"section_id": self.section_id}
        if self.rank is not None:
            found["pick_order"] = self.rank
        if self.rounds:
            found |= {"rounds": self.rounds, "round": self.rounds[0]}
        return found


class Filling:
    """The seats of one stage and role as one run gave them."""

    def __init__(self, scores: Scores, run: Run, stage: Stage) -> None:
        self.scores, self.run, self.stage = scores, run, stage
        self.role = ROLE_OF[stage]
        self.choice = RuleId.MUTUAL_CHOICE if stage == "clerks" else RuleId.INSTITUTION_ORDER

    @cached_property
    def contest(self) -> MutualContest | InstitutionContest:
        """The stage before it began."""
        before = self.run.before[self.stage]
        return clerk_contest(self.scores, before) if self.role == "clerk" else institution_contest(self.scores, before)

    def sitting(self, section_id: str) -> tuple[Member, ...]:
        """Whom the stage seated in a section."""
        before = self.run.before[self.stage].seated
        return tuple(m for m in self.run.standing.of_section(section_id) if self._of_stage(m, before.keys()))

    def _of_stage(self, member: Member, before: Container[str]) -> bool:
        return member.role == self.role and member.person_id not in before

    def taker(self, section_id: str, round_: int) -> Member | None:
        """Whom the section took in a round."""
        return next((m for m in self.sitting(section_id) if m.basis == "mutual" and m.round == round_), None)

    def is_chosen(self, person_id: str) -> bool:
        """Whether mutual choice seated the person in the stage."""
        member = self.run.standing.seated.get(person_id)
        return member is not None and member.role == self.role and member.basis == "mutual"

    def seated_before(self, round_: int) -> Standing:
        """The standing when a round of mutual choice opened, under the rules."""
        start = self.run.before[self.stage]
        early = [
            m
            for m in self.run.standing.members
            if self._of_stage(m, start.seated.keys())
            and (
                m.basis == "required"
                or (m.basis == "mutual" and (m.round or 0) < round_)
                or (m.basis == "directed" and self.scores.tracks[m.person_id].withdrawn)
            )
        ]
        return start.with_members(*early)

    @cached_property
    def after(self) -> Standing:
        """The standing when the stage was over."""
        start = self.run.before[self.stage]
        return start.with_members(*(m for m in self.run.standing.members if self._of_stage(m, start.seated.keys())))

    def seated_at_turn(self, person_id: str) -> Standing:
        """The standing when the person's turn to be directed came, under the rules."""
        contest, start = self.contest, self.run.before[self.stage]
        assert isinstance(contest, MutualContest)
        first = person_id in contest.withdrawn
        turn = {p: at for at, p in enumerate(contest.people)}
        seated = []
        for m in self.run.standing.members:
            if not self._of_stage(m, start.seated.keys()):
                continue
            gave_up = m.person_id in contest.withdrawn
            earlier = turn.get(m.person_id, -1) < turn[person_id]
            if (gave_up and (not first or earlier)) or (not first and (m.basis == "mutual" or earlier)):
                seated.append(m)
        return start.with_members(*seated)

    def shut(self, now: Standing, wish: Wish) -> Reason | None:
        """The rule that closes a section to the person, or that it has no free seat; ``None`` while it is open.

        ``now`` is who sits where at the moment asked about.
        """
        who, where, bureau = wish.person_id, wish.section_id, self.scores.bureau
        room = Room(bureau, now, self.role)
        args = wish.args
        rule = room.closed_by(who, where)
        if rule is RuleId.PIN:
            pins = (p for p in bureau.case.pins if (p.person_id, p.section_id, p.mode) == (who, where, "forbid"))
            pin = next(p for p in pins if p.role == self.role)
            return Reason("forbidden", rule, {**args, "ground": pin.reason, "authority": pin.authority})
        if rule is RuleId.AVOIDANCE:
            people = bureau.avoided[who] & room.inside[where]
            return Reason("avoids", rule, {**args, "people": tuple(sorted(people))})
        if rule is not None:
            cap = bureau.retain(where) if self.role == "clerk" else bureau.rulebook.institution.retain
            return Reason("retention", rule, {**args, "cap": cap})
        if room.free[where] <= 0:
            sitting = tuple(m.person_id for m in now.of_section(where) if m.role != "chief")
            return Reason("full" if sitting else "no_seats", RuleId.HEADCOUNT, {**args, "sitting": sitting})
        return None

    def why(self, member: Member) -> tuple[Reason, ...]:
        """Why a person has his seat in this role."""
        wish = Wish.of(self.scores.bureau, member.person_id, member.section_id)
        optimal = self.run.outcome.method == "optimal"
        if member.basis == "mutual":
            args = {**wish.args, "round": member.round or 0, "pick_order": member.pick_order or 0}
            code, rule = ("mutual_in_total" if optimal else "mutual"), self.choice
        elif member.basis == "required":
            code, rule, args = "kept", RuleId.REQUIRED_RETENTION, wish.args
        elif member.basis == "directed":
            listed = 1 if wish.rank is not None else 2
            number = listed if wish.rounds else listed + 2
            quantification = score_text(self.scores.people[member.person_id].quantification) or "-"
            args = {**wish.args, "wish": number, "quantification": quantification}
            code, rule = "directed", RuleId.DIRECTION
        else:
            return settled_reasons(self.scores, member)
        first = Reason(code, rule, args)
        return (first, in_total(self.run, self.stage, member.section_id)) if optimal else (first,)
