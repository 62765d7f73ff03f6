"""The invented bureaus: the same everywhere, of the asked size, and shaped like a bureau."""

import os
import subprocess
import sys
from collections import Counter
from fractions import Fraction
from itertools import combinations
from pathlib import Path

import pytest

from allocator.competition.check import check, readiness
from allocator.files.draft import draft_of
from models.common.canonical import case_sha256
from models.competition.case import KEYS, Case
from models.competition.rulebook import Rulebook
from scenarios import generate

ROOT = Path(__file__).parents[2]
SIZES = [(1, 1, "a"), (5, 3, "a"), (12, 12, "b"), (40, 6, 3), (60, 8, "x"), (90, 15, 7), (300, 25, "k"), (1000, 20, 1)]


@pytest.fixture(scope="module")
def bureau() -> Case:
    return generate(600, 50, "shape")


@pytest.mark.parametrize("hash_seed", ["0", "1", "4242"])
def test_the_same_seed_gives_the_same_bureau_in_every_process(hash_seed: str) -> None:
    """Protects reproducibility: nothing depends on how this run of Python orders its sets."""
    code = (
        "from scenarios import generate\nfrom models.common.canonical import case_sha256\n"
        "print(case_sha256(generate(120, 12, 'again')))"
    )
    env = {**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": str(ROOT)}
    out = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=env, capture_output=True, text=True, check=True)
    assert out.stdout.strip() == case_sha256(generate(120, 12, "again"))


def test_another_seed_gives_another_bureau() -> None:
    """Protects the seed: it must matter, and a number must mean the same as its digits."""
    assert case_sha256(generate(50, 6, 1)) != case_sha256(generate(50, 6, 2))
    assert case_sha256(generate(50, 6, 1)) == case_sha256(generate(50, 6, "1"))


def test_options_leave_the_other_tables_alone() -> None:
    """Protects comparisons of one option: more clerk rounds or pairs do not change who works there or how they vote."""
    one, other = generate(80, 9, "s"), generate(80, 9, "s", clerk_rounds=6, avoidance_pairs=9, pins=0)
    for table in ("people", "sections", "exams", "reviews", "applications", "ballots", "speeches"):
        assert getattr(one, table) == getattr(other, table)
    assert max(row.round for row in other.clerk_applications) == 6
    assert len(other.avoidances) == 9
    assert other.pins == ()


@pytest.mark.parametrize("wrong", [(0, 3), (3, 0), (-1, 1)])
def test_an_impossible_size_is_refused(wrong: tuple[int, int]) -> None:
    """Protects the caller: no empty bureau comes back in silence."""
    with pytest.raises(ValueError, match="at least one person"):
        generate(*wrong, "s")


@pytest.mark.parametrize(("people", "sections", "seed"), SIZES)
def test_every_table_has_unique_keys_and_known_references(people: int, sections: int, seed: str | int) -> None:
    """Protects the input rules that need no scores: sizes, keys, references, filing caps, votes, seats."""
    case = generate(people, sections, seed)
    assert (len(case.people), len(case.sections)) == (people, sections)
    for table, columns in KEYS.items():
        keys = [tuple(getattr(row, column) for column in columns) for row in getattr(case, table)]
        assert len(set(keys)) == len(keys), table
    persons = {p.person_id for p in case.people}
    rooms = {s.section_id for s in case.sections}
    for row in (*case.applications, *case.ballots, *case.clerk_applications, *case.picks, *case.pins):
        assert row.person_id in persons
        assert row.section_id in rooms
    filings = Counter((row.person_id, row.round) for row in case.applications)
    assert all(count <= (2, 2, 1)[round_ - 1] for (_, round_), count in filings.items())
    present = {row.group: row.present for row in case.attendance}
    assert all(row.votes <= present[row.group] for row in case.ballots)
    fixed = Counter(p.section_id for p in case.people if p.fixed and not p.chief)
    assert all(fixed[s.section_id] < s.headcount for s in case.sections)
    chiefs = Counter(p.section_id for p in case.people if p.chief)
    assert max(chiefs.values(), default=0) <= 1


def test_the_people_are_mixed_like_a_bureau(bureau: Case) -> None:
    """Protects realism: about three in five clerks, one in five institution staff, a chief for most sections."""
    people = bureau.people
    count = Counter(p.staffing for p in people)
    assert count["institution"] == 120
    assert count["contract"] == 12
    chiefs = [p for p in people if p.chief]
    assert 40 <= len(chiefs) <= 46
    assert 0 < sum(p.fixed for p in chiefs) < 8
    assert any(p.bid == "withdraw" for p in people)
    assert any(p.bid == "compete" and not p.cleared for p in people)
    clerks = [p for p in people if p.staffing == "administrative" and not p.chief and not p.fixed and p.bid is None]
    assert Fraction(55, 100) < Fraction(len(clerks), len(people)) < Fraction(70, 100)
    assert len({p.name for p in people}) < len(people)
    seats = sum(s.headcount for s in bureau.sections)
    assert Fraction(98, 100) < Fraction(seats, len(people)) < Fraction(115, 100)


def test_scores_of_one_person_go_together(bureau: Case) -> None:
    """Protects realism: of two people far apart in the exam, the better one mostly leads in the appraisal too."""
    exam = {row.person_id: sum(row.marks.values()) for row in bureau.exams}
    appraisal = {row.person_id: sum(row.marks.values()) for row in bureau.appraisals}
    far = [(a, b) for a, b in combinations(sorted(exam)[:120], 2) if abs(exam[a] - exam[b]) > 40]
    agree = sum((exam[a] > exam[b]) == (appraisal[a] > appraisal[b]) for a, b in far)
    assert len(far) > 500
    assert Fraction(agree, len(far)) > Fraction(3, 4)


def test_wishes_gather_on_popular_sections_and_on_the_own_one(bureau: Case) -> None:
    """Protects realism: 30 % file first for their own section, and the favourite tenth draws a quarter or so."""
    here = {p.person_id: p.section_id for p in bureau.people}
    first: dict[str, str] = {}
    for row in sorted(bureau.clerk_applications, key=lambda row: row.round):
        first.setdefault(row.person_id, row.section_id)
    settled = [person for person in first if here[person] is not None]
    own = sum(here[person] == first[person] for person in settled)
    assert Fraction(25, 100) < Fraction(own, len(settled)) < Fraction(40, 100)
    drawn = sorted(Counter(row.section_id for row in bureau.clerk_applications).values(), reverse=True)
    assert sum(drawn[:5]) * 6 > sum(drawn)


def test_many_pairs_pass_the_floor_and_some_do_not(bureau: Case) -> None:
    """Protects the use of the case: the floor of one third must decide something, and posts are written in."""
    present = sum(row.present for row in bureau.attendance)
    votes = Counter[tuple[str, str]]()
    for row in bureau.ballots:
        votes[row.person_id, row.section_id] += row.votes
    filed = {(row.person_id, row.section_id) for row in bureau.applications}
    passing = sum(3 * votes[pair] >= present for pair in filed)
    assert Fraction(60, 100) < Fraction(passing, len(filed)) < Fraction(95, 100)
    written = [pair for pair in votes if pair not in filed]
    assert any(3 * votes[pair] >= present for pair in written)
    assert any(3 * votes[pair] < present for pair in written)


def test_speeches_have_seven_to_nine_judges_and_lists_fit_the_section(bureau: Case) -> None:
    """Protects realism: the marks after dropping four remain several, and a section of ten lists 8 to 15 people."""
    judges = Counter(row.person_id for row in bureau.speeches)
    assert {7, 8, 9} == set(judges.values())
    size = {s.section_id: s.headcount for s in bureau.sections}
    listed = Counter(row.section_id for row in bureau.picks)
    assert all(Fraction(listed[s], size[s]) <= Fraction(3, 2) for s in size)
    assert sum(8 <= listed[s] * 10 // size[s] <= 15 for s in size) >= len(size) * 4 // 5
    asked = {(row.person_id, row.section_id) for row in bureau.clerk_applications}
    both = sum((row.person_id, row.section_id) in asked for row in bureau.picks)
    assert Fraction(65, 100) < Fraction(both, len(bureau.picks)) < Fraction(95, 100)


@pytest.mark.parametrize(("people", "sections", "seed"), [*SIZES, *((n, n // 7, n) for n in range(40, 91, 5))])
def test_every_invented_bureau_passes_the_check(people: int, sections: int, seed: str | int) -> None:
    """Protects everything that is tried on invented bureaus: they are sound, ready, and their warnings are expected."""
    checked = check(draft_of(generate(people, sections, seed)), Rulebook())
    assert checked.faults == ()
    assert {warning.code for warning in checked.warnings} <= {"filing_forbidden"}
    assert checked.scores is not None
    assert all(stage.ready for stage in readiness(checked.scores).values())
