"""The certified engine, plain CP-SAT and trying everything: one answer, and what it was proven by."""

import hashlib
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from allocator.competition.files import write_case
from allocator.competition.optimum import solve_clerks
from allocator.competition.pipeline import Run
from allocator.competition.pools import opening
from allocator.competition.scoring import score
from allocator.files import outcome_bytes
from allocator.solver import Limits, certified
from allocator.solver.evidence import Evidence
from models.competition.codes import STAGES, Stage
from tests.certificates import avoiding, medium
from tests.competition.agreement.product import fields, opened
from tests.competition.agreement.test_bureaus import open_bureau
from tests.competition.builders import bureau, person
from tests.competition.reference import brute, tiny
from tests.competition.reference.facts import Facts
from tests.competition.reference.report import outcome_of
from tests.solver.highs import lexicographic

TINY = 500
QUICK_TINY = tuple(range(0, 500, 25))
"""Each index twice, as it is and full of people who avoid one another: 1,000 cases, of which 40 by default."""

SLOW = (78, 94)
"""Bureaus of which plain CP-SAT proves too little in half a minute; HiGHS stands in for it."""

QUICK_MEDIUM = (1, 3, 7, 13, 20, 21)
COUNTED = range(24)
PLAIN = Limits(engine="reference")


@pytest.fixture(autouse=True)
def no_fall_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """Switches off what the certified engine does without a relaxation: plain CP-SAT on everything."""
    original = certified.CertifiedEngine.keep

    def kept(self: certified.CertifiedEngine, *args: Any, **more: Any) -> None:
        original(self, *args, **more)
        assert self.faces[-1].how != "reference"

    monkeypatch.setattr(certified.CertifiedEngine, "keep", kept)


def each(indices: range | tuple[int, ...], quick: tuple[int, ...]) -> list[Any]:
    marks = {index: () if index in quick else (pytest.mark.exhaustive,) for index in indices}
    return [pytest.param(index, marks=marks[index], id=str(index)) for index in indices]


def sha256(run: Run) -> str:
    return hashlib.sha256(outcome_bytes(run.outcome)).hexdigest()


def evidence_of(run: Run, stage: Stage) -> Evidence:
    evidence = run.results[stage].evidence
    assert evidence is not None
    return evidence


def closed_by(run: Run) -> Counter[str]:
    """How many levels each way of proving closed."""
    return Counter(face.how for stage in run.results for face in evidence_of(run, stage).solution.faces)


@pytest.mark.parametrize("write", [tiny.write, avoiding.write], ids=["plain", "avoiding"])
@pytest.mark.parametrize("index", each(range(TINY), QUICK_TINY))
def test_tiny_cases_have_one_outcome(tmp_path: Path, index: int, write: Callable[[int, Path], Path]) -> None:
    """Both engines write the same bytes, and trying everything gives the same seats, values and ties."""
    folder = write(index, tmp_path / "case")
    case, facts = opened(folder), Facts(folder)
    run = case.propose("optimal")
    assert run.outcome.status == "optimal"
    assert sha256(run) == sha256(case.propose("optimal", limits=PLAIN))
    assert fields(run.outcome) == outcome_of(facts, brute.solve(facts))


@pytest.mark.parametrize("index", each(range(medium.COUNT), QUICK_MEDIUM))
def test_medium_bureaus_have_one_outcome(index: int) -> None:
    """Bureaus of 40 to 120 people: the same level values, and where plain CP-SAT finishes the same bytes."""
    case = open_bureau(medium.bureau(index))
    run = case.propose("optimal")
    assert run.outcome.status == "optimal"
    if index not in SLOW:
        other = case.propose("optimal", limits=PLAIN)
        assert levels_of(run) == levels_of(other)
        assert sha256(run) == sha256(other)
        return
    for stage in STAGES:
        problem = evidence_of(run, stage).problem
        assert [level.value for level in evidence_of(run, stage).solution.levels] == lexicographic(problem)


def levels_of(run: Run) -> list[tuple[str, str, int]]:
    return [(report.stage, level.name, level.value) for report in run.outcome.stages for level in report.levels]


def held_to_shares(indices: range) -> None:
    count: Counter[str] = Counter()
    for index in indices:
        count += closed_by(open_bureau(medium.bureau(index)).propose("optimal"))
    assert set(count) == {"dual", "search"}
    assert count["dual"] >= 0.80 * count.total(), count
    assert count["search"] >= 0.05 * count.total(), count


def test_multipliers_close_most_levels_and_cp_sat_some() -> None:
    """On the first bureaus integers alone close at least 80 % of the levels, reduced CP-SAT at least 5 %."""
    held_to_shares(COUNTED)


@pytest.mark.exhaustive
def test_multipliers_close_most_levels_of_all_bureaus() -> None:
    """The same on all hundred."""
    held_to_shares(range(medium.COUNT))


def expanded(made: Any, tmp_path: Path, written_out: set[str], placed: dict[str, str]) -> None:
    """The clerks' stage must write people out, and then be what plain CP-SAT and trying everything make of it."""
    scores = score(made)
    found = solve_clerks(scores, opening(made))
    assert found.proven and found.evidence is not None
    assert set(found.evidence.written_out) >= written_out
    assert {m.person_id: m.section_id for m in found.standing.members if m.role == "clerk"} == placed
    plain = solve_clerks(scores, opening(made), limits=PLAIN)
    assert (found.standing, found.levels, found.unique, found.ties) == (
        plain.standing,
        plain.levels,
        plain.unique,
        plain.ties,
    )
    write_case(made.case, tmp_path / "case")
    facts = Facts(tmp_path / "case")
    expected = brute.solve_stage(facts, "clerks", facts.opening())
    assert {level.name: level.value for level in found.levels} == expected.levels
    assert placed == {seat.person: seat.section for seat in expected.standing if seat.role == "clerk"}


def test_retention_forces_people_to_be_written_out(tmp_path: Path) -> None:
    """Counting gives two seats of s1 to its own people a and b, who alone are left; it may keep one of them."""
    made = bureau(
        [person("a", section="s1"), person("b", section="s1")],
        {"s1": 3},
        marks={"a": 80, "b": 90},
    )
    expanded(made, tmp_path, {"a", "b"}, {"b": "s1"})


def test_avoidance_forces_people_to_be_written_out(tmp_path: Path) -> None:
    """Counting gives two seats of s1 to a and b, who may not sit together."""
    made = bureau(["a", "b"], {"s1": 3}, marks={"a": 80, "b": 90}, avoid=[("a", "b")])
    expanded(made, tmp_path, {"a", "b"}, {"b": "s1"})


def test_a_person_who_named_the_only_free_section_is_written_out(tmp_path: Path) -> None:
    """a and c filed for s3 and avoid each other: one sits there. The other named its free seat, so cannot take it.

    Counting gives that seat away all the same, because b, who is wanted in s1, could be directed there. Written out,
    everybody is placed only if b gives up s1 for s3.
    """
    made = bureau(
        ["a", "b", "c"],
        {"s1": 2, "s3": 3},
        marks={"a": 80, "b": 90, "c": 70},
        clerk_filed={"a": ["s3"], "b": ["s1"], "c": ["s3"]},
        picks={"s1": ["b"]},
        avoid=[("a", "c")],
    )
    in_s3, in_s1 = sorted("ac", key=lambda who: -made.pair_lot(who, "s3"))
    expanded(made, tmp_path, {in_s1}, {"b": "s3", in_s3: "s3", in_s1: "s1"})
