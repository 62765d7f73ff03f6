"""Words of the outlook: who becomes due when, and plans over several years."""

from allocator.words._entry import Entry

ENTRIES: dict[str, Entry] = {
    "rotation.outlook.title": Entry("{case}　交流轮岗展望", "{case}: outlook"),
    "rotation.outlook.statement": Entry(
        "以下为推算：以后各年的方案以前一年方案全部实行、其他情况不变为前提，均须另行研究决定。",
        "A projection: each later year's plan assumes that the one before was carried out and nothing else changed; "
        "every one of them is to be decided anew.",
    ),
    "rotation.outlook.article": Entry("条款 {article}", "article {article}"),
    "rotation.outlook.binds": Entry("名额不足", "spent"),
    "rotation.outlook.due": Entry("应交流轮岗", "due"),
    "rotation.outlook.met": Entry("已解决", "met"),
    "rotation.outlook.exchanges": Entry("其中交流", "exchanges"),
    "rotation.outlook.picture": Entry("各年应办、已办与交流人数", "Due, met and exchanged, year by year"),
    "rotation.outlook.picture_read": Entry(
        "每年三条：应交流轮岗的人数、按方案已解决的人数、交流的人数。",
        "Three bars a year: who is due, who is met by the plan, who is exchanged.",
    ),
    "rotation.outlook.wrote_case": Entry("下一年的方案已写入 {path}", "next year's case written to {path}"),
    "report.rotation.outlook_due.name": Entry("到期", "due"),
    "report.rotation.outlook_due.title": Entry("各年到期人数（无人变动时）", "Who becomes due if nobody moves"),
    "report.rotation.outlook_due.note": Entry("每年一行", "one row a year"),
    "report.rotation.outlook_units.name": Entry("各单位到期", "due by unit"),
    "report.rotation.outlook_units.title": Entry("各单位各年新到期人数", "Who newly becomes due, by unit"),
    "report.rotation.outlook_units.note": Entry("每单位一行", "one row a unit"),
    "report.rotation.outlook_plans.name": Entry("逐年方案", "plans"),
    "report.rotation.outlook_plans.title": Entry("逐年方案", "A plan each year"),
    "report.rotation.outlook_plans.note": Entry("每年一行，后一年接前一年", "one row a year, each on the one before"),
    "rotation.head.day": Entry("基准日期", "date"),
    "rotation.head.new": Entry("其中新到期", "newly"),
    "rotation.head.moves": Entry("变动", "moves"),
    "rotation.head.exchanges": Entry("其中交流", "exchanges"),
    "rotation.head.quota": Entry("交流名额", "quota"),
    "rotation.head.quota_spent": Entry("名额", "quota spent"),
    "rotation.head.musts_unmet": Entry("必须交流未实现", "musts not met"),
}
