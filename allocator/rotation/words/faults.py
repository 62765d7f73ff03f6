"""Faults of a case of exchange and rotation: what is wrong, and what is expected instead."""

from allocator.words._entry import Entry


def _once(zh: str, en: str, each: str, expected: str) -> Entry:
    return Entry(
        f"{zh}{{key}}与第{{first_row}}行重复，{each}",
        f"{en} {{key}} stands in row {{first_row}} already; {expected} is expected",
    )


ENTRIES: dict[str, Entry] = {
    "fault.rotation_unknown_person": Entry(
        "人员编号“{id}”不在人员表中，请核对编号或在人员表中补登此人",
        "person_id “{id}” is not in the officers table; correct the id or add the person there",
    ),
    "fault.rotation_unknown_post": Entry(
        "岗位编号“{id}”不在岗位表中，请核对编号或在岗位表中补登此岗位",
        "post_id “{id}” is not in the posts table; correct the id or add the post there",
    ),
    "fault.rotation_unknown_unit": Entry(
        "单位编号“{id}”不在单位表中，请核对编号或在单位表中补登此单位",
        "unit_id “{id}” is not in the units table; correct the id or add the unit there",
    ),
    "fault.rotation_duplicate_unit": _once("单位编号", "unit_id", "每个单位只登记一行", "one row per unit"),
    "fault.rotation_duplicate_post": _once("岗位编号", "post_id", "每个岗位只登记一行", "one row per post"),
    "fault.rotation_duplicate_officer": _once("人员编号", "person_id", "每人只登记一行", "one row per person"),
    "fault.rotation_duplicate_exemption": _once(
        "免予交流轮岗", "the exemption", "每人每条款只登记一行", "one row per person and article"
    ),
    "fault.rotation_duplicate_nomination": _once(
        "提名", "the nomination", "每人每条款只登记一行", "one row per person and article"
    ),
    "fault.rotation_duplicate_pin": _once(
        "指定或排除", "the pin", "同一人、同一岗位只登记一行", "one row per person and post"
    ),
    "fault.rotation_duplicate_choice": _once(
        "意向序号", "the choice", "每人每个志愿序号只用一次", "each choice number once per person"
    ),
    "fault.rotation_wished_twice": _once("意向岗位", "the wish", "每人同一岗位只填一次", "each post once per person"),
    "fault.rotation_duplicate_opinion": _once(
        "单位意见", "the opinion", "同一单位对同一人只登记一行", "one row per unit and person"
    ),
    "fault.rotation_choice_beyond": Entry(
        "志愿序号应为1至{most}，每人至多{most}个意向岗位",
        "the choice must be 1 to {most}; everybody may wish for {most} posts at most",
    ),
    "fault.rotation_date_after_reference": Entry(
        "{date}晚于基准日期{reference_date}，请核对日期",
        "{date} is after the reference date {reference_date}; correct the date",
    ),
    "fault.rotation_unit_after_post": Entry(
        "到现单位时间{date}晚于任现岗位时间{post_since}；到单位应不晚于任岗位",
        "in the unit since {date}, which is after {post_since}, since when the post is held; correct one of the dates",
    ),
    "fault.rotation_service_backwards": Entry(
        "任职经历的起{start}晚于止{date}，请核对",
        "this service begins {start} and ends {date}; correct the dates",
    ),
    "fault.rotation_pin_contradiction": Entry(
        "同一人（{person_id}）、同一岗位（{post_id}）第{first_row}行已有相反的指定或排除，请保留其一",
        "row {first_row} says the opposite of {person_id} and {post_id}; keep one of the two",
    ),
    "fault.rotation_pin_twice": Entry(
        "{person_id}在第{first_row}行已指定到{assigned}，每人只能指定一个岗位",
        "{person_id} is assigned {assigned} in row {first_row} already; one post per person is expected",
    ),
    "fault.rotation_pin_other_level": Entry(
        "{person_id}现为{own}，不能指定到层级为{level}的岗位{post_id}；交流轮岗不改变层级",
        "{person_id} holds a post of level {own}; {post_id} is of level {level}, and no move changes the level",
    ),
    "fault.rotation_pin_over_seats": Entry(
        "指定后岗位{post_id}的人数将超过职数{seats}，请调整指定或职数",
        "with the pins, post {post_id} holds more people than its {seats} seats; change a pin or the seats",
    ),
    "fault.rotation_pin_against_avoidance": Entry(
        "指定后须回避的{person_a}与{person_b}将同在一个单位，请调整指定",
        "with the pins, {person_a} and {person_b}, who avoid one another, end in one unit; change a pin",
    ),
    "fault.rotation_pin_against_continuity": Entry(
        "指定使单位{unit_id}变动过多（{clause}），影响工作连续性，请减少指定",
        "the pins move too many people of unit {unit_id} ({clause}); take some of them back",
    ),
    "fault.rotation_pin_over_quota": Entry(
        "指定的交流人数已超过交流名额{quota}，请减少指定或增加名额",
        "the pins alone make more exchanges than the quota of {quota}; change pins or the quota",
    ),
}
