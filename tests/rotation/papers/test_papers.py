"""Every kind of paper of exchange and rotation on the embedded bureau, in both forms and languages."""

import pytest

from allocator.cli import main
from allocator.papers.word import BUILT_IN
from allocator.rotation.papers import KINDS, TABLE, Options, material, notice_files
from allocator.rotation.papers.kinds import kind_named
from allocator.rotation.planning import plan
from allocator.rotation.report import Findings
from allocator.rotation.roster import Roster
from models.common.outcome import Draw
from models.rotation.rulebook import RotationRulebook
from scenarios.rotation import embedded, embedded_folder
from tests.papers.reading import blank_glyphs, docx_text, pdf_text


@pytest.fixture(scope="module")
def findings():
    case = embedded()
    roster = Roster(case, RotationRulebook(), Draw(seed=case.case.lottery_seed, source="case"))
    return Findings(roster, plan(roster, "optimal").outcome)


def expected(kind, findings):
    """The ids of everybody whose name a kind must show, from the outcome and the case alone."""
    moves, post = findings.outcome.moves, {one.post_id: one for one in findings.roster.case.posts}
    if kind == "audit":
        return {m.person_id for m in moves if post[m.from_post].level != "staff"}
    if kind == "summary":
        return {one.person_id for one in findings.outcome.unmet if one.duty == "must"}
    return {m.person_id for m in moves}


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "personal-notice"])
def test_every_name_stands_in_both_forms(findings, kind, lang):
    """Protects people from being left off a paper, or printed as blank boxes; each says that it is a proposal."""
    files = notice_files(kind, findings, lang, Options())
    written, drawn = docx_text(files[f"{kind}.docx"]), pdf_text(files[f"{kind}.pdf"])
    labels = findings.labels(lang)
    names = {person: labels.person(person) for person in expected(kind, findings)}
    for text in (written, drawn):
        assert {p for p, name in names.items() if name.replace(" ", "") not in text.replace(" ", "")} == set()
        assert "方案" in text or "Proposal" in text
        assert "{{" not in text and "{%" not in text
    assert blank_glyphs(files[f"{kind}.pdf"]) == set()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_personal_notice_for_each_who_moves_and_nobody_else(findings, lang):
    """Protects privacy: a notice is one person's, and names besides only those next in the handover."""
    papers = material("personal-notice", findings, Options(), lang)
    labels = findings.labels(lang)
    moves = {move.person_id: move for move in findings.outcome.moves}
    assert set(papers) == {f"personal-notice-{person}" for person in moves}
    for person, move in moves.items():
        (sheet,) = papers[f"personal-notice-{person}"]["sheets"]
        near = [m for m in moves.values() if m.chain == move.chain and abs(m.step - move.step) <= 1]
        assert sheet["name"] == labels.person(person)
        assert sheet["to"] == labels.post(move.to_post)
        assert {row["name"] for row in sheet["rows"]} == {labels.person(m.person_id) for m in near}


def test_the_handover_says_whose_seat_is_taken(findings):
    """Protects both sides of a handover: the seat is the one that its holder leaves for the post named, or is free."""
    rows = material("handover", findings, Options(), "zh")["handover"]["rows"]
    labels = findings.labels("zh")
    ordered = sorted(findings.outcome.moves, key=lambda move: (move.chain, move.step))
    by_name = {labels.person(m.person_id): m for m in ordered}
    for move, row in zip(ordered, rows, strict=True):
        assert (row["name"], row["takes"]) == (labels.person(move.person_id), labels.post(move.to_post))
        if row["from_whom"] != "空缺":
            assert by_name[row["from_whom"]].from_post == move.to_post


def test_the_built_in_templates_are_as_drawn(tmp_path):
    """Protects the editable templates from drifting from the kinds; ``python -m allocator.rotation.papers.drawn``."""
    from allocator.papers.drawing import draw_all

    for path in draw_all(tmp_path, TABLE.values()):
        assert path.read_bytes() == (BUILT_IN / path.name).read_bytes(), path.name


@pytest.mark.parametrize("name", ["plan", "方案", "谈话名单", "交接清单", "离任审计", "个人通知", "总结", "handover"])
def test_a_kind_by_what_it_is_called(name):
    assert kind_named(name) is not None


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["notice", "placements"], 2), (["notice", "plan", "--period", "5"], 2), (["notice", "plan", "--person", "x"], 2)],
)
def test_what_makes_no_sense_is_refused(tmp_path, arguments, code):
    verb, kind, *options = arguments
    assert main([verb, kind, str(embedded_folder()), "-o", str(tmp_path / "n"), *options]) == code
    assert not (tmp_path / "n").exists()
