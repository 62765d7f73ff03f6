"""Words of the pages about a run: board, pins and their price, people, sections, comparison, score tables."""

from allocator.words._entry import Entry

_FRAME: dict[str, Entry] = {
    "pages.tabs": Entry("本页各部分", "Parts of this case or run"),
    "pages.trail": Entry("所在位置", "Where you are"),
    "pages.tab.case": Entry("方案概况", "The case"),
    "pages.tab.run": Entry("运算结果", "Outcome"),
    "pages.tab.board": Entry("科室定岗板", "Section board"),
    "pages.tab.people": Entry("人员得分", "Scores of people"),
    "pages.tab.pairs": Entry("竞岗得分", "Scores for chief posts"),
    "pages.tab.comparison": Entry("两种方法对照", "Comparison of methods"),
    "pages.tab.decision": Entry("决定与公布", "Decision"),
    "pages.tab.pins": Entry("指定与排除", "Pins"),
    "pages.state.proposal": Entry("建议方案，未经党组决定", "Proposal, not decided by the party group"),
    "pages.state.decided": Entry("已决定：{authority}，{date}", "Decided: {authority}, {date}"),
    "pages.state.published": Entry("已决定并公布：{authority}，{date}", "Decided and published: {authority}, {date}"),
    "pages.head.seat": Entry("建议岗位", "proposed seat"),
    "pages.head.person_id": Entry("人员编号", "person's id"),
    "pages.head.section_id": Entry("科室编号", "section's id"),
    "pages.head.pin_seat": Entry("科室与岗位", "section and role"),
    "pages.filter.text": Entry("查找", "Find"),
    "pages.filter.every_section": Entry("全部科室", "every section"),
    "pages.filter.every_track": Entry("全部类别", "every track"),
    "pages.filter.show": Entry("查看", "Show"),
    "pages.filter.nothing": Entry("没有符合条件的内容。", "Nothing matches."),
}

_BOARD: dict[str, Entry] = {
    "pages.board.help": Entry(
        "每格一个科室。要指定某人的岗位，可用鼠标把卡片拖到目标科室，也可用卡片上的“指定或排除”按钮；"
        "排除某一岗位用同一按钮。先显示代价，填写理由和决定机关并确认后才生效。",
        "One box a section. To pin a person to a seat, drag the card to a section or use its button; the button also "
        "rules a seat out. The price is shown first; nothing is recorded before you confirm it with a reason and an "
        "authority.",
    ),
    "pages.board.search": Entry("在定岗板上查找", "Find on the board"),
    "pages.board.count": Entry("显示{shown}个科室，共{count}个。", "{shown} of {count} sections shown."),
    "pages.board.legend": Entry("图例", "Key"),
    "pages.board.vacant": Entry("空岗", "vacant"),
    "pages.board.vacancies": Entry("空岗{count}个", "{count} vacant"),
    "pages.board.nobody": Entry("无人员岗位", "no seats besides the chief's"),
    "pages.board.seated": Entry("在岗{seated}，核定{headcount}", "{seated} of {headcount} posts"),
    "pages.board.staff": Entry("科员与事业人员", "Clerks and institution staff"),
    "pages.board.from": Entry("原科室：{section}", "from: {section}"),
    "pages.board.pin": Entry("指定或排除", "Pin"),
    "pages.board.pin_person": Entry("指定或排除：{person}", "Pin {person} to a seat, or rule one out"),
    "pages.board.composite": Entry("综合{score}", "composite {score}"),
    "pages.board.quantification": Entry("量化{score}", "quantification {score}"),
    "pages.board.leaving": Entry("已指定到{seat}，下次运算生效", "pinned to {seat} from the next run on"),
    "pages.board.ruled_out": Entry("已排除{seat}，下次运算生效", "ruled out from the next run on: {seat}"),
    "pages.board.stays_out": Entry("将排除：{person}（{role}）", "ruled out: {person} ({role})"),
    "pages.board.comes": Entry("将指定：{person}（{role}）", "to come: {person} ({role})"),
    "pages.board.coming_short": Entry("下次运算的指定", "pinned for the next run"),
    "pages.board.out_short": Entry("下次运算的排除", "ruled out for the next run"),
    "pages.board.coming": Entry("本次运算之后指定与排除的变动", "Pins changed since this run"),
    "pages.board.set.assign": Entry("新指定：{person}，{seat}。", "Pinned: {person}, {seat}."),
    "pages.board.set.forbid": Entry("新排除：{person}，{seat}。", "Ruled out: {person}, {seat}."),
    "pages.board.gone.assign": Entry("已撤回指定：{person}，{seat}。", "Pin withdrawn: {person}, {seat}."),
    "pages.board.gone.forbid": Entry("已撤回排除：{person}，{seat}。", "No longer ruled out: {person}, {seat}."),
    "pages.board.again": Entry("按现有指定与排除重新运算", "Run again with these pins"),
    "pages.board.again_at_case": Entry("到方案页重新运算", "Run again from the page of the case"),
    "pages.board.pins": Entry("查看和撤回", "See and withdraw pins"),
    "pages.say.lifted": Entry("已拿起{person}。", "{person} lifted."),
    "pages.say.over": Entry("{person}：移到{seat}，尚未放下。", "{person} over {seat}, not dropped."),
    "pages.say.dropped": Entry(
        "{person}放到{seat}，正在计算代价，确认前不生效。",
        "{person} dropped at {seat}; working out the price. Nothing is recorded before you confirm.",
    ),
    "pages.say.back": Entry("{person}已放回原处。", "{person} put back."),
    "pages.say.unfit": Entry("{person}不能到{seat}，已放回原处。", "{person} cannot go to {seat}; put back."),
    "pages.say.chosen.forbid": Entry(
        "{person}：选择了排除{seat}，尚未确认。", "{person}: {seat} chosen to be ruled out, not confirmed."
    ),
    "pages.say.chosen.assign": Entry("{person}：选择了{seat}，尚未确认。", "{person}: {seat} chosen, not confirmed."),
}

_PINS: dict[str, Entry] = {
    "pages.pin.heading": Entry("指定或排除岗位：{person}", "Pin {person} to a seat, or rule one out"),
    "pages.pin.choose_heading": Entry("选择方式、科室和岗位", "Choose what to do, a section and a role"),
    "pages.pin.mode.assign": Entry("指定：安排到该岗位", "pin: to have this seat"),
    "pages.pin.mode.forbid": Entry("排除：不得安排到该岗位", "rule out: not to have this seat"),
    "pages.pin.now": Entry("本次方案中的岗位：{seat}。", "Seat in this outcome: {seat}."),
    "pages.pin.now_none": Entry("本次方案中没有岗位。", "No seat in this outcome."),
    "pages.pin.help": Entry(
        "先看代价，再行确认。指定优先于报岗、推荐和双向选择，其他硬性规定仍须遵守；排除的岗位按未申报对待，不再安排。",
        "The price comes first. A pin goes before filings, recommendation and mutual choice; every other hard rule "
        "still binds it. A seat ruled out counts as not filed for and is not given to the person.",
    ),
    "pages.pin.choose": Entry("请选择科室", "choose a section"),
    "pages.pin.filed": Entry("本人申报的科室", "Sections filed for"),
    "pages.pin.others": Entry("其他科室", "Other sections"),
    "pages.pin.has_vacancy": Entry("（有空岗）", "(vacant seat)"),
    "pages.pin.price": Entry("查看代价", "Show the price"),
    "pages.pin.back": Entry("返回定岗板", "Back to the board"),
    "pages.pin.nothing_yet": Entry("这一步只计算代价，不作任何登记。", "Nothing is recorded by this step."),
    "pages.pin.already": Entry(
        "本次运算已按指定安排此人；要改变，请先撤回原指定并重新运算。",
        "This run has the person pinned already. To change it, withdraw that pin and run again.",
    ),
    "pages.pin.never": Entry(
        "不轮岗人员和聘用人员的岗位不能指定或排除。", "People in fixed posts and contract staff cannot be pinned."
    ),
    "pages.pin.reason": Entry("理由", "Reason"),
    "pages.pin.authority": Entry("决定机关", "Authority"),
    "pages.pin.missing": Entry("理由和决定机关都必须填写。", "Reason and authority are both needed."),
    "pages.pin.against": Entry(
        "没有记录，因为与现有的指定或规定相抵触：", "Nothing was recorded; it conflicts with pins in force or rules:"
    ),
    "pages.pin.confirm_heading.assign": Entry("确认指定", "Confirm the pin"),
    "pages.pin.confirm_heading.forbid": Entry("确认排除", "Confirm that the seat is ruled out"),
    "pages.pin.confirm.assign": Entry("确认指定", "Confirm the pin"),
    "pages.pin.confirm.forbid": Entry("确认排除", "Rule it out"),
    "pages.pin.recorded": Entry(
        "确认后记入台账，只能另行撤回，不能涂改；下次运算起生效，理由和决定机关在结果中列出。",
        "It is put on record and can be withdrawn but not altered. It counts from the next run on; reason and "
        "authority are printed with the outcome.",
    ),
    "pages.pin.in_force.assign": Entry("这一指定已经在册。", "This pin is in force already."),
    "pages.pin.in_force.forbid": Entry("这一排除已经在册。", "This seat is ruled out already."),
    "pages.pin.set.forbid": Entry(
        "已排除：{person}，{seat}。下次运算起生效。", "Ruled out: {person}, {seat}. It counts from the next run on."
    ),
    "pages.pin.set.assign": Entry(
        "已指定：{person}，{seat}。下次运算起生效。", "Pinned: {person}, {seat}. It counts from the next run on."
    ),
    "pages.pin.withdrawn.forbid": Entry(
        "已撤回排除：{person}，{seat}。下次运算起生效。",
        "No longer ruled out: {person}, {seat}. It counts from the next run on.",
    ),
    "pages.pin.withdrawn.assign": Entry(
        "已撤回指定：{person}，{seat}。下次运算起生效。",
        "Withdrawn: {person}, {seat}. It counts from the next run on.",
    ),
    "pages.pins.help": Entry(
        "指定的人员在下次运算时先行就位，排除的岗位不再安排给本人。"
        "每次指定、排除和撤回都单独记录，写明理由、决定机关、操作人和时间。",
        "In the next run pins seat people before anything else, and seats ruled out are not given. Each one, and each "
        "withdrawal, is a record of its own with reason, authority, operator and time.",
    ),
    "pages.pins.in_force": Entry("有效的指定与排除（{count}项）", "Pins in force ({count})"),
    "pages.pins.none": Entry("没有在网页上登记的指定与排除。", "No pin set on the page is in force."),
    "pages.pins.where": Entry(
        "要指定或排除岗位，请打开一次运算的定岗板：", "To pin a person or rule a seat out, open the board of a run:"
    ),
    "pages.pins.seat.assign": Entry("{person} → {seat}", "{person} → {seat}"),
    "pages.pins.seat.forbid": Entry("{person}：不得安排到{seat}", "{person}: not to have {seat}"),
    "pages.pins.withdraw.assign": Entry("撤回这一指定", "Withdraw this pin"),
    "pages.pins.withdraw.forbid": Entry("撤回这一排除", "Withdraw this exclusion"),
    "pages.pins.withdraw_button": Entry("确认撤回", "Withdraw"),
    "pages.pins.of_files": Entry("方案文件中的指定与排除", "Pins of the files"),
    "pages.pins.of_files_help": Entry(
        "这些写在方案文件里，要改变请修改文件后重新打开。", "They stand in the files of the case; change them there."
    ),
    "pages.pins.history": Entry("全部记录（{count}条）", "All records ({count})"),
    "pages.pins.act.set": Entry("登记", "set"),
    "pages.pins.act.withdrawn": Entry("撤回", "withdrawn"),
    "pages.pins.no_history": Entry("还没有记录。", "No record yet."),
}

_QUESTIONS: dict[str, Entry] = {
    "pages.question.price": Entry("指定的代价：{person}", "Price of pinning {person}"),
    "pages.question.price.forbid": Entry("排除的代价：{person}", "Price of ruling a seat out: {person}"),
    "pages.question.decision": Entry("各项调整的性质与代价", "What the changes come to"),
    "pages.question.winning": Entry("怎样才能得到岗位：{person}", "What would have won: {person}"),
    "pages.question.progress": Entry("正在计算", "Being worked out"),
    "pages.question.seconds": Entry("已用{seconds}秒。", "{seconds} seconds so far."),
    "pages.question.stop": Entry("停止计算", "Stop"),
    "pages.question.stop_help": Entry(
        "停止后按已求得的结果显示，不算证明。", "What has been found is then shown, without proof."
    ),
    "pages.question.stop_asked": Entry("已要求停止计算。", "Asked to stop."),
    "pages.question.leave": Entry(
        "可以离开或刷新本页，计算不受影响。", "You may leave or reload this page; the work goes on."
    ),
    "pages.question.refused": Entry("不能计算，原因如下。", "It cannot be worked out, for these reasons."),
    "pages.question.failed": Entry(
        "计算中断，没有得到结果。请重新提出。", "The work broke off without an answer. Ask again."
    ),
    "pages.phase.starting": Entry("正在启动。", "Starting."),
    "pages.phase.reading": Entry("正在读取方案。", "Reading the case."),
    "pages.phase.working": Entry("正在重新求解各阶段。", "Solving every stage again."),
    "pages.phase.level": Entry("现求{stage}的“{level}”。", "Now: {stage}, {level}."),
    "pages.price.of.assign": Entry("指定：{person} → {seat}", "To pin: {person} → {seat}"),
    "pages.price.of.forbid": Entry("排除：{person}不得安排到{seat}", "To rule out: {person} at {seat}"),
    "pages.price.heading": Entry("代价", "Price"),
    "pages.price.levels": Entry("各层目标的变化", "Levels with and without the pin"),
    "pages.price.now": Entry("本次方案", "this outcome"),
    "pages.price.pinned.assign": Entry("指定后", "with the pin"),
    "pages.price.pinned.forbid": Entry("排除后", "ruled out"),
    "pages.price.difference": Entry("变化", "change"),
    "pages.price.effect": Entry("优劣", "effect"),
    "pages.price.details": Entry("其余变化的文字说明", "The further changes in words"),
    "pages.price.better": Entry("变好", "better"),
    "pages.price.worse": Entry("变差", "worse"),
    "pages.price.same": Entry("不变", "same"),
    "pages.price.against": Entry(
        "与本次运算的方案比较；本次运算之后另行登记的指定与排除没有计入。前面的目标优先，第一处变化最要紧。",
        "Compared with the outcome of this run; pins set since are not counted. Earlier levels come first, so the "
        "first change matters most.",
    ),
    "pages.price.stopped": Entry(
        "计算提前停止，以下数值未经证明。", "It was stopped early: these values are not proven."
    ),
    "pages.winning.of": Entry("{person}，{section}", "{person}, {section}"),
    "pages.winning.back": Entry("返回人员页", "Back to the person"),
}

_PEOPLE: dict[str, Entry] = {
    "pages.person.seat": Entry("建议岗位", "proposed seat"),
    "pages.person.parts": Entry("各项构成和条款", "Parts and articles"),
    "pages.person.posts": Entry("申报、被建议和被科室列入名单的岗位", "Posts filed for, written in for or listed by"),
    "pages.person.no_posts": Entry("没有。", "None."),
    "pages.person.pin": Entry("指定岗位，先看代价", "Pin to a seat, price first"),
    "pages.person.forbid": Entry("排除岗位，先看代价", "Rule a seat out, price first"),
    "pages.person.ask_chief": Entry("怎样才能得到{section}科长职位", "What would have won the chief post of {section}"),
    "pages.person.ask_seat": Entry("安排到{section}的代价", "What a seat in {section} would cost"),
    "pages.section.seated": Entry("在岗人数", "seated"),
    "pages.section.members": Entry("人员", "People"),
    "pages.section.tie": Entry(
        "{stage}：下列人员是否在此，仅由抽签决定，须经党组确认；另作选择，抽签以前的各层目标同样好。",
        "{stage}: only the draw decided whether these people sit here; the party group must confirm it. Another choice "
        "is just as good on every level before the draw.",
    ),
    "pages.section.tie.here": Entry("在此科室", "in this section"),
    "pages.section.tie.drawn": Entry("抽签在此", "here by the draw"),
    "pages.section.tie.could": Entry("同样可以在此", "could be here just as well"),
    "pages.section.tie.elsewhere": Entry("同样可行的其他科室", "sections just as good"),
    "pages.section.tie.nowhere": Entry("随其余安排而定", "as the rest of the choice allows"),
    "pages.section.contest": Entry("科长职位竞争情况", "The contest for the chief post"),
    "pages.section.no_contest": Entry(
        "该科长职位无人竞争或不开放竞争。", "Nobody stood for the post, or it is not open."
    ),
    "pages.section.pairs": Entry("各竞岗人员得票和得分", "Votes and scores of everybody named for it"),
    "pages.section.no_pairs": Entry("没有人申报或被建议。", "Nobody filed for it or was written in."),
    "pages.section.no_choices": Entry("没有人申报，科室也没有选人。", "Nobody filed, and the section listed nobody."),
}

_COMPARISON: dict[str, Entry] = {
    "pages.comparison.proven": Entry("对照中的最优方案均已证明。", "Every optimum compared here is proven."),
    "pages.comparison.unproven": Entry("对照中的最优方案未全部证明。", "Not every optimum compared here is proven."),
    "pages.comparison.not_here": Entry("本次运算没有对照", "This run has no comparison"),
    "pages.comparison.none": Entry(
        "本次运算只按“{method}”进行，没有另一种方法的结果，所以没有对照。两种方法并作对照的运算才有这一页的内容。",
        "This run followed one method alone ({method}); there is no outcome of the other to compare it with. "
        "A run of both methods has a comparison.",
    ),
    "pages.comparison.others": Entry("同一方案已有对照的运算", "Runs of the same case that have a comparison"),
    "pages.comparison.start": Entry("两种方法并作对照", "Run both methods and compare them"),
    "pages.comparison.start_other": Entry("另按“{method}”单独运算", "Run the other method alone ({method})"),
    "pages.comparison.people": Entry("有变化的人员（{count}人）", "People who change ({count})"),
    "pages.comparison.trades": Entry("交换（{count}组）", "Trades ({count})"),
    "pages.comparison.wishes": Entry("意愿实现（人数）", "Wishes met (people)"),
    "pages.comparison.claims": Entry(
        "排在前面而未能如愿之处（{count}处）", "People ranked higher than the holder of what they wanted ({count})"
    ),
    "pages.comparison.show": Entry("展开全部", "Show them all"),
    "pages.comparison.sections": Entry(
        "人员有变化的科室（{changed}个，共{sections}个）", "Sections that differ ({changed} of {sections})"
    ),
    "pages.comparison.whole_levels": Entry("两个全程结果：各层目标", "Levels of the two whole pipelines"),
}

_TABLES: dict[str, Entry] = {
    "pages.table.help.people": Entry(
        "点击栏目名称排序；姓名可打开本人说明。每项得分的构成和条款在人员页上。",
        "Sort by the headings. A person's page shows the parts of each score and their articles.",
    ),
    "pages.table.help.pairs": Entry(
        "每人每岗一行，未达要求的也列出。点击栏目名称排序。",
        "One row a person and post, barred ones included. Sort by the headings.",
    ),
    "pages.table.search": Entry("筛选表格", "Filter the table"),
    "pages.table.found": Entry("共{count}行，符合条件{found}行。", "{found} of {count} rows match."),
    "pages.table.sorted_ascending": Entry("按{column}升序。", "Sorted by {column}, ascending."),
    "pages.table.sorted_descending": Entry("按{column}降序。", "Sorted by {column}, descending."),
    "pages.table.pages": Entry("翻页", "Pages"),
    "pages.table.page": Entry("第{page}页，共{pages}页", "Page {page} of {pages}"),
    "pages.table.previous": Entry("上一页", "Previous"),
    "pages.table.next": Entry("下一页", "Next"),
    "pages.table.barred": Entry("× {why}", "× {why}"),
}

ENTRIES: dict[str, Entry] = {**_FRAME, **_BOARD, **_PINS, **_QUESTIONS, **_PEOPLE, **_COMPARISON, **_TABLES}
