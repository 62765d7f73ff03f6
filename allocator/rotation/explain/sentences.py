"""Explanations in sentences, each from a code, with its article."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from allocator.rotation.explain.changing import Change
from allocator.rotation.explain.person import PersonExplained, PostAnswer
from allocator.rotation.explain.post import Candidate, PostExplained
from allocator.rotation.explain.pricing import Price
from allocator.rotation.labels import Labels

Kind = Literal["title", "heading", "line", "detail"]


@dataclass(frozen=True, slots=True)
class Line:
    """One line: a title, a heading, a sentence, or a detail below one; the article it rests on, if any."""

    kind: Kind
    text: str
    article: str | None = None


def sentences(found: PersonExplained | PostExplained, labels: Labels) -> tuple[Line, ...]:
    """Every sentence of an explanation, from top to bottom."""
    return tuple(_Person(found, labels).lines() if isinstance(found, PersonExplained) else _Post(found, labels).lines())


@dataclass(frozen=True)
class _Person:
    found: PersonExplained
    labels: Labels

    def say(self, code: str, /, **arguments: object) -> str:
        return self.labels.words(f"rotation.explain.{code}", **arguments)

    def lines(self) -> Iterator[Line]:
        found, labels = self.found, self.labels
        method = labels.words(f"method.{found.method}")
        yield Line("title", self.say("title", person=labels.person(found.person_id), method=method))
        post = labels.post(found.present)
        yield Line("line", self.say("present", post=post, since=found.post_since, unit_since=found.unit_since))
        yield Line("heading", self.say("due"))
        yield from self._due()
        yield Line("heading", self.say("plan"))
        yield from self._fate()
        yield Line("heading", self.say("posts"))
        if found.allowed is not None:
            yield Line("line", self.say("allowed", **found.allowed))
        for one in found.posts:
            yield from self._post(one)
        if found.unmet is not None:
            yield Line("heading", self.say("changes"))
            yield from self._changes()

    def _due(self) -> Iterator[Line]:
        found, labels = self.found, self.labels
        for hit in found.hits:
            duty = labels.words(f"rotation.duty.{hit.duty}")
            if hit.since is None:
                yield Line("line", self.say("hit", duty=duty), hit.article)
            else:
                yield Line("line", self.say("hit_since", duty=duty, since=hit.since, months=hit.overdue), hit.article)
        for one in found.exemptions:
            kind = "exempt_exchange" if one.article.startswith("8") else "exempt_rotation"
            yield Line("line", self.say(kind, reason=one.reason, authority=one.authority), one.article)
        if found.due.duty == "relation":
            yield Line("line", self.say("related"), "7-5")
        elif not found.hits:
            yield Line("line", self.say("not_due"))

    def _fate(self) -> Iterator[Line]:
        found, labels = self.found, self.labels
        if found.move is None:
            yield Line("line", self.say("stays"))
        else:
            move = found.move
            kind = labels.words(f"rotation.kind.{move.kind}")
            basis = labels.words(f"rotation.basis.{move.basis}")
            told = {"post": labels.post(move.to_post), "kind": kind, "basis": basis}
            yield Line("line", self.say("moves", **told, chain=move.chain, step=move.step))
            if move.objected:
                yield Line("detail", self.say("objected"), "12-2")
        if found.pin_price is not None:
            yield Line("detail", self._pin_price(found.pin_price))
        if found.tie is not None:
            fates = labels.joined(map(labels.fate, found.tie.fates))
            yield Line("line", self.say("tied" if found.method == "optimal" else "tied_by_hand", fates=fates))
        if found.unmet is not None:
            reason = labels.words(f"rotation.reason.{found.unmet.reason}")
            yield Line("line", self.say("unmet", reason=reason))
            if found.unmet.instead is not None:
                yield Line("detail", self.say("instead"), "9-4")

    def _post(self, one: PostAnswer) -> Iterator[Line]:
        labels = self.labels
        post = labels.post(one.post_id)
        if one.choice is not None:
            post = self.say("wished", post=post, choice=one.choice)
        if one.verdict == "there":
            yield Line("line", self.say("post.there", post=post))
        elif one.verdict == "barred":
            bar = labels.words(f"rotation.bar.{one.bar}")
            yield Line("line", self.say("post.barred", post=post, bar=bar))
        elif one.verdict == "pinned":
            yield Line("line", self.say("post.pinned", post=post))
        elif one.verdict == "breaks":
            clauses = labels.joined(labels.words(f"rotation.clause.{clause}") for clause in one.clauses)
            yield Line("line", self.say(f"{self._way(one)}.breaks", post=post, clauses=clauses))
        else:
            yield Line("line", self.say(f"{self._way(one)}.possible_alone", post=post))
        if one.price is not None:
            yield Line("detail", self._price(one.price))

    def _way(self, one: PostAnswer) -> str:
        """Whether a post would be moved to, or is the own one to stay in."""
        return "stay" if one.post_id == self.found.present else "post"

    def _price(self, price: Price) -> str:
        if not price.possible:
            return self.say("price.impossible" if price.proven else "price.unknown")
        if price.level is None:
            return self.say("price.equal" if price.proven else "price.unknown")
        level = self.labels.words(f"level.{price.level}")
        code = "price.worse" if price.proven else "price.worse_unproven"
        return self.say(code, level=level, best=price.best, reached=price.reached)

    def _pin_price(self, price: Price) -> str:
        if not price.proven:
            return self.say("price.unknown")
        if price.level is None:
            return self.say("pin.equal")
        level = self.labels.words(f"level.{price.level}")
        return self.say("pin.worse", level=level, best=price.best, reached=price.reached)

    def _changes(self) -> Iterator[Line]:
        for change in self.found.changes or ():
            yield Line("line", self._change(change))
        if not self.found.changes:
            yield Line("line", self.say("change.untried" if self.found.changes is None else "change.none"))

    def _change(self, change: Change) -> str:
        if change.post_id is not None:
            return self.say(f"change.{change.thing}", post=self.labels.post(change.post_id))
        if change.article is not None:
            return self.say(f"change.{change.thing}", article=change.article)
        return self.say(f"change.{change.thing}")


@dataclass(frozen=True)
class _Post:
    found: PostExplained
    labels: Labels

    def say(self, code: str, /, **arguments: object) -> str:
        return self.labels.words(f"rotation.explain.{code}", **arguments)

    def lines(self) -> Iterator[Line]:
        found, labels = self.found, self.labels
        method = labels.words(f"method.{found.method}")
        yield Line("title", self.say("title_post", post=labels.post(found.post_id), method=method))
        yield Line("line", self.say("seats", seats=found.seats))
        yield Line("line", self.say("holders_today", people=labels.people(found.today)))
        yield Line("line", self.say("holders_after", people=labels.people(found.after)))
        yield Line("heading", self.say("candidates", count=len(found.candidates) + found.more))
        for one in found.candidates:
            yield Line("line", self._candidate(one))
        if found.more:
            yield Line("line", self.say("more", count=found.more))
        yield Line("heading", self.say("barred", count=sum(found.barred.values())))
        for bar, count in found.barred.items():
            yield Line("line", self.say("barred_by", bar=labels.words(f"rotation.bar.{bar}"), count=count))

    def _candidate(self, one: Candidate) -> str:
        labels = self.labels
        person, duty = labels.person(one.person_id), labels.words(f"rotation.duty.{one.due.duty}")
        if one.choice is not None:
            person = self.say("wisher", person=person, choice=one.choice)
        if one.there:
            return self.say("candidate.there", person=person, duty=duty)
        if one.clauses:
            clauses = labels.joined(labels.words(f"rotation.clause.{clause}") for clause in one.clauses)
            return self.say("candidate.breaks", person=person, duty=duty, clauses=clauses)
        return self.say("candidate.possible_alone", person=person, duty=duty)
