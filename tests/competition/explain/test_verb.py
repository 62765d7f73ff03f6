"""The verb ``explain`` and runs of parts: exit codes, outcome files, given stages, stages not decided."""

import json

import pytest

from allocator.cli import main
from allocator.competition.explain import document, explain_person, price_of, price_sentences, run_from, sentences
from allocator.competition.files import write_case
from allocator.competition.pipeline import run, take_given
from allocator.faults import InvalidInput
from allocator.files import outcome_bytes
from allocator.solver import Limits
from models.competition.codes import STAGES
from models.competition.filings import Decision
from models.competition.rule_ids import RuleId
from models.competition.rulebook import Rulebook
from tests.competition.builders import case, pin
from tests.competition.explain.changing import scored
from tests.competition.pipeline.test_run import FULL


@pytest.fixture(scope="module")
def scores():
    return scored(case(**FULL), Rulebook())


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    path = tmp_path_factory.mktemp("explain") / "case"
    write_case(case(**FULL), path)
    return path


@pytest.fixture
def allocator(capsys):
    def typed(*arguments):
        code = main([str(argument) for argument in arguments])
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return typed


@pytest.mark.parametrize("method", ["rules", "optimal"])
def test_the_verb_prints_what_the_program_knows(allocator, folder, scores, method):
    """The document of the command line is that of the function; the page names person, seat and article."""
    found = explain_person(scores, run(scores, method), "a")
    code, out, _ = allocator("explain", folder, "a", "--method", method, "--json")
    assert (code, json.loads(out)) == (0, document(found, audience="office"))
    code, out, _ = allocator("explain", folder, "a", "--method", method, "--lang", "en")
    assert code == 0
    assert "[article 13]" in out and "Proposed: s1, chief" in out


def test_an_outcome_is_explained_as_it_stands(allocator, folder, scores, tmp_path):
    """With the method it was made by, and nothing typed that contradicts it."""
    path = tmp_path / "outcome.json"
    path.write_bytes(outcome_bytes(run(scores, "optimal").outcome))
    code, out, _ = allocator("explain", folder, "b", "--outcome", path, "--json")
    assert (code, json.loads(out)["method"]) == (0, "optimal")
    assert allocator("explain", folder, "b", "--outcome", path, "--method", "rules")[0] == 2
    assert allocator("explain", folder, "b", "--outcome", path, "--stage", "chiefs")[0] == 2


def test_unknown_people_sections_and_foreign_outcomes_are_refused(allocator, folder, scores, tmp_path):
    """By name, with exit code 3, and nothing on standard output."""
    for typed in (["nobody"], ["a", "--section", "nowhere"]):
        code, out, err = allocator("explain", folder, *typed, "--lang", "en")
        assert (code, out) == (3, "") and typed[-1] in err
    other = scored(case(**{**FULL, "name": "another"}), Rulebook())
    path = tmp_path / "outcome.json"
    path.write_bytes(outcome_bytes(run(other, "rules").outcome))
    code, _, err = allocator("explain", folder, "a", "--outcome", path, "--lang", "en")
    assert code == 3 and "another case" in err
    own = run(scores, "rules").outcome
    rulebook = own.rulebook.model_copy(update={"sha256": "0" * 64})
    lottery = own.lottery.model_copy(update={"seed": "drawn elsewhere"})
    for changed, expected in (
        ({"case": run(other, "rules").outcome.case}, "outcome_of_other_case"),
        ({"rulebook": rulebook}, "outcome_of_other_rulebook"),
        ({"lottery": lottery}, "outcome_of_other_lottery"),
    ):
        with pytest.raises(InvalidInput) as refused:
            run_from(scores, own.model_copy(update=changed))
        assert [fault.code for fault in refused.value.faults] == [expected]


def test_an_outcome_with_seats_of_stages_it_never_ran_is_refused(scores):
    """A file changed by hand is refused, not explained."""
    outcome = run(scores, "rules").outcome
    stages = tuple(report.model_copy(update={"state": "not_asked"}) for report in outcome.stages)
    for forged in (
        outcome.model_copy(update={"stages": stages}),
        outcome.model_copy(update={"placements": (*outcome.placements, outcome.placements[0])}),
        outcome.model_copy(update={"placements": ()}),
    ):
        with pytest.raises(InvalidInput) as refused:
            run_from(scores, forged)
        assert [fault.code for fault in refused.value.faults] == ["outcome_does_not_fit"]


def test_without_time_nothing_is_claimed(scores):
    """What was not proven is not called proven, and what was not searched is not called impossible."""
    stopped = Limits(deadline=0.0)
    done = run(scores, "optimal", limits=stopped)
    found = explain_person(scores, done, "b", limits=stopped)
    assert found.status == "feasible"
    assert not any(answer.price.proven for answer in found.posts if answer.price is not None)
    needs = [one for answer in found.posts for one in answer.would_have if one.now < one.most]
    assert needs
    assert all(one.needed is None and not one.searched for one in needs)


def test_stages_not_decided_are_pending(scores):
    done = run(scores, "rules", stages=("chiefs",))
    verdicts = {
        (answer.role, answer.verdict) for p in scores.people for answer in explain_person(scores, done, p).posts
    }
    assert ("clerk", "pending") in verdicts
    assert ("chief", "pending") not in verdicts


def test_what_was_decided_is_told_as_decided_and_stays_in_prices(scores):
    """A decided chief is no result of the contest; a pin against the decision names the rule."""
    decided = take_given(scores, (Decision(person_id="b", section_id="s1", role="chief"),), STAGES)
    done = run(scores, "optimal", given=decided)
    found = explain_person(scores, done, "a")
    chiefs = {answer.section_id: answer for answer in found.posts if answer.role == "chief"}
    assert chiefs["s1"].verdict == "decided"
    assert chiefs["s1"].reasons[0].args["holder"] == "b"
    assert chiefs["s1"].would_have == ()
    assert [reason.code for reason in explain_person(scores, done, "b").why] == ["given"]
    assert price_of(scores, done, "a", "s1", "chief").rule is RuleId.ONE_CHIEF
    assert price_of(scores, done, "b", "s2", "clerk").rule is RuleId.ONE_SEAT


def test_a_post_held_by_a_pin_names_its_ground_to_the_office_alone():
    """Reason and authority of a pin stand wherever its effect shows; its ground is nothing for others."""
    held = pin("b", "s1", "chief").model_copy(update={"reason": "OUR GROUND", "authority": "OUR GROUP"})
    pinned = scored(case(**{**FULL, "pins": (held,)}), Rulebook())
    found = explain_person(pinned, run(pinned, "rules"), "a", section_id="s1")
    office, person = (json.dumps(document(found, audience=audience)) for audience in ("office", "person"))
    assert "OUR GROUND" in office and "OUR GROUP" in office
    assert "OUR GRO" not in person
    assert not any("OUR GRO" in line.text for line in sentences(found, pinned, "zh", audience="person"))
    assert any("OUR GROUND" in line.text for line in sentences(found, pinned, "zh", audience="office"))


@pytest.mark.parametrize(
    ("changes", "seat", "rule"),
    [
        ({"pins": (pin("b", "s1", "chief"),)}, ("a", "s1", "chief"), RuleId.ONE_CHIEF),
        ({"pins": (pin("a", "s2", "clerk"),)}, ("a", "s1", "chief"), RuleId.ONE_SEAT),
        ({"pins": (pin("a", "s1", "chief", "forbid"),)}, ("a", "s1", "chief"), RuleId.PIN),
        ({"pins": (pin("b", "s2", "clerk"),), "avoid": [("a", "b")]}, ("a", "s2", "clerk"), RuleId.AVOIDANCE),
        ({}, ("a", "s1", "institution"), RuleId.TRACK),
    ],
)
def test_a_pin_that_breaks_a_hard_rule_names_it(changes, seat, rule):
    """Instead of levels the price has the rule."""
    scores = scored(case(**{**FULL, **changes}), Rulebook())
    price = price_of(scores, run(scores, "optimal"), *seat)
    assert (price.possible, price.rule, price.stages, price.proven) == (False, rule, (), False)


@pytest.mark.parametrize(
    ("changes", "seat", "rule"),
    [
        ({"pins": (pin("a", "s1", "chief"),)}, ("a", "s1", "chief"), RuleId.PIN),
        ({"pins": (pin("a", "s1", "chief", "forbid"),)}, ("a", "s1", "chief"), RuleId.PIN),
        ({}, ("a", "s1", "institution"), RuleId.TRACK),
    ],
)
def test_a_seat_that_cannot_be_ruled_out_names_the_rule(changes, seat, rule):
    """One that is assigned or forbidden already, or that nobody of that staffing can have."""
    scores = scored(case(**{**FULL, **changes}), Rulebook())
    price = price_of(scores, run(scores, "optimal"), *seat, mode="forbid")
    assert (price.possible, price.rule, price.mode, price.stages) == (False, rule, "forbid", ())
    assert "ruled out" in price_sentences(price, scores, "en")[0].text


def test_a_seat_that_is_decided_cannot_be_ruled_out(scores):
    decided = take_given(scores, (Decision(person_id="b", section_id="s1", role="chief"),), STAGES)
    done = run(scores, "optimal", given=decided)
    assert price_of(scores, done, "b", "s1", "chief", mode="forbid").rule is RuleId.PIN
    assert price_of(scores, done, "a", "s1", "chief", mode="forbid").possible


def test_the_board_may_price_any_seat_by_either_method(scores):
    """A price needs no filing; by the rules method the procedure is played again and nothing is proven."""
    for method in ("rules", "optimal"):
        done = run(scores, method)
        price = price_of(scores, done, "b", "s1", "chief")
        assert price.possible
        assert [stage.stage for stage in price.stages] == list(STAGES)
        assert price.proven == (method == "optimal")
