"""One cell: every accepted form of a value, and nothing else."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction

import pytest

from allocator.competition.files.form import voter_groups
from allocator.competition.words.tables import WORDS
from allocator.files.cells import Flaw, parse
from allocator.files.layout import Column
from allocator.files.raw import NumberText
from models.competition.rulebook import RecommendationRules, Rulebook

GROUPS = voter_groups(Rulebook())
DAY = dt.date(2019, 7, 1)


def read(kind, cell, *, name="x", required=True, epoch_1904=False, default=None):
    codes = tuple(WORDS.get(name, {}).items())
    return parse(cell, Column(name, (), kind, required, codes=codes, groups=GROUPS, default=default), epoch_1904)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("007", "007"),
        (" 007\u3000", "007"),
        ("Ａ１", "Ａ１"),
        (7.0, "7"),
        (123456789012345.0, "123456789012345"),
        (NumberText("7"), "7"),
        ("张三-1", "张三-1"),
    ],
)
def test_ids_are_text(cell, value):
    """007 stays 007, full-width forms stay as written; only outer spaces go."""
    assert read("id", cell) == value


@pytest.mark.parametrize("text", ["张三", " 张 三 ", "Ａ", "第一行\n第二行", "=1+1"])
def test_names_are_never_repaired(text):
    assert read("text", text) == text


@pytest.mark.parametrize(
    ("number", "text"), [(85.1, "85.1"), (0.1 + 0.2, "0.3"), (1e15, "1000000000000000"), (1e-5, "0.00001")]
)
def test_numbers_of_a_workbook_keep_15_digits(number, text):
    """What the officer sees is what is computed with: 85.1 is not 85.09999999999999."""
    assert read("text", number) == text


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("85", "85"),
        ("85.50", "85.50"),
        (" ８５．５ ", "85.5"),
        ("+3", "3"),
        ("-0", "0"),
        ("0.000", "0"),
        ("100", "100"),
        (85.09999999999999, "85.1"),
        (NumberText("85.10"), "85.10"),
        ("12.3456789012345678901", "12.3456789012345678901"),
    ],
)
def test_marks_are_exact_decimals(cell, value):
    found = read("mark", cell)
    assert found == Decimal(value)
    assert isinstance(found, Decimal)


@pytest.mark.parametrize("cell", ["3", "3.0", 3.0, NumberText("3"), "３"])
def test_whole_numbers(cell):
    assert read("count", cell) == 3
    assert read("ordinal", cell) == 3


def test_limits_are_reached_exactly():
    assert read("count", "0") == 0
    assert read("ordinal", "1") == 1
    assert read("count", "1000000") == 1_000_000
    assert read("year", "1900年") == 1900
    assert read("year", 2200.0) == 2200


@pytest.mark.parametrize(
    "cell",
    [
        "2019-07-01",
        "2019/7/1",
        "2019.7.1",
        "2019.07",
        "2019-7",
        "2019/07",
        "2019年7月1日",
        "2019年7月",
        "２０１９－７－１",
        "2019-07-01 00:00:00",
        DAY,
        dt.datetime(2019, 7, 1),
        43647.0,
        2019.07,
        NumberText("2019.07"),
    ],
)
def test_forms_of_a_date(cell):
    """A month alone means its first day."""
    assert read("date", cell) == DAY


def test_workbooks_may_count_days_from_1904():
    assert read("date", 42185.0, epoch_1904=True) == DAY


def test_the_tenth_month_is_not_taken_for_the_first():
    """2019.10 typed as a number is stored as 2019.1."""
    assert read("date", "2019.10") == dt.date(2019, 10, 1)
    assert read("date", 2019.1) == Flaw("date_ambiguous", {"year": "2019"})
    assert read("date", "2019.1.1") == dt.date(2019, 1, 1)


@pytest.mark.parametrize(
    "cell",
    ["19-07-01", "2019", "20190701", "2019-07/01", dt.datetime(2019, 7, 1, 8, 30), dt.time(8), True, "7月", 1e300],
)
def test_what_is_no_date(cell):
    assert read("date", cell) == Flaw("date_unknown")


@pytest.mark.parametrize("cell", ["2023-02-29", "2019-13-01", "2019-00-10", "2019.00", "0000-01-01"])
def test_days_that_do_not_exist(cell):
    assert read("date", cell) == Flaw("date_impossible")


@pytest.mark.parametrize(
    ("cell", "value"),
    [(c, True) for c in ("yes", "YES", "是", "1", "true", "True", True, 1.0, "１", NumberText("1"))]
    + [(c, False) for c in ("no", "否", "0", "false", "FALSE", False, 0.0, "", None, "  ")],
)
def test_yes_and_no(cell, value):
    assert read("yes_no", cell, required=False) is value


@pytest.mark.parametrize("cell", ["administrative", "Administrative", " 行政 ", "ａｄｍｉｎｉｓｔｒａｔｉｖｅ"])
def test_codes_in_both_languages_and_any_width(cell):
    assert read("code", cell, name="staffing") == "administrative"


def test_an_unknown_code_names_the_known_ones():
    found = read("code", "兼职", name="staffing")
    assert found == Flaw("code_unknown", {"allowed": ("行政 administrative", "事业 institution", "聘用 contract")})


def test_voter_groups_take_the_name_of_the_rulebook():
    assert read("group", "县市区局长") == "counties"
    assert read("group", " Leaders") == "leaders"
    assert read("group", "职工代表") == "职工代表"
    own = Rulebook(recommendation=RecommendationRules(weights={"局领导": Fraction(1)}))
    assert dict(voter_groups(own))["局领导"] == "局领导"


def test_empty_optional_cells():
    assert read("text", "", required=False) is None
    assert read("count", None, name="basic", required=False, default=0) == 0
    assert read("count", "", name="retain", required=False) is None
    assert read("id", "", required=True) == Flaw("cell_empty")


@pytest.mark.parametrize("cell", ["85e-1", "1E5", "-1.5e+10", ".5e3"])
def test_exponents_are_refused(cell):
    assert read("mark", cell) == Flaw("number_exponent")


@pytest.mark.parametrize("cell", ["8²", "①", "0x10", "1/3", "--1", ".5", "٣"])
def test_what_is_no_number(cell):
    """Superscripts and foreign digits are not quietly taken for plain ones."""
    assert read("mark", cell) == Flaw("number_unknown")


@pytest.mark.parametrize("char", ["\x00", "\x1f", "\x7f", "\ud800", "\ufffe"])
def test_characters_no_screen_can_show(char):
    assert read("text", f"a{char}b") == Flaw("control_character")
    assert read("id", f"a{char}b") == Flaw("control_character")


def test_the_longest_cell():
    assert read("text", "长" * 10_000) == "长" * 10_000
    assert read("text", "长" * 10_001) == Flaw("cell_too_long", {"length": 10_001, "limit": 10_000})
