"""The curated cases of exchange and rotation: both methods give what the pages work out by hand."""

import pytest

from allocator.rotation.check import check
from allocator.rotation.files import read_case
from allocator.rotation.legality import breaks, pinned
from models.common.base import Method
from models.common.rules import NEEDS
from models.rotation.codes import PLAN_LEVELS
from models.rotation.rule_ids import RULES, RuleId
from models.rotation.rulebook import RotationRulebook
from scenarios.rotation import CURATED, curated, curated_folder
from scenarios.rotation.tables import write_folder
from tests.scenarios.rotation.pages import METHODS, duty_line, facts, lines, of, outcome_of, roster_of, rules_of, text

ARTICLES = {"7-1", "7-2", "7-3", "7-4", "7-5", "7-6", "9-1", "9-2", "9-3"}


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("name", CURATED)
def test_a_method_gives_what_the_page_works_out(name: str, method: Method) -> None:
    """Protects both methods: moves in their order of handover, unmet duties with reasons, and ties."""
    outcome, said = outcome_of(name, method), of(name, method)
    assert lines(outcome) == {kind: said[kind] for kind in ("moves", "unmet", "ties")}
    assert outcome.stages[0].unique is (said["ties"] == [])


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("name", CURATED)
def test_the_levels_are_those_of_the_page(name: str, method: Method) -> None:
    """Protects the levels: each that a page names, and 0 for each that it does not; the optimum is proven."""
    levels = outcome_of(name, method).stages[0].levels
    worked = of(name, method)["plan"]
    assert {level.name: level.value for level in levels if level.name != "lot"} == {
        level: worked.get(level, 0) for level in PLAN_LEVELS if level != "lot"
    }
    assert all(level.proven for level in levels) is (method == "optimal")


@pytest.mark.parametrize("name", CURATED)
def test_the_duties_are_those_of_the_page(name: str) -> None:
    """Protects the duties: who owes what by which article and how long already; nobody due is left out."""
    said = facts(name)["duties"]
    assert {person: duty_line(name, person) for person in said} == said
    owing = {person for person in roster_of(name).officers if not duty_line(name, person).startswith("none")}
    assert owing == {person for person, duty in said.items() if not duty.startswith("none")}


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("name", CURATED)
def test_pins_and_plans_keep_the_regulation(name: str, method: Method) -> None:
    """Protects soundness: today's plan with the pins breaks nothing, nor does what is made of it."""
    roster = roster_of(name)
    assert pinned(roster).breaks() == ()
    after = {move.person_id: move.to_post for move in outcome_of(name, method).moves}
    assert breaks(roster, {**roster.present, **after}) == ()


@pytest.mark.parametrize("name", CURATED)
def test_a_curated_case_is_small_and_its_page_complete(name: str) -> None:
    """Protects the reader: a dozen people at most, an English summary, its rules, a reckoning and a worked outcome."""
    assert len(curated(name).officers) <= 12
    page = text(name)
    assert page.startswith("# ")
    assert "\n> English: " in page
    assert all(heading in page for heading in ("\n## 情况\n", "\n## 推算\n", "\n## 结论\n"))
    assert rules_of(name)


def test_every_word_of_a_block_is_read() -> None:
    """Protects the pages from silence: a misspelt key would otherwise be a figure that nothing compares."""
    for name in CURATED:
        said = facts(name)
        assert said.keys() in ({"duties", "both"}, {"duties", "rules", "optimal"}), name
        for method in METHODS:
            assert of(name, method).keys() == {"moves", "unmet", "ties", "plan"}, name
            assert of(name, method)["plan"].keys() <= set(PLAN_LEVELS) - {"lot"}, name


def test_the_pages_together_show_every_article() -> None:
    """Protects coverage: each article that gives a duty or lifts one, and each clause of a plan, has its page."""
    shown = {word for name in CURATED for duty in facts(name)["duties"].values() for word in duty.split()}
    assert shown >= ARTICLES | {"must", "should", "rotate", "volunteer", "relation", "none"}
    reasons = {line.split()[2] for name in CURATED for method in METHODS for line in of(name, method)["unmet"]}
    assert reasons >= {"continuity", "quota", "seats"}
    assert {row.article[:-2] for name in CURATED for row in curated(name).exemptions} == {"8", "10"}
    assert any(roster_of(name).over_seats for name in CURATED)


@pytest.mark.parametrize("name", CURATED)
def test_the_files_are_as_they_are_written(name: str, tmp_path) -> None:
    """Protects the files: reading and writing them again gives the same bytes, and there are no others."""
    write_folder(curated(name), tmp_path)
    kept = {path.name: path.read_bytes() for path in curated_folder(name).iterdir() if path.name != "page.md"}
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == kept


def test_the_pages_together_show_every_rule_that_decides() -> None:
    """Protects coverage: each duty, filter, row, order and number has a page that works it."""
    shown = {RuleId(rule) for name in CURATED for rule in rules_of(name)}
    assert shown == {rule for rule in RuleId if "case" in NEEDS[RULES[rule].kind]}


@pytest.mark.parametrize("name", CURATED)
def test_the_files_are_read_as_any_case_is(name: str) -> None:
    """Protects the one source of truth: the samples' own reader and the reader of cases give the same case."""
    draft = read_case(curated_folder(name))
    assert draft.faults == ()
    assert check(draft, RotationRulebook()).case == curated(name)
