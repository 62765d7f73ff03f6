"""What ``--help`` says: the program, its verbs, their arguments and options."""

from allocator.words._entry import Entry

ENTRIES: dict[str, Entry] = {
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
    "help.verb.due": Entry(
        "展望若干年：谁在何时到期，逐年方案能否解决（交流轮岗）",
        "some years ahead: who becomes due when, and what a plan each year makes of it (rotation)",
    ),
    "help.verb.advance": Entry(
        "按一份结果写出下一年的方案数据（交流轮岗）", "next year's case as an outcome leaves it (rotation)"
    ),
    "help.option.years": Entry("展望几年（默认3）", "how many years ahead (3)"),
    "help.option.advance.output": Entry("下一年方案写到哪里（文件夹、.xlsx 或 .json）", "where to write the next case"),
    "help.option.due.method": Entry("方法：optimal（默认）或 rules", "optimal (default) or rules"),
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
    "help.option.as_kept": Entry(
        "只把示例局的表格按人事部门平时的样子写成一个工作簿，供练习",
        "only write the embedded bureau's workbook as a personnel office keeps it, to practise on",
    ),
    "help.option.rulebook": Entry(
        "规则文件（TOML），只写与内置规则不同之处", "a rulebook (TOML) with what differs from the built-in one"
    ),
    "help.option.strict": Entry(
        "只接受原样可读的输入：凡须另行读取之处一律不受理，并逐项列出",
        "take the input only as it stands: any reading is refused, each listed",
    ),
    "help.option.shared": Entry(
        "写出的文件按本机惯例设置权限（默认只有本人可读）",
        "what is written may be read by others as the machine has it (as a rule by the user alone)",
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
    "help.option.outcome": Entry(
        "某次的 outcome.json，不再重新计算", "an earlier outcome.json, instead of computing one"
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
    "help.option.trios": Entry(
        "三人互相回避且与同一科室双向选择的组数（默认0）",
        "groups of three who avoid one another though one section and they want each other (0)",
    ),
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
    "help.option.exercise": Entry(
        "事项：competition 竞争轮岗（默认）或 rotation 交流轮岗", "the exercise: competition (default) or rotation"
    ),
    "help.option.post": Entry(
        "岗位编号：与人员合用，只说明此岗位；单独使用，说明谁能来",
        "a post: with a person that post alone, else who could come",
    ),
    "help.option.units": Entry("单位数", "how many units"),
    "help.option.vacancies": Entry("空缺占职数的百分之几", "percent of the seats that are vacant"),
    "help.option.chains": Entry("须成链、成环才能解决的组数", "how many groups only chains and cycles can settle"),
    "help.option.ties": Entry(
        "各项得分只有70、80、90的人员占百分之几（默认0）", "percent of people with no marks but 70, 80 and 90 (0)"
    ),
}
