"""What makes no paper: results without a decision, characters nobody can print, nothing to tell, foreign outcomes."""

import json

import pytest

from allocator.cli import main
from allocator.competition.files import write_case
from allocator.competition.papers import KINDS, TABLE, Options, material, notice_files, write_notice
from allocator.faults import InvalidInput
from scenarios import embedded
from tests.competition.builders import bureau as small_bureau
from tests.papers.making import HOSTILE, decisions_of, grounds_of, renamed
from tests.papers.reading import docx_text, pdf_text

RESULTS = [kind for kind in KINDS if TABLE[kind].result]


@pytest.fixture(scope="module")
def case_file(tmp_path_factory):
    path = tmp_path_factory.mktemp("case") / "case.json"
    write_case(embedded(), path)
    return path


def codes(raised):
    return [fault.code for fault in raised.value.faults]


@pytest.mark.parametrize("kind", RESULTS)
def test_a_result_needs_the_recorded_decision(kind, proposed, case_file, tmp_path, capsys):
    """Protects the party group's right to decide: no result is published on a proposal's word, and nothing is left."""
    with pytest.raises(InvalidInput) as raised:
        material(kind, proposed, Options(), "zh")
    assert codes(raised) == ["notice_undecided"]
    assert main(["notice", kind, str(case_file), "-o", str(tmp_path / "out"), "--lang", "zh"]) == 3
    told = capsys.readouterr().err
    assert "须有党组决定记录" in told and "--draft" in told and "Traceback" not in told
    assert not (tmp_path / "out").exists()


def test_chiefs_decided_do_not_decide_the_staff(decided):
    """Protects institution staff: their stage is decided by decisions on their stage only."""
    from dataclasses import replace

    chiefs = replace(decided, decided=tuple(one for one in decided.decided if one.role == "chief"))
    with pytest.raises(InvalidInput) as raised:
        material("returning", chiefs, Options(), "zh")
    assert codes(raised) == ["notice_undecided"]
    rows = material("placements", chiefs, Options(), "zh")["placements"]["rows"]
    settled = {row["clerks"] for row in rows} | {row["institution"] for row in rows}
    assert "待定" in settled and {row["chief"] for row in rows}.isdisjoint({"待定"})


def test_an_outcome_is_no_decision(case_file, tmp_path, capsys):
    """Protects against a proposal passed off as a decision."""
    assert main(["solve", str(case_file), "--method", "rules", "-o", str(tmp_path / "solved")]) == 0
    outcome = str(tmp_path / "solved" / "outcome.json")
    command = ["notice", "placements", str(case_file), "-o", str(tmp_path / "out"), "--given", outcome, "--json"]
    capsys.readouterr()
    assert main([*command, "--lang", "en"]) == 3
    assert [one["code"] for one in json.loads(capsys.readouterr().out)["faults"]] == ["notice_not_a_decision"]
    assert main([*command, "--draft", "--form", "docx"]) == 0
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["placements.docx"]


def test_a_spoiled_outcome_makes_no_paper(case_file, tmp_path):
    """Protects from papers on an outcome that somebody has changed: it is verified first."""
    assert main(["solve", str(case_file), "--method", "rules", "-o", str(tmp_path / "solved")]) == 0
    path = tmp_path / "solved" / "outcome.json"
    outcome = json.loads(path.read_text(encoding="utf-8"))
    chiefs = [one for one in outcome["placements"] if one["role"] == "chief" and one["basis"] == "filed"]
    chiefs[0]["person_id"], chiefs[1]["person_id"] = chiefs[1]["person_id"], chiefs[0]["person_id"]
    path.write_text(json.dumps(outcome), encoding="utf-8")
    command = ["notice", "placements", str(case_file), "-o", str(tmp_path / "out"), "--outcome", str(path), "--draft"]
    assert main(command) == 6
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("where", ["given", "case"])
def test_recorded_decisions_are_found(where, case_file, tmp_path, proposed, capsys):
    """Protects the officer's work: a table of decisions counts wherever it is recorded, named or in the case."""
    decisions = decisions_of(proposed.run)
    recorded = tmp_path / "decided.json"
    write_case(embedded().model_copy(update={"decisions": decisions}), recorded)
    case, more = (case_file, ["--given", str(recorded)]) if where == "given" else (recorded, [])
    command = ["notice", "returning", str(case), "-o", str(tmp_path / "out"), "--form", "docx", *more, "--json"]
    assert main(command) == 0
    assert json.loads(capsys.readouterr().out) == {"kind": "returning", "files": ["returning.docx"]}
    assert "青自然资党" in docx_text((tmp_path / "out" / "returning.docx").read_bytes())


def test_the_chinese_names_of_kinds_are_known(case_file, tmp_path, capsys):
    assert main(["notice", "满意度测评结果", str(case_file), "-o", str(tmp_path), "--form", "docx"]) == 0
    assert [path.name for path in tmp_path.iterdir()] == ["satisfaction.docx"]
    assert main(["notice", "something", str(case_file), "-o", str(tmp_path)]) == 2
    assert main(["notice", "satisfaction", str(case_file), "-o", str(tmp_path), "--person", "001"]) == 2
    assert main(["notice", "satisfaction", str(case_file), "-o", str(tmp_path), "--issued", "1.7.2024"]) == 2
    assert main(["notice", "personal-slip", str(case_file), "-o", str(tmp_path), "--person", "nobody"]) == 3
    assert "Traceback" not in capsys.readouterr().err


def test_a_character_the_font_cannot_draw_is_named_with_its_person(tmp_path):
    """Protects people with rare characters in their names: told at once, never printed as a box."""
    grounds = grounds_of(renamed(embedded(), {"001": "余\U000323af勇"}))
    with pytest.raises(InvalidInput) as raised:
        write_notice("satisfaction", grounds, tmp_path / "out", "zh")
    (fault,) = raised.value.faults
    assert (fault.code, fault.table, fault.column) == ("notice_glyph", "people", "name")
    assert fault.args["character"] == "\U000323af" and fault.args["codepoint"] == "U+323AF"
    assert "001" in str(fault.args["who"])
    assert not (tmp_path / "out").exists()
    files = notice_files("satisfaction", grounds, "zh", Options(), form="docx")
    assert "余\U000323af勇" in docx_text(files["satisfaction.docx"])


@pytest.mark.parametrize("table", ["people", "sections", "decisions"])
def test_the_row_of_an_undrawn_character_is_named(table, proposed, tmp_path, capsys):
    """Protects the officer's time: the fault leads to the row of the file, counted as the file counts it."""
    rare = "\U000323af"
    case = embedded().model_copy(update={"decisions": decisions_of(proposed.run)})
    column = {"people": "name", "sections": "name", "decisions": "document"}[table]
    rows = list(getattr(case, table))
    rows[3] = rows[3].model_copy(update={column: f"甲{rare}乙"})
    write_case(case.model_copy(update={table: tuple(rows)}), tmp_path / "case")
    kind = "placements" if table == "decisions" else "quantification"
    command = ["notice", kind, str(tmp_path / "case"), "-o", str(tmp_path / "out")]
    assert main([*command, "--json"]) == 3
    (fault,) = json.loads(capsys.readouterr().out)["faults"]
    lines = (tmp_path / "case" / f"{table}.csv").read_text(encoding="utf-8-sig").splitlines()
    assert rare in lines[fault["row"] - 1]
    assert (fault["code"], fault["table"], fault["column"]) == ("notice_glyph", table, column)
    assert main([*command, "--lang", "en"]) == 3
    assert f"  {table}  {fault['row']}  {column}  甲{rare}乙" in capsys.readouterr().err


@pytest.mark.parametrize("mark", ["\u202e", "\u200b", "\u00ad", "\u3164", "\u2800", "\uffa0", "\ufeff"])
def test_a_character_nobody_sees_is_refused_in_both_forms(mark):
    """Protects readers from names that turn the line round, or hide letters, or hold letters that show nothing."""
    grounds = grounds_of(renamed(embedded(), {"001": f"余{mark}进勇"}))
    for form in ("docx", "pdf"):
        with pytest.raises(InvalidInput) as raised:
            notice_files("satisfaction", grounds, "zh", Options(), form=form)
        assert codes(raised) == ["notice_control"]
        assert f"U+{ord(mark):04X}" in str(raised.value.faults[0].args["codepoint"])


@pytest.mark.parametrize("kind", ["satisfaction", "placements", "personal-slip", "filing-forms"])
def test_a_name_that_is_markup_survives_as_it_is(kind):
    """Protects against injection through names: XML, templates, their library's own marks and typst."""
    grounds = grounds_of(renamed(embedded(), {"001": HOSTILE, "002": HOSTILE}), decided=True)
    person = {"personal-slip": "001", "filing-forms": "002"}.get(kind)
    files = notice_files(kind, grounds, "zh", Options(person_id=person))
    for name, content in files.items():
        text = docx_text(content) if name.endswith("docx") else pdf_text(content)
        assert HOSTILE.replace(" ", "") in text
        assert "49" not in text.replace("849", "") or kind != "placements"


def test_an_id_names_no_folder(tmp_path):
    """Protects the disk: an id with a path in it becomes part of a file name."""
    from dataclasses import replace

    case = embedded()
    ids = {"001": "../../etc/张"}
    text = case.model_dump_json().replace('"001"', json.dumps(ids["001"]))
    grounds = replace(grounds_of(type(case).model_validate_json(text)))
    (path,) = write_notice("personal-slip", grounds, tmp_path / "out", "zh", form="docx", person_id=ids["001"])
    assert path.name == "personal-slip-%2E%2E%2F%2E%2E%2Fetc%2F张.docx"
    assert [one.parent for one in tmp_path.rglob("*.docx")] == [tmp_path / "out"]


def test_a_paper_about_nobody_is_not_made():
    from allocator.competition.papers import Grounds
    from allocator.competition.scoring import score

    empty = Grounds(score(small_bureau(people=["a"], sections={"s": 2})))
    for kind in ("filing-round", "satisfaction", "candidates", "quantification", "composite"):
        with pytest.raises(InvalidInput) as raised:
            material(kind, empty, Options(), "zh")
        assert codes(raised) == ["notice_nothing"]
