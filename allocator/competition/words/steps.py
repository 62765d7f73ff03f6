"""The steps of the procedure by hand, as an officer reads them, and the clauses that decide."""

from allocator.words._entry import Entry

ENTRIES: dict[str, Entry] = {
    "step.chiefs.round_opens": Entry("第{round}轮报岗开始", "Filing round {round} opens"),
    "step.chiefs.stands": Entry(
        "{person_id}竞争{section_id}科长职位（第{round}轮，推荐率{rate}，综合考评{composite}；{clause}）",
        "{person_id} stands for chief of {section_id} (round {round}, rate {rate}, composite {composite}; {clause})",
    ),
    "step.chiefs.unopposed": Entry(
        "{section_id}科长职位暂由{person_id}一人竞争，推荐率{rate}，综合考评{composite}，轮次{round}",
        "{section_id}: {person_id} alone stands for the post (rate {rate}, composite {composite}, round {round})",
    ),
    "step.chiefs.outranks": Entry(
        "{section_id}科长职位：{winner}（{winner_composite}）排在{loser}（{loser_composite}）之前，依据：{clause}",
        "{section_id}: {winner} ({winner_composite}) ranks before {loser} ({loser_composite}) by {clause}",
    ),
    "step.chiefs.wins": Entry(
        "{person_id}拟任{section_id}科长（第{round}轮，推荐率{rate}，综合考评{composite}）",
        "{person_id} is proposed as chief of {section_id} (round {round}, rate {rate}, composite {composite})",
    ),
    "step.chiefs.vacant": Entry(
        "{section_id}科长职位空缺，待条件成熟时再行安排", "{section_id}: the chief post stays vacant for now"
    ),
    "step.chiefs.without_post": Entry(
        "{person_id}未获得科长职位，转入科员定岗", "{person_id} has no chief post and joins the clerks' stage"
    ),
    "step.clerks.round_opens": Entry("第{round}轮双向选择开始", "Round {round} of mutual choice opens"),
    "step.clerks.full": Entry(
        "第{round}轮：{section_id}已无空岗，{person_id}（排名第{pick_order}）未能入选",
        "Round {round}: {section_id} has no free seat for {person_id} (place {pick_order} on its list)",
    ),
    "step.clerks.closed": Entry(
        "第{round}轮：受留用上限或回避限制，{person_id}（排名第{pick_order}）不能进入{section_id}",
        "Round {round}: retention or avoidance keeps {person_id} (place {pick_order}) out of {section_id}",
    ),
    "step.clerks.taken": Entry(
        "第{round}轮：{section_id}选定{person_id}（排名第{pick_order}）",
        "Round {round}: {section_id} takes {person_id} (place {pick_order} on its list)",
    ),
    "step.clerks.directed": Entry(
        "领导组安排{person_id}（考评量化{quantification}）到{section_id}（{wish}）",
        "{person_id} (quantification {quantification}) is directed to {section_id} ({wish})",
    ),
    "step.clerks.unplaced": Entry("{person_id}未能安排岗位：{reason}", "{person_id} could not be seated: {reason}"),
    "step.institution.round_opens": Entry(
        "事业人员第{round}轮双向选择开始", "Round {round} of mutual choice for institution staff opens"
    ),
    "step.institution.full": Entry(
        "第{round}轮：{section_id}已无空岗，{person_id}（排名第{pick_order}）未能入选",
        "Round {round}: {section_id} has no free seat for {person_id} (place {pick_order} on its list)",
    ),
    "step.institution.closed": Entry(
        "第{round}轮：受留用上限或回避限制，{person_id}（排名第{pick_order}）不能进入{section_id}",
        "Round {round}: retention or avoidance keeps {person_id} (place {pick_order}) out of {section_id}",
    ),
    "step.institution.taken": Entry(
        "第{round}轮：{section_id}选定{person_id}（排名第{pick_order}）",
        "Round {round}: {section_id} takes {person_id} (place {pick_order} on its list)",
    ),
    "listed.0": Entry("未列入该科名单", "not on its list"),
    "listed.1": Entry("在该科名单内", "on its list"),
    "step.institution.kept": Entry(
        "{section_id}未保留原行政一般人员，须保留原事业人员：{person_id}（{listed}）",
        "{section_id} kept none of its clerks and must keep {person_id} of its institution staff ({listed})",
    ),
    "step.institution.requirement_unmet": Entry(
        "{section_id}须保留一名原事业人员，但无人可留",
        "{section_id} must keep one of its institution staff, but none may stay",
    ),
    "step.institution.returns": Entry(
        "{person_id}回原编制单位：{reason}", "{person_id} returns to the home unit: {reason}"
    ),
    "clause.only": Entry("本轮仅剩此岗位", "the only post left to him in this round"),
    "clause.round": Entry("报岗轮次在先", "the earlier filing round"),
    "clause.composite": Entry("综合考评得分高（第十三条第三项）", "the higher composite score (article 13-3)"),
    "clause.rate": Entry("推荐率高（第十三条）", "the higher recommendation rate (article 13)"),
    "clause.applied": Entry("申报该岗位（第十三条）", "having filed for the post (article 13)"),
    "clause.choice": Entry("志愿序号在先", "the earlier choice"),
    "clause.lot": Entry("抽签（须经党组确认）", "the draw (to be confirmed by the party group)"),
    "clause.id": Entry("编号在先", "the smaller id"),
    "wish.1": Entry("本人申报且科室拟选", "filed for and listed"),
    "wish.2": Entry("本人申报", "filed for"),
    "wish.3": Entry("科室拟选", "listed by the section"),
    "wish.4": Entry("双方均未提出", "neither side named the other"),
    "reason.no_seat": Entry("没有空余岗位", "no seat was left"),
    "reason.closed": Entry("余下岗位均受留用上限或回避限制", "retention or avoidance closes the seats that are left"),
    "reason.no_consent": Entry("编制单位未同意", "the home unit has not agreed"),
    "reason.review_fail": Entry("资格审查不合格", "failed the review of qualifications"),
    "reason.no_filing": Entry("没有申报岗位", "filed for no section"),
    "reason.not_listed": Entry("所报科室均未选定", "no section filed for lists the person"),
}
