"""Cases of exchange and rotation in and out of every form of file."""

import csv
import random

import pytest

from allocator.rotation.check import check
from allocator.rotation.files import read_case, read_rulebook, write_case, write_template
from models.common.canonical import sha256
from models.rotation.rulebook import RotationRulebook
from tests.rotation.build import roster_of
from tests.rotation.reference import draws


def read(path):
    found = check(read_case(path), RotationRulebook())
    assert found.faults == ()
    return found


@pytest.mark.parametrize("name", ["case", "case.xlsx", "case.json"])
@pytest.mark.parametrize("index", range(12))
def test_a_case_written_and_read_again_is_the_same_case(tmp_path, index, name):
    """Protects the hash of a case: folder, workbook and JSON say the same, nothing is lost."""
    case = roster_of(draws.make(index)).case
    write_case(case, tmp_path / name)
    again = read(tmp_path / name)
    assert again.case == case
    assert sha256(again.case) == sha256(case)


@pytest.mark.parametrize("index", range(6))
def test_the_order_of_rows_never_matters(tmp_path, index):
    """Protects the same bytes for the same case: rows mixed up give the same hash and the same draw."""
    case = roster_of(draws.make(index)).case
    write_case(case, tmp_path / "case")
    for file in (tmp_path / "case").glob("*.csv"):
        with file.open(encoding="utf-8-sig", newline="") as source:
            heading, *rows = csv.reader(source)
        random.Random(index).shuffle(rows)
        with file.open("w", encoding="utf-8", newline="") as sink:
            csv.writer(sink).writerows([heading, *rows])
    again = read(tmp_path / "case")
    assert sha256(again.case) == sha256(case)
    assert again.roster.lottery == roster_of(draws.make(index)).lottery


@pytest.mark.parametrize("name", ["t", "t.xlsx"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_unfilled_template_lacks_only_what_must_be_filled(tmp_path, name, lang):
    """Protects whoever starts from the template: its headings, exercise and example rows are read without a fault."""
    write_template(tmp_path / name, lang)
    found = check(read_case(tmp_path / name), RotationRulebook())
    assert [(f.code, f.table, f.column) for f in found.faults] == [
        ("cell_empty", "case", "name"),
        ("cell_empty", "case", "reference_date"),
        ("table_without_rows", "officers", "person_id"),
        ("table_without_rows", "posts", "post_id"),
        ("table_without_rows", "units", "unit_id"),
    ]


def test_wishes_may_stand_in_columns_of_choices(tmp_path):
    """An officer's own sheet with one column a choice gives the same wishes."""
    case = roster_of(draws.make(0)).case
    write_case(case, tmp_path / "case")
    person, *_ = case.officers
    posts = [post.post_id for post in case.posts if post.post_id != person.post_id][:2]
    rows = [["人员编号", "第一志愿", "第二志愿"], [person.person_id, *posts]]
    with (tmp_path / "case" / "wishes.csv").open("w", encoding="utf-8", newline="") as sink:
        csv.writer(sink).writerows(rows)
    found = check(read_case(tmp_path / "case"), RotationRulebook())
    assert found.faults == ()
    wishes = [(w.person_id, w.choice, w.post_id) for w in found.case.wishes]
    assert wishes == [(person.person_id, number, post) for number, post in enumerate(posts, start=1)]


def test_a_rulebook_says_only_what_differs(tmp_path):
    """Protects a bureau's own numbers: they replace the built-in ones, all others stay."""
    book = tmp_path / "rulebook.toml"
    book.write_text('name = "ours"\n[tenure]\nhead_years = 6\n[continuity]\nexchange_share = "1/4"\n', encoding="utf-8")
    found, built_in = read_rulebook(book), RotationRulebook()
    assert (found.name, found.tenure.head_years, str(found.continuity.exchange_share)) == ("ours", 6, "1/4")
    assert found.tenure.deputy_years == built_in.tenure.deputy_years
    assert found.objective == built_in.objective


def test_the_words_for_articles_are_plain():
    """Protects the list of readings from noise: a word of the format is read as it stands, full-width marks too."""
    from scenarios.rotation import embedded_folder

    draft = read_case(embedded_folder())
    assert check(draft, RotationRulebook()).faults == ()
    assert draft.readings == ()
