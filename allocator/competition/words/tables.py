"""The headings of every table of the competition and the words for its codes, in Chinese and English.

These are the words files are written with and read by, so a heading here is part of the format.
"""

from collections.abc import Mapping

from allocator.words._entry import Entry
from allocator.words.tables import CASE_HEADINGS, CASE_TABLE, SHARED_WORDS, entries_of

HEADINGS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "case": (CASE_TABLE[1], CASE_HEADINGS),
    "sections": (
        "科室",
        {"section_id": "科室编号", "name": "科室名称", "headcount": "核定岗位数", "retain": "留用上限"},
    ),
    "people": (
        "人员",
        {
            "person_id": "人员编号",
            "name": "姓名",
            "staffing": "编制",
            "section_id": "现科室",
            "rank": "职级",
            "rank_since": "任职时间",
            "chief": "原任科长",
            "fixed": "不轮岗",
            "bid": "竞争意向",
            "cleared": "拟任人选",
            "review": "资格审查",
            "consent": "单位同意",
            "specialty": "专业特长",
            "proficiency": "业务熟练程度",
            "gender": "性别",
            "birth": "出生年月",
            "education": "学历",
            "home_unit": "编制单位",
        },
    ),
    "exams": (
        "考试",
        {"person_id": "人员编号", "aptitude": "行测", "essay": "申论", "knowledge": "公共基础知识"},
    ),
    "appraisals": (
        "民主测评",
        {
            "person_id": "人员编号",
            "virtue": "德",
            "ability": "能",
            "diligence": "勤",
            "results": "绩",
            "integrity": "廉",
        },
    ),
    "reviews": ("年度考核", {"person_id": "人员编号", "year": "年度", "score": "分数"}),
    "satisfaction": (
        "满意度测评",
        {"person_id": "人员编号", "satisfied": "满意", "basic": "基本满意", "dissatisfied": "不满意"},
    ),
    "applications": (
        "报岗",
        {"person_id": "人员编号", "round": "轮次", "choice": "志愿序号", "section_id": "申报科室"},
    ),
    "speeches": ("竞岗演讲", {"person_id": "人员编号", "judge": "评委", "score": "得分"}),
    "attendance": ("参会人数", {"group": "类别", "present": "实到人数"}),
    "ballots": (
        "定岗推荐",
        {"person_id": "人员编号", "section_id": "推荐科室", "group": "类别", "votes": "得票"},
    ),
    "clerk_applications": ("科员报岗", {"person_id": "人员编号", "round": "轮次", "section_id": "申报科室"}),
    "picks": (
        "科长选人",
        {"section_id": "科室编号", "person_id": "人员编号", "order": "顺序", "chief_id": "选人科长"},
    ),
    "avoidances": ("回避", {"person_a": "人员甲", "person_b": "人员乙", "relation": "关系"}),
    "pins": (
        "指定",
        {
            "person_id": "人员编号",
            "section_id": "科室编号",
            "role": "岗位",
            "mode": "方式",
            "reason": "理由",
            "authority": "决定机关",
        },
    ),
    "decisions": (
        "决定",
        {
            "person_id": "人员编号",
            "section_id": "科室编号",
            "role": "岗位",
            "authority": "决定机关",
            "date": "决定日期",
            "document": "文号",
        },
    ),
}
"""For each table its Chinese name and the Chinese heading of each of its columns, in the order they are written."""

ALSO_KNOWN: Mapping[tuple[str, str], tuple[str, ...]] = {
    (table, column): tuple(
        name for name in {"section_id": ("科室编号",), "score": ("分数", "得分")}.get(column, ()) if name != heading
    )
    for table, (_, columns) in HEADINGS.items()
    for column, heading in columns.items()
    if column in ("section_id", "score")
}
"""Further headings a column may stand under."""

CASE_KEYS: Mapping[str, str] = {"name": "方案名称", "reference_date": "基准日期", "lottery_seed": "抽签种子"}
"""The Chinese name of each row of the table ``case``."""

WORDS: Mapping[str, Mapping[str, str]] = {
    **SHARED_WORDS,
    "staffing": {"administrative": "行政", "institution": "事业", "contract": "聘用"},
    "rank": {
        "head": "正科实职",
        "head_nominal": "正科虚职",
        "deputy": "副科实职",
        "deputy_nominal": "副科虚职",
        "staff": "科员",
    },
    "bid": {"compete": "竞争", "withdraw": "放弃"},
    "review": {"pass": "合格", "fail": "不合格"},
    "group": {
        "leaders": "局领导",
        "staff": "其他行政编制人员",
        "institutions": "事业单位负责人",
        "counties": "县市区局长",
    },
    "role": {"chief": "科长", "clerk": "科员", "institution": "事业"},
}
"""For each kind of code the Chinese word of each code."""

ENTRIES: dict[str, Entry] = entries_of(HEADINGS, CASE_KEYS, WORDS)
