"""The seats of one role as they fill: who may still take which."""

from allocator.competition.bureau import Bureau
from models.common.rules import carries
from models.competition.codes import Role
from models.competition.rule_ids import RuleId
from models.competition.standing import Standing


class Room:
    """The free seats of one role (clerk or institution), the originals kept and the people already inside.

    It starts from a standing and changes only by :meth:`take` and :meth:`leave`; it decides nothing itself.
    """

    def __init__(self, bureau: Bureau, standing: Standing, role: Role) -> None:
        self._bureau = bureau
        self._role = role
        self.inside: dict[str, set[str]] = {s: set() for s in bureau.sections}
        self.free = {s: section.headcount - 1 for s, section in bureau.sections.items()}
        self.keep_left = {s: retention_cap(bureau, s, role) for s in bureau.sections}
        for member in standing.members:
            self.inside[member.section_id].add(member.person_id)
            if member.role != "chief":
                self.free[member.section_id] -= 1
            if member.role == role and bureau.is_original(member.person_id, member.section_id):
                self.keep_left[member.section_id] -= 1

    def copy(self) -> "Room":
        """The same room, to be filled without changing this one."""
        twin = object.__new__(Room)
        twin._bureau, twin._role = self._bureau, self._role
        twin.inside = {section: set(people) for section, people in self.inside.items()}
        twin.free, twin.keep_left = dict(self.free), dict(self.keep_left)
        return twin

    def take(self, person_id: str, section_id: str) -> None:
        """Seats a person, for whom :meth:`closed_by` must have been ``None``."""
        self.inside[section_id].add(person_id)
        self.free[section_id] -= 1
        if self._bureau.is_original(person_id, section_id):
            self.keep_left[section_id] -= 1

    def leave(self, person_id: str, section_id: str) -> None:
        """Frees the seat that a person took."""
        self.inside[section_id].discard(person_id)
        self.free[section_id] += 1
        if self._bureau.is_original(person_id, section_id):
            self.keep_left[section_id] += 1

    def closed_by(self, person_id: str, section_id: str) -> RuleId | None:
        """The rule that closes a section to a person, whether or not it has a free seat; ``None`` if none does."""
        if not self.not_forbidden(person_id, section_id):
            return RuleId.PIN
        if not self.avoids_nobody(person_id, section_id):
            return RuleId.AVOIDANCE
        if not self.may_keep(person_id, section_id):
            return RuleId.RETENTION_CLERK if self._role == "clerk" else RuleId.RETENTION_INSTITUTION
        return None

    def allowed(self, person_id: str, section_id: str) -> bool:
        """Whether the section has a free seat that no rule closes to the person."""
        return self.free[section_id] > 0 and self.closed_by(person_id, section_id) is None

    @carries(RuleId.PIN, "filter")
    def not_forbidden(self, person_id: str, section_id: str) -> bool:
        """Whether no pin forbids the seat."""
        return (person_id, section_id, self._role) not in self._bureau.forbidden

    @carries(RuleId.AVOIDANCE, "filter")
    def avoids_nobody(self, person_id: str, section_id: str) -> bool:
        """Whether nobody inside, in whatever role, is in an avoidance pair with the person."""
        others = self._bureau.avoided.get(person_id)
        return others is None or others.isdisjoint(self.inside[section_id])

    def may_keep(self, person_id: str, section_id: str) -> bool:
        """Whether the section may keep this person: not one of its own, or one more of its own still may stay."""
        return self.keep_left[section_id] > 0 or not self._bureau.is_original(person_id, section_id)


def retention_cap(bureau: Bureau, section_id: str, role: Role) -> int:
    """How many of its own people a section may keep in a role (articles 15 and 16)."""
    return bureau.retain(section_id) if role == "clerk" else bureau.rulebook.institution.retain
