"""The menus tiny cases are made from, and the shapes of their families."""

import random
from dataclasses import dataclass, field
from typing import Any

REFERENCE_DATE = "2023-03-01"
SERVED = ("2020-02-29", "2020-03-01", "2020-03-02", "2021-03-01", "2021-03-02", "2012-06-01")
BORN = ("1988-02-29", "1988-03-01", "1988-03-02", "1975-05-05", "1995-11-30", "")
PRESENT = {"leaders": 3, "staff": 4, "institutions": 3, "counties": 2}
BALLOTS = (  # twelve are present, four are a third; several have equal recommendations and different votes
    (0, 4, 0, 0),
    (0, 3, 1, 1),
    (0, 2, 3, 1),
    (0, 2, 2, 2),
    (0, 3, 0, 0),
    (0, 1, 1, 1),
    (0, 0, 2, 2),
    (3, 4, 3, 2),
    (2, 2, 0, 0),
)

ALIKE = BALLOTS[:4]
FAR_APART = ((3, 4, 3, 2), (0, 0, 2, 2))
MODES = ("free", "alike", "alike", "noughts", "far apart", "one part")
MARKS = ("0", "20", "60", "60.5", "90")
SPEECHES = (
    ("50", "60", "70", "80", "90"),
    ("70", "70", "70", "70", "70", "70.5"),
    ("90",) * 6,
    ("0", "10", "20", "20", "20"),
)
SATISFACTION = ((8, 0, 4), (9, 1, 4), (12, 0, 0), (9, 0, 3), (7, 3, 2), (11, 0, 1))

BONUSES = ("head", "head_nominal", "deputy")

Rows = list[dict[str, Any]]


@dataclass
class Shape:
    """How a family of cases is made up; shares are chances between 0 and 1."""

    sections: tuple[int, ...]
    people: tuple[int, ...]
    staff: tuple[str, ...]
    headcount: tuple[int, ...]
    entrants: tuple[int, ...] = (0, 1)
    files: tuple[float, ...] = (0.6, 0.9, 1.0)
    listed: tuple[float, ...] = (0.5, 0.8, 1.0)
    avoid: tuple[int, ...] = (0, 0, 1, 2)
    forbid: tuple[int, ...] = (0, 0, 1, 2)
    own: float = 0.35
    keen: tuple[int, ...] = ()
    modes: tuple[str, ...] = MODES
    trouble: float = 1.0
    parts: tuple[str, ...] = ("exam", "appraisal", "review")


OFFICE = ("administrative",) * 9 + ("contract",)
SHAPES = {
    "chiefs": Shape(
        (2, 3, 3, 4),
        (4, 5),
        OFFICE,
        (1, 1, 2),
        (4, 4, 5),
        modes=(*MODES, "one part", "far apart", "far apart"),
        parts=("exam", "appraisal", "review", *["speech"] * 5),
    ),
    "clerks": Shape((2, 2, 3), (4, 5, 5, 6), OFFICE, (2, 3, 3, 4)),
    "institution": Shape(
        (2, 2, 3),
        (4, 5, 6),
        ("institution",) * 6 + ("administrative",),
        (2, 3, 3, 4),
        (0,),
        own=0.6,
        avoid=(0, 1, 1, 2),
    ),
    "neutral": Shape((3, 3, 4), (4, 5, 6), OFFICE, (1, 2, 3, 4), (0, 1), (0.25,), (0.15,), (1, 2, 3), (2, 3, 4, 5)),
    "posts": Shape(
        (3, 3, 4),
        (4, 5),
        OFFICE,
        (1, 1, 2),
        (4, 4, 5),
        modes=("far apart", "far apart", "one part"),
        parts=("speech",),
        forbid=(0,),
        trouble=0.2,
        keen=(0, 1, 1),
    ),
    "desks": Shape(
        (2, 2, 3),
        (3, 4, 5),
        OFFICE,
        (2, 3),
        (0,),
        (0.8, 1.0),
        (0.8, 1.0),
        forbid=(0, 1),
        own=0.1,
        modes=("alike", "one part"),
        trouble=0.1,
    ),
    "guests": Shape(
        (2, 2, 3),
        (3, 4, 5),
        ("institution",),
        (2, 2, 3),
        (0,),
        (0.8, 1.0),
        (0.8, 1.0),
        forbid=(0, 1),
        own=0.1,
        modes=("alike", "one part"),
        trouble=0.1,
    ),
    "dense": Shape(
        (2, 3),
        (9, 10),
        ("administrative", "institution", "institution"),
        (3, 3, 4),
        (3,),
        (0.4, 0.8, 1.0),
        (0.6, 1.0),
        avoid=(0, 0, 1),
        forbid=(0, 0, 1),
        own=0.1,
        keen=(1, 2, 2),
        modes=("alike",),
        trouble=0.1,
    ),
    "mixed": Shape((2, 3, 4), (5, 6, 7), (*OFFICE[-4:], "institution", "institution"), (1, 2, 3), entrants=(1, 2)),
}


@dataclass
class Draft:
    """The tables while they are being made up."""

    dice: random.Random
    shape: Shape
    tables: dict[str, Rows] = field(default_factory=dict)
    book: dict[str, dict[str, Any]] = field(default_factory=dict)
    room: dict[str, int] = field(default_factory=dict)
    menu: dict[str, list[Any]] = field(default_factory=dict)
    mode: str = "free"
    part: str = ""

    def add(self, table: str, **row: Any) -> None:
        self.tables.setdefault(table, []).append(row)

    def serve(self, dish: str, menu: tuple[Any, ...]) -> Any:
        """One of the few values of a menu that this case offers."""
        if dish not in self.menu:
            many = self.mode == "free" or dish == self.part
            few = (1, 1, 2, 3) if dish == "ballot" and self.mode != "one part" else (1,)
            size = min(len(menu), self.dice.choice((2, 3) if many or self.mode == "far apart" else few))
            self.menu[dish] = self.dice.sample(menu, size)
        return self.dice.choice(self.menu[dish])

    def trouble(self, share: float) -> bool:
        """Whether something comes between; rarer in the shapes that are to stay clear of it."""
        return self.chance(share * self.shape.trouble)

    def chance(self, share: float) -> bool:
        return self.dice.random() < share

    @property
    def sections(self) -> list[str]:
        return [row["section_id"] for row in self.tables["sections"]]

    @property
    def people(self) -> Rows:
        return self.tables["people"]
