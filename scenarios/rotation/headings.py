"""The Chinese headings and words of the tables that the samples of exchange and rotation are kept in."""

from collections.abc import Mapping

INFO_FILE = "方案"
INFO = {
    "事项": "exercise",
    "方案名称": "name",
    "基准日期": "reference_date",
    "抽签种子": "lottery_seed",
    "交流名额": "exchange_quota",
}

FILES: Mapping[str, str] = {
    "units": "单位",
    "posts": "岗位",
    "officers": "人员",
    "service": "任职经历",
    "exemptions": "免予交流轮岗",
    "nominations": "提名",
    "avoidances": "回避",
    "pins": "指定",
    "wishes": "意向",
    "opinions": "单位意见",
}
"""The file of each table, without its suffix."""

COLUMNS: Mapping[str, Mapping[str, str]] = {
    "units": {"单位编号": "unit_id", "单位名称": "name"},
    "posts": {
        "岗位编号": "post_id",
        "单位编号": "unit_id",
        "岗位名称": "name",
        "层级": "level",
        "类别": "kind",
        "职数": "seats",
        "专业要求": "requires",
    },
    "officers": {
        "人员编号": "person_id",
        "姓名": "name",
        "现岗位": "post_id",
        "任现岗位时间": "post_since",
        "到现单位时间": "unit_since",
        "局管": "managed",
        "后备": "reserve",
        "优秀年轻": "young",
        "自愿申请": "volunteer",
        "单位同意": "consent",
        "专业": "specialty",
        "性别": "gender",
        "出生年月": "birth",
        "学历": "education",
    },
    "service": {"人员编号": "person_id", "单位编号": "unit_id", "起": "start", "止": "end"},
    "exemptions": {"人员编号": "person_id", "条款": "article", "理由": "reason", "决定机关": "authority"},
    "nominations": {"人员编号": "person_id", "条款": "article", "理由": "reason", "决定机关": "authority"},
    "avoidances": {"人员甲": "person_a", "人员乙": "person_b", "关系": "relation"},
    "pins": {
        "人员编号": "person_id",
        "岗位编号": "post_id",
        "方式": "mode",
        "理由": "reason",
        "决定机关": "authority",
    },
    "wishes": {"人员编号": "person_id", "志愿序号": "choice", "岗位编号": "post_id"},
    "opinions": {"单位编号": "unit_id", "人员编号": "person_id", "意见": "opinion", "理由": "reason"},
}
"""The field of each heading, table by table, in the order of the columns."""

CODES: Mapping[str, Mapping[str, str]] = {
    "exercise": {"交流轮岗": "rotation"},
    "level": {"正职": "head", "副职": "deputy", "一般": "staff"},
    "kind": {
        "执纪执法": "discipline",
        "组织人事": "personnel",
        "财务审计": "finance",
        "项目审批": "approval",
        "资金管理": "funds",
        "行政后勤": "logistics",
        "一般": "general",
    },
    "gender": {"女": "female", "男": "male"},
    "education": {
        "高中及以下": "secondary",
        "大专": "college",
        "本科": "bachelor",
        "硕士": "master",
        "博士": "doctor",
    },
    "article": {
        "第七条（六）": "7-6",
        "第八条（一）": "8-1",
        "第八条（二）": "8-2",
        "第八条（三）": "8-3",
        "第八条（四）": "8-4",
        "第九条（三）": "9-3",
        "第十条（一）": "10-1",
        "第十条（二）": "10-2",
        "第十条（三）": "10-3",
        "第十条（四）": "10-4",
    },
    "mode": {"指定": "assign", "排除": "forbid"},
    "opinion": {"同意": "agree", "不同意": "object"},
}
"""The code of each word, by field."""

FLAGS = frozenset({"managed", "reserve", "young", "volunteer", "consent"})
WHOLE = frozenset({"seats", "choice", "exchange_quota"})
DATES = frozenset({"reference_date", "post_since", "unit_since", "birth", "start", "end"})
LISTS = frozenset({"requires"})
BETWEEN = "、"
"""What stands between the items of a list."""
