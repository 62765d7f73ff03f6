"""The template: every column with its note, drop-downs for codes, an example row that is not read."""

import re
import zipfile

import pytest

from allocator.competition.files import read_case, write_template
from allocator.competition.words.tables import HEADINGS, WORDS
from allocator.faults import InvalidInput
from models.competition.case import ROW_TYPES
from models.competition.rulebook import Rulebook
from tests.files.reading import codes

TO_FILL = [("cell_empty", "case", 3, "name"), ("cell_empty", "case", 4, "reference_date")]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", ["填报", "填报.xlsx"])
def test_an_unfilled_template_lacks_only_what_must_be_filled(tmp_path, name, lang):
    """Every heading is known, the guide and the example rows are passed over."""
    write_template(tmp_path / name, lang)
    draft = read_case(tmp_path / name, Rulebook())
    assert codes(draft) == TO_FILL
    assert draft.notices == ()
    assert draft.present == set(ROW_TYPES)
    assert not any(draft.rows.values())


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_example_rows_would_be_sound(tmp_path, lang):
    """An officer may copy the example: without its mark each example row reads well."""
    write_template(tmp_path / "t", lang)
    for file in (tmp_path / "t").glob("*.csv"):
        text = file.read_text(encoding="utf-8-sig")
        file.write_text(text.replace("【示例】", "").replace("[EXAMPLE]", ""), encoding="utf-8")
    (tmp_path / "t" / ("方案.csv" if lang == "zh" else "case.csv")).write_text(
        "key,value\nname,x\nreference_date,2024-07\n", encoding="utf-8"
    )
    draft = read_case(tmp_path / "t", Rulebook())
    assert draft.faults == draft.notices == ()
    assert {table: len(rows) for table, rows in draft.rows.items()} == dict.fromkeys(ROW_TYPES, 1)


def test_a_filled_in_workbook_is_read(tmp_path):
    """Values typed beneath the example row come back; nothing of the template gets in the way."""
    import python_calamine

    write_template(tmp_path / "t.xlsx", "zh")
    book = python_calamine.load_workbook(str(tmp_path / "t.xlsx"))
    assert book.sheet_names == ["填表说明", *(name for name, _ in HEADINGS.values())]
    people = book.get_sheet_by_name("人员").to_python()
    assert people[0] == list(HEADINGS["people"][1].values())
    assert people[1][0] == "【示例】P001"


def test_the_workbook_helps_to_fill_it_in(tmp_path):
    """A note on each heading, drop-downs for codes and yes/no, ids and dates as text, headings that stay in view."""
    write_template(tmp_path / "t.xlsx", "zh")
    with zipfile.ZipFile(tmp_path / "t.xlsx") as parts:
        notes = sum(parts.read(n).count(b"<comment ") for n in parts.namelist() if n.startswith("xl/comments"))
        people = parts.read("xl/worksheets/sheet4.xml").decode()
        styles = parts.read("xl/styles.xml").decode()
    assert notes == sum(len(columns) for _, columns in HEADINGS.values())
    lists = re.findall(r"<formula1>\"([^<]*)\"</formula1>", people)
    assert [text.split(",") for text in lists] == [
        list(WORDS[kind].values())
        for kind in ("staffing", "rank", "yes_no", "yes_no", "bid", "yes_no", "review", "yes_no", "gender", "education")
    ]
    assert 'state="frozen"' in people and 'ySplit="1"' in people
    text_styles = [i for i, x in enumerate(re.findall(r"<xf [^>]*xfId[^>]*>", styles)) if 'numFmtId="49"' in x]
    first = re.search(r'<col min="1" max="1" [^>]*style="([0-9]+)"', people)
    assert first is not None and int(first[1]) in text_styles


def test_the_same_template_has_the_same_bytes(tmp_path):
    write_template(tmp_path / "a.xlsx", "zh")
    write_template(tmp_path / "b.xlsx", "zh")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_a_template_is_a_folder_or_a_workbook(tmp_path):
    with pytest.raises(InvalidInput) as refused:
        write_template(tmp_path / "t.json", "zh")
    assert [fault.code for fault in refused.value.faults] == ["target_format"]
