"""The curated cases: both methods give what the pages work out by hand."""

import pytest

from allocator.competition.check import check
from allocator.competition.files import read_case
from models.common.base import Method, thousandths_text
from models.common.rules import NEEDS
from models.competition.rule_ids import RULES, RuleId
from scenarios import CURATED, curated, curated_folder
from tests.scenarios.pages import (
    METHODS,
    Block,
    blocks,
    level_value,
    lines,
    rulebook_of,
    rules_of,
    run_of,
    scores_of,
    text,
)

BLOCKS = blocks()


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("block", BLOCKS, ids=str)
def test_a_method_gives_what_the_page_works_out(block: Block, method: Method) -> None:
    """Protects both methods: seats, reasons, ties and every level value, against figures worked by hand."""
    outcome, said = run_of(block, method).outcome, block.of(method)
    given = lines(outcome)
    for kind in ("placements", "unplaced", "vacancies", "ties"):
        if kind in said:
            assert given[kind] == [line.rstrip(" -") for line in said[kind]], kind
    for report in outcome.stages:
        if report.stage in said:
            worked = said[report.stage]
            shown = {level.name: level_value(level) for level in report.levels}
            assert worked.keys() >= shown.keys() - {"lot"}
            assert {name: shown[name] for name in worked} == worked, report.stage
    if method == "optimal":
        assert all(level.proven for report in outcome.stages for level in report.levels)
        if "unique" in said:
            assert [r.stage for r in outcome.stages if r.state == "run" and r.unique] == said["unique"]


@pytest.mark.parametrize("block", BLOCKS, ids=str)
def test_the_scores_are_those_of_the_page(block: Block) -> None:
    """Protects the scores: each that the page works out, to the third decimal, and who is in the contest."""
    scores = scores_of(block.name, block.number)
    for person_id, worked in block.facts.get("people", {}).items():
        person = scores.people[person_id]
        assert {name: thousandths_text(getattr(person, name)) for name in worked} == worked, person_id
    for person_id, sections in block.facts.get("pairs", {}).items():
        for section_id, worked in sections.items():
            pair = scores.pair[person_id, section_id]
            shown = {name: getattr(pair, name) for name in worked}
            for name in worked.keys() & {"recommendation", "composite"}:
                shown[name] = thousandths_text(shown[name])
            if "rate" in worked:
                shown["rate"] = str(shown["rate"])
            assert shown == worked, (person_id, section_id)
    for line in block.facts.get("tracks", []):
        person_id, track, *marks = line.split()
        record = scores.tracks[person_id]
        shown_marks = [mark for mark in ("eligible", "entrant", "withdrawn") if getattr(record, mark)]
        assert (record.track, shown_marks) == (track, marks), person_id


@pytest.mark.parametrize("name", CURATED)
def test_a_curated_case_is_small_and_its_page_complete(name: str) -> None:
    """Protects the reader: a dozen people at most, an English summary, at least one rule and one worked outcome."""
    assert len(curated(name).people) <= 12
    page = text(name)
    assert page.startswith("# ")
    assert "\n> English: " in page
    assert rules_of(name)
    assert any(block.name == name for block in BLOCKS)


def test_the_pages_together_show_every_rule_that_decides() -> None:
    """Protects coverage: each score, filter, row and order has a page that works it."""
    shown = {rule for name in CURATED for rule in rules_of(name)}
    assert shown == {rule for rule in RuleId if "case" in NEEDS[RULES[rule].kind]}


def test_every_word_of_a_block_is_read() -> None:
    """Protects the pages from silence: a misspelt key would otherwise be a figure that nothing compares."""
    top = {"stages", "tracks", "rulebook", "people", "pairs", "both", "rules", "optimal"}
    said = {"placements", "unplaced", "vacancies", "ties", "unique", "chiefs", "clerks", "institution"}
    for block in BLOCKS:
        assert block.facts.keys() <= top, block
        assert "both" in block.facts or {"rules", "optimal"} <= block.facts.keys(), block
        for method in ("both", "rules", "optimal"):
            words = block.facts.get(method, {})
            assert words.keys() <= said, block
            stages = words.keys() & {"chiefs", "clerks", "institution"}
            assert stages <= set(block.facts["stages"]), block


@pytest.mark.parametrize("name", CURATED)
def test_the_files_are_read_as_any_case_is(name: str) -> None:
    """Protects the one source of truth: the samples' own reader and the reader of cases give the same case."""
    rulebook = rulebook_of(next(block for block in BLOCKS if block.name == name))
    draft = read_case(curated_folder(name), rulebook)
    assert draft.faults == ()
    assert check(draft, rulebook).case == curated(name)
