"""Invented names of people, sections and units. Names repeat, as they do; ids never do."""

import random

_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏"
    "钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)
_COMPOUND = ("欧阳", "上官", "司马", "诸葛")
_FEMALE = (
    "芳娟敏静丽艳娜秀英华慧巧美玲桂雅洁萍红玉兰凤霞燕云莲真环雪荣爱妹香月莺媛瑞佳嘉琼勤珍贞莉晶妍茜秋珊莎锦黛青倩婷"
    "姣婉娴瑾颖露瑶怡婵雁蓓"
)
_MALE = (
    "伟刚勇毅俊峰强军平保东文辉力明永健世广志义兴良海山仁波宁贵福生龙元全国胜学祥才发武新利清飞彬富顺信子杰涛昌成康"
    "星光天达安岩中茂进林有坚和彪博诚先敬震振壮会思群豪心邦承乐绍功松善厚庆磊民友裕河哲江超浩亮政谦亨奇固之轮翰朗伯"
    "宏言若鸣朋斌梁栋维启克伦翔旭鹏泽晨辰士以建家致树炎德行时泰盛雄琛钧冠策腾楠榕风航弘"
)

THEMES = (
    "办公",
    "人事",
    "财务",
    "法规",
    "规划",
    "耕地保护",
    "利用",
    "地籍",
    "测绘",
    "矿产",
    "地质环境",
    "执法监察",
    "信访",
    "宣传",
    "科技",
    "信息",
    "审计",
    "监察",
    "档案",
    "后勤",
    "土地整治",
    "征地",
    "交易",
    "登记",
    "国土调查",
    "生态修复",
    "海域",
    "林地",
    "湿地",
    "确权",
    "用途管制",
    "行政审批",
    "储量",
    "勘查",
    "基础测绘",
    "督察",
    "纪检",
    "机要",
    "老干部",
    "应急",
)

UNITS = (
    "土地整治中心",
    "不动产登记中心",
    "测绘院",
    "地质环境监测站",
    "土地收购储备中心",
    "规划编制研究中心",
    "信息中心",
)
SPECIALTIES = ("土地管理", "城乡规划", "测绘工程", "法学", "会计", "地质", "计算机", "中文", "环境工程", "行政管理")
RELATIONS = ("夫妻", "父女", "兄弟", "姐妹", "姻亲", "表亲")
_NUMERALS = "〇一二三四五六七八九"


def person_name(rng: random.Random, female: bool) -> str:
    """A surname and a given name of one or two characters."""
    surname = rng.choice(_COMPOUND) if rng.randrange(150) == 0 else _SURNAMES[_early(rng, len(_SURNAMES))]
    pool = _FEMALE if female else _MALE
    return surname + "".join(pool[_early(rng, len(pool))] for _ in range(1 + (rng.randrange(3) > 0)))


def _early(rng: random.Random, count: int) -> int:
    """Surnames and characters at the head of a list are the common ones."""
    return min(rng.randrange(count), rng.randrange(count), rng.randrange(count))


def section_name(index: int) -> str:
    """The name of the section with that index: no two are alike."""
    theme, turn = THEMES[index % len(THEMES)], index // len(THEMES)
    if turn == 0:
        return "办公室" if theme == "办公" else f"{theme}科"
    number = turn + 1
    return f"{theme}{_NUMERALS[number]}科" if number < 10 else f"{theme}第{number}科"
