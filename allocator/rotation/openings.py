"""Where a person can be moved by hand, in order: posts with a seat free now, then holders to change places with.

What is looked at only grows shorter while a plan is made by hand: people move once and units give away no more than
they may. So a holder who can never again change places is looked at once, and never by the next in the line.
"""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from heapq import merge

from allocator.rotation.legality import PlanState
from allocator.rotation.moves import Moves
from allocator.rotation.posts import Group, PostIndex
from models.rotation.codes import Bar, MoveKind

PERSONAL: frozenset[Bar | None] = frozenset({None, "own_post", "left_lately", "forbidden"})
"""What keeps a holder out of one post or unit, but perhaps not out of others that are like it."""


class Openings:
    """The openings of a plan as it stands: free seats, and today's holders who have not moved yet."""

    def __init__(self, moves: Moves, state: PlanState, line_place: Mapping[str, int]) -> None:
        self._moves, self._state, self._roster = moves, state, moves.roster
        self._line_place = line_place
        self._index = PostIndex(moves)
        self.settled = set(self._roster.assigned)
        self._swap_posts: dict[tuple[object, ...], list[str]] = {}
        free = {post for post in self._roster.posts if state.has_seat(post)}
        self._free = {group: [p for p in posts if p in free] for group, posts in self._index.groups.items()}
        self._free_of_unit = {key: [p for p in posts if p in free] for key, posts in self._index.of_unit.items()}

    def settle(self, *steps: tuple[str, str]) -> None:
        """Moves people for good."""
        touched = {post for person, to in steps for post in (self._state.post[person], to)}
        self._state.put(steps)
        self.settled.update(person for person, _ in steps)
        for post in touched - self._roster.over_seats:
            row = self._roster.posts[post]
            for posts in (self._free[self._index.group(post)], self._free_of_unit[row.unit_id, row.level]):
                place = bisect_left(posts, post)
                listed = place < len(posts) and posts[place] == post
                if self._state.has_seat(post) and not listed:
                    insort(posts, post)
                elif listed and not self._state.has_seat(post):
                    del posts[place]

    def free(self, person_id: str, kind: MoveKind) -> Iterator[str]:
        """The posts with a seat free now that a person may move to, in the order in which they are taken."""
        wished = self._wished(person_id, kind)
        yield from (post for post in wished if self._state.has_seat(post))
        objecting = self._roster.objecting.get(person_id, frozenset()) if kind == "exchange" else frozenset()
        if kind == "rotation":
            posts: Iterable[str] = self._free_of_unit.get(self._index.home(person_id), ())
        else:
            posts = merge(*(self._free[group] for group in self._index.groups_for(person_id)))
        put_off = []
        for post in posts:
            if post in wished or not self._goes(person_id, post, kind):
                continue
            if self._roster.posts[post].unit_id in objecting:
                put_off.append(post)
            else:
                yield post
        yield from put_off

    def _wished(self, person_id: str, kind: MoveKind) -> list[str]:
        """The posts a person wishes for and may move to, those that are worth most first."""
        worth = {post: self._moves.wish_points(person_id, post) for post in self._roster.choices.get(person_id, ())}
        posts = [post for post in worth if worth[post] and self._moves.kind(person_id, post) == kind]
        return sorted(posts, key=lambda post: (-worth[post], self._moves.objected(person_id, post), post))

    def _goes(self, person_id: str, post_id: str, kind: MoveKind) -> bool:
        return self._moves.kind(person_id, post_id) == kind and self._moves.allowed(person_id, post_id)

    def swaps(self, person_id: str, kind: MoveKind) -> Iterator[tuple[str, str]]:
        """The posts a person may move to, each with every holder who may take the own post in turn, in order."""
        own, (unit, level) = self._roster.present[person_id], self._index.home(person_id)
        together = 2 if kind == "rotation" else 1
        if own in self._roster.over_seats or self._state.closed(unit, level, kind, together):
            return
        if kind == "exchange" and self._state.quota_spent(2):
            return
        wished = self._wished(person_id, kind)
        for post in wished:
            yield from ((post, holder) for holder in self._partners(post, own))
        objecting = self._roster.objecting.get(person_id, frozenset()) if kind == "exchange" else frozenset()
        for post in self._lasting(person_id, kind):
            if post not in wished and self._roster.posts[post].unit_id not in objecting:
                yield from self._with_partners(person_id, post, kind)
        posts = merge(*(self._index.of_unit.get((other, level), ()) for other in objecting))
        for post in posts:
            if post not in wished:
                yield from self._with_partners(person_id, post, kind)

    def _with_partners(self, person_id: str, post_id: str, kind: MoveKind) -> Iterator[tuple[str, str]]:
        if self._goes(person_id, post_id, kind):
            own = self._roster.present[person_id]
            yield from ((post_id, holder) for holder in self._partners(post_id, own))

    def _partners(self, post_id: str, own: str) -> Iterator[str]:
        """Today's holders of a post who have not moved and may move to another post, in order."""
        for holder in self._in_order(post_id):
            if holder not in self.settled and self._moves.allowed(holder, own):
                yield holder

    def _in_order(self, post_id: str) -> tuple[str, ...]:
        """Today's holders of a post: those in the line first, in its order, then by longest in the post and by lot."""
        if post_id not in self._ordered:
            roster, last = self._roster, len(self._line_place)
            self._ordered[post_id] = tuple(
                sorted(
                    roster.holders[post_id],
                    key=lambda p: (self._line_place.get(p, last), -roster.months_in_post[p], roster.lot_rank(p)),
                )
            )
        return self._ordered[post_id]

    @cached_property
    def _ordered(self) -> dict[str, tuple[str, ...]]:
        return {}

    def _lasting(self, person_id: str, kind: MoveKind) -> Iterator[str]:
        """The posts, in id order, whose holders may yet change places with people like this one.

        People are alike here who may enter the same groups of posts and whose own posts are of one group, and of one
        unit where they rotate.
        """
        posts = self._posts_alike(person_id, kind)
        own = self._roster.present[person_id]
        place = 0
        while place < len(posts):
            if self._lasts(posts[place], own, kind):
                yield posts[place]
                place += 1
            else:
                del posts[place]

    def _posts_alike(self, person_id: str, kind: MoveKind) -> list[str]:
        own, home = self._roster.present[person_id], self._index.home(person_id)
        groups: tuple[Group, ...] = self._index.groups_for(person_id)
        key = (kind, home if kind == "rotation" else None, groups, self._index.group(own))
        if key not in self._swap_posts:
            self._swap_posts[key] = (
                list(self._index.of_unit.get(home, ()))
                if kind == "rotation"
                else list(merge(*(self._index.groups[group] for group in groups)))
            )
        return self._swap_posts[key]

    def _lasts(self, post_id: str, own: str, kind: MoveKind) -> bool:
        """Whether a holder may yet move to the group of a post, as far as this can be told of all its posts alike."""
        post = self._roster.posts[post_id]
        if self._state.closed(post.unit_id, post.level, kind, 2 if kind == "rotation" else 1):
            return False
        if kind == "exchange" and post.unit_id == self._roster.posts[own].unit_id:
            return True
        return any(
            holder not in self.settled and self._moves.bar(holder, own) in PERSONAL
            for holder in self._roster.holders[post_id]
        )
