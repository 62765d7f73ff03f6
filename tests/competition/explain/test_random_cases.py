"""Explanations of random tiny cases, held against the methods themselves run on changed tables."""

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from allocator.competition.explain import WouldHave, explain_person, price_of, price_sentences
from allocator.competition.pipeline import run
from allocator.files import outcome_bytes
from models.common.base import Method
from models.competition.codes import Role
from tests.competition.agreement.product import opened
from tests.competition.explain.changing import (
    METHODS,
    QUICK,
    REFERENCE,
    TINY,
    one_unit_nearer,
    priced,
    scored,
    tiny_case,
    tiny_explained,
    wins,
    with_pin,
    with_value,
)
from tests.competition.explain.processes import add_pin, solved_by_a_process
from tests.competition.reference import tiny

EACH = [pytest.param(i, marks=() if i in QUICK else (pytest.mark.exhaustive,), id=str(i)) for i in range(TINY)]


def asked(index: int, method: Method) -> Iterator[tuple[str, str, WouldHave]]:
    """Everything said of what would have won: person, section, answer."""
    for explanation in tiny_explained(index, method)[1]:
        for answer in explanation.posts:
            for one in answer.would_have:
                yield explanation.person_id, answer.section_id, one


@pytest.mark.parametrize("index", EACH)
def test_every_price_is_what_the_reference_engine_makes_of_the_pin(index: int) -> None:
    """With the pin in the tables, checked and scored anew, plain CP-SAT reaches the very levels that are told."""
    case = tiny_case(index)
    done, everybody = tiny_explained(index, "optimal")
    for explanation in everybody:
        for answer in priced(explanation):
            price = answer.price
            assert price is not None and price.possible and price.proven
            pinned = with_pin(case.case, explanation.person_id, answer.section_id, answer.role)
            again = run(scored(pinned, case.rulebook), "optimal", limits=REFERENCE)
            for stage in price.stages:
                before = {level.name: level.value for level in done.results[stage.stage].levels}
                after = {level.name: level.value for level in again.results[stage.stage].levels}
                assert {level.name: level.value for level in stage.levels} == before
                assert {level.name: level.pinned for level in stage.levels} == after


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("index", EACH)
def test_every_price_of_ruling_a_seat_out_is_what_the_method_makes_of_the_pin(index: int, method: Method) -> None:
    """Each seat that was won, forbidden in the tables, checked and scored anew: the levels told are those reached."""
    case = tiny_case(index)
    done = tiny_explained(index, method)[0]
    for seat in done.outcome.placements:
        if seat.basis in ("fixed", "pinned"):
            continue
        price = price_of(case.scores, done, seat.person_id, seat.section_id, seat.role, mode="forbid")
        assert price.possible and price.mode == "forbid" and price.proven == (method == "optimal")
        pinned = with_pin(case.case, seat.person_id, seat.section_id, seat.role, "forbid")
        again = run(scored(pinned, case.rulebook), method, limits=REFERENCE)
        assert (seat.person_id, seat.section_id, seat.role) not in {
            (one.person_id, one.section_id, one.role) for one in again.outcome.placements
        }
        for stage in price.stages:
            assert {level.name: level.value for level in stage.levels} == {
                level.name: level.value for level in done.results[stage.stage].levels
            }
            assert {level.name: level.pinned for level in stage.levels} == {
                level.name: level.value for level in again.results[stage.stage].levels
            }
            assert {level.own for level in stage.levels} == {0}


@pytest.mark.parametrize(
    ("index", "seat", "told"),
    [
        (75, ("48", "S2", "clerk"), "If ruled out: no level changes."),
        (180, ("14", "S2", "chief"), "If ruled out, a gain: "),
        (6, None, "If ruled out: "),
    ],
)
def test_what_ruling_a_seat_out_costs_is_said(index: int, seat: tuple[str, str, Role] | None, told: str) -> None:
    """A loss, a gain and no change at all read differently, and never as if somebody were pinned there."""
    case = tiny_case(index)
    done = tiny_explained(index, "optimal")[0]
    won = next(one for one in done.outcome.placements if one.basis not in ("fixed", "pinned"))
    who, where, role = seat or (won.person_id, won.section_id, won.role)
    price = price_of(case.scores, done, who, where, role, mode="forbid")
    assert price_sentences(price, case.scores, "en")[0].text.startswith(told)
    assert "排除该岗位" in price_sentences(price, case.scores, "zh")[0].text


def test_a_seat_ruled_out_is_priced_as_a_real_process_solves_it(tmp_path: Path) -> None:
    """The pin typed into the table of pins and ``solve --engine reference`` as a process of its own."""
    folder = tiny.write(180, tmp_path / "case")
    case = opened(folder)
    price = price_of(case.scores, case.propose("optimal"), "14", "S2", "chief", mode="forbid")
    pin = {"person_id": "14", "section_id": "S2", "role": "chief", "mode": "forbid"}
    add_pin(folder, {**pin, "reason": "price", "authority": "test"})
    assert {s.stage: {v.name: v.pinned for v in s.levels} for s in price.stages} == solved_by_a_process(folder)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("index", EACH)
def test_what_would_have_won_wins_and_one_unit_nearer_does_not(index: int, method: Method) -> None:
    """The value put into the tables and the method run again: it wins, one unit nearer to what is recorded does not."""
    case = tiny_case(index)
    for person_id, section_id, one in asked(index, method):
        assert one.searched
        if one.needed is not None:
            values = (one.needed, one_unit_nearer(one))
            there, short = (with_value(case.case, person_id, section_id, one, value) for value in values)
            assert wins(there, case.rulebook, method, person_id, section_id)
            assert not wins(short, case.rulebook, method, person_id, section_id)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("index", [pytest.param(i, marks=pytest.mark.exhaustive, id=str(i)) for i in range(TINY)])
def test_the_whole_range_is_as_told(index: int, method: Method) -> None:
    """Every number of votes from none to all present wins exactly from the one told; no speech nearer than told does.

    Of the 100,001 speech scores the ends and some others are tried.
    """
    case = tiny_case(index)
    dice = random.Random(index)
    for person_id, section_id, one in asked(index, method):
        if one.quantity == "votes":
            values = list(range(one.most + 1))
        else:
            values = [0, one.most, *(dice.randrange(0, one.most + 1, one.unit) for _ in range(4))]
        for value in values:
            won = wins(
                with_value(case.case, person_id, section_id, one, value), case.rulebook, method, person_id, section_id
            )
            if one.quantity == "votes":
                assert won == (one.needed is not None and value >= one.needed)
            elif won:
                assert one.needed is not None and abs(one.needed - one.now) <= abs(value - one.now)


@pytest.mark.parametrize(
    "indices",
    [(6,), *(pytest.param(range(i, TINY, 8), marks=pytest.mark.exhaustive, id=f"family {i}") for i in range(8))],
)
def test_prices_are_those_of_real_processes(tmp_path: Path, indices: Sequence[int]) -> None:
    """The pin typed into the table of pins and ``solve --engine reference`` as a process of its own.

    One price of each stage in which a case has any.
    """
    tried = 0
    for index in indices:
        found = {a.role: (e.person_id, a) for e in tiny_explained(index, "optimal")[1] for a in priced(e)}
        for person_id, answer in found.values():
            assert answer.price is not None
            folder = tiny.write(index, tmp_path / f"{index} {answer.role}")
            pin = {"person_id": person_id, "section_id": answer.section_id, "role": answer.role, "mode": "assign"}
            add_pin(folder, {**pin, "reason": "price", "authority": "test"})
            told = {s.stage: {v.name: v.pinned for v in s.levels} for s in answer.price.stages}
            assert told == solved_by_a_process(folder)
            tried += 1
    assert tried or len(indices) > 1


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("index", EACH)
def test_every_post_has_one_answer_with_a_reason(index: int, method: Method) -> None:
    """Every filing and listing is answered once, with a reason; who is placed somewhere is told why."""
    case = tiny_case(index)
    before = outcome_bytes(case.propose(method).outcome)
    done, everybody = tiny_explained(index, method)
    assert outcome_bytes(done.outcome) == before
    for explanation in everybody:
        who = explanation.person_id
        answered = [(answer.role == "chief", answer.section_id) for answer in explanation.posts]
        assert len(set(answered)) == len(answered)
        chiefs = {row.section_id for row in case.case.applications if row.person_id == who}
        chiefs |= {pair.section_id for pair in case.scores.pairs_of.get(who, ())}
        others = {row.section_id for row in case.case.clerk_applications if row.person_id == who}
        others |= {row.section_id for row in case.case.picks if row.person_id == who}
        assert set(answered) == {(True, s) for s in chiefs} | {(False, s) for s in others}
        assert all(answer.reasons for answer in explanation.posts)
        assert bool(explanation.why) == (explanation.placement is not None)
        placed = [answer for answer in explanation.posts if answer.verdict == "placed"]
        assert len(placed) <= 1
        for answer in explanation.posts:
            alone = explain_person(case.scores, done, who, section_id=answer.section_id, prices=False, would_have=False)
            one = next(one for one in alone.posts if one.role == answer.role)
            assert (one.verdict, one.reasons) == (answer.verdict, answer.reasons)
