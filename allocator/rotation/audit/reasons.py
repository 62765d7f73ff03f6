"""Why somebody did not get what is owed, by the counts of the plan (articles 7, 9-4, 12 and 15)."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from allocator.rotation.audit.groups import Sorts
from allocator.rotation.audit.told import Told
from models.rotation.codes import MoveKind, UnmetReason


@dataclass(frozen=True)
class Reasons:
    """An outcome's plan, asked what it leaves open."""

    told: Told

    @cached_property
    def _sorts(self) -> Sorts:
        return Sorts(self.told.ledger)

    def open(self, person: str) -> bool:
        """Whether a person has a duty and did not get what is owed."""
        told, duty = self.told, self.told.ledger.owed[person].duty
        if duty == "none":
            return False
        if duty == "relation":
            return any(told.unit[foe] == told.unit[person] for foe in told.facts.foes[person])
        if duty == "rotate":
            return told.plan[person] == told.facts.today[person]
        return told.unit[person] == told.facts.home[person]

    def row(self, person: str) -> dict[str, Any]:
        """What should be said of it."""
        owed = self.told.ledger.owed[person]
        moved = self.told.plan[person] != self.told.facts.today[person]
        stands_in = owed.duty in ("must", "should") and moved
        return {
            "duty": owed.duty,
            "articles": owed.articles,
            "overdue": owed.overdue,
            "instead": "rotation" if stands_in else None,
            "reason": self._reason(person),
        }

    def _reason(self, person: str) -> UnmetReason:
        if person in self.told.facts.pinned:
            return "no_post"
        kinds: tuple[MoveKind, ...] = ("exchange",)
        if self.told.ledger.owed[person].duty == "rotate":
            kinds = ("exchange", "rotation")
        open_kinds = [kind for kind in kinds if any(True for _ in self._sorts.choices(person, kind))]
        if not open_kinds:
            return "no_post"
        if all(self._unit_full(person, kind) for kind in open_kinds):
            return "continuity"
        if open_kinds == ["exchange"] and self._quota_full(person):
            return "quota"
        if open_kinds == ["exchange"] and all(self._meets(person, post) for post in self._exchanges(person)):
            return "avoidance"
        return "seats"

    def _exchanges(self, person: str) -> Iterator[str]:
        return self._sorts.choices(person, "exchange")

    def _unit_full(self, person: str, kind: MoveKind) -> bool:
        """Whether the unit cannot bear the person's move, whatever the person does in the plan left out."""
        told, facts = self.told, self.told.facts
        unit = facts.home[person]
        moves = told.plan[person] != facts.today[person]
        leaves = told.unit[person] != unit
        if told.changed[unit] - moves + 1 > facts.may_change(unit):
            return True
        if kind == "rotation":
            return False
        if told.left[unit] - leaves + 1 > facts.may_leave(unit):
            return True
        leads = facts.leads(person)
        return leads and told.leaders_left[unit] - leaves + 1 > facts.leaders_may_leave(unit)

    def _quota_full(self, person: str) -> bool:
        told, quota = self.told, self.told.facts.case.case.exchange_quota
        leaves = told.unit[person] != told.facts.home[person]
        return quota is not None and len(told.leavers) - leaves + 1 > quota

    def _meets(self, person: str, post: str) -> bool:
        """Whether somebody the person avoids ends in the unit of a post."""
        unit = self.told.facts.post[post].unit_id
        return any(self.told.unit[foe] == unit for foe in self.told.facts.foes.get(person, ()))
