"""The standing between stages: who sits where so far. Both methods take one and return one."""

from collections.abc import Mapping
from functools import cached_property

from models.common.base import Frozen, Id, Ordinal
from models.competition.codes import ROLES, Basis, Role

_PLACE_OF: Mapping[Role, int] = {role: place for place, role in enumerate(ROLES)}


class Member(Frozen):
    """A person seated in a section in a role, and on what basis.

    ``round`` is the filing round of a chief pair (write-ins included, as the levels count them), the round of a
    mutual seat, and 1 for a required seat; ``pick_order`` is the rank in the section's list of a mutual seat, and
    for a required seat the person's own rank (unlisted: one past the list's end). Both are ``None`` elsewhere.
    """

    person_id: Id
    section_id: Id
    role: Role
    basis: Basis
    round: Ordinal | None = None
    pick_order: Ordinal | None = None

    @property
    def sort_key(self) -> tuple[str, int, str]:
        """Members stand by section, role (chief, clerk, institution) and person."""
        return _sort_key(self)


def _sort_key(member: Member) -> tuple[str, int, str]:
    return (member.section_id, _PLACE_OF[member.role], member.person_id)


class Standing(Frozen):
    """Everybody seated so far, in the order section, role, person."""

    members: tuple[Member, ...] = ()

    def with_members(self, *more: Member) -> "Standing":
        """The standing after more people have taken seats."""
        return Standing(members=tuple(sorted((*self.members, *more), key=_sort_key)))

    @cached_property
    def seated(self) -> Mapping[str, Member]:
        """Everybody who has a seat, by person id."""
        return {m.person_id: m for m in self.members}

    @cached_property
    def by_section(self) -> Mapping[str, tuple[Member, ...]]:
        """The members of each section that has any."""
        grouped: dict[str, list[Member]] = {}
        for member in self.members:
            grouped.setdefault(member.section_id, []).append(member)
        return {section: tuple(members) for section, members in grouped.items()}

    def of_section(self, section_id: str) -> tuple[Member, ...]:
        """The members of one section, none if it is empty."""
        return self.by_section.get(section_id, ())

    def chief_of(self, section_id: str) -> str | None:
        """The person who holds a section's chief post, if anybody."""
        return next((m.person_id for m in self.of_section(section_id) if m.role == "chief"), None)
