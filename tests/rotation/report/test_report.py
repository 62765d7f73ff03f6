"""The report and the workbook: what they show is what the outcome and the case say."""

import io
import json
import re

import pytest
from python_calamine import CalamineWorkbook

from allocator.cli import main
from allocator.rotation.compare import compare
from allocator.rotation.compare.comparison import plan_of
from allocator.rotation.planning import plan
from allocator.rotation.report import Findings, folder_files, sheets
from allocator.rotation.roster import Roster
from allocator.rotation.summary import summary
from models.common.outcome import Draw
from models.rotation.rulebook import RotationRulebook
from scenarios.rotation import embedded, embedded_folder


@pytest.fixture(scope="module")
def findings():
    case = embedded()
    roster = Roster(case, RotationRulebook(), Draw(seed=case.case.lottery_seed, source="case"))
    made = compare(roster, plan(roster, "rules"), plan(roster, "optimal"))
    return Findings(roster, made.optimal.outcome, made)


def rows_of(findings, name, lang="en"):
    return next(one for one in sheets(findings, lang) if one.name == name)


def test_every_move_stands_once_in_the_order_of_handover(findings):
    """Protects the plan on paper: nobody is left off, and the order is that of the outcome."""
    table = rows_of(findings, "plan (optimum)")
    assert [(row[0], row[1], row[2]) for row in table.rows] == [
        (move.chain, move.step, move.person_id)
        for move in sorted(findings.outcome.moves, key=lambda move: (move.chain, move.step))
    ]


def test_everybody_who_is_due_is_on_the_list_with_what_becomes_of_it(findings):
    table = rows_of(findings, "due list")
    open_ = {one.person_id for one in findings.outcome.unmet}
    told = {row[0]: row[-1] for row in table.rows}
    assert {person for person, mark in told.items() if mark == "not met"} == open_
    due = {m.person_id for m in findings.outcome.moves if m.duty not in ("none",)} | open_
    assert due <= told.keys()


def test_the_summary_counts_what_the_plan_does(findings):
    """Protects the figures of the summary: worked out here from the outcome and the tables alone."""
    made, case, outcome = findings.summary, findings.roster.case, findings.outcome
    after = plan_of(findings.roster, outcome)
    post = {one.post_id: one for one in case.posts}
    moved = {move.person_id for move in outcome.moves}
    assert (made.people, made.moved) == (len(case.officers), len(moved))
    sensitive = [o for o in case.officers if post[after[o.person_id]].kind != "general" and o.person_id not in moved]
    day = case.case.reference_date
    beyond = {
        o.person_id
        for o in sensitive
        if (day.year - o.post_since.year) * 12 + day.month - o.post_since.month - (day.day < o.post_since.day) >= 60
    }
    assert set(made.after.sensitive_beyond) == beyond
    for unit, (came, left, inside) in made.moves_of_unit.items():
        own = [m for m in outcome.moves if post[m.from_post].unit_id == unit]
        assert left == sum(m.kind == "exchange" for m in own)
        assert inside == sum(m.kind == "rotation" for m in own)
        assert came == sum(m.kind == "exchange" and post[m.to_post].unit_id == unit for m in outcome.moves)
    assert made.handovers.chains + made.handovers.cycles == max(m.chain for m in outcome.moves)
    assert summary(findings.roster, outcome) == made


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_both_papers_are_whole_and_the_same_each_time(findings, lang):
    """Protects the reader of either language, and whoever compares two runs by their bytes."""
    files = folder_files(findings, lang)
    assert files == folder_files(findings, lang)
    page = files["report.html"].decode()
    assert "<script" not in page
    assert "rotation." not in re.sub(r"<style>.*?</style>", "", page, flags=re.S).replace("exchange-rotation", "")
    book = CalamineWorkbook.from_filelike(io.BytesIO(files["result.xlsx"]))
    assert len(book.sheet_names) == len(sheets(findings, lang)) + 1


def test_the_picture_shows_every_mover(findings):
    """Protects people from being left out of the picture that everybody looks at."""
    page = folder_files(findings, "zh")["report.html"].decode()
    drawing = "".join(re.findall(r"<svg xmlns.*?</svg>", page, re.S))
    labels = findings.labels("zh")
    assert [m.person_id for m in findings.outcome.moves if labels.person(m.person_id) not in drawing] == []


def test_an_outcome_that_does_not_stand_becomes_no_paper(tmp_path, capsys):
    case = str(embedded_folder())
    assert main(["solve", case, "--method", "rules", "-o", str(tmp_path / "o"), "--json"]) == 0
    path = tmp_path / "o" / "outcome.json"
    told = json.loads(path.read_text(encoding="utf-8"))
    told["moves"] = told["moves"][1:]
    path.write_text(json.dumps(told), encoding="utf-8")
    capsys.readouterr()
    assert main(["report", case, "--outcome", str(path), "-o", str(tmp_path / "r")]) == 6
    assert not (tmp_path / "r").exists()
    assert main(["notice", "plan", case, "--outcome", str(path), "-o", str(tmp_path / "n")]) == 6
    assert not (tmp_path / "n").exists()
    assert main(["advance", case, str(path), "-o", str(tmp_path / "next")]) == 6
    assert not (tmp_path / "next").exists()
