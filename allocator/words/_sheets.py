"""The words officers write in their own sheets beside headings and codes, by which such sheets are recognised."""

from collections.abc import Mapping

NUMERALS: Mapping[str, int] = {sign: number for number, sign in enumerate("一二三四五六七八九", start=1)}
ROUND = r"(?:第)?([一二三四五六七八九1-9])轮(?:次)?"
CHOICE = r"(?:第)?([一二三四五六七八九1-9])(?:个)?志愿|志愿([一二三四五六七八九1-9])|选择([一二三四五六七八九1-9])"
AROUND_A_ROUND = r"(?:报岗|申报|志愿|科室|岗位|申报科室|报岗科室|意向)*"
NO_JUDGE = r"合计|小计|总|平均|均分|均值|得分|最高|最低|组|名次|排名|顺序|人数|score"
JUDGE = rf"(?:评委|专家|考官|评审|judge)(?!.*(?:{NO_JUDGE})).*"
YEAR = r"((?:19|20)[0-9]{2})(?:年度|年)?(?:年度考核|考核)?(?:分数|得分|成绩|分)?"
VOTES = r"(?:得票|票数|票|人数|实到|实到人数|参会人数|到会)*"

SUMMARIES = frozenset(
    (
        *("合计", "小计", "总计", "总分", "平均", "平均分", "均分", "名次", "排名", "序号", "序", "备注", "说明"),
        *("总票数", "最终得分", "最后得分", "得票合计", "去掉最高分", "去掉最低分"),
        *("total", "average", "mean", "sum", "no", "no."),
    )
)
"""Headings of columns that sum up or count others, and of remarks: never a judge, a group or a round."""

TOTALS = (
    r"(?:合计|小计|总计|共计|平均|均值|均分|总数|最高分|最低分)(?:[^0-9A-Za-z].*)?"
    r"|(?:total|subtotal|average|mean|sum)[:：]?"
)
"""What the first filled cell of a row of totals says."""

NOTES = (
    r"(?:注|备注|附注|说明|附|填表|填报|制表|制作|审核|复核|编制人|统计|单位|日期|负责人|经办|联系|盖章|签字|签名|监督|"
    r"※|\*|note|remark)s?[^:：]{0,8}[:：].*|(?:注|备注|说明|附注|※)[0-9一二三、. ]*.*|[(（].*[)）]"
)
"""What the first filled cell of a note says."""

SIGNED = r".{1,12}[:：].{0,40}"
"""A place to sign or fill in, such as the name of whoever made the table."""

FULL_MARK = r".*满分.*?([0-9]+(?:\.[0-9]+)?).*"
REMARKS_THAT_CHANGE = (
    *("不", "非", "未", "否", "除", "上年", "去年", "原", "旧", "拟", "备用", "补", "not", "old"),
    *("应到", "反对", "弃权", "半年", "季度", "加权", "折", "百分之", "合计", "平均"),
)
"""A heading with one of these in its brackets may mean something else, and is asked about."""

SHEET_NUMBERS = r"^(?:附件|附表|表)?(?:(?:19|20)[0-9]{2}(?:年度|年))?[0-9一二三四五六七八九十]*[\s.、:：_-]*"
SHEET_ENDINGS = r"(?:成绩|得分|结果)?(?:情况|登记|一览|汇总|统计|信息)?(?:表|名单|名册)?$"

YES = ("√", "✓", "✔", "有", "y", "☑", "对")
NO = ("×", "✗", "✕", "✘", "无", "n", "x", "☐")
CIRCLES = ("○", "〇", "o", "●")
ABSENT = ("缺考", "弃权", "缺席", "未考", "未参加", "缺", "/", "\\", "—", "——", "-", "--", "–", "无")
UNITS: Mapping[str, tuple[str, ...]] = {
    "mark": ("分",),
    "count": ("票", "人", "名", "个", "位"),
    "ordinal": ("轮", "人", "名", "个", "位"),
    "year": ("年度", "年"),
}
"""What may stand behind a number of each kind."""

ORDINAL = r"第([0-9一二三四五六七八九])(?:轮|次|志愿|名|位|个)?(?:志愿)?"
IN_TEXT_DATE = r"[^0-9]*([0-9]{4})\s*年\s*([0-9]{1,2})\s*月(?:\s*([0-9]{1,2})\s*日)?[^0-9]*"

GRADES = ("优秀", "称职", "基本称职", "不称职", "合格", "基本合格", "不合格", "不定等次", "未定等次")
"""The grades of an annual review."""

BETWEEN_WORDS = "[;；、,，]"
"""What stands between the words of a list in one cell."""
