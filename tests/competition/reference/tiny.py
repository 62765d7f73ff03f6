"""Tiny cases without end: case ``index`` is always the same folder, whatever machine writes it.

Scores come from short menus, so that equal scores are the usual thing; headcounts are tight, people avoid one another,
sections keep and forbid, so that the rules meet. Every folder is a valid case.
"""

import csv
import random
from pathlib import Path
from typing import Any

from tests.competition.reference.shapes import BALLOTS, BONUSES, REFERENCE_DATE, SHAPES, Draft
from tests.competition.reference.tiny_people import add_marks, add_people
from tests.competition.reference.tiny_wishes import (
    add_avoidances,
    add_ballots,
    add_filings,
    add_mutual_choice,
    add_pins,
)

FAMILIES = ("chiefs", "clerks", "institution", "neutral", "posts", "desks", "guests", "mixed")

OBJECTIVE = {
    "chiefs": ("posts_filled", "composite", "votes", "applied", "round", "lot"),
    "clerks": ("placed", "mutual", "quantification", "one_sided", "round", "pick_order", "lot"),
    "institution": ("required", "placed", "shortfall", "quantification", "round", "pick_order", "lot"),
}


def family_of(index: int) -> str:
    return FAMILIES[index % len(FAMILIES)]


def family_of_shape(draft: Draft) -> str:
    return next(name for name, shape in SHAPES.items() if shape is draft.shape)


def write(index: int, folder: Path) -> Path:
    """Case ``index`` as a folder."""
    return write_down(make(index), folder)


def write_down(draft: Draft, folder: Path) -> Path:
    """A case as a folder of csv files, with a rulebook where it differs from the built-in one."""
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
    return filled(draft, f"tiny {index}")


def dense(index: int) -> Draft:
    """Dense case ``index``: everybody has the same marks and votes, so that ties are the usual thing in all stages."""
    draft = Draft(random.Random(f"dense {index}"), SHAPES["dense"], mode="alike")
    draft.menu["ballot"] = [draft.dice.choice(BALLOTS[:4])]
    draft.book["quantification"] = {"bonus": dict.fromkeys(BONUSES, 0)}
    draft.book["institution"] = {"composition": []}
    if draft.chance(0.7):
        draft.book["objective"] = {stage: [n for n in names if n != "pick_order"] for stage, names in OBJECTIVE.items()}
    return filled(draft, f"dense {index}")


def filled(draft: Draft, name: str) -> Draft:
    """The draft with all its tables."""
    add_case(draft, name)
    add_sections(draft)
    add_people(draft)
    add_rulebook(draft)
    add_marks(draft)
    add_filings(draft)
    add_ballots(draft)
    add_mutual_choice(draft)
    add_pins(draft)
    add_avoidances(draft)
    add_what_no_stage_can_do_without(draft)
    return draft


def add_what_no_stage_can_do_without(draft: Draft) -> None:
    """One row in each table that a stage asks for, where the dice left it empty."""
    person, section = draft.people[0]["person_id"], draft.sections[0]
    if any(row["staffing"] == "administrative" for row in draft.people):
        if "applications" not in draft.tables:
            draft.add("applications", person_id=person, round=1, choice=1, section_id=section)
        if "ballots" not in draft.tables:
            draft.add("ballots", person_id=person, section_id=section, group="staff", votes=4)
    if "clerk_applications" not in draft.tables:
        draft.add("clerk_applications", person_id=person, round=1, section_id=section)
    if "picks" not in draft.tables:
        draft.add("picks", section_id=section, person_id=person, order=1, chief_id="")


def add_case(draft: Draft, name: str) -> None:
    draft.add("case", key="name", value=name)
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
    if family_of_shape(draft) == "posts":
        vary(0.6, "composite", weights={"quantification": "0.1", "speech": "0", "recommendation": "0.9"})
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
