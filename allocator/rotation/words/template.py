"""What the template of exchange and rotation says: the guide, the note on each heading, the example rows."""

from allocator.words._entry import Entry

_TABLES: dict[str, tuple[str, str]] = {
    "case": (
        "本次交流轮岗的名称、基准日期、抽签种子和交流名额；“事项”须填“交流轮岗”。必填",
        "name, reference date, lottery seed and quota of exchanges; exercise is rotation; required",
    ),
    "units": ("每个单位（处室、分局、事业单位）一行。必填", "one row a unit; required"),
    "posts": (
        "每个岗位一行，同一单位、同一名称、同一层级的几个席位可合为一行。必填",
        "one row a post with its number of seats; required",
    ),
    "officers": ("每人一行，写明现岗位。必填", "one row a person with the present post; required"),
    "service": ("以前工作过的单位，每段一行", "units served in before: one row each"),
    "exemptions": ("免予交流（第八条）或免予轮岗（第十条）的人员", "who is exempt, by article 8 or 10"),
    "nominations": (
        "党组按工作需要提名交流（第七条（六））或认为不适宜现岗位（第九条（三））的人员",
        "whom the party group names for exchange by need (7-6) or as unsuited for the post (9-3)",
    ),
    "avoidances": ("须回避、不得同在一个单位的两人，每对一行", "pairs of people who may not be in one unit"),
    "pins": ("党组事先指定或排除的岗位；指定现岗位即留任", "posts assigned or forbidden beforehand"),
    "wishes": ("本人意向岗位，每人至多三个", "posts people would like, at most three each"),
    "opinions": ("单位对接收某人的意见", "whether a unit agrees to take somebody"),
}
_PERSON = ("人员的编号，与人员表一致", "the person's id, as in the table of officers", "P001", "P001")
_POST = ("岗位编号，与岗位表一致", "the post's id, as in the table of posts", "G05", "G05")
_UNIT = ("单位编号，与单位表一致", "the unit's id, as in the table of units", "D02", "D02")
_REASON = ("理由", "the reason", "工作需要", "needed there")
_AUTHORITY = ("决定机关", "who decided", "局党组", "party group")

_COLUMNS: dict[str, tuple[str, str, str, str]] = {
    "units.unit_id": ("单位的编号，不得重复", "the unit's id, each once", "D01", "D01"),
    "units.name": ("单位全称", "the unit's name", "办公室", "Office"),
    "posts.post_id": ("岗位的编号，不得重复", "the post's id, each once", "G01", "G01"),
    "posts.unit_id": ("岗位所在单位的编号", "the unit the post belongs to", "D01", "D01"),
    "posts.name": ("岗位名称", "the post's name", "主任", "director"),
    "posts.level": ("层级：交流轮岗不改变层级", "level; no move changes it", "", ""),
    "posts.kind": ("岗位类别；除“一般”外均为重点岗位", "kind; all but general are sensitive", "", ""),
    "posts.seats": ("核定职数", "seats", "1", "1"),
    "posts.requires": (
        "须具备其一的专业，用“；”隔开；空白为不限",
        "specialties one of which is needed, with ; between; empty: any",
        "会计；审计",
        "accounting; auditing",
    ),
    "officers.person_id": ("人员的编号，不得重复", "the person's id, each once", "P001", "P001"),
    "officers.name": ("姓名", "the person's name", "张三", "Zhang San"),
    "officers.post_id": ("现岗位的编号", "the id of the present post", "G01", "G01"),
    "officers.post_since": ("任现岗位的时间", "since when in the present post", "2018-03-01", "2018-03-01"),
    "officers.unit_since": (
        "到现单位工作的时间，不晚于任现岗位时间",
        "since when in the present unit, not after the post",
        "2016-07-01",
        "2016-07-01",
    ),
    "officers.managed": ("局管干部填“是”", "yes for managed cadres", "", ""),
    "officers.reserve": ("后备干部填“是”", "yes for reserve cadres", "", ""),
    "officers.young": ("优秀年轻干部填“是”", "yes for young talent", "", ""),
    "officers.volunteer": ("本人自愿申请交流填“是”", "yes for whoever asks to be exchanged", "", ""),
    "officers.consent": ("自愿申请且单位同意填“是”", "yes where the unit agrees to that", "", ""),
    "officers.specialty": ("专业，与岗位的专业要求对应", "specialty, as posts require it", "会计", "accounting"),
    "officers.gender": ("性别", "gender", "", ""),
    "officers.birth": ("出生年月", "date or month of birth", "1982-05", "1982-05"),
    "officers.education": ("最高学历", "highest degree", "", ""),
    "service.person_id": _PERSON,
    "service.unit_id": ("当时所在单位的编号", "the unit served in", "D02", "D02"),
    "service.from": ("开始时间", "the beginning", "2012-07-01", "2012-07-01"),
    "service.to": ("结束时间；三年内离开的单位不再回去", "the end", "2016-06-30", "2016-06-30"),
    "exemptions.person_id": _PERSON,
    "exemptions.article": ("所依据的条款", "the article", "", ""),
    "exemptions.reason": ("理由", "the reason", "身患重病", "seriously ill"),
    "exemptions.authority": _AUTHORITY,
    "nominations.person_id": _PERSON,
    "nominations.article": ("所依据的条款", "the article", "", ""),
    "nominations.reason": _REASON,
    "nominations.authority": _AUTHORITY,
    "avoidances.person_a": ("一方编号", "one of the two", "P001", "P001"),
    "avoidances.person_b": ("另一方编号", "the other", "P002", "P002"),
    "avoidances.relation": ("关系", "how they are related", "配偶", "spouses"),
    "pins.person_id": _PERSON,
    "pins.post_id": _POST,
    "pins.mode": ("指定到该岗位，或排除该岗位", "assign the post, or forbid it", "", ""),
    "pins.reason": ("理由，凡受影响处均予注明", "the reason, shown wherever it has effect", "工作需要", "needed there"),
    "pins.authority": _AUTHORITY,
    "wishes.person_id": _PERSON,
    "wishes.choice": ("第几志愿：1、2、3", "which choice: 1, 2 or 3", "1", "1"),
    "wishes.post_id": _POST,
    "opinions.unit_id": _UNIT,
    "opinions.person_id": _PERSON,
    "opinions.opinion": ("同意或不同意接收", "whether the unit agrees", "", ""),
    "opinions.reason": ("理由", "the reason", "专业不符", "other specialty needed"),
}

PREFIX = "rotation."
EXAMPLES: dict[str, str] = {column: zh for column, (_, _, zh, en) in _COLUMNS.items() if zh and zh == en}
"""Examples that are the same in both languages."""

ENTRIES: dict[str, Entry] = {
    f"{PREFIX}note.case.key": Entry("项目名称，请勿改动。", "What the row is; leave as it is."),
    f"{PREFIX}note.case.value": Entry(
        "事项填“交流轮岗”；方案名称和基准日期必填；抽签种子须事先公布，空白时用方案名称；交流名额空白为不限。",
        "exercise: rotation; name and date are required; the seed is published beforehand; quota empty: no limit.",
    ),
    f"{PREFIX}example.case.value": Entry("某局2024年交流轮岗", "Exchange and rotation of a bureau, 2024"),
    **{f"{PREFIX}guide.table.{table}": Entry(*words) for table, words in _TABLES.items()},
    **{
        f"{PREFIX}note.{column}": Entry(f"{zh}。", f"{en[0].upper()}{en[1:]}.")
        for column, (zh, en, _, _) in _COLUMNS.items()
    },
    **{f"{PREFIX}example.{column}": Entry(zh, en) for column, (_, _, zh, en) in _COLUMNS.items() if zh != en},
}
