"""What the verification of an outcome says."""

from allocator.words._entry import Entry

ENTRIES: dict[str, Entry] = {
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
