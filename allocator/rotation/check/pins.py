"""Pins must fit people, posts and each other: what a whole plan must keep binds them too (articles 7-5, 12 and 15)."""

from collections.abc import Callable, Iterator

from allocator.faults import Fault
from allocator.rotation.check.material import Material, fault
from allocator.rotation.legality import Break, pinned
from allocator.rotation.roster import Roster
from models.common.rules import carries
from models.rotation.rule_ids import RuleId
from models.rotation.tables import Officer, Post, PostPin


@carries(RuleId.PIN_FITS, "check")
def assigned_twice(material: Material) -> Iterator[Fault]:
    """One person is assigned one post."""
    first: dict[str, tuple[int, PostPin]] = {}
    for row, pin in material.table(PostPin):
        if pin.mode == "assign":
            first_row, other = first.setdefault(pin.person_id, (row, pin))
            if first_row != row:
                args = {"person_id": pin.person_id, "assigned": other.post_id, "first_row": first_row}
                yield fault("rotation_pin_twice", "pins", row, "post_id", pin.post_id, **args)


@carries(RuleId.PIN_FITS, "check")
def other_level(material: Material) -> Iterator[Fault]:
    """A pin keeps the level, as every move does."""
    officers = {officer.person_id: officer for _, officer in material.table(Officer)}
    posts = {post.post_id: post for _, post in material.table(Post)}
    for row, pin in material.table(PostPin):
        officer, post = officers.get(pin.person_id), posts.get(pin.post_id)
        own = None if officer is None else posts.get(officer.post_id)
        if pin.mode == "assign" and post is not None and own is not None and post.level != own.level:
            args = {"person_id": pin.person_id, "post_id": pin.post_id, "own": own.level, "level": post.level}
            yield fault("rotation_pin_other_level", "pins", row, "post_id", pin.post_id, **args)


@carries(RuleId.PIN_FITS, "check")
def broken_by_pins(material: Material, roster: Roster) -> Iterator[Fault]:
    """Today's plan with everybody who is assigned a post in it is a legal plan."""
    assigned = [(row, pin) for row, pin in material.table(PostPin) if pin.mode == "assign"]
    for found in pinned(roster).breaks():
        yield _fault(found, assigned, roster)


def _fault(found: Break, assigned: list[tuple[int, PostPin]], roster: Roster) -> Fault:
    """The fault of one broken clause, at the last pin that has part in it."""
    if found.clause == "seats":
        post = roster.posts[found.where[0]]
        row, _ = _last(assigned, lambda pin: pin.post_id == post.post_id)
        args = {"post_id": post.post_id, "seats": post.seats}
        return fault("rotation_pin_over_seats", "pins", row, "post_id", post.post_id, **args)
    if found.clause == "avoidance":
        row, pin = _last(assigned, lambda pin: pin.person_id in found.where)
        args = dict(zip(("person_a", "person_b"), found.where, strict=True))
        return fault("rotation_pin_against_avoidance", "pins", row, "post_id", pin.post_id, **args)
    if found.clause == "quota":
        row, pin = _last(assigned, lambda pin: roster.posts[pin.post_id].unit_id != roster.unit[pin.person_id])
        args = {"quota": roster.case.case.exchange_quota}
        return fault("rotation_pin_over_quota", "pins", row, "post_id", pin.post_id, **args)
    row, pin = _last(assigned, lambda pin: roster.unit[pin.person_id] == found.where[0])
    args = {"unit_id": found.where[0], "clause": found.clause}
    return fault("rotation_pin_against_continuity", "pins", row, "post_id", pin.post_id, **args)


def _last(assigned: list[tuple[int, PostPin]], concerned: Callable[[PostPin], bool]) -> tuple[int, PostPin]:
    return max((at for at in assigned if concerned(at[1])), key=lambda at: at[0])
