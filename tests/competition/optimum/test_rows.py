"""Every rule alone: two sections, three people, and which seats it lets people take together."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from allocator.competition.optimum import rows
from allocator.competition.optimum.builder import FormulationBuilder
from allocator.competition.optimum.columns import Column, Kind
from allocator.solver import Problem, solve
from models.competition.rule_ids import RuleId
from models.competition.rulebook import InstitutionRules, Rulebook, Target
from tests.competition.builders import bureau, institution, person

PEOPLE = [person("a", section="s1"), person("b", section="s1"), person("c", section="s2")]
Seat = tuple[str, str] | tuple[str, str, int]


def written(columns: list[Column], *rules: Callable[[FormulationBuilder], None]) -> tuple[FormulationBuilder, Problem]:
    """A sheet of these columns with these rules, and its problem without any level."""
    sheet = FormulationBuilder.of(columns)
    for rule in rules:
        rule(sheet)
    return sheet, sheet.formulation("clerks", (), {"lot": sheet.numbers(0 for _ in sheet.columns)}).problem


def seats(kind: Kind, *taken: Seat) -> list[Column]:
    return [Column(kind, p, s, round=r[0] if r else None) for p, s, *r in taken]


def status(written_: tuple[FormulationBuilder, Problem], *taken: Seat) -> str:
    """Whether these seats can be taken together, as the solver says it."""
    sheet, problem = written_
    wanted = {(*seat, None)[:3] for seat in taken}
    chosen = [(c.person_id, c.section_id, c.round) in wanted for c in sheet.columns]
    assert sum(chosen) == len(taken)
    return solve(replace(problem, col_lb=np.maximum(problem.col_lb, np.array(chosen, dtype=np.int64)))).status


def test_one_seat() -> None:
    """Nobody sits in two sections."""
    every = written(seats("one_sided", ("a", "s1"), ("a", "s2"), ("b", "s1")), rows.one_seat)
    assert status(every, ("a", "s1"), ("a", "s2")) == "infeasible"
    assert status(every, ("a", "s1"), ("b", "s1")) == "optimal"


def test_one_chief() -> None:
    """A chief post has one holder."""
    every = written(seats("post", ("a", "s1", 1), ("b", "s1", 1), ("b", "s2", 1)), rows.one_chief)
    assert status(every, ("a", "s1", 1), ("b", "s1", 1)) == "infeasible"
    assert status(every, ("a", "s1", 1), ("b", "s2", 1)) == "optimal"


def test_round_priority() -> None:
    """A filing of round 2 wins a post only when the applicant of round 1 has a post of round 1 himself."""
    filed = seats("post", ("a", "s1", 1), ("a", "s2", 1), ("a", "s3", 2), ("b", "s1", 2))
    every = written(filed, rows.one_seat, rows.round_priority)
    assert status(every, ("b", "s1", 2)) == "optimal"
    assert status(every, ("b", "s1", 2), ("a", "s2", 1)) == "optimal"
    assert status(every, ("b", "s1", 2), ("a", "s3", 2)) == "infeasible"
    alone = written(seats("post", ("a", "s1", 1), ("b", "s1", 2)), rows.one_chief, rows.round_priority)
    assert status(alone, ("b", "s1", 2)) == "infeasible"
    assert status(written(seats("post", ("a", "s1", 2), ("b", "s1", 2)), rows.round_priority), ("b", "s1", 2)) == (
        "optimal"
    )


def test_headcount() -> None:
    """A section takes as many people as it has free seats, counted neutral people included."""
    columns = [*seats("one_sided", ("a", "s1"), ("b", "s1")), Column("neutral", "c"), Column("count", "", "s1")]
    free = {"s1": 2}
    every = written(columns, lambda sheet: rows.headcount(sheet, free), rows.neutral_people_find_seats)
    assert status(every, ("a", "s1"), ("b", "s1")) == "optimal"
    assert status(every, ("a", "s1"), ("c", "")) == "optimal"
    assert status(every, ("a", "s1"), ("b", "s1"), ("c", "")) == "infeasible"


@pytest.mark.parametrize("rule", [rows.retention_clerk, rows.retention_institution])
def test_retention(rule: Callable[..., None]) -> None:
    """A section keeps so many of its own and no more; other people do not count."""
    staff = bureau(PEOPLE)
    columns = seats("mutual", ("a", "s1", 1), ("b", "s1", 1), ("c", "s1", 1))
    every = written(columns, lambda sheet: rule(sheet, staff, {"s1": 1, "s2": 1}))
    assert status(every, ("a", "s1", 1), ("c", "s1", 1)) == "optimal"
    assert status(every, ("a", "s1", 1), ("b", "s1", 1)) == "infeasible"
    none = written(columns, lambda sheet: rule(sheet, staff, {"s1": 0, "s2": 1}))
    assert status(none, ("a", "s1", 1)) == "infeasible"


def test_avoidance() -> None:
    """Two people of an avoidance pair sit in different sections, by whatever seats they come."""
    staff = bureau(PEOPLE, avoid=[("b", "a")])
    columns = [*seats("one_sided", ("a", "s1"), ("b", "s1"), ("c", "s1")), *seats("mutual", ("b", "s2", 1))]
    columns += seats("mutual", ("b", "s1", 2))
    every = written(columns, lambda sheet: rows.avoidance(sheet, staff))
    assert status(every, ("a", "s1"), ("b", "s1")) == "infeasible"
    assert status(every, ("a", "s1"), ("b", "s1", 2)) == "infeasible"
    assert status(every, ("a", "s1"), ("b", "s2", 1), ("c", "s1")) == "optimal"


def test_one_pick_a_round() -> None:
    """A section takes one person a round by mutual choice; directed people do not count."""
    columns = [*seats("mutual", ("a", "s1", 1), ("b", "s1", 1), ("b", "s1", 2)), *seats("one_sided", ("c", "s1"))]
    every = written(columns, rows.one_pick_a_round)
    assert status(every, ("a", "s1", 1), ("b", "s1", 1)) == "infeasible"
    assert status(every, ("a", "s1", 1), ("b", "s1", 2), ("c", "s1")) == "optimal"


def test_required_retention() -> None:
    """A section that must keep one of its own has one required seat."""
    columns = seats("required", ("a", "s1", 1), ("b", "s1", 1), ("c", "s2", 1))
    every = written(columns, rows.required_retention)
    assert status(every, ("a", "s1", 1), ("b", "s1", 1)) == "infeasible"
    assert status(every, ("a", "s1", 1), ("c", "s2", 1)) == "optimal"


def test_composition() -> None:
    """The shortfall of a target is at least what the people coming leave of the need."""
    women = Target(attribute="gender", values=("female",), min_count=2)
    rulebook = Rulebook(institution=InstitutionRules(composition=(women,)))
    people = [institution("a", gender="female"), institution("b", gender="female"), institution("c", gender="male")]
    staff = bureau(people, rulebook=rulebook)
    columns = [*seats("mutual", ("a", "s1", 1), ("b", "s1", 1), ("c", "s1", 1))]
    columns.append(Column("shortfall", section_id="s1", upper=2))
    sheet, problem = written(columns, lambda sheet: rows.composition(sheet, staff))
    place = {c.person_id: i for i, c in enumerate(sheet.columns)}
    least = replace(
        problem,
        level_names=("shortfall",),
        level_sense=("min",),
        level_coef=sheet.of_kind("shortfall").astype(np.int64)[np.newaxis],
        level_offset=np.zeros(1, dtype=np.int64),
    )
    found = {}
    for coming in ("", "a", "ab", "c", "ac"):
        fixed = np.array([c.person_id != "" and c.person_id in coming for c in sheet.columns], dtype=np.int64)
        upper = fixed.copy()
        upper[place[""]] = 2
        solution = solve(replace(least, col_lb=fixed, col_ub=upper))
        found[coming] = (solution.status, solution.levels[0].value)
    assert found == {
        "": ("optimal", 2),
        "a": ("optimal", 1),
        "ab": ("optimal", 0),
        "c": ("optimal", 2),
        "ac": ("optimal", 1),
    }


def test_rows_name_their_rule_people_and_sections() -> None:
    """The legend says of every row which rule it is and whom it speaks of."""
    staff = bureau(PEOPLE, avoid=[("a", "b")])
    sheet = FormulationBuilder.of(seats("one_sided", ("a", "s1"), ("a", "s2"), ("b", "s1")))
    rows.one_seat(sheet)
    rows.avoidance(sheet, staff)
    legend = sheet.formulation("clerks", (), {"lot": sheet.numbers([0, 0, 0])}).legend
    assert [(row.rule, row.people, row.sections) for row in legend.rows] == [
        (RuleId.ONE_SEAT, ("a",), ()),
        (RuleId.AVOIDANCE, ("a", "b"), ("s1",)),
    ]


def test_rows_that_never_bind_are_left_out() -> None:
    """A section with seats for all who could come needs no row."""
    sheet = FormulationBuilder.of(seats("one_sided", ("a", "s1"), ("b", "s1")))
    rows.headcount(sheet, {"s1": 2})
    assert sheet.formulation("clerks", (), {"lot": sheet.numbers([0, 0])}).problem.rows == 0


def test_people_who_all_avoid_one_another_share_a_row() -> None:
    """Three who avoid one another need one row a section; a pair that is not among them has its own."""
    staff = bureau(["a", "b", "c", "d"], avoid=[("b", "a"), ("a", "c"), ("c", "b"), ("d", "c")])
    sheet = FormulationBuilder.of(seats("one_sided", *((p, "s1") for p in "abcd"), ("a", "s2"), ("d", "s2")))
    rows.avoidance(sheet, staff)
    legend = sheet.formulation("clerks", (), {"lot": sheet.numbers([0] * 6)}).legend
    assert [(row.people, row.sections) for row in legend.rows] == [(("a", "b", "c"), ("s1",)), (("c", "d"), ("s1",))]
