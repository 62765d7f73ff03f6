"""Faults of a case's contents: what is wrong, and what is expected instead."""

from allocator.words._entry import Entry

ENTRIES: dict[str, Entry] = {
    # ids that name nobody
    "fault.unknown_person": Entry(
        "人员编号“{id}”不在人员表中，请核对编号或在人员表中补登此人",
        "person_id “{id}” is not in the people table; correct the id or add the person there",
    ),
    "fault.unknown_chief": Entry(
        "选人科长“{id}”不在人员表中，请核对编号；如科长未定，可留空",
        "chief_id “{id}” is not in the people table; correct the id, or leave it empty while there is no chief",
    ),
    "fault.unknown_section": Entry(
        "科室编号“{id}”不在科室表中，请核对编号或在科室表中补登此科室",
        "section_id “{id}” is not in the sections table; correct the id or add the section there",
    ),
    "fault.unknown_group": Entry(
        "规则中没有推荐类别“{id}”，应为其中之一：{known}",
        "the rulebook knows no voter group “{id}”; expected one of: {known}",
    ),
    # the same thing twice
    "fault.duplicate_section": Entry(
        "科室编号{key}与第{first_row}行重复，每个科室只登记一行",
        "section_id {key} stands in row {first_row} already; one row per section is expected",
    ),
    "fault.duplicate_person": Entry(
        "人员编号{key}与第{first_row}行重复，每人只登记一行",
        "person_id {key} stands in row {first_row} already; one row per person is expected",
    ),
    "fault.duplicate_exam": Entry(
        "{key}的考试成绩与第{first_row}行重复，每人只登记一行",
        "the exam of {key} stands in row {first_row} already; one row per person is expected",
    ),
    "fault.duplicate_appraisal": Entry(
        "{key}的民主测评与第{first_row}行重复，每人只登记一行",
        "the appraisal of {key} stands in row {first_row} already; one row per person is expected",
    ),
    "fault.duplicate_review": Entry(
        "年度考核（{key}）与第{first_row}行重复，每人每年只登记一行",
        "the annual review {key} stands in row {first_row} already; one row per person and year is expected",
    ),
    "fault.duplicate_satisfaction": Entry(
        "{key}的满意度测评与第{first_row}行重复，每人只登记一行",
        "the satisfaction poll of {key} stands in row {first_row} already; one row per person is expected",
    ),
    "fault.duplicate_filing": Entry(
        "同一轮内重复申报同一科室（{key}），已见第{first_row}行；每轮每个科室只报一次",
        "the filing {key} stands in row {first_row} already; a section is filed for once in a round",
    ),
    "fault.duplicate_speech_mark": Entry(
        "演讲得分（{key}）与第{first_row}行重复，每位评委对每人只打一次分",
        "the speech mark {key} stands in row {first_row} already; each judge marks a person once",
    ),
    "fault.duplicate_attendance": Entry(
        "类别{key}的实到人数与第{first_row}行重复，每类只登记一行",
        "the attendance of {key} stands in row {first_row} already; one row per group is expected",
    ),
    "fault.duplicate_ballot": Entry(
        "推荐票（{key}）与第{first_row}行重复，同一人、同一科室、同一类别只登记一行",
        "the ballot {key} stands in row {first_row} already; one row per person, section and group is expected",
    ),
    "fault.duplicate_clerk_filing": Entry(
        "双向选择报岗（{key}）与第{first_row}行重复，每人每轮只报一个科室",
        "the filing {key} stands in row {first_row} already; each person files for one section in a round",
    ),
    "fault.duplicate_pick": Entry(
        "拟选人员（{key}）与第{first_row}行重复，同一科室的名单中每人只列一次",
        "the pick {key} stands in row {first_row} already; a section lists a person once",
    ),
    "fault.duplicate_pin": Entry(
        "指定或排除（{key}）与第{first_row}行重复，同一人、同一科室、同一角色只登记一行",
        "the pin {key} stands in row {first_row} already; one row per person, section and role is expected",
    ),
    "fault.duplicate_decision": Entry(
        "决定（{key}）与第{first_row}行重复，同一人、同一科室、同一角色只登记一行",
        "the decision {key} stands in row {first_row} already; one row per person, section and role is expected",
    ),
    "fault.choice_filed_twice": Entry(
        "{person_id}在第{round}轮中的志愿序号与第{first_row}行相同，同一轮内志愿序号不得重复",
        "{person_id} gives this choice number in row {first_row} too; within round {round} each number is used once",
    ),
    "fault.pick_order_taken": Entry(
        "{section_id}的名单中此顺序号与第{first_row}行相同，同一科室内顺序号不得重复",
        "the list of {section_id} uses this order in row {first_row} too; each order is used once in a list",
    ),
    # records that contradict themselves or each other
    "fault.poll_without_ballots": Entry(
        "{person_id}的满意度测评票数合计为0，请填写实际票数，未测评的请删除此行",
        "the satisfaction poll of {person_id} sums to 0; enter the ballots cast, or remove the row if none was held",
    ),
    "fault.attendance_missing": Entry(
        "参会人数表缺少类别“{group}”，规则中有权重的类别都须填写实到人数",
        "the attendance of group “{group}” is missing; every group with a weight in the rulebook needs a row",
    ),
    "fault.attendance_zero": Entry(
        "类别“{group}”在规则中有权重，实到人数须大于0",
        "group “{group}” has a weight in the rulebook, so at least one of it must have been present",
    ),
    "fault.votes_over_present": Entry(
        "得票超过类别“{group}”的实到人数{present}",
        "more votes than the {present} present of group “{group}”",
    ),
    "fault.round_beyond_caps": Entry(
        "报岗轮次超出规定，科长报岗共{rounds}轮", "there is no such round; chief posts are filed for in {rounds} rounds"
    ),
    "fault.filings_over_cap": Entry(
        "{person_id}在第{round}轮申报的岗位超过{cap}个的上限",
        "{person_id} files for more than the {cap} allowed in round {round}",
    ),
    # dates
    "fault.birth_after_reference": Entry(
        "{person_id}的出生年月晚于基准日期{reference_date}",
        "{person_id} would be born after the reference date {reference_date}",
    ),
    "fault.rank_before_birth": Entry(
        "{person_id}的任职时间早于其出生年月{birth}", "{person_id} would hold the rank since before birth on {birth}"
    ),
    # seats and chiefs
    "fault.fixed_without_section": Entry(
        "{person_id}标为不轮岗，须填写现科室", "{person_id} is marked fixed, so the present section is required"
    ),
    "fault.two_fixed_chiefs": Entry(
        "{section_id}已有不轮岗科长{other}，一个科室只能有一名",
        "{section_id} has the fixed chief {other} already; a section has one",
    ),
    "fault.two_present_chiefs": Entry(
        "{section_id}已有原任科长{other}，一个科室只能有一名行政编制的原任科长",
        "{section_id} has the present chief {other} already; a section has one administrative chief",
    ),
    "fault.fixed_over_seats": Entry(
        "{section_id}的不轮岗人员（科长除外）有{fixed}人，超过核定岗位数减去科长职位后的数目",
        "{section_id} has {fixed} fixed people besides the chief, more than its headcount without the chief post",
    ),
    # records somebody lacks
    "fault.exam_missing": Entry(
        "缺少{name}（{person_id}）的考试成绩，参加定岗的人员都须有考试成绩",
        "the exam of {name} ({person_id}) is missing; everybody who takes part needs one",
    ),
    "fault.appraisal_missing": Entry(
        "缺少{name}（{person_id}）的民主测评，参加定岗的人员都须有民主测评",
        "the appraisal of {name} ({person_id}) is missing; everybody who takes part needs one",
    ),
    "fault.review_missing": Entry(
        "缺少{name}（{person_id}）的年度考核，参加定岗的人员至少须有一年的考核分数",
        "{name} ({person_id}) has no annual review; everybody who takes part needs at least one",
    ),
    "fault.too_few_speech_marks": Entry(
        "{name}（{person_id}）的竞岗演讲只有{marks}个得分，至少须有{needed}个（去掉最高、最低分后须有剩余）",
        "{name} ({person_id}) has {marks} speech marks; at least {needed} are needed, so that one is left",
    ),
    # pins
    "fault.pin_contradiction": Entry(
        "{person_id}在{section_id}的同一岗位既被指定又被排除（见第{first_row}行），只能保留一项",
        "{person_id} is both assigned to and forbidden the same seat in {section_id} (row {first_row}); keep one",
    ),
    "fault.pin_on_fixed": Entry(
        "{person_id}为不轮岗人员，不得再指定或排除岗位（{section_id}）",
        "{person_id} is fixed, so no seat can be assigned or forbidden (here {section_id})",
    ),
    "fault.pin_against_staffing": Entry(
        "{person_id}为{staffing}人员，不能指定或排除{section_id}的{role}岗位：科长、科员限行政编制，事业岗位限事业编制",
        "{person_id} is {staffing} staff, so a pin as {role} in {section_id} does not fit: chief and clerk are for "
        "administrative staff, institution for institution staff",
    ),
    "fault.pin_against_track": Entry(
        "{person_id}既非原任科长，也非竞争科长职位人员，不能指定或排除{section_id}的科长职位",
        "{person_id} is neither a present chief nor a candidate, so no pin to the chief post of {section_id} fits",
    ),
    "fault.pin_assigned_twice": Entry(
        "{person_id}已在第{first_row}行指定到{other}，不能再指定到{section_id}；一人只能指定一个岗位",
        "{person_id} is assigned to {other} in row {first_row} already, not to {section_id} too; one seat per person",
    ),
    "fault.pin_two_chiefs": Entry(
        "{section_id}的科长职位已指定给{other}，不能再指定给{person_id}",
        "the chief post of {section_id} is assigned to {other} already, so not to {person_id} too",
    ),
    "fault.pin_on_held_post": Entry(
        "{section_id}的科长职位由不轮岗科长{other}担任，不能指定给{person_id}",
        "the fixed chief {other} holds the post of {section_id}, so it cannot be assigned to {person_id}",
    ),
    "fault.pin_over_seats": Entry(
        "{section_id}除科长职位和不轮岗人员外只有{limit}个岗位，不能再指定{person_id}",
        "{section_id} has {limit} seats besides the chief and its fixed people, so {person_id} cannot be assigned too",
    ),
    "fault.pin_over_retention": Entry(
        "{section_id}最多留用{limit}名原工作人员，不能再指定{person_id}",
        "{section_id} may keep {limit} of its own people in this role, so {person_id} cannot be assigned too",
    ),
    "fault.pin_against_avoidance": Entry(
        "{person_id}与{other}须回避，不能同在{section_id}",
        "{person_id} and {other} are an avoidance pair and cannot both sit in {section_id}",
    ),
}
