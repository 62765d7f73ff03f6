"""Words of the papers: titles, sentences, headings; and why a paper is refused."""

from allocator.words._entry import Entry

_KINDS: dict[str, Entry] = {
    "papers.kind.filing-forms": Entry("报岗表", "filing forms"),
    "papers.kind.filing-round": Entry("报岗公示", "publication of each filing round"),
    "papers.kind.satisfaction": Entry("满意度测评结果", "satisfaction results"),
    "papers.kind.candidates": Entry("拟任人选公示", "publication of the cleared candidates"),
    "papers.kind.quantification": Entry("考评量化结果", "quantification results"),
    "papers.kind.composite": Entry("综合考评排名", "composite ranking"),
    "papers.kind.proposed-chiefs": Entry("拟任科长公示", "publication of the proposed chiefs"),
    "papers.kind.confirmation-clerks": Entry("科员确认单", "confirmation slips of the clerks"),
    "papers.kind.confirmation-institution": Entry("事业人员确认单", "confirmation slips of institution staff"),
    "papers.kind.placements": Entry("岗位安排", "placements"),
    "papers.kind.returning": Entry("返回原单位人员", "people returning to their unit"),
    "papers.kind.filing-report": Entry("备案报告", "filing report"),
    "papers.kind.personal-slip": Entry("个人告知书", "personal slip"),
}

_TITLES: dict[str, Entry] = {
    "papers.title.filing-forms.chiefs": Entry("竞岗人员报岗表", "Filing Form for Chief Posts"),
    "papers.title.filing-forms.clerks": Entry("科员报岗表", "Filing Form for Clerks"),
    "papers.title.filing-forms.institution": Entry("事业人员报岗表", "Filing Form for Institution Staff"),
    "papers.title.filing-round": Entry("竞岗人员第{round}轮报岗情况公示", "Filings for Chief Posts, Round {round}"),
    "papers.title.satisfaction": Entry("述职述廉满意度测评结果", "Results of the Satisfaction Poll"),
    "papers.title.candidates": Entry("参加科长竞岗拟任人选公示", "Candidates Cleared for the Chief Contest"),
    "papers.title.quantification": Entry("考评量化结果公布", "Results of the Quantification"),
    "papers.title.composite": Entry("综合考评结果公示", "Composite Ranking by Post"),
    "papers.title.proposed-chiefs": Entry("科长岗位拟任人员公示", "Proposed Section Chiefs"),
    "papers.title.confirmation-clerks": Entry("科员定岗双向选择确认单", "Confirmation of Mutual Choice: Clerk"),
    "papers.title.confirmation-institution": Entry(
        "事业人员补充双向选择确认单", "Confirmation of Mutual Choice: Institution Staff"
    ),
    "papers.title.placements": Entry("机关科室人员岗位安排", "Placements by Section"),
    "papers.title.returning": Entry("返回原编制单位工作人员名单", "People Returning to Their Home Unit"),
    "papers.title.filing-report": Entry(
        "关于拟任科长人选的备案报告", "Report of Proposed Section Chiefs for the Record"
    ),
    "papers.title.personal-slip": Entry("个人结果告知书", "Notice of Personal Result"),
    "papers.draft.proposed-chiefs": Entry("科长岗位拟任人员方案", "Proposal: Section Chiefs"),
    "papers.draft.placements": Entry("机关科室人员岗位安排方案", "Proposal: Placements by Section"),
    "papers.draft.returning": Entry(
        "返回原编制单位工作人员名单（方案）", "Proposal: People Returning to Their Home Unit"
    ),
    "papers.draft.filing-report": Entry(
        "关于拟任科长人选的备案报告（方案）", "Proposal: Report of Section Chiefs for the Record"
    ),
    "papers.draft.personal-slip": Entry("个人结果告知书（方案）", "Notice of Personal Result (Proposal)"),
}

_STATUS: dict[str, Entry] = {
    "papers.status.process": Entry(
        "（过程材料；党组决定记录之前，岗位安排均为方案）",
        "(Working paper: every placement is a proposal until the party group's decision is recorded)",
    ),
    "papers.status.draft": Entry(
        "（方案，供党组研究；未经决定，不得公布）",
        "(Proposal for the party group; not to be published before it has decided)",
    ),
    "papers.status.proposal": Entry(
        "（方案，尚未经党组决定，以党组决定为准）",
        "(Proposal: the party group has not decided, and its decision is what counts)",
    ),
    "papers.status.decided": Entry("（{grounds}）", "({grounds})"),
    "papers.ground.full": Entry("依据{authority}{date}决定，{document}", "Decided by {authority}, {date}, {document}"),
    "papers.ground.dated": Entry("依据{authority}{date}决定", "Decided by {authority}, {date}"),
    "papers.ground.filed": Entry("依据{authority}决定，{document}", "Decided by {authority}, {document}"),
    "papers.ground.plain": Entry("依据{authority}决定", "Decided by {authority}"),
    "papers.party_group": Entry("局党组", "the party group"),
}

_SENTENCES: dict[str, Entry] = {
    "papers.opening.forms.chiefs": Entry(
        "请在{case}中按轮次填报拟竞争的科长岗位。各轮可申报岗位数依次为{caps}个，同一轮不得重复申报同一岗位；"
        "每轮报岗情况予以公示。可申报的科长岗位：{posts}。",
        "Please enter, round by round, the chief posts you file for in {case}: at most {caps} posts in the rounds in "
        "turn, and no post twice in one round. Each round is published. Open chief posts: {posts}.",
    ),
    "papers.opening.forms.clerks": Entry(
        "请在{case}中按轮次填报拟去的科室，每轮限报一个。前一轮已定岗的，以后各轮不再填报。",
        "Please enter the sections you wish to work in under {case}, one a round. Whoever has a seat files no more.",
    ),
    "papers.opening.forms.institution": Entry(
        "本人申请到行政岗位工作，请在{case}中按轮次填报拟去的科室，每轮限报一个，并由编制单位签署意见。",
        "I apply for an administrative post under {case}. Sections are entered below, one a round; the home unit "
        "states whether it agrees.",
    ),
    "papers.closing.forms": Entry(
        "本人确认以上所报岗位出于自愿，并服从组织决定。",
        "I file for these posts of my own will and accept what the organisation decides.",
    ),
    "papers.opening.filing-round": Entry(
        "根据{case}有关规定，现将竞岗人员第{round}轮报岗情况公示如下（共{count}人）。",
        "Under the rules of {case}, the filings of round {round} are published below ({count} people).",
    ),
    "papers.closing.filing-round": Entry(
        "报岗情况如有差错，请及时向竞争轮岗工作领导组监督组反映。",
        "Please report any mistake to the supervision group without delay.",
    ),
    "papers.opening.satisfaction": Entry(
        "在{case}述职述廉大会上，对原任科长和申报竞争科长职位人员进行了满意度测评。现将{count}人的测评结果公布如下。"
        "不满意率达到{limit}及以上的，不能参加科长职位竞争。",
        "The results of the satisfaction poll held in {case} are given below for {count} people. A dissatisfied "
        "share of {limit} or more bars from the contest for chief posts.",
    ),
    "papers.opening.candidates": Entry(
        "根据{case}有关规定，经推荐、考察并研究决定，现将参加科长竞岗的{count}名拟任人选予以公示。",
        "Under the rules of {case}, {count} candidates have been cleared for the chief contest after recommendation "
        "and inspection; they are published below.",
    ),
    "papers.opening.quantification": Entry(
        "根据{case}有关规定，按考试、民主测评和近三年考核的规定权重计分，并按职级加分，现将{count}人的考评量化结果公布如下。",
        "Under the rules of {case}, the quantification of {count} people (exam, appraisal and annual reviews by "
        "their weights, with the bonus of the rank) is given below.",
    ),
    "papers.closing.check_own": Entry(
        "本人可向考评组查询自己各项得分的构成。如有差错，请及时向监督组反映。",
        "Everybody may ask the assessment group for the parts of their own score. Please report mistakes to the "
        "supervision group.",
    ),
    "papers.opening.composite": Entry(
        "根据{case}有关规定，现将{posts}个科长岗位的综合考评结果公示如下。推荐率未达到会人数{floor}的不列入；"
        "综合考评结果作为确定人选的依据，人选由党组研究决定。",
        "Under the rules of {case}, the composite ranking for {posts} chief posts is given below. Whoever was "
        "recommended by fewer than {floor} of those present is not listed. The ranking is a basis for the party "
        "group, which decides.",
    ),
    "papers.opening.proposed-chiefs": Entry(
        "根据{case}有关规定，经党组研究决定，现将{count}名拟任科长予以公示。",
        "Under the rules of {case}, the party group has decided on {count} section chiefs, who are published below.",
    ),
    "papers.opening.proposed-chiefs.draft": Entry(
        "根据{case}有关规定，按综合考评结果提出{count}名拟任科长的方案，请党组研究。",
        "Under the rules of {case}, {count} section chiefs are proposed to the party group by the composite ranking.",
    ),
    "papers.closing.period": Entry(
        "公示时间：{period}天（自{start}起至{end}止）。对公示对象有异议的，请在公示期内向竞争轮岗工作领导组监督组反映。",
        "Published for {period} days, from {start} to {end}. Objections may be made to the supervision group within "
        "this time.",
    ),
    "papers.closing.contact": Entry(
        "受理电话：＿＿＿＿＿＿　举报信箱：＿＿＿＿＿＿",
        "Telephone: ______________    Letter box: ______________",
    ),
    "papers.opening.confirmation-clerks": Entry(
        "根据{case}科员定岗程序，本人申报与科室选人意见一致。双方签字确认，作为科员定岗的依据之一；须经领导组研究同意后到岗。",
        "Under {case}, the clerk filed for this section and the section chose the clerk. Both confirm it below. The "
        "slip is one of the grounds of the placement, which takes effect only with the leading group's consent.",
    ),
    "papers.opening.confirmation-institution": Entry(
        "根据{case}事业人员补充程序，本人申报与科室选人意见一致。双方签字确认，作为事业人员补充的依据之一；"
        "须经领导组研究同意后到岗。",
        "Under {case}, the applicant filed for this section and the section chose the applicant. Both confirm it "
        "below. The slip is one of the grounds of the placement, which takes effect only with the leading group's "
        "consent.",
    ),
    "papers.opening.confirmation-institution.required": Entry(
        "根据{case}事业人员补充程序，本科室未留用原行政一般人员，须留用一名申报本科室的原事业人员。双方签字确认，"
        "作为事业人员补充的依据之一；须经领导组研究同意后到岗。",
        "Under {case}, this section kept none of its administrative staff and so keeps one of its institution staff "
        "who filed for it. Both confirm it below. The slip is one of the grounds of the placement, which takes effect "
        "only with the leading group's consent.",
    ),
    "papers.opening.placements": Entry(
        "根据{case}有关规定，经研究决定，各科室人员岗位安排如下。",
        "Under the rules of {case}, it has been decided to place the staff of the sections as follows.",
    ),
    "papers.opening.placements.draft": Entry(
        "根据{case}有关规定，各科室人员岗位安排方案如下，请党组研究。",
        "Under the rules of {case}, the following placements are proposed to the party group.",
    ),
    "papers.closing.placements": Entry(
        "请各科室组织做好工作移交和档案资料、固定资产交接，按时到岗。",
        "The sections see to the handing over of work, files and assets; everybody takes up the new post in time.",
    ),
    "papers.opening.returning": Entry(
        "根据{case}有关规定，下列{count}名事业人员本次未确定行政岗位，在原编制单位工作，待条件成熟时再行补充。",
        "Under the rules of {case}, the following {count} members of institution staff have no administrative post "
        "this time and work in their home unit until conditions allow.",
    ),
    "papers.opening.returning.draft": Entry(
        "根据{case}有关规定，建议下列{count}名事业人员回原编制单位工作，请党组研究。",
        "Under the rules of {case}, it is proposed to the party group that the following {count} members of "
        "institution staff work in their home unit.",
    ),
    "papers.recipient": Entry("市委组织部：", "To the Organisation Department of the Municipal Party Committee:"),
    "papers.opening.filing-report": Entry(
        "根据{case}有关规定，经考察并由局党组研究决定，拟任命{count}名科长，现报请备案。"
        "备案批复下达之前，上述人员先行主持科室工作。",
        "Under the rules of {case}, the party group has decided after inspection to appoint {count} section chiefs, "
        "who are reported for the record. Until the reply arrives they are in charge of their sections' work.",
    ),
    "papers.opening.filing-report.draft": Entry(
        "根据{case}有关规定，拟任命{count}名科长，现提出报请备案的方案，请党组研究。",
        "Under the rules of {case}, it is proposed to appoint {count} section chiefs and report them for the record.",
    ),
    "papers.closing.filing-report": Entry("特此报告。", "Submitted for the record."),
    "papers.annex.filing-report": Entry("附件：拟任科长人选考察报告", "Annex: inspection reports on the people named"),
    "papers.pin.assign": Entry(
        "说明：{person}由{authority}指定到{section}任{role}，理由：{reason}。",
        "Note: {authority} assigned {person} to {section} as {role}; reason: {reason}.",
    ),
    "papers.pin.forbid": Entry(
        "说明：{authority}决定{person}不在{section}任{role}，理由：{reason}。",
        "Note: {authority} excluded {person} from {section} as {role}; reason: {reason}.",
    ),
    "papers.tie": Entry(
        "说明：{section}的人选由抽签暂定，须经党组确认（涉及：{people}）。",
        "Note: for {section} only the draw decided; the party group must confirm it (concerns: {people}).",
    ),
    "papers.opening.slip.decided": Entry(
        "根据{case}有关规定，现将党组决定和你本人的考评结果告知如下。",
        "This tells you what the party group has decided on you under {case}, and your own results.",
    ),
    "papers.opening.slip.proposal": Entry(
        "根据{case}有关规定，现将你本人的考评结果和岗位安排方案告知如下。方案未经党组决定，不产生效力。",
        "This tells you your own results in {case} and what is proposed for you. The proposal takes no effect "
        "before the party group has decided.",
    ),
    "papers.slip.differs": Entry(
        "党组决定的岗位与原方案（{proposed}）不同，以党组决定为准。",
        "The party group's decision differs from the proposal ({proposed}); the decision is what counts.",
    ),
    "papers.slip.why": Entry("岗位安排的理由：", "Why this place:"),
    "papers.slip.why.decided": Entry("提出岗位安排方案的理由：", "Why this was proposed to the party group:"),
    "papers.slip.post": Entry("{post}。{why}", "{post}. {why}"),
    "papers.slip.check": Entry(
        "如何核对：你可以向考评组查询上表每项得分的原始分数、权重和计算过程，并可要求按同一数据重新计算。",
        "How to check: you may ask the assessment group for the marks, weights and steps of every score above, and "
        "for a recalculation from the same data.",
    ),
    "papers.slip.object": Entry(
        "如何提出异议：请在公示期（{period}天）内，以书面形式向竞争轮岗工作领导组监督组提出，写明事项和理由。",
        "How to object: in writing, within the {period} days of publication, to the supervision group, with the matter "
        "and your reasons.",
    ),
    "papers.running": Entry("{title}{status}", "{title} {status}"),
    "papers.issuer": Entry("竞争轮岗工作领导组办公室", "Office of the Leading Group for the Rotation"),
    "papers.issuer.party": Entry("中共　　　　　　局党组", "Party Group of the Bureau"),
    "papers.blank_date": Entry("　　　年　　月　　日", "____________ (date)"),
    "papers.date": Entry("{year}年{month}月{day}日", "{year}-{month:0>2}-{day:0>2}"),
    "papers.month": Entry("{year}.{month:0>2}", "{year}-{month:0>2}"),
    "papers.check": Entry(
        "数据校验码：{code}（本件由该数据按实施细则计算生成）",
        "Data check code: {code} (this paper was computed from that data by the regulation)",
    ),
}

_TABLE: dict[str, Entry] = {
    "papers.word.no": Entry("序号", "No."),
    "papers.word.name": Entry("姓名", "Name"),
    "papers.word.present": Entry("现科室", "Present section"),
    "papers.word.section": Entry("科室", "Section"),
    "papers.word.staffing": Entry("编制", "Staffing"),
    "papers.word.rank": Entry("职级", "Rank"),
    "papers.word.track": Entry("类别", "Track"),
    "papers.word.gender": Entry("性别", "Gender"),
    "papers.word.birth": Entry("出生年月", "Born"),
    "papers.word.education": Entry("学历", "Education"),
    "papers.word.round": Entry("轮次", "Round"),
    "papers.word.choice": Entry("志愿", "Choice"),
    "papers.word.wish": Entry("申报岗位", "Post filed for"),
    "papers.word.remark": Entry("备注", "Remarks"),
    "papers.word.satisfied": Entry("满意", "Satisfied"),
    "papers.word.basic": Entry("基本满意", "Basically satisfied"),
    "papers.word.dissatisfied": Entry("不满意", "Dissatisfied"),
    "papers.word.share": Entry("不满意率", "Share dissatisfied"),
    "papers.word.verdict": Entry("结果", "Result"),
    "papers.word.base": Entry("基础分", "Before bonus"),
    "papers.word.bonus": Entry("加分", "Bonus"),
    "papers.word.quantification": Entry("考评量化", "Quantification"),
    "papers.word.post": Entry("岗位", "Post"),
    "papers.word.proposed_post": Entry("拟任科长岗位", "Proposed post"),
    "papers.word.place": Entry("名次", "Place"),
    "papers.word.composite": Entry("综合考评", "Composite"),
    "papers.word.chief": Entry("科长", "Chief"),
    "papers.word.clerks": Entry("科员", "Clerks"),
    "papers.word.institution": Entry("事业人员", "Institution staff"),
    "papers.word.home": Entry("原编制单位", "Home unit"),
    "papers.word.placement": Entry("岗位", "Place"),
    "papers.word.score": Entry("项目", "Score"),
    "papers.word.value": Entry("得分", "Points"),
    "papers.word.article": Entry("依据条款", "Article"),
    "papers.word.date": Entry("日期", "Date"),
    "papers.word.seal": Entry("（印章）", "(stamp)"),
    "papers.sign.person": Entry("本人签字", "Signed by the person"),
    "papers.sign.chief": Entry("科长签字", "Signed by the chief"),
    "papers.sign.acting": Entry("主持工作人员签字", "Signed by the acting chief"),
    "papers.sign.unit": Entry("编制单位意见（盖章）", "Home unit's consent (stamp)"),
    "papers.sign.receiver": Entry("经办人签字", "Received by"),
    "papers.sign.informed": Entry("本人签收", "Received by the person"),
    "papers.sign.teller": Entry("告知人签字", "Handed over by"),
    "papers.ordinal": Entry("第{number}轮", "{number}"),
    "papers.required": Entry("按规定留用", "required retention"),
    "papers.choice": Entry("第{number}志愿", "{number}"),
    "papers.wish": Entry("{number}. {section}", "{number}. {section}"),
    "papers.written_in": Entry("建议岗位", "written in"),
    "papers.verdict.bars": Entry("达到界限", "barred"),
    "papers.verdict.free": Entry("未达到界限", "not barred"),
    "papers.percent": Entry("{number}%", "{number}%"),
    "papers.vacant": Entry("空缺", "vacant"),
    "papers.pending": Entry("待定", "to be decided"),
    "papers.seat.unplaced": Entry("未定岗", "no seat"),
    "papers.seat.returns": Entry("回原编制单位", "returns to the home unit"),
    "papers.seat.none": Entry("不安排岗位", "not placed"),
    "papers.seat.pending": Entry("待定", "to be decided"),
    "papers.score.post": Entry("{score}（{post}科长）", "{score} (chief, {post})"),
    "papers.article": Entry("第{article}条", "{article}"),
    "papers.seat.proposal": Entry("{seat}（方案）", "{seat} (proposal)"),
}

_FAULTS: dict[str, Entry] = {
    "fault.notice_undecided": Entry(
        "“{kind}”公布的是结果，须有党组决定记录：请用 --given 给出含有相应人员的“决定”表；供党组研究的方案请加 --draft",
        "“{kind}” tells a result and needs the recorded decision: name with --given a table of decisions that holds "
        "the people concerned; for the proposal the party group is to discuss, add --draft",
    ),
    "fault.notice_not_a_decision": Entry(
        "--given 所给的是一份方案（outcome），不是党组决定；“{kind}”须有“决定”表，供党组研究的方案请加 --draft",
        "--given names an outcome, which is a proposal and no decision; “{kind}” needs a table of decisions; for the "
        "proposal the party group is to discuss, add --draft",
    ),
    "fault.notice_nothing": Entry(
        "没有可列入“{kind}”的内容：有关的表没有数据，或没有相应人员",
        "nothing to put into “{kind}”: its tables are empty, or it concerns nobody",
    ),
    "fault.notice_glyph": Entry(
        "{who}的“{text}”中有字体画不出的字：{character}（{codepoint}）。请改用规范汉字，或只生成 docx（--form docx）",
        "“{text}” of {who} holds a character that the font cannot draw: {character} ({codepoint}). Use a standard "
        "character, or make docx only (--form docx)",
    ),
    "fault.notice_control": Entry(
        "{who}的“{text}”中有不可见的控制字符（{codepoint}），不能印在材料上，请删去",
        "“{text}” of {who} holds an invisible control character ({codepoint}), which cannot be printed; remove it",
    ),
    "fault.notice_template": Entry(
        "模板 {name} 不能使用：{detail}。请对照说明中的字段表修改，或去掉该文件以使用内置模板",
        "the template {name} cannot be used: {detail}. Compare it with the table of fields, or remove it to use the "
        "built-in one",
    ),
    "fault.notice_templates_missing": Entry(
        "模板文件夹不存在，或其中没有可用的模板：{path}", "no such folder of templates, or none in it is of use: {path}"
    ),
    "papers.template.not_docx": Entry("不是 docx 文件或已损坏", "it is no docx file, or a damaged one"),
    "papers.template.too_large": Entry("文件过大", "it is too large"),
    "papers.template.syntax": Entry(
        "第{line}行附近的标记有误：{message}", "a tag near line {line} is wrong: {message}"
    ),
    "papers.template.field": Entry("用了没有的字段：{message}", "it asks for a field that is not there: {message}"),
    "papers.template.forbidden": Entry("用了不允许的操作：{message}", "it does what is not allowed: {message}"),
    "papers.template.broken": Entry("填写后不再是合格的文档", "filled in, it is no sound document any more"),
    "papers.who.person": Entry("{name}（人员编号 {id}）", "{name} (person_id {id})"),
    "papers.who.section": Entry("{name}（科室编号 {id}）", "{name} (section_id {id})"),
    "papers.who.case": Entry("方案", "the case"),
}

_COMMAND: dict[str, Entry] = {
    "help.verb.notice": Entry(
        "生成各类材料（docx、pdf）：报岗表、公示、确认单、告知书等",
        "the papers of the procedure as docx and PDF: forms, publications, slips, reports",
    ),
    "help.argument.kind": Entry(
        "材料种类：" + "、".join(f"{entry.zh}（{code.rpartition('.')[2]}）" for code, entry in _KINDS.items()),
        "the kind of paper: " + ", ".join(code.rpartition(".")[2] for code in _KINDS),
    ),
    "help.option.notice.output": Entry("材料写入的文件夹", "the folder for the papers"),
    "help.option.notice.outcome": Entry(
        "据以生成的 outcome.json，缺省为按细则程序计算", "the outcome.json to go by; else the rules'"
    ),
    "help.option.notice.given": Entry("党组的“决定”表", "the party group's table of decisions"),
    "help.option.notice.person": Entry("只为此人生成", "for this person only"),
    "help.option.notice.period": Entry("公示天数（默认 7）", "days of publication (7)"),
    "help.option.notice.issued": Entry(
        "落款日期（年-月-日），缺省留空手填", "the date of the paper (YYYY-MM-DD); else left blank"
    ),
    "help.option.notice.form": Entry("形式：docx、pdf 或 both（默认）", "docx, pdf or both (default)"),
    "help.option.notice.templates": Entry("本单位的 docx 模板文件夹", "a folder with the bureau's own docx templates"),
    "help.option.notice.draft": Entry(
        "结果类材料在决定之前作为方案生成", "a result before its decision, marked as a proposal"
    ),
    "usage.no_such_kind": Entry("没有这种材料：{name}。可用：{kinds}", "no such paper: {name}. There are: {kinds}"),
    "usage.outcome_has_seed": Entry(
        "--outcome 已含抽签种子，不能再用 --seed", "--outcome has a seed of its own; leave --seed out"
    ),
    "usage.bad_date": Entry("日期应写作 2024-07-01：{value}", "a date is written 2024-07-01: {value}"),
    "usage.no_person_there": Entry("“{kind}”不能只为一人生成", "“{kind}” is not made for one person alone"),
    "notice.refused": Entry(
        "这份 outcome.json 未通过独立复核，没有生成任何材料。",
        "this outcome.json fails the independent check; no paper was made of it.",
    ),
    "notice.built_in_pdf": Entry(
        "注意：自备模板只用于 docx，PDF 按内置版式。",
        "note: own templates are for docx; the PDF has the built-in layout.",
    ),
}

ENTRIES: dict[str, Entry] = {**_KINDS, **_TITLES, **_STATUS, **_SENTENCES, **_TABLE, **_FAULTS, **_COMMAND}
