"""What the comparison says of somebody who lost by the draw of the optimum alone, confirmed by solving."""

from collections import Counter
from pathlib import Path

import pytest

from allocator.competition.compare import StageComparison, compare
from allocator.competition.labels import Labels
from allocator.competition.phrases import claim_ground, why
from allocator.competition.pipeline import run, stage_by_stage
from allocator.competition.report import Findings
from allocator.competition.report.of_comparison import compared_people
from allocator.words import Lang
from tests.competition.agreement.product import opened
from tests.competition.builders import institution, person
from tests.competition.compare.test_compare import compared
from tests.competition.optimum.taking import formulated, reaches
from tests.competition.reference import tiny

QUICK = range(0, 500, 50)
ALL = [pytest.param(i, marks=() if i in QUICK else (pytest.mark.exhaustive,), id=str(i)) for i in range(0, 500, 5)]
DRAW: dict[Lang, str] = {"zh": "仅因抽签未安排", "en": "lost to the draw alone"}
TRADE: dict[Lang, str] = {"zh": "交换", "en": "trade "}


@pytest.mark.parametrize("index", ALL)
def test_a_loss_by_the_draw_is_told_as_such_and_no_other(tmp_path: Path, index: int) -> None:
    """Plain CP-SAT with the seat taken reaches every level before the draw exactly where the draw is named.

    Then no effect on the whole is claimed of the person, in no language, on the page or on the sheet of people.
    """
    one = opened(tiny.write_down(tiny.dense(index), tmp_path / "case"))
    rules, optimal = run(one.scores, "rules"), run(one.scores, "optimal")
    both = compare(one.scores, rules, optimal, stage_by_stage(one.scores, rules, optimal))
    findings = Findings(one.scores, rules, rules, optimal, both)
    for lang in ("zh", "en"):
        labels = Labels(one.case, lang)
        cells = Counter(str(row[-1] or "") for row in compared_people(both, findings.labels(lang)).rows)
        for stage in both.stages:
            formulation = formulated(one.scores, rules, stage.stage)
            values = [pair.optimal for pair in stage.levels]
            told = of_changes(stage, labels)
            assert not Counter(text for _, text in told.values()) - cells
            for (person_id, section_id), (neutral, text) in told.items():
                equal = not neutral and reaches(formulation, values, person_id, section_id, 1)
                assert (DRAW[lang] in text) == equal
                assert not (equal and TRADE[lang] in text)
            for claim in stage.claims_optimal:
                equal = reaches(formulation, values, claim.person_id, claim.section_id, 1)
                assert (DRAW[lang] in claim_ground(claim, labels)) == equal


def of_changes(stage: StageComparison, labels: Labels) -> dict[tuple[str, str], tuple[bool, str]]:
    """Of everybody who has a seat by the rules and leaves it under the optimum: the seat, and what is said."""
    trades = {trade.number: trade for trade in stage.trades}
    return {
        (change.person_id, change.rules.section_id): (
            change.neutral,
            why(change, trades.get(change.trade or 0), labels),
        )
        for change in stage.changes
        if change.verdict != "unchanged" and change.rules is not None
    }


def test_unlisted_people_are_told_apart_by_what_tells_them_apart() -> None:
    """Neither is on the list of s, which keeps the woman for the sake of its composition: no place is told of either,
    but the quantification by which the section's own order puts the other first.
    """
    both = compared(
        people=(
            institution("a", "s", gender="male"),
            institution("b", "s", gender="female"),
            person("w", gender="male"),
        ),
        sections={"s": 3},
        marks={"a": 90, "b": 80, "w": 60},
        clerk_filed={"a": ["s"], "b": ["s"], "w": ["s"]},
        picks={"s": ["w"]},
    )
    claims = {claim.person_id: claim for stage in both.stages for claim in stage.claims_optimal}
    assert (claims["a"].holder, claims["a"].clause) == ("b", "quantification")
    assert claim_ground(claims["a"], Labels(None, "en")) == "quantification 90.000 above 80.000"
    assert claim_ground(claims["a"], Labels(None, "zh")) == "考评量化 90.000 高于 80.000"
