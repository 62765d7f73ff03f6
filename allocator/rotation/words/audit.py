"""Words of the audit of a plan: what is wrong with it."""

from allocator.words._entry import Entry

ENTRIES: dict[str, Entry] = {
    f"rotation.audit.{code}": Entry(zh, en)
    for code, (zh, en) in {
        "differs": ("应为 {expected}，实为 {found}", "should be {expected}, is {found}"),
        "unknown_person": ("方案中没有人员 {person_id}", "{person_id} is nobody of the case"),
        "unknown_post": ("方案中没有岗位 {post_id}", "{post_id} is no post of the case"),
        "listed_twice": ("{person_id} 列了两次", "{person_id} is listed twice"),
        "out_of_order": ("{person_id} 未按编号排列", "{person_id} is out of order"),
        "not_proven": ("目标 {level} 不能称为已证明", "level {level} cannot be called proven"),
        "beyond_bound": (
            "目标 {level} 的值 {value} 优于其界 {bound}",
            "the value {value} of level {level} is better than its bound {bound}",
        ),
        "no_move": ("{person_id} 并未变动，不应列入", "{person_id} does not move and should not be listed"),
        "move_not_allowed": (
            "{person_id} 不能到岗位 {post_id}：{bar}",
            "{person_id} may not move to {post_id}: {bar}",
        ),
        "entered_over_seats": (
            "岗位 {post_id} 已超职数，却调入{count}人",
            "{count} people enter post {post_id}, which is over its seats",
        ),
        "over_seats": (
            "岗位 {post_id} 共{count}人，超过职数{seats}",
            "post {post_id} holds {count} people for {seats} seats",
        ),
        "too_many_leave": (
            "单位 {unit_id} 交流离开{count}人，至多{most}人",
            "{count} people leave unit {unit_id}; at most {most} may",
        ),
        "too_many_change": (
            "单位 {unit_id} 变动{count}人，至多{most}人",
            "{count} people of unit {unit_id} change posts; at most {most} may",
        ),
        "leaders_leave": (
            "单位 {unit_id} 正副职离开{count}人，至多{most}人",
            "{count} heads and deputies leave unit {unit_id}; at most {most} may",
        ),
        "over_quota": ("交流{count}人，超过名额{most}", "{count} exchanges; the quota is {most}"),
        "together": (
            "{person_id} 与 {other} 须回避，却同到单位 {unit_id}",
            "{person_id} and {other} avoid one another and end in unit {unit_id}",
        ),
        "own_fate_missing": (
            "{person_id} 的可能去向中缺少本方案的去向 {fate}",
            "the fates of {person_id} lack the plan's own, {fate}",
        ),
        "fates_not_told_apart": (
            "{person_id} 的可能去向应至少两种，各列一次并排好",
            "the fates of {person_id} should be two or more, each once and in order",
        ),
        "fate_impossible": ("{person_id} 不可能有去向 {fate}", "{person_id} cannot have the fate {fate}"),
        "earlier_post": (
            "{person_id} 可到编号更前的岗位 {post_id}，其余不变：应取第一个可能的岗位",
            "{person_id} could have the earlier post {post_id}, all else the same: the first possible one is taken",
        ),
        "fate_missing": (
            "{person_id} 在同样好的方案中去向为 {fate}，应列为并列",
            "a plan as good gives {person_id} the fate {fate}, which should be listed as tied",
        ),
        "beaten_by_hand": (
            "按细则程序所得方案在目标 {level} 上为 {value}，优于所称的界 {bound}，而此前各目标相同",
            "the plan made by hand, as good until then, has {value} at level {level}, better than the bound {bound}",
        ),
        "warning_missing": ("缺少提醒：{warning}", "a warning is missing: {warning}"),
        "warning_unexpected": ("不应有的提醒：{warning}", "a warning that should not be there: {warning}"),
        "warning_out_of_order": ("提醒未按顺序：{warning}", "a warning is out of order: {warning}"),
    }.items()
}
