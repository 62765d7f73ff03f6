"""Tiny cases without end: case ``index`` is always the same folder, whatever machine writes it.

Scores come from short menus, so that equal scores are the usual thing; headcounts are tight, people avoid one another,
sections keep and forbid, so that the rules meet. Every folder is a valid case.
"""

import csv
import random
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FAMILIES = ("chiefs", "clerks", "institution", "neutral", "posts", "desks", "guests", "mixed")

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

OBJECTIVE = {
    "chiefs": ("posts_filled", "composite", "votes", "applied", "round", "lot"),
    "clerks": ("placed", "mutual", "quantification", "one_sided", "round", "pick_order", "lot"),
    "institution": ("required", "placed", "shortfall", "quantification", "round", "pick_order", "lot"),
}

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
        (2, 3, 3),
        (3, 4),
        OFFICE,
        (1, 1, 2),
        (3, 4),
        modes=("far apart", "far apart", "one part"),
        parts=("speech",),
        forbid=(0,),
        trouble=0.2,
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


def family_of(index: int) -> str:
    return FAMILIES[index % len(FAMILIES)]


def write(index: int, folder: Path) -> Path:
    """Case ``index`` as a folder of csv files, with a rulebook where it differs from the built-in one."""
    draft = make(index)
    folder.mkdir(parents=True, exist_ok=True)
    for table, rows in draft.tables.items():
        with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
    if draft.book:
        (folder / "rulebook.toml").write_text(toml(draft.book), encoding="utf-8")
    return folder


def make(index: int) -> Draft:
    """Case ``index`` as tables."""
    draft = Draft(random.Random(f"tiny {index}"), SHAPES[family_of(index)])
    draft.mode = draft.dice.choice(draft.shape.modes)
    draft.part = draft.dice.choice(draft.shape.parts) if draft.mode == "one part" else ""
    add_case(draft, index)
    add_sections(draft)
    add_people(draft)
    add_rulebook(draft)
    add_marks(draft)
    add_filings(draft)
    add_ballots(draft)
    add_mutual_choice(draft)
    add_pins(draft)
    add_avoidances(draft)
    return draft


def add_case(draft: Draft, index: int) -> None:
    draft.add("case", key="name", value=f"tiny {index}")
    draft.add("case", key="reference_date", value=REFERENCE_DATE)
    if draft.chance(0.8):
        draft.add("case", key="lottery_seed", value=f"drawn {draft.dice.randrange(10**6)}")


def add_sections(draft: Draft) -> None:
    for number in range(draft.dice.choice(draft.shape.sections)):
        headcount = draft.dice.choice(draft.shape.headcount)
        retain = draft.dice.choice(("", "", "", "0", "1", "2"))
        name = f"S{number + 1}"
        draft.add("sections", section_id=name, name=f"Section {name}", headcount=headcount, retain=retain)
        draft.room[name] = headcount - 1


def add_people(draft: Draft) -> None:
    dice, shape = draft.dice, draft.shape
    count, entrants = dice.choice(shape.people), dice.choice(shape.entrants)
    names = [f"{n:02d}" for n in dice.sample(range(1, 60), count)]
    chiefs_of: set[str] = set()
    home = dice.choice(draft.sections)
    for number, name in enumerate(names):
        staffing = "administrative" if number < entrants else dice.choice(shape.staff)
        section = dice.choice([*draft.sections, *draft.sections, ""] if draft.chance(0.6) else [home])
        chief = staffing == "administrative" and number <= entrants and section != "" and section not in chiefs_of
        chief = chief and draft.chance(0.6)
        if staffing == "institution" and section != "" and section not in chiefs_of:
            chief = draft.chance(0.06)
        fixed = (
            section != ""
            and (draft.trouble(0.2 if chief else 0.06) or (chief and staffing == "institution"))
            and (chief or draft.room[section] > 0)
        )
        if chief:
            chiefs_of.add(section)
        elif fixed and staffing != "contract":
            draft.room[section] -= 1
        draft.add("people", person_id=name, name=f"Person {name}", staffing=staffing, section_id=section,
                  **standing_of(draft, staffing, number < entrants, chief, fixed))  # fmt: skip


def standing_of(draft: Draft, staffing: str, contender: bool, chief: bool, fixed: bool) -> dict[str, str]:
    """The rest of a person's row."""
    dice = draft.dice
    rank = dice.choice(
        ("head", "head_nominal", "deputy", "deputy_nominal") if contender else ("staff", "staff", "deputy")
    )
    bid = dice.choice(("", "", "", "compete", "withdraw"))
    if contender:
        bid = "withdraw" if draft.trouble(0.1) else "compete"
    return {
        "rank": rank,
        "rank_since": dice.choice(SERVED if draft.trouble(0.3) or not contender else SERVED[-1:]),
        "chief": "yes" if chief else "no",
        "fixed": "yes" if fixed else "no",
        "bid": bid if staffing == "administrative" else "",
        "cleared": "no" if draft.trouble(0.05) else "yes",
        "review": "fail" if draft.trouble(0.05) else "pass",
        "consent": "no" if draft.trouble(0.1) else "yes",
        "gender": dice.choice(("female", "male", "male", "")),
        "birth": dice.choice(BORN),
        "education": dice.choice(("college", "bachelor", "master", "")),
        "proficiency": dice.choice(("skilled", "")),
    }


def add_marks(draft: Draft) -> None:
    """Exam, appraisal, review, speech and satisfaction; now and then a person with nothing but noughts."""
    for person in draft.people:
        name = person["person_id"]
        marks = {"noughts": ("0",), "far apart": ("0", "20", "90")}.get(draft.mode, MARKS)
        exam, appraisal, review = (
            draft.dice.choice(marks) if len(marks) < 4 else draft.serve(part, marks)
            for part in ("exam", "appraisal", "review")
        )
        if draft.trouble(0.1):
            exam = appraisal = review = "0"
        draft.add("exams", person_id=name, aptitude=exam, essay=exam, knowledge=exam)
        heads = dict.fromkeys(("virtue", "ability", "diligence", "results"), appraisal)
        draft.add("appraisals", person_id=name, **heads, integrity=appraisal)
        for year in (2019, 2020, 2021, 2022)[draft.dice.choice((0, 1, 1, 2)) :]:
            draft.add("reviews", person_id=name, year=year, score="100" if year == 2019 else review)
        if person["staffing"] == "administrative":
            for judge, mark in enumerate(draft.serve("speech", SPEECHES), start=1):
                draft.add("speeches", person_id=name, judge=f"J{judge}", score=mark)
            if draft.trouble(0.4):
                happy, basic, bad = draft.dice.choice(SATISFACTION)
                draft.add("satisfaction", person_id=name, satisfied=happy, basic=basic, dissatisfied=bad)


def add_filings(draft: Draft) -> None:
    """Filings for chief posts, within the caps; in later rounds often for a post filed for before."""
    caps = draft.book.get("applications", {}).get("caps", [2, 2, 1])
    keen = (0, 0, 1) if draft.mode == "far apart" else (0, 1, 2, 2)
    for person in draft.people:
        if person["staffing"] != "administrative":
            continue
        for number, cap in enumerate(caps, start=1):
            wanted = draft.dice.sample(draft.sections, min(cap, len(draft.sections), draft.dice.choice(keen)))
            for choice, section in enumerate(wanted, start=1):
                draft.add(
                    "applications", person_id=person["person_id"], round=number, choice=choice, section_id=section
                )


def add_ballots(draft: Draft) -> None:
    """Votes, for filed posts mostly, some for posts nobody filed for."""
    for group, present in PRESENT.items():
        draft.add("attendance", group=group, present=present)
    filed = {(r["person_id"], r["section_id"]) for r in draft.tables.get("applications", [])}
    written_in = 0.25 if draft.mode == "far apart" else 0.55
    ballots = {"alike": ALIKE, "far apart": FAR_APART}.get(draft.mode, BALLOTS)
    for person in draft.people:
        if person["staffing"] != "administrative":
            continue
        for section in draft.sections:
            if draft.chance(0.92 if (person["person_id"], section) in filed else written_in):
                for group, votes in zip(PRESENT, draft.serve("ballot", ballots), strict=True):
                    if votes or draft.chance(0.2):
                        draft.add(
                            "ballots", person_id=person["person_id"], section_id=section, group=group, votes=votes
                        )


def add_mutual_choice(draft: Draft) -> None:
    """Filings of clerks and institution staff, and the sections' lists."""
    dice, shape = draft.dice, draft.shape
    rounds, listed, files = dice.choice((1, 2, 2, 3)), dice.choice(shape.listed), dice.choice(shape.files)
    own_listed = draft.chance(0.6)
    for person in draft.people:
        own = person["section_id"]
        for number in range(1, rounds + 1):
            if draft.chance(files):
                section = own if own and draft.chance(shape.own) else dice.choice(draft.sections)
                draft.add("clerk_applications", person_id=person["person_id"], round=number, section_id=section)
    everybody = [person["person_id"] for person in draft.people]
    originals = {s: {p["person_id"] for p in draft.people if p["section_id"] == s} for s in draft.sections}
    for section in draft.sections:
        wanted = [p for p in dice.sample(everybody, len(everybody)) if draft.chance(listed)]
        if not own_listed:
            wanted = [p for p in wanted if p not in originals[section]]
        for order, person in enumerate(wanted, start=1):
            chief = dice.choice(("", dice.choice(everybody)))
            draft.add("picks", section_id=section, person_id=person, order=order * 2, chief_id=chief)


def add_pins(draft: Draft) -> None:
    """One seat assigned now and then, and a few forbidden ones; never one that another rule refuses."""
    dice = draft.dice
    assigned: set[str] = set()
    if draft.trouble(0.25):
        person = dice.choice(draft.people)
        seat = a_seat_for(draft, person)
        if seat is not None:
            assigned.add(person["person_id"])
            add_pin(draft, person["person_id"], *seat, "assign")
    seen = set()
    for _ in range(dice.choice(draft.shape.forbid)):
        person = dice.choice(draft.people)
        name, section = person["person_id"], dice.choice(draft.sections)
        role = "institution" if person["staffing"] == "institution" else "clerk"
        if role == "clerk" and surely_contests(person) and draft.chance(0.5):
            role = "chief"
        if person["fixed"] == "yes" or person["staffing"] == "contract" or name in assigned:
            continue
        if (name, section, role) not in seen:
            seen.add((name, section, role))
            add_pin(draft, name, section, role, "forbid")


def surely_contests(person: dict[str, Any]) -> bool:
    """Whether the person is an incumbent or a candidate whatever years of service the rulebook asks for."""
    served = person["rank"] != "staff" and person["rank_since"] == SERVED[-1]
    return person["chief"] == "yes" or (person["bid"] == "compete" and served)


def a_seat_for(draft: Draft, person: dict[str, Any]) -> tuple[str, str] | None:
    """A section and role the person can be assigned to."""
    held = {p["section_id"] for p in draft.people if p["fixed"] == "yes" and p["chief"] == "yes"}
    if person["fixed"] == "yes" or person["staffing"] == "contract":
        return None
    roles = ["institution"] if person["staffing"] == "institution" else ["clerk", "clerk", "chief"]
    role = draft.dice.choice(roles)
    for section in draft.dice.sample(draft.sections, len(draft.sections)):
        if role == "chief":
            if person["chief"] == "yes" and section not in held:
                return section, role
        elif draft.room[section] > 0 and (section != person["section_id"] or may_keep(draft, section, role)):
            return section, role
    return None


def may_keep(draft: Draft, section: str, role: str) -> bool:
    own = next(row["retain"] for row in draft.tables["sections"] if row["section_id"] == section)
    if role == "clerk" and own:
        return int(own) > 0
    part = "clerks" if role == "clerk" else "institution"
    return int(draft.book.get(part, {}).get("retain", 1)) > 0


def add_pin(draft: Draft, person: str, section: str, role: str, mode: str) -> None:
    draft.add(
        "pins", person_id=person, section_id=section, role=role, mode=mode, reason="settled", authority="the group"
    )


def add_avoidances(draft: Draft) -> None:
    """Pairs that avoid each other, but nobody assigned or fixed beside the other."""
    pinned = {r["person_id"]: r["section_id"] for r in draft.tables.get("pins", []) if r["mode"] == "assign"}
    seats = {p["person_id"]: p["section_id"] for p in draft.people if p["fixed"] == "yes"} | pinned
    names = sorted(person["person_id"] for person in draft.people)
    seen = set()
    for _ in range(draft.dice.choice(draft.shape.avoid)):
        one, other = sorted(draft.dice.sample(names, 2))
        if (one, other) not in seen and (one not in seats or seats[one] != seats.get(other)):
            seen.add((one, other))
            draft.add("avoidances", person_a=other, person_b=one, relation="kin")


def add_rulebook(draft: Draft) -> None:
    """Differences from the built-in rulebook, a few to a case."""
    dice, book = draft.dice, draft.book

    def vary(share: float, part: str, **values: Any) -> None:
        if draft.chance(share):
            book.setdefault(part, {}).update(values)

    vary(0.45, "applications", reading=dice.choice(("open", "latest")))
    vary(0.12, "applications", priority=False)
    vary(0.15, "applications", caps=dice.choice(([1, 1], [2], [2, 1, 1])))
    vary(0.2, "recommendation", floor=dice.choice(("0", "0", "1/2", "5/12")))
    vary(0.25, "clerks", retain=dice.choice((0, 2)))
    vary(0.25, "institution", retain=dice.choice((0, 2, 2)))
    vary(0.08, "institution", required=False)
    vary(0.1, "rounding", decimals=dice.choice((0, 1, 2)))
    vary(0.1 if draft.mode in ("free", "far apart") else 0.7, "quantification", bonus=dict.fromkeys(BONUSES, 0))
    vary(0.1, "eligibility", years={"deputy": 3, "head_nominal": 2}, dissatisfied_below="1/2")
    vary(0.1, "speech", drop_highest=1, drop_lowest=0)
    vary(0.06, "exam", weights=dict.fromkeys(("aptitude", "essay", "knowledge"), "1/3"))
    vary(0.06, "recommendation", weights={"leaders": "0.5", "staff": "0.5", "institutions": "0", "counties": "0"})
    stage, levels = dice.choice(list(OBJECTIVE.items()))
    dropped = dice.choice(levels)
    vary(0.08, "objective", **{stage: [name for name in levels if name != dropped]})
    targets = [
        {"attribute": "gender", "values": ["female"], "min_count": 1, "from_headcount": 2},
        {"attribute": "gender", "values": ["male"], "min_count": 2, "from_headcount": 1},
        {"attribute": "age", "below": 35, "min_count": 1, "from_headcount": 2},
        {"attribute": "proficiency", "values": ["skilled"], "min_count": 1, "from_headcount": 1},
    ]
    vary(
        0.6,
        "institution",
        composition=dice.sample(targets, 0 if draft.shape.trouble < 1 else dice.choice((0, 1, 2, 2, 3))),
    )


def toml(book: dict[str, dict[str, Any]]) -> str:
    lines = ['name = "tiny"']
    for part, values in book.items():
        lines.append(f"\n[{part}]")
        lines += [f"{key} = {toml_value(value)}" for key, value in values.items()]
    return "\n".join(lines) + "\n"


def toml_value(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, list):
        return "[" + ", ".join(toml_value(item) for item in value) + "]"
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {toml_value(item)}" for key, item in value.items()) + " }"
    return str(value)
