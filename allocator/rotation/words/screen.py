"""What is shown of a plan on the screen and in files: headings, the check, the outcome, the comparison, the steps."""

from allocator.words._entry import Entry

ENTRIES: dict[str, Entry] = {
    "rotation.post": Entry("{unit}·{name}", "{unit}: {name}"),
    # the check
    "rotation.check.sound": Entry(
        "输入数据无误：{people}人，{units}个单位，{posts}个岗位",
        "no faults: {people} people, {units} units, {posts} posts",
    ),
    "rotation.check.due": Entry("应交流、轮岗的人数", "who is due"),
    # headings
    "rotation.head.chain": Entry("链环", "chain"),
    "rotation.head.step": Entry("步", "step"),
    "rotation.head.person": Entry("人员", "person"),
    "rotation.head.person_id": Entry("人员编号", "person_id"),
    "rotation.head.post": Entry("岗位", "post"),
    "rotation.head.from_post": Entry("现岗位编号", "from_post"),
    "rotation.head.from": Entry("现岗位", "from"),
    "rotation.head.to_post": Entry("去向岗位编号", "to_post"),
    "rotation.head.to": Entry("去向", "to"),
    "rotation.head.kind": Entry("方式", "kind"),
    "rotation.head.duty": Entry("事由", "duty"),
    "rotation.head.articles": Entry("条款", "articles"),
    "rotation.head.overdue": Entry("超期月数", "months overdue"),
    "rotation.head.instead": Entry("替代", "instead"),
    "rotation.head.reason": Entry("原因", "reason"),
    "rotation.head.ground": Entry("依据", "ground"),
    "rotation.head.fates": Entry("可能的去向", "fates"),
    "rotation.head.unit": Entry("单位", "unit"),
    "rotation.head.unit_id": Entry("单位编号", "unit_id"),
    "rotation.head.people": Entry("人数", "people"),
    "rotation.head.rules": Entry("细则程序", "rules"),
    "rotation.head.optimal": Entry("最优方案", "optimum"),
    "rotation.head.verdict": Entry("影响", "effect"),
    "rotation.head.in_rules": Entry("调入（细则）", "in (rules)"),
    "rotation.head.out_rules": Entry("调出（细则）", "out (rules)"),
    "rotation.head.inside_rules": Entry("内部轮岗（细则）", "inside (rules)"),
    "rotation.head.in_optimal": Entry("调入（最优）", "in (optimum)"),
    "rotation.head.out_optimal": Entry("调出（最优）", "out (optimum)"),
    "rotation.head.inside_optimal": Entry("内部轮岗（最优）", "inside (optimum)"),
    "rotation.head.figure": Entry("项目", "figure"),
    # the outcome
    "rotation.outcome.rules": Entry("交流轮岗方案（细则程序）：{case}", "plan by the rules: {case}"),
    "rotation.outcome.optimal": Entry("交流轮岗方案（最优）：{case}", "optimal plan: {case}"),
    "rotation.outcome.proposal": Entry(
        "以下只是建议，须经党组会议研究决定。", "This is a proposal; the party group decides."
    ),
    "rotation.outcome.moves": Entry("交流轮岗{count}人，按交接顺序", "{count} moves, in the order of handover"),
    "rotation.outcome.unmet": Entry("应交流轮岗而未能实现的，共{count}人", "{count} people did not get what is owed"),
    "rotation.outcome.unique": Entry("结果唯一，不依赖抽签。", "The plan is unique; it does not rest on the draw."),
    "rotation.outcome.not_unique": Entry(
        "另有同样优的安排，仅由抽签区分，须经党组确认。",
        "Other plans are equally good; only the draw decides, and the party group must confirm it.",
    ),
    "rotation.ground.articles": Entry("条款 {articles}", "articles {articles}"),
    "rotation.ground.overdue": Entry("超期{months}个月", "{months} months overdue"),
    "rotation.ground.choice": Entry("第{choice}志愿", "choice {choice}"),
    "rotation.ground.objected": Entry("接收单位不同意", "the unit objects"),
    # the comparison
    "rotation.compare.heading": Entry("两种方法对照：{case}", "both methods side by side: {case}"),
    "rotation.compare.advisory": Entry(
        "两种方法都只是建议，供党组参考。", "Both are proposals for the party group to weigh."
    ),
    "rotation.compare.same": Entry("两种方法各层目标相同。", "Both methods reach the same on every level."),
    "rotation.compare.decided": Entry(
        "最优方案先在“{level}”上更好：细则程序{rules}，最优方案{optimal}。",
        "The optimum is better first in “{level}”: {rules} by the rules, {optimal} at the optimum.",
    ),
    "rotation.compare.levels": Entry("各层目标", "levels"),
    "rotation.compare.people": Entry(
        "去向不同的人员：受益{gains}人，受损{loses}人，其他变动{moved}人",
        "people who end elsewhere: {gains} gain, {loses} lose, {moved} others",
    ),
    "rotation.compare.units": Entry("各单位进出", "units"),
    "rotation.compare.totals": Entry("合计", "totals"),
    "rotation.total.moves": Entry("变动人数", "moves"),
    "rotation.total.exchanges": Entry("其中交流", "exchanges among them"),
    "rotation.total.unmet": Entry("未能实现的", "not met"),
    "rotation.total.musts_unmet": Entry("其中必须交流的", "musts among them"),
    "rotation.total.ties": Entry("须经确认的", "ties to confirm"),
    "rotation.total.chains": Entry("链", "chains"),
    "rotation.total.cycles": Entry("环", "cycles"),
    "rotation.total.longest": Entry("最长的链环人数", "people in the longest"),
    "rotation.verdict.gains": Entry("受益", "gains"),
    "rotation.verdict.loses": Entry("受损", "loses"),
    "rotation.verdict.moved": Entry("去向不同", "moved"),
    # the audit
    "rotation.verify.passed": Entry(
        "复核通过：{moves}项变动逐条符合规定，各项数值重算一致。",
        "Passed: {moves} moves keep every rule, and every number was recomputed.",
    ),
    # the steps by hand
    "step.plan.pinned": Entry(
        "{person_id}由党组指定到{post_id}", "{person_id} is assigned {post_id} by the party group"
    ),
    "step.plan.stands_for_pair": Entry(
        "{person_id}列第{place}：与{other}须回避而同在一个单位，由其调出",
        "{person_id} is number {place}: together with {other} whom to avoid, and the one to leave",
    ),
    "step.plan.in_line": Entry(
        "{person_id}列第{place}：{duty}，超期{overdue}个月（与后一位的区别：{clause}）",
        "{person_id} is number {place}: {duty}, {overdue} months overdue (before the next by {clause})",
    ),
    "step.plan.takes_free_seat": Entry(
        "第{pass}遍：{person_id}从{from_post}到{post_id}的空缺（{kind}）",
        "pass {pass}: {person_id} goes from {from_post} to a free seat of {post_id} ({kind})",
    ),
    "step.plan.changes_places": Entry(
        "第{pass}遍：{person_id}（{from_post}）与{holder}（{post_id}）对调（{kind}）",
        "pass {pass}: {person_id} ({from_post}) changes places with {holder} ({post_id}), {kind}",
    ),
    "step.plan.apart_already": Entry(
        "{person_id}与须回避者已不在一个单位，不再调动", "{person_id} is apart from whom to avoid by now and stays"
    ),
    "step.plan.finds_nothing": Entry("{person_id}没有可去之处", "{person_id} finds no post"),
    "rotation.placed_by.pair": Entry("回避在先", "the pair goes first"),
    "rotation.placed_by.duty": Entry("事由", "the duty"),
    "rotation.placed_by.overdue": Entry("超期月数", "the months overdue"),
    "rotation.placed_by.lot": Entry("抽签", "the lot"),
    "rotation.placed_by.last": Entry("末位", "the last in the line"),
}
