"""Findings of small cases for the tests of the workbook and the report."""

from allocator.competition.audit import audit
from allocator.competition.check import check
from allocator.competition.compare import compare
from allocator.competition.pipeline import run, stage_by_stage
from allocator.competition.report import Findings
from allocator.files.draft import draft_of
from models.competition.rulebook import Rulebook
from models.competition.sections import Section
from tests.competition.builders import candidate, case, incumbent, institution, person

HOSTILE = (
    "=1+1",
    "张<三>&",
    "</script><script>alert(1)</script>",
    "+86",
    "007",
    "{{ 7*7 }}",
    '=HYPERLINK("x")',
    "@SUM(A1)",
)


def findings_of(made, **more):
    """Both methods of a case laid side by side and checked."""
    checked = check(draft_of(made), Rulebook())
    assert checked.faults == ()
    scores = checked.scores
    rules = run(scores, "rules", warnings=checked.warnings)
    optimal = run(scores, "optimal", warnings=checked.warnings)
    found = [audit(made, Rulebook(), one.outcome, case_warnings=checked.warnings) for one in (rules, optimal)]
    assert found == [(), ()]
    comparison = compare(scores, rules, optimal, stage_by_stage(scores, rules, optimal))
    return Findings(scores=scores, run=rules, rules=rules, optimal=optimal, comparison=comparison, audited=(), **more)


def hostile_case():
    """A bureau whose names are formulas, markup and templates; two people have one name; ids look like numbers."""
    names = iter(HOSTILE)
    people = (
        incumbent("001", "s1", name=next(names)),
        candidate("002", "s2", name=next(names)),
        person("003", section="s1", name=next(names)),
        person("004", section="s2", name=next(names)),
        person("005", section="s1", fixed=True, name=next(names)),
        institution("006", "s2", name=next(names)),
        institution("007", "s1", name=next(names), consent=False),
        person("008", section="s2", name="张<三>&"),
        person("009", name=next(names)),
    )
    return case(
        people=people,
        sections=(
            Section(section_id="s1", name="=A1&<b>办</b>", headcount=4),
            Section(section_id="s2", name="二科'[]:*?/\\", headcount=3),
        ),
        marks={p.person_id: 60 + 3 * i for i, p in enumerate(people)},
        speeches={"001": 90, "002": 85},
        filed=(("001", 1, 1, "s1"), ("002", 1, 1, "s1"), ("002", 2, 1, "s2")),
        votes={("001", "s1"): 30, ("002", "s1"): 20, ("002", "s2"): 15},
        clerk_filed={"003": ["s2"], "004": ["s1"], "006": ["s1"], "008": ["s2", "s1"]},
        picks={"s2": ["003"], "s1": ["006", "004", "008"]},
        dissatisfied={"001": (9, 1, 0)},
        name="=cmd|' /C calc'!A0 & <局>",
    )
