"""What an outcome says: sections, levels, ties, and the procedure step by step."""

from allocator.words._entry import Entry

ENTRIES: dict[str, Entry] = {
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
