"""Words of the command line: help, headings, messages; and the faults of given placements."""

from allocator.words._entry import Entry

_HELP: dict[str, Entry] = {
    "help.program": Entry(
        "机关竞争轮岗定岗：读入一个单位的方案，按实施细则逐步定岗，另求可证明的最优方案，并逐项对照。两种方法都只是建议，由党组决定。",
        "Competitive rotation of posts: places a bureau's people by the regulation's own procedure and by a proven "
        "optimum, and compares the two. Both are proposals; the party group decides.",
    ),
    "help.usage": Entry("用法：{command} [选项]", "Usage: {command} [OPTIONS]"),
    "help.arguments": Entry("参数：", "Arguments:"),
    "help.options": Entry("选项：", "Options:"),
    "help.verbs": Entry("命令：", "Verbs:"),
    "help.exit_codes": Entry(
        "退出码：0 完成（最优方案已证明）；1 程序内部错误；2 用法错误；3 输入有误；4 无可行方案；"
        "5 已有方案但未证明最优；6 复核不通过；130 中断且无结果。",
        "Exit codes: 0 done (and proven, for the optimal method); 1 internal error; 2 usage; 3 invalid input; "
        "4 infeasible; 5 found but not proven; 6 verification failed; 130 interrupted with nothing to keep.",
    ),
    "help.verb.demo": Entry(
        "用内置示例走完全程：检查、两种方法、对照、复核",
        "the whole main job on the embedded bureau: check, both methods, comparison, verification",
    ),
    "help.verb.template": Entry(
        "生成空白填报表（文件夹或 .xlsx）", "empty tables to fill in, as a folder or an .xlsx workbook"
    ),
    "help.verb.generate": Entry("生成任意规模的虚拟单位", "an invented bureau of any size"),
    "help.verb.check": Entry(
        "一次列出输入数据的全部问题，并说明数据够进行哪几个阶段",
        "every fault of a case at once, then which stages the data suffice for",
    ),
    "help.verb.score": Entry(
        "计算各项得分；可追溯某人或某人对某岗位的每个数",
        "every named score; or each number of one person or pair, with its parts and article",
    ),
    "help.verb.solve": Entry(
        "用一种方法定岗：rules 按细则程序，optimal 求最优方案",
        "one method's proposal: rules, the regulation's procedure; optimal, the proven optimum",
    ),
    "help.verb.compare": Entry(
        "两种方法逐阶段对照：谁受益、谁受损、依据何在",
        "both methods side by side, stage by stage: who gains, who loses, and why",
    ),
    "help.verb.verify": Entry(
        "不用求解器，逐条复核一份结果并重算每个数",
        "an outcome re-checked rule by rule and recomputed, without the solver",
    ),
    "help.verb.solver": Entry("求解用数组写成的任意整数规划（.npz）", "any integer problem given as arrays (.npz)"),
    "help.verb.rulebook": Entry("列出规则中的每个数及其条款", "every number of the rulebook with its article"),
    "help.argument.case": Entry(
        "方案：CSV 文件夹、.xlsx 或 .json", "a case: a folder of CSV files, an .xlsx or a .json"
    ),
    "help.argument.path": Entry("写到哪里", "where to write"),
    "help.argument.outcome": Entry("待复核的 outcome.json", "the outcome.json to re-check"),
    "help.argument.problem": Entry("问题文件", "the problem file"),
    "help.option.output": Entry("结果写入的文件夹", "the folder for the results"),
    "help.option.score.output": Entry("结果文件（.csv 或 .json）", "the file for the results (.csv or .json)"),
    "help.option.rulebook": Entry(
        "规则文件（TOML），只写与内置规则不同之处", "a rulebook (TOML) with what differs from the built-in one"
    ),
    "help.option.seed": Entry("抽签种子，代替方案中的种子", "the lottery seed, instead of the case's"),
    "help.option.generate.seed": Entry("随机种子", "the seed of the generator"),
    "help.option.method": Entry(
        "方法：rules（细则程序，默认）或 optimal（最优方案）",
        "rules (the regulation's procedure, default) or optimal",
    ),
    "help.option.stage": Entry(
        "阶段：all（默认）、chiefs 科长、clerks 科员、institution 事业人员",
        "all (default), chiefs, clerks or institution",
    ),
    "help.option.given": Entry(
        "已定的前面阶段：某次的 outcome.json，或“决定”表",
        "the earlier stages as they stand: an outcome.json or a table of decisions",
    ),
    "help.option.trace": Entry("显示程序的每一步决定", "show every step of the procedure"),
    "help.option.time_limit": Entry(
        "求解时限（秒），到时保留已有最好方案", "seconds to solve; what is best by then is kept"
    ),
    "help.option.workers": Entry("求解线程数，不影响结果", "threads of the solver; they never change the result"),
    "help.option.as_json": Entry("以 JSON 输出", "print JSON"),
    "help.option.lang": Entry("语言", "the language"),
    "help.option.help": Entry("显示本说明", "show this help"),
    "help.option.version": Entry("显示版本", "show the version"),
    "help.option.person": Entry("追溯此人的各项得分", "trace the scores of this person"),
    "help.option.section": Entry(
        "与 --person 合用：追溯此人对该科室科长职位的得分", "with --person: trace the pair of person and section"
    ),
    "help.option.people": Entry("人数", "how many people"),
    "help.option.sections": Entry("科室数", "how many sections"),
    "help.option.rounds": Entry("科员双向选择的轮数", "how many rounds of mutual choice the clerks have"),
    "help.option.avoidance_pairs": Entry("回避关系对数", "how many pairs of people avoid one another"),
    "help.option.seats": Entry(
        "每百名待定岗人员的岗位数（默认约105）", "seats for every 100 people to place (about 105)"
    ),
    "help.option.popularity": Entry(
        "志愿集中程度：0 只按科室大小，1 为一般，数越大越集中",
        "how far wishes gather on few sections: 0 by size alone, 1 as usual, more is further",
    ),
    "help.option.retention": Entry(
        "受留任人数限制的科室占百分之几（默认100）", "percent of sections held to a number of own clerks kept (100)"
    ),
    "help.option.ties": Entry(
        "各项得分只有70、80、90的人员占百分之几（默认0）", "percent of people with no marks but 70, 80 and 90 (0)"
    ),
}

_USAGE: dict[str, Entry] = {
    "usage.missing": Entry("缺少参数：{name}", "missing argument: {name}"),
    "usage.no_such_option": Entry("没有此选项：{name}", "no such option: {name}"),
    "usage.no_such_verb": Entry("没有此命令：{name}", "no such verb: {name}"),
    "usage.no_value": Entry("选项 {name} 后面应有一个值", "option {name} needs a value"),
    "usage.bad_value": Entry("{name} 的值不对，应为：{detail}", "bad value for {name}; expected: {detail}"),
    "usage.other": Entry("用法有误：{detail}", "usage error: {detail}"),
    "usage.see_help": Entry("说明见：{command} --help", "for help: {command} --help"),
    "usage.number": Entry("允许范围内的数", "a number within its limits"),
    "usage.csv_or_json": Entry(
        "--output 的文件名须以 .csv 或 .json 结尾", "the file of --output must end in .csv or .json"
    ),
    "usage.section_needs_person": Entry("--section 须与 --person 合用", "--section is used together with --person"),
    "usage.stage_needs_given": Entry(
        "单独进行后面的阶段时，须用 --given 给出前面阶段的结果",
        "a later stage alone needs --given with the earlier stages' placements",
    ),
    "usage.nothing_before_chiefs": Entry(
        "科长竞岗之前没有别的阶段，不能用 --given", "no stage comes before the chiefs, so --given has nothing to give"
    ),
    "usage.trace_is_for_rules": Entry(
        "--trace 只用于 --method rules（最优方案没有逐步程序）",
        "--trace is used with --method rules only, which alone has steps",
    ),
    "usage.not_a_folder": Entry("{path} 是文件，不能作为结果文件夹", "{path} is a file, not a folder for results"),
    "usage.empty_seed": Entry("--seed 不能为空", "--seed must not be empty"),
    "usage.more_people_than_sections": Entry("人数不得少于科室数", "there must be at least as many people as sections"),
}

_MESSAGES: dict[str, Entry] = {
    "error.invalid_input": Entry("输入有误，共{count}处：", "invalid input, {count} faults:"),
    "error.system": Entry("系统不允许：{path}（{detail}）", "the system refuses: {path} ({detail})"),
    "error.internal": Entry(
        "程序内部错误（{kind}）。报告已写入 {report}，其中没有任何人员数据，请转交维护者。",
        "internal error ({kind}). A report without anybody's data is in {report}; please pass it on.",
    ),
    "error.interrupted": Entry("已中断，没有留下结果。", "interrupted; nothing was kept."),
    "error.unproven": Entry(
        "注意：在时限内或中断前未能证明最优，所列为已找到的最好方案。",
        "note: optimality could not be proven in time; this is the best found.",
    ),
    "error.infeasible": Entry("无可行方案。", "there is no feasible solution."),
    "progress.problem": Entry(
        "{level}　当前值 {best}　界 {bound}　{elapsed} 秒", "{level}  best {best}  bound {bound}  {elapsed} s"
    ),
    "progress.stopping": Entry("收到中断，保留已有的最好方案……", "stopping; the best found so far is kept …"),
    "wrote": Entry("已写入 {path}", "wrote {path}"),
    "template.done": Entry("空白填报表已写入 {path}", "empty tables written to {path}"),
    "generate.done": Entry(
        "虚拟单位已写入 {path}：{people}人，{sections}个科室，随机种子 {seed}",
        "invented bureau written to {path}: {people} people, {sections} sections, seed {seed}",
    ),
    "solver.optimal": Entry(
        "已求得最优解，{columns}个变量，各层均已证明", "optimal: {columns} columns, every level proven"
    ),
    "solver.feasible": Entry(
        "已求得可行解，{columns}个变量，未全部证明", "feasible: {columns} columns, not every level proven"
    ),
    "solver.infeasible": Entry("无可行解（变量值{columns}个）", "infeasible ({columns} column values)"),
    "solver.unknown": Entry("时限内没有找到解（变量值{columns}个）", "nothing found in time ({columns} column values)"),
}

_SMALL: dict[str, Entry] = {
    "none": Entry("无", "none"),
    "yes": Entry("是", "yes"),
    "no": Entry("否", "no"),
    "name_with_id": Entry("{name}（{id}）", "{name} ({id})"),
    "seat": Entry("{section}·{role}", "{section}, {role}"),
    "seat.none": Entry("无岗位", "no seat"),
    "seat.other": Entry("其他岗位", "other seats"),
    "method.rules": Entry("细则程序", "rules"),
    "method.optimal": Entry("最优方案", "optimum"),
    "stage.all": Entry("全程", "all stages"),
    "sense.max": Entry("越大越好", "max"),
    "sense.min": Entry("越小越好", "min"),
    "basis.fixed": Entry("不轮岗", "fixed"),
    "basis.pinned": Entry("指定", "pinned"),
    "basis.given": Entry("已定", "given"),
    "basis.filed": Entry("申报", "filed"),
    "basis.written_in": Entry("建议岗位", "written in"),
    "basis.mutual": Entry("双向选择", "mutual choice"),
    "basis.directed": Entry("领导组安排", "directed"),
    "basis.required": Entry("必须保留", "required retention"),
    "basis.round": Entry("{basis}第{round}轮", "{basis}, round {round}"),
    "outcome.stage_state": Entry("{stage}：{state}", "{stage}: {state}"),
    "state.run": Entry("已进行", "run"),
    "state.not_ready": Entry("数据不足，未进行", "not run: data missing"),
    "state.given": Entry("按已定结果", "taken as given"),
    "state.not_asked": Entry("本次不进行", "not asked for"),
    "level.posts_filled": Entry("已补科长职位数", "chief posts filled"),
    "level.composite": Entry("综合考评合计", "sum of composite scores"),
    "level.votes": Entry("得票合计", "sum of votes"),
    "level.applied": Entry("按申报任职人数", "placed as filed"),
    "level.round": Entry("轮次合计", "sum of rounds"),
    "level.lot": Entry("抽签数合计", "sum of lots"),
    "level.placed": Entry("已定岗人数", "people placed"),
    "level.mutual": Entry("双向选择成功人数", "placed by mutual choice"),
    "level.quantification": Entry("考评量化合计", "sum of quantifications"),
    "level.one_sided": Entry("一方有意愿的安排人数", "directed as one side wished"),
    "level.pick_order": Entry("选人名次合计", "sum of pick orders"),
    "level.required": Entry("完成必须保留的科室数", "required retentions met"),
    "level.shortfall": Entry("人员结构缺口", "composition shortfall"),
    "level.proven": Entry("已证明", "proven"),
    "level.unproven": Entry("未证明", "not proven"),
}

_HEADS: dict[str, Entry] = {
    "head.person": Entry("人员", "person"),
    "head.person_id": Entry("人员编号", "person_id"),
    "head.people": Entry("人员", "people"),
    "head.section": Entry("科室", "section"),
    "head.section_id": Entry("科室编号", "section_id"),
    "head.headcount": Entry("核定岗位数", "headcount"),
    "head.stage": Entry("阶段", "stage"),
    "head.scope": Entry("对照口径", "comparison"),
    "head.method": Entry("方法", "method"),
    "head.role": Entry("岗位", "role"),
    "head.track": Entry("类别", "track"),
    "head.reason": Entry("原因", "reason"),
    "head.round": Entry("轮次", "round"),
    "head.rate": Entry("推荐率", "rate"),
    "head.admissible": Entry("可任", "admissible"),
    "head.number": Entry("项目", "number"),
    "head.value": Entry("值", "value"),
    "head.article": Entry("条款", "article"),
    "head.count": Entry("数量", "count"),
    "head.level": Entry("目标", "level"),
    "head.sense": Entry("方向", "sense"),
    "head.bound": Entry("界", "bound"),
    "head.proven": Entry("证明", "proof"),
    "head.rules": Entry("细则程序", "rules"),
    "head.optimal": Entry("最优方案", "optimum"),
    "head.better": Entry("较优", "better"),
    "head.wish": Entry("意愿实现", "wish met"),
    "head.from": Entry("现科室", "from"),
    "head.verdict": Entry("影响", "effect"),
    "head.why": Entry("依据与说明", "why"),
    "head.rules_ground": Entry("细则程序依据", "ground under the rules"),
    "head.trade": Entry("交换", "trade"),
    "head.effect": Entry("首先改变的目标", "first level changed"),
    "head.wanted": Entry("想去的科室", "wanted"),
    "head.has": Entry("现得", "has"),
    "head.holder": Entry("任职者", "holder"),
    "head.ground": Entry("排序依据", "ground"),
    "head.total": Entry("合计", "total"),
    "head.rules_chief": Entry("科长（细则）", "chief (rules)"),
    "head.optimal_chief": Entry("科长（最优）", "chief (optimum)"),
    "head.rules_staff": Entry("科员与事业人员（细则）", "staff (rules)"),
    "head.optimal_staff": Entry("科员与事业人员（最优）", "staff (optimum)"),
    "head.rules_free": Entry("空岗（细则）", "free seats (rules)"),
    "head.optimal_free": Entry("空岗（最优）", "free seats (optimum)"),
    "head.changed": Entry("有变化", "changed"),
    "head.rule": Entry("规则", "rule"),
    "head.field": Entry("位置", "field"),
    "head.violation": Entry("问题", "violation"),
    "head.meaning": Entry("含义", "meaning"),
    "head.key": Entry("键", "key"),
    "placements.section_id": Entry("科室编号", "section_id"),
    "placements.section": Entry("科室名称", "section"),
    "placements.role": Entry("岗位", "role"),
    "placements.person_id": Entry("人员编号", "person_id"),
    "placements.name": Entry("姓名", "name"),
    "placements.basis": Entry("依据", "basis"),
    "placements.round": Entry("轮次", "round"),
    "placements.pick_order": Entry("选人名次", "pick_order"),
    "placements.composite": Entry("综合考评", "composite"),
    "placements.quantification": Entry("考评量化", "quantification"),
    "placements.votes": Entry("得票", "votes"),
    "placements.present": Entry("实到人数", "present"),
    "placements.reason": Entry("指定理由", "reason"),
    "placements.authority": Entry("决定机关", "authority"),
}

_CHECK: dict[str, Entry] = {
    "check.faults": Entry("输入有误，共{count}处", "{count} faults"),
    "check.table": Entry("表", "table"),
    "check.row": Entry("行", "row"),
    "check.column": Entry("列", "column"),
    "check.value": Entry("值", "value"),
    "check.fault": Entry("问题与要求", "what is wrong and what is expected"),
    "check.code": Entry("代码", "code"),
    "check.sound": Entry(
        "输入数据无误：{people}人，{sections}个科室", "no faults: {people} people, {sections} sections"
    ),
    "check.warnings": Entry("提请注意，共{count}条", "{count} warnings"),
    "check.readiness": Entry("各阶段数据", "readiness"),
    "check.stage": Entry("阶段", "stage"),
    "check.state": Entry("状态", "state"),
    "check.why": Entry("说明", "why"),
    "check.ready": Entry("可以进行", "ready"),
    "check.not_ready": Entry("尚不能进行", "not ready"),
    "check.missing": Entry("缺少数据表：{tables}", "tables without rows: {tables}"),
    "check.waits": Entry("须等{stage}", "waits for {stage}"),
    "outside.heading": Entry(
        "不参加科长竞岗的原任科长和竞争人员，共{count}人",
        "{count} present chiefs and candidates outside the chief contest",
    ),
    "pin.heading": Entry("指定与排除，共{count}项", "{count} pins"),
    "pin.mode": Entry("方式", "pin"),
    "pin.assign": Entry("指定", "assigned"),
    "pin.forbid": Entry("排除", "forbidden"),
    "pin.reason": Entry("理由", "reason"),
    "pin.authority": Entry("决定机关", "authority"),
    "score.people": Entry("个人得分", "scores of people"),
    "score.pairs": Entry("人员与科长职位", "people and chief posts"),
}

_OUTCOME: dict[str, Entry] = {
    "outcome.rules": Entry("细则程序的结果：{case}", "outcome by the rules: {case}"),
    "outcome.optimal": Entry("最优方案：{case}", "optimal outcome: {case}"),
    "outcome.proposal": Entry(
        "以下只是建议，须经党组会议研究决定（第十三、十七条）。",
        "This is a proposal; the party group decides (articles 13 and 17).",
    ),
    "outcome.stage_waits": Entry(
        "{stage}未进行：前面的阶段尚未进行", "{stage}: not run, since a stage before it was not"
    ),
    "outcome.sections": Entry("各科室人员", "sections"),
    "outcome.seated": Entry("{person}〔{basis}〕", "{person} [{basis}]"),
    "outcome.levels": Entry("{stage}：各层目标", "{stage}: levels"),
    "outcome.unique": Entry("结果唯一，不依赖抽签。", "The result is unique; it does not rest on the draw."),
    "outcome.not_unique": Entry(
        "另有同样优的安排，仅由抽签区分，须经党组确认。",
        "Other placements are equally good; only the draw decides, and the party group must confirm it.",
    ),
    "outcome.unplaced": Entry("未定岗人员，共{count}人", "{count} people without a seat"),
    "outcome.vacancies": Entry("空岗，共{count}个", "{count} vacant seats"),
    "outcome.ties": Entry("仅由抽签决定、须经确认之处，共{count}处", "{count} results that rest on the draw alone"),
    "status.complete": Entry("程序已走完。", "The procedure is complete."),
    "status.optimal": Entry("各层目标均已证明最优。", "Every level is proven optimal."),
    "status.feasible": Entry("已有方案，但未证明最优。", "A placement was found, but it is not proven optimal."),
    "status.infeasible": Entry("无可行方案。", "There is no feasible placement."),
    "trace.stage": Entry("{stage}：逐步记录", "{stage}: step by step"),
    "trace.step": Entry("{number}. {sentence}　〔条款 {article}〕", "{number}. {sentence}  [article {article}]"),
}

_VERIFY: dict[str, Entry] = {
    "verify.heading": Entry("复核{method}的结果：{case}", "verification of the outcome ({method}): {case}"),
    "verify.passed": Entry(
        "复核通过：{placements}个岗位安排逐条符合规则，各项数值重算一致。",
        "Passed: {placements} placements keep every rule, and every number was recomputed.",
    ),
    "verify.refuted": Entry("复核不通过，共{count}处问题。", "Failed: {count} violations."),
    "verify.not_checked": Entry("未复核的内容：{what}。", "Not re-checked: {what}."),
    "verify.not.optimality": Entry("最优性本身", "optimality itself"),
    "verify.not.bounds": Entry("界与“已证明”标记", "bounds and proven marks"),
    "verify.not.uniqueness": Entry("最优方案是否唯一", "whether the optimum is unique"),
    "verify.not.versions": Entry("程序版本", "the programs' versions"),
    "verify.rule": Entry("{rule}（条款 {article}）", "{rule} (article {article})"),
    "verify.no_rule": Entry("前后矛盾或与输入不符", "contradicts itself or the case"),
}

_RULEBOOK: dict[str, Entry] = {
    "rulebook.heading": Entry("规则：{name}", "rulebook {name}"),
    "rulebook.rounding.decimals": Entry("计分保留小数位", "decimals kept by every score"),
    "rulebook.eligibility.years": Entry("竞争科长须任职满年数", "full years in rank to contest a chief post"),
    "rulebook.eligibility.dissatisfied_below": Entry("不满意率须低于", "dissatisfied share below"),
    "rulebook.exam.weights": Entry("考试各科权重", "weights of the exam papers"),
    "rulebook.appraisal.weights": Entry("民主测评各项权重", "weights of the appraisal heads"),
    "rulebook.review.years": Entry("年度考核取近几年", "annual reviews that count"),
    "rulebook.quantification.weights": Entry("考评量化各项权重", "weights of the quantification"),
    "rulebook.quantification.bonus": Entry("职级加分", "bonus by rank"),
    "rulebook.speech.drop_highest": Entry("演讲去掉最高分个数", "highest speech marks dropped"),
    "rulebook.speech.drop_lowest": Entry("演讲去掉最低分个数", "lowest speech marks dropped"),
    "rulebook.recommendation.weights": Entry("定岗推荐各类人员权重", "weights of the voter groups"),
    "rulebook.recommendation.floor": Entry("推荐率须达到", "least recommendation rate"),
    "rulebook.composite.weights": Entry("综合考评各项权重", "weights of the composite"),
    "rulebook.applications.caps": Entry("各轮报岗个数上限", "filings allowed in each round"),
    "rulebook.applications.reading": Entry("各轮报岗的关系", "how rounds of filings relate"),
    "rulebook.applications.priority": Entry("先轮优先", "earlier rounds first"),
    "rulebook.clerks.retain": Entry("每科留用原科员上限", "own clerks a section may keep"),
    "rulebook.institution.retain": Entry("每科留用原事业人员上限", "own institution staff a section may keep"),
    "rulebook.institution.required": Entry("未留原科员则须留原事业人员", "required retention in force"),
    "rulebook.institution.composition": Entry("人员结构要求", "composition targets"),
    "rulebook.objective.chiefs": Entry("科长竞岗目标次序", "levels of the chiefs' stage"),
    "rulebook.objective.clerks": Entry("科员定岗目标次序", "levels of the clerks' stage"),
    "rulebook.objective.institution": Entry("事业人员补充目标次序", "levels of the institution stage"),
}

_GIVEN: dict[str, Entry] = {
    "fault.stage_not_ready": Entry(
        "{stage}无法进行，以下数据表没有数据：{missing}。请补齐后再运行。",
        "{stage} cannot be run: these tables have no rows: {missing}. Fill them in and run again.",
    ),
    "fault.given_unknown_person": Entry(
        "已定结果中的人员编号“{person_id}”不在人员表中，请核对",
        "the given placements name “{person_id}”, who is not in the people table; correct the id",
    ),
    "fault.given_unknown_section": Entry(
        "已定结果中的科室编号“{section_id}”不在科室表中，请核对",
        "the given placements name the section “{section_id}”, which is not in the sections table; correct the id",
    ),
    "fault.given_stage_missing": Entry(
        "已定结果中没有{stage}的安排，而后面的阶段以它为前提；请提供包含该阶段的结果",
        "the given placements hold nothing of the stage {stage}, on which the asked stage rests; give one that does",
    ),
    "fault.given_moves_fixed": Entry(
        "{person_id}不轮岗，应留在{own}任{own_role}，不能到{section_id}任{role}",
        "{person_id} is fixed as {own_role} in {own} and cannot be {role} in {section_id}",
    ),
    "fault.given_moves_pinned": Entry(
        "{person_id}已指定到{own}任{own_role}，与已定结果中到{section_id}任{role}矛盾；请改其中之一",
        "{person_id} is assigned to {own} as {own_role} by a pin, but given as {role} in {section_id}; change one of "
        "the two",
    ),
    "fault.given_two_seats": Entry(
        "{person_id}在已定结果中占了不止一个岗位：{sections}；每人只能有一个",
        "{person_id} has more than one given seat: {sections}; one is allowed",
    ),
    "fault.given_wrong_track": Entry(
        "{person_id}（{track}）不能在{section_id}任{role}",
        "{person_id} ({track}) cannot be {role} in {section_id}",
    ),
    "fault.given_forbidden": Entry(
        "{person_id}在{section_id}任{role}已被排除，与已定结果矛盾；请改其中之一",
        "a pin forbids {person_id} as {role} in {section_id}, but the seat is given; change one of the two",
    ),
    "fault.given_below_floor": Entry(
        "{person_id}在{section_id}的推荐票为{votes}/{present}，未达规定推荐率，不得任该科科长",
        "{person_id} has {votes} of {present} votes for {section_id}, below the floor, and cannot be its chief",
    ),
    "fault.given_two_chiefs": Entry(
        "{section_id}有不止一名科长：{people}；只能有一名", "{section_id} has more than one chief: {people}"
    ),
    "fault.given_over_headcount": Entry(
        "{section_id}除科长外有{taken}人，超过岗位数{seats}",
        "{section_id} has {taken} people beside the chief for {seats} seats",
    ),
    "fault.given_over_retention": Entry(
        "{section_id}留用原{role}人员{people}，超过上限{cap}人",
        "{section_id} keeps {people} of its own as {role}, more than the {cap} allowed",
    ),
    "fault.given_avoidance": Entry(
        "{people}须回避，不能同在{section_id}", "{people} must avoid each other and cannot both sit in {section_id}"
    ),
}

ENTRIES: dict[str, Entry] = {
    **_HELP,
    **_USAGE,
    **_MESSAGES,
    **_SMALL,
    **_HEADS,
    **_CHECK,
    **_OUTCOME,
    **_VERIFY,
    **_RULEBOOK,
    **_GIVEN,
}
