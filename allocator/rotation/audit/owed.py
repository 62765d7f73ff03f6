"""What each person owes, and which moves are allowed, worked out again for the audit (articles 7 to 10)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from allocator.rotation.audit.facts import Facts
from models.rotation.codes import Bar, Duty, MoveKind

EXCHANGE_DUTIES = ("must", "should")
Found = tuple[str, Duty, int]
"""An article, the duty it gives and the months beyond it."""


@dataclass(frozen=True)
class Owed:
    """A person's duty with its articles and months overdue."""

    duty: Duty
    articles: tuple[str, ...]
    overdue: int


@dataclass(frozen=True)
class Ledger:
    """The duties of everybody and the grounds against moves."""

    facts: Facts

    @cached_property
    def owed(self) -> Mapping[str, Owed]:
        """Everybody's duty."""
        return {person: self._owed(person) for person in self.facts.officer}

    def _owed(self, person: str) -> Owed:
        found: list[Found] = []
        if person not in self.facts.no_exchange:
            found.extend(self._article_7(person))
        if person not in self.facts.no_rotation:
            found.extend(self._article_9(person))
        duties = {duty for _, duty, _ in found}
        if duties & {"must", "should"}:
            rows = [row for row in found if row[1] in EXCHANGE_DUTIES]
            return _of("must" if "must" in duties else "should", rows)
        for duty in ("rotate", "volunteer"):
            if duty in duties:
                return _of(duty, [row for row in found if row[1] == duty])
        home = self.facts.home
        near = any(home[foe] == home[person] for foe in self.facts.foes.get(person, ()))
        related = near and person not in self.facts.no_exchange
        return Owed("relation", ("7-5",), 0) if related else Owed("none", (), 0)

    def _article_7(self, person: str) -> Iterator[Found]:
        facts, book = self.facts, self.facts.rulebook
        row, post = facts.officer[person], facts.post[facts.today[person]]
        here, there = facts.in_post[person], facts.in_unit[person]
        limit = {"head": 12 * book.tenure.head_years, "deputy": 12 * book.tenure.deputy_years}.get(post.level)
        if row.managed and limit is not None:
            if here >= limit:
                yield ("7-1", "must" if post.kind in book.tenure.must_kinds else "should", here - limit)
            if there >= 12 * book.tenure.unit_years:
                yield ("7-2", "should", there - 12 * book.tenure.unit_years)
        young = there - 12 * book.development.young_years if row.young else -1
        if young >= 0 or (row.reserve and len(facts.seen_units[person]) < book.development.reserve_units):
            yield ("7-3", "should", max(young, 0))
        volunteer = there - 12 * book.development.volunteer_years
        if row.volunteer and row.consent and volunteer >= 0:
            yield ("7-4", "volunteer", volunteer)
        if (person, "7-6") in facts.named:
            yield ("7-6", "should", 0)

    def _article_9(self, person: str) -> Iterator[Found]:
        facts, book = self.facts, self.facts.rulebook.rotation
        here, kind = facts.in_post[person], facts.post[facts.today[person]].kind
        if here >= 12 * book.post_years:
            yield ("9-1", "rotate", here - 12 * book.post_years)
        if here >= 12 * book.sensitive_years and kind in book.sensitive_kinds:
            yield ("9-2", "rotate", here - 12 * book.sensitive_years)
        if (person, "9-3") in facts.named:
            yield ("9-3", "rotate", 0)

    def goes(self, person: str, kind: MoveKind) -> Bar | None:
        """What keeps a person from every move of a kind, whichever the post or unit."""
        facts, duty = self.facts, self.owed[person].duty
        if person in (facts.no_exchange if kind == "exchange" else facts.no_rotation):
            return "exempt_from_exchange" if kind == "exchange" else "exempt_from_rotation"
        if kind == "rotation" and duty in ("volunteer", "relation"):
            return "exchange_only"
        years = facts.rulebook.moves.counterpart_years
        return "too_short_in_post" if duty == "none" and facts.in_post[person] < 12 * years else None

    def ground(self, person: str, post_id: str) -> Bar | None:
        """The first ground against a move, if there is one."""
        facts = self.facts
        own, post = facts.post[facts.today[person]], facts.post[post_id]
        if post_id == own.post_id:
            return "own_post"
        if post.level != own.level:
            return "other_level"
        if post.requires and facts.officer[person].specialty not in post.requires:
            return "specialty"
        if post_id in facts.crowded:
            return "over_seats"
        kind = facts.kind(person, post_id)
        against = self.goes(person, kind)
        if kind == "exchange" and against != "exempt_from_exchange":
            if post.unit_id in facts.just_left.get(person, ()):
                return "left_lately"
            if against is None and self.owed[person].duty == "rotate" and post.kind != own.kind:
                return "own_unit_or_kind"
        if against is None and (person, post_id) in facts.closed:
            return "forbidden"
        return against


def _of(duty: Duty, rows: list[Found]) -> Owed:
    return Owed(duty, tuple(article for article, _, _ in rows), max(months for _, _, months in rows))
