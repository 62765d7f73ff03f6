"""Errors, progress and what was written: the lines of the command line that are no table."""

from allocator.words._entry import Entry

ENTRIES: dict[str, Entry] = {
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
    "demo.as_kept": Entry(
        "示例局自留的工作簿已写入 {path}，可用来练习",
        "the embedded bureau's own workbook, to practise on, written to {path}",
    ),
    "generate.competition": Entry(
        "虚拟单位已写入 {path}：{people}人，{sections}个科室，随机种子 {seed}",
        "invented bureau written to {path}: {people} people, {sections} sections, seed {seed}",
    ),
    "generate.rotation": Entry(
        "虚拟单位已写入 {path}：{people}人，{units}个单位，随机种子 {seed}",
        "invented bureau written to {path}: {people} people, {units} units, seed {seed}",
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
