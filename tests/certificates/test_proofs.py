"""Proofs as files: what they say, what they do not say, how they are checked, and why they are refused."""

import io
import json
import random
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from allocator.certificates import INDEX, ProofError, proof_files, read_proof, verify_proof
from allocator.certificates.enumeration import has_point
from allocator.certificates.exact import bounded, charges, dot, left_of
from allocator.cli import main
from allocator.competition.files import read_outcome
from allocator.competition.pipeline import run, take_given
from allocator.competition.scoring import score
from allocator.files import outcome_bytes
from allocator.solver import Limits, load_bytes, solve
from scenarios import CURATED, curated_folder, embedded_folder
from tests.certificates import avoiding
from tests.certificates.forging import Honest, proof_of
from tests.certificates.spoiling import ALWAYS_REFUSED, Spoil, spoiled
from tests.competition.agreement.product import opened
from tests.competition.builders import bureau, pin
from tests.solver.problems import FREE, brute, problem

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def sample() -> Honest:
    """The embedded bureau, proven."""
    return Honest.of(opened(embedded_folder()))


@pytest.fixture(scope="module")
def gaps(tmp_path_factory: pytest.TempPathFactory) -> Honest:
    """A case in which the integers leave something open."""
    for index in range(100):
        honest = Honest.of(opened(avoiding.write(index, tmp_path_factory.mktemp("gap") / "case")))
        if any(level.reduced for stage in honest.proof.index.stages for level in stage.levels):
            return honest
    raise AssertionError("no case leaves a gap")


def grounds(honest: Honest) -> list[str]:
    verdict = verify_proof(honest.case.scores, honest.run.outcome, honest.proof)
    assert verdict.accepted, verdict.refusals
    return [level.ground for stage in verdict.stages for level in stage.levels]


def refused(honest: Honest, files: dict[str, bytes]) -> set[str]:
    return {one.code for one in verify_proof(honest.case.scores, honest.run.outcome, proof_of(files)).refusals}


def test_the_embedded_bureau_rests_on_integers_alone(sample: Honest) -> None:
    """All twenty levels are proven by multipliers that anybody can check."""
    assert grounds(sample) == ["integers"] * 20
    assert all(level.bound == level.value for stage in sample.proof.index.stages for level in stage.levels)


@pytest.mark.parametrize("name", CURATED)
def test_every_curated_case_has_a_proof_that_holds(name: str) -> None:
    """Each chosen case, whatever rule it shows."""
    assert set(grounds(Honest.of(opened(curated_folder(name))))) <= {"integers", "trying"}


def test_equal_proofs_have_equal_bytes(sample: Honest, gaps: Honest) -> None:
    """Solved again, by more workers, from no start: the same files to the byte."""
    for honest in (sample, gaps):
        again = honest.case.propose("optimal", limits=Limits(workers=2))
        assert proof_files(honest.case.case, again.outcome, again.results) == honest.files


def test_a_proof_names_nobody(sample: Honest) -> None:
    """No id, no name, no section, no place stands in any file: hashes, numbers and the names of levels only."""
    text = sample.files[INDEX].decode()
    known = {p.person_id for p in sample.case.case.people} | {s.section_id for s in sample.case.case.sections}
    known |= {p.name for p in sample.case.case.people} | {s.name for s in sample.case.case.sections}
    known |= {sample.case.case.case.name}
    assert [word for word in sorted(known) if f'"{word}"' in text] == []
    assert all(ord(letter) < 128 for letter in text)
    for name, data in sample.files.items():
        if name != INDEX:
            with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
                kinds = {n: arrays[n].dtype.kind for n in arrays.files}
            assert {n for n, kind in kinds.items() if kind != "i"} <= {"level_names", "level_sense"}


@pytest.mark.parametrize(
    ("stage", "section_id", "person_id"), [("clerks", "K03", "032"), ("clerks", "K03", "071"), ("chiefs", "K15", "001")]
)
def test_a_tie_that_the_face_rules_out_is_refused(sample: Honest, stage: Any, section_id: str, person_id: str) -> None:
    """With a proof written for it, a tie is refused where the face leaves the seat as it is, or knows no such seat."""
    outcome = sample.run.outcome
    ties = tuple(
        tie.model_copy(update={"people": (person_id,)}) if (tie.stage, tie.section_id) == (stage, section_id) else tie
        for tie in outcome.ties
    )
    forged = outcome.model_copy(update={"ties": ties})
    assert forged != outcome
    proof = proof_of(proof_files(sample.case.case, forged, sample.run.results))
    (refusal,) = verify_proof(sample.case.scores, forged, proof).refusals
    told = {"person_id": person_id, "section_id": section_id}
    assert (refusal.code, refusal.stage, refusal.args) == ("tie", stage, told)


def test_reduced_problems_can_be_given_to_any_solver(gaps: Honest) -> None:
    """What is left to CP-SAT is a problem file of its own, and it has no point."""
    found = [level.reduced for stage in gaps.proof.index.stages for level in stage.levels if level.reduced is not None]
    assert found
    for one in found:
        left = load_bytes(gaps.files[one.file])
        assert (left.columns, left.rows, one.second) == (one.columns, one.rows, "agrees")
        assert solve(left, limits=Limits(engine="reference")).status == "infeasible"


def test_what_cannot_be_tried_rests_on_the_word_of_cp_sat(gaps: Honest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where trying everything takes too long the verdict says whose word it is, and how often it was given."""
    assert "trying" in grounds(gaps)
    monkeypatch.setattr("allocator.certificates.verifying.has_point", lambda _: None)
    assert set(grounds(gaps)) == {"integers", "cp_sat_twice"}
    monkeypatch.setattr("allocator.solver.crosscheck.SMALL", -1)
    assert set(grounds(Honest.of(gaps.case))) == {"integers", "cp_sat"}
    limits = Limits(cross_check=True)
    longer = gaps.case.propose("optimal", limits=limits)
    again = Honest(gaps.case, longer, gaps.by_rules, proof_files(gaps.case.case, longer.outcome, longer.results))
    assert set(grounds(again)) == {"integers", "cp_sat_twice"}


@pytest.mark.parametrize("spoil", ALWAYS_REFUSED, ids=lambda spoil: spoil.__name__)
def test_a_spoiled_proof_is_refused_by_name(sample: Honest, spoil: Spoil) -> None:
    """Each change is refused for its own reason, wherever it is made."""
    for seed in range(6):
        found = refused(sample, spoiled(sample.files, spoil, random.Random(seed)))
        assert found and found <= ALWAYS_REFUSED[spoil], (seed, found)


def test_a_face_that_does_not_follow_is_refused(sample: Honest) -> None:
    """Multipliers that still bound the level but leave another face than the one recorded."""

    def doubled(index: dict[str, Any], arrays: dict[str, dict[str, Any]], _: random.Random) -> None:
        for stage in index["stages"]:
            for number, level in enumerate(stage["levels"]):
                level["denominator"] *= 2
                arrays[stage["stage"]][f"multipliers_{number}"] *= 2

    def blank(index: dict[str, Any], arrays: dict[str, dict[str, Any]], _: random.Random) -> None:
        stage = index["stages"][1]
        for name in ("rows_0", "multipliers_0"):
            arrays[stage["stage"]][name] = np.zeros(0, dtype=np.int64)
        stage["levels"][0]["multipliers"] = 0

    dice = random.Random(0)
    assert refused(sample, spoiled(sample.files, doubled, dice)) == set()
    assert refused(sample, spoiled(sample.files, blank, dice)) <= {"bound", "face", "reduced"} != set()


def test_files_changed_behind_the_index_are_refused(sample: Honest, gaps: Honest) -> None:
    """Multipliers or reduced problems other than those written."""

    def shifted(_: dict[str, Any], arrays: dict[str, dict[str, Any]], __: random.Random) -> None:
        arrays["clerks"]["multipliers_0"][0] += 1

    assert refused(sample, spoiled(sample.files, shifted, random.Random(0), refit=False)) == {"file_hash"}
    assert refused(sample, {**sample.files, "clerks.npz": b""}) == {"file_hash"}
    name = next(v.reduced.file for s in gaps.proof.index.stages for v in s.levels if v.reduced is not None)
    stage = gaps.proof.index.stages[0].file
    assert refused(gaps, {**gaps.files, name: gaps.files[stage]}) == {"file_unreadable"}


def test_multipliers_that_lean_on_nothing_are_refused(sample: Honest) -> None:
    """A multiplier that needs a row bound there is not, one beyond 63 bits, or rows out of order."""

    def turned(_: dict[str, Any], arrays: dict[str, dict[str, Any]], __: random.Random) -> None:
        arrays["clerks"]["multipliers_0"][:] *= -1

    def extreme(_: dict[str, Any], arrays: dict[str, dict[str, Any]], __: random.Random) -> None:
        arrays["clerks"]["multipliers_0"][0] = -(2**63)

    def mixed(_: dict[str, Any], arrays: dict[str, dict[str, Any]], __: random.Random) -> None:
        arrays["clerks"]["rows_0"][:] = arrays["clerks"]["rows_0"][::-1].copy()

    for spoil in (turned, extreme, mixed):
        assert refused(sample, spoiled(sample.files, spoil, random.Random(0))) == {"multipliers"}


def test_people_written_out_are_numbers_and_are_found_again() -> None:
    """Neutral seats that counting promised too much of: the proof is about the last formulation."""
    closed = [pin(p, s, "clerk", "forbid") for p in "ab" for s in ("s2", "s3")]
    made = bureau(
        ["a", "b", "c", "d"],
        {"s1": 2, "s2": 3, "s3": 3},
        marks={"a": 70, "b": 90, "c": 70, "d": 60},
        clerk_filed={"c": ["s3"], "d": ["s3"]},
        picks={"s3": ["c"]},
        pins=closed,
    )
    scores = score(made)
    done = run(scores, "optimal", stages=("chiefs", "clerks"))
    files = proof_files(made.case, done.outcome, done.results)
    record = next(stage for stage in proof_of(files).index.stages if stage.stage == "clerks")
    assert record.written_out == (0, 1)
    assert verify_proof(scores, done.outcome, proof_of(files)).accepted


def test_levels_cut_short_are_open(sample: Honest) -> None:
    """A run without time has nothing proven: its proof says so and claims nothing."""
    again = sample.case.propose("optimal", limits=Limits(deadline=time.monotonic()))
    files = proof_files(sample.case.case, again.outcome, again.results)
    verdict = verify_proof(sample.case.scores, again.outcome, proof_of(files))
    assert verdict.accepted
    assert [len(stage.levels) for stage in verdict.stages] == [0, 0, 0]
    assert [len(stage.open_levels) for stage in verdict.stages] == [6, 7, 7]


def test_plain_cp_sat_leaves_no_proof(sample: Honest) -> None:
    """The reference engine has no multipliers, so there is nothing to write; its outcome is the same."""
    again = sample.case.propose("optimal", limits=Limits(engine="reference"))
    assert outcome_bytes(again.outcome) == outcome_bytes(sample.run.outcome)
    assert proof_files(sample.case.case, again.outcome, again.results) == {}
    assert proof_files(sample.case.case, sample.by_rules, sample.case.propose("rules").results) == {}


def test_stages_taken_as_given_need_no_proof(sample: Honest) -> None:
    """Months later: the clerks alone, on the chiefs decided before, with a proof of their own."""
    given = take_given(sample.case.scores, sample.run.outcome, ("clerks",))
    again = sample.case.propose("optimal", stages=("clerks",), given=given)
    files = proof_files(sample.case.case, again.outcome, again.results)
    verdict = verify_proof(sample.case.scores, again.outcome, proof_of(files))
    assert verdict.accepted
    assert [(stage.stage, len(stage.levels)) for stage in verdict.stages] == [("clerks", 7)]


@pytest.fixture
def written(tmp_path: Path) -> tuple[Path, Path]:
    """The embedded bureau solved by the command line, with its proof beside it."""
    out = tmp_path / "out"
    assert main(["solve", str(embedded_folder()), "--method", "optimal", "-o", str(out), "--lang", "en"]) == 0
    return embedded_folder(), out


def test_the_command_line_checks_the_proof_beside_the_outcome(
    written: tuple[Path, Path], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """``--proof`` alone means the folder beside the outcome; a folder may be named; what is missing is refused."""
    folder, out = written
    capsys.readouterr()
    assert main(["verify", str(folder), str(out / "outcome.json"), "--proof", "--lang", "en"]) == 0
    text = capsys.readouterr().out
    assert "20 levels rest on integers alone" in text
    assert "Not re-checked: whether the optimum is unique, the programs' versions." in text
    (out / "proof").rename(tmp_path / "elsewhere")
    named = ["verify", str(folder), str(out / "outcome.json"), "--proof", str(tmp_path / "elsewhere"), "--json"]
    assert main(named) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["passed"] and found["proof"]["accepted"]
    assert {level["rests_on"] for stage in found["proof"]["stages"] for level in stage["levels"]} == {"integers"}
    assert main(["verify", str(folder), str(out / "outcome.json"), "--proof", "--lang", "zh"]) == 6
    assert "没有证明文件" in capsys.readouterr().out


def test_an_outcome_changed_after_its_proof_is_refuted(
    written: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """A proof is about one outcome, to the byte."""
    folder, out = written
    outcome = read_outcome(out / "outcome.json")
    other = outcome.model_copy(update={"placements": outcome.placements[:-1]})
    (out / "outcome.json").write_bytes(outcome_bytes(other))
    capsys.readouterr()
    assert main(["verify", str(folder), str(out / "outcome.json"), "--proof", "--json"]) == 6
    found = json.loads(capsys.readouterr().out)
    assert [one["code"] for one in found["proof"]["refusals"]] == ["outcome_hash"]


def test_no_solver_is_loaded_to_check_a_proof(written: tuple[Path, Path]) -> None:
    """In a process of its own: neither CP-SAT, GLOP nor any part of scipy is imported."""
    folder, out = written
    code = (
        "import sys; from allocator.cli import main; "
        f"assert main(['verify', {str(folder)!r}, {str(out / 'outcome.json')!r}, '--proof']) == 0; "
        "print(sorted(m for m in sys.modules if m.split('.')[0] in ('ortools', 'scipy', 'highspy', 'pyscipopt')))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_proof_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    """No folder, no index, an index that is none, a file that is missing."""
    for text, code in ((None, "missing"), ("{", "file_unreadable"), ('{"schema_version": 2}', "file_unreadable")):
        if text is not None:
            (tmp_path / INDEX).write_text(text)
        with pytest.raises(ProofError) as caught:
            read_proof(tmp_path)
        assert caught.value.code == code


def test_numbers_beyond_sixty_three_bits_stay_exact() -> None:
    """The checker's sums are those of whole numbers without a limit."""
    large = np.array([2**61, -(2**61), 2**61], dtype=np.int64)
    assert dot(large, large) == 3 * 2**122
    wide = problem([(0, 1)] * 3, [([1, 1, 1], -FREE, 2)] * 3, [("max", [1, 1, 1])])
    heavy = np.array([2**62, 2**62, 2**62], dtype=np.int64)
    assert charges(wide, heavy).tolist() == [3 * 2**62] * 3
    bound = bounded(wide, wide.level_coef[0], heavy, 1)
    assert bound is not None and bound.total == 6 * 2**62


def test_trying_everything_agrees_with_brute_force() -> None:
    """On random small problems the enumeration finds a point exactly where there is one, or gives up when told to."""
    dice = random.Random(7)
    found = []
    for _ in range(300):
        n = dice.randint(1, 5)
        rows = [
            ([dice.randint(-3, 3) for _ in range(n)], dice.choice((-FREE, -1, 2, 3)), dice.choice((1, 4, FREE)))
            for _ in range(dice.randint(1, 4))
        ]
        small = problem([dice.choice(((0, 1), (0, 2), (-1, 1))) for _ in range(n)], rows)
        left = left_of(small)
        found.append(bool(brute(small)))
        assert (False if left is None else has_point(left)) == found[-1]
    assert {True, False} == set(found)
    hard = left_of(problem([(0, 1)] * 12, [([2] * 12, 11, 11)]))
    assert hard is not None and has_point(hard, effort=50) is None
    assert has_point(hard) is False
