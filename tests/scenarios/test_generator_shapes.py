"""The shapes of invented bureaus: each option changes what it names, and the usual bureau stays what it was."""

from collections import Counter
from typing import Any

import pytest

from allocator.competition.check import check, readiness
from allocator.files.draft import draft_of
from models.common.canonical import case_sha256
from models.competition.case import Case
from models.competition.rulebook import Rulebook
from scenarios import generate

USUAL = {
    (90, 15, "7"): "b4c607891cde7ce7201085d7f65725d06daca4c482e6b4c56f3b3174298ba00c",
    (300, 25, "k"): "6895126da4f848b19a121788b3625c11fd9d5c20fda13e90543f1b6a9cd03fcb",
}
SHAPES: list[dict[str, Any]] = [
    {"seats": 1},
    {"seats": 60},
    {"seats": 300},
    {"popularity": 0},
    {"popularity": 9},
    {"retention": 0},
    {"ties": 100},
    {"trios": 20},
    {"avoidance_pairs": 60, "trios": 5, "clerk_rounds": 8, "seats": 90, "popularity": 3, "retention": 40, "ties": 40},
]


def seats(case: Case) -> int:
    return sum(section.headcount for section in case.sections)


def of_favourite(case: Case) -> int:
    return max(Counter(row.section_id for row in case.clerk_applications).values())


@pytest.mark.parametrize("size", USUAL)
def test_the_usual_bureau_stays_what_it_was(size: tuple[int, int, str]) -> None:
    """Protects stored results and pages: without a shape nothing of a generated case has changed."""
    assert case_sha256(generate(*size)) == USUAL[size]
    assert case_sha256(generate(*size, popularity=1, retention=100, ties=0)) == USUAL[size]


@pytest.mark.parametrize("shape", SHAPES, ids=str)
@pytest.mark.parametrize("size", [(40, 6), (150, 12)], ids=str)
def test_a_bureau_of_any_shape_passes_the_check(size: tuple[int, int], shape: dict[str, Any]) -> None:
    """Protects everything that is tried or measured on shapes: they are sound and every stage can run."""
    checked = check(draft_of(generate(*size, "s", **shape)), Rulebook())
    assert checked.faults == ()
    assert checked.scores is not None
    assert all(stage.ready for stage in readiness(checked.scores).values())


def test_seats_follow_the_people() -> None:
    """Protects the option: of 294 people to be placed so many in a hundred have a seat."""
    assert [seats(generate(300, 25, "s", seats=share)) for share in (80, 100, 150)] == [235, 294, 441]


def test_wishes_gather_as_asked() -> None:
    """Protects the option: the favourite section draws more, the greater the number."""
    drawn = [of_favourite(generate(600, 50, "s", popularity=n)) for n in (0, 1, 3)]
    assert drawn[0] * 3 < drawn[1] * 2
    assert drawn[1] * 3 < drawn[2] * 2


def test_sections_not_held_to_a_number_may_keep_everybody() -> None:
    """Protects the option: all sections, about half, or none have a number that can bind."""
    for share, least, most in ((100, 200, 200), (50, 80, 120), (0, 0, 0)):
        case = generate(1000, 200, "s", retention=share)
        assert least <= sum(section.retain != section.headcount for section in case.sections) <= most


def test_people_alike_have_plain_marks() -> None:
    """Protects the option: about so many people have no mark but three, and the others keep theirs."""
    usual, dense = generate(400, 40, "s"), generate(400, 40, "s", ties=50)
    changed = {a.person_id for a, b in zip(usual.exams, dense.exams, strict=True) if a != b}
    assert 160 <= len(changed) <= 240
    assert {mark for row in dense.exams if row.person_id in changed for mark in row.marks.values()} <= {70, 80, 90}
    assert usual.speeches == dense.speeches
    assert usual.clerk_applications == dense.clerk_applications


def test_trios_avoid_one_another_where_all_of_them_are_wanted() -> None:
    """Protects the option: three pairs a trio, nobody in two trios, and one section and they want each other."""
    case = generate(400, 40, "s", avoidance_pairs=0, trios=20)
    avoided: dict[str, set[str]] = {}
    for row in case.avoidances:
        for person in row.pair:
            avoided.setdefault(person, set()).update(row.pair)
    trios = {frozenset(trio) for trio in avoided.values()}
    assert (len(case.avoidances), len(avoided), len(trios)) == (60, 60, 20)
    listed = {(row.person_id, row.section_id) for row in case.picks}
    wanted: dict[str, set[str]] = {}
    for row in case.clerk_applications:
        if (row.person_id, row.section_id) in listed:
            wanted.setdefault(row.person_id, set()).add(row.section_id)
    assert all(set.intersection(*(wanted[person] for person in trio)) for trio in trios)
    assert case == generate(400, 40, "s").model_copy(update={"avoidances": case.avoidances})


@pytest.mark.parametrize("wrong", [{"seats": 0}, {"popularity": 10}, {"retention": 101}, {"ties": -1}], ids=str)
def test_an_impossible_shape_is_refused(wrong: dict[str, Any]) -> None:
    """Protects the caller: a share that is none does not come back as some other bureau."""
    with pytest.raises(ValueError, match="shares from 0 to 100"):
        generate(40, 6, "s", **wrong)
