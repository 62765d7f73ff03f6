"""Exchanges to posts that nobody named: there are people times posts of them, so they stay implied.

People who may go to the same kinds of posts make a *pool*; posts that take the same pools make a *field*. The problem
counts how many of a pool go to a field and how many of a field's people each post takes.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from allocator.rotation.optimum.setting import NONE, Setting
from models.rotation.codes import PostKind, PostLevel


@dataclass(frozen=True, order=True, slots=True)
class Pool:
    """People who may go to the same posts but for those shut to each: by level, specialty, and kind if bound to it."""

    level: PostLevel
    specialty: str
    kind: PostKind | None


@dataclass(frozen=True, order=True, slots=True)
class Field:
    """Posts that are alike but for their unit, seats and id."""

    level: PostLevel
    kind: PostKind
    requires: tuple[str, ...]

    def takes(self, pool: Pool) -> bool:
        """Whether people of a pool may go to these posts."""
        fits = not self.requires or pool.specialty in self.requires
        return self.level == pool.level and pool.kind in (None, self.kind) and fits


class NeutralPosts:
    """For each person who may be exchanged, the pool, and the few posts of it that are not neutral."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.shut: Mapping[int, frozenset[int]] = self._shut()

    @cached_property
    def fields(self) -> Mapping[Field, list[int]]:
        """The posts of each field; those over their seats today take nobody (article 15-1)."""
        roster = self.setting.roster
        found: dict[Field, list[int]] = {}
        for j, post in enumerate(roster.posts.values()):
            if post.post_id not in roster.over_seats:
                found.setdefault(Field(post.level, post.kind, tuple(sorted(post.requires))), []).append(j)
        return dict(sorted(found.items()))

    @cached_property
    def field_of(self) -> Mapping[int, Field]:
        """The field of each post that may take people."""
        return {j: field for field, posts in self.fields.items() for j in posts}

    @cached_property
    def pool_of(self) -> Mapping[int, Pool]:
        """The pool of everybody who may be exchanged, with some neutral post in it."""
        return {i: pool for i, pool in self._pools() if self._has_any(i, pool)}

    @cached_property
    def members(self) -> Mapping[Pool, list[int]]:
        """Everybody of each pool."""
        found: dict[Pool, list[int]] = {}
        for i, pool in self.pool_of.items():
            found.setdefault(pool, []).append(i)
        return dict(sorted(found.items(), key=lambda item: (item[0].level, item[0].specialty, item[0].kind or "")))

    @cached_property
    def posts_of_pool(self) -> Mapping[Pool, list[int]]:
        """The posts that take a pool, in id order."""
        pools = {pool for _, pool in self._pools()}
        return {pool: sorted(j for f, posts in self.fields.items() if f.takes(pool) for j in posts) for pool in pools}

    @cached_property
    def fields_of_pool(self) -> Mapping[Pool, list[Field]]:
        """The fields that take each pool."""
        return {pool: [field for field in self.fields if field.takes(pool)] for pool in self.posts_of_pool}

    @cached_property
    def avoided(self) -> Mapping[int, list[int]]:
        """Whom each person of an avoidance pair avoids."""
        number, avoided = self.setting.number_of_person, self.setting.roster.avoided
        return {number[person]: sorted(number[other] for other in others) for person, others in avoided.items()}

    def meet(self, people: Iterable[int], after: Sequence[int]) -> bool:
        """Whether some of these people end with somebody to be avoided in a unit that the two do not share today."""
        unit, today = self.setting.post_unit, self.setting.unit
        return any(
            unit[after[person]] == unit[after[other]] and not unit[after[other]] == today[person] == today[other]
            for person in people
            for other in self.avoided.get(person, ())
        )

    def is_neutral(self, person: int, post: int) -> bool:
        """Whether a post is neutral for a person."""
        pool, field = self.pool_of.get(person), self.field_of.get(post)
        return pool is not None and field is not None and field.takes(pool) and post not in self.shut[person]

    def of(self, person: int) -> Iterator[int]:
        """The posts that are neutral for a person, in id order."""
        pool = self.pool_of.get(person)
        return (j for j in self.posts_of_pool[pool] if j not in self.shut[person]) if pool is not None else iter(())

    def _has_any(self, person: int, pool: Pool) -> bool:
        posts = self.posts_of_pool[pool]
        shut = self.shut[person]
        return len(posts) > len(shut) or any(j not in shut for j in posts)

    def _pools(self) -> Iterator[tuple[int, Pool]]:
        """Everybody who may be exchanged at all, with the pool; a specialty that no post asks for is none."""
        setting, roster, moves = self.setting, self.setting.roster, self.setting.moves
        asked = {(post.level, s) for post in roster.posts.values() for s in post.requires}
        for i, officer in enumerate(roster.officers.values()):
            if setting.pinned[i] != NONE or moves.exchange_bar(officer.person_id, "") is not None:
                continue
            post = roster.posts[officer.post_id]
            specialty = officer.specialty if (post.level, officer.specialty) in asked else None
            bound = moves.due[officer.person_id].duty == "rotate"
            yield i, Pool(post.level, specialty or "", post.kind if bound else None)

    def _shut(self) -> Mapping[int, frozenset[int]]:
        """For each person the posts of the own level that are named, forbidden or in a unit that is barred or named."""
        setting, roster = self.setting, self.setting.roster
        units: list[set[int]] = [{unit} for unit in setting.unit.tolist()]
        for person, unit in roster.left_lately | roster.objections:
            units[setting.number_of_person[person]].add(setting.number_of_unit[unit])
        found = [
            {j for unit in mine for j in self._posts_in.get((unit, level), ())} for mine, level in self._lived(units)
        ]
        for person, post in roster.forbidden:
            found[setting.number_of_person[person]].add(setting.number_of_post[post])
        for person, wished in roster.choices.items():
            found[setting.number_of_person[person]].update(setting.number_of_post[post] for post in wished)
        return {i: frozenset(posts) for i, posts in enumerate(found)}

    def _lived(self, units: list[set[int]]) -> Iterator[tuple[set[int], int]]:
        return zip(units, self.setting.post_level[self.setting.own].tolist(), strict=True)

    @cached_property
    def _posts_in(self) -> Mapping[tuple[int, int], list[int]]:
        """The posts of each unit and level."""
        setting = self.setting
        found: dict[tuple[int, int], list[int]] = {}
        for j, key in enumerate(zip(setting.post_unit.tolist(), setting.post_level.tolist(), strict=True)):
            found.setdefault(key, []).append(j)
        return found

    def named(self, person: int) -> Iterator[int]:
        """The posts to which a move is written out: wished ones, those of the own unit, those of units that object."""
        setting, roster, name = self.setting, self.setting.roster, self.setting.people[person]
        level = int(setting.post_level[setting.own[person]])
        wished = [setting.number_of_post[post] for post in roster.choices.get(name, ())]
        own = self._posts_in[int(setting.unit[person]), level]
        objecting = [j for unit in self._objecting.get(person, ()) for j in self._posts_in.get((unit, level), ())]
        return (j for j in sorted({*wished, *own, *objecting}) if setting.moves.allowed(name, setting.posts[j]))

    @cached_property
    def _objecting(self) -> Mapping[int, list[int]]:
        setting = self.setting
        found: dict[int, list[int]] = {}
        for person, unit in setting.roster.objections:
            found.setdefault(setting.number_of_person[person], []).append(setting.number_of_unit[unit])
        return found
