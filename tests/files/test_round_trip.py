"""What is written can be read again as the same case, in each form, and the same case gives the same bytes."""

import datetime as dt
import random
import string
import tempfile
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from allocator.competition.files import read_case, write_case
from allocator.faults import InvalidInput
from allocator.files import draft_of
from models.common.avoidance import Avoidance
from models.common.canonical import case_sha256
from models.competition.case import Case, CaseInfo
from models.competition.filings import Decision
from models.competition.people import Person
from models.competition.records import Exam
from models.competition.rulebook import Rulebook
from models.competition.sections import Section
from scenarios.generator import generate
from tests.competition.builders import case as build

FORMS = ("case", "case.xlsx", "case.json")


def read_back(path: Path) -> Case:
    draft = read_case(path, Rulebook())
    assert draft.faults == draft.notices == ()
    assert draft.info is not None
    return Case(case=draft.info, **{table: tuple(at.value for at in rows) for table, rows in draft.rows.items()})


@pytest.mark.parametrize("form", FORMS)
def test_a_whole_bureau_is_read_as_it_was_written(tmp_path, form):
    """Protects the claim that folder, workbook and JSON are one case."""
    made = generate(people=60, sections=8, seed="round trip")
    write_case(made, tmp_path / form)
    again = read_back(tmp_path / form)
    assert again == made
    assert case_sha256(again) == case_sha256(made)


@pytest.mark.parametrize("form", FORMS[1:])
def test_equal_cases_have_equal_bytes(tmp_path, form):
    """Neither the time of writing nor the order of rows shows in a file."""
    made = generate(people=20, sections=4, seed="bytes")
    rows = list(made.people)
    random.Random(1).shuffle(rows)
    write_case(made, tmp_path / f"a{form}")
    write_case(Case(**{**made.__dict__, "people": tuple(rows)}), tmp_path / f"b{form}")
    assert (tmp_path / f"a{form}").read_bytes() == (tmp_path / f"b{form}").read_bytes()


IDS = st.text(string.ascii_letters + string.digits + "-_.=+ 张王科室０Ａ'\",;", min_size=1, max_size=8).filter(
    lambda text: text == text.strip() and not text.startswith(("【示例】", "[EXAMPLE]"))
)
NAMES = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")) | st.sampled_from("\n\t"),
    min_size=1,
    max_size=12,
).filter(lambda text: text.strip())
MARKS = st.decimals(0, 100, places=4) | st.decimals(0, 100, places=18)
DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2200, 12, 31))


def alike(text: str) -> str:
    from allocator.files.cells import plain_form

    return plain_form(text)


@st.composite
def cases(draw):
    sections = draw(st.lists(IDS, min_size=1, max_size=3, unique_by=alike))
    people = draw(st.lists(IDS, min_size=2, max_size=4, unique_by=alike))
    return Case(
        case=CaseInfo(name=draw(NAMES), reference_date=draw(DAYS), lottery_seed=draw(st.none() | IDS)),
        sections=tuple(
            Section(
                section_id=s,
                name=draw(NAMES),
                headcount=draw(st.integers(1, 1000)),
                retain=draw(st.none() | st.integers(0, 9)),
            )
            for s in sections
        ),
        people=tuple(
            Person(
                person_id=p,
                name=draw(NAMES),
                staffing="administrative",
                rank="staff",
                section_id=draw(st.none() | st.sampled_from(sections)),
                birth=draw(st.none() | DAYS),
                chief=draw(st.booleans()),
                specialty=draw(st.none() | NAMES),
            )
            for p in people
        ),
        exams=(Exam(person_id=people[0], marks={m: draw(MARKS) for m in ("aptitude", "essay", "knowledge")}),),
        avoidances=(Avoidance(person_a=people[0], person_b=people[1], relation=draw(st.none() | NAMES)),),
        decisions=(Decision(person_id=people[1], section_id=sections[0], role="clerk", date=draw(st.none() | DAYS)),),
    )


@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(cases(), st.sampled_from(FORMS))
def test_any_case_is_read_as_it_was_written(made, form):
    """Names with quotes, line breaks or a leading equals sign, old dates and long decimals come back unchanged."""
    with tempfile.TemporaryDirectory() as folder:
        write_case(made, Path(folder) / form)
        assert read_back(Path(folder) / form) == made


def test_decimals_a_spreadsheet_cannot_keep_are_written_as_text(tmp_path):
    long = Decimal("12.345678901234567")
    made = build(
        exams=(Exam(person_id="a", marks={"aptitude": long, "essay": Decimal("85.1"), "knowledge": Decimal(0)}),)
    )
    write_case(made, tmp_path / "case.xlsx")
    assert read_back(tmp_path / "case.xlsx").exams[0].marks["aptitude"] == long


def test_a_case_made_in_memory_has_row_numbers_too():
    made = build(people=["a", "b", "c"])
    draft = draft_of(made)
    assert [(at.row, at.value) for at in draft.rows["people"]] == [
        (2, made.people[0]),
        (3, made.people[1]),
        (4, made.people[2]),
    ]
    assert draft.present == {"people", "sections", "attendance"}


def test_an_unknown_form_is_refused(tmp_path):
    with pytest.raises(InvalidInput) as refused:
        write_case(build(), tmp_path / "case.pdf")
    assert [fault.code for fault in refused.value.faults] == ["target_format"]
    assert list(tmp_path.iterdir()) == []
