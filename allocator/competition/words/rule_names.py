"""The rules by name: one line each, as the regulation means it."""

from allocator.words._entry import Entry

ENTRIES: dict[str, Entry] = {
    "article.exchange": Entry("交流轮岗办法{article}", "document 4, {article}"),
    "rule.data.known_references": Entry(
        "表中提到的人员、科室、类别都必须在册", "every person, section and group named in a table is on record"
    ),
    "rule.data.unique_keys": Entry("同一事项只登记一次", "one matter is recorded once"),
    "rule.data.mark_range": Entry(
        "分数在0至100之间，票数为非负整数", "marks lie in 0 to 100, counts are whole and not negative"
    ),
    "rule.data.votes_within_present": Entry("得票不超过实到人数", "votes do not exceed those present"),
    "rule.data.complete_scores": Entry("参加定岗的人员考评材料齐全", "whoever takes part has every part of the scores"),
    "rule.data.filing_caps": Entry("每轮报岗不超过规定个数", "filings of a round stay within its cap"),
    "rule.data.seats_within_headcount": Entry("不超核定岗位数", "nobody sits beyond the headcount"),
    "rule.data.pin_fits": Entry("指定与排除须相容、合规", "pins agree with each other and with the hard rules"),
    "rule.score.exam": Entry("考试成绩按各科权重计算", "the exam: papers by weight"),
    "rule.score.appraisal": Entry("民主测评按德能勤绩廉权重计算", "the appraisal: heads by weight"),
    "rule.score.review": Entry("近几年年度考核平均分", "the mean of the last annual reviews"),
    "rule.score.quantification": Entry(
        "考评量化：考试、测评、考核加权，另加职级分",
        "the quantification: exam, appraisal, review by weight, plus the rank's bonus",
    ),
    "rule.score.speech": Entry(
        "竞岗演讲去掉最高最低分后平均", "the speech: the mean without the highest and lowest marks"
    ),
    "rule.score.recommendation": Entry(
        "定岗推荐分按各类得票率加权", "the recommendation: shares of votes by weight of the group"
    ),
    "rule.score.composite": Entry(
        "综合考评：量化、演讲、推荐加权", "the composite: quantification, speech, recommendation by weight"
    ),
    "rule.filter.track": Entry("人员分类", "which track a person is on"),
    "rule.filter.eligibility": Entry(
        "任职年限够格方可竞争科长", "years in rank make a person eligible for a chief post"
    ),
    "rule.filter.entrant": Entry(
        "竞岗人员：审查合格、不满意率低于三分之一、拟任人选",
        "entrants: reviewed, dissatisfied share below a third, cleared",
    ),
    "rule.filter.open_post": Entry("只竞争未被占用的科长职位", "only chief posts that nobody holds are open"),
    "rule.filter.filed_or_written_in": Entry("申报或被推荐的岗位才算数", "a pair counts when filed for or written in"),
    "rule.filter.recommendation_floor": Entry("岗位推荐率须达三分之一", "the recommendation rate reaches a third"),
    "rule.filter.pin": Entry(
        "指定人员先行就位，排除的岗位不得安排", "pinned people sit first, forbidden seats are never given"
    ),
    "rule.filter.withdrawn": Entry(
        "放弃竞争者不参加双向选择，由领导组安排", "people who withdrew take no mutual seat and are directed"
    ),
    "rule.filter.mutual_choice": Entry("双向选择须双方都有意愿", "a mutual seat needs the wish of both sides"),
    "rule.filter.institution_pool": Entry(
        "事业人员须本人申报、单位同意、审查合格", "institution staff need a filing, consent and a passed review"
    ),
    "rule.row.one_seat": Entry("一人一岗", "one seat a person"),
    "rule.row.one_chief": Entry("一科一名科长", "one chief a section"),
    "rule.row.round_priority": Entry("先报岗者优先", "earlier filings come first"),
    "rule.row.headcount": Entry("各科不超核定岗位数", "no section beyond its headcount"),
    "rule.row.retention_clerk": Entry(
        "每科留用原科员不超过上限", "a section keeps at most so many of its own as clerks"
    ),
    "rule.row.retention_institution": Entry(
        "每科留用原事业人员不超过上限", "a section keeps at most so many of its own institution staff"
    ),
    "rule.row.avoidance": Entry("回避关系人不得同科", "people who must avoid each other never share a section"),
    "rule.row.one_pick_a_round": Entry("每科每轮只选一名", "one pick a section and round"),
    "rule.row.required_retention": Entry(
        "未留原行政科员的科室须留一名原事业人员",
        "a section that kept no clerk of its own keeps one of its institution staff",
    ),
    "rule.row.composition": Entry("年龄、性别、学历等结构要求", "targets on age, gender, education and the like"),
    "rule.order.chiefs": Entry("科长人选的先后次序", "the order in which chief posts are decided"),
    "rule.order.clerks": Entry("科员定岗的先后次序", "the order in which clerks are placed"),
    "rule.order.direction": Entry("领导组安排的先后次序", "the order in which the leadership directs people"),
    "rule.order.institution": Entry("事业人员补充的先后次序", "the order in which institution staff are placed"),
    "rule.order.lot": Entry("公开抽签决定余下的并列", "the published draw ends every remaining tie"),
}
