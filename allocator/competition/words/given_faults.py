"""Faults of given placements, and of stages that cannot be run."""

from allocator.words._entry import Entry

ENTRIES: dict[str, Entry] = {
    "fault.stage_not_ready": Entry(
        "{stage}无法进行，以下数据表没有数据：{missing}。请补齐后再运行。",
        "{stage} cannot be run: these tables have no rows: {missing}. Fill them in and run again.",
    ),
    "fault.given_unknown_person": Entry(
        "已定结果中的人员编号“{person_id}”不在人员表中，请核对",
        "the given placements name “{person_id}”, who is not in the people table; correct the id",
    ),
    "fault.given_unknown_section": Entry(
        "已定结果中的科室编号“{section_id}”不在科室表中，请核对",
        "the given placements name the section “{section_id}”, which is not in the sections table; correct the id",
    ),
    "fault.given_stage_missing": Entry(
        "已定结果中没有{stage}的安排，而后面的阶段以它为前提；请提供包含该阶段的结果",
        "the given placements hold nothing of the stage {stage}, on which the asked stage rests; give one that does",
    ),
    "fault.given_moves_fixed": Entry(
        "{person_id}不轮岗，应留在{own}任{own_role}，不能到{section_id}任{role}",
        "{person_id} is fixed as {own_role} in {own} and cannot be {role} in {section_id}",
    ),
    "fault.given_moves_pinned": Entry(
        "{person_id}已指定到{own}任{own_role}，与已定结果中到{section_id}任{role}矛盾；请改其中之一",
        "{person_id} is assigned to {own} as {own_role} by a pin, but given as {role} in {section_id}; change one of "
        "the two",
    ),
    "fault.given_two_seats": Entry(
        "{person_id}在已定结果中占了不止一个岗位：{sections}；每人只能有一个",
        "{person_id} has more than one given seat: {sections}; one is allowed",
    ),
    "fault.given_wrong_track": Entry(
        "{person_id}（{track}）不能在{section_id}任{role}",
        "{person_id} ({track}) cannot be {role} in {section_id}",
    ),
    "fault.given_forbidden": Entry(
        "{person_id}在{section_id}任{role}已被排除，与已定结果矛盾；请改其中之一",
        "a pin forbids {person_id} as {role} in {section_id}, but the seat is given; change one of the two",
    ),
    "fault.given_below_floor": Entry(
        "{person_id}在{section_id}的推荐票为{votes}/{present}，未达规定推荐率，不得任该科科长",
        "{person_id} has {votes} of {present} votes for {section_id}, below the floor, and cannot be its chief",
    ),
    "fault.given_two_chiefs": Entry(
        "{section_id}有不止一名科长：{people}；只能有一名", "{section_id} has more than one chief: {people}"
    ),
    "fault.given_over_headcount": Entry(
        "{section_id}除科长外有{taken}人，超过岗位数{seats}",
        "{section_id} has {taken} people beside the chief for {seats} seats",
    ),
    "fault.given_over_retention": Entry(
        "{section_id}留用原{role}人员{people}，超过上限{cap}人",
        "{section_id} keeps {people} of its own as {role}, more than the {cap} allowed",
    ),
    "fault.given_avoidance": Entry(
        "{people}须回避，不能同在{section_id}", "{people} must avoid each other and cannot both sit in {section_id}"
    ),
}
