"""The plan made by hand, played again from the tables alone (articles 7, 9 and 15).

The line is worked out again, then everybody in it looks for a post. For an exchange, sorts of posts are asked one by
one for their first post that will do, and the best of them is taken; within a unit every post is looked at.
"""

from bisect import insort
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from allocator.rotation.audit.board import Board, Pool
from allocator.rotation.audit.groups import Sorts
from allocator.rotation.audit.owed import Ledger
from models.common.rules import carries
from models.rotation.codes import MoveKind
from models.rotation.rule_ids import RuleId

RANKS = {"must": 0, "should": 1, "rotate": 2, "volunteer": 3}
"""The duties that put somebody in the line."""
Likes = Callable[[str], bool]


@dataclass(frozen=True)
class Replayed:
    """What the procedure comes to: where everybody ends, and whose fate the draw decided."""

    plan: Mapping[str, str]
    ties: Mapping[str, str]


class Replay:
    """The procedure as it runs."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger, self.facts, self.sorts = ledger, ledger.facts, Sorts(ledger)
        self.board = Board(ledger.facts)
        for person, post in ledger.facts.pinned.items():
            self.board.settle(person, post)
        self.paired = self._for_pairs()
        self.line = [*self.paired, *self._by_duty()]
        self._place = {person: at for at, person in enumerate(self.line)}
        self._free = {
            bit: [post for post in posts if self.board.seat_free(post)] for bit, posts in self.sorts.posts.items()
        }
        self._partners = self._pool()

    def _for_pairs(self) -> list[str]:
        """Who stands for a pair of one unit, unless somebody of it stands already or goes in any case (7-5)."""
        facts = self.facts
        found: list[str] = []
        for pair in facts.pairs:
            if len({facts.home[p] for p in pair}) > 1 or len({self.board.unit[p] for p in pair}) > 1:
                continue
            able = [p for p in pair if p not in facts.no_exchange and p not in facts.pinned]
            goes = any(self.ledger.owed[p].duty in ("must", "should") for p in able)
            if able and not goes and not set(pair) & set(found):
                able.sort(key=lambda p: (facts.officer[p].unit_since, -facts.lot[p], p))
                found.append(able[0])
        return found

    def _by_duty(self) -> list[str]:
        owed, facts, taken = self.ledger.owed, self.facts, set(self.paired)
        rest = [p for p in facts.officer if owed[p].duty in RANKS and p not in facts.pinned and p not in taken]
        return sorted(rest, key=lambda p: (RANKS[owed[p].duty], -owed[p].overdue, -facts.lot[p], p))

    def _pool(self) -> Pool:
        """Posts with holders who may leave them by exchange, by the sort of the post and the sorts they may enter."""
        pool, masks = Pool(), self.sorts.masks["exchange"]
        for post in sorted(self.facts.holders):
            for holder in self.facts.holders[post]:
                if self.sorts.bit[post] and masks[holder] and holder not in self.facts.pinned:
                    pool.add(self.sorts.bit[post], masks[holder], post)
        return pool

    @carries(RuleId.PLAN, "audit")
    def run(self) -> Replayed:
        """Passes of exchange (or rotation, for those due to rotate), then of rotation in its place (9-4)."""
        while any([self._turn(person) for person in self.line if person not in self.board.settled]):  # noqa: C419
            continue
        late = [p for p in self.line if self.ledger.owed[p].duty in ("must", "should")]
        while any([self._goes(p, "rotation") for p in late if p not in self.board.settled]):  # noqa: C419
            continue
        return Replayed(self.board.post, self._ties())

    def _turn(self, person: str) -> bool:
        if person in self.board.settled:
            return False
        if self._place[person] < len(self.paired):
            return self.board.meets(person, self.facts.home[person]) and self._goes(person, "exchange")
        if self.ledger.owed[person].duty == "rotate" and self._goes(person, "rotation"):
            return True
        return self._goes(person, "exchange")

    def _goes(self, person: str, kind: MoveKind) -> bool:
        """Whether a person finds a free seat, or somebody to change places with."""
        if person in self.board.settled or not self.board.gives(person, kind):
            return False
        post = self._best_free(person, kind)
        if post is not None:
            self._settle({person: post})
            return True
        own = self.facts.today[person]
        if not self.sorts.bit[own] or not self.board.gives(person, kind, others=1):
            return False
        post = self._best_shared(person, kind)
        if post is not None:
            self._settle({person: post, self._partner(person, post, kind) or person: own})
        return post is not None

    def _settle(self, steps: Mapping[str, str]) -> None:
        for person, post in steps.items():
            before = self.board.post[person]
            free = {place: self.board.seat_free(place) for place in (before, post)}
            self.board.settle(person, post)
            for place, was in free.items():
                self._note_free(place, was)

    def _note_free(self, post: str, was: bool) -> None:
        """Keeps the lists of free seats as they are by now."""
        bit, now = self.sorts.bit[post], self.board.seat_free(post)
        if bit and was and not now:
            self._free[bit].remove(post)
        elif bit and now and not was:
            insort(self._free[bit], post)

    def _best_free(self, person: str, kind: MoveKind) -> str | None:
        def likes(post: str) -> bool:
            return self.board.seat_free(post) and self._may(person, post, kind)

        mask = self.sorts.masks["exchange"][person]
        far = [posts for bit, posts in self._free.items() if mask & bit] if kind == "exchange" else []
        return self._best(person, kind, likes, far)

    def _best_shared(self, person: str, kind: MoveKind) -> str | None:
        def likes(post: str) -> bool:
            return self.sorts.may(person, post, kind) and self._partner(person, post, kind) is not None

        own = self.sorts.bit[self.facts.today[person]]
        far = self._partners.under(self.sorts.masks["exchange"][person], own) if kind == "exchange" else ()
        return self._best(person, kind, likes, map(self._pruned, far))

    def _pruned(self, posts: list[str]) -> list[str]:
        """A list of posts, its beginning cleared of those that nobody can leave any more."""
        while posts and not self._lasts(posts[0]):
            del posts[0]
        return posts

    def _lasts(self, post: str) -> bool:
        return any(h not in self.board.settled and self.board.gives(h, "exchange") for h in self.facts.holders[post])

    def _may(self, person: str, post: str, kind: MoveKind) -> bool:
        if not self.sorts.may(person, post, kind):
            return False
        return kind == "rotation" or not self.board.meets(person, self.facts.post[post].unit_id)

    def _best(self, person: str, kind: MoveKind, likes: Likes, far: Iterable[list[str]]) -> str | None:
        """The best post that will do: wished for, else of a unit that does not object, else any; then by id."""
        facts = self.facts
        wished = [post for post in facts.wished.get(person, {}) if facts.points(person, post)]
        for post in sorted(wished, key=lambda p: (-facts.points(person, p), facts.objected(person, p), p)):
            if likes(post):
                return post
        if kind == "rotation":
            near = self.sorts.near[facts.home[person], facts.post[facts.today[person]].level]
            return next(filter(likes, near), None)
        best: tuple[bool, str] | None = None
        for posts in far:
            for post in posts:
                key = (facts.objected(person, post), post)
                if best is not None and (False, post) >= best:
                    break
                if (best is None or key < best) and likes(post):
                    best = key
                    if not key[0]:
                        break
        return None if best is None else best[1]

    def _partner(self, person: str, post: str, kind: MoveKind) -> str | None:
        """The first of today's holders of a post who changes places with a person."""
        facts, board, own = self.facts, self.board, self.facts.today[person]
        able = [
            h
            for h in facts.holders.get(post, ())
            if h not in board.settled
            and self.sorts.may(h, own, kind)
            and (kind == "rotation" or board.gives(h, kind, others=1))
            and (kind == "rotation" or not board.meets(h, facts.home[person], but=person))
            and (kind == "rotation" or not board.meets(person, facts.home[h], but=h))
        ]
        return min(able, key=self._swap_rank, default=None)

    def _swap_rank(self, person: str) -> tuple[int, int, int, str]:
        return (
            self._place.get(person, len(self.line)),
            -self.facts.in_post[person],
            -self.facts.lot[person],
            person,
        )

    def _ties(self) -> dict[str, str]:
        """People of one duty and one number of months whose fates differ, each with the own fate."""
        alike: dict[tuple[str, int], dict[str, str]] = {}
        for person in self.line[len(self.paired) :]:
            owed = self.ledger.owed[person]
            alike.setdefault((owed.duty, owed.overdue), {})[person] = fate(self.ledger, person, self.board.post[person])
        return {p: own for fates in alike.values() if len(set(fates.values())) > 1 for p, own in fates.items()}


def fate(ledger: Ledger, person: str, post: str) -> str:
    """What a post is to a person: the own one, a wished one, or one by exchange or rotation."""
    facts = ledger.facts
    if post == facts.today[person]:
        return "stays"
    return post if post in facts.wished.get(person, {}) else facts.kind(person, post)
