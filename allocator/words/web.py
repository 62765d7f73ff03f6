"""Words of the web page: cases, runs, decisions, downloads, the log, and what is refused."""

from allocator.words._entry import Entry

_LAYOUT: dict[str, Entry] = {
    "web.title": Entry("竞争轮岗定岗", "Post Allocator"),
    "web.skip": Entry("跳到正文", "Skip to the content"),
    "web.nav": Entry("主导航", "Main navigation"),
    "web.nav.home": Entry("方案与运算", "Cases and runs"),
    "web.nav.log": Entry("操作日志", "Log"),
    "web.operator": Entry("操作人：{name}", "Operator: {name}"),
    "web.names.show": Entry("显示姓名", "Show names"),
    "web.names.mask": Entry("隐去姓名", "Mask names"),
    "web.language.english": Entry("English", "English"),
    "web.language.chinese": Entry("中文", "中文 (Chinese)"),
    "web.proposal": Entry(
        "本页所列结果均为建议方案；经党组研究决定并登记之前，不作为任用依据。",
        "Everything on these pages is a proposal until the party group's decision has been recorded.",
    ),
    "web.to_home": Entry("回到首页", "Back to the first page"),
    "web.at": Entry("时间", "time"),
    "web.by": Entry("操作人", "operator"),
    "web.state": Entry("状态", "state"),
}

_CASES: dict[str, Entry] = {
    "web.upload": Entry("打开方案", "Open a case"),
    "web.upload.files": Entry("方案文件", "Files of the case"),
    "web.upload.help": Entry(
        "一个或几个工作簿（.xlsx、.xls、.xlsb、.ods、.et、.wps）、一个 .json 文件，或各表的 .csv 文件（可多选，"
        "可另选 rulebook.toml、mapping.toml）；合计不超过 32 MB。文件只保存在本机。",
        "One workbook or several (.xlsx, .xls, .xlsb, .ods, .et, .wps), one .json file, or the .csv files of all "
        "tables (with a rulebook.toml and a mapping.toml if there are any); 32 MB together at most. They stay on this "
        "machine.",
    ),
    "web.upload.button": Entry("打开并检查", "Open and check"),
    "web.cases": Entry("已打开的方案", "Cases"),
    "web.cases.none": Entry("还没有方案。", "No case yet."),
    "web.case.label": Entry("文件", "files"),
    "web.case.id": Entry("编号", "id"),
    "web.faults.count": Entry("输入有误，共{count}处。", "{count} faults."),
    "web.faults.help": Entry(
        "请在原文件中改正后重新打开；下面按原表列出有误的行，说明写在单元格旁。",
        "Correct them in your own file and open it again. Below are the rows at fault as your file has them, "
        "with what is wrong beside each cell.",
    ),
    "web.faults.elsewhere": Entry("整个文件的问题", "Faults of a whole file"),
    "web.faults.sheet": Entry("{label}：{count}处", "{label}: {count} faults"),
    "web.faults.row": Entry("行", "row"),
    "web.faults.hidden": Entry("另有{count}行有误，未列出。", "{count} more rows at fault are not shown."),
    "web.faults.again": Entry("重新打开改正后的文件", "Open the corrected file"),
    "web.warnings.none": Entry("没有需要提请注意的事项。", "No warnings."),
}

_READINGS: dict[str, Entry] = {
    "web.readings": Entry("读法", "How cells were read"),
    "web.readings.heading": Entry("请确认读法：{case}", "Confirm how this case was read: {case}"),
    "web.readings.help": Entry(
        "文件中有{count}类单元格，其写法与要求的不同，按下列读法取值。请逐类核对并勾选；全部勾选后才能使用本方案。"
        "读法不对的，请改正原文件后重新打开。",
        "{count} kinds of cells are written otherwise than asked for and were read as follows. Look at each kind and "
        "tick it; the case can be used once all are ticked. Where a reading is wrong, correct the file and open it "
        "again.",
    ),
    "web.readings.missing": Entry("还有{count}类没有勾选。", "{count} kinds are not ticked yet."),
    "web.readings.sure": Entry("已核对，读法正确：{kind}", "Looked at and right: {kind}"),
    "web.readings.confirm": Entry("确认以上读法，打开方案", "Confirm these readings and open the case"),
    "web.readings.other": Entry("打开别的文件", "Open other files"),
    "web.readings.recorded": Entry(
        "确认后连同操作人和时间记入台账，并列在方案页上。",
        "The confirmation is put on record with operator and time, and listed on the page of the case.",
    ),
    "web.readings.done": Entry("读法已确认，方案可以使用。", "The readings are confirmed; the case can be used."),
    "web.readings.by": Entry(
        "由{operator}于{at}确认。以下每行举一个单元格为例。",
        "Confirmed by {operator}, {at}. Each row gives one cell as an example.",
    ),
    "web.readings.faulty": Entry(
        "文件改正并重新打开后，以下读法须经确认。",
        "Once the files are corrected and opened again, these readings have to be confirmed.",
    ),
    "web.mapping": Entry("本单位自用的列名", "The bureau's own headings"),
    "web.mapping.help": Entry(
        "下列列名不认得，已按最相近的列预选，请逐个核对；不属于本表的选“不采用”。"
        "下载得到的 mapping.toml 与原文件一起选中，重新打开；以后每次打开都可以使用。",
        "These headings are not known; the likest column is chosen for each. Look at every one; choose “leave out” for "
        "what is none. Open the mapping.toml you get together with the files, now and whenever you open such files.",
    ),
    "web.mapping.heading": Entry("{table}：“{heading}”", "{table}: “{heading}”"),
    "web.mapping.nothing": Entry("不采用", "leave out"),
    "web.mapping.button": Entry("下载 mapping.toml", "Download mapping.toml"),
    "web.readings.table": Entry("表", "table"),
    "web.readings.column": Entry("列", "column"),
    "web.readings.cells": Entry("单元格数", "cells"),
    "web.readings.example": Entry("例", "example"),
    "web.readings.seen": Entry("看到的", "seen"),
    "web.readings.yes": Entry("是", "yes"),
    "web.readings.no": Entry("否", "no"),
    "web.readings.used": Entry("采用的", "used"),
}

_RUNS: dict[str, Entry] = {
    "web.run": Entry("运算", "run"),
    "web.run.case": Entry("方案", "case"),
    "web.runs": Entry("运算记录", "Runs"),
    "web.runs.count": Entry("运算共{count}次", "{count} runs"),
    "web.runs.none": Entry("还没有运算。", "No run yet."),
    "web.run.new": Entry("开始运算", "Start a run"),
    "web.method.rules": Entry("细则程序：按规定步骤逐步定岗", "the regulation's procedure, step by step"),
    "web.method.optimal": Entry("最优方案：求解并证明", "the optimum, solved and proven"),
    "web.method.both": Entry("两种方法并作对照", "both methods and their comparison"),
    "web.run.audited": Entry("独立复核未发现问题。", "An independent check found nothing wrong."),
    "web.run.violations": Entry(
        "独立复核发现{count}类问题，不得采用。",
        "An independent check found {count} kinds of violation: not to be used.",
    ),
    "web.phase.checking": Entry("正在独立复核。", "Checking the outcome independently."),
    "web.stage.all": Entry("全部阶段", "all stages"),
    "web.stage.only": Entry("只进行{stage}", "only {stage}"),
    "web.run.given": Entry("前面阶段以哪次为准", "Earlier stages as settled by"),
    "web.run.given.none": Entry("不指定，由本次一并运算", "no other run: this one does them too"),
    "web.run.given.help": Entry(
        "只进行后面的阶段时必须指定；该次已登记决定的，以决定为准，否则以其建议方案为准。",
        "Needed for a later stage alone. Where a decision is recorded on that run it counts, else its proposal.",
    ),
    "web.run.time_limit": Entry("时限（秒）", "Time limit (seconds)"),
    "web.run.start": Entry("开始", "Start"),
    "web.run.heading": Entry("{method}：{run}", "{method}: {run}"),
    "web.run.of_case": Entry("方案：", "Case:"),
    "web.run.progress": Entry("求解进度", "Progress of the search"),
    "web.run.best": Entry("目前最好", "best so far"),
    "web.run.seconds": Entry("用时（秒）", "seconds"),
    "web.run.now": Entry("正在求：{stage}，{level}。", "Now: {stage}, {level}."),
    "web.run.stop": Entry("停止并保留目前最好的方案", "Stop and keep the best found"),
    "web.run.stop.help": Entry("停止后的方案未经证明为最优。", "What is kept then is not proven optimal."),
    "web.run.leave": Entry(
        "可以离开或刷新本页，运算不受影响；关闭服务时运算随之结束。",
        "You may leave or reload this page; the run goes on. It ends with the server.",
    ),
    "web.run.stop_asked": Entry("已要求停止，正在整理目前最好的方案。", "Asked to stop; the best found is being kept."),
    "web.run.over_already": Entry("这次运算已经结束。", "This run is over already."),
    "web.run.was_stopped": Entry("本次运算由操作人提前停止。", "This run was stopped by hand."),
    "web.run.state.started": Entry("进行中", "under way"),
    "web.run.state.done": Entry("完成", "done"),
    "web.run.state.refused": Entry("未能进行", "refused"),
    "web.run.state.failed": Entry("程序出错", "internal error"),
    "web.run.state.died": Entry("异常中断", "process gone"),
    "web.run.state.lost": Entry("随服务关闭而结束", "ended with the server"),
    "web.run.told.refused": Entry("数据不足或互相矛盾，原因如下。", "The data do not allow it, for these reasons."),
    "web.run.told.failed": Entry(
        "程序内部出错，没有得到方案。请重新运算；仍出错时请联系维护人员。",
        "The program failed and left no outcome. Run it again; if it fails again, tell whoever maintains it.",
    ),
    "web.run.told.died": Entry(
        "运算进程被系统终止（可能是内存不足），没有得到方案。其他数据不受影响，可以重新运算。",
        "The system ended the process of this run (memory may have run out); there is no outcome. "
        "Nothing else is affected, and it can be run again.",
    ),
    "web.run.told.lost": Entry(
        "服务关闭时这次运算还没有完成，没有得到方案。可以重新运算。",
        "The server ended before this run did; there is no outcome. It can be run again.",
    ),
    "web.phase.starting": Entry("正在启动。", "Starting."),
    "web.phase.reading": Entry("正在读取并检查方案。", "Reading and checking the case."),
    "web.phase.working": Entry("正在运算。", "Working."),
    "web.phase.stopping": Entry("正在停止，保留目前最好的方案。", "Stopping; the best found is kept."),
    "web.status.complete": Entry("已按细则程序走完。", "The procedure of the regulation was carried out."),
    "web.status.optimal": Entry("已证明为最优。", "Proven optimal."),
    "web.status.feasible": Entry("可行方案，未证明为最优。", "A sound outcome, not proven optimal."),
    "web.status.infeasible": Entry("没有可行方案。", "There is no sound outcome."),
    "web.run.glance": Entry("概况", "At a glance"),
    "web.run.placed": Entry("已定岗", "placed"),
    "web.run.unplaced": Entry("未定岗", "without a place"),
    "web.run.vacant": Entry("空岗", "vacant seats"),
    "web.run.seats": Entry("各科室人员", "Sections and their people"),
    "web.run.seats.more": Entry(
        "此处列出前{shown}个科室，共{count}个；全部科室见科室定岗板。",
        "The first {shown} of {count} sections; the section board has them all.",
    ),
    "web.run.vacant.staff": Entry("其他岗位{count}个", "{count} other"),
    "web.run.ties": Entry("待确认的并列", "ties to confirm"),
    "web.run.ties.help": Entry(
        "下列岗位有多种安排同样好，只由抽签决定，须经党组确认。打开各处，可见涉及的人员和同样可行的去处。",
        "These seats could be filled otherwise just as well; only the draw decided, and the party group must confirm "
        "them. Each opens with its people and where else they could sit.",
    ),
    "web.run.ties.none": Entry("没有只由抽签决定的岗位。", "No seat was decided by the draw alone."),
    "web.run.tie": Entry("{stage}：{section}（{people}）", "{stage}: {section} ({people})"),
    "web.run.follows": Entry(
        "以下人员的科室由其余安排决定，可能随上述选择变动：{people}。",
        "The sections of these people come from all the rest and may change with the choice: {people}.",
    ),
    "web.run.levels": Entry("各层目标与证明", "Levels of the objective and their proof"),
}

_PURGE: dict[str, Entry] = {
    "web.purge": Entry("彻底删除", "Purge"),
    "web.purge.run.help": Entry(
        "删除这次运算的方案、草案和决定，不能恢复；日志只保留删除这一事实。",
        "Deletes this run's outcome, drafts and decision for good; the log keeps only that it was deleted.",
    ),
    "web.purge.case.help": Entry(
        "删除这个方案的文件、指定和全部运算，不能恢复；日志只保留删除这一事实。",
        "Deletes this case's files, pins and all its runs for good; the log keeps only that it was deleted.",
    ),
    "web.purge.sure": Entry("我确认要彻底删除", "I am sure"),
    "web.purge.run.button": Entry("删除这次运算", "Delete this run"),
    "web.purge.case.button": Entry("删除这个方案", "Delete this case"),
    "web.purge.done": Entry("已彻底删除：{target}", "Deleted for good: {target}"),
    "web.purge.later": Entry(
        "已删除：{target}。另有程序正打开着数据文件，文件中的旧内容在它关闭后才会清除。",
        "Deleted: {target}. Another program has the store open; the old bytes stay in the file until it is closed.",
    ),
}

_DECISIONS: dict[str, Entry] = {
    "web.decision.link": Entry("草案、决定与公布", "Draft, decision, publication"),
    "web.decision.acts": Entry("已登记的事项", "On record"),
    "web.decision.none": Entry("还没有草案；目前只是建议方案。", "No draft yet; so far this is a proposal."),
    "web.decision.act.drafted": Entry("草案", "draft"),
    "web.decision.act.decided": Entry("决定", "decision"),
    "web.decision.act.published": Entry("公布", "publication"),
    "web.decision.changes": Entry("与建议不同{count}人", "{count} people other than proposed"),
    "web.decision.differs": Entry("与建议方案不同之处", "Where it differs from the proposal"),
    "web.decision.proposed": Entry("建议", "proposed"),
    "web.decision.instead": Entry("改为", "instead"),
    "web.decision.weigh": Entry("查看性质与代价", "See what each change comes to"),
    "web.decision.weigh.help": Entry(
        "登记决定之前，先查明每项调整是对并列的确认，还是与建议不同、代价多少。",
        "Before the decision is recorded: whether each change confirms a tie, or departs from the proposal, and at "
        "what price.",
    ),
    "web.decision.weighing": Entry("正在查明各项调整的性质与代价", "What each change comes to is being worked out"),
    "web.decision.weighed": Entry("性质与代价", "what it comes to"),
    "web.decision.confirms": Entry(
        "对并列的确认，抽签以前各层目标不变", "confirms a tie: every level before the draw stays as it is"
    ),
    "web.decision.reason": Entry("理由", "reason"),
    "web.decision.withdraw": Entry("改回建议", "as proposed again"),
    "web.decision.withdraw_of": Entry("改回建议：{person}", "as proposed again: {person}"),
    "web.decision.no_place": Entry("不安排", "no place"),
    "web.decision.draft": Entry("形成草案", "Draft"),
    "web.decision.draft.help": Entry(
        "与建议完全一致时，直接形成草案；个别人员需要调整的，在下面逐人填写。每次改动都另存一稿。",
        "Draft the proposal as it is, or enter below who is to be placed otherwise. Every change is a new draft.",
    ),
    "web.decision.draft.button": Entry("按建议形成草案", "Draft as proposed"),
    "web.decision.change": Entry("调整一人", "Place one person otherwise"),
    "web.decision.person.help": Entry("填写人员编号，可从列表中选。", "The id; choose from the list."),
    "web.decision.change.button": Entry("形成新的草案", "Record a new draft"),
    "web.decision.decide": Entry("登记决定", "Record the decision"),
    "web.decision.decide.help": Entry(
        "登记对最近一稿（与建议不同{count}人）的决定；登记后不能修改。",
        "The decision on the latest draft ({count} people other than proposed). Once recorded it stays.",
    ),
    "web.decision.authority": Entry("决定机关", "authority"),
    "web.decision.document": Entry("文号", "document number"),
    "web.decision.date": Entry("决定日期", "date of the decision"),
    "web.decision.decide.button": Entry("登记决定", "Record the decision"),
    "web.decision.publish": Entry("登记公布", "Record the publication"),
    "web.decision.publish.document": Entry("公布文件或方式", "document or way of publication"),
    "web.decision.publish.date": Entry("公布日期", "date of publication"),
    "web.decision.publish.button": Entry("登记公布", "Record the publication"),
    "web.decision.drafted": Entry("已形成新的草案。", "A new draft is on record."),
    "web.decision.recorded": Entry("决定已登记。", "The decision is on record."),
    "web.decision.published": Entry("公布已登记。", "The publication is on record."),
    "fault.change_unknown_person": Entry("没有编号为 {value} 的人员。", "There is no person {value}."),
    "fault.change_without_seat": Entry(
        "{value}：科室与岗位须一并选定，或都选“不安排”。", "{value}: choose both a section and a role, or neither."
    ),
    "fault.change_of_fixed": Entry("{value} 属于不轮岗人员，不能调整。", "{value} is not rotated and stays."),
    "fault.change_without_reason": Entry("{value}：与建议不同的，须写明理由。", "{value}: a change needs a reason."),
    "fault.change_of_nothing": Entry("{value}：与建议相同，没有改动。", "{value}: that is what was proposed."),
}

_FILES: dict[str, Entry] = {
    "web.files": Entry("下载", "Downloads"),
    "web.files.help": Entry(
        "下载的文件含完整姓名；每次下载都记入日志。", "These files hold names in full; every download is logged."
    ),
    "web.files.of": Entry(
        "运算编号：{run}；操作人：{operator}；方案文件：{files}。",
        "Run {run}; operator: {operator}; files of the case: {files}.",
    ),
    "web.files.outcome.json": Entry("结果文件（outcome.json）", "the outcome (outcome.json)"),
    "web.files.placements.csv": Entry("定岗名单（CSV）", "placements (CSV)"),
    "web.files.decisions.csv": Entry("决定表（CSV）", "the decisions table (CSV)"),
    "web.files.workbook.xlsx": Entry("结果工作簿（Excel）", "the result workbook (Excel)"),
    "web.files.report.html": Entry("报告（HTML，可打印）", "the report (HTML, for printing)"),
    "web.notices": Entry("公文材料", "Papers"),
    "web.notices.kind": Entry("种类", "kind"),
    "web.notices.is_result": Entry("（结果类）", "(a result)"),
    "web.notices.help": Entry(
        "结果类材料须先登记决定；确需在决定前使用的，请勾选“作为送审稿”。多份材料打成一个压缩包。",
        "Results need the recorded decision, or the tick that marks them as drafts. Several papers come in an archive.",
    ),
    "web.notices.form": Entry("格式", "form"),
    "web.notices.person": Entry("只为一人（人员编号，可不填）", "for one person only (id; may be left out)"),
    "web.notices.period": Entry("公示天数", "days of publication"),
    "web.notices.issued": Entry("落款日期（可不填）", "date of the paper (may be left out)"),
    "web.notices.draft": Entry("作为送审稿（决定之前）", "as a draft, before the decision"),
    "web.notices.button": Entry("生成", "Make them"),
    "web.export": Entry("导出个人数据", "One person's data"),
    "web.export.help": Entry(
        "导出本机所存关于一个人的全部数据（JSON），不含他人信息；导出会记入日志。",
        "Everything kept here about one person, as JSON, with nothing about others; giving it out is logged.",
    ),
    "web.export.button": Entry("导出", "Export"),
}

_LOG: dict[str, Entry] = {
    "web.log.help": Entry(
        "日志共{count}条，下面是最近的{shown}条；只能追加，不能修改或删除。",
        "{count} lines; these are the last {shown}. Lines are only ever added.",
    ),
    "web.log.act": Entry("事项", "what was done"),
    "web.log.target": Entry("对象", "to what"),
    "web.log.case_added": Entry("打开方案", "case opened"),
    "web.log.readings_confirmed": Entry("确认读法", "readings confirmed"),
    "web.log.pin_set": Entry("登记指定或排除", "pin set"),
    "web.log.pin_withdrawn": Entry("撤回指定或排除", "pin withdrawn"),
    "web.log.run_started": Entry("开始运算", "run started"),
    "web.log.run_stop_asked": Entry("要求停止", "stop asked"),
    "web.log.run_done": Entry("运算完成", "run done"),
    "web.log.run_refused": Entry("运算未能进行", "run refused"),
    "web.log.run_failed": Entry("运算出错", "run failed"),
    "web.log.run_died": Entry("运算进程中断", "process of a run gone"),
    "web.log.run_lost": Entry("运算随服务关闭而结束", "run ended with the server"),
    "web.log.drafted": Entry("形成草案", "drafted"),
    "web.log.decided": Entry("登记决定", "decision recorded"),
    "web.log.published": Entry("登记公布", "publication recorded"),
    "web.log.purged": Entry("彻底删除", "purged"),
    "web.log.names_shown": Entry("显示姓名", "names shown"),
    "web.log.names_masked": Entry("隐去姓名", "names masked"),
    "web.log.downloaded": Entry("下载", "downloaded"),
    "web.log.exported": Entry("导出个人数据", "one person's data exported"),
}

_REFUSED: dict[str, Entry] = {
    "web.refused": Entry("未予受理", "Refused"),
    "web.refused.host": Entry(
        "只能用启动时给出的地址访问本服务。", "This server answers only at the address it gave when it started."
    ),
    "web.refused.method": Entry("不支持这种请求。", "Requests of this kind are not taken."),
    "web.refused.session": Entry(
        "尚未登录。请使用启动时给出的完整地址；在启动窗口按回车键可取得新的地址。",
        "No session. Open the whole address given at the start; Enter in the window of the server gives a new one.",
    ),
    "web.refused.token": Entry(
        "这个地址无效或已经用过。在启动窗口按回车键可取得新的地址。",
        "This address is wrong or spent. Enter in the window of the server gives a new one.",
    ),
    "web.refused.origin": Entry(
        "请求不是从本服务的页面发出的。", "The request did not come from this server's own page."
    ),
    "web.refused.size": Entry("内容超过允许的大小（文件合计 32 MB）。", "Too large (files: 32 MB together)."),
    "web.refused.request": Entry("请求的内容不合要求。", "The request is not of the expected form."),
    "web.refused.missing": Entry(
        "没有这个页面、方案或运算，或者已被删除。", "No such page, case or run, or it was deleted."
    ),
    "web.refused.order": Entry(
        "顺序不对：先有草案，再登记决定，最后登记公布，每次运算各登记一次；进行中的运算不能删除。",
        "Out of order: first a draft, then its decision, then its publication, each recorded once a run; "
        "a run under way cannot be deleted.",
    ),
    "web.refused.too_many": Entry(
        "已有两次运算在进行，请等其中一次结束。", "Two runs are under way; wait until one of them is over."
    ),
    "web.refused.faults": Entry("内容有误：", "There are faults:"),
    "web.refused.internal": Entry("程序内部出错；数据没有改动。", "The program failed; no data were changed."),
    "fault.notice_kind": Entry("没有这种材料。", "There is no such kind of paper."),
    "fault.run_with_violations": Entry(
        "独立复核发现运算 {value} 的结果有问题，不能生成材料。",
        "The independent check found something wrong with run {value}: nothing is made of it.",
    ),
    "fault.upload_count": Entry("请选择1至{limit}个文件。", "Choose 1 to {limit} files."),
    "fault.reading_time": Entry(
        "读取文件超过{seconds}秒，已中止，没有打开。请核对文件内容后重新打开。",
        "Reading the files took longer than {seconds} s and was ended; they were not opened. "
        "Look at what they hold, then open them again.",
    ),
    "fault.reading_memory": Entry(
        "读取文件所需内存超过{megabytes} MB，已中止，没有打开。请核对文件内容后重新打开。",
        "Reading the files takes more than {megabytes} MB of memory and was ended; they were not opened. "
        "Look at what they hold, then open them again.",
    ),
    "fault.reading_died": Entry(
        "读取文件的进程意外中断（可能是内存不足或文件损坏），没有打开。其他方案不受影响。",
        "The process that reads the files ended before it was done (memory may have run out, or a file be damaged); "
        "they were not opened. Nothing else is affected.",
    ),
    "fault.reading_failed": Entry(
        "读取文件时程序内部出错，没有打开。其他方案不受影响；再次出错时请联系维护人员。",
        "The program failed while reading the files; they were not opened. Nothing else is affected; "
        "if it fails again, tell whoever maintains it.",
    ),
    "fault.upload_same_name": Entry("有两个文件同名：{value}。", "Two files have the same name: {value}."),
    "fault.run_needs_given": Entry(
        "只进行后面的阶段时，须指定前面阶段以哪次运算为准。",
        "A later stage alone needs a run that settles the earlier stages.",
    ),
}

ENTRIES: dict[str, Entry] = {
    **_LAYOUT,
    **_CASES,
    **_READINGS,
    **_RUNS,
    **_PURGE,
    **_DECISIONS,
    **_FILES,
    **_LOG,
    **_REFUSED,
}
