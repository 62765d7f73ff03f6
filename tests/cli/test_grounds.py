"""What stands beside a result so that nobody has to ask: whose word a pin rests on, why a chief does not contest."""

import json

import pytest

from allocator.competition.files import write_case
from models.competition.filings import Pin
from tests.competition.builders import candidate, case, incumbent, institution, person


def pin(person_id, section_id, role, mode):
    reason, authority = f"reason of {person_id}", f"authority for {person_id}"
    return Pin(person_id=person_id, section_id=section_id, role=role, mode=mode, reason=reason, authority=authority)


@pytest.fixture
def pinned(tmp_path):
    """A chief and a clerk assigned, another clerk and a candidate forbidden what they filed for."""
    made = case(
        people=(candidate("a"), candidate("b"), person("c"), person("d")),
        sections={"s1": 3, "s2": 3},
        marks=dict.fromkeys("abcd", 70),
        speeches={"a": 70, "b": 70},
        filed=[("b", 1, 1, "s2")],
        votes={("b", "s2"): 30},
        clerk_filed={"d": ["s1"]},
        picks={"s1": ["d"]},
        pins=(
            pin("a", "s1", "chief", "assign"),
            pin("b", "s2", "chief", "forbid"),
            pin("c", "s1", "clerk", "assign"),
            pin("d", "s1", "clerk", "forbid"),
        ),
    )
    write_case(made, tmp_path / "pinned")
    return tmp_path / "pinned"


@pytest.mark.parametrize(
    ("verb", "shown"),
    [
        (("check",), "abcd"),
        (("solve",), "abcd"),
        (("solve", "--method", "optimal"), "abcd"),
        (("compare",), "abcd"),
        (("score",), "ab"),
        (("score", "--person", "b", "--section", "s2"), "b"),
        (("score", "--person", "c"), "c"),
    ],
)
def test_a_pin_is_shown_with_its_reason_and_authority(allocator, pinned, verb, shown):
    """A seat that rests on an order must name it on every page where the order shows."""
    code, out, err = allocator(verb[0], pinned, *verb[1:], "--lang", "en")
    assert code == 0, err
    assert [p for p in "abcd" if f"reason of {p}" in out and f"authority for {p}" in out] == list(shown)


def test_the_table_for_excel_gives_the_ground_of_an_assigned_seat(allocator, pinned, tmp_path):
    allocator("solve", pinned, "-o", tmp_path / "out")
    rows = (tmp_path / "out" / "placements.csv").read_text(encoding="utf-8-sig").splitlines()
    assert [row.endswith("reason of c,authority for c") for row in rows if ",c," in row] == [True]
    assert all(row.endswith(",,") for row in rows if ",d," in row)


@pytest.fixture
def barred(tmp_path):
    """Of four who might contest, three do not, each for a reason or two."""
    people = (
        incumbent("a", "s1"),
        incumbent("b", "s2", bid="withdraw", review="fail"),
        candidate("c", cleared=False),
        candidate("d"),
    )
    made = case(
        people=people,
        marks=dict.fromkeys("abcd", 70),
        speeches=dict.fromkeys("ad", 70),
        filed=[("a", 1, 1, "s1")],
        votes={("a", "s1"): 30},
        dissatisfied={"d": (2, 0, 1)},
    )
    write_case(made, tmp_path / "barred")
    return tmp_path / "barred"


def test_why_somebody_is_no_entrant_is_reported_for_everybody_at_once(allocator, barred):
    """Whoever expected to contest a post must find the reason without asking for his own trace."""
    bars = json.loads(allocator("check", barred, "--json")[1])["not_entrants"]
    assert {who: sorted(why) for who, why in bars.items()} == {
        "b": ["review_fail", "withdrew"],
        "c": ["not_cleared"],
        "d": ["dissatisfied"],
    }
    for verb in ("check", "score"):
        out = allocator(verb, barred, "--lang", "en")[1]
        assert "3 present chiefs and candidates outside the chief contest" in out
        assert "not cleared by the party group" in out
        assert "the dissatisfied share reaches the limit" in out


def test_a_stage_that_waits_for_another_is_not_said_to_lack_tables(allocator, barred):
    out = allocator("solve", barred, "--lang", "en")[1]
    assert "clerks: not run, tables without rows: clerk_applications, picks" in out
    assert "tables without rows: none" not in out


def test_the_step_that_keeps_one_of_the_institution_staff_says_whether_he_was_listed(allocator, tmp_path):
    people = (person("a", section="s1"), institution("u", "s1"))
    filed = {"a": ["s2"], "u": ["s1"]}
    made = case(people=people, marks={"a": 70, "u": 70}, clerk_filed=filed, picks={"s2": ["a"]})
    write_case(made, tmp_path / "kept")
    out = allocator("solve", tmp_path / "kept", "--trace", "--lang", "en")[1]
    assert "must keep u of its institution staff (not on its list)" in out
