"""How each section came out for a clerk or one of the institution staff: picked or not, when, and who instead."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from allocator.explain.answers import Argument, PostAnswer, Reason, Verdict
from allocator.pipeline import Run
from allocator.pipeline.stages import ROLE_OF
from allocator.pools import (
    InstitutionContest,
    MutualContest,
    Room,
    clerk_contest,
    institution_contest,
)
from allocator.scoring import Scores
from allocator.scoring.tables import score_text
from models.base import Stage
from models.outcome import StageState
from models.rule_ids import RuleId
from models.standing import Member, Standing

Found = tuple[Verdict, tuple[Reason, ...]]
TRACKS = {"clerks": ("incumbent", "candidate", "clerk"), "institution": ("institution",)}
"""The tracks whose people a stage of mutual choice seats."""


@dataclass(frozen=True)
class Wish:
    """A section that a person filed for (in these rounds) or whose list has him (at this rank)."""

    person_id: str
    section_id: str
    rounds: tuple[int, ...]
    rank: int | None

    @property
    def args(self) -> dict[str, Argument]:
        """The wish as arguments of a reason."""
        found: dict[str, Argument] = {"section_id": self.section_id}
        if self.rank is not None:
            found["pick_order"] = self.rank
        if self.rounds:
            found |= {"rounds": self.rounds, "round": self.rounds[0]}
        return found


class MutualPosts:
    """The seats of clerks or of institution staff as one run gave them."""

    def __init__(self, scores: Scores, run: Run, stage: Stage) -> None:
        self.scores, self.run, self.stage = scores, run, stage
        self.role = ROLE_OF[stage]
        self.state: StageState = next(r.state for r in run.outcome.stages if r.stage == stage)

    @cached_property
    def contest(self) -> MutualContest | InstitutionContest:
        """The stage before it began."""
        before = self.run.before[self.stage]
        return clerk_contest(self.scores, before) if self.role == "clerk" else institution_contest(self.scores, before)

    def sections_of(self, person_id: str) -> tuple[str, ...]:
        """The sections named, those filed for first, in the order of filing."""
        filed = self.scores.bureau.clerk_filings.get(person_id, {})
        first: dict[str, int] = {}
        for round_, section_id in sorted(filed.items()):
            first.setdefault(section_id, round_)
        listed = sorted(s for s, ranks in self.scores.bureau.pick_rank.items() if person_id in ranks and s not in first)
        return (*sorted(first, key=lambda s: (first[s], s)), *listed)

    def answer(self, person_id: str, section_id: str) -> PostAnswer:
        """The verdict on one section with its reasons; without price."""
        filed = self.scores.bureau.clerk_filings.get(person_id, {})
        rounds = tuple(sorted(r for r, s in filed.items() if s == section_id))
        rank = self.scores.bureau.pick_rank.get(section_id, {}).get(person_id)
        wish = Wish(person_id, section_id, rounds, rank)
        verdict, reasons = self._verdict(wish)
        return PostAnswer(self.stage, section_id, self.role, verdict, reasons)

    def _verdict(self, wish: Wish) -> Found:
        member = self.run.standing.seated.get(wish.person_id)
        if member is not None and (member.section_id, member.role) == (wish.section_id, self.role):
            return "placed", self.why(member)
        if member is not None and member.basis in ("fixed", "pinned"):
            code, rule = ("stays_fixed", RuleId.TRACK) if member.basis == "fixed" else ("pinned_elsewhere", RuleId.PIN)
            return "barred", (Reason(code, rule, _better(member)),)
        track = self.scores.tracks[wish.person_id].track
        if track not in TRACKS[self.stage]:
            return "barred", (Reason("wrong_track", RuleId.TRACK, {"track": track}),)
        if member is not None and member.role != self.role:
            return "given_up", (Reason("holds_chief_post", RuleId.ONE_SEAT, _better(member)),)
        if self.state == "given":
            return "decided", (Reason("mutual_decided", RuleId.CLERK_ORDER, {"section_id": wish.section_id}),)
        if self.state != "run":
            return "pending", (Reason("mutual_pending", RuleId.CLERK_ORDER, {"section_id": wish.section_id}),)
        return self._not_in_pool(wish) or self._closed(wish) or self._contested(wish, member)

    def _not_in_pool(self, wish: Wish) -> Found | None:
        contest = self.contest
        if isinstance(contest, InstitutionContest):
            for left in contest.not_in_pool:
                if left.person_id == wish.person_id:
                    return "barred", (Reason("not_in_pool", RuleId.INSTITUTION_POOL, {"reason": left.reason}),)
        return None

    def _closed(self, wish: Wish) -> Found | None:
        """What closed the section before anybody was seated in the stage."""
        found = self._shut(self.contest.room, wish)
        return None if found is None else ("barred", (found,))

    def _shut(self, room: Room, wish: Wish) -> Reason | None:
        """The rule that closes a section to the person, or that it has no free seat; ``None`` while it is open."""
        who, where, bureau = wish.person_id, wish.section_id, self.scores.bureau
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
            return Reason("full", RuleId.HEADCOUNT, {**args, "headcount": bureau.sections[where].headcount})
        return None

    def _contested(self, wish: Wish, member: Member | None) -> Found:
        """A section that was open to the person when the stage began."""
        if not wish.rounds and wish.rank is None:
            return "not_mutual", (Reason("not_named", RuleId.MUTUAL_CHOICE, wish.args),)
        if not wish.rounds:
            return "not_mutual", (Reason("not_filed", RuleId.MUTUAL_CHOICE, wish.args),)
        has_earlier = self._has_earlier(wish, member)
        required = self._required(wish)
        withdrawn = self.scores.tracks[wish.person_id].withdrawn
        optimal = self.run.outcome.method == "optimal"
        if optimal and has_earlier is not None:
            return "given_up", (has_earlier,)
        if required is not None:
            return ("lost_to_total" if optimal else "outranked"), (required,)
        if withdrawn or wish.rank is None:
            first = (
                Reason("withdrew", RuleId.WITHDRAWN, wish.args)
                if withdrawn
                else Reason("not_listed", RuleId.MUTUAL_CHOICE, wish.args)
            )
            if self.role == "institution":
                return "not_mutual", (first,)
            if optimal:
                return "lost_to_total", (first,)
            return ("barred" if withdrawn else "not_mutual"), (first, *self._direction(wish, member))
        if optimal:
            return "lost_to_total", tuple(self._picks(wish))
        return self._by_rounds(wish, member)

    def _has_earlier(self, wish: Wish, member: Member | None) -> Reason | None:
        """That the person has a seat he filed for in an earlier round, if so."""
        if member is None:
            return None
        filed = self.scores.bureau.clerk_filings.get(wish.person_id, {})
        rounds = [r for r, s in filed.items() if s == member.section_id]
        if not rounds or min(rounds) >= wish.rounds[0]:
            return None
        args = {**wish.args, **_better(member), "has_round": min(rounds)}
        return Reason("filed_earlier", RuleId.MUTUAL_CHOICE, args)

    def _required(self, wish: Wish) -> Reason | None:
        """For the own people of a section that must keep one of them: who was kept instead, and on which key."""
        contest = self.contest
        if not isinstance(contest, InstitutionContest):
            return None
        able = dict(contest.required_people.get(wish.section_id, ()))
        if wish.person_id not in able:
            return None
        kept = next((m for m in self._sitting(wish.section_id) if m.basis == "required"), None)
        args = {**wish.args, "own_rank": able[wish.person_id]}
        if kept is None:
            return Reason("required_nobody", RuleId.REQUIRED_RETENTION, args)
        clause = self._kept_by(wish, kept.person_id, able)
        rule = RuleId.LOT if clause in ("lot", "id") else RuleId.REQUIRED_RETENTION
        return Reason("required_other", rule, {**args, "holder": kept.person_id, "clause": clause})

    def _kept_by(self, wish: Wish, other: str, able: dict[str, int]) -> str:
        """The first key on which the one kept stands before the person."""

        def key(person_id: str) -> tuple[int | str, ...]:
            quantification = self.scores.people[person_id].quantification or 0
            return (able[person_id], -quantification, -self.scores.bureau.pair_lot(person_id, wish.section_id))

        names = ("pick_order", "quantification", "lot")
        differ = (name for name, a, b in zip(names, key(other), key(wish.person_id), strict=True) if a != b)
        return next(differ, "id")

    def _sitting(self, section_id: str) -> tuple[Member, ...]:
        """Whom the stage seated in a section."""
        before = self.run.before[self.stage].seated
        return tuple(m for m in self.run.standing.of_section(section_id) if self._of_stage(m, before.keys()))

    def _of_stage(self, member: Member, before: object) -> bool:
        return member.role == self.role and member.person_id not in before  # type: ignore[operator]

    def _seated_before(self, round_: int) -> Standing:
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

    def _taker(self, section_id: str, round_: int) -> Member | None:
        """Whom the section took in a round."""
        return next((m for m in self._sitting(section_id) if m.basis == "mutual" and m.round == round_), None)

    def _picks(self, wish: Wish) -> Iterator[Reason]:
        """For each round of filing whom the section took instead, if anybody."""
        for round_ in wish.rounds:
            yield self._pick(wish, round_)

    def _pick(self, wish: Wish, round_: int) -> Reason:
        args = {**wish.args, "round": round_}
        taker = self._taker(wish.section_id, round_)
        if taker is None:
            return Reason("pick_unused", RuleId.MUTUAL_CHOICE, args)
        args |= {"holder": taker.person_id, "holder_pick_order": taker.pick_order or 0}
        return Reason("pick_other", RuleId.MUTUAL_CHOICE, args)

    def _by_rounds(self, wish: Wish, member: Member | None) -> Found:
        """Both sides wished for the seat: what happened in each round in which the person filed for it."""
        reasons: list[Reason] = []
        for round_ in wish.rounds:
            if member is not None and member.basis == "required":
                return "given_up", (Reason("kept_before", RuleId.REQUIRED_RETENTION, {**wish.args, **_better(member)}),)
            if member is not None and member.basis == "mutual" and (member.round or 0) < round_:
                more = {**wish.args, **_better(member), "has_round": member.round or 0}
                return "given_up", (*reasons, Reason("filed_earlier", RuleId.MUTUAL_CHOICE, more))
            room = Room(self.scores.bureau, self._seated_before(round_), self.role)
            reasons.append(
                self._shut(room, Wish(wish.person_id, wish.section_id, (round_,), wish.rank))
                or self._pick(wish, round_)
            )
        verdict: Verdict = "barred" if reasons[-1].code in ("avoids", "retention") else "outranked"
        return verdict, (*reasons, *(self._direction(wish, member) if self.role == "clerk" else ()))

    def _direction(self, wish: Wish, member: Member | None) -> tuple[Reason, ...]:
        """Why the leadership, directing the person by the rules, did not direct him here."""
        if member is not None and member.basis != "directed":
            return ()
        room = Room(self.scores.bureau, self._seated_at_turn(wish.person_id), self.role)
        shut = self._shut(room, Wish(wish.person_id, wish.section_id, (), wish.rank))
        if shut is not None:
            return (Reason(f"at_direction_{shut.code}", shut.rule, shut.args),)
        if member is None:
            return ()
        return (Reason("directed_elsewhere", RuleId.DIRECTION, {**wish.args, **_better(member)}),)

    def _seated_at_turn(self, person_id: str) -> Standing:
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
            earlier = turn[m.person_id] < turn[person_id]
            if (gave_up and (not first or earlier)) or (not first and (m.basis == "mutual" or earlier)):
                seated.append(m)
        return start.with_members(*seated)

    def why(self, member: Member) -> tuple[Reason, ...]:
        """Why a person has his seat in this role."""
        bureau, where = self.scores.bureau, member.section_id
        filed = bureau.clerk_filings.get(member.person_id, {})
        wish = Wish(
            member.person_id,
            where,
            tuple(sorted(r for r, s in filed.items() if s == where)),
            bureau.pick_rank.get(where, {}).get(member.person_id),
        )
        if member.basis == "mutual":
            args = {**wish.args, "round": member.round or 0, "pick_order": member.pick_order or 0}
            return (Reason("mutual", RuleId.MUTUAL_CHOICE, args),)
        if member.basis == "required":
            return (Reason("kept", RuleId.REQUIRED_RETENTION, wish.args),)
        if member.basis == "directed":
            listed = 1 if wish.rank is not None else 2
            number = listed if wish.rounds else listed + 2
            quantification = score_text(self.scores.people[member.person_id].quantification) or "-"
            args = {**wish.args, "wish": number, "quantification": quantification}
            return (Reason("directed", RuleId.DIRECTION, args),)
        return ()


def _better(member: Member) -> dict[str, Argument]:
    return {"has_section": member.section_id, "own_role": member.role}
