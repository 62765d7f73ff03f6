"""The tiny cases are worth agreeing on: in them every level decides and every rule binds, often."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from models.competition.rule_ids import RULES as ALL_RULES
from models.competition.rulebook import Rulebook
from tests.competition.agreement.chosen import ALL
from tests.competition.reference import brute, tiny
from tests.competition.reference.census import ALSO, LEVELS, RULES, binding_rules, deciding_levels
from tests.competition.reference.facts import Facts

Folders = Callable[[int], Path]
OFTEN = 10
SOMETIMES = 5


def test_the_suite_is_as_large_as_promised() -> None:
    """At least 300 cases, none twice."""
    assert len(set(ALL)) == len(ALL) >= 300


def test_every_level_and_every_rule_is_counted() -> None:
    """The levels are those of the built-in rulebook, and the rules all but those that only refuse records."""
    objective = Rulebook().objective
    stages = {"chiefs": objective.chiefs, "clerks": objective.clerks, "institution": objective.institution}
    assert [(stage, name) for stage, names in stages.items() for name in names] == list(LEVELS)
    assert len(LEVELS) == 20
    assert {rule.value for rule, entry in ALL_RULES.items() if entry.kind != "data"} == set(RULES)


def test_every_kind_of_case_occurs() -> None:
    """Pins both ways, retention overrides, fixed people, withdrawals, the three readings, other rulebooks."""
    count: Counter[str] = Counter()
    for index in ALL:
        draft = tiny.make(index)
        count[draft.book.get("applications", {}).get("reading", "tiers")] += 1
        kinds = {row["mode"] for row in draft.tables.get("pins", [])}
        kinds |= {"pinned " + row["role"] for row in draft.tables.get("pins", []) if row["mode"] == "assign"}
        kinds |= {"retain " + row["retain"] for row in draft.tables["sections"] if row["retain"]}
        kinds |= {"fixed" for person in draft.people if person["fixed"] == "yes"}
        kinds |= {person["bid"] for person in draft.people} | {person["staffing"] for person in draft.people}
        kinds |= {f"{part}.{key}" for part, values in draft.book.items() for key in values}
        count.update(kinds)
    expected = ["tiers", "open", "latest", "assign", "forbid", "pinned chief", "pinned clerk", "pinned institution"]
    expected += ["retain 0", "retain 1", "retain 2", "fixed", "withdraw", "compete", "contract", "institution"]
    expected += ["applications.priority", "clerks.retain", "institution.retain", "institution.composition"]
    expected += ["objective.chiefs", "objective.clerks", "objective.institution", "rounding.decimals"]
    assert {kind: count[kind] for kind in expected if count[kind] < OFTEN} == {}


@pytest.mark.exhaustive
def test_every_level_decides_often(folder_of: Folders) -> None:
    """Leaving a level out seats somebody elsewhere, for each of the 20 levels, in ten cases or more."""
    count = Counter(level for index in ALL for level in deciding_levels(folder_of(index)))
    assert {level: count[level] for level in LEVELS if count[level] < OFTEN} == {}


@pytest.mark.exhaustive
def test_every_rule_binds_often(folder_of: Folders) -> None:
    """Leaving a rule out changes who sits where, for each rule that can, in ten cases or more."""
    count = Counter(rule for index in ALL for rule in binding_rules(folder_of(index)))
    assert {rule: count[rule] for rule in (*RULES, *ALSO) if count[rule] < OFTEN} == {}


@pytest.mark.exhaustive
def test_ties_reasons_and_awkward_neutral_seats_occur(folder_of: Folders) -> None:
    """Every reason, ties in every stage, and neutral seats that cannot be counted but must be tried."""
    count: Counter[str] = Counter()
    for index in ALL:
        results = brute.solve(Facts(folder_of(index)))
        count.update(f"tie {stage}" for stage, result in results.items() if result.ties)
        count.update({reason for result in results.values() for reason in result.unplaced.values()})
        count["awkward"] += results["clerks"].counts["awkward"]
        count["required"] += results["institution"].counts["required"]
    expected = ["tie chiefs", "tie clerks", "tie institution", "awkward", "required"]
    expected += ["no_seat", "closed", "no_consent", "review_fail", "no_filing", "not_listed"]
    assert {kind: count[kind] for kind in expected if count[kind] < SOMETIMES} == {}
