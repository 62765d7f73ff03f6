"""Posts looked up by what they ask of whoever enters them, so that no search runs over people times posts."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from heapq import merge

from allocator.rotation.moves import Moves
from models.rotation.codes import MoveKind, PostKind, PostLevel

Asked = tuple[str, ...]
Group = tuple[PostLevel, PostKind, Asked]
"""The posts of one level and kind that ask for the same specialties."""


@dataclass(frozen=True)
class PostIndex:
    """The posts that may be entered at all, those over their seats today left out (article 15-1)."""

    moves: Moves

    @cached_property
    def groups(self) -> Mapping[Group, tuple[str, ...]]:
        """The posts of each group, in id order."""
        found: dict[Group, list[str]] = {}
        for post in self._enterable():
            found.setdefault(self.group(post), []).append(post)
        return {group: tuple(posts) for group, posts in found.items()}

    @cached_property
    def of_unit(self) -> Mapping[tuple[str, PostLevel], tuple[str, ...]]:
        """The posts of each unit and level, in id order."""
        found: dict[tuple[str, PostLevel], list[str]] = {}
        for post in self._enterable():
            row = self.moves.roster.posts[post]
            found.setdefault((row.unit_id, row.level), []).append(post)
        return {key: tuple(posts) for key, posts in found.items()}

    def _enterable(self) -> Iterator[str]:
        roster = self.moves.roster
        return (post for post in roster.posts if post not in roster.over_seats)

    def group(self, post_id: str) -> Group:
        """The group of a post."""
        post = self.moves.roster.posts[post_id]
        return (post.level, post.kind, post.requires)

    def groups_for(self, person_id: str) -> tuple[Group, ...]:
        """The groups a person may be exchanged into by level, specialty and, of somebody due to rotate, kind."""
        roster = self.moves.roster
        own = roster.posts[roster.present[person_id]]
        kind = own.kind if self.moves.due[person_id].duty == "rotate" else None
        key = (own.level, kind, roster.officers[person_id].specialty)
        if key not in self._fitting:
            self._fitting[key] = tuple(group for group in self.groups if _fits(group, *key))
        return self._fitting[key]

    @cached_property
    def _fitting(self) -> dict[tuple[PostLevel, PostKind | None, str | None], tuple[Group, ...]]:
        return {}

    def open_to(self, person_id: str, kind: MoveKind) -> Iterator[str]:
        """Every post a person may move to by a move of one kind, in id order, found as it is asked for."""
        moves = self.moves
        posts: Iterable[str]
        if kind == "rotation":
            posts = self.of_unit.get(self.home(person_id), ())
        else:
            posts = merge(*(self.groups[group] for group in self.groups_for(person_id)))
        return (post for post in posts if moves.kind(person_id, post) == kind and moves.allowed(person_id, post))

    def home(self, person_id: str) -> tuple[str, PostLevel]:
        """A person's present unit and level."""
        roster = self.moves.roster
        return (roster.unit[person_id], roster.posts[roster.present[person_id]].level)


def _fits(group: Group, level: PostLevel, kind: PostKind | None, specialty: str | None) -> bool:
    asked = group[2]
    return group[0] == level and kind in (None, group[1]) and (not asked or specialty in asked)
