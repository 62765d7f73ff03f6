"""What the page refuses before anything is stored, each by its code."""

import io
from types import SimpleNamespace
from typing import Any

import pytest
from starlette.datastructures import UploadFile

from allocator.faults import InvalidInput
from allocator.web.routes.decisions import _change
from allocator.web.routes.downloads import sound
from allocator.web.routes.notices import notice
from allocator.web.routes.runs import start
from allocator.web.uploads import MOST_FILES, taken

SEATS = [
    SimpleNamespace(person_id="a", section_id="s1", role="clerk", basis="mutual"),
    SimpleNamespace(person_id="b", section_id="s1", role="clerk", basis="fixed"),
]
BUREAU = SimpleNamespace(people={"a": None, "b": None}, sections={"s1": None, "s2": None})
PROPOSED: Any = SimpleNamespace(
    opened=SimpleNamespace(scores=SimpleNamespace(bureau=BUREAU)), outcome=SimpleNamespace(placements=SEATS)
)


def code_of(refused: pytest.ExceptionInfo[InvalidInput]) -> str:
    (fault,) = refused.value.faults
    return fault.code


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        (("x", "s2", "clerk", "why"), "change_unknown_person"),
        (("a", "s2", None, "why"), "change_without_seat"),
        (("a", "nowhere", "clerk", "why"), "change_without_seat"),
        (("b", "s2", "clerk", "why"), "change_of_fixed"),
        (("a", "s2", "clerk", " "), "change_without_reason"),
        (("a", "s1", "clerk", "why"), "change_of_nothing"),
    ],
)
def test_a_change_that_says_nothing_possible(typed, code):
    """A decision that differs from the proposal names a known person, a seat or none, and a reason."""
    with pytest.raises(InvalidInput) as refused:
        _change(PROPOSED, *typed)
    assert code_of(refused) == code


@pytest.mark.parametrize(
    ("names", "code"),
    [
        ([], "upload_count"),
        ([f"{number}.csv" for number in range(MOST_FILES + 1)], "upload_count"),
        (["people.csv", "PEOPLE.csv"], "upload_same_name"),
    ],
)
def test_uploads_that_are_no_case(names, code):
    """Too many files, or two of one name, of which one would be lost."""
    with pytest.raises(InvalidInput) as refused:
        taken([UploadFile(io.BytesIO(b""), filename=name) for name in names])
    assert code_of(refused) == code


def test_a_later_stage_needs_the_earlier_one():
    """The clerks' stage alone begins from a settled chiefs' stage."""
    opened = SimpleNamespace(sound=True, pins=())
    view: Any = SimpleNamespace(house=SimpleNamespace(desk=SimpleNamespace(case=lambda _: opened)))
    with pytest.raises(InvalidInput) as refused:
        start(view, "c1", "rules", "clerks")
    assert code_of(refused) == "run_needs_given"


def test_nothing_is_made_of_a_run_that_fails_the_check():
    """Neither papers nor workbooks of an outcome that breaks a rule."""
    broken = SimpleNamespace(violations=("below_floor",))
    view: Any = SimpleNamespace(house=SimpleNamespace(results=SimpleNamespace(of=lambda *_, **__: broken)))
    with pytest.raises(InvalidInput) as refused:
        sound(view, "r1")
    assert code_of(refused) == "run_with_violations"


def test_a_paper_of_no_kind():
    """A kind that is not on the list of papers."""
    nobody: Any = None
    with pytest.raises(InvalidInput) as refused:
        notice(nobody, "r1", "no such paper")
    assert code_of(refused) == "notice_kind"
