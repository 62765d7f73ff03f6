"""Words of the audit: what is wrong with an outcome, and what the audit takes on trust."""

from allocator.words._entry import Entry

ENTRIES: dict[str, Entry] = {
    "audit.avoiding_together": Entry(
        zh="{people} 有回避关系，不得同在科室 {section_id}",
        en="{people} must avoid each other and may not both sit in section {section_id}",
    ),
    "audit.below_floor": Entry(
        zh="{person_id} 在科室 {section_id} 的推荐票为 {present} 人中 {votes} 票，未达到规定比例，不得任职",
        en="{person_id} has {votes} votes of {present} present for section {section_id}: below the floor, "
        "so the post cannot be held",
    ),
    "audit.bound_beaten": Entry(
        zh="目标值 {value} 优于声称的界 {bound}，二者矛盾",
        en="the value {value} is better than the bound {bound} claimed for it",
    ),
    "audit.differs": Entry(
        zh="应为 {expected}，实为 {found}",
        en="should be {expected}, is {found}",
    ),
    "audit.field_missing": Entry(
        zh="依据为 {basis} 时此项必须填写",
        en="must be given when the basis is {basis}",
    ),
    "audit.field_unexpected": Entry(
        zh="依据为 {basis} 时此项应为空",
        en="must be empty when the basis is {basis}",
    ),
    "audit.fixed_moved": Entry(
        zh="{person_id} 属不轮岗人员，应留在科室 {section_id}，岗位类别 {role}，依据 fixed",
        en="{person_id} does not rotate and belongs in section {section_id} as {role}, basis fixed",
    ),
    "audit.forbidden_seat": Entry(
        zh="{person_id} 已被排除在科室 {section_id} 的 {role} 岗位之外",
        en="{person_id} is forbidden the {role} seat of section {section_id}",
    ),
    "audit.neutral_seat": Entry(
        zh="{person_id} 由领导组安排的岗位应为 {expected}，实为 {found}",
        en="the neutral seat of {person_id} should be {expected}, is {found}",
    ),
    "audit.no_tie": Entry(
        zh="{stage} 阶段科室 {section_id} 的 {people} 并不存在只由抽签决定的并列",
        en="there is no tie between {people} in section {section_id} at stage {stage}",
    ),
    "audit.not_entrant": Entry(
        zh="{person_id} 不是竞岗人员，不能经竞岗任科长",
        en="{person_id} is no entrant and cannot win a chief post",
    ),
    "audit.not_filed": Entry(
        zh="{person_id} 既未申报也未被建议到科室 {section_id} 任科长，或该岗位未参加竞岗",
        en="{person_id} neither filed nor was written in for the chief post of section {section_id}, "
        "or the post is not open",
    ),
    "audit.not_filed_in_round": Entry(
        zh="{person_id} 第 {round} 轮未申报科室 {section_id}",
        en="{person_id} did not file for section {section_id} in round {round}",
    ),
    "audit.not_fixed": Entry(
        zh="{person_id} 不属于不轮岗人员",
        en="{person_id} is not marked as one who does not rotate",
    ),
    "audit.not_pinned": Entry(
        zh="没有将 {person_id} 指定到岗位的决定",
        en="no pin assigns {person_id} to a seat",
    ),
    "audit.not_required": Entry(
        zh="科室 {section_id} 没有须由 {person_id} 占用的必留名额",
        en="section {section_id} has no required seat for {person_id}",
    ),
    "audit.nothing_run": Entry(
        zh="没有任何阶段实际运行或采用既定结果",
        en="no stage was run or given",
    ),
    "audit.out_of_order": Entry(
        zh="排列次序不对",
        en="out of order",
    ),
    "audit.outside_pool": Entry(
        zh="{person_id} 不在事业人员补充范围内（须单位同意、审查合格并已申报）",
        en="{person_id} is outside the institution pool (consent, passed review and a filing are needed)",
    ),
    "audit.over_headcount": Entry(
        zh="科室 {section_id} 除科长外有 {seats} 个岗位，却安排了 {taken} 人",
        en="section {section_id} has {seats} seats beside the chief post but {taken} people",
    ),
    "audit.over_retention": Entry(
        zh="科室 {section_id} 留用原人员 {people}，超过上限 {limit} 人",
        en="section {section_id} keeps {people} of its own, more than its limit of {limit}",
    ),
    "audit.overtaken": Entry(
        zh="{person_id} 第 {round} 轮即申报科室 {section_id}，却被申报更晚的 {holder} 取得，且本人未得到同样早的岗位",
        en="{person_id} asked for section {section_id} in round {round}, but {holder} holds it from a later round "
        "and {person_id} has no equally early post",
    ),
    "audit.pin_not_kept": Entry(
        zh="{person_id} 已指定到科室 {section_id}，岗位类别 {role}，结果未照此安排",
        en="a pin assigns {person_id} to section {section_id} as {role}; the outcome does not follow it",
    ),
    "audit.post_not_open": Entry(
        zh="科室 {section_id} 的科长职位不参加竞岗",
        en="the chief post of section {section_id} is not open",
    ),
    "audit.repeated": Entry(
        zh="与前一项重复",
        en="repeats the entry before it",
    ),
    "audit.replay_differs": Entry(
        zh="按规则重新推演，{person_id} 应为 {expected}，实为 {found}",
        en="played again by the rules, {person_id} should have {expected}, has {found}",
    ),
    "audit.replay_missing": Entry(
        zh="按规则重新推演，{person_id} 应到科室 {section_id}，结果中没有",
        en="played again by the rules, {person_id} should sit in section {section_id}, but does not",
    ),
    "audit.required_seat_only": Entry(
        zh="{person_id} 是科室 {section_id} 的原事业人员，该科室负有必留义务，只能占用必留名额",
        en="{person_id} is one of section {section_id}'s own, which must keep one: only the required seat is open",
    ),
    "audit.requirement_ignored": Entry(
        zh="科室 {section_id} 必须留用一名原事业人员，{people} 可以留用却未留",
        en="section {section_id} must keep one of its own institution staff; {people} could stay but does not",
    ),
    "audit.rules_prove_nothing": Entry(
        zh="细则程序的结果不含界，也不作最优证明",
        en="an outcome of the rules has no bounds and proves nothing",
    ),
    "audit.run_without_data": Entry(
        zh="{stage} 阶段缺少 {missing}，不应运行",
        en="stage {stage} was run without {missing}",
    ),
    "audit.state_order": Entry(
        zh="状态为 {before} 的阶段之后不能是 {state}",
        en="a stage that is {state} cannot follow one that is {before}",
    ),
    "audit.tie_missing": Entry(
        zh="{stage} 阶段科室 {section_id} 的 {people} 只由抽签决定，结果中未列出",
        en="{people} in section {section_id} at stage {stage} were decided by the draw alone, and this is not shown",
    ),
    "audit.ties_of_stage_not_run": Entry(
        zh="{stage} 阶段未运行，不应列出并列",
        en="stage {stage} was not run and can have no ties",
    ),
    "audit.two_chiefs": Entry(
        zh="科室 {section_id} 有不止一名科长：{people}",
        en="section {section_id} has more than one chief: {people}",
    ),
    "audit.two_picks": Entry(
        zh="科室 {section_id} 第 {round} 轮选了不止一人：{people}",
        en="section {section_id} took more than one person in round {round}: {people}",
    ),
    "audit.two_seats": Entry(
        zh="{person_id} 占了不止一个岗位",
        en="{person_id} has more than one seat",
    ),
    "audit.unknown_person": Entry(
        zh="人员 {person_id} 不在人员表中",
        en="person {person_id} is not one of the case",
    ),
    "audit.unknown_section": Entry(
        zh="科室 {section_id} 不在科室表中",
        en="section {section_id} is not one of the case",
    ),
    "audit.unplaced_missing": Entry(
        zh="{person_id} 没有岗位，却未列入未安排人员",
        en="{person_id} has no seat and is not listed as unplaced",
    ),
    "audit.unplaced_wrongly": Entry(
        zh="{person_id} 不应列入未安排人员",
        en="{person_id} should not be listed as unplaced",
    ),
    "audit.vacancy_missing": Entry(
        zh="科室 {section_id} 的 {role} 空缺未列出",
        en="the {role} vacancy of section {section_id} is not listed",
    ),
    "audit.vacancy_wrongly": Entry(
        zh="科室 {section_id} 没有 {role} 空缺",
        en="section {section_id} has no {role} vacancy",
    ),
    "audit.warning_missing": Entry(
        zh="缺少提示 {warning}，参数 {args}",
        en="the warning {warning} with {args} is missing",
    ),
    "audit.warning_unfounded": Entry(
        zh="提示 {warning} 没有依据，参数 {args}",
        en="nothing supports the warning {warning} with {args}",
    ),
    "audit.was_ready": Entry(
        zh="{stage} 阶段的数据齐备，不应跳过",
        en="the data suffice for stage {stage}; it should not have been passed over",
    ),
    "audit.withdrawn_chosen": Entry(
        zh="{person_id} 自愿放弃竞争科长职位，岗位由领导组安排，不参加双向选择",
        en="{person_id} gave up the contest for chief posts and is directed, not chosen",
    ),
    "audit.wrong_basis": Entry(
        zh="{stage} 阶段的状态为 {state}，其岗位依据不能是 {basis}",
        en="stage {stage} is {state}: a seat of it cannot have the basis {basis}",
    ),
    "audit.wrong_track": Entry(
        zh="{person_id} 的类别为 {track}，不能安排到 {role} 岗位",
        en="{person_id} is on track {track} and cannot have a {role} seat",
    ),
    "audit.unchecked.bounds": Entry(
        zh="{stages} 阶段求解器给出的界未复核",
        en="the solver's bounds of {stages} were not rechecked",
    ),
    "audit.unchecked.given": Entry(
        zh="{stages} 阶段采用既定结果，只复核硬性规定，未复核其产生过程",
        en="{stages} were taken as given: held to the hard rules, not to how they came about",
    ),
    "audit.unchecked.neutral": Entry(
        zh="科员阶段未证明最优，双方均未提出的岗位的安排次序未复核",
        en="the clerks' stage is not proven, so the order of its neutral seats was not rechecked",
    ),
    "audit.unchecked.optimality": Entry(
        zh="{stages} 阶段各目标值已由岗位安排重新算出，但是否为最优未复核",
        en="the levels of {stages} were added up again from the placements, but not that nothing better exists",
    ),
    "audit.unchecked.proposals": Entry(
        zh="决定与建议不一致之处，只核对了决定一侧，建议一侧未复核",
        en="where a decision differs from the proposal only the decision was checked, not the proposal",
    ),
    "audit.unchecked.uniqueness": Entry(
        zh="{stages} 阶段：所列并列是否确可变动，以及须三人以上一并调整的并列是否列全，未复核",
        en="for {stages}: that each tie told can come out otherwise, and that none is missing for which three or more "
        "people would have to move",
    ),
    "audit.unchecked.versions": Entry(
        zh="程序版本号无法由结果复核",
        en="the versions of the programs cannot be rechecked from the outcome",
    ),
}
