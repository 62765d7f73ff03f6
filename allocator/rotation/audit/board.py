"""The plan made by hand as it stands while it is played again: counts of units, and where a seat is free."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from allocator.rotation.audit.facts import Facts
from models.rotation.codes import MoveKind


class Board:
    """Where everybody is by now. Only people who have not moved yet are ever asked about."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.post = dict(facts.today)
        self.unit = dict(facts.home)
        self.settled: set[str] = set()
        self.filled = Counter(facts.today.values())
        self.left: Counter[str] = Counter()
        self.changed: Counter[str] = Counter()
        self.leaders_left: Counter[str] = Counter()
        self.exchanges = 0
        self._leave: dict[str, int] = {}
        self._change: dict[str, int] = {}
        self._lead: dict[str, int] = {}
        for unit in facts.strength:
            self._leave[unit], self._change[unit] = facts.may_leave(unit), facts.may_change(unit)
            self._lead[unit] = facts.leaders_may_leave(unit)
        self._quota = facts.case.case.exchange_quota

    def settle(self, person: str, post: str) -> None:
        """Puts somebody in a post for good, perhaps the own one."""
        self.settled.add(person)
        before, home = self.post[person], self.facts.home[person]
        if post == before:
            return
        self.filled[before] -= 1
        self.filled[post] += 1
        self.post[person], self.unit[person] = post, self.facts.post[post].unit_id
        self.changed[home] += 1
        if self.unit[person] != home:
            self.left[home] += 1
            self.exchanges += 1
            self.leaders_left[home] += self.facts.leads(person)

    def gives(self, person: str, kind: MoveKind, others: int = 0) -> bool:
        """Whether a person's unit bears one more move of this kind, and so many moves of others with it."""
        home = self.facts.home[person]
        if self.changed[home] + 1 + (others if kind == "rotation" else 0) > self._change[home]:
            return False
        if kind == "rotation":
            return True
        if self._quota is not None and self.exchanges + 1 + others > self._quota:
            return False
        if self.facts.leads(person) and self.leaders_left[home] >= self._lead[home]:
            return False
        return self.left[home] < self._leave[home]

    def seat_free(self, post: str) -> bool:
        """Whether a post has a seat free by now."""
        return self.filled[post] < self.facts.post[post].seats

    def meets(self, person: str, unit: str, but: str = "") -> bool:
        """Whether somebody the person avoids is in a unit by now, one person left out."""
        return any(self.unit[foe] == unit for foe in self.facts.foes.get(person, ()) if foe != but)


class Pool:
    """Posts in id order, by the sort of the post and by what its holders may enter; each list is cleared in use."""

    def __init__(self) -> None:
        self._posts: dict[int, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))

    def add(self, sort: int, mask: int, post: str) -> None:
        """Adds a post, ids ascending."""
        posts = self._posts[sort][mask]
        if not posts or posts[-1] != post:
            posts.append(post)

    def under(self, enters: int, entered: int) -> Iterable[list[str]]:
        """The posts of the sorts in one mask with holders who may enter one of the sorts in the other."""
        for sort, by_mask in self._posts.items():
            if sort & enters:
                yield from (posts for mask, posts in by_mask.items() if mask & entered and posts)
