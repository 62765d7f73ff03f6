"""What the check of a case says, and the tables of pins and scores that follow it."""

from allocator.words._entry import Entry

ENTRIES: dict[str, Entry] = {
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
