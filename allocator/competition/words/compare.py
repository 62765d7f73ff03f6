"""Words of the comparison of the two methods."""

from allocator.words._entry import Entry

ENTRIES: dict[str, Entry] = {
    "compare.heading": Entry("两种方法对照：{case}", "comparison of the two methods: {case}"),
    "compare.advisory": Entry(
        "最优方案仅供参考：它可能让综合考评较低者任职而较高者未能如愿，与第十三条第三项不一致；每一处都列在下面。",
        "The optimum is advisory: it may give a post to somebody whom the post's own order puts lower, against "
        "article 13-3. Every such case is listed.",
    ),
    "compare.headline": Entry(
        "下面逐阶段对照：每一阶段都从细则程序自己的前期结果出发。",
        "Stage by stage, each from the rules' own earlier stages:",
    ),
    "compare.stage": Entry("{stage}：对照", "{stage}: comparison"),
    "compare.same": Entry("两种方法在每层目标上相同。", "The methods agree on every level."),
    "compare.decided.optimal": Entry(
        "最优方案在“{level}”上更好：细则程序{rules}，最优方案{optimal}。",
        "The optimum is better on {level}: rules {rules}, optimum {optimal}.",
    ),
    "compare.decided.rules": Entry(
        "细则程序在“{level}”上更好：细则程序{rules}，最优方案{optimal}（未证明最优，或前期结果不同）。",
        "The rules are better on {level}: rules {rules}, optimum {optimal} (not proven, or other earlier stages).",
    ),
    "compare.counts": Entry(
        "受益{gains}人，受损{loses}人，变动但无得失{moved}人，不变{unchanged}人。",
        "{gains} gain, {loses} lose, {moved} move without gain or loss, {unchanged} are unchanged.",
    ),
    "compare.claims_rules": Entry(
        "细则程序下，排在前面者想要而由后面者（或无人）占有的岗位：{count}处。",
        "Under the rules, seats wanted by somebody ranked higher than the holder (or left empty): {count}.",
    ),
    "compare.claims_optimal": Entry(
        "最优方案下，排在前面者想要而由后面者（或无人）占有的岗位：{count}处。",
        "Under the optimum, seats wanted by somebody ranked higher than the holder (or left empty): {count}.",
    ),
    "compare.more_claims": Entry("……另有{count}处，见文件。", "… and {count} more in the files."),
    "compare.whole": Entry("两个全程结果对照", "the two whole pipelines"),
    "compare.whole_note": Entry(
        "每种方法从自己的前期结果继续，后面阶段的起点可能不同，单看某一阶段未必最优方案占优。",
        "Each method goes on from its own earlier stages, so the optimum need not lead in every later stage.",
    ),
    "compare.sections": Entry(
        "人员有变化的科室{changed}个（共{sections}个）：", "{changed} of {sections} sections differ:"
    ),
    "better.rules": Entry("细则程序", "rules"),
    "better.optimal": Entry("最优方案", "optimum"),
    "better.equal": Entry("相同", "equal"),
    "verdict.gains": Entry("受益", "gains"),
    "verdict.loses": Entry("受损", "loses"),
    "verdict.moved": Entry("变动", "moves"),
    "verdict.unchanged": Entry("不变", "unchanged"),
    "met.round": Entry("第{round}轮申报的岗位", "a seat filed for in round {round}"),
    "met.written_in": Entry("建议岗位", "a written-in post"),
    "met.other": Entry("未申报的岗位", "a seat not filed for"),
    "met.unplaced": Entry("没有岗位", "no seat"),
    "why.basis": Entry("{basis}（{article}）", "{basis} ({article})"),
    "why.ground": Entry("细则：{ground}", "rules: {ground}"),
    "why.won_from": Entry("得自{people}", "takes over from {people}"),
    "why.lost_to": Entry("让与{people}", "gives way to {people}"),
    "why.drawn": Entry(
        "抽签以前各层目标相同，仅因抽签未安排；同样可能安排的：{people}",
        "as good at every level before the draw, lost to the draw alone; as equal there: {people}",
    ),
    "why.drawn_alone": Entry(
        "抽签以前各层目标相同，仅因抽签未安排",
        "as good at every level before the draw, lost to the draw alone",
    ),
    "why.neutral": Entry(
        "原岗位双方均未提出，随其他人员的安排而定", "the seat was named by neither side and follows from the others"
    ),
    "why.and_others": Entry("{person}等{count}人", "{person} and others ({count} in all)"),
    "why.trade": Entry("交换{number}：{effect}", "trade {number}: {effect}"),
    "trade.nothing": Entry("不影响任何目标", "no level changes"),
    "claim.vacant": Entry("岗位空缺", "the seat is left empty"),
    "claim.round": Entry("报岗轮次 {person} 先于 {holder}", "filing round {person} before {holder}"),
    "claim.composite": Entry("综合考评 {person} 高于 {holder}", "composite {person} above {holder}"),
    "claim.rate": Entry("得票 {person} 多于 {holder}", "votes {person} above {holder}"),
    "claim.applied": Entry("本人申报，任职者未申报", "filed for the post, which the holder did not"),
    "claim.lot": Entry("各项相同，仅抽签数高于任职者", "equal to the holder but for the higher lot"),
    "claim.id": Entry("仅编号在先", "ahead by the id only"),
    "claim.pick_order": Entry(
        "科室名单第{person}，任职者第{holder}", "place {person} on the section's list, holder {holder}"
    ),
    "claim.unlisted": Entry(
        "科室名单第{person}，任职者不在名单上", "place {person} on the section's list, the holder is not on it"
    ),
    "claim.quantification": Entry("考评量化 {person} 高于 {holder}", "quantification {person} above {holder}"),
    "scope.stagewise": Entry("逐阶段（同一起点）", "stage by stage (same start)"),
    "scope.whole": Entry("全程", "whole pipelines"),
    "total.chiefs": Entry("已定科长", "chief posts filled"),
    "total.placed": Entry("已定岗人数（含不轮岗）", "people placed (fixed people included)"),
    "total.unplaced": Entry("未定岗人数", "people without a seat"),
    "total.chief_vacant": Entry("空缺科长职位", "chief posts vacant"),
    "total.seats_vacant": Entry("其他空岗", "other vacant seats"),
    "total.ties": Entry("须经确认的抽签", "draws to confirm"),
}
