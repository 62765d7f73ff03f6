"""What is changed in the embedded bureau, one thing at a time, to see that it decides something there."""

from collections.abc import Callable, Mapping
from typing import Any

from models.common.base import Method
from models.rotation.case import RotationCase
from models.rotation.rulebook import RotationRulebook

Edit = Callable[[RotationCase], RotationCase]
NEVER = 60
"""Years that nobody reaches."""

RULEBOOKS: Mapping[str, dict[str, Any]] = {
    "7-1 head": {"tenure": {"head_years": NEVER}},
    "7-1 deputy": {"tenure": {"deputy_years": NEVER}},
    "7-1 must": {"tenure": {"must_kinds": ()}},
    "7-2": {"tenure": {"unit_years": NEVER}},
    "7-3 reserve": {"development": {"reserve_units": 1}},
    "7-3 young": {"development": {"young_years": NEVER}},
    "7-4": {"development": {"volunteer_years": NEVER}},
    "9-1": {"rotation": {"post_years": NEVER}},
    "9-2": {"rotation": {"sensitive_years": NEVER}},
    "6-4": {"rotation": {"sensitive_kinds": ("discipline",)}},
    "return": {"moves": {"return_months": 0}},
    "counterparts": {"moves": {"counterpart_years": 8}},
    "12 exchanges of a unit": {"continuity": {"exchange_share": "1"}},
    "12 moves of a unit": {"continuity": {"move_share": "1"}},
    "12 a leader stays": {"continuity": {"keep_a_leader": False}},
    "overdue cap": {"objective": {"overdue_cap": 6}},
}
"""The article, and the rulebook in which it says something else."""


def without(table: str, **fields: Any) -> Edit:
    """The case without the rows of a table that have these values."""

    def edit(case: RotationCase) -> RotationCase:
        rows = getattr(case, table)
        left = tuple(row for row in rows if any(getattr(row, name) != value for name, value in fields.items()))
        assert len(left) < len(rows)
        return case.model_copy(update={table: left if fields else ()})

    return edit


def info(**fields: Any) -> Edit:
    """The case with other rows of its own."""
    return lambda case: case.model_copy(update={"case": case.case.model_copy(update=fields)})


def seats_for_all(case: RotationCase) -> RotationCase:
    """The case with as many seats in every post as are held, at least."""
    held = [officer.post_id for officer in case.officers]
    rows = tuple(
        post.model_copy(update={"seats": max(post.seats, held.count(post.post_id) + 1)})
        if held.count(post.post_id) > post.seats
        else post
        for post in case.posts
    )
    assert rows != case.posts
    return case.model_copy(update={"posts": rows})


def open_posts(case: RotationCase) -> RotationCase:
    """The case with posts that ask for no specialty."""
    return case.model_copy(update={"posts": tuple(post.model_copy(update={"requires": ()}) for post in case.posts)})


CASES: Mapping[str, Edit] = {
    **{f"exempt {article}": without("exemptions", article=article) for article in ("8-1", "8-2", "8-3", "8-4")},
    **{f"exempt {article}": without("exemptions", article=article) for article in ("10-1", "10-2", "10-3", "10-4")},
    **{f"nominated {article}": without("nominations", article=article) for article in ("7-6", "9-3")},
    "7-5": lambda case: case.model_copy(update={"avoidances": ()}),
    "13 assigned": without("pins", mode="assign"),
    "13 forbidden": without("pins", mode="forbid"),
    "wishes": lambda case: case.model_copy(update={"wishes": ()}),
    "12-2 opinions": lambda case: case.model_copy(update={"opinions": ()}),
    "12 quota": info(exchange_quota=None),
    "12 draw": info(lottery_seed="another draw"),
    "15-1 seats": seats_for_all,
    "10-3 specialties": open_posts,
}
"""The article, and the case in which it has nothing to decide."""

METHODS: tuple[Method, ...] = ("rules", "optimal")


def rulebook(changes: dict[str, Any]) -> RotationRulebook:
    """The built-in rulebook with changes."""
    return RotationRulebook.model_validate(changes)
