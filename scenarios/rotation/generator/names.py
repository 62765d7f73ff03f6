"""Invented names of units and posts with the kind of work they do, the words of grounds, and specialties."""

from models.rotation.codes import PostKind

DIVISIONS: tuple[tuple[str, PostKind], ...] = (
    ("办公室", "general"),
    ("人事处", "personnel"),
    ("财务处", "finance"),
    ("法规处", "general"),
    ("环评审批处", "approval"),
    ("水生态环境处", "general"),
    ("大气环境处", "general"),
    ("土壤生态处", "general"),
    ("固体废物处", "general"),
    ("自然生态处", "general"),
    ("核与辐射处", "approval"),
    ("科技监测处", "general"),
    ("综合规划处", "funds"),
    ("督察处", "discipline"),
    ("宣传教育处", "general"),
    ("应急管理处", "general"),
    ("排放总量处", "approval"),
    ("机关党委", "personnel"),
)
"""Divisions of the bureau itself, with the kind of their leading posts."""
BRANCHES: tuple[tuple[str, PostKind], ...] = (
    ("东城分局", "approval"),
    ("西城分局", "general"),
    ("南湖分局", "general"),
    ("北山分局", "approval"),
    ("云阳分局", "general"),
    ("青河分局", "general"),
    ("临江分局", "approval"),
    ("高新分局", "general"),
    ("经开分局", "general"),
    ("石门分局", "approval"),
    ("清溪分局", "general"),
    ("龙潭分局", "general"),
    ("白鹤分局", "approval"),
    ("双桥分局", "general"),
    ("长宁分局", "general"),
    ("金沙分局", "approval"),
)
"""Branch bureaus, with the kind of their leading posts."""
INSTITUTIONS: tuple[tuple[str, PostKind], ...] = (
    ("执法支队", "discipline"),
    ("监测站", "general"),
    ("科学研究院", "general"),
    ("信息中心", "general"),
    ("宣教中心", "general"),
    ("固体废物管理中心", "approval"),
    ("机动车排污管理中心", "discipline"),
    ("项目资金管理中心", "funds"),
    ("后勤服务中心", "logistics"),
    ("技术评估中心", "approval"),
    ("辐射监测站", "general"),
    ("应急与事故调查中心", "discipline"),
)
"""Institutions under the bureau, with the kind of their leading posts."""
WORK: tuple[tuple[str, PostKind], ...] = (
    ("综合", "general"),
    ("文秘", "general"),
    ("业务", "general"),
    ("监测", "general"),
    ("信访", "general"),
    ("统计", "general"),
    ("信息", "general"),
    ("宣传", "general"),
    ("法制", "general"),
    ("执法", "discipline"),
    ("人事", "personnel"),
    ("财务", "finance"),
    ("审批", "approval"),
    ("资金管理", "funds"),
    ("后勤", "logistics"),
)
"""What staff posts do."""
SPECIALTIES = ("环境工程", "环境科学", "化学", "法学", "会计", "计算机", "中文", "行政管理", "生态学", "大气科学")
RARE = (
    "核物理",
    "辐射防护",
    "水文地质",
    "土壤修复",
    "环境毒理",
    "噪声控制",
    "危废鉴定",
    "遥感解译",
    "湖泊生态",
    "海洋化学",
    "环境损害鉴定",
    "应急指挥",
    "清洁生产",
    "碳核算",
    "排污权交易",
    "环境审计",
    "司法鉴定",
    "生物多样性",
    "水资源",
    "固废工程",
    "膜技术",
    "光谱分析",
    "大数据",
    "环境经济",
)
"""Specialties that only people planted in chains and cycles have."""
_NUMERALS = "〇一二三四五六七八九十"

EXEMPTIONS = {
    "8-1": "上年度考核被确定为不称职",
    "8-2": "正在接受审查，尚未作出结论",
    "8-3": "患重大疾病正在治疗",
    "8-4": "承担的专项任务年底前须完成",
    "10-1": "职位专业技术要求较高",
    "10-2": "涉及重要机密",
    "10-3": "职位条件有特殊要求",
    "10-4": "经办事项尚未办结，暂不适合轮岗",
}
"""A ground under each article."""
NOMINATIONS = {"7-6": "改善队伍结构，充实基层力量", "9-3": "身体状况不适应现职岗位"}
AUTHORITY = "局党组会议"
RELATIONS = {
    "male": ("兄弟", "姻亲", "表亲"),
    "female": ("姐妹", "姻亲", "表亲"),
    "mixed": ("夫妻", "夫妻", "兄妹", "表亲"),
}
"""How two men, two women, or a woman and a man are related."""


def unit_name(index: int) -> tuple[str, PostKind]:
    """The name of the unit with that index and the kind of its leading posts: no two are alike."""
    one, place = (DIVISIONS, BRANCHES, INSTITUTIONS)[index % 3], index // 3
    name, kind = one[place % len(one)]
    turn = place // len(one)
    return (name if turn == 0 else f"{name}（{_number(turn + 1)}）"), kind


def post_name(work: str, turn: int) -> str:
    """The name of a staff post, numbered where a unit has several of that work."""
    return f"{work}岗" if turn == 0 else f"{work}{_number(turn + 1)}岗"


def rare(index: int) -> str:
    """A specialty for one planted person: no two are alike."""
    turn = index // len(RARE)
    return RARE[index % len(RARE)] + ("" if turn == 0 else _number(turn + 1))


def _number(number: int) -> str:
    return _NUMERALS[number] if number <= 10 else str(number)
