"""How each chief post came out for a person: whom it went to, on which key, or which rule kept him out."""

from collections.abc import Iterator
from functools import cached_property
from math import ceil

from allocator.competition.explain.answers import Argument, PostAnswer, Reason, Verdict
from allocator.competition.explain.uncontested import in_total, settled_reasons
from allocator.competition.pipeline import Run
from allocator.competition.pools import chief_contest, opening
from allocator.competition.rules.preferences import ChiefOrders
from allocator.competition.scoring import PairScores, Scores, trace_pair
from allocator.competition.scoring.tables import rate_text, score_text
from allocator.competition.scoring.wishes import avoided_members, settled_members
from models.competition.outcome import StageState
from models.competition.rule_ids import RuleId
from models.competition.standing import Member

Found = tuple[Verdict, tuple[Reason, ...]]
RULE_OF_CLAUSE = {"lot": RuleId.LOT, "id": RuleId.LOT}
"""The rule behind a key of the orders; every other key is of the order of article 13 itself."""


class ChiefPosts:
    """The chief posts as one run gave them."""

    def __init__(self, scores: Scores, run: Run) -> None:
        self.scores, self.run = scores, run
        self.state: StageState = next(r.state for r in run.outcome.stages if r.stage == "chiefs")

    @cached_property
    def orders(self) -> ChiefOrders:
        """The orders of persons and posts over the admissible pairs."""
        before = self.run.before.get("chiefs") or opening(self.scores.bureau)
        return ChiefOrders(self.scores.bureau, chief_contest(self.scores, before).pairs)

    def sections_of(self, person_id: str) -> tuple[str, ...]:
        """The posts the person filed for or was written in for, earliest wish first."""
        filed = {row.section_id for row in self.scores.bureau.case.applications if row.person_id == person_id}
        own = {pair.section_id: pair for pair in self.scores.pairs_of.get(person_id, ())}

        def place(section_id: str) -> tuple[int, int, int, str]:
            pair = own.get(section_id)
            return (1, 0, 0, section_id) if pair is None else (0, pair.round, pair.choice, section_id)

        return tuple(sorted(filed | own.keys(), key=place))

    def answer(self, person_id: str, section_id: str) -> PostAnswer:
        """The verdict on one post with its reasons and the pair's numbers; without price and what would have won."""
        verdict, reasons = self._verdict(person_id, section_id)
        trace = trace_pair(self.scores, person_id, section_id)
        return PostAnswer("chiefs", section_id, "chief", verdict, reasons, trace)

    def _verdict(self, person_id: str, section_id: str) -> Found:
        member = self.run.standing.seated.get(person_id)
        if member is not None and (member.section_id, member.role) == (section_id, "chief"):
            return "placed", self.why(member)
        pair = self.scores.pair.get((person_id, section_id))
        if pair is None:
            return "barred", (self._outside(person_id, section_id),)
        if not pair.admissible:
            return "barred", tuple(self._bars(pair))
        if self.state == "given":
            return "decided", (self._against_holder("chief_decided", pair, RuleId.CHIEF_ORDER),)
        if self.state != "run":
            return "pending", (Reason("chief_pending", RuleId.CHIEF_ORDER, {"section_id": section_id}),)
        return self._contested(pair, member)

    def _contested(self, pair: PairScores, member: Member | None) -> Found:
        """An admissible pair that was not placed."""
        has = self.scores.pair.get((pair.person_id, member.section_id)) if member and member.role == "chief" else None
        if has is not None and self.orders.person_key(has) < self.orders.person_key(pair):
            clause = self.orders.persons_clause(has, pair)
            args: dict[str, Argument] = {"section_id": pair.section_id, "has_section": has.section_id}
            rule = RULE_OF_CLAUSE.get(clause, RuleId.CHIEF_ORDER)
            return "given_up", (Reason("chief_given_up", rule, {**args, "clause": clause}),)
        holder = self._holder(pair.section_id)
        if self.run.outcome.method == "optimal":
            code = "chief_total_vacant" if holder is None else "chief_total"
            return "lost_to_total", (self._against_holder(code, pair, RuleId.CHIEF_ORDER),)
        if holder is None:  # only of an outcome that the procedure did not make
            return "decided", (self._against_holder("chief_decided", pair, RuleId.CHIEF_ORDER),)
        clause = self.orders.posts_clause(holder, pair)
        rule = RULE_OF_CLAUSE.get(clause, RuleId.CHIEF_ORDER)
        found = self._against_holder("chief_outranked", pair, rule)
        return "outranked", (Reason(found.code, rule, {**found.args, "clause": clause}),)

    def _holder(self, section_id: str) -> PairScores | None:
        holder = self.run.standing.chief_of(section_id)
        return None if holder is None else self.scores.pair.get((holder, section_id))

    def _against_holder(self, code: str, pair: PairScores, rule: RuleId) -> Reason:
        """A reason that lays the person's numbers beside those of whoever holds the post."""
        args: dict[str, Argument] = {
            "section_id": pair.section_id,
            "composite": score_text(pair.composite) or "-",
            "votes": pair.votes,
        }
        holder = self._holder(pair.section_id)
        if holder is not None:
            args["holder"] = holder.person_id
            args["holder_composite"] = score_text(holder.composite) or "-"
            args["holder_votes"] = holder.votes
        elif (other := self.run.standing.chief_of(pair.section_id)) is not None:
            args["holder"] = other
        return Reason(code if "holder" in args or code != "chief_decided" else "chief_left", rule, args)

    def _bars(self, pair: PairScores) -> Iterator[Reason]:
        """Each rule that keeps a pair out of the contest."""
        args: dict[str, Argument] = {"section_id": pair.section_id, "votes": pair.votes, "present": pair.present}
        for rule in pair.barred:
            if rule is RuleId.AVOIDANCE:
                settled = settled_members(self.scores.bureau, self.scores.tracks)
                people = avoided_members(self.scores.bureau, pair.person_id, settled[pair.section_id])
                yield Reason("avoids", rule, {"section_id": pair.section_id, "people": tuple(sorted(people))})
            elif pair.rate is None:
                yield Reason("chief_no_rate", rule, {"section_id": pair.section_id})
            else:
                floor = self.scores.bureau.rulebook.recommendation.floor
                needed = ceil(floor * pair.present)
                more: dict[str, Argument] = {"needed": needed, "short": needed - pair.votes, "floor": str(floor)}
                yield Reason("chief_floor", rule, {**args, **more, "rate": rate_text(pair.rate) or "-"})

    def _outside(self, person_id: str, section_id: str) -> Reason:
        """Why the person and the post are no pair of the contest."""
        scores, bureau = self.scores, self.scores.bureau
        record = scores.tracks[person_id]
        args: dict[str, Argument] = {"section_id": section_id}
        if person_id in bureau.assigned:
            pin = bureau.assigned[person_id]
            return Reason("pinned_elsewhere", RuleId.PIN, {"has_section": pin.section_id, "own_role": pin.role})
        if not record.entrant:
            if not record.bars:
                return Reason("chief_no_entrant", RuleId.TRACK, {**args, "track": record.track})
            return Reason("chief_barred", RuleId.ENTRANT, {**args, "bar": record.bars})
        if section_id not in scores.open_posts:
            args["holder"] = holder = opening(bureau).chief_of(section_id) or "-"
            if (own := bureau.assigned.get(holder)) is not None:
                return Reason("chief_pinned", RuleId.PIN, {**args, "pin_reason": own.reason, "by": own.authority})
            return Reason("chief_not_open", RuleId.OPEN_POST, args)
        if (person_id, section_id, "chief") in bureau.forbidden:
            return Reason("forbidden", RuleId.PIN, {**args, **self._ground(person_id, section_id, "forbid")})
        filed = any((r.person_id, r.section_id) == (person_id, section_id) for r in bureau.case.applications)
        return Reason("chief_superseded" if filed else "chief_unnamed", RuleId.FILED_OR_WRITTEN_IN, args)

    def _ground(self, person_id: str, section_id: str, mode: str) -> dict[str, Argument]:
        pins = (p for p in self.scores.bureau.case.pins if (p.person_id, p.mode) == (person_id, mode))
        pin = next(p for p in pins if p.section_id == section_id and p.role == "chief")
        return {"ground": pin.reason, "authority": pin.authority}

    def why(self, member: Member) -> tuple[Reason, ...]:
        """Why a chief of the contest has the post: his pair, and the best of those who stood for it in vain."""
        pair = self.scores.pair.get((member.person_id, member.section_id))
        if pair is None or member.basis not in ("filed", "written_in"):
            return settled_reasons(self.scores, member)
        args: dict[str, Argument] = {
            "section_id": pair.section_id,
            "round": pair.round,
            "choice": pair.choice,
            "composite": score_text(pair.composite) or "-",
            "rate": rate_text(pair.rate) or "-",
            "votes": pair.votes,
            "present": pair.present,
        }
        first = Reason(f"chief_{member.basis}", RuleId.CHIEF_ORDER, args)
        if self.run.outcome.method == "optimal":
            return (first, in_total(self.run, "chiefs", pair.section_id))
        return (first, self._won(pair))

    def _won(self, pair: PairScores) -> Reason:
        """Whom the holder of a post stands before, by the order of article 13-3."""
        beaten = [q for q in self._stood_in_vain(pair.section_id) if q.person_id != pair.person_id]
        args: dict[str, Argument] = {"section_id": pair.section_id}
        if not beaten:
            return Reason("chief_alone", RuleId.CHIEF_ORDER, args)
        runner_up = min(beaten, key=self.orders.post_key)
        clause = self.orders.posts_clause(pair, runner_up)
        args |= {"loser": runner_up.person_id, "loser_composite": score_text(runner_up.composite) or "-"}
        args |= {"composite": score_text(pair.composite) or "-", "clause": clause}
        return Reason("chief_won", RULE_OF_CLAUSE.get(clause, RuleId.CHIEF_ORDER), args)

    def _stood_in_vain(self, section_id: str) -> Iterator[PairScores]:
        """The pairs at a post whose people would rather have it than what they have."""
        seated = self.run.standing.seated
        for own in self.orders.by_person.values():
            member = seated.get(own[0].person_id)
            for pair in own:
                if member is not None and (member.role, member.section_id) == ("chief", pair.section_id):
                    break
                if pair.section_id == section_id:
                    yield pair
