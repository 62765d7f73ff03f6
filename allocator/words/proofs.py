"""Words of proofs: the options, what each level rests on, and why a proof is not accepted."""

from allocator.words._entry import Entry

_HELP: dict[str, Entry] = {
    "help.option.engine": Entry(
        "求解引擎：certified（默认，逐层给出可核对的整数证明）或 reference（只用 CP-SAT）；结果相同",
        "certified (default: integer proofs level by level) or reference (plain CP-SAT); the result is the same",
    ),
    "help.option.cross_check": Entry(
        "留给 CP-SAT 的问题一律再求一遍（不做预处理），不论大小",
        "search everything that is left to CP-SAT a second time, without presolve, whatever its size",
    ),
    "help.option.proof": Entry(
        "同时核对最优性证明（默认在结果旁的 proof 文件夹）",
        "check the proof of optimality too (the folder “proof” beside the outcome unless named)",
    ),
}

_PAGE: dict[str, Entry] = {
    "head.dual_bound": Entry("整数界", "bound by integers"),
    "head.rests_on": Entry("依据", "rests on"),
    "proof.heading": Entry("最优性证明", "proof of optimality"),
    "proof.accepted": Entry(
        "证明成立：{integers}层仅凭整数证明，{trying}层凭整数加逐一试算，{word}层另凭 CP-SAT 的结论。",
        "The proof holds: {integers} levels rest on integers alone, {trying} on integers and on trying what is left, "
        "{word} also on CP-SAT's word.",
    ),
    "proof.refused": Entry("证明不成立，共{count}处：", "The proof is not accepted, {count} reasons:"),
    "proof.open": Entry("{stage}：以下各层未证明：{levels}。", "{stage}: not proven: {levels}."),
    "proof.nothing": Entry("结果没有称任何一层已证明。", "The outcome does not call any level proven."),
    "proof.ground.integers": Entry("仅凭整数", "integers alone"),
    "proof.ground.trying": Entry("整数，其余逐一试过", "integers; the rest tried one by one"),
    "proof.ground.cp_sat_twice": Entry(
        "整数，其余凭 CP-SAT 两次求解的结论", "integers; the rest on CP-SAT's word, given twice"
    ),
    "proof.ground.cp_sat": Entry(
        "整数，其余凭 CP-SAT 一次求解的结论", "integers; the rest on CP-SAT's word, given once"
    ),
}

_REFUSED: dict[str, Entry] = {
    "proof.refused.missing": Entry("没有证明文件：{path}", "there is no proof: {path} is missing"),
    "proof.refused.file_unreadable": Entry("证明文件无法读取：{file}", "the file {file} of the proof cannot be read"),
    "proof.refused.file_hash": Entry("证明文件已被改动：{file}", "the file {file} is not the one that was written"),
    "proof.refused.outcome_hash": Entry("证明不是为这份结果写的", "the proof was written for another outcome"),
    "proof.refused.case_hash": Entry("证明不是为这份方案写的", "the proof was written for another case"),
    "proof.refused.rulebook_hash": Entry("证明不是在这套规则下写的", "the proof was written under another rulebook"),
    "proof.refused.stages": Entry("证明的阶段与结果不符", "the proof is not about the stages that the outcome ran"),
    "proof.refused.levels": Entry(
        "证明的各层与结果所称已证明的各层不符", "the levels of the proof are not those that the outcome calls proven"
    ),
    "proof.refused.written_out": Entry("逐一列出的人员编号不成立", "the people written out are not people of the case"),
    "proof.refused.problem_hash": Entry(
        "由方案重新列出的问题与证明所依据的不同",
        "the problem formulated anew from the case is not the one of the proof",
    ),
    "proof.refused.seat": Entry(
        "问题中没有这个岗位：{person_id}，{section_id}", "the problem has no seat for {person_id} in {section_id}"
    ),
    "proof.refused.seats": Entry("结果的岗位不满足问题的各行", "the outcome's seats break a row of the problem"),
    "proof.refused.value": Entry(
        "结果的岗位使该层为 {found}，而不是 {value}", "the outcome's seats give the level {found}, not {value}"
    ),
    "proof.refused.bound": Entry(
        "重新计算的界为 {found}，而不是 {bound}", "the bound recomputed is {found}, not {bound}"
    ),
    "proof.refused.multipliers": Entry("乘数不成立", "the multipliers cannot be those of a bound"),
    "proof.refused.face": Entry(
        "该层的面不能由前面各层的乘数得出", "the level's face does not follow from the multipliers up to it"
    ),
    "proof.refused.off_face": Entry("结果的岗位不在该层的面上", "the outcome's seats do not lie on the level's face"),
    "proof.refused.reduced": Entry(
        "整数之外剩下的问题与证明所载不同", "what the integers leave open is not the problem that the proof holds"
    ),
    "proof.refused.tie": Entry(
        "所列并列在抽签前各层的面上不能变动：{person_id}，{section_id}",
        "the seat of {person_id} in {section_id} is told to be tied, but the face of the levels before the draw "
        "leaves it as it is",
    ),
    "proof.refused.refuted": Entry("逐一试算找到了更好的解", "trying what is left open found a better value"),
}

ENTRIES: dict[str, Entry] = {**_HELP, **_PAGE, **_REFUSED}
