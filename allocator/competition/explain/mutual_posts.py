"""How each section came out for a clerk or one of the institution staff: picked or not, when, and who instead."""

from collections.abc import Iterator
from dataclasses import replace

from allocator.competition.explain.answers import Argument, PostAnswer, Reason, Verdict
from allocator.competition.explain.mutual_rounds import Filling, Wish
from allocator.competition.pipeline import Run
from allocator.competition.pools import InstitutionContest
from allocator.competition.scoring import Scores
from models.competition.codes import Stage
from models.competition.outcome import StageState
from models.competition.rule_ids import RuleId
from models.competition.standing import Member

Found = tuple[Verdict, tuple[Reason, ...]]
TRACKS = {"clerks": ("incumbent", "candidate", "clerk"), "institution": ("institution",)}
"""The tracks whose people a stage of mutual choice seats."""


class MutualPosts:
    """The seats of clerks or of institution staff as one run gave them."""

    def __init__(self, scores: Scores, run: Run, stage: Stage) -> None:
        self.scores, self.run, self.stage = scores, run, stage
        self.filling = Filling(scores, run, stage)
        self.state: StageState = next(r.state for r in run.outcome.stages if r.stage == stage)

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
        verdict, reasons = self._verdict(Wish.of(self.scores.bureau, person_id, section_id))
        return PostAnswer(self.stage, section_id, self.filling.role, verdict, reasons)

    def _verdict(self, wish: Wish) -> Found:
        member = self.run.standing.seated.get(wish.person_id)
        if member is not None and (member.section_id, member.role) == (wish.section_id, self.filling.role):
            return "placed", self.filling.why(member)
        if member is not None and member.basis in ("fixed", "pinned"):
            code, rule = ("stays_fixed", RuleId.TRACK) if member.basis == "fixed" else ("pinned_elsewhere", RuleId.PIN)
            return "barred", (Reason(code, rule, _better(member)),)
        track = self.scores.tracks[wish.person_id].track
        if track not in TRACKS[self.stage]:
            return "barred", (Reason("wrong_track", RuleId.TRACK, {"track": track}),)
        if member is not None and member.role != self.filling.role:
            return "given_up", (Reason("holds_chief_post", RuleId.ONE_SEAT, _better(member)),)
        if self.state == "given":
            return "decided", (Reason("mutual_decided", RuleId.CLERK_ORDER, {"section_id": wish.section_id}),)
        if self.state != "run":
            return "pending", (Reason("mutual_pending", RuleId.CLERK_ORDER, {"section_id": wish.section_id}),)
        return self._not_in_pool(wish) or self._closed(wish) or self._contested(wish, member)

    def _not_in_pool(self, wish: Wish) -> Found | None:
        if self.filling.role != "institution":  # the pool of clerks leaves nobody of their tracks out
            return None
        contest = self.filling.contest
        assert isinstance(contest, InstitutionContest)
        for left in contest.not_in_pool:
            if left.person_id == wish.person_id:
                return "barred", (Reason("not_in_pool", RuleId.INSTITUTION_POOL, {"reason": left.reason}),)
        return None

    def _closed(self, wish: Wish) -> Found | None:
        """What closed the section before anybody was seated in the stage."""
        found = self.filling.shut(self.run.before[self.stage], wish)
        return None if found is None else ("barred", (found,))

    def _contested(self, wish: Wish, member: Member | None) -> Found:
        """A section that was open to the person when the stage began."""
        if not wish.rounds and wish.rank is None:
            return "not_mutual", (Reason("not_named", self.filling.choice, wish.args),)
        if not wish.rounds:
            return "not_mutual", (Reason("not_filed", self.filling.choice, wish.args),)
        optimal = self.run.outcome.method == "optimal"
        has_better = self._has_better(wish, member)
        required = self._required(wish)
        if has_better is not None and (optimal or required is None):
            return "given_up", (has_better,)
        if required is not None:
            return ("lost_to_total" if optimal else "outranked"), (required,)
        one_sided = self._one_sided(wish)
        if one_sided is not None and self.filling.role == "institution":
            return "not_mutual", (one_sided,)
        if optimal:
            reasons = tuple(self._picks(wish)) if one_sided is None else (one_sided,)
            return "lost_to_total", (*reasons, *self._closed_in_the_end(wish))
        if one_sided is not None:
            directed = self._direction(wish, member)
            withdrawn = one_sided.rule is RuleId.WITHDRAWN
            return (_by_direction(directed) if withdrawn else "not_mutual"), (one_sided, *directed)
        return self._by_rounds(wish, member)

    def _one_sided(self, wish: Wish) -> Reason | None:
        """Why the person's filing made no mutual seat, if it made none."""
        if self.scores.tracks[wish.person_id].withdrawn:
            return Reason("withdrew", RuleId.WITHDRAWN, wish.args)
        if wish.rank is None:
            return Reason("not_listed", self.filling.choice, wish.args)
        return None

    def _closed_in_the_end(self, wish: Wish) -> tuple[Reason, ...]:
        """What closes the section to the person as the whole stage has it, if anything but the whole itself does."""
        shut = self.filling.shut(self.filling.after, wish)
        return () if shut is None else (replace(shut, code=f"in_the_end_{shut.code}"),)

    def _has_better(self, wish: Wish, member: Member | None) -> Reason | None:
        """That the person has a seat which comes before this one, if so.

        By the rules: one he had when the first round in which he filed for the section opened. By the optimum, where
        nobody waits for anybody: one he filed for in an earlier round.
        """
        if member is None:
            return None
        if self.run.outcome.method == "rules":
            if member.basis == "required":
                return Reason("kept_before", RuleId.REQUIRED_RETENTION, {**wish.args, **_better(member)})
            rounds = [member.round or 0] if member.basis == "mutual" else []
        else:
            filed = self.scores.bureau.clerk_filings.get(wish.person_id, {})
            rounds = [r for r, s in filed.items() if s == member.section_id]
        return self._filed_earlier(wish, member, min(rounds)) if rounds and min(rounds) < wish.rounds[0] else None

    def _filed_earlier(self, wish: Wish, member: Member, round_: int) -> Reason:
        args = {**wish.args, **_better(member), "has_round": round_}
        return Reason("filed_earlier", self.filling.choice, args)

    def _required(self, wish: Wish) -> Reason | None:
        """For the own people of a section that must keep one of them: who was kept instead, and on which key."""
        if self.filling.role != "institution":
            return None
        contest = self.filling.contest
        assert isinstance(contest, InstitutionContest)
        able = dict(contest.required_people.get(wish.section_id, ()))
        if wish.person_id not in able:
            return None
        kept = next((m for m in self.filling.sitting(wish.section_id) if m.basis == "required"), None)
        args = {**wish.args, "own_rank": able[wish.person_id]}
        if kept is None:
            return Reason("required_nobody", RuleId.REQUIRED_RETENTION, args)
        if self.run.outcome.method == "optimal":
            return Reason("required_total", RuleId.REQUIRED_RETENTION, {**args, "holder": kept.person_id})
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

    def _picks(self, wish: Wish) -> Iterator[Reason]:
        """For each round of filing whom the whole seats there by mutual choice instead, if anybody."""
        for round_ in wish.rounds:
            pick = self._pick(wish, round_)
            yield replace(pick, code=f"{pick.code}_in_total")

    def _pick(self, wish: Wish, round_: int) -> Reason:
        args = {**wish.args, "round": round_}
        taker = self.filling.taker(wish.section_id, round_)
        if taker is None:
            return Reason("pick_unused", self.filling.choice, args)
        args |= {"holder": taker.person_id, "holder_pick_order": taker.pick_order or 0}
        return Reason("pick_other", self.filling.choice, args)

    def _by_rounds(self, wish: Wish, member: Member | None) -> Found:
        """Both sides wished for the seat: what happened in each round in which the person filed for it."""
        reasons: list[Reason] = []
        for round_ in wish.rounds:
            if member is not None and member.basis == "mutual" and (member.round or 0) < round_:
                return "given_up", (*reasons, self._filed_earlier(wish, member, member.round or 0))
            early = self.filling.seated_before(round_)
            shut = self.filling.shut(early, Wish(wish.person_id, wish.section_id, (round_,), wish.rank))
            reasons.append(self._pick(wish, round_) if shut is None else replace(shut, code=f"round_{shut.code}"))
        verdict: Verdict = "barred" if reasons[-1].code in ("round_avoids", "round_retention") else "outranked"
        return verdict, (*reasons, *(self._direction(wish, member) if self.filling.role == "clerk" else ()))

    def _direction(self, wish: Wish, member: Member | None) -> tuple[Reason, ...]:
        """Why the leadership, directing the person by the rules, did not direct him here."""
        if member is not None and member.basis != "directed":
            return ()
        turn = self.filling.seated_at_turn(wish.person_id)
        shut = self.filling.shut(turn, Wish(wish.person_id, wish.section_id, (), wish.rank))
        if shut is not None:
            return (replace(shut, code=f"at_direction_{shut.code}"),)
        if member is None:
            return ()
        return (Reason("directed_elsewhere", RuleId.DIRECTION, {**wish.args, **_better(member)}),)


def _by_direction(reasons: tuple[Reason, ...]) -> Verdict:
    """The verdict on a section to which the leadership might have directed a person and did not."""
    codes = {reason.code for reason in reasons}
    if "directed_elsewhere" in codes:
        return "given_up"
    return "outranked" if "at_direction_full" in codes else "barred"


def _better(member: Member) -> dict[str, Argument]:
    return {"has_section": member.section_id, "own_role": member.role}
