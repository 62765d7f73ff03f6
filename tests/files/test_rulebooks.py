"""Rulebooks: only what differs is written; everything else stays as built in."""

from fractions import Fraction

import pytest

from allocator.competition.files import read_rulebook
from allocator.faults import InvalidInput
from allocator.files import find_rulebook
from models.competition.rulebook import Rulebook


def read(tmp_path, text):
    path = tmp_path / "rulebook.toml"
    path.write_text(text, encoding="utf-8")
    return read_rulebook(path)


def test_without_a_file_the_built_in_rulebook_is_in_force():
    assert read_rulebook(None) == Rulebook()


def test_an_empty_file_changes_nothing(tmp_path):
    assert read(tmp_path, "") == Rulebook()


def test_only_the_differences_are_written(tmp_path):
    changed = read(tmp_path, 'name = "本局"\n[clerks]\nretain = 2\n[applications]\ncaps = [3, 1]\nreading = "open"\n')
    assert changed.name == "本局"
    assert changed.clerks.retain == 2
    assert changed.applications.model_dump() == {"caps": (3, 1), "reading": "open", "priority": True}
    assert changed.model_copy(update={"name": "x"}).exam == Rulebook().exam


def test_years_and_bonus_merge_by_key_weights_are_replaced_whole(tmp_path):
    changed = read(
        tmp_path,
        "[eligibility.years]\ndeputy = 5\n[quantification.bonus]\nstaff = 1\n[quantification.weights]\nexam = 1\n"
        "[recommendation.weights]\nleaders = '1/3'\n'职工' = '2/3'\n",
    )
    assert changed.eligibility.years == {**Rulebook().eligibility.years, "deputy": 5}
    assert changed.quantification.bonus == {**Rulebook().quantification.bonus, "staff": 1}
    assert changed.quantification.weights == {"exam": 1}
    assert changed.recommendation.weights == {"leaders": Fraction(1, 3), "职工": Fraction(2, 3)}


def test_decimals_are_exact_with_or_without_quotes(tmp_path):
    """0.1 + 0.2 + 0.7 written as plain TOML numbers sum to exactly 1."""
    changed = read(tmp_path, "[exam.weights]\na = 0.1\nb = 0.2\nc = '0.7'\n")
    assert changed.exam.weights == {"a": Fraction(1, 10), "b": Fraction(1, 5), "c": Fraction(7, 10)}


def test_every_fault_is_found_at_once(tmp_path):
    with pytest.raises(InvalidInput) as refused:
        read(
            tmp_path,
            "[clerk]\nretain = 1\n[applications]\ncaps = [0, 1.5]\nredaing = 'open'\n[rounding]\ndecimals = 9\n",
        )
    assert [(fault.code, fault.column) for fault in refused.value.faults] == [
        ("rulebook_limit", "applications.caps[1]"),
        ("rulebook_whole_number", "applications.caps[2]"),
        ("rulebook_unknown_key", "applications.redaing"),
        ("rulebook_unknown_key", "clerk"),
        ("rulebook_limit", "rounding.decimals"),
    ]


def test_an_unknown_key_names_the_nearest(tmp_path):
    with pytest.raises(InvalidInput) as refused:
        read(tmp_path, "[quantification.bonus]\nhaed = 3\n")
    assert refused.value.faults[0].args == {"key": "quantification.bonus.haed", "nearest": "quantification.bonus.head"}


@pytest.mark.parametrize(
    "text",
    [
        "[exam]\nweights" + ".a" * 3000 + " = 1",
        "a" + ".b" * 3000 + " = 1",
        "clerks.retain = " + "9" * 5000,
        "[exam.weights]\na = '" + "9" * 100 + "'",
        "[exam.weights]\na = [1]\nb = {c = 1}\nd = 2020-01-01",
        "[institution]\ncomposition = [1, {attribute = 'age', below = 1e5}]",
        "\ufeffname = 5",
    ],
)
def test_nothing_in_a_rulebook_brings_the_program_down(tmp_path, text):
    with pytest.raises(InvalidInput) as refused:
        read(tmp_path, text)
    assert refused.value.faults


def test_a_file_in_another_encoding_is_refused(tmp_path):
    path = tmp_path / "rulebook.toml"
    path.write_bytes("[clerks]\nname = '本局'".encode("gb18030"))
    with pytest.raises(InvalidInput) as refused:
        read_rulebook(path)
    assert [(fault.code, fault.row) for fault in refused.value.faults] == [("rulebook_encoding", 2)]


def test_a_missing_rulebook_is_named(tmp_path):
    with pytest.raises(InvalidInput) as refused:
        read_rulebook(tmp_path / "no.toml")
    assert [fault.code for fault in refused.value.faults] == ["path_missing"]


def test_the_rulebook_of_a_case_folder_is_found(tmp_path):
    assert find_rulebook(tmp_path) is None
    assert find_rulebook(tmp_path / "case.json") is None
    (tmp_path / "rulebook.toml").write_text("", encoding="utf-8")
    assert find_rulebook(tmp_path) == tmp_path / "rulebook.toml"
    assert find_rulebook(tmp_path / "rulebook.toml") is None
