"""The unknowns of a stage: one array an attribute, in the one order that does not depend on how they were found."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, get_args, overload

import numpy as np
from numpy.typing import NDArray

from allocator.solver import Ints
from models.competition.codes import Basis, Role
from models.competition.standing import Member

Kind = Literal["post", "mutual", "one_sided", "neutral", "required", "count", "shortfall"]
KINDS: tuple[Kind, ...] = ("required", "post", "mutual", "one_sided", "neutral", "count", "shortfall")
SETTLED: tuple[Kind, ...] = ("post", "mutual", "one_sided", "required")
BASES: tuple[Basis, ...] = get_args(Basis)
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Column:
    """One unknown of a stage.

    A ``post``, ``mutual``, ``one_sided``, ``neutral`` or ``required`` column seats a person in a section (0 or 1); a
    ``neutral`` one without a section seats the person in some section that neither side named, and ``count`` is how
    many such people a section takes. ``shortfall`` is by how many members a section misses a target (``target``).
    ``round`` and ``pick_order`` are the numbers of the levels, ``draw`` the seat's lot.
    """

    kind: Kind
    person_id: str = ""
    section_id: str = ""
    round: int | None = None
    pick_order: int | None = None
    draw: int = 0
    basis: Basis | None = None
    upper: int = 1
    target: int = 0

    @property
    def is_settled(self) -> bool:
        """Whether the column seats one person in one section that one side at least named."""
        return self.kind in SETTLED

    def member(self, role: Role) -> Member:
        """The seat as a member of the section."""
        assert self.basis is not None
        return Member(
            person_id=self.person_id,
            section_id=self.section_id,
            role=role,
            basis=self.basis,
            round=self.round,
            pick_order=self.pick_order,
        )


@dataclass(frozen=True)
class Part:
    """Columns of one kind while they are gathered: a list for what differs, one value for what does not.

    ``round`` and ``pick_order`` are 0 where there is none.
    """

    kind: Kind
    person_ids: Sequence[str]
    section_ids: Sequence[str]
    round: Sequence[int] | int = 0
    pick_order: Sequence[int] | int = 0
    draw: Sequence[int] | int = 0
    basis: Basis | None = None
    upper: Sequence[int] | int = 1
    target: Sequence[int] | int = 0

    @staticmethod
    def of(column: Column) -> "Part":
        """One column as a part."""
        numbers = (column.round or 0, column.pick_order or 0, column.draw)
        return Part(
            column.kind, [column.person_id], [column.section_id], *numbers, column.basis, column.upper, column.target
        )


@dataclass(frozen=True, eq=False)
class Columns(Sequence[Column]):
    """The columns of a stage, by section and person, as people read seats; then by round, kind and target.

    ``person`` and ``section`` number :attr:`people` and :attr:`sections`, which stand in id order; -1 is none.
    ``kind`` numbers :data:`KINDS` and ``basis`` :data:`BASES` (-1: none); ``round`` and ``pick_order`` are 0 for none.
    """

    people: tuple[str, ...]
    sections: tuple[str, ...]
    person: Ints
    section: Ints
    kind: Ints
    round: Ints
    pick_order: Ints
    draw: Ints
    basis: Ints
    upper: Ints
    target: Ints

    @staticmethod
    def of(columns: Iterable[Column]) -> "Columns":
        """These columns, sorted."""
        return Columns.joined([Part.of(column) for column in columns])

    @staticmethod
    def joined(parts: Iterable[Part]) -> "Columns":
        """The columns of all parts, sorted."""
        parts = list(parts)
        people, person = _numbered([part.person_ids for part in parts])
        sections, section = _numbered([part.section_ids for part in parts])
        kind = _joined(parts, [KINDS.index(part.kind) for part in parts])
        basis = _joined(parts, [-1 if part.basis is None else BASES.index(part.basis) for part in parts])
        round_, target = _joined(parts, [p.round for p in parts]), _joined(parts, [p.target for p in parts])
        order = np.lexsort((target, kind, round_, person, section))
        return Columns(
            people=people,
            sections=sections,
            person=person[order],
            section=section[order],
            kind=kind[order],
            round=round_[order],
            pick_order=_joined(parts, [part.pick_order for part in parts])[order],
            draw=_joined(parts, [part.draw for part in parts])[order],
            basis=basis[order],
            upper=_joined(parts, [part.upper for part in parts])[order],
            target=target[order],
        )

    def __len__(self) -> int:
        return len(self.kind)

    @overload
    def __getitem__(self, index: int) -> Column: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Column, ...]: ...
    def __getitem__(self, index: int | slice) -> "Column | tuple[Column, ...]":
        if isinstance(index, slice):
            return tuple(self[i] for i in range(*index.indices(len(self))))
        person, section, basis = int(self.person[index]), int(self.section[index]), int(self.basis[index])
        return Column(
            kind=KINDS[self.kind[index]],
            person_id="" if person < 0 else self.people[person],
            section_id="" if section < 0 else self.sections[section],
            round=int(self.round[index]) or None,
            pick_order=int(self.pick_order[index]) or None,
            draw=int(self.draw[index]),
            basis=None if basis < 0 else BASES[basis],
            upper=int(self.upper[index]),
            target=int(self.target[index]),
        )

    def __iter__(self) -> Iterator[Column]:
        return (self[i] for i in range(len(self)))

    def of_kind(self, *kinds: Kind) -> Mask:
        """Which columns are of the given kinds."""
        return np.isin(self.kind, [KINDS.index(kind) for kind in kinds])

    @cached_property
    def is_settled(self) -> Mask:
        """Which columns seat one person in one section that one side at least named."""
        return self.of_kind(*SETTLED)

    def by_person(self, values: Iterable[int], default: int = 0) -> Ints:
        """One value a person, in id order, spread over the person's columns; ``default`` where there is no person."""
        return np.append(np.array(list(values), dtype=np.int64), np.int64(default))[self.person]


def _numbered(ids: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], Ints]:
    """The ids in order, each once, and for every place the number of its id; an empty one is -1."""
    known = tuple(sorted({name for part in ids for name in part} - {""}))
    number = {name: i for i, name in enumerate(known)} | {"": -1}
    empty = [np.zeros(0, dtype=np.int64)]
    return known, np.concatenate(empty + [np.array([number[n] for n in part], dtype=np.int64) for part in ids])


def _joined(parts: Sequence[Part], values: Sequence[Sequence[int] | int]) -> Ints:
    """One attribute of all parts as an array."""
    found = [np.zeros(0, dtype=np.int64)]
    for part, value in zip(parts, values, strict=True):
        found.append(np.broadcast_to(np.array(value, dtype=np.int64), (len(part.person_ids),)))
    return np.concatenate(found)
