"""Nothing but what a kind lists reaches a template, and nobody reads another's unpublished scores."""

import re

import pytest
from docxtpl import DocxTemplate

from allocator.competition.papers import KINDS, TABLE, Options, material, notice_files
from allocator.papers.layout import NotListed, whitelisted
from models.common.base import thousandths_text
from scenarios import embedded
from tests.papers.making import grounds_of, shown

SECRETS = ("specialty", "proficiency")


def test_a_field_that_is_not_listed_is_refused():
    """Protects privacy from a programmer's slip: the one table decides, for fields and for rows."""
    kind = TABLE["returning"]
    assert whitelisted(kind, {"title": "", "rows": [{"name": ""}]}) == {"title": "", "rows": [{"name": ""}]}
    with pytest.raises(NotListed, match="birth"):
        whitelisted(kind, {"birth": ""})
    with pytest.raises(NotListed, match="quantification"):
        whitelisted(kind, {"rows": [{"name": "", "quantification": ""}]})


@pytest.mark.parametrize("kind", KINDS)
def test_only_listed_fields_reach_the_template(kind, proposed, decided, monkeypatch):
    """Protects against templates that ask for more: what is handed over holds the listed fields and no more."""
    handed = []
    real = DocxTemplate.render
    monkeypatch.setattr(
        DocxTemplate,
        "render",
        lambda self, context, *rest, **named: handed.append(context) or real(self, context, *rest, **named),
    )
    grounds = decided if TABLE[kind].result else proposed
    person = "002" if TABLE[kind].persons and kind != "confirmation-institution" else None
    notice_files(kind, grounds, "zh", Options(person_id=person), form="docx")
    assert handed
    for context in handed:
        assert not TABLE[kind].sheets or set(context) == {"sheets"}
        for fields in context.get("sheets", [context]):
            assert set(fields) <= set(TABLE[kind].fields)
            assert {name for row in fields.get("rows", ()) for name in row} <= set(TABLE[kind].rows)


def test_unlisted_attributes_stand_on_no_paper():
    """Protects what is recorded for other ends: marked values of such fields are nowhere in any paper."""
    case = embedded()
    people = tuple(
        p.model_copy(update={"specialty": "秘甲", "proficiency": "秘乙", "home_unit": "秘丙"}) for p in case.people
    )
    avoidances = tuple(one.model_copy(update={"relation": "秘丁"}) for one in case.avoidances)
    speeches = tuple(one.model_copy(update={"judge": f"秘戊{one.judge}"}) for one in case.speeches)
    grounds = grounds_of(
        case.model_copy(update={"people": people, "avoidances": avoidances, "speeches": speeches}), decided=True
    )
    for kind in KINDS:
        found = set(re.findall("秘.", shown(material(kind, grounds, Options(), "zh"))))
        assert found == ({"秘丙"} if kind == "returning" else set())


@pytest.mark.parametrize(
    "kind", [kind for kind in KINDS if kind not in ("quantification", "composite", "personal-slip")]
)
def test_no_score_stands_on_a_paper_of_something_else(kind, decided):
    """Protects scores: three decimals stand only on the papers that publish them."""
    texts = shown(material(kind, decided, Options(), "zh"))
    assert re.findall(r"\d+\.\d{3}\b", texts) == []


def test_a_personal_slip_never_tells_anothers_unpublished_score(proposed):
    """Protects colleagues: of others a slip holds composites of admissible pairs at most, which are published."""
    scores = proposed.scores
    published = {thousandths_text(pair.composite) for pair in scores.pairs if pair.admissible}
    slips = material("personal-slip", proposed, Options(), "zh")
    assert len(slips) == len(scores.people)
    for person, own in scores.people.items():
        text = shown(slips[f"personal-slip-{person}"])
        mine = {thousandths_text(v) for v in (own.exam, own.appraisal, own.review, own.quantification, own.speech) if v}
        mine |= {thousandths_text(p.composite) for p in scores.pairs_of.get(person, ()) if p.composite}
        assert set(re.findall(r"\d+\.\d{3}\b", text)) <= mine | published
        assert mine - published <= set(re.findall(r"\d+\.\d{3}\b", text)) | published


def test_a_slip_says_where_why_and_how_to_object(proposed, decided):
    """Protects a person's right to understand and to object, before and after the decision."""
    before = shown(material("personal-slip", proposed, Options(person_id="001"), "zh"))
    after = shown(material("personal-slip", decided, Options(person_id="001"), "zh"))
    for text in (before, after):
        assert "信访科·科长" in text and "如何核对" in text and "如何提出异议" in text
    assert "岗位安排的理由：" in before and "提出岗位安排方案的理由：" in after
    assert "信访科·科长（方案）" in before and "尚未经党组决定" in before
    assert "（方案）" not in after and "依据局党组会议2024年7月2日决定" in after


def test_a_decision_that_differs_is_told_as_such(proposed):
    """Protects people from reasons that belong to another seat than the one decided."""
    from dataclasses import replace

    from models.competition.filings import Decision

    other = replace(proposed, decided=(Decision(person_id="001", section_id="K08", role="chief"),))
    text = shown(material("personal-slip", other, Options(person_id="001"), "zh"))
    assert "与原方案（信访科·科长）不同" in text and "依据局党组决定" in text


def test_returning_names_no_reason(decided):
    """Protects institution staff: whether somebody had no consent, failed the review or found no seat is not told."""
    paper = material("returning", decided, Options(), "zh")["returning"]
    reasons = {one.reason for one in decided.run.outcome.unplaced if one.track == "institution"}
    assert {"no_consent", "review_fail", "no_seat"} <= reasons
    assert "双向选择" not in shown(paper) and "审查" not in shown(paper) and "同意" not in shown(paper)


def test_a_required_retention_is_not_called_a_mutual_choice(proposed):
    """Protects who signs: where the rule keeps somebody, the slip says so, and names no round of choice."""
    sheets = material("confirmation-institution", proposed, Options(), "zh")["confirmation-institution"]["sheets"]
    people = proposed.scores.bureau.people
    kept = {people[m.person_id].name for m in proposed.run.standing.members if m.basis == "required"}
    assert kept
    for sheet in sheets:
        required = sheet["name"] in kept
        assert (sheet["round"] == "按规定留用") == required
        assert ("未留用原行政一般人员" in sheet["opening"][0]) == required
        assert ("意见一致" in sheet["opening"][0]) != required


def test_where_there_is_no_chief_the_acting_one_signs(proposed):
    """Protects the slip's use: a vacant chief post has nobody to sign as chief."""
    slips = material("confirmation-clerks", proposed, Options(), "zh")["confirmation-clerks"]["sheets"]
    slips += material("confirmation-institution", proposed, Options(), "zh")["confirmation-institution"]["sheets"]
    assert {"空缺"} < {slip["chief"] for slip in slips}
    for slip in slips:
        second = "主持工作人员签字" if slip["chief"] == "空缺" else "科长签字"
        assert [box["label"] for box in slip["signatures"]] == ["本人签字", second]


def test_no_slip_in_chinese_holds_english(proposed):
    """Protects readers of Chinese: reasons and articles are in their language, for everybody."""
    slips = material("personal-slip", proposed, Options(), "zh")
    assert re.findall(r"[A-Za-z]{2,}", shown([one["why"] for slip in slips.values() for one in slip["sheets"]])) == []
    assert "［交流轮岗办法7-5］" in shown(slips["personal-slip-004"])
