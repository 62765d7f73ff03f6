"""An explanation in sentences of one language, line by line, for screens, papers and pages."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from allocator.competition.explain.answers import Explanation, PostAnswer, Price, PriceLevel, Reason, Verdict, WouldHave
from allocator.competition.explain.audience import Audience, may_read_level, may_read_line, may_read_need, reason_args
from allocator.competition.labels import Labels
from allocator.competition.scoring import Scores, TraceLine
from allocator.competition.words.scores import say_trace
from allocator.words import CATALOGUE, Lang, article_text
from models.common.base import Method, thousandths_text
from models.competition.codes import Stage

Kind = Literal["title", "heading", "text", "detail"]


@dataclass(frozen=True, slots=True)
class Line:
    """One line: the title, a heading, a sentence, or a detail of it; with the article it rests on, if any."""

    kind: Kind
    text: str
    article: str | None = None


def sentences(explanation: Explanation, scores: Scores, lang: Lang, *, audience: Audience) -> tuple[Line, ...]:
    """The whole explanation; for ``person`` only what he may read."""
    return tuple(_Speaker(scores, lang, audience).whole(explanation))


def price_sentences(price: Price, scores: Scores, lang: Lang, *, audience: Audience = "office") -> tuple[Line, ...]:
    """What a pin of either mode would cost, or the rule that does not allow it."""
    return tuple(_Speaker(scores, lang, audience).price(price))


def _what_is_said(answer: PostAnswer) -> tuple[object, ...]:
    """Equal for answers next to each other that differ in nothing but the section."""
    alone = answer.section_id if answer.scores or answer.price or answer.would_have else None
    reasons = tuple((reason.code, sorted(reason.args.items())) for reason in answer.reasons)
    return (answer.role, answer.verdict, reasons, alone)


def _only_drawn(price: Price) -> bool:
    """Whether the optimum prefers its own seats to the pinned one by nothing but the draw."""
    first = price.first
    drawn = first is not None and first[1].name == "lot" and not first[1].better
    return drawn and price.method == "optimal" and price.mode == "assign"


class _Speaker:
    """Says things of one case to one audience."""

    def __init__(self, scores: Scores, lang: Lang, audience: Audience) -> None:
        self._scores, self._lang, self._audience = scores, lang, audience
        self._labels = Labels(scores.bureau.case, lang)

    def whole(self, explanation: Explanation) -> Iterator[Line]:
        say, labels = self._labels.words, self._labels
        method = say(f"method.{explanation.method}")
        yield Line("title", say("explain.title", person_id=labels.person(explanation.person_id), method=method))
        yield Line("text", say("outcome.proposal"))
        yield Line("heading", say("explain.seat"))
        yield from self._seat(explanation)
        if explanation.status == "feasible":
            yield Line("text", say("explain.unproven"))
        elif not explanation.ties_known:
            yield Line("text", say("explain.ties_unknown"))
        yield Line("heading", say("explain.scores"))
        yield from self._trace(explanation.scores, "text")
        for _, alike in groupby(explanation.posts, key=_what_is_said):
            yield from self._posts(list(alike), explanation.method)

    def _seat(self, explanation: Explanation) -> Iterator[Line]:
        say, placement = self._labels.words, explanation.placement
        if placement is None:
            yield Line("text", self._without_seat(explanation))
            return
        section, role = self._labels.section(placement.section_id), say(f"arg.role.{placement.role}")
        basis = say(f"basis.{placement.basis}")
        code = "explain.has_seat.institution" if placement.role == "institution" else "explain.has_seat"
        yield Line("text", say(code, section_id=section, role=role, basis=basis))
        yield from map(self._reason, explanation.why)

    def _without_seat(self, explanation: Explanation) -> str:
        say, reason = self._labels.words, explanation.unplaced_reason
        if reason is not None:
            return say("explain.unplaced", reason=say(f"reason.{reason}"))
        contract = self._scores.tracks[explanation.person_id].track == "contract"
        return say("explain.contract" if contract else "explain.no_seat_yet")

    def _posts(self, answers: list[PostAnswer], method: Method) -> Iterator[Line]:
        """One answer, or several of one stage of which the same is to be said."""
        say, answer = self._labels.words, answers[0]
        sections = self._labels.joined(self._labels.section(one.section_id) for one in answers)
        named = f"explain.verdict.{answer.verdict}"
        verdict = say(f"{named}.{method}" if f"{named}.{method}" in CATALOGUE else named)
        role = say(f"arg.role.{answer.role}")
        yield Line("heading", say("explain.post", section_id=sections, role=role, verdict=verdict))
        if answer.verdict != "placed":  # the seat's own reasons stand at the top
            yield from map(self._reason, answer.reasons)
        if answer.price is not None:
            yield from self.price(answer.price)
        yield from self._needs(answer)
        yield from self._trace(answer.scores, "detail")

    def _reason(self, reason: Reason) -> Line:
        """The sentence of a reason; where the audience may not read all of it, the one that says less."""
        found = reason_args(reason, self._audience)
        args = self._labels.arguments(found)
        if "sitting" in found:
            args["sitting"] = [self._labels.person(str(one)) for one in found["sitting"]]  # type: ignore[union-attr]
        code = f"explain.{reason.code}"
        if self._audience == "person" and f"{code}.person" in CATALOGUE:
            code = f"{code}.person"
        return Line("text", self._labels.words(code, **args), article_text(reason.article, self._lang))

    def _trace(self, lines: Iterable[TraceLine], kind: Kind) -> Iterator[Line]:
        for line in lines:
            if may_read_line(line, self._audience):
                text = say_trace(line.code, self._labels.arguments(line.args), self._lang)
                yield Line(kind, text, article_text(line.article, self._lang))

    def _needs(self, answer: PostAnswer) -> Iterator[Line]:
        """What would have won, one line for each number that can; one for all that cannot, one for all withheld."""
        say, without, withheld = self._labels.words, [], []
        for one in answer.would_have:
            if not one.searched:
                yield Line("text", say("explain.need_unknown", what=self._quantity(one)))
            elif one.needed is None:
                without.append(self._quantity(one))
            elif not may_read_need(one, self._audience):
                withheld.append(self._quantity(one))
            else:
                yield Line("text", self._need(one, one.needed, answer.verdict))
        if withheld:
            yield Line("text", say("explain.need_withheld", what=withheld))
        if without:
            yield Line("text", say("explain.need_none", what=without))

    def _quantity(self, one: WouldHave) -> str:
        if one.quantity == "speech":
            return self._labels.words("score.speech")
        return self._labels.words("explain.votes_of", group=self._group(one.group or ""))

    def _group(self, group: str) -> str:
        return self._labels.words(f"voters.{group}") if f"voters.{group}" in CATALOGUE else group

    def _need(self, one: WouldHave, needed: int, verdict: Verdict) -> str:
        """What would have won the post; in place of a better one, where the person has that."""
        say, instead = self._labels.words, ".instead" if verdict == "given_up" else ""
        if one.quantity == "votes":
            args: dict[str, object] = {"group": self._group(one.group or ""), "now": one.now, "needed": needed}
            return say(f"explain.need_votes{instead}", **args, more=needed - one.now)
        code = f"explain.need_speech_higher{instead}" if needed > one.now else "explain.need_speech_lower"
        change = thousandths_text(abs(needed - one.now))
        return say(code, now=thousandths_text(one.now), needed=thousandths_text(needed), change=change)

    def price(self, price: Price) -> Iterator[Line]:
        """What the pin costs at the first level that differs; for the office every level that differs."""
        say, first = self._labels.words, price.first
        mode = ".forbid" if price.mode == "forbid" else ""
        if price.fault is not None and price.rule is not None:
            rule = say(f"rule.{price.rule}")
            yield Line("text", say(f"explain.price_impossible{mode}", rule=rule))
            against = self._against(price)
            if self._audience == "office" and against is not None:
                yield Line("detail", against)
            return
        if first is None:
            yield Line("text", say(f"explain.price_nothing{mode}"))
        elif _only_drawn(price):
            yield Line("text", say("explain.price_draw", stage=say(f"arg.stage.{first[0]}")))
        else:
            gain = first[1].better and first[1].name != "lot"  # a sum of lots is neither good nor bad
            by_hand = ".rules" if gain and not mode and price.method == "rules" else ""
            code = "explain.price_gain" if gain else "explain.price_loss"
            yield Line("text", say(f"{code}{mode}{by_hand}", change=self._change(*first)))
        if price.method == "optimal" and not price.proven:
            yield Line("text", say("explain.price_unproven"))
        if self._audience == "office":
            changed = [(s.stage, level) for s in price.stages for level in s.levels if level.difference]
            yield from (Line("detail", self._change(*one)) for one in changed[1:] if one[1].name != "lot")

    def _change(self, stage: Stage, level: PriceLevel) -> str:
        say, labels = self._labels.words, self._labels
        named: dict[str, object] = {"stage": say(f"arg.stage.{stage}"), "level": say(f"level.{level.name}")}
        if not may_read_level(level, self._audience):
            return say("explain.level_changes", **named)
        difference = labels.level(level.name, level.difference)
        named["difference"] = difference if level.difference < 0 else f"+{difference}"
        if self._audience == "person":
            return say("explain.level_changes_by", **named)
        values = {
            "value": labels.level(level.name, level.value),
            "total": labels.level(level.name, level.pinned + level.own),
        }
        if level.own == 0:
            return say("explain.level_from_to", **named, **values)
        parts = {"pinned": labels.level(level.name, level.pinned), "own": labels.level(level.name, level.own)}
        return say("explain.level_from_to.own", **named, **values, **parts)

    def _against(self, price: Price) -> str | None:
        """Whom or what the pin runs into, where it is one person or section."""
        other = None if price.fault is None else price.fault.args.get("other")
        if not isinstance(other, str):
            return None
        name = self._labels.section(other) if other in self._scores.bureau.sections else self._labels.person(other)
        return self._labels.words("explain.price_against", other=name)
