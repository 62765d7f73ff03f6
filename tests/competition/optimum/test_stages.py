"""The stages as wholes: what the optimum takes, the order of its levels, ties, time, and what must not matter."""

import random
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from allocator.competition import optimum
from allocator.competition.bureau import Bureau
from allocator.competition.optimum import Limits, formulate_chiefs, formulate_clerks, formulate_institution
from allocator.competition.optimum.search import Search
from allocator.competition.pools import opening
from allocator.competition.results import StageResult
from allocator.competition.rules import contest_chiefs, place_clerks, place_institution
from allocator.competition.scoring import Scores, score
from allocator.solver import Unfinished, load, save, solve
from allocator.solver.cover import Cover
from models.common.lottery import Lottery
from models.competition.case import Case
from models.competition.outcome import Tie
from models.competition.rulebook import MINIMISED, Objective, Rulebook
from models.competition.standing import Standing
from scenarios import generate
from tests.competition.builders import bureau, candidate, incumbent, institution, person, pin

METHODS = (
    (contest_chiefs, optimum.solve_chiefs),
    (place_clerks, optimum.solve_clerks),
    (place_institution, optimum.solve_institution),
)
MEN = {"gender": "male", "education": "bachelor"}


def taken(result: StageResult, role: str) -> dict[str, tuple[str, str, int | None]]:
    return {m.person_id: (m.section_id, m.basis, m.round) for m in result.standing.members if m.role == role}


def values(result: StageResult) -> dict[str, int]:
    return {level.name: level.value for level in result.levels}


def chiefs(made: Bureau, **more: Any) -> StageResult:
    return optimum.solve_chiefs(score(made), opening(made), **more)


def clerks(made: Bureau, **more: Any) -> StageResult:
    return optimum.solve_clerks(score(made), opening(made), **more)


def staff(made: Bureau, **more: Any) -> StageResult:
    return optimum.solve_institution(score(made), opening(made), **more)


def contest(votes: dict[tuple[str, str], int], filed: list[tuple[str, int, int, str]], **more: Any) -> Bureau:
    people = sorted({p for p, _ in votes})
    equal = dict.fromkeys(people, 80)
    return bureau([candidate(p) for p in people], marks=equal, speeches=equal, filed=filed, votes=votes, **more)


def test_a_post_more_is_worth_any_composite() -> None:
    """By hand a takes the post only b could fill otherwise; the optimum fills both, and says which level did it."""
    made = contest(
        {("a", "s1"): 40, ("a", "s2"): 16, ("b", "s1"): 16},
        [("a", 1, 1, "s1"), ("a", 1, 2, "s2"), ("b", 1, 1, "s1")],
    )
    result = chiefs(made)
    assert taken(result, "chief") == {"a": ("s2", "filed", 1), "b": ("s1", "filed", 1)}
    assert (result.proven, result.unique, result.ties) == (True, True, ())
    assert values(contest_chiefs(score(made), opening(made)))["posts_filled"] == 1


def test_a_rulebook_may_turn_the_levels_round() -> None:
    """With votes first and no level for posts, the one post with most votes is better than two."""
    made = contest(
        {("a", "s1"): 40, ("a", "s2"): 16, ("b", "s1"): 16},
        [("a", 1, 1, "s1"), ("a", 1, 2, "s2"), ("b", 1, 1, "s1")],
        rulebook=Rulebook(objective=Objective(chiefs=("votes", "round"))),
    )
    assert taken(chiefs(made), "chief") == {"a": ("s1", "filed", 1)}


@pytest.mark.parametrize("objective", [Objective(), Objective(chiefs=("posts_filled", "composite"))])
def test_what_only_the_draw_decides_is_a_tie(objective: Objective) -> None:
    """Two people equal in everything: one has the post by the draw, or by id, and both are named for confirmation."""
    made = contest(
        {("a", "s1"): 20, ("b", "s1"): 20},
        [("a", 1, 1, "s1"), ("b", 1, 1, "s1")],
        rulebook=Rulebook(objective=objective),
    )
    result = chiefs(made)
    by_draw = max("ab", key=lambda p: made.pair_lot(p, "s1"))
    winner = by_draw if "lot" in objective.chiefs else "a"
    assert taken(result, "chief") == {winner: ("s1", "filed", 1)}
    assert (result.proven, result.unique) == (True, False)
    assert result.ties == (Tie(stage="chiefs", section_id="s1", people=("a", "b")),)


@pytest.mark.parametrize("order", [("posts_filled", "lot", "composite"), ("posts_filled", "composite")])
def test_everybody_who_could_hold_the_post_is_tied(order: tuple[str, ...]) -> None:
    """Of five people equal up to the draw all are tied, not the two ends; no level behind the draw counts."""
    made = contest(
        {(p, "s1"): 20 for p in "abcde"},
        [(p, 1, 1, "s1") for p in "abcde"],
        rulebook=Rulebook(objective=Objective(chiefs=order)),
    )
    assert chiefs(made).ties == (Tie(stage="chiefs", section_id="s1", people=tuple("abcde")),)


def test_three_people_who_can_only_move_together_are_tied() -> None:
    """Each filed for his own desk and the next one's: everybody stays, or all three move round."""
    made = bureau(
        ["a", "b", "c"],
        {"s1": 2, "s2": 2, "s3": 2},
        marks=dict.fromkeys("abc", 80),
        clerk_filed={"a": ["s1", "s2"], "b": ["s2", "s3"], "c": ["s3", "s1"]},
        picks={"s1": ["a", "c"], "s2": ["b", "a"], "s3": ["c", "b"]},
        rulebook=Rulebook(objective=Objective(clerks=("placed", "mutual", "lot"))),
    )
    expected = {"s1": ("a", "c"), "s2": ("a", "b"), "s3": ("b", "c")}
    assert {tie.section_id: tie.people for tie in clerks(made).ties} == expected


def test_people_in_seats_that_nobody_named_follow_and_are_not_tied() -> None:
    """a or b has the one seat of s1 by choice; whoever has not is directed, as c is, who follows from that."""
    made = bureau(
        ["a", "b", "c"],
        {"s1": 2, "s2": 3},
        marks=dict.fromkeys("abc", 80),
        clerk_filed={"a": ["s1"], "b": ["s1"]},
        picks={"s1": ["a", "b"]},
        rulebook=Rulebook(objective=Objective(clerks=("placed", "mutual", "quantification", "round", "lot"))),
    )
    result = clerks(made)
    winner = max("ab", key=lambda p: made.seat_lot(p, "s1", 1))
    assert result.ties == (Tie(stage="clerks", section_id="s1", people=("a", "b")),)
    assert result.follows == tuple(sorted({"a", "b", "c"} - {winner}))


def test_ties_not_known_to_the_last_are_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """When time runs out between the proof of the optimum and that of its ties, nothing is claimed about them."""
    made = contest({(p, "s1"): 20 for p in "abc"}, [(p, 1, 1, "s1") for p in "abc"])
    turns = iter(range(2))
    original = Cover.another

    def cut_short(self: Cover) -> Any:
        if next(turns, None) is None:
            raise Unfinished
        return original(self)

    monkeypatch.setattr(Cover, "another", cut_short)
    result = chiefs(made)
    assert result.proven
    assert (result.unique, result.ties, result.follows) == (None, (), ())


def test_an_earlier_filing_keeps_its_post_unless_the_rulebook_says_otherwise() -> None:
    """Round priority: b's second filing may not take s1 from a, who has no other post; without the rule it may."""
    votes = {("a", "s1"): 16, ("b", "s1"): 40}
    filed = [("a", 1, 1, "s1"), ("b", 2, 1, "s1")]
    assert taken(chiefs(contest(votes, filed)), "chief") == {"a": ("s1", "filed", 1)}
    free = Rulebook.model_validate({"applications": {"priority": False}})
    assert taken(chiefs(contest(votes, filed, rulebook=free)), "chief") == {"b": ("s1", "filed", 2)}


def test_clerks_by_mutual_choice_one_side_and_neither() -> None:
    """a is wanted by both sides, b filed only, c is named by nobody: mutual, one-sided and neutral seats."""
    made = bureau(
        ["a", "b", "c"],
        {"s1": 3, "s2": 2},
        marks={"a": 70, "b": 80, "c": 90},
        clerk_filed={"a": ["s1"], "b": ["s1"]},
        picks={"s1": ["a"]},
    )
    result = clerks(made)
    assert taken(result, "clerk") == {
        "a": ("s1", "mutual", 1),
        "b": ("s1", "directed", None),
        "c": ("s2", "directed", None),
    }
    lots = made.seat_lot("a", "s1", 1) + made.pair_lot("b", "s1")
    assert values(result) == {
        "placed": 3,
        "mutual": 1,
        "quantification": 70000,
        "one_sided": 1,
        "round": 1,
        "pick_order": 1,
        "lot": lots,
    }
    assert (result.proven, result.unique, result.left_out) == (True, True, ())


def test_mutual_people_may_be_directed_to_the_same_section() -> None:
    """A section takes one person a round; the other of two wanted people still gets the seat, directed."""
    made = bureau(
        ["a", "b"],
        {"s1": 3},
        marks={"a": 80, "b": 70},
        clerk_filed={"a": ["s1"], "b": ["s1"]},
        picks={"s1": ["b", "a"]},
    )
    assert taken(clerks(made), "clerk") == {"a": ("s1", "mutual", 1), "b": ("s1", "directed", None)}


def test_a_person_who_withdrew_is_directed_only() -> None:
    """Whoever gave up the chief contest takes no mutual seat, though both sides name each other."""
    made = bureau(
        [candidate("a", bid="withdraw"), "b"],
        {"s1": 2, "s2": 2},
        marks={"a": 80, "b": 70},
        clerk_filed={"a": ["s1"]},
        picks={"s1": ["a"]},
    )
    result = clerks(made)
    assert taken(result, "clerk")["a"] == ("s1", "directed", None)
    assert values(result)["mutual"] == 0


def test_neutral_people_promised_too_much_are_written_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Counting promises a and b seats that only c and d could take; once written out, one of them stays unplaced.

    a and b may sit in s1 only (one seat), c and d want s3; s2 stays empty because nobody else is left for it.
    """
    turns: list[int] = []
    original = Search._ask

    def counted(self: Search, *args: Any) -> Any:
        found = original(self, *args)
        turns.append(len(self._expanded))
        return found

    monkeypatch.setattr(Search, "_ask", counted)
    closed = [pin(p, s, "clerk", "forbid") for p in "ab" for s in ("s2", "s3")]
    made = bureau(
        ["a", "b", "c", "d"],
        {"s1": 2, "s2": 3, "s3": 3},
        marks={"a": 80, "b": 90, "c": 70, "d": 60},
        clerk_filed={"c": ["s3"], "d": ["s3"]},
        pins=closed,
    )
    result = clerks(made)
    assert turns[0] == 2
    assert {p: s for p, (s, _, _) in taken(result, "clerk").items()} == {"b": "s1", "c": "s3", "d": "s3"}
    assert [(one.person_id, one.reason) for one in result.left_out] == [("a", "closed")]
    assert result.proven
    assert values(result)["placed"] == 3


def test_a_required_seat_comes_before_everything() -> None:
    """A section that kept none of its own must keep one of its institution staff, listed or not."""
    made = bureau(
        [institution("a", "s1", **MEN), institution("b", "s2", **MEN)],
        {"s1": 2, "s2": 1},
        marks={"a": 70, "b": 90},
        clerk_filed={"a": ["s1"], "b": ["s1"]},
        picks={"s1": ["b"]},
    )
    result = staff(made)
    assert taken(result, "institution") == {"a": ("s1", "required", 1)}
    assert values(result) | {"lot": 0} == {
        "required": 1,
        "placed": 1,
        "shortfall": 0,
        "quantification": 70000,
        "round": 1,
        "pick_order": 2,
        "lot": 0,
    }
    assert [(one.person_id, one.reason) for one in result.left_out] == [("b", "no_seat")]


def test_composition_decides_between_equal_numbers() -> None:
    """A woman is missing among the fixed members: she comes before the man of the higher quantification."""
    made = bureau(
        [person("f", section="s1", fixed=True, **MEN), institution("m", **MEN), institution("w", gender="female")],
        {"s1": 3},
        marks={"m": 90, "w": 70},
        clerk_filed={"m": ["s1"], "w": ["s1"]},
        picks={"s1": ["m", "w"]},
    )
    result = staff(made)
    assert taken(result, "institution") == {"w": ("s1", "mutual", 1)}
    assert values(result)["shortfall"] == 1
    without = Objective(institution=("required", "placed", "quantification", "lot"))
    other = Bureau(case=made.case, rulebook=Rulebook(objective=without), lottery=made.lottery)
    assert taken(staff(other), "institution") == {"m": ("s1", "mutual", 1)}


def generated(seed: int) -> Scores:
    case = generate(60, 8, seed)
    return score(Bureau(case=case, rulebook=Rulebook(), lottery=Lottery.of(case.case)))


def whole(scores: Scores, **more: Any) -> list[StageResult]:
    standing, results = opening(scores.bureau), []
    for by_hand, optimal in METHODS:
        results.append(optimal(scores, standing, hint=by_hand(scores, standing), **more))
        standing = results[-1].standing
    return results


def same(results: list[StageResult]) -> list[Any]:
    return [(r.standing, r.levels, r.unique, r.ties, r.left_out, r.warnings) for r in results]


@pytest.mark.parametrize("seed", [1, 2])
def test_workers_hints_and_row_order_change_nothing(seed: int) -> None:
    """Eight workers, no hint, and tables in another order end in the same seats, levels and ties."""
    scores = generated(seed)
    expected = whole(scores)
    assert all(result.proven for result in expected)
    assert same(whole(scores, limits=Limits(workers=8))) == same(expected)
    dice = random.Random(seed)
    tables = {name: rows for name, rows in scores.bureau.case if isinstance(rows, tuple)}
    mixed = {name: tuple(dice.sample(rows, len(rows))) for name, rows in tables.items()}
    case = Case(case=scores.bureau.case.case, **mixed)
    other = score(Bureau(case=case, rulebook=Rulebook(), lottery=Lottery.of(case.case)))
    standing = opening(other.bureau)
    unhinted = []
    for _, optimal in METHODS:
        unhinted.append(optimal(other, standing))
        standing = unhinted[-1].standing
    assert same(unhinted) == same(expected)


@pytest.mark.parametrize("seed", [3, 4, 5])
def test_the_procedure_by_hand_is_never_better(seed: int) -> None:
    """From the same standing no stage by hand is better at the first level that differs."""
    scores = generated(seed)
    standing = opening(scores.bureau)
    for by_hand, optimal in METHODS:
        hand, best = by_hand(scores, standing), optimal(scores, standing)
        signed = [(level.name, -1 if level.name in MINIMISED else 1) for level in best.levels]
        assert [values(hand)[n] * sign for n, sign in signed] <= [values(best)[n] * sign for n, sign in signed]
        standing = best.standing


def test_without_time_the_procedure_is_kept_unproven() -> None:
    """A deadline that has passed gives back the stage by hand: its seats and values, no bound, nothing unique."""
    scores = generated(1)
    standing = opening(scores.bureau)
    for by_hand, optimal in METHODS:
        hand = by_hand(scores, standing)
        kept = optimal(scores, standing, hint=hand, limits=Limits(deadline=time.monotonic()))
        assert kept.standing == hand.standing
        assert kept.levels == hand.levels
        assert (kept.proven, kept.unique, kept.ties) == (False, None, ())
        standing = hand.standing


def test_without_time_and_procedure_people_are_directed() -> None:
    """Without a start there is still an answer: people are directed to sections nobody named, unproven."""
    made = bureau(["a", "b"], {"s1": 2, "s2": 2}, marks={"a": 80, "b": 70}, clerk_filed={"a": ["s1"]})
    result = clerks(made, limits=Limits(deadline=time.monotonic()))
    assert {p: s for p, (s, _, _) in taken(result, "clerk").items()} == {"a": "s2", "b": "s1"}
    assert not result.proven


def test_progress_names_stage_and_level() -> None:
    """The callback hears the stage and every level of it."""
    told: list[tuple[str, str]] = []
    made = contest({("a", "s1"): 20, ("b", "s1"): 20}, [("a", 1, 1, "s1"), ("b", 1, 1, "s1")])
    chiefs(made, progress=lambda stage, level, *_: told.append((stage, level)))
    assert told == [("chiefs", name) for name in Rulebook().objective.chiefs]


def test_formulations_are_problems_for_anybody(tmp_path: Path) -> None:
    """Saved as arrays and solved without the legend, each stage has the levels that the stage reports."""
    scores = generated(1)
    standing: Standing = opening(scores.bureau)
    for formulate, (_, optimal) in zip(
        (formulate_chiefs, formulate_clerks, formulate_institution), METHODS, strict=True
    ):
        formulation = formulate(scores, standing)
        save(formulation.problem, tmp_path / "stage.npz")
        problem = load(tmp_path / "stage.npz")
        assert np.array_equal(problem.level_coef, formulation.problem.level_coef)
        result = optimal(scores, standing)
        solution = solve(problem)
        assert [level.value for level in solution.levels] == [level.value for level in result.levels]
        standing = result.standing


def test_an_incumbent_may_lose_the_post_and_become_a_clerk() -> None:
    """Stages follow one another: whoever has no chief post stands in the clerks' pool."""
    equal = {"a": 80, "b": 80}
    made = bureau(
        [incumbent("a", "s1"), candidate("b")],
        {"s1": 3},
        marks=equal,
        speeches=equal,
        filed=[("a", 1, 1, "s1"), ("b", 1, 1, "s1")],
        votes={("a", "s1"): 20, ("b", "s1"): 30},
    )
    scores = score(made)
    first = optimum.solve_chiefs(scores, opening(made))
    second = optimum.solve_clerks(scores, first.standing)
    assert taken(second, "chief") == {"b": ("s1", "filed", 1)}
    assert taken(second, "clerk") == {"a": ("s1", "directed", None)}
