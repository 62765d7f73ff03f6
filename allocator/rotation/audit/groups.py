"""Posts that ask the same of whoever enters, each sort with a bit of its own; what a person may enter is a mask."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from allocator.rotation.audit.owed import Ledger
from models.rotation.codes import MoveKind, PostKind, PostLevel

Sort = tuple[PostLevel, PostKind, tuple[str, ...]]


@dataclass(frozen=True)
class Sorts:
    """The sorts of posts that may be entered, and who may enter which."""

    ledger: Ledger

    @cached_property
    def _bits(self) -> Mapping[Sort, int]:
        sorts = dict.fromkeys((row.level, row.kind, row.requires) for row in self.ledger.facts.case.posts)
        return {sort: 1 << at for at, sort in enumerate(sorts)}

    @cached_property
    def bit(self) -> Mapping[str, int]:
        """The bit of each post; none of one over its seats today, which nobody enters (article 15-1)."""
        facts = self.ledger.facts
        return {
            row.post_id: 0 if row.post_id in facts.crowded else self._bits[row.level, row.kind, row.requires]
            for row in facts.case.posts
        }

    @cached_property
    def posts(self) -> Mapping[int, list[str]]:
        """The posts of each bit, in id order."""
        found: dict[int, list[str]] = defaultdict(list)
        for post in sorted(self.bit):
            if self.bit[post]:
                found[self.bit[post]].append(post)
        return dict(found)

    @cached_property
    def near(self) -> Mapping[tuple[str, PostLevel], list[str]]:
        """The posts of each unit and level, in id order."""
        found: dict[tuple[str, PostLevel], list[str]] = defaultdict(list)
        for post in sorted(self.bit):
            row = self.ledger.facts.post[post]
            found[row.unit_id, row.level].append(post)
        return dict(found)

    @cached_property
    def masks(self) -> Mapping[MoveKind, Mapping[str, int]]:
        """The sorts each person may enter by exchange, and by rotation."""
        people = self.ledger.facts.officer
        return {
            "exchange": {person: self._mask(person, "exchange") for person in people},
            "rotation": {person: self._mask(person, "rotation") for person in people},
        }

    def _mask(self, person: str, kind: MoveKind) -> int:
        facts = self.ledger.facts
        if self.ledger.goes(person, kind) is not None:
            return 0
        own = facts.post[facts.today[person]]
        same = own.kind if kind == "exchange" and self.ledger.owed[person].duty == "rotate" else None
        key = (own.level, same, facts.officer[person].specialty)
        if key not in self._known:
            self._known[key] = sum(bit for sort, bit in self._bits.items() if _suits(sort, *key))
        return self._known[key]

    @cached_property
    def _known(self) -> dict[tuple[PostLevel, PostKind | None, str | None], int]:
        return {}

    def may(self, person: str, post: str, kind: MoveKind) -> bool:
        """Whether a person may go to a post by a move of this kind."""
        facts = self.ledger.facts
        if not self.masks[kind][person] & self.bit[post] or facts.kind(person, post) != kind:
            return False
        if post == facts.today[person] or (person, post) in facts.closed:
            return False
        return kind == "rotation" or facts.post[post].unit_id not in facts.just_left.get(person, ())

    def may_at_all(self, person: str, post: str) -> bool:
        """Whether a person may go to a post."""
        return self.may(person, post, self.ledger.facts.kind(person, post))

    def choices(self, person: str, kind: MoveKind) -> Iterator[str]:
        """Every post a person may go to by a move of one kind, sort by sort."""
        facts = self.ledger.facts
        if kind == "rotation":
            near = self.near[facts.home[person], facts.post[facts.today[person]].level]
            yield from (post for post in near if self.may(person, post, kind))
            return
        mask = self.masks[kind][person]
        for bit, posts in self.posts.items():
            if mask & bit:
                yield from (post for post in posts if self.may(person, post, kind))


def _suits(sort: Sort, level: PostLevel, kind: PostKind | None, specialty: str | None) -> bool:
    return sort[0] == level and (kind is None or sort[1] == kind) and (not sort[2] or specialty in sort[2])
