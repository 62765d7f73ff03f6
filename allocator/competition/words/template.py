"""What the template says: the guide, the note on each heading, and the example row of each table."""

from allocator.words._entry import Entry

_GUIDE: tuple[tuple[str, str], ...] = (
    (
        "一、每张工作表是一张表，第一行是列标题，请勿改动标题；红底的列必填，其余可空。",
        "1. Each sheet is one table; its first row holds the headings, which stay as they are. Red ones are required.",
    ),
    (
        "二、以“{mark}”开头的灰色示例行只供参考，读取时自动略过，可保留也可删除。",
        "2. The grey row that begins with “{mark}” is an example; it is passed over when read and may stay or go.",
    ),
    (
        "三、编号按文本填写（007不会变成7），各表中的同一人、同一科室须用同一编号。",
        "3. Ids are text (007 stays 007); a person or section has the same id in every table.",
    ),
    (
        "四、日期写成 2019-07-01；只知道年月时写成 2019-07（按当月1日计）。",
        "4. Write dates as 2019-07-01; where only the month is known, 2019-07 (its first day is taken).",
    ),
    (
        "五、请勿使用公式、合并单元格；分数照实填写，不必四舍五入。",
        "5. No formulas and no merged cells; enter marks as they are, without rounding.",
    ),
    (
        "六、暂时没有数据的表可以留空：数据足够的阶段照常计算，其余阶段会列出缺什么。",
        "6. Tables without data yet may stay empty: stages with enough data are decided, others say what is missing.",
    ),
    (
        "七、填好后先做检查，所有问题会一次列出，并注明表、行、列。",
        "7. Check the file when it is filled in: every problem is listed at once, with table, row and column.",
    ),
)

_TABLES: dict[str, tuple[str, str]] = {
    "case": (
        "本次轮岗的名称、基准日期和抽签种子。必填",
        "name, reference date and lottery seed of this rotation; required",
    ),
    "sections": ("每个科室一行。必填", "one row a section; required"),
    "people": (
        "每人一行，含事业、聘用人员。必填",
        "one row a person, institution and contract staff included; required",
    ),
    "exams": ("每人一行，考试各科成绩", "one row a person: the marks of the exam"),
    "appraisals": ("每人一行，德能勤绩廉得分", "one row a person: the marks of the democratic appraisal"),
    "reviews": ("每人每年一行，年度考核分数", "one row a person and year: the annual review"),
    "satisfaction": ("述职后的满意度票数，每人一行", "one row a person: ballots of the satisfaction poll"),
    "applications": ("竞岗人员报岗，每个志愿一行", "filings for chief posts: one row each"),
    "speeches": ("竞岗演讲，每位评委对每人一行", "one row a person and judge: the mark of the speech"),
    "attendance": ("推荐会各类人员实到人数", "how many of each voter group were present"),
    "ballots": ("定岗推荐得票，每人、每科室、每类一行", "one row a person, section and voter group: votes"),
    "clerk_applications": (
        "科员和事业人员报岗，每人每轮一行",
        "filings of clerks and institution staff: one row a person and round",
    ),
    "picks": ("各科室拟选人员名单及顺序", "each section's list of people it wants, in order"),
    "avoidances": ("须回避、不得同科的两人，每对一行", "pairs of people who may not sit in one section"),
    "pins": ("党组事先指定或排除的岗位", "seats assigned or forbidden beforehand"),
    "decisions": (
        "党组已作出的决定，仅在后续阶段引用时使用",
        "what the party group has decided; read only where later stages refer to it",
    ),
}

_KINDS: dict[str, tuple[str, str]] = {
    "id": ("按文本填写，各表须一致。", "Text, the same in every table."),
    "label": ("文本，每位评委一个固定名称。", "Text, one fixed name for each judge."),
    "text": ("文字。", "Text."),
    "code": ("从下拉列表中选择。", "Choose from the list."),
    "group": ("从下拉列表中选择。", "Choose from the list."),
    "yes_no": ("填“是”或“否”，空白按“否”。", "yes or no; empty means no."),
    "date": ("写成 2019-07-01 或 2019-07。", "Write 2019-07-01 or 2019-07."),
    "mark": ("0至100的分数，可带小数。", "A mark from 0 to 100, with decimals if any."),
    "count": ("0或更大的整数。", "A whole number of 0 or more."),
    "ordinal": ("1或更大的整数。", "A whole number of 1 or more."),
    "year": ("四位年份，如 2023。", "A year of four digits, such as 2023."),
}

_PERSON = ("人员的编号，与人员表一致", "the person's id, as in the table of people", "P001", "P001")
_ROUND = ("报岗轮次", "the filing round", "1", "1")

_COLUMNS: dict[str, tuple[str, str, str, str]] = {
    "sections.section_id": ("科室的编号", "the section's id", "S01", "S01"),
    "sections.name": ("科室全称", "the section's name", "办公室", "Office"),
    "sections.headcount": ("核定岗位数，含科长", "posts, the chief post included", "5", "5"),
    "sections.retain": (
        "该科最多留用的原科员数，空白按规则",
        "how many of its own clerks it may keep; empty: as the rules say",
        "1",
        "1",
    ),
    "people.person_id": ("人员的编号，不得重复", "the person's id, each once", "P001", "P001"),
    "people.name": ("姓名", "the person's name", "张三", "Zhang San"),
    "people.staffing": ("编制类别", "kind of staffing", "", ""),
    "people.section_id": ("现所在科室的编号", "the id of the present section", "S01", "S01"),
    "people.rank": ("现任职级", "present rank", "", ""),
    "people.rank_since": ("现职级的任职时间", "since when the rank is held", "2018-03-01", "2018-03-01"),
    "people.chief": ("现任（原任）科长填“是”", "yes for a present section chief", "", ""),
    "people.fixed": ("特殊岗位不参加轮岗填“是”", "yes for a special post that does not rotate", "", ""),
    "people.bid": (
        "符合条件者：竞争科长，或放弃竞争；不适用留空",
        "for eligible people: compete for a chief post, or withdraw; otherwise empty",
        "",
        "",
    ),
    "people.cleared": (
        "经推荐、考察、公示后确定为拟任人选填“是”",
        "yes once the party group has cleared the candidate",
        "",
        "",
    ),
    "people.review": ("资格审查结论", "result of the review of qualifications", "", ""),
    "people.consent": ("事业人员：编制单位同意填“是”", "institution staff: yes if the home unit agrees", "", ""),
    "people.specialty": ("专业特长", "special skill", "财会", "accounting"),
    "people.proficiency": ("业务熟练程度", "proficiency at work", "熟练", "skilled"),
    "people.gender": ("性别", "gender", "", ""),
    "people.birth": ("出生年月", "date or month of birth", "1988-05", "1988-05"),
    "people.education": ("最高学历", "highest degree", "", ""),
    "people.home_unit": ("编制所在单位", "the unit that holds the person's post", "某服务中心", "Service Centre"),
    "exams.person_id": _PERSON,
    "exams.aptitude": ("行政职业能力测验成绩", "mark of the aptitude paper", "82.5", "82.5"),
    "exams.essay": ("申论成绩", "mark of the essay", "78", "78"),
    "exams.knowledge": ("公共基础知识成绩", "mark of the knowledge paper", "90", "90"),
    "appraisals.person_id": _PERSON,
    "appraisals.virtue": ("“德”的得分", "mark for virtue", "92", "92"),
    "appraisals.ability": ("“能”的得分", "mark for ability", "88.5", "88.5"),
    "appraisals.diligence": ("“勤”的得分", "mark for diligence", "90", "90"),
    "appraisals.results": ("“绩”的得分", "mark for results", "86", "86"),
    "appraisals.integrity": ("“廉”的得分", "mark for integrity", "95", "95"),
    "reviews.person_id": _PERSON,
    "reviews.year": ("考核年度", "the year reviewed", "2023", "2023"),
    "reviews.score": ("该年度考核分数", "the score of that year", "91.2", "91.2"),
    "satisfaction.person_id": _PERSON,
    "satisfaction.satisfied": ("“满意”票数", "ballots “satisfied”", "30", "30"),
    "satisfaction.basic": ("“基本满意”票数，空白按0", "ballots “basically satisfied”; empty: 0", "4", "4"),
    "satisfaction.dissatisfied": ("“不满意”票数", "ballots “dissatisfied”", "1", "1"),
    "applications.person_id": _PERSON,
    "applications.round": _ROUND,
    "applications.choice": ("该轮内的志愿序号", "the number of the choice within the round", "1", "1"),
    "applications.section_id": ("申报科长职位的科室编号", "the section whose chief post is filed for", "S02", "S02"),
    "speeches.person_id": _PERSON,
    "speeches.judge": ("评委代号", "the judge", "评委1", "judge 1"),
    "speeches.score": ("该评委的打分", "the judge's mark", "88", "88"),
    "attendance.group": ("推荐人员类别", "the voter group", "", ""),
    "attendance.present": ("该类实到人数", "how many of it were present", "9", "9"),
    "ballots.person_id": _PERSON,
    "ballots.section_id": ("被推荐任科长的科室编号", "the section for whose chief post the votes are", "S02", "S02"),
    "ballots.group": ("推荐人员类别", "the voter group", "", ""),
    "ballots.votes": ("得票数，不超过该类实到人数", "votes, at most as many as were present", "6", "6"),
    "clerk_applications.person_id": _PERSON,
    "clerk_applications.round": _ROUND,
    "clerk_applications.section_id": ("申报科室的编号", "the section filed for", "S03", "S03"),
    "picks.section_id": ("选人科室的编号", "the section that chooses", "S03", "S03"),
    "picks.person_id": ("拟选人员的编号", "the person it wants", "P001", "P001"),
    "picks.order": ("在该科名单中的顺序", "the place in the section's list", "1", "1"),
    "picks.chief_id": (
        "填报名单的科长编号，未定可空",
        "the chief who made the list; empty while there is none",
        "P002",
        "P002",
    ),
    "avoidances.person_a": ("一方编号", "one of the two", "P001", "P001"),
    "avoidances.person_b": ("另一方编号", "the other", "P002", "P002"),
    "avoidances.relation": ("关系", "how they are related", "配偶", "spouses"),
    "pins.person_id": _PERSON,
    "pins.section_id": ("科室编号", "the section", "S03", "S03"),
    "pins.role": ("岗位类别", "the role", "", ""),
    "pins.mode": ("指定到该岗位，或排除该岗位", "assign the seat, or forbid it", "", ""),
    "pins.reason": ("理由，凡受影响处均予注明", "the reason, shown wherever it has effect", "工作需要", "needed there"),
    "pins.authority": ("决定机关", "who decided", "局党组", "party group"),
    "decisions.person_id": _PERSON,
    "decisions.section_id": ("科室编号", "the section", "S02", "S02"),
    "decisions.role": ("岗位类别", "the role", "", ""),
    "decisions.authority": ("决定机关", "who decided", "局党组", "party group"),
    "decisions.date": ("决定日期", "when it was decided", "2024-06-30", "2024-06-30"),
    "decisions.document": ("文号", "the document", "某党〔2024〕8号", "No. 8 of 2024"),
}

EXAMPLES: dict[str, str] = {column: zh for column, (_, _, zh, en) in _COLUMNS.items() if zh and zh == en}
"""Examples that are the same in both languages."""

ENTRIES: dict[str, Entry] = {
    "note.required": Entry("必填。", "Required."),
    "note.optional": Entry("可空。", "May stay empty."),
    "note.case.key": Entry("项目名称，请勿改动。", "What the row is; leave as it is."),
    "note.case.value": Entry(
        "方案名称和基准日期必填；抽签种子须事先公布，空白时用方案名称。",
        "Name and reference date are required; the lottery seed is published beforehand; empty: the name.",
    ),
    "example.case.value": Entry("某局2024年轮岗", "Rotation of a bureau, 2024"),
    **{f"guide.{i}": Entry(*lines) for i, lines in enumerate(_GUIDE, start=1)},
    **{f"guide.table.{table}": Entry(*words) for table, words in _TABLES.items()},
    **{f"note.kind.{kind}": Entry(*words) for kind, words in _KINDS.items()},
    **{f"note.{column}": Entry(f"{zh}。", f"{en[0].upper()}{en[1:]}.") for column, (zh, en, _, _) in _COLUMNS.items()},
    **{f"example.{column}": Entry(zh, en) for column, (_, _, zh, en) in _COLUMNS.items() if zh != en},
}
