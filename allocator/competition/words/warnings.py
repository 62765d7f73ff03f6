"""Warnings: what does not stop a run but should be looked at before anybody decides."""

from allocator.words._entry import Entry

_OF_THE_CASE: dict[str, Entry] = {
    # people
    "warning.incumbent_withdraws": Entry(
        "原任科长{person_id}放弃竞争；按规定原任科长须全程参加",
        "the present chief {person_id} withdraws, although present chiefs are to take part throughout (article 2-1)",
    ),
    "warning.withdraw_without_effect": Entry(
        "{person_id}不具备竞争科长职位的条件，所填“放弃”没有效果",
        "{person_id} could not contest a chief post, so the withdrawal has no effect",
    ),
    "warning.compete_without_effect": Entry(
        "{person_id}申报竞争科长职位但不具备条件，按其他人员对待",
        "{person_id} wishes to contest a chief post but does not qualify, so the wish has no effect",
    ),
    "warning.fixed_without_effect": Entry(
        "{person_id}为聘用人员，不占岗位，所填“不轮岗”没有效果",
        "{person_id} is contract staff and holds no seat, so the fixed mark has no effect",
    ),
    "warning.chief_without_effect": Entry(
        "{person_id}不是行政编制，所填“原任科长”没有效果",
        "{person_id} is not administrative staff, so the chief mark has no effect",
    ),
    "warning.cleared_without_effect": Entry(
        "{person_id}不是竞争科长职位人员，所填“拟任人选”没有效果",
        "{person_id} is no candidate, so being cleared has no effect",
    ),
    "warning.incumbent_without_section": Entry(
        "原任科长{person_id}未填现科室", "the present chief {person_id} has no present section"
    ),
    "warning.rank_since_missing": Entry(
        "{person_id}未填任职时间，无法核算任职年限，按不具备竞争条件对待",
        "{person_id} has no date in rank; the service cannot be counted and the person is not eligible",
    ),
    "warning.rank_since_after_reference": Entry(
        "{person_id}的任职时间{date}晚于基准日期，请核对",
        "{person_id} holds the rank since {date}, after the reference date; please check",
    ),
    "warning.review_fail_clerk": Entry(
        "{person_id}资格审查不合格，但仍参加科员定岗",
        "{person_id} failed the review of qualifications but still takes part as a clerk",
    ),
    "warning.fewer_reviews_than_asked": Entry(
        "{person_id}只有{years}年的年度考核（规定{asked}年），按现有年度平均",
        "{person_id} has {years} annual reviews of the {asked} asked for; their mean is used",
    ),
    "warning.review_after_reference": Entry(
        "{person_id}的{year}年度考核晚于基准日期所在年份，请核对",
        "{person_id} has an annual review of {year}, a year after the reference date; please check",
    ),
    "warning.incumbent_without_satisfaction": Entry(
        "原任科长{person_id}没有满意度测评，按规定须参加",
        "the present chief {person_id} has no satisfaction poll, which article 2-1 asks for",
    ),
    "warning.fixed_chief_without_records": Entry(
        "不轮岗科长{person_id}缺少：{missing}；按规定也须参加",
        "the fixed chief {person_id} lacks: {missing}, which article 2-1 asks for",
    ),
    "warning.pinned_without_consent": Entry(
        "事业人员{person_id}未经编制单位同意即被指定到{section_id}",
        "{person_id} is assigned to {section_id} without the home unit's consent",
    ),
    "warning.pinned_review_fail": Entry(
        "{person_id}资格审查不合格，仍被指定到{section_id}",
        "{person_id} is assigned to {section_id} in spite of a failed review of qualifications",
    ),
    # filings, votes, lists
    "warning.filing_without_effect": Entry(
        "{person_id}第{round}轮对{section_id}科长职位的申报没有效果：{reason}",
        "the filing of {person_id} for the chief post of {section_id} in round {round} has no effect: {reason}",
    ),
    "warning.filing_forbidden": Entry(
        "{person_id}第{round}轮申报的{section_id}（{role}）已被排除，按未申报对待",
        "{person_id} filed for {section_id} ({role}) in round {round}, which a pin forbids; it counts as not filed",
    ),
    "warning.dropped_by_latest": Entry(
        "按“以最后一轮为准”的规则，{person_id}此前对{section_id}的申报不再计算",
        "only the last round on record counts, so the earlier filing of {person_id} for {section_id} is dropped",
    ),
    "warning.ballot_without_effect": Entry(
        "推荐{person_id}到{section_id}任科长的票没有效果：{reason}",
        "votes for {person_id} as chief of {section_id} have no effect: {reason}",
    ),
    "warning.clerk_filing_without_effect": Entry(
        "{person_id}不参加双向选择，第{round}轮对{section_id}的申报没有效果",
        "{person_id} takes no part in mutual choice, so the filing for {section_id} in round {round} has no effect",
    ),
    "warning.pick_without_effect": Entry(
        "{section_id}拟选的{person_id}不参加双向选择，没有效果",
        "{section_id} lists {person_id}, who takes no part in mutual choice; the listing has no effect",
    ),
    # posts and seats
    "warning.candidates_exceed_posts": Entry(
        "拟任人选{cleared}人，多于原任科长之外的空缺职位{posts}个",
        "{cleared} candidates are cleared for {posts} posts beyond those of the present chiefs who take part",
    ),
    "warning.pool_exceeds_seats": Entry(
        "{stage}：待安排{pool}人，多于可用岗位{seats}个", "{stage}: {pool} people for {seats} seats"
    ),
    "warning.avoidance_already_together": Entry(
        "{people}须回避，但都是{section_id}的不轮岗人员",
        "{people} are an avoidance pair, yet both are fixed in {section_id}",
    ),
    "warning.avoidance_of_contract": Entry(
        "回避关系{people}涉及聘用人员，聘用人员不占岗位，此项没有效果",
        "the avoidance pair {people} names contract staff, who hold no seat; it has no effect",
    ),
}

_OF_THE_RUN: dict[str, Entry] = {
    "warning.lottery_default": Entry(
        "未公布抽签种子，以方案名称“{seed}”代替；种子应在竞岗前公布",
        "no lottery seed was published; the case's name “{seed}” stands in. Publish the seed before the contest",
    ),
    "warning.lottery_overridden": Entry(
        "抽签种子由命令行指定为“{seed}”，可能在知道结果后选定，须由党组确认",
        "the lottery seed “{seed}” was given by hand and could have been chosen after the fact; have it confirmed",
    ),
    "warning.ties_to_confirm": Entry(
        "{stage}：有{sections}处仅由抽签决定，须经党组确认",
        "{stage}: {sections} results rest on the draw alone and must be confirmed by the party group",
    ),
    "warning.list_of_other_chief": Entry(
        "{section_id}的名单由{chief_id}提出，而拟任科长为{placed}；名单仍按科室使用",
        "the list of {section_id} was made by {chief_id}, while {placed} is placed as chief; the list is still used",
    ),
    "warning.requirement_unmet": Entry(
        "{section_id}须保留一名原事业人员而未能保留：{reason}",
        "{section_id} had to keep one of its institution staff and did not: {reason}",
    ),
    "warning.decision_differs": Entry(
        "{stage}：{section_id}决定为{decided}，本方法拟为{proposed}",
        "{stage}: decided for {section_id}: {decided}; proposed by this method: {proposed}",
    ),
    "warning.tie_confirmed": Entry(
        "{stage}：{section_id}决定为{decided}（本方法按抽签拟为{proposed}）；抽签以前各层目标相同，"
        "记为对并列的确认，决定机关：{authority}",
        "{stage}: decided for {section_id}: {decided} (by the draw this method proposes {proposed}); every level "
        "before the draw is the same, so it stands as the confirmation of a tie; decided by: {authority}",
    ),
    "warning.decision_price": Entry(
        "{stage}：按决定，最先受影响的目标是“{level}”，为{reached}；本方法的方案为{best}",
        "{stage}: with the decision the first level to change is “{level}”, which comes to {reached}; the proposal of "
        "this method has {best}",
    ),
    "warning.decisions_without_effect": Entry(
        "“决定”表中对{people}的{stage}安排本次没有效果：只采用所要求阶段之前各阶段的决定",
        "the decisions on {people} for the stage {stage} have no effect here: only those of stages before the one "
        "asked for are taken",
    ),
    "warning.given_without_consent": Entry(
        "事业人员{person_id}未经编制单位同意，已定结果仍将其安排到{section_id}",
        "{person_id} is given a seat in {section_id} without the home unit's consent",
    ),
    "warning.given_review_fail": Entry(
        "{person_id}资格审查不合格，已定结果仍将其安排到{section_id}",
        "{person_id} is given a seat in {section_id} in spite of a failed review of qualifications",
    ),
    "warning.stage_not_ready": Entry(
        "{stage}未进行，缺少数据表：{missing}", "{stage}: not run, tables without rows: {missing}"
    ),
}

_ARGUMENTS: dict[str, Entry] = {
    "arg.stage.chiefs": Entry("科长竞岗", "chiefs"),
    "arg.stage.clerks": Entry("科员定岗", "clerks"),
    "arg.stage.institution": Entry("事业人员补充", "institution staff"),
    "arg.role.chief": Entry("科长", "chief"),
    "arg.role.clerk": Entry("科员", "clerk"),
    "arg.role.institution": Entry("事业", "institution"),
    "arg.staffing.administrative": Entry("行政编制", "administrative"),
    "arg.staffing.institution": Entry("事业编制", "institution"),
    "arg.staffing.contract": Entry("聘用", "contract"),
    "arg.missing.exams": Entry("考试", "exams"),
    "arg.missing.appraisals": Entry("民主测评", "appraisals"),
    "arg.missing.reviews": Entry("年度考核", "reviews"),
    "arg.missing.satisfaction": Entry("满意度测评", "satisfaction"),
    "arg.missing.applications": Entry("报岗", "applications"),
    "arg.missing.speeches": Entry("竞岗演讲", "speeches"),
    "arg.missing.attendance": Entry("参会人数", "attendance"),
    "arg.missing.ballots": Entry("定岗推荐", "ballots"),
    "arg.missing.clerk_applications": Entry("科员报岗", "clerk_applications"),
    "arg.missing.picks": Entry("科长选人", "picks"),
    "arg.reason.not_entrant": Entry("此人不是竞岗人员", "the person is no entrant"),
    "arg.reason.pinned": Entry("此人已被指定岗位", "the person is assigned a seat"),
    "arg.reason.post_held": Entry("该科长职位不参加竞争", "the post is held and not open"),
    "arg.reason.outweighed": Entry("与整体安排不能兼顾", "it does not go together with the rest of the allocation"),
    "arg.reason.retention": Entry("受留用上限限制", "retention closes it"),
    "arg.reason.avoidance": Entry("受回避限制", "avoidance closes it"),
}

ENTRIES: dict[str, Entry] = _OF_THE_CASE | _OF_THE_RUN | _ARGUMENTS
