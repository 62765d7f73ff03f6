"""Which moves are allowed, one person and one post at a time; what a whole plan must keep is in ``legality``."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from allocator.rotation.duties import Due, duties
from allocator.rotation.roster import Roster
from models.common.rules import carries
from models.rotation.codes import Bar, MoveKind
from models.rotation.rule_ids import RuleId

WISH_POINTS = 4


@dataclass(frozen=True)
class Moves:
    """What each person owes and may do."""

    roster: Roster

    @cached_property
    def due(self) -> Mapping[str, Due]:
        """Everybody's duty, by person_id."""
        return duties(self.roster)

    def kind(self, person_id: str, post_id: str) -> MoveKind:
        """Whether a post would be an exchange (another unit) or a rotation (the own unit)."""
        roster = self.roster
        return "rotation" if roster.posts[post_id].unit_id == roster.unit[person_id] else "exchange"

    @carries(RuleId.SAME_LEVEL, "filter")
    @carries(RuleId.SPECIALTY, "filter")
    @carries(RuleId.OVER_SEATS, "filter")
    @carries(RuleId.KIND_OF_MOVE, "filter")
    @carries(RuleId.PIN, "filter")
    def bar(self, person_id: str, post_id: str) -> Bar | None:
        """The first ground on which a move is not allowed; ``None`` where it is."""
        roster, post, own = self.roster, self.roster.posts[post_id], self.roster.posts[self.roster.present[person_id]]
        if post_id == own.post_id:
            return "own_post"
        if post.level != own.level:
            return "other_level"
        if post.requires and roster.officers[person_id].specialty not in post.requires:
            return "specialty"
        if post_id in roster.over_seats:
            return "over_seats"
        if post.unit_id != own.unit_id:
            barred = self.exchange_bar(person_id, post.unit_id)
        else:
            barred = self.rotation_bar(person_id)
        if barred is not None:
            return barred
        if self.due[person_id].duty == "rotate" and post.unit_id != own.unit_id and post.kind != own.kind:
            return "own_unit_or_kind"
        return "forbidden" if (person_id, post_id) in roster.forbidden else None

    @carries(RuleId.EXEMPT_FROM_EXCHANGE, "filter")
    @carries(RuleId.NO_RETURN, "filter")
    def exchange_bar(self, person_id: str, unit_id: str) -> Bar | None:
        """What keeps a person from every post of another unit."""
        if person_id in self.roster.exempt_from_exchange:
            return "exempt_from_exchange"
        if (person_id, unit_id) in self.roster.left_lately:
            return "left_lately"
        return self._counterpart_bar(person_id)

    @carries(RuleId.EXEMPT_FROM_ROTATION, "filter")
    def rotation_bar(self, person_id: str) -> Bar | None:
        """What keeps a person from every other post of the own unit."""
        if person_id in self.roster.exempt_from_rotation:
            return "exempt_from_rotation"
        if self.due[person_id].duty in ("volunteer", "relation"):
            return "exchange_only"
        return self._counterpart_bar(person_id)

    @carries(RuleId.COUNTERPART, "filter")
    def _counterpart_bar(self, person_id: str) -> Bar | None:
        short = self.roster.months_in_post[person_id] < 12 * self.roster.rulebook.moves.counterpart_years
        return "too_short_in_post" if short and self.due[person_id].duty == "none" else None

    def allowed(self, person_id: str, post_id: str) -> bool:
        """Whether a move is allowed."""
        return self.bar(person_id, post_id) is None

    def posts_allowed(self, person_id: str) -> Iterator[str]:
        """Every post a person may move to, in post_id order; looks at every post of the case."""
        return (post for post in self.roster.posts if self.bar(person_id, post) is None)

    def choice(self, person_id: str, post_id: str) -> int | None:
        """The choice of a wished post that is allowed."""
        found = self.roster.choices.get(person_id, {}).get(post_id)
        return found if found is not None and self.allowed(person_id, post_id) else None

    def wish_points(self, person_id: str, post_id: str) -> int:
        """What a move is worth as a wish: 3, 2, 1 for the choices, otherwise 0."""
        choice = self.choice(person_id, post_id)
        return 0 if choice is None else max(0, WISH_POINTS - choice)

    def fate(self, person_id: str, post_id: str) -> str:
        """What becomes of a person in a post: the wished post by its id, else the kind of move, or ``stays``."""
        if post_id == self.roster.present[person_id]:
            return "stays"
        return self.kind(person_id, post_id) if self.choice(person_id, post_id) is None else post_id

    def objected(self, person_id: str, post_id: str) -> bool:
        """Whether a move is an exchange into a unit that does not agree to it."""
        unit = self.roster.posts[post_id].unit_id
        return unit != self.roster.unit[person_id] and (person_id, unit) in self.roster.objections
