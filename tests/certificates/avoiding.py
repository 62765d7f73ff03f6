"""Tiny cases made hard for a relaxation: groups who avoid one another and want the same sections."""

import csv
import itertools
import random
from pathlib import Path

from tests.competition.reference import tiny

Row = dict[str, str]


def write(index: int, folder: Path) -> Path:
    """The tiny case of an index with more people who all avoid one another than there are sections."""
    tiny.write(index, folder)
    dice = random.Random(f"avoiding {index}")
    people, sections = rows_of(folder, "people"), [row["section_id"] for row in rows_of(folder, "sections")]
    bound = {row["person_id"] for row in [*rows_of(folder, "pins"), *(p for p in people if p["fixed"] == "yes")]}
    for staffing in ("administrative", "institution"):
        free = [p["person_id"] for p in people if p["staffing"] == staffing and p["person_id"] not in bound]
        size = min(len(free), len(sections) + dice.choice((1, 1, 2)))
        if size >= 3:
            group = dice.sample(free, size)
            avoid_one_another(folder, group)
            want_the_same(folder, group, dice.sample(sections, min(3, len(sections))), dice)
    for row in (all_sections := rows_of(folder, "sections")):
        row["headcount"] = str(int(row["headcount"]) + dice.choice((1, 2, 3)))
    write_rows(folder, "sections", all_sections)
    return folder


def avoid_one_another(folder: Path, group: list[str]) -> None:
    rows = rows_of(folder, "avoidances")
    known = {frozenset((row["person_a"], row["person_b"])) for row in rows}
    for first, second in itertools.combinations(group, 2):
        if frozenset((first, second)) not in known:
            rows.append({"person_a": first, "person_b": second, "relation": ""})
    write_rows(folder, "avoidances", rows)


def want_the_same(folder: Path, group: list[str], wanted: list[str], dice: random.Random) -> None:
    filings, picks = rows_of(folder, "clerk_applications"), rows_of(folder, "picks")
    taken = {(row["person_id"], row["round"]) for row in filings}
    listed = {(row["section_id"], row["person_id"]) for row in picks}
    last = {
        section: max((int(r["order"]) for r in picks if r["section_id"] == section), default=0) for section in wanted
    }
    for person, (round_, section) in itertools.product(group, enumerate(wanted, start=1)):
        if (person, str(round_)) not in taken and dice.random() < 0.9:
            filings.append({"person_id": person, "round": str(round_), "section_id": section})
            taken.add((person, str(round_)))
        if (section, person) not in listed and dice.random() < 0.7:
            last[section] += 1
            picks.append({"section_id": section, "person_id": person, "order": str(last[section]), "chief_id": ""})
            listed.add((section, person))
    write_rows(folder, "clerk_applications", filings)
    write_rows(folder, "picks", picks)


def rows_of(folder: Path, table: str) -> list[Row]:
    path = folder / f"{table}.csv"
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def write_rows(folder: Path, table: str, rows: list[Row]) -> None:
    if rows:
        with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
