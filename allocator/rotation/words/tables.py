"""The headings of every table of the exchange and rotation and the words for its codes, in Chinese and English.

These are the words files are written with and read by, so a heading here is part of the format.
"""

from collections.abc import Mapping

from allocator.words._entry import Entry
from allocator.words.tables import CASE_HEADINGS, CASE_TABLE, EXERCISE_KEY, SHARED_WORDS, entries_of

_PERSON = "人员编号"
_DECIDED = {"reason": "理由", "authority": "决定机关"}

HEADINGS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "case": (CASE_TABLE[1], CASE_HEADINGS),
    "units": ("单位", {"unit_id": "单位编号", "name": "单位名称"}),
    "posts": (
        "岗位",
        {
            "post_id": "岗位编号",
            "unit_id": "单位编号",
            "name": "岗位名称",
            "level": "层级",
            "kind": "类别",
            "seats": "职数",
            "requires": "专业要求",
        },
    ),
    "officers": (
        "人员",
        {
            "person_id": _PERSON,
            "name": "姓名",
            "post_id": "现岗位",
            "post_since": "任现岗位时间",
            "unit_since": "到现单位时间",
            "managed": "局管",
            "reserve": "后备",
            "young": "优秀年轻",
            "volunteer": "自愿申请",
            "consent": "单位同意",
            "specialty": "专业",
            "gender": "性别",
            "birth": "出生年月",
            "education": "学历",
        },
    ),
    "service": ("任职经历", {"person_id": _PERSON, "unit_id": "单位编号", "from": "起", "to": "止"}),
    "exemptions": ("免予交流轮岗", {"person_id": _PERSON, "article": "条款", **_DECIDED}),
    "nominations": ("提名", {"person_id": _PERSON, "article": "条款", **_DECIDED}),
    "avoidances": ("回避", {"person_a": "人员甲", "person_b": "人员乙", "relation": "关系"}),
    "pins": ("指定", {"person_id": _PERSON, "post_id": "岗位编号", "mode": "方式", **_DECIDED}),
    "wishes": ("意向", {"person_id": _PERSON, "choice": "志愿序号", "post_id": "岗位编号"}),
    "opinions": (
        "单位意见",
        {"unit_id": "单位编号", "person_id": _PERSON, "opinion": "意见", "reason": "理由"},
    ),
}
"""For each table its Chinese name and the Chinese heading of each of its columns, in the order they are written."""

ALSO_KNOWN: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("officers", "post_id"): ("岗位编号",),
    ("wishes", "post_id"): ("意向岗位",),
    ("posts", "unit_id"): ("所属单位",),
    ("opinions", "opinion"): ("单位意见",),
}
"""Further headings a column may stand under."""

CASE_KEYS: Mapping[str, str] = {
    EXERCISE_KEY[0]: EXERCISE_KEY[1],
    "name": "方案名称",
    "reference_date": "基准日期",
    "lottery_seed": "抽签种子",
    "exchange_quota": "交流名额",
}
"""The Chinese name of each row of the table ``case``."""

ARTICLES: Mapping[str, str] = {
    f"{number}-{item}": f"第{chinese}条（{'一二三四五六'[item - 1]}）"
    for number, chinese, items in ((7, "七", (6,)), (8, "八", (1, 2, 3, 4)), (9, "九", (3,)), (10, "十", (1, 2, 3, 4)))
    for item in items
}
"""The words for the articles that tables name; a spreadsheet takes the bare numbers for dates."""

WORDS: Mapping[str, Mapping[str, str]] = {
    **SHARED_WORDS,
    "level": {"head": "正职", "deputy": "副职", "staff": "一般"},
    "kind": {
        "discipline": "执纪执法",
        "personnel": "组织人事",
        "finance": "财务审计",
        "approval": "项目审批",
        "funds": "资金管理",
        "logistics": "行政后勤",
        "general": "一般",
    },
    "opinion": {"agree": "同意", "object": "不同意"},
    "article": ARTICLES,
}
"""For each kind of code the Chinese word of each code."""

ENTRIES: dict[str, Entry] = entries_of(HEADINGS, CASE_KEYS, WORDS)
