"""What the reasons of random tiny cases say, held against the numbers, the steps of the procedure and plain CP-SAT."""

from dataclasses import replace
from fractions import Fraction

import pytest

from allocator.competition.explain import PostAnswer, Reason, explain_person, price_of, price_sentences, sentences
from allocator.competition.optimum import formulate_chiefs
from allocator.competition.pipeline import run
from allocator.competition.pipeline.stages import ROLE_OF
from allocator.competition.results import Step
from allocator.competition.scoring import PairScores, Scores
from allocator.solver import Limits, solve
from models.common.base import Method, thousandths_text
from models.competition.rule_ids import RuleId
from tests.competition.builders import case
from tests.competition.explain.changing import METHODS, QUICK, REFERENCE, TINY, scored, tiny_case, tiny_explained
from tests.competition.pipeline.test_run import FULL

EACH = [pytest.param(i, marks=() if i in QUICK else (pytest.mark.exhaustive,), id=str(i)) for i in range(TINY)]


def keys_of_post(scores: Scores, pair: PairScores) -> dict[str, tuple[int, ...]]:
    """The keys of article 13-3, smaller is better."""
    return {
        "round": (pair.round,),
        "composite": (-(pair.composite or 0),),
        "rate": (-pair.votes,),
        "applied": (0 if pair.applied else 1,),
        "lot": (-scores.bureau.pair_lot(pair.person_id, pair.section_id),),
    }


def keys_of_person(scores: Scores, pair: PairScores) -> dict[str, tuple[int, ...]]:
    """The keys of article 13-2, smaller is better."""
    found = keys_of_post(scores, pair)
    return {name: found[name] for name in ("round", "rate", "applied")} | {
        "choice": (pair.choice,),
        "lot": found["lot"],
    }


def first_key(better: dict[str, tuple[int, ...]], worse: dict[str, tuple[int, ...]]) -> str:
    """The key on which the first stands before the second; every key before it is equal."""
    name = next(name for name in better if better[name] != worse[name])
    assert better[name] < worse[name]
    return name


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("index", EACH)
def test_chief_posts_name_the_key_the_holder_and_the_votes_short(index: int, method: Method) -> None:
    """Outranked: the holder stands before the person on the key told. Given up: the post held comes first. Barred:
    one vote less than told would still be below the floor.
    """
    scores = tiny_case(index).scores
    done, everybody = tiny_explained(index, method)
    for explanation in everybody:
        who = explanation.person_id
        for answer in (a for a in explanation.posts if a.role == "chief"):
            mine, args = scores.pair.get((who, answer.section_id)), answer.reasons[0].args
            if answer.reasons[0].code == "chief_floor":
                assert mine is not None
                floor, needed = scores.bureau.rulebook.recommendation.floor, args["needed"]
                assert isinstance(needed, int) and needed - mine.votes == args["short"] > 0  # type: ignore[operator]
                assert Fraction(needed, mine.present) >= floor > Fraction(needed - 1, mine.present)
            elif answer.verdict == "outranked":
                assert mine is not None and method == "rules"
                holder = done.standing.chief_of(answer.section_id)
                other = scores.pair[str(holder), answer.section_id]
                assert args["holder"] == holder
                assert args["holder_composite"] == thousandths_text(other.composite or 0)
                assert args["clause"] == first_key(keys_of_post(scores, other), keys_of_post(scores, mine))
            elif answer.verdict == "given_up":
                assert mine is not None and explanation.placement is not None
                has = scores.pair[who, explanation.placement.section_id]
                assert args["has_section"] == has.section_id
                assert args["clause"] == first_key(keys_of_person(scores, has), keys_of_person(scores, mine))


@pytest.mark.parametrize("index", EACH)
def test_lost_to_the_total_is_possible_and_barred_by_earlier_filings_is_not(index: int) -> None:
    """Plain CP-SAT, told to give the person the post, finds an allocation in the one case and none in the other."""
    scores = tiny_case(index).scores
    done, everybody = tiny_explained(index, "optimal")
    if "chiefs" not in done.before:
        return
    formulation = formulate_chiefs(scores, done.before["chiefs"])
    columns = formulation.legend.columns
    seats = {
        (columns.people[p], columns.sections[s]): i
        for i, (p, s) in enumerate(zip(columns.person.tolist(), columns.section.tolist(), strict=True))
    }
    for explanation in everybody:
        for answer in (a for a in explanation.posts if a.role == "chief"):
            by_priority = answer.reasons[0].code == "chief_priority"
            if answer.verdict == "lost_to_total" or by_priority:
                lower = formulation.problem.col_lb.copy()
                lower[seats[explanation.person_id, answer.section_id]] = 1
                found = solve(replace(formulation.problem, col_lb=lower), limits=REFERENCE)
                assert (found.status == "infeasible") == by_priority
                assert answer.verdict == ("barred" if by_priority else "lost_to_total")


@pytest.mark.parametrize("index", EACH)
def test_rounds_and_direction_are_told_as_the_procedure_took_them(index: int) -> None:
    """Whom a section picked, and what closed it when a round opened, are steps of the trace of the rules."""
    done, everybody = tiny_explained(index, "rules")
    steps = [step for result in done.results.values() for step in result.trace]
    for explanation in everybody:
        for answer in explanation.posts:
            for reason in answer.reasons:
                told_by_the_trace(steps, explanation.person_id, answer, reason)


def told_by_the_trace(steps: list[Step], who: str, answer: PostAnswer, reason: Reason) -> None:
    """Checks one reason that speaks of a round against the steps of its stage."""

    def taken(**wanted: object) -> list[Step]:
        return [s for s in steps if s.stage == answer.stage and wanted.items() <= dict(s.args).items()]

    here = {"section_id": answer.section_id, "round": reason.args.get("round")}
    codes = {step.code.split(".")[1] for step in taken(person_id=who, **here)}
    if reason.code == "pick_other":
        assert [s.args["person_id"] for s in taken(**here) if s.code.endswith(".taken")] == [reason.args["holder"]]
        assert reason.args["holder_pick_order"] < reason.args["pick_order"]  # type: ignore[operator]
    elif reason.code == "round_full":
        assert codes == {"full"}
    elif reason.code in ("round_avoids", "round_retention"):
        # whoever is behind the one picked is not asked about; a seat that is gone might be closed to him as well
        ahead = [s for s in taken(**here) if s.code.endswith(".taken")]
        assert codes in ({"closed"}, {"full"}) or ahead[0].args["pick_order"] < reason.args["pick_order"]  # type: ignore[operator]
    elif reason.code in ("pick_unused", "pick_other_in_total", "pick_unused_in_total"):
        raise AssertionError(f"{reason.code} is never true of the procedure")
    elif reason.code == "filed_earlier":
        mine = [s for s in taken(person_id=who) if s.code.endswith(".taken")]
        assert [s.args["round"] for s in mine] == [reason.args["has_round"]]
        assert mine[0].args["section_id"] == reason.args["has_section"] != answer.section_id
    elif reason.code == "directed_elsewhere":
        mine = [s for s in taken(person_id=who) if s.code.endswith(".directed")]
        assert [s.args["section_id"] for s in mine] == [reason.args["has_section"]]


@pytest.mark.parametrize("index", EACH)
def test_the_optimum_tells_no_round_of_the_procedure(index: int) -> None:
    """Nobody picks under the optimum: whom a section lists first is no reason by itself, and no sentence says so."""
    done, everybody = tiny_explained(index, "optimal")
    for explanation in everybody:
        for answer in explanation.posts:
            for reason in answer.reasons:
                assert reason.code not in ("pick_other", "pick_unused", "directed_elsewhere", "mutual")
                assert not reason.code.startswith(("round_", "at_direction_"))
                if reason.code == "pick_other_in_total":
                    seat = done.standing.seated[str(reason.args["holder"])]
                    assert (seat.section_id, seat.round) == (answer.section_id, reason.args["round"])
                    assert (seat.basis, seat.pick_order) == ("mutual", reason.args["holder_pick_order"])


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("index", EACH)
def test_whoever_the_draw_touched_is_told(index: int, method: Method) -> None:
    """Whoever is named in a tie reads of the draw at his seat; nobody else does."""
    done, everybody = tiny_explained(index, method)
    by_id = {explanation.person_id: explanation for explanation in everybody}
    for tie in done.outcome.ties:
        for who in tie.people:
            placement = by_id[who].placement
            if placement is not None and (placement.section_id, placement.role) == (tie.section_id, ROLE_OF[tie.stage]):
                assert any(reason.rule is RuleId.LOT for reason in by_id[who].why)
    for explanation in everybody:
        if not any(explanation.person_id in tie.people for tie in done.outcome.ties):
            assert not any(reason.code.startswith("drawn") for reason in explanation.why)


def test_a_bar_by_earlier_filings_does_not_wait_for_what_would_have_won() -> None:
    """Papers ask neither for prices nor for what would have won, and must not say that the total decided."""
    case_, done = tiny_case(28), tiny_explained(28, "optimal")[0]
    found = explain_person(case_.scores, done, "40", prices=False, would_have=False)
    post = next(one for one in found.posts if (one.role, one.section_id) == ("chief", "S3"))
    assert (post.verdict, post.reasons[0].code) == ("barred", "chief_priority")


def test_what_is_not_proven_is_not_called_the_best() -> None:
    """Out of time: a line says so, and no seat is said to belong to the best allocation."""
    scores = scored(case(**FULL), tiny_case(0).rulebook)
    stopped = Limits(deadline=0.0)
    done = run(scores, "optimal", limits=stopped)
    for who in scores.people:
        found = explain_person(scores, done, who, prices=False, would_have=False)
        said = [line.text for line in sentences(found, scores, "en", audience="person")]
        assert any(text.startswith("Not proven in time") for text in said)
        assert not any("best level by level" in text for text in said)
    proven = run(scores, "optimal")
    said = [line.text for line in sentences(explain_person(scores, proven, "a"), scores, "en", audience="person")]
    assert any("best level by level" in text for text in said)
    assert not any("Not proven" in text for text in said)


def test_a_gain_by_the_rules_blames_no_rule() -> None:
    """The procedure does not seek the best whole: that a pin betters it does not mean that a rule forbids the seat."""
    told = set()
    for index in range(40):
        case_ = tiny_case(index)
        done = run(case_.scores, "rules", stages=("chiefs",))
        for pair in case_.scores.pairs:
            if pair.admissible and done.standing.chief_of(pair.section_id) != pair.person_id:
                price = price_of(case_.scores, done, pair.person_id, pair.section_id, "chief")
                if price.first is not None and price.first[1].better:
                    text = price_sentences(price, case_.scores, "en")[0].text
                    assert "rules do not allow" not in text
                    assert ("procedure by itself" in text) == (price.first[1].name != "lot")
                    told.add(price.first[1].name)
    assert len(told) > 1


def test_contract_staff_are_told_that_they_are_not_placed() -> None:
    """Instead of being left to wait for a seat."""
    person = {"person_id": "z", "name": "z", "staffing": "contract", "rank": "staff"}
    scores = scored(case(**{**FULL, "people": (*case(**FULL).people, person)}), tiny_case(0).rulebook)
    found = explain_person(scores, run(scores, "rules"), "z")
    said = [line.text for line in sentences(found, scores, "en", audience="person")]
    assert "Contract staff are scored but take no part in the placement." in said


def test_the_office_reads_the_number_that_solving_with_the_pin_prints() -> None:
    """Beside the comparable total, which counts the pinned seat, stands what the rest reaches."""
    case_ = tiny_case(28)
    done = tiny_explained(28, "optimal")[0]
    found = explain_person(case_.scores, done, "40", section_id="S1")
    post = next(one for one in found.posts if one.role == "chief")
    assert post.price is not None and post.price.first is not None
    level = post.price.first[1]
    said = [line.text for line in sentences(found, case_.scores, "en", audience="office")]
    told = f"solving with the pin gives {thousandths_text(level.pinned)}, the pinned seat itself counts"
    assert any(told in text for text in said)
