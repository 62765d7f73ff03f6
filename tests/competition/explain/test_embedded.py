"""The embedded bureau: everybody and every post filed for has an answer."""

from collections import Counter

import pytest

from allocator.competition.explain import Explanation, Verdict, document, explain_person, run_from, sentences
from allocator.competition.files import write_case
from allocator.competition.pipeline import Run, run
from allocator.competition.pipeline.stages import ROLE_OF
from allocator.competition.scoring import Scores
from models.common.base import Method
from models.competition.codes import Stage
from models.competition.rulebook import Rulebook
from scenarios import embedded
from tests.competition.explain.changing import (
    METHODS,
    REFERENCE,
    one_unit_nearer,
    priced,
    scored,
    wins,
    with_pin,
    with_value,
)
from tests.competition.explain.processes import solved_by_a_process

EXPECTED: dict[Method, frozenset[Verdict]] = {
    "rules": frozenset({"placed", "barred", "outranked", "given_up", "lost_to_draw", "not_mutual"}),
    "optimal": frozenset({"placed", "barred", "given_up", "lost_to_total", "lost_to_draw", "not_mutual"}),
}
"""The verdicts that occur in the embedded bureau by each method."""


@pytest.fixture(scope="module")
def scores() -> Scores:
    return scored(embedded(), Rulebook())


@pytest.fixture(scope="module", params=METHODS)
def done(request: pytest.FixtureRequest, scores: Scores) -> Run:
    return run(scores, request.param)


@pytest.fixture(scope="module")
def everybody(scores: Scores, done: Run) -> dict[str, Explanation]:
    return {person_id: explain_person(scores, done, person_id) for person_id in scores.people}


def test_everybody_and_every_filing_is_answered(scores: Scores, done: Run, everybody: dict[str, Explanation]) -> None:
    """Scores, seat or reason, and for each filing a verdict with its reasons, said in both languages to both."""
    verdicts: Counter[Verdict] = Counter()
    case, method = scores.bureau.case, done.outcome.method
    for person_id, found in everybody.items():
        filed = {("chief", row.section_id) for row in case.applications if row.person_id == person_id}
        role = "institution" if scores.tracks[person_id].track == "institution" else "clerk"
        filed |= {(role, row.section_id) for row in case.clerk_applications if row.person_id == person_id}
        assert filed <= {(answer.role, answer.section_id) for answer in found.posts}
        assert found.scores
        assert all(answer.reasons for answer in found.posts)
        assert all(one.searched for answer in found.posts for one in answer.would_have)
        verdicts.update(answer.verdict for answer in found.posts)
        for lang in ("zh", "en"):
            for audience in ("office", "person"):
                assert sentences(found, scores, lang, audience=audience)  # type: ignore[arg-type]
    assert verdicts.keys() == EXPECTED[method]


def test_a_seat_lost_to_the_total_has_its_price(done: Run, everybody: dict[str, Explanation]) -> None:
    """What is lost to the total, and nothing else, has a price; it is proven, and a loss at the first level changed."""
    for found in everybody.values():
        for answer in found.posts:
            assert (answer.price is not None) == (
                done.outcome.method == "optimal" and answer.verdict in ("lost_to_total", "lost_to_draw")
            )
            if answer.price is not None and answer.price.possible:
                assert done.outcome.method == "optimal"
                assert answer.price.proven
                assert answer.price.first is not None
                assert not answer.price.first[1].better


@pytest.mark.parametrize("most", [1, pytest.param(None, marks=pytest.mark.exhaustive)])
def test_every_price_is_what_the_reference_engine_makes_of_the_pin(
    scores: Scores, done: Run, everybody: dict[str, Explanation], most: int | None
) -> None:
    """Plain CP-SAT, given the tables with the pin, reaches the levels that are told; in every run one of each stage."""
    found = [(who, answer) for who, explanation in everybody.items() for answer in priced(explanation)]
    seats = {role: [(who, answer) for who, answer in found if answer.role == role] for role in ROLE_OF.values()}
    assert done.outcome.method == "rules" or all(seats.values())
    for who, answer in (one for group in seats.values() for one in group[:most]):
        assert answer.price is not None
        pinned = scored(with_pin(scores.bureau.case, who, answer.section_id, answer.role), Rulebook())
        again = run(pinned, "optimal", limits=REFERENCE)
        for stage in answer.price.stages:
            assert {v.name: v.value for v in stage.levels} == levels_of(done, stage.stage)
            assert {v.name: v.pinned for v in stage.levels} == levels_of(again, stage.stage)


def levels_of(done: Run, stage: Stage) -> dict[str, int]:
    return {level.name: level.value for level in done.results[stage].levels}


@pytest.mark.exhaustive
def test_prices_are_those_of_real_processes(
    everybody: dict[str, Explanation], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Every tenth price: the pin typed into the table of pins, and ``solve --engine reference`` as a process."""
    found = [(who, answer) for who, explanation in everybody.items() for answer in priced(explanation)]
    for who, answer in found[::10]:
        folder = tmp_path_factory.mktemp("priced") / "case"
        write_case(with_pin(embedded(), who, answer.section_id, answer.role), folder)
        assert answer.price is not None
        told = {s.stage: {v.name: v.pinned for v in s.levels} for s in answer.price.stages}
        assert told == solved_by_a_process(folder)


@pytest.mark.parametrize("step", [12, pytest.param(1, marks=pytest.mark.exhaustive)])
def test_what_would_have_won_wins_and_one_unit_nearer_does_not(
    scores: Scores, done: Run, everybody: dict[str, Explanation], step: int
) -> None:
    """The value put into the tables and the method run again; in every run a twelfth of all that is told."""
    method, case = done.outcome.method, scores.bureau.case
    told = [
        (who, answer.section_id, one)
        for who, explanation in everybody.items()
        for answer in explanation.posts
        for one in answer.would_have
        if one.needed is not None
    ]
    assert len(told) > step
    for who, where, one in told[::step]:
        for value, won in ((one.needed, True), (one_unit_nearer(one), False)):
            assert value is not None
            assert wins(with_value(case, who, where, one, value), Rulebook(), method, who, where) == won


def test_an_outcome_file_explains_the_same(scores: Scores, done: Run, everybody: dict[str, Explanation]) -> None:
    """A run rebuilt from its outcome has the standings of the run itself, so it gives the same explanations."""
    rebuilt = run_from(scores, done.outcome)
    assert (rebuilt.standing, rebuilt.before) == (done.standing, done.before)
    assert {stage: result.levels for stage, result in rebuilt.results.items()} == {
        stage: result.levels for stage, result in done.results.items()
    }
    for person_id in list(everybody)[::15]:
        other = explain_person(scores, rebuilt, person_id)
        assert document(everybody[person_id], audience="office") == document(other, audience="office")
