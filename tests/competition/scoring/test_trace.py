"""Traces: every number with its parts, its article and its words."""

from fractions import Fraction
from typing import Any

import pytest

from allocator.competition.scoring import Scores, TraceLine, score, trace_pair, trace_person
from allocator.competition.scoring.trace import exact_text
from allocator.competition.words.scores import ENTRIES, label, say_trace
from allocator.words import CATALOGUE
from models.common.base import thousandths_text
from models.competition.rule_ids import RULES, RuleId
from models.competition.rulebook import ApplicationRules, Reading, Rulebook
from tests.competition.builders import bureau, candidate, incumbent, institution, person, pin


def busy(reading: Reading = "tiers", **more: Any) -> Scores:
    """A bureau in which every kind of line occurs somewhere."""
    people = [
        incumbent("a", "s1"),
        candidate("b", "s2"),
        candidate("q"),
        incumbent("r", "s3", review="fail", bid="withdraw"),
        person("c", rank="deputy", bid="compete"),
        person("d", rank="staff", bid="compete"),
        person("f", section="s2", fixed=True),
        person("g", section="s4", fixed=True, chief=True),
        institution("i", "s1"),
        person("k", staffing="contract"),
    ]
    return score(
        bureau(
            people,
            {"s1": 3, "s2": 3, "s3": 3, "s4": 2, "s5": 2},
            marks={"a": 81, "c": "77.7"},
            speeches={"a": (90, 99, 60, 91, 94, 80, 93), "b": (90, 91)},
            filed=[("a", 1, 1, "s1"), ("a", 2, 1, "s2"), ("a", 2, 2, "s4"), ("b", 1, 1, "s5"), ("r", 1, 1, "s1")],
            votes={("a", "s1"): 14, ("a", "s2"): 13, ("b", "s3"): 30, ("b", "s5"): 30},
            dissatisfied={"a": (9, 0, 4)},
            avoid=[("a", "f")],
            pins=[pin("q", "s2", "clerk"), pin("b", "s5", "chief", "forbid")],
            rulebook=Rulebook(applications=ApplicationRules(reading=reading)),
            **more,
        )
    )


def all_lines(scores: Scores) -> list[TraceLine]:
    bureau_ = scores.bureau
    people = [line for who in bureau_.people for line in trace_person(scores, who)]
    pairs = [line for who in bureau_.people for where in bureau_.sections for line in trace_pair(scores, who, where)]
    return people + pairs


def last(lines: tuple[TraceLine, ...], rule: RuleId) -> str | None:
    return [line for line in lines if line.rule is rule][-1].value


def test_traces_end_in_the_scores() -> None:
    """Protects that the trace of each number ends in exactly the number that decides, for everybody and every pair."""
    scores = busy()
    rules = {
        "exam": RuleId.EXAM,
        "appraisal": RuleId.APPRAISAL,
        "review": RuleId.REVIEW,
        "quantification": RuleId.QUANTIFICATION,
    }
    for who, own in scores.people.items():
        lines = trace_person(scores, who)
        for name, rule in rules.items():
            value = getattr(own, name)
            assert last(lines, rule) == (None if value is None else thousandths_text(value))
        if own.speech is not None:
            assert last(lines, RuleId.SPEECH) == thousandths_text(own.speech)
    for pair in scores.pairs:
        lines = trace_pair(scores, pair.person_id, pair.section_id)
        assert pair.recommendation is not None
        assert last(lines, RuleId.RECOMMENDATION) == thousandths_text(pair.recommendation)
        assert last(lines, RuleId.COMPOSITE) == (None if pair.composite is None else thousandths_text(pair.composite))
        assert lines[-1].value == ("yes" if pair.admissible else "no")


def test_parts_of_a_weighted_sum() -> None:
    """Protects the parts of a trace: 0.3·77.7 + 0.5·77.7 + 0.2·77.7, each with its article, then the sum."""
    lines = [line for line in trace_person(busy(), "c") if line.rule is RuleId.EXAM]
    assert [(line.code, line.value) for line in lines] == [
        ("weighted_part", "23.31"),
        ("weighted_part", "38.85"),
        ("weighted_part", "15.54"),
        ("rounded", "77.700"),
    ]
    assert {line.article for line in lines} == {RULES[RuleId.EXAM].article} == {"4-3"}
    assert say_trace(lines[0].code, lines[0].args, "zh") == "行测77.7分，乘以权重0.3，得23.31。"
    assert say_trace(lines[0].code, lines[0].args, "en") == "aptitude test 77.7 × 0.3 = 23.31."


def test_a_mean_that_does_not_end_is_shown_as_a_fraction() -> None:
    """Protects exact text: (90 + 91 + 93) / 3 stands as 274/3 before it is rounded to 91.333."""
    line = [line for line in trace_person(busy(), "a") if line.rule is RuleId.SPEECH][-1]
    assert (line.args["exact"], line.value) == ("274/3", "91.333")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(1, 3), "1/3"),
        (Fraction(1, 8), "0.125"),
        (Fraction(3, 40), "0.075"),
        (Fraction(1, 400), "0.0025"),
        (Fraction(1, 10**30), "0." + "0" * 29 + "1"),
        (Fraction(100), "100"),
        (Fraction(0), "0"),
    ],
)
def test_exact_text(value: Fraction, text: str) -> None:
    """Protects the text of exact numbers: decimals where they end, fractions where they do not."""
    assert exact_text(value) == text


@pytest.mark.parametrize(
    ("who", "where", "rule", "code"),
    [
        ("r", "s1", RuleId.ENTRANT, "pair_no_entrant"),
        ("q", "s1", RuleId.PIN, "pair_assigned"),
        ("a", "s4", RuleId.OPEN_POST, "pair_not_open"),
        ("b", "s5", RuleId.PIN, "pair_forbidden"),
        ("b", "s1", RuleId.FILED_OR_WRITTEN_IN, "pair_unwanted"),
    ],
)
def test_no_pair_says_why(who: str, where: str, rule: RuleId, code: str) -> None:
    """Protects that a pair which is not in the contest is explained by the rule that keeps it out."""
    (line,) = trace_pair(busy(), who, where)
    assert (line.rule, line.code, line.value) == (rule, code, "no")


def test_superseded_filing() -> None:
    """Protects that under `latest` an earlier filing is explained, and the last one named as such."""
    scores = busy("latest")
    assert [line.code for line in trace_pair(scores, "a", "s1")] == ["pair_superseded"]
    assert trace_pair(scores, "a", "s2")[0].code == "filed_latest"


def test_barred_pair_names_its_bars() -> None:
    """Protects that floor and avoidance both show, with the people avoided."""
    lines = trace_pair(busy(), "a", "s2")
    codes = {line.code: line for line in lines}
    assert codes["rate_below"].value == "13/40"
    assert codes["avoids"].args["people"] == ("f",)
    assert lines[-1].code == "barred"


def test_unknown_ids_raise() -> None:
    """Protects that a trace of nobody is an error of the caller."""
    scores = busy()
    with pytest.raises(KeyError):
        trace_person(scores, "nobody")
    with pytest.raises(KeyError):
        trace_pair(scores, "a", "nowhere")


def test_every_trace_sentence_occurs_and_speaks_both_languages() -> None:
    """Protects the catalogue: every trace code is used, says itself with its arguments, and none is unknown."""
    scores = [busy(), busy("open"), busy("latest"), busy(present={}), busy(exams=[], attendance=[])]
    lines = [line for one in scores for line in all_lines(one)]
    withdrawn = score(bureau([candidate("w", bid="withdraw"), person("u", rank="deputy_nominal", bid="compete")]))
    lines += [*trace_person(withdrawn, "w"), *trace_person(withdrawn, "u")]
    papers = busy().bureau.case.exams[0].model_copy(update={"person_id": "z", "marks": {}})
    missing = papers.model_copy(update={"marks": {"essay": busy().bureau.case.exams[0].marks["essay"]}})
    lines += trace_person(score(bureau(["z"], exams=[missing])), "z")
    used = {f"trace.{line.code}" for line in lines}
    assert used == {code for code in ENTRIES if code.startswith("trace.")}
    for line in lines:
        assert set(line.args) == CATALOGUE[f"trace.{line.code}"].arguments
        assert "{" not in say_trace(line.code, line.args, "zh") + say_trace(line.code, line.args, "en")


def test_bars_tracks_and_ranks_have_names() -> None:
    """Protects that every bar, track and rank that occurs has a name, and that a bureau's own parts keep theirs."""
    scores = busy()
    for record in scores.tracks.values():
        assert f"track.{record.track}" in ENTRIES
        assert all(f"bar.{bar}" in ENTRIES for bar in record.bars)
    assert label("part", "law", "zh") == "law"
    assert label("rank", "head", "zh") == "正科实职"
