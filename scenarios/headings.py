"""The Chinese headings and words of the tables that the sample bureaus are kept in."""

from collections.abc import Mapping

INFO_FILE = "方案"
INFO = {"方案名称": "name", "基准日期": "reference_date", "抽签种子": "lottery_seed"}

FILES: Mapping[str, str] = {
    "sections": "科室",
    "people": "人员",
    "exams": "考试",
    "appraisals": "民主测评",
    "reviews": "年度考核",
    "satisfaction": "满意度测评",
    "applications": "报岗",
    "speeches": "竞岗演讲",
    "attendance": "参会人数",
    "ballots": "定岗推荐",
    "clerk_applications": "科员报岗",
    "picks": "科长选人",
    "avoidances": "回避",
    "pins": "指定",
}
"""The file of each table, without its suffix."""

COMMON = {
    "人员编号": "person_id",
    "科室编号": "section_id",
    "现科室": "section_id",
    "申报科室": "section_id",
    "推荐科室": "section_id",
    "轮次": "round",
    "类别": "group",
    "得分": "score",
    "分数": "score",
    "年度": "year",
    "核定岗位数": "headcount",
    "留用上限": "retain",
    "编制": "staffing",
    "职级": "rank",
    "任职时间": "rank_since",
    "原任科长": "chief",
    "不轮岗": "fixed",
    "竞争意向": "bid",
    "拟任人选": "cleared",
    "资格审查": "review",
    "单位同意": "consent",
    "专业特长": "specialty",
    "业务熟练程度": "proficiency",
    "性别": "gender",
    "出生年月": "birth",
    "学历": "education",
    "编制单位": "home_unit",
    "满意": "satisfied",
    "基本满意": "basic",
    "不满意": "dissatisfied",
    "志愿序号": "choice",
    "评委": "judge",
    "实到人数": "present",
    "得票": "votes",
    "顺序": "order",
    "选人科长": "chief_id",
    "人员甲": "person_a",
    "人员乙": "person_b",
    "关系": "relation",
    "岗位": "role",
    "方式": "mode",
    "理由": "reason",
    "决定机关": "authority",
    "姓名": "name",
    "科室名称": "name",
}
"""The field of each heading."""

MARKS: Mapping[str, Mapping[str, str]] = {
    "exams": {"行测": "aptitude", "申论": "essay", "公共基础知识": "knowledge"},
    "appraisals": {"德": "virtue", "能": "ability", "勤": "diligence", "绩": "results", "廉": "integrity"},
}
"""Headings that are one mark each."""

CODES: Mapping[str, Mapping[str, str]] = {
    "staffing": {"行政": "administrative", "事业": "institution", "聘用": "contract"},
    "rank": {
        "正科实职": "head",
        "正科虚职": "head_nominal",
        "副科实职": "deputy",
        "副科虚职": "deputy_nominal",
        "科员": "staff",
    },
    "bid": {"竞争": "compete", "放弃": "withdraw"},
    "review": {"合格": "pass", "不合格": "fail"},
    "gender": {"女": "female", "男": "male"},
    "education": {
        "高中及以下": "secondary",
        "大专": "college",
        "本科": "bachelor",
        "硕士": "master",
        "博士": "doctor",
    },
    "group": {
        "局领导": "leaders",
        "其他行政编制人员": "staff",
        "事业单位负责人": "institutions",
        "县市区局长": "counties",
    },
    "role": {"科长": "chief", "科员": "clerk", "事业": "institution"},
    "mode": {"指定": "assign", "排除": "forbid"},
}
"""The code of each word, by field."""

FLAGS = frozenset({"chief", "fixed", "cleared", "consent"})
WHOLE = frozenset(
    {"headcount", "retain", "year", "satisfied", "basic", "dissatisfied"}
    | {"round", "choice", "present", "votes", "order"}
)
DATES = frozenset({"rank_since", "birth", "reference_date"})
