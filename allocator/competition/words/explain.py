"""Words of explanations: why a person has a post or not, what it would cost, what would have won it."""

from allocator.words._entry import Entry

_FRAME: dict[str, Entry] = {
    "explain.title": Entry("{person_id}：定岗说明（{method}）", "{person_id}: explanation ({method})"),
    "explain.seat": Entry("定岗情况", "The seat"),
    "explain.scores": Entry("各项得分及依据", "Scores and what they rest on"),
    "explain.post": Entry("{section_id}·{role}：{verdict}", "{section_id}, {role}: {verdict}"),
    "explain.has_seat": Entry("拟任{section_id}{role}（{basis}）。", "Proposed: {section_id}, {role} ({basis})."),
    "explain.has_seat.institution": Entry(
        "拟安排到{section_id}事业人员岗位（{basis}）。", "Proposed: {section_id}, institution staff ({basis})."
    ),
    "explain.unproven": Entry(
        "时限内未能证明最优：以下所说的整体更优，只是与已找到的方案相比。",
        "Not proven in time: whatever is called better as a whole below is so of what was found.",
    ),
    "explain.ties_unknown": Entry(
        "时限内未能查明哪些岗位只由抽签决定：以下所说的整体更优，也可能只是同样优而由抽签取舍。",
        "In time it was not found which seats only the draw decides: what is called better as a whole below may be as "
        "good, and told apart by the draw alone.",
    ),
    "explain.unplaced": Entry("未安排岗位：{reason}。", "Without a seat: {reason}."),
    "explain.no_seat_yet": Entry("尚未安排岗位。", "No seat so far."),
    "explain.contract": Entry(
        "聘用人员参加考评，不参加定岗。", "Contract staff are scored but take no part in the placement."
    ),
    "explain.article": Entry("［{article}］", "[article {article}]"),
    "explain.verdict.placed": Entry("拟安排", "placed"),
    "explain.verdict.barred": Entry("按规定不能安排", "barred"),
    "explain.verdict.outranked": Entry("排序在后", "outranked"),
    "explain.verdict.given_up": Entry("已有更优先的岗位", "given up for a better one"),
    "explain.verdict.lost_to_total": Entry("因整体更优未安排", "lost to the total"),
    "explain.verdict.lost_to_draw": Entry("各层目标相同，仅因抽签未安排", "as good, lost to the draw alone"),
    "explain.verdict.lost_to_draw.rules": Entry("各项依据相同，仅因抽签未安排", "equal, lost to the draw alone"),
    "explain.verdict.not_mutual": Entry("未形成双向意愿", "no mutual wish"),
    "explain.verdict.decided": Entry("按已定结果", "decided beforehand"),
    "explain.verdict.pending": Entry("尚未进行", "not decided yet"),
}

_CHIEFS: dict[str, Entry] = {
    "explain.chief_filed": Entry(
        "第{round}轮第{choice}志愿申报；得{votes}票，到会{present}人，推荐率{rate}，综合考评{composite}分。",
        "Filed in round {round} as choice {choice}; {votes} votes of {present} present, a rate of {rate}, "
        "composite {composite}.",
    ),
    "explain.chief_written_in": Entry(
        "本人未申报，由推荐人员建议；得{votes}票，到会{present}人，推荐率{rate}，综合考评{composite}分。",
        "Written in by the voters; {votes} votes of {present} present, a rate of {rate}, composite {composite}.",
    ),
    "explain.chief_alone": Entry(
        "确定时没有其他人员竞争该岗位。", "When it was decided nobody else stood for the post."
    ),
    "explain.chief_won": Entry(
        "排在{loser}（综合考评{loser_composite}分）之前，依据：{clause}。",
        "Ranks before {loser} (composite {loser_composite}) by {clause}.",
    ),
    "explain.chief_floor": Entry(
        "得{votes}票，推荐率{rate}，未达到会人数的{floor}：至少须{needed}票，差{short}票。",
        "{votes} votes, a rate of {rate}, below {floor} of those present: {needed} votes are needed, {short} short.",
    ),
    "explain.chief_no_rate": Entry(
        "没有到会人数记录，无法计算推荐率。", "No attendance is recorded, so there is no rate."
    ),
    "explain.chief_no_entrant": Entry("不是竞岗人员（{track}）。", "Not an entrant of the chief contest ({track})."),
    "explain.chief_barred": Entry("不能参加科长竞岗：{bar}。", "Not an entrant of the chief contest: {bar}."),
    "explain.chief_not_open": Entry(
        "该科长职位不参加竞争，由{holder}担任。", "The post is not open: {holder} holds it."
    ),
    "explain.chief_pinned": Entry(
        "该科长职位不参加竞争：{by}指定由{holder}担任，理由：{pin_reason}。",
        "The post is not open: {by} assigned it to {holder}. Reason: {pin_reason}.",
    ),
    "explain.chief_pinned.person": Entry(
        "该科长职位不参加竞争，已指定由{holder}担任。", "The post is not open: it is assigned to {holder}."
    ),
    "explain.chief_superseded": Entry(
        "较早一轮的申报，按只认最后一轮的规则不再计入。", "An earlier filing, which the last round has replaced."
    ),
    "explain.chief_unnamed": Entry(
        "未申报该岗位，也没有被建议到该岗位。", "Neither filed for the post nor written in."
    ),
    "explain.chief_priority": Entry(
        "先一轮申报该岗位的人员优先，遵守这一规则的任何方案都不能由本人担任。",
        "Earlier filings for the post come first; no allocation that keeps to this leaves it to a later one.",
    ),
    "explain.chief_holder": Entry("拟由{holder}担任。", "Proposed for the post: {holder}."),
    "explain.chief_outranked": Entry(
        "{holder}（综合考评{holder_composite}分，{holder_votes}票）排在本人（{composite}分，{votes}票）之前，"
        "依据：{clause}。",
        "{holder} (composite {holder_composite}, {holder_votes} votes) ranks before the person "
        "({composite}, {votes} votes) by {clause}.",
    ),
    "explain.chief_outranked.person": Entry(
        "{holder}（综合考评{holder_composite}分）排在本人（{composite}分）之前，依据：{clause}。",
        "{holder} (composite {holder_composite}) ranks before you ({composite}) by {clause}.",
    ),
    "explain.chief_given_up": Entry(
        "已取得{has_section}科长职位，按本人次序在该岗位之前，依据：{clause}。",
        "Has the chief post of {has_section}, which comes first in the person's own order by {clause}.",
    ),
    "explain.chief_given_up.person": Entry(
        "已取得{has_section}科长职位，按本人次序在该岗位之前，依据：{clause}。",
        "You have the chief post of {has_section}, which comes first in your own order by {clause}.",
    ),
    "explain.chief_total": Entry(
        "拟由{holder}担任（综合考评{holder_composite}分，{holder_votes}票；本人{composite}分，{votes}票）："
        "各层目标逐层比较，整体更优。",
        "Goes to {holder} (composite {holder_composite}, {holder_votes} votes; the person {composite}, {votes} "
        "votes): the whole is better so, level by level.",
    ),
    "explain.chief_total.person": Entry(
        "拟由{holder}担任（综合考评{holder_composite}分，本人{composite}分）：各层目标逐层比较，整体更优。",
        "Goes to {holder} (composite {holder_composite}, yours {composite}): the whole is better so, level by level.",
    ),
    "explain.chief_total_vacant": Entry(
        "该岗位空缺（本人综合考评{composite}分，{votes}票）：各层目标逐层比较，整体更优。",
        "Stays vacant (composite {composite}, {votes} votes): the whole is better so, level by level.",
    ),
    "explain.chief_decided": Entry("已定由{holder}担任。", "Decided beforehand: {holder} holds the post."),
    "explain.chief_left": Entry("该岗位未安排人选。", "The post was left vacant."),
    "explain.chief_pending": Entry("科长竞岗尚未进行。", "The chief contest has not been decided."),
}

_SEATS: dict[str, Entry] = {
    "explain.mutual": Entry(
        "第{round}轮申报，科室名单第{pick_order}名，该轮被选定。",
        "Filed in round {round}, place {pick_order} on the section's list, and picked in that round.",
    ),
    "explain.mutual_in_total": Entry(
        "第{round}轮申报，科室名单第{pick_order}名，双方均有意愿。",
        "Filed in round {round}, place {pick_order} on the section's list: wished for by both sides.",
    ),
    "explain.kept": Entry(
        "该科未保留原行政一般人员，须保留一名原在该科的事业人员。",
        "The section kept none of its own clerks and had to keep one of its own institution staff.",
    ),
    "explain.directed": Entry(
        "由领导组安排（{wish}），考评量化{quantification}分。",
        "Directed by the leadership ({wish}), quantification {quantification}.",
    ),
    "explain.pinned": Entry("由{authority}指定，理由：{ground}。", "Assigned by {authority}: {ground}."),
    "explain.fixed": Entry("特殊岗位，不轮岗。", "A special post that does not rotate."),
    "explain.given": Entry("前面阶段已定。", "Decided in an earlier stage."),
    "explain.drawn": Entry(
        "抽签之前的各项依据相同，此岗由抽签决定，须经党组确认。",
        "All that comes before the draw was equal: only the draw decided it; the party group must confirm it.",
    ),
    "explain.drawn_against": Entry(
        "另有方案把该岗位安排给本人，抽签之前的各层目标均相同，只由抽签决定取舍，须经党组确认。",
        "An allocation that gives this post is equal at every level before the draw: only the draw decided, and the "
        "party group must confirm it.",
    ),
    "explain.drawn_against_others": Entry(
        "另有方案把该岗位安排给本人，抽签之前的各层目标均相同，只由抽签决定取舍，须经党组确认；"
        "该科同样可能安排的还有：{people}。",
        "An allocation that gives this post is equal at every level before the draw: only the draw decided, and the "
        "party group must confirm it. As equal there: {people}.",
    ),
    "explain.drawn_against_others.person": Entry(
        "另有方案把该岗位安排给本人，抽签之前的各层目标均相同，只由抽签决定取舍，须经党组确认；"
        "该科同样可能安排的另有{count}人。",
        "An allocation that gives you this post is equal at every level before the draw: only the draw decided, and "
        "the party group must confirm it. As equal there, besides you: {count}.",
    ),
    "explain.drawn_among": Entry(
        "抽签之前各项依据与本人相同的另有{count}人（{people}），只由抽签决定，须经党组确认。",
        "Equal to the person in all that comes before the draw: {people} ({count}). Only the draw decided; the party "
        "group must confirm it.",
    ),
    "explain.drawn_among.person": Entry(
        "抽签之前各项依据与本人相同的另有{count}人，只由抽签决定，须经党组确认。",
        "Equal to you in all that comes before the draw, besides you: {count}. Only the draw decided; the party group "
        "must confirm it.",
    ),
    "explain.chief_drawn": Entry(
        "拟由{holder}担任（综合考评{holder_composite}分，{holder_votes}票；本人{composite}分，{votes}票）。",
        "Goes to {holder} (composite {holder_composite}, {holder_votes} votes; the person {composite}, {votes} votes).",
    ),
    "explain.chief_drawn.person": Entry(
        "拟由{holder}担任（综合考评{holder_composite}分，本人{composite}分）。",
        "Goes to {holder} (composite {holder_composite}, yours {composite}).",
    ),
    "explain.chief_drawn_vacant": Entry(
        "该岗位空缺（本人综合考评{composite}分，{votes}票）。",
        "Stays vacant (composite {composite}, {votes} votes).",
    ),
    "explain.pick_other_drawn": Entry(
        "第{round}轮该科的双向选择名额由{holder}取得（名单第{holder_pick_order}名，本人第{pick_order}名）。",
        "Round {round}: the section's mutual seat goes to {holder} (place {holder_pick_order} on its list, the person "
        "{pick_order}).",
    ),
    "explain.pick_other_drawn.person": Entry(
        "第{round}轮该科的双向选择名额由{holder}取得（本人在名单第{pick_order}名）。",
        "Round {round}: the section's mutual seat goes to {holder} (your place on its list is {pick_order}).",
    ),
    "explain.required_drawn": Entry(
        "该科须保留一名原事业人员，保留了{holder}。",
        "The section had to keep one of its own; {holder} is kept.",
    ),
    "explain.drawn_between": Entry(
        "抽签之前，本人另一岗位与此岗的各项依据相同，先后由抽签确定，须经党组确认。",
        "By all that comes before the draw another post ranked the same: the draw put the two in order, and the party "
        "group must confirm it.",
    ),
    "explain.drawn_direction": Entry(
        "领导组安排时，考评量化得分相同的人员由抽签确定先后，须经党组确认。",
        "Among people of the same quantification the draw settled who was directed first; the party group must "
        "confirm it.",
    ),
    "explain.in_total": Entry(
        "这一安排属于各层目标逐层最优的整体方案。", "The seat belongs to the allocation that is best level by level."
    ),
    "explain.in_found": Entry(
        "这一安排属于时限内找到的整体方案，尚未证明最优。",
        "The seat belongs to the allocation found in time, which is not proven to be the best.",
    ),
    "explain.stays_fixed": Entry("在特殊岗位不轮岗（{has_section}）。", "Fixed in a special post ({has_section})."),
    "explain.pinned_elsewhere": Entry(
        "已被指定为{has_section}{own_role}。", "Assigned to {has_section} as {own_role}."
    ),
    "explain.wrong_track": Entry(
        "本人类别为{track}，不参加本阶段。", "On the track {track}, which this stage leaves out."
    ),
    "explain.holds_chief_post": Entry(
        "已拟任{has_section}{own_role}，不再参加本阶段。", "Placed before this stage: {has_section}, {own_role}."
    ),
    "explain.mutual_decided": Entry("本阶段按已定结果。", "The stage was taken as given."),
    "explain.mutual_pending": Entry("本阶段尚未进行。", "The stage has not been decided."),
    "explain.not_in_pool": Entry("不参加双向选择：{reason}。", "Takes no part in mutual choice: {reason}."),
    "explain.forbidden": Entry("由{authority}排除该岗位，理由：{ground}。", "Ruled out by {authority}: {ground}."),
    "explain.avoids": Entry("须回避已在该科的{people}。", "To be avoided there: {people}."),
    "explain.avoids.person": Entry("该科有须回避的人员。", "Somebody sits there who must be avoided."),
    "explain.retention": Entry(
        "该科留用原工作人员已达上限（{cap}名）。", "The section keeps as many of its own people as it may ({cap})."
    ),
    "explain.full": Entry("该科已无空余岗位，在岗：{sitting}。", "No seat was free; there sit {sitting}."),
    "explain.no_seats": Entry("该科没有科长以外的岗位。", "The section has no seat but its chief's."),
    "explain.round_full": Entry(
        "第{round}轮时，该科已无空余岗位，已安排：{sitting}。", "Round {round}: no seat was left; there sat {sitting}."
    ),
    "explain.round_avoids": Entry(
        "第{round}轮时，须回避已在该科的{people}。", "Round {round}: to be avoided there: {people}."
    ),
    "explain.round_avoids.person": Entry(
        "第{round}轮时，该科有须回避的人员。", "Round {round}: somebody sat there who must be avoided."
    ),
    "explain.round_retention": Entry(
        "第{round}轮时，该科留用原工作人员已达上限（{cap}名）。",
        "Round {round}: the section kept as many of its own people as it may ({cap}).",
    ),
    "explain.not_named": Entry("本人未申报，科室也未列入名单。", "Neither side named the other."),
    "explain.not_filed": Entry(
        "科室列入名单第{pick_order}名，但本人未申报该科。",
        "Place {pick_order} on the section's list, but no filing for the section.",
    ),
    "explain.not_listed": Entry(
        "第{rounds}轮申报，科室未列入名单，未选定。", "Filed in round {rounds}, but not on the section's list."
    ),
    "explain.withdrew": Entry(
        "自愿放弃竞争科长职位，不参加双向选择，由领导组安排。",
        "Gave up the chief contest, so takes no mutual seat and is directed by the leadership.",
    ),
    "explain.filed_earlier": Entry(
        "已取得较早一轮（第{has_round}轮）申报的{has_section}岗位。",
        "Has a seat in {has_section}, filed for earlier (round {has_round}).",
    ),
    "explain.kept_before": Entry(
        "已作为必须保留人员安排在{has_section}。", "Was kept in {has_section}, which had to keep one of its own."
    ),
    "explain.pick_other": Entry(
        "第{round}轮，科室选定名单第{holder_pick_order}名的{holder}，本人为第{pick_order}名，未选定。",
        "Round {round}: the section picked {holder} (place {holder_pick_order} on its list), not the person "
        "(place {pick_order}).",
    ),
    "explain.pick_other.person": Entry(
        "第{round}轮，科室选定{holder}，本人未选定（名单第{pick_order}名）。",
        "Round {round}: the section picked {holder}, not you (place {pick_order} on its list).",
    ),
    "explain.pick_unused": Entry(
        "第{round}轮，科室未在该轮选定人员；本人在名单第{pick_order}名。",
        "Round {round}: the section picked nobody in it (place {pick_order} on its list).",
    ),
    "explain.pick_other_in_total": Entry(
        "第{round}轮该科的双向选择名额，整体方案中由{holder}取得（名单第{holder_pick_order}名，本人第{pick_order}名）；"
        "整体方案按各层目标合计取舍，不单看一科名单先后。",
        "Round {round}: in the whole allocation the section's mutual seat goes to {holder} (place {holder_pick_order} "
        "on its list, the person {pick_order}); the whole goes by its levels, not by one section's list alone.",
    ),
    "explain.pick_other_in_total.person": Entry(
        "第{round}轮该科的双向选择名额，整体方案中由{holder}取得（本人在名单第{pick_order}名）；"
        "整体方案按各层目标合计取舍，不单看一科名单先后。",
        "Round {round}: in the whole allocation the section's mutual seat goes to {holder} (your place on its list is "
        "{pick_order}); the whole goes by its levels, not by one section's list alone.",
    ),
    "explain.pick_unused_in_total": Entry(
        "第{round}轮，整体方案中该科没有以双向选择安排人员（本人在名单第{pick_order}名）。",
        "Round {round}: in the whole allocation nobody takes a mutual seat of the section (place {pick_order} on its "
        "list).",
    ),
    "explain.in_the_end_full": Entry(
        "整体方案中该科岗位已满，在岗：{sitting}。", "In the whole allocation the section is full: {sitting}."
    ),
    "explain.in_the_end_avoids": Entry(
        "整体方案中须回避已在该科的{people}。", "In the whole allocation, to be avoided there: {people}."
    ),
    "explain.in_the_end_avoids.person": Entry(
        "整体方案中该科有须回避的人员。", "In the whole allocation somebody sits there who must be avoided."
    ),
    "explain.in_the_end_retention": Entry(
        "整体方案中该科留用原工作人员已达上限（{cap}名）。",
        "In the whole allocation the section keeps as many of its own people as it may ({cap}).",
    ),
    "explain.required_other": Entry(
        "该科须保留一名原事业人员，保留了{holder}，依据：{clause}。",
        "The section had to keep one of its own and kept {holder}, by {clause}.",
    ),
    "explain.required_total": Entry(
        "该科须保留一名原事业人员，保留{holder}时整体更优。",
        "The section had to keep one of its own; the whole is better with {holder} kept.",
    ),
    "explain.required_nobody": Entry(
        "该科须保留一名原事业人员，但整体安排中未能保留。",
        "The section had to keep one of its own; in the whole allocation it keeps none.",
    ),
    "explain.at_direction_full": Entry(
        "领导组安排到本人时，该科已无空余岗位，已安排：{sitting}。",
        "When the turn to be directed came, no seat was left there; there sat {sitting}.",
    ),
    "explain.at_direction_avoids": Entry(
        "领导组安排到本人时，须回避已在该科的{people}。",
        "When the turn to be directed came, to be avoided there: {people}.",
    ),
    "explain.at_direction_avoids.person": Entry(
        "领导组安排到本人时，该科有须回避的人员。",
        "When the turn to be directed came, somebody sat there who must be avoided.",
    ),
    "explain.at_direction_retention": Entry(
        "领导组安排到本人时，该科留用原工作人员已达上限（{cap}名）。",
        "When the turn to be directed came, the section kept as many of its own as it may ({cap}).",
    ),
    "explain.at_direction_forbidden": Entry(
        "由{authority}排除该岗位，理由：{ground}。", "Ruled out by {authority}: {ground}."
    ),
    "explain.directed_elsewhere": Entry(
        "领导组安排到{has_section}：按意愿、轮次和空岗数的次序在前。",
        "Directed to {has_section}, which comes first by wishes, round and free seats.",
    ),
    "clause.pick_order": Entry("科室名单在先", "the earlier place on the section's list"),
    "clause.quantification": Entry("考评量化得分高", "the higher quantification"),
}

_PRICES: dict[str, Entry] = {
    "explain.price_loss": Entry("如指定到该岗位：{change}。", "If pinned there: {change}."),
    "explain.price_gain": Entry(
        "如指定到该岗位：{change}；指定不受推荐率、申报、双向选择（每轮一人）和轮次先后的限制，未经指定则不能这样安排。",
        "If pinned there: {change}. A pin sets aside floor, filing, mutual choice (one a round) and earlier rounds; "
        "without one the rules do not allow it.",
    ),
    "explain.price_gain.rules": Entry(
        "如指定到该岗位：{change}；按细则程序本身不会这样安排。",
        "If pinned there: {change}. The procedure by itself does not lead there.",
    ),
    "explain.price_nothing": Entry("如指定到该岗位：各层目标都不变。", "If pinned there: no level changes."),
    "explain.price_draw": Entry(
        "如指定到该岗位：{stage}抽签之前的各层目标都不变，只有抽签数不同。",
        "If pinned there: no level of {stage} before the draw changes, nothing but the sum of lots does.",
    ),
    "explain.price_impossible": Entry(
        "不能指定到该岗位，违反硬性规则：{rule}。", "Cannot be pinned there; a hard rule forbids it: {rule}."
    ),
    "explain.price_loss.forbid": Entry("如排除该岗位：{change}。", "If ruled out: {change}."),
    "explain.price_gain.forbid": Entry("如排除该岗位，反而改善：{change}。", "If ruled out, a gain: {change}."),
    "explain.price_nothing.forbid": Entry("如排除该岗位：各层目标都不变。", "If ruled out: no level changes."),
    "explain.price_impossible.forbid": Entry(
        "不能排除该岗位，与硬性规则不符：{rule}。", "Cannot be ruled out; a hard rule is against it: {rule}."
    ),
    "explain.price_against": Entry("涉及：{other}。", "Concerned: {other}."),
    "explain.price_unproven": Entry(
        "在时限内未能证明，仅为已找到的方案之间的比较。", "Not proven in time: a comparison of what was found."
    ),
    "explain.level_from_to": Entry(
        "{stage}的“{level}”由{value}变为{total}（{difference}）",
        "{stage}, {level}: {value} becomes {total} ({difference})",
    ),
    "explain.level_from_to.own": Entry(
        "{stage}的“{level}”由{value}变为{total}（{difference}；加入指定后求解得{pinned}，指定的岗位另计{own}）",
        "{stage}, {level}: {value} becomes {total} ({difference}; solving with the pin gives {pinned}, the pinned seat "
        "itself counts {own})",
    ),
    "explain.level_changes_by": Entry(
        "首先改变的是{stage}的“{level}”（{difference}）", "the first change is {level} of {stage} ({difference})"
    ),
    "explain.level_changes": Entry("首先改变的是{stage}的“{level}”", "the first change is {level} of {stage}"),
    "explain.votes_of": Entry("{group}票数", "votes of {group}"),
    "explain.need_votes": Entry(
        "其他不变，{group}得票如为{needed}票（现{now}票，多{more}票），可取得该岗位；少一票则不能。",
        "All else the same, {needed} votes of {group} (now {now}, {more} more) would have won the post; one vote less "
        "would not.",
    ),
    "explain.need_votes.instead": Entry(
        "其他不变，{group}得票如为{needed}票（现{now}票，多{more}票），则改为取得该岗位；少一票则不会。",
        "All else the same, {needed} votes of {group} (now {now}, {more} more) would have won this post instead; one "
        "vote less would not.",
    ),
    "explain.need_speech_higher.instead": Entry(
        "其他不变，竞岗演讲如得{needed}分（现{now}分，高{change}分），则改为取得该岗位；再低一个计分单位则不会。",
        "All else the same, a speech score of {needed} (now {now}, {change} more) would have won this post instead; "
        "one unit less would not.",
    ),
    "explain.need_speech_higher": Entry(
        "其他不变，竞岗演讲如得{needed}分（现{now}分，高{change}分），可取得该岗位；再低一个计分单位则不能。",
        "All else the same, a speech score of {needed} (now {now}, {change} more) would have won the post; one unit "
        "less would not.",
    ),
    "explain.need_speech_lower": Entry(
        "其他不变，竞岗演讲如得{needed}分（现{now}分，低{change}分），则改为取得该岗位；再高一个计分单位则不会。",
        "All else the same, a speech score of {needed} (now {now}, {change} less) would have given this post; one unit "
        "more would not.",
    ),
    "explain.need_none": Entry(
        "单独改变以下任何一项，在全部可能范围内都不能取得该岗位：{what}。",
        "No possible value of any one of these alone would have won the post: {what}.",
    ),
    "explain.need_unknown": Entry(
        "{what}须为多少才能取得该岗位，在时限内未能确定。", "In time it could not be told which {what} would have won."
    ),
    "explain.need_withheld": Entry(
        "以下各项改变多少可取得该岗位，取决于他人未公布的得票，不予说明：{what}。",
        "By how much these would have to change turns on votes of others that are not published, and is withheld: "
        "{what}.",
    ),
}

_FAULTS: dict[str, Entry] = {
    "fault.outcome_of_other_case": Entry(
        "结果文件属于另一个方案或改动过的数据（{value}），请用当时的数据，或重新求解",
        "the outcome belongs to another case or to other data ({value}); use that data, or solve again",
    ),
    "fault.outcome_of_other_rulebook": Entry(
        "结果文件按另一份规则得出（{value}），请用 --rulebook 指明该规则",
        "the outcome was made by another rulebook ({value}); name it with --rulebook",
    ),
    "fault.outcome_of_other_lottery": Entry(
        "结果文件用的抽签种子不同（{value}），请用 --seed 指明",
        "the outcome was drawn with another seed ({value}); name it with --seed",
    ),
    "fault.outcome_does_not_fit": Entry(
        "结果文件中的岗位与方案不符（{value}），请先用 verify 复核",
        "the seats of the outcome do not fit the case ({value}); run verify on it first",
    ),
}

_CLI: dict[str, Entry] = {
    "help.verb.explain": Entry(
        "说明某人的得分、定岗依据、每个申报岗位的结果，以及差多少",
        "why a person has this seat and not another: scores, each post filed for, its price, what would have won",
    ),
    "help.argument.person": Entry("人员编号", "the person's id"),
    "help.option.explain.section": Entry("只说明该科室", "this section only"),
    "help.option.audience": Entry(
        "给谁看：office 经办人员（默认），person 本人，不含他人未公布的信息",
        "for whom: office (default), or person, without what is not published of others",
    ),
    "usage.outcome_has_method": Entry(
        "--outcome 已含方法，不能再用不同的 --method", "--outcome has a method of its own; --method says another"
    ),
    "usage.outcome_has_its_own": Entry(
        "--outcome 已含阶段、前面阶段的结果和抽签种子，不能再用 --stage、--given、--seed",
        "--outcome has its own stages, given seats and seed; leave --stage, --given and --seed out",
    ),
}

ENTRIES: dict[str, Entry] = {**_FRAME, **_CHIEFS, **_SEATS, **_PRICES, **_FAULTS, **_CLI}
