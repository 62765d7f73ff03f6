"""Words of the result workbook and the report."""

from allocator.words._entry import Entry

_GENERAL: dict[str, Entry] = {
    "help.verb.report": Entry(
        "结果工作簿（Excel）和可打印的情况报告（网页文件）",
        "the results as a workbook (Excel) and as a report to read and print",
    ),
    "help.option.report.method": Entry(
        "以哪种方法为建议方案：rules（默认）或 optimal；两种都列出",
        "which method is the proposal: rules (default) or optimal; both are shown",
    ),
    "help.option.report.outcome": Entry(
        "只报告这份 outcome.json，不另行求解；复核不通过的不予采用",
        "report this outcome.json instead of solving; one that fails verification is refused",
    ),
    "report.refused": Entry("结果复核不通过，未写出任何文件。", "the outcome fails verification; nothing was written."),
    "report.title": Entry("{case}　竞争轮岗定岗结果", "{case}: results of the rotation of posts"),
    "report.proposal_both_optimal": Entry(
        "以下内容为建议稿，未经党组会议研究决定不生效（第十三、十七条）。以最优方案为建议方案；细则程序的结果供比较。",
        "This is a proposal. Nothing in it takes effect before the party group has decided (articles 13 and 17). The "
        "optimum is the proposal; the rules' own outcome is there to compare it with.",
    ),
    "report.proposal_both_rules": Entry(
        "以下内容为建议稿，未经党组会议研究决定不生效（第十三、十七条）。细则程序的结果为建议方案；最优方案仅供比较参考。",
        "This is a proposal. Nothing in it takes effect before the party group has decided (articles 13 and 17). The "
        "rules' own outcome is the proposal; the optimum is there to compare it with.",
    ),
    "report.proposal_rules": Entry(
        "以下内容为建议稿，未经党组会议研究决定不生效（第十三、十七条）。结果按细则程序得出。",
        "This is a proposal. Nothing in it takes effect before the party group has decided (articles 13 and 17). "
        "It was made by the rules' own procedure.",
    ),
    "report.proposal_optimal": Entry(
        "以下内容为建议稿，未经党组会议研究决定不生效（第十三、十七条）。所列为最优方案，可能与细则程序的结果不同。",
        "This is a proposal. Nothing in it takes effect before the party group has decided (articles 13 and 17). It is "
        "the optimum, which may differ from what the rules' own procedure gives.",
    ),
    "report.partly_decided": Entry(
        "已有党组决定记录：各岗位是否已决定，见工作簿定岗表“决定”一栏；未标明“已决定”的仍为建议，不生效。",
        "Decisions of the party group are recorded: the column “decision” of the placements in the workbook says which "
        "seats have been decided. Every other seat is a proposal and takes no effect.",
    ),
    "report.proposal_short": Entry("建议稿，待党组决定", "proposal, not decided"),
    "report.decided_short": Entry("已决定的见“决定”栏，其余为建议", "decided where marked, else proposed"),
    "report.page_of": Entry("第 &P 页，共 &N 页", "page &P of &N"),
    "report.described": Entry("{title}：{note}", "{title}: {note}"),
    "report.cover.name": Entry("概况", "overview"),
    "report.about.title": Entry("基本情况", "The case"),
    "report.contents.title": Entry("本工作簿各表", "Sheets of this workbook"),
}

_SHEETS: dict[str, Entry] = {
    "report.glance.name": Entry("概况", "overview"),
    "report.glance.title": Entry("结果概览", "Results at a glance"),
    "report.glance.note": Entry("各项人数与岗位数", "people and seats counted"),
    "report.placements.name": Entry("定岗（{method}）", "placements ({method})"),
    "report.placements.title": Entry("定岗结果（{method}）", "Placements ({method})"),
    "report.placements.note": Entry("每个岗位一行，含依据和得分", "one row a seat, with its ground and scores"),
    "report.scores.name": Entry("个人得分", "scores"),
    "report.scores.title": Entry("个人得分及构成", "Scores of people with their parts"),
    "report.scores.note": Entry("每人一行，列出计入的各项原始分", "one row a person, with every mark that counts"),
    "report.pairs.name": Entry("岗位推荐与综合", "pair scores"),
    "report.pairs.title": Entry("竞岗人员与科长职位得分", "Scores of people for chief posts"),
    "report.pairs.note": Entry(
        "每人每岗一行，含各类人员得票；未达要求的注明原因",
        "one row a person and post, with the votes of each group; why somebody does not stand for it",
    ),
    "report.contest.name": Entry("科长竞岗", "chief contest"),
    "report.contest.title": Entry("科长职位竞争情况", "The contest for chief posts"),
    "report.contest.note": Entry(
        "按岗位和轮次排列，轮次在先者优先，同轮按综合考评得分",
        "by post, in the post's own order: earlier rounds first, then the composite score",
    ),
    "report.choices.name": Entry("双向选择", "mutual choice"),
    "report.choices.title": Entry("科员与事业人员双向选择", "Mutual choice of clerks and institution staff"),
    "report.choices.note": Entry(
        "每次申报一行；只被科室选中而未申报的列在最后",
        "one row a filing; people a section listed without their filing stand last",
    ),
    "report.vacancies.name": Entry("空岗", "vacancies"),
    "report.vacancies.title": Entry("空缺岗位", "Vacant seats"),
    "report.vacancies.note": Entry("每科每类空岗一行", "one row a section and kind of seat"),
    "report.unplaced.name": Entry("未定岗人员", "unplaced"),
    "report.unplaced.title": Entry("未定岗人员及原因", "People without a seat, and why"),
    "report.unplaced.drawn": Entry(
        "{reason}（与{people}并列，由抽签区分，须经党组确认）",
        "{reason} (tied with {people}; only the draw told them apart, to be confirmed)",
    ),
    "report.unplaced.note": Entry("每人一行；事业人员返回原单位", "one row a person; institution staff return home"),
    "report.levels.name": Entry("各层目标", "levels"),
    "report.levels.title": Entry("各阶段各层目标", "Levels of each stage"),
    "report.levels.note": Entry("每层一行，含已证明的界", "one row a level, with the bound proven on it"),
    "report.compared_levels.name": Entry("对照-各层目标", "compared levels"),
    "report.compared_levels.title": Entry("两种方法对照：各层目标", "The two methods: levels"),
    "report.compared_levels.note": Entry("每层一行，前面的层优先", "one row a level, the most important first"),
    "report.compared_wishes.name": Entry("对照-意愿实现", "compared wishes"),
    "report.compared_wishes.title": Entry("两种方法对照：意愿实现", "The two methods: wishes met"),
    "report.compared_wishes.note": Entry("每轮一行，数为人数", "one row a round, people counted"),
    "report.compared_people.name": Entry("对照-人员", "compared people"),
    "report.compared_people.title": Entry("两种方法对照：人员", "The two methods: people"),
    "report.compared_people.note": Entry(
        "每人一行：逐阶段对照在前，全程对照在后", "one row a person: stage by stage, then the whole pipelines"
    ),
    "report.compared_sections.name": Entry("对照-科室", "compared sections"),
    "report.compared_sections.title": Entry("两种方法对照：科室", "The two methods: sections"),
    "report.compared_sections.note": Entry("每科一行", "one row a section"),
    "report.claims.name": Entry("对照-排序与任职", "claims"),
    "report.claims.title": Entry(
        "排在前面而未能如愿的人员", "People ranked higher than the holder of a seat they wanted"
    ),
    "report.claims.note": Entry(
        "每处一行；细则程序不应有，最优方案如有须说明理由",
        "one row a case; the rules leave none, and each of the optimum needs a reason",
    ),
    "report.ties.name": Entry("待确认", "ties to confirm"),
    "report.ties.title": Entry(
        "仅由抽签区分、须经党组确认之处", "Results that rest on the draw alone, to be confirmed"
    ),
    "report.ties.note": Entry("每处一行", "one row a case"),
    "report.warnings.name": Entry("提请注意", "warnings"),
    "report.warnings.title": Entry("提请注意的事项", "Warnings"),
    "report.warnings.note": Entry("每条一行，附代码", "one row a warning, with its code"),
    "report.pins.name": Entry("指定与排除", "pins"),
    "report.pins.title": Entry("事先指定与排除的岗位", "Seats assigned or forbidden beforehand"),
    "report.pins.note": Entry("每项一行，附理由和决定机关", "one row a pin, with reason and authority"),
    "report.rulebook.name": Entry("规则", "rulebook"),
    "report.rulebook.title": Entry("所用规则", "The rulebook in force"),
    "report.rulebook.note": Entry("每项一行，附条款", "one row a number, with its article"),
    "report.facts.name": Entry("核对信息", "run facts"),
    "report.facts.title": Entry("核对信息", "What was read and made"),
    "report.facts.note": Entry(
        "数据、规则和结果的校验码，相同即为同一份", "hashes of data, rulebook and outcome: the same means identical"
    ),
}

_HEADS: dict[str, Entry] = {
    "head.sides": Entry("双方意愿", "who wished"),
    "head.rank": Entry("职级", "rank"),
    "head.to": Entry("定岗科室", "to"),
    "head.entrant": Entry("参加竞岗", "contests"),
    "head.bars": Entry("不参加竞岗的原因", "why not"),
    "head.review_year": Entry("年度考核{number}", "review {number}"),
    "head.bonus": Entry("职级加分", "bonus"),
    "head.judges": Entry("评委数", "judges"),
    "head.kept": Entry("计入评委数", "judges counted"),
    "head.basis": Entry("依据", "ground"),
    "head.choice": Entry("志愿", "choice"),
    "head.votes": Entry("得票", "votes"),
    "head.present": Entry("实到人数", "present"),
    "head.barred": Entry("不能任职的原因", "why not"),
    "head.post_rank": Entry("岗位内排序", "place"),
    "head.round_rank": Entry("本轮排序", "place in round"),
    "head.move": Entry("变动", "move"),
    "head.pick_order": Entry("选人名次", "pick order"),
    "head.pin_reason": Entry("指定理由", "reason of the pin"),
    "head.pin_authority": Entry("决定机关", "authority"),
    "head.pin_mode": Entry("方式", "pin"),
    "head.decision": Entry("决定", "decision"),
    "head.decision_paper": Entry("决定依据", "decided by"),
    "head.draw": Entry("抽签", "draw"),
    "head.tie_decided": Entry("决定人选", "decided"),
    "head.signature": Entry("签字", "signature"),
    "head.home_unit": Entry("编制单位", "home unit"),
    "head.confirm": Entry("确认", "confirmation"),
    "head.warning": Entry("事项", "warning"),
    "head.code": Entry("代码", "code"),
    "head.state": Entry("状态", "state"),
    "head.order": Entry("次序", "order"),
    "head.fact": Entry("项目", "fact"),
    "head.sheet": Entry("表", "sheet"),
    "head.content": Entry("内容", "content"),
    "head.records": Entry("行数", "rows"),
}

_MARKS: dict[str, Entry] = {
    "mark.admissible": Entry("○ 可任", "○ yes"),
    "mark.barred": Entry("× 不可任", "× no"),
    "mark.here": Entry("● 任此职", "● holds it"),
    "mark.here_by": Entry("● 在此：{basis}", "● here: {basis}"),
    "mark.elsewhere": Entry("○ {seat}", "○ {seat}"),
    "mark.no_seat": Entry("× 无岗位", "× no seat"),
    "mark.left_out": Entry("× {reason}", "× {reason}"),
    "mark.seated": Entry("● {seat}", "● {seat}"),
    "mark.moves": Entry("→ 调整", "→ moves"),
    "mark.stays": Entry("＝ 留任", "= stays"),
    "mark.comes": Entry("＋ 新进", "+ comes in"),
    "mark.both": Entry("◎ 申报且选中", "◎ filed and listed"),
    "mark.filed_only": Entry("○ 仅申报", "○ filed only"),
    "mark.listed_only": Entry("△ 仅选中", "△ listed only"),
    "mark.to_confirm": Entry("□ 待确认", "□ to confirm"),
    "mark.follows": Entry("△ 随并列变动", "△ follows the ties"),
    "mark.proven": Entry("√ 已证明", "√ proven"),
    "mark.unproven": Entry("未证明", "not proven"),
    "mark.changed": Entry("◆ 有变化", "◆ differs"),
    "mark.same": Entry("＝ 相同", "= same"),
    "mark.verdict.gains": Entry("▲ 受益", "▲ gains"),
    "mark.verdict.loses": Entry("▼ 受损", "▼ loses"),
    "mark.verdict.moved": Entry("◆ 变动", "◆ moves"),
    "mark.verdict.unchanged": Entry("＝ 不变", "= same"),
    "decided.yes": Entry("√ 已决定", "√ decided"),
    "decided.no": Entry("□ 建议", "□ proposed"),
    "decided.fixed": Entry("－ 不轮岗", "- fixed"),
    "decided.otherwise": Entry("≠ 已决定到{seat}", "≠ decided: {seat}"),
}

_ABOUT: dict[str, Entry] = {
    "about.case": Entry("方案", "case"),
    "about.reference_date": Entry("基准日期", "reference date"),
    "about.people": Entry("人员数", "people"),
    "about.sections": Entry("科室数", "sections"),
    "about.headcount": Entry("核定岗位数", "posts (headcount)"),
    "about.open_posts": Entry("开放竞争的科长职位", "chief posts open"),
    "about.entrants": Entry("竞岗人员", "people in the chief contest"),
    "about.rulebook": Entry("规则", "rulebook"),
    "about.proposal": Entry("建议方案", "what is proposed"),
    "about.decided": Entry("党组决定", "decisions of the party group"),
    "about.none_decided": Entry("尚无决定记录", "none recorded"),
    "about.some_decided": Entry(
        "建议的{all}个岗位中，已按建议决定{same}个；另有{other}人另作决定",
        "{same} of the {all} placements decided as proposed; {other} people decided otherwise",
    ),
    "about.audited": Entry("独立复核", "independent check"),
    "about.audit_passed": Entry(
        "通过：逐条符合规则，各项数值重算一致", "passed: every rule is kept, every number recomputed"
    ),
    "about.audit_failed": Entry("未通过", "failed"),
    "about.not_audited": Entry("未进行", "not made"),
    "fact.case": Entry("方案数据校验码（SHA-256）", "case (SHA-256)"),
    "fact.rulebook": Entry("规则 {name} 校验码", "rulebook {name}"),
    "fact.seed": Entry("抽签种子", "lottery seed"),
    "fact.seed_source": Entry("种子来源", "where the seed comes from"),
    "fact.seed_from_case": Entry("方案中公布", "published with the case"),
    "fact.seed_from_default": Entry("未公布，以方案名称代替", "none published; the case's name stands in"),
    "fact.seed_from_option": Entry("运行时指定", "given by hand"),
    "fact.given": Entry("已定阶段校验码", "earlier stages taken as given"),
    "fact.allocator": Entry("程序版本", "version of this program"),
    "fact.ortools": Entry("求解器版本（OR-Tools）", "version of the solver (OR-Tools)"),
    "fact.status": Entry("{method}：状态", "{method}: status"),
    "fact.outcome": Entry("{method}：结果文件校验码", "{method}: outcome file"),
    "fact.input": Entry("输入文件 {name}", "input file {name}"),
}

_TARGETS: dict[str, Entry] = {
    "target": Entry(
        "{attribute}（{wanted}）至少{least}人，适用于核定{headcount}岗以上的科室",
        "{attribute} ({wanted}): at least {least}, in sections of {headcount} posts or more",
    ),
    "target.below": Entry("{years}岁以下", "under {years}"),
    "target.gender": Entry("性别", "gender"),
    "target.age": Entry("年龄", "age"),
    "target.education": Entry("学历", "education"),
    "target.specialty": Entry("专业特长", "specialty"),
    "target.proficiency": Entry("业务熟练程度", "proficiency"),
    "reading.tiers": Entry("各轮申报都有效，先轮在先", "all filings stand, earlier rounds first"),
    "reading.open": Entry("各轮申报都有效，不分先后", "all filings stand, rounds count alike"),
    "reading.latest": Entry("只认最后一轮申报", "only the last round counts"),
}

_FIGURES: dict[str, Entry] = {
    "report.by_section.name": Entry("各科室人员", "sections"),
    "report.by_section.title": Entry("各科室人员", "People of each section"),
    "report.by_section.note": Entry("每科一行", "one row a section"),
    "report.by_section_counted.name": Entry("各科室人数", "sections"),
    "report.by_section_counted.title": Entry(
        "各科室科长与人数（人员姓名见工作簿）", "Chiefs and numbers of each section (names in the workbook)"
    ),
    "report.by_section_counted.note": Entry("每科一行", "one row a section"),
    "report.figure_moves.name": Entry("科长去向", "moves of chiefs"),
    "report.figure_moves.title": Entry("科长去向", "Where chiefs come from and go to"),
    "report.figure_moves.note": Entry("每人一行", "one row a person"),
    "report.figure_flows.name": Entry("人员流动", "moves"),
    "report.figure_flows.title": Entry("人员流动（{method}）", "Moves between sections ({method})"),
    "report.figure_flows.note": Entry("每对科室一行", "one row a pair of sections"),
    "report.figure_posts.name": Entry("各岗位综合考评", "composite by post"),
    "report.figure_posts.title": Entry("各科长职位竞争者的综合考评", "Composite scores by chief post"),
    "report.figure_posts.note": Entry("每人每岗一行", "one row a person and post"),
    "report.figure_wishes.name": Entry("意愿实现", "wishes met"),
    "report.figure_wishes.title": Entry("意愿实现情况", "Wishes met by round"),
    "report.figure_wishes.note": Entry("每阶段每方法一行", "one row a stage and method"),
    "report.figure_headcounts.name": Entry("各科室人数", "people of sections"),
    "report.figure_headcounts.title": Entry("各科室轮岗前后人数", "People of each section before and after"),
    "report.figure_headcounts.note": Entry("每科一行", "one row a section"),
    "figure.left_out": Entry(
        "另有{count}行未画出，见工作簿“{sheet}”。", "{count} more are not drawn; see “{sheet}” of the workbook."
    ),
    "figure.too_many": Entry(
        "涉及{count}个科室，图中无法看清，见工作簿“{sheet}”。",
        "{count} sections are concerned, too many for a picture; see “{sheet}” of the workbook.",
    ),
    "figure.moves.read": Entry(
        "左为现科室，右为定岗后；深色线为调整，浅色线为留任，虚线为不再任科长。",
        "Left the present section, then the post under each outcome. Dark: moves; pale: stays; dashed: no chief post.",
    ),
    "figure.moves.only_changed": Entry(
        "只画出两种方法结果不同的科室；来自或去往其他科室的连线未画出。",
        "Only sections in which the methods differ are drawn; lines from and to other sections are left out.",
    ),
    "figure.now": Entry("现科室", "at present"),
    "figure.no_section": Entry("无现科室：{people}", "no present section: {people}"),
    "figure.no_post": Entry("不任科长：{people}", "no chief post: {people}"),
    "figure.no_section_short": Entry("（无现科室）", "(no section)"),
    "figure.no_seat": Entry("（未定岗）", "(no seat)"),
    "figure.vacant": Entry("空缺", "vacant"),
    "figure.post_holder": Entry("{section}　{people}", "{section}: {people}"),
    "figure.two_holders": Entry("{rules}→{optimal}", "{rules} → {optimal}"),
    "figure.post_dot": Entry("{person}，第{round}轮", "{person}, round {round}"),
    "figure.flows.axes": Entry("行：现科室　列：定岗科室", "rows: from; columns: to"),
    "figure.flows.read_square": Entry(
        "每格为从行所示科室到列所示科室的人数，颜色越深人数越多；对角线粗框为留任。",
        "Each cell counts the people who go from the row's section to the column's; darker is more; framed: they stay.",
    ),
    "figure.flows.read_bars": Entry(
        "每科一行：左为调出，中为留任，右为调入，数字依次为调出、留任、调入人数。",
        "One row a section: people who leave, stay and come in, in that order in the figures behind.",
    ),
    "figure.leave": Entry("调出", "leave"),
    "figure.stay": Entry("留任", "stay"),
    "figure.come": Entry("调入", "come in"),
    "figure.posts.read_both": Entry(
        "每个圆为一名竞争者，圈内数字为报岗轮次；实心为细则程序的任职者，加方框为最优方案的任职者。轮次在先者优先，所以任职者的分数未必最高。",
        "Each circle is somebody who stood for the post; the number is the filing round. Filled: the holder under the "
        "rules; framed: the holder under the optimum. Earlier rounds come first, whatever the score.",
    ),
    "figure.posts.read_one": Entry(
        "每个圆为一名竞争者，圈内数字为报岗轮次；实心为任职者。轮次在先者优先，所以任职者的分数未必最高。",
        "Each circle is somebody who stood for the post; the number is the filing round. Filled: the holder. Earlier "
        "rounds come first, so the holder's score need not be highest.",
    ),
    "figure.posts.names": Entry(
        "圆点所代表的人员姓名见工作簿“{sheet}”。", "Who the circles are stands in “{sheet}” of the workbook."
    ),
    "figure.wishes.read": Entry(
        "每条为一个阶段的全部人员，按所得岗位在第几轮申报分段，数字为人数。",
        "Each bar is everybody of a stage, by the round in which the seat they got was filed for; people counted.",
    ),
    "figure.stage_method": Entry("{stage}·{method}", "{stage}, {method}"),
    "figure.people": Entry("{count}人", "{count}"),
    "figure.before": Entry("轮岗前", "before"),
    "figure.headcounts.read": Entry(
        "每科三条以内：轮岗前和定岗后的人数；竖线为核定岗位数。",
        "For each section the people before and after; the upright line is the headcount.",
    ),
}

_PAGE: dict[str, Entry] = {
    "page.kind": Entry("竞争轮岗定岗情况报告", "REPORT"),
    "page.contents": Entry("目录", "Contents"),
    "page.glance": Entry("概况", "At a glance"),
    "page.people": Entry("定岗结果", "Who goes where"),
    "page.comparison": Entry("两种方法对照", "The two methods compared"),
    "page.proof": Entry("最优性证明说明", "What is proven"),
    "page.confirm": Entry("待确认事项与提请注意", "To confirm and to note"),
    "page.facts": Entry("核对信息", "What was read and made"),
    "page.advisory_proposed": Entry(
        "以最优方案为建议方案时请注意：它可能让综合考评较低者任职而较高者未能如愿，与第十三条第三项不一致；每一处都列在下面，由党组决定。",
        "Where the optimum is the proposal: it may give a post to somebody whom the post's own order puts lower, "
        "against article 13-3. Every such case is listed, for the party group to decide.",
    ),
    "page.more": Entry("另有{count}行，见工作簿“{sheet}”。", "{count} more rows stand in “{sheet}” of the workbook."),
    "page.follows": Entry(
        "{method}：以下人员的岗位双方均未提出，由其余安排决定，可能随上述并列的确认而变动：{people}。",
        "{method}: neither side named the seats of these people; they come from all the rest and may change with "
        "what is confirmed above: {people}.",
    ),
    "page.nothing": Entry("无。", "None."),
    "page.as_table": Entry("{caption}（表格）", "{caption}: the same as a table"),
    "page.table_in_workbook": Entry("{caption}的数据见工作簿。", "{caption}: the figures stand in the workbook."),
    "proofs.how_proven": Entry(
        "最优方案按各层目标的先后次序逐层求出，每一层都已证明：在符合全部规则、且不降低前面各层的安排中，没有更好的。",
        "The optimum is found level by level, the most important first. Each level is proven: of all arrangements that "
        "keep every rule and every earlier level, none does better.",
    ),
    "proofs.of_whole": Entry(
        "下列数值是最优方案自己全程的结果；上文逐阶段对照从细则程序的前期结果出发，后面阶段的数值因此可能不同。",
        "The figures are those of the optimum's own pipeline. The comparison stage by stage starts from the rules' own "
        "earlier stages, so that its later figures may differ.",
    ),
    "proofs.how_open": Entry(
        "最优方案按各层目标的先后次序逐层求出。下列标明尚未证明的层，只是已找到的最好结果。",
        "The optimum is looked for level by level, the most important first. Where a level is not proven, it is only "
        "the best found.",
    ),
    "proofs.first.max": Entry("“{level}”最多为{value}。", "“{level}” can be {value} at most."),
    "proofs.first.min": Entry("“{level}”最少为{value}。", "“{level}” can be {value} at least."),
    "proofs.then.max": Entry(
        "保持以上各层，“{level}”最多为{value}。", "With all of the above kept, “{level}” can be {value} at most."
    ),
    "proofs.then.min": Entry(
        "保持以上各层，“{level}”最少为{value}。", "With all of the above kept, “{level}” can be {value} at least."
    ),
    "proofs.open": Entry(
        "“{level}”已达{value}，尚未证明不能更好（界为{bound}）。",
        "“{level}” has reached {value}; that it cannot be better is not proven (bound {bound}).",
    ),
    "proofs.check": Entry(
        "证明以整数写成，可不用求解器另行核对：allocator verify 方案 结果 --proof。",
        "The proof is in whole numbers and can be checked without the solver: allocator verify CASE OUTCOME --proof.",
    ),
    "proofs.rules_only": Entry(
        "本结果由细则程序逐步得出，不涉及最优性，因此没有证明；下表为各层目标所达到的值。",
        "This outcome was made by the rules' own procedure, which claims no optimum; the table says what it reaches.",
    ),
    "head.chief": Entry("科长", "chief"),
    "head.clerks": Entry("科员", "clerks"),
    "head.institution_staff": Entry("事业人员", "institution staff"),
}

ENTRIES: dict[str, Entry] = {**_GENERAL, **_SHEETS, **_HEADS, **_MARKS, **_ABOUT, **_TARGETS, **_FIGURES, **_PAGE}
