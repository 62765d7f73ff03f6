"""The reference of exchange and rotation agrees with itself, and with a few cases worked by hand."""

import ast
import datetime as dt
import itertools
import math
import random
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from tests.rotation.reference import draws, optimum, procedure
from tests.rotation.reference.case import Case, Exemption, Nomination, Officer, Pin, Post, Service, Unit, Wish
from tests.rotation.reference.duties import Duty, duties, duty, lot, months
from tests.rotation.reference.handover import chains_and_cycles, seats_taken, steps
from tests.rotation.reference.outcome import outcome
from tests.rotation.reference.plans import PinError, allowed, broken, check_pins, legal_plans, with_pins
from tests.rotation.reference.tables import as_tables
from tests.rotation.reference.unmet import unmet

TODAY = dt.date(2024, 6, 15)
CASES = [draws.make(index) for index in range(2 * len(draws.NAMES))]
each_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


def years_ago(years: int) -> dt.date:
    return TODAY.replace(year=TODAY.year - years)


def officer(person: str, post: str, years: int = 1, **facts: object) -> Officer:
    return replace(Officer(person, post, years_ago(years), years_ago(years)), **facts)  # type: ignore[arg-type]


def office(*officers: Officer, posts: tuple[Post, ...] | None = None, **facts: object) -> Case:
    """Two units with two posts each, of one seat; whatever is said otherwise."""
    usual = (Post("A1", "A"), Post("A2", "A"), Post("B1", "B"), Post("B2", "B"))
    case = Case("by hand", TODAY, (Unit("A"), Unit("B"), Unit("C")), posts or usual, officers)
    return replace(case, **facts)  # type: ignore[arg-type]


@each_case
def test_the_rules_are_legal_and_never_better(case):
    plans = list(legal_plans(case))
    rules, best = procedure.solve(case), optimum.solve(case)
    assert rules.plan in plans
    assert best.plan in plans
    assert optimum.worth(rules.levels) <= optimum.worth(best.levels)
    assert optimum.worth(best.levels) == max(optimum.worth(optimum.levels(case, plan)) for plan in plans)


def options_of(case: Case) -> dict[str, tuple[str, ...]]:
    """The posts in which each person may end, legal together or not."""
    free = {person: (case.today[person], *allowed(case, person)) for person in case.people}
    return free | {person: (post,) for person, post in case.assigned.items()}


FEW = [case for case in CASES if math.prod(len(posts) for posts in options_of(case).values()) <= 20_000]


@pytest.mark.parametrize("case", FEW, ids=lambda case: case.name)
def test_plans_found_step_by_step_are_those_found_by_trying_all(case):
    options = options_of(case)
    tried = [dict(zip(options, posts, strict=True)) for posts in itertools.product(*options.values())]
    legal = [plan for plan in tried if not broken(case, plan)]
    found = list(legal_plans(case))
    assert sorted(map(sorted, map(dict.items, legal))) == sorted(map(sorted, map(dict.items, found)))
    assert with_pins(case) in found


@each_case
def test_nothing_depends_on_the_order_of_rows(case):
    dice = random.Random(case.name)
    tables = ("units", "posts", "officers", "service", "exemptions", "nominations", "avoidances", "pins", "wishes")
    mixed = replace(
        case, **{name: tuple(dice.sample(rows, len(rows))) for name in tables if (rows := getattr(case, name))}
    )
    for method in ("rules", "optimal"):
        assert outcome(mixed, method) == outcome(case, method)


@each_case
def test_no_step_of_the_handover_puts_a_post_over_its_seats(case):
    for plan in (procedure.solve(case).plan, optimum.solve(case).plan, list(legal_plans(case))[-1]):
        chains, cycles = chains_and_cycles(case, plan)
        there = dict(case.today)
        for moves in [[person] for chain in chains for person in chain] + cycles:
            there |= {person: plan[person] for person in moves}
            for post, number in Counter(there.values()).items():
                assert number <= max(case.post[post].seats, len(case.holders[post]))
        assert there == plan
        assert all(cycle[0] == min(cycle) for cycle in cycles)
        assert len(set(steps(case, plan).values())) == len(steps(case, plan))
        assert all(seats_taken(case, plan)[chain[0]] is None for chain in chains)


@each_case
def test_ties_are_of_fates_that_differ(case):
    best = optimum.solve(case)
    equal = optimum.best_before_lot(case)
    for person in case.people:
        seen = {optimum.fate(case, person, plan) for plan in equal}
        assert best.ties.get(person, tuple(seen)) == tuple(sorted(seen))
        assert optimum.fate(case, person, best.plan) in seen
    rules = procedure.solve(case)
    assert len(rules.ties) != 1
    assert not set(rules.ties) & set(case.assigned)


@each_case
def test_unmet_duties_are_those_of_people_who_did_not_get_what_is_owed(case):
    for plan in (procedure.solve(case).plan, optimum.solve(case).plan):
        rows = unmet(case, plan)
        assert [row.person_id for row in rows] == sorted(row.person_id for row in rows)
        for row in rows:
            assert row.duty.name != "none"
            assert (row.reason == "no_post") or row.person_id not in case.assigned
            if row.instead:
                assert row.duty.name in ("must", "should")


@pytest.mark.parametrize("index", range(len(draws.NAMES)))
def test_a_draw_is_always_the_same_and_a_valid_case(index):
    tables = as_tables(draws.make(index))
    assert tables == as_tables(draws.make(index))
    assert all(isinstance(cell, str) for rows in tables.values() for row in rows for cell in row.values())
    keys = {
        "units": ("unit_id",),
        "posts": ("post_id",),
        "officers": ("person_id",),
        "exemptions": ("person_id", "article"),
        "nominations": ("person_id", "article"),
        "pins": ("person_id", "post_id"),
        "opinions": ("unit_id", "person_id"),
    }
    for table, columns in keys.items():
        assert set(Counter(tuple(row[c] for c in columns) for row in tables[table]).values()) <= {1}
    for columns in (("person_id", "choice"), ("person_id", "post_id")):
        assert set(Counter(tuple(row[c] for c in columns) for row in tables["wishes"]).values()) <= {1}
    assert set(Counter(frozenset(row.values()) for row in tables["avoidances"]).values()) <= {1}
    assert all(row["unit_since"] <= row["post_since"] <= tables["case"][1]["value"] for row in tables["officers"])


def test_the_reference_uses_nothing_of_the_product():
    for path in Path(__file__).with_name("reference").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not [name for name in names if name.split(".")[0] in ("allocator", "models", "scenarios")]


@pytest.mark.parametrize(
    ("since", "until", "whole"),
    [
        ("2019-06-15", "2024-06-15", 60),
        ("2019-06-16", "2024-06-15", 59),
        ("2020-02-29", "2024-02-28", 47),
        ("2020-02-29", "2023-02-28", 35),
        ("2020-02-29", "2023-03-01", 36),
        ("2024-01-31", "2024-02-29", 0),
        ("2024-01-31", "2024-03-01", 1),
    ],
)
def test_whole_months(since, until, whole):
    assert months(dt.date.fromisoformat(since), dt.date.fromisoformat(until)) == whole


def test_duties_of_article_7_come_before_those_of_article_9():
    chief = officer("1", "H1", 11, managed=True)
    posts = (Post("H1", "A", "head", "finance"), Post("H2", "A", "head"), Post("B1", "B"))
    case = office(chief, officer("2", "H2", 5, managed=True), officer("3", "B1", 5, young=True), posts=posts)
    assert duty(case, "1") == Duty("must", ("7-1", "7-2"), 72)
    assert duty(case, "2") == Duty("should", ("7-1",), 0)
    assert duty(case, "3") == Duty("should", ("7-3",), 0)
    exempt = replace(case, exemptions=(Exemption("1", "8-2"),))
    assert duty(exempt, "1") == Duty("rotate", ("9-1", "9-2"), 72)


def test_a_relation_is_a_duty_only_without_another():
    case = office(officer("1", "A1"), officer("2", "A2", 6, volunteer=True, consent=True), avoidances=(("2", "1"),))
    assert {person: owed.name for person, owed in duties(case).items()} == {"1": "relation", "2": "volunteer"}
    assert duty(case, "1").articles == ("7-5",)


def test_a_unit_left_lately_takes_nobody_back():
    left = Service("1", "B", None, TODAY - dt.timedelta(days=400))
    case = office(officer("1", "A1", 3), service=(left,))
    assert allowed(case, "1") == ("A2",)
    assert allowed(replace(case, service=(replace(left, until=None),)), "1") == ("A2", "B1", "B2")
    assert allowed(office(officer("1", "A1", 1)), "1") == ()


def test_a_post_over_its_seats_takes_nobody():
    case = office(officer("1", "A1"), officer("2", "A1"), officer("3", "B1", 9))
    assert allowed(case, "3") == ("A2", "B2")
    assert "seats" in broken(case, case.today | {"3": "A1"})
    assert not broken(case, case.today)


def test_whoever_came_earlier_stands_for_the_pair():
    people = (officer("1", "A1", 1), officer("2", "A2", 2))
    case = office(*people, avoidances=(("1", "2"),))
    assert procedure.line_up(case, duties(case)).for_pairs == ("2",)
    assert procedure.solve(case).plan == {"1": "A1", "2": "B1"}
    assert optimum.solve(case).levels["together"] == 0
    pinned = replace(case, pins=(Pin("2", "A2", "assign"),))
    assert procedure.solve(pinned).plan == {"1": "B1", "2": "A2"}
    parted = replace(case, pins=(Pin("2", "B2", "assign"),))
    assert procedure.line_up(parted, duties(parted)).people == ()
    exempt = replace(case, exemptions=(Exemption("2", "8-1"),))
    assert procedure.line_up(exempt, duties(exempt)).for_pairs == ("1",)


def test_without_a_free_seat_two_people_swap():
    people = [officer("1", "A1", 2), officer("2", "A2", 1), officer("3", "B1", 1), officer("4", "B2", 3)]
    case = office(*people, nominations=(Nomination("1", "7-6"),))
    for proposal in (procedure.solve(case), optimum.solve(case)):
        assert proposal.plan == {"1": "B2", "2": "A2", "3": "B1", "4": "A1"}
        assert chains_and_cycles(case, proposal.plan) == ([], [["1", "4"]])
        assert proposal.unique


def test_a_wish_is_followed_and_named_as_fate():
    people = [officer("1", "A1", 6, young=True), officer("2", "A2", 6, young=True)]
    case = office(*people, wishes=(Wish("1", 2, "B2"),))
    best = optimum.solve(case)
    assert best.plan == {"1": "B2", "2": "A2"}
    assert best.unique
    plain = optimum.solve(replace(case, wishes=()))
    first = min(("1", "2"), key=lambda person: (-lot(case, person), person))
    assert plain.plan == case.today | {first: "B1"}
    assert plain.ties == dict.fromkeys(("1", "2"), ("exchange", "stays"))


def test_who_cannot_be_exchanged_rotates_instead():
    people = [officer("1", "A1", 6, young=True)]
    case = office(*people, exchange_quota=0)
    for proposal in (procedure.solve(case), optimum.solve(case)):
        assert proposal.plan == {"1": "A2"}
        assert [(row.instead, row.reason) for row in unmet(case, proposal.plan)] == [("rotation", "quota")]


@pytest.mark.parametrize(
    "pins",
    [
        (Pin("1", "B1", "assign"),),
        (Pin("1", "H1", "assign"),),
        (Pin("1", "A2", "assign"), Pin("1", "B2", "assign")),
        (Pin("1", "A2", "assign"), Pin("1", "A2", "forbid")),
    ],
    ids=("full", "level", "twice", "both ways"),
)
def test_pins_that_cannot_be_carried_out_are_refused(pins):
    posts = (Post("A1", "A"), Post("A2", "A"), Post("B1", "B"), Post("B2", "B"), Post("H1", "B", "head"))
    case = office(officer("1", "A1"), officer("2", "B1"), posts=posts, pins=pins)
    with pytest.raises(PinError):
        check_pins(case)
    with pytest.raises(PinError):
        procedure.solve(case)
