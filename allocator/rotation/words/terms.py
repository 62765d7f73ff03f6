"""The words for the codes of exchange and rotation: duties, moves, grounds, levels, reasons."""

from allocator.words._entry import Entry

ENTRIES: dict[str, Entry] = {
    "arg.stage.plan": Entry("交流轮岗", "plan"),
    "level.together": Entry("须回避仍同单位的对数", "avoidance pairs in one unit"),
    "level.must": Entry("必须交流者已交流人数", "musts exchanged"),
    "level.should": Entry("应当交流者已交流人数", "shoulds exchanged"),
    "level.rotated": Entry("已轮岗人数", "rotated"),
    "level.volunteers": Entry("自愿申请者已交流人数", "volunteers exchanged"),
    "level.overdue": Entry("已解决的超期月数", "months overdue settled"),
    "level.counterparts": Entry("因工作需要调整人数", "counterparts moved"),
    "level.objections": Entry("单位不同意的交流数", "exchanges a unit objects to"),
    "level.wishes": Entry("意向分合计", "points of wishes met"),
    "level.moves": Entry("变动人数", "moves"),
    "rotation.duty.must": Entry("必须交流", "must be exchanged"),
    "rotation.duty.should": Entry("应当交流", "should be exchanged"),
    "rotation.duty.rotate": Entry("应当轮岗", "due to rotate"),
    "rotation.duty.volunteer": Entry("自愿交流", "volunteers"),
    "rotation.duty.relation": Entry("须回避", "to be apart"),
    "rotation.duty.none": Entry("无", "none"),
    "rotation.kind.exchange": Entry("交流", "exchange"),
    "rotation.kind.rotation": Entry("轮岗", "rotation"),
    "rotation.basis.proposed": Entry("建议", "proposed"),
    "rotation.basis.pinned": Entry("党组指定", "assigned"),
    "rotation.fate.stays": Entry("留任", "stays"),
    "rotation.fate.exchange": Entry("交流到其他单位", "exchanged"),
    "rotation.fate.rotation": Entry("在本单位轮岗", "rotated"),
    "rotation.bar.own_post": Entry("即现岗位", "it is the present post"),
    "rotation.bar.other_level": Entry("层级不同", "of another level"),
    "rotation.bar.specialty": Entry("不具备要求的专业", "the specialty required is not held"),
    "rotation.bar.over_seats": Entry("该岗位已超职数，不再调入（第十五条）", "the post is over its seats (15-1)"),
    "rotation.bar.exempt_from_exchange": Entry("免予交流（第八条）", "exempt from exchange (8)"),
    "rotation.bar.exempt_from_rotation": Entry("免予轮岗（第十条）", "exempt from rotation (10)"),
    "rotation.bar.left_lately": Entry("离开该单位不满规定年限", "left that unit too short a time ago"),
    "rotation.bar.exchange_only": Entry("只能交流到其他单位", "only an exchange would do"),
    "rotation.bar.own_unit_or_kind": Entry(
        "轮岗应在本单位，或到其他单位同类岗位（第九条）",
        "only the own unit, or a post of the same kind, would do (9)",
    ),
    "rotation.bar.too_short_in_post": Entry("任现岗位时间不满规定年限", "too short a time in the present post"),
    "rotation.bar.assigned": Entry("党组已指定其他岗位", "assigned another post"),
    "rotation.bar.forbidden": Entry("党组已排除该岗位", "the party group has ruled the post out"),
    "rotation.reason.no_post": Entry("没有可去的岗位", "no post that would do"),
    "rotation.reason.continuity": Entry("影响单位工作连续性（第十二条）", "the work of a unit must go on (12)"),
    "rotation.reason.quota": Entry("交流名额已满", "the quota of exchanges is spent"),
    "rotation.reason.avoidance": Entry("须回避（第七条）", "avoidance (7-5)"),
    "rotation.reason.seats": Entry("没有空缺或可对调的职数", "no seat is free or can be freed"),
    "rotation.clause.seats": Entry("超职数", "over its seats"),
    "rotation.clause.exchanges_of_unit": Entry("交流离开的人过多", "too many leave it by exchange"),
    "rotation.clause.moves_of_unit": Entry("变动岗位的人过多", "too many change posts"),
    "rotation.clause.leaders_of_unit": Entry("正副职全部离开", "all its heads and deputies leave"),
    "rotation.clause.quota": Entry("超交流名额", "over the quota"),
    "rotation.clause.avoidance": Entry("须回避者同单位", "an avoidance pair meets"),
    **{
        f"rotation.{family}.{code}": Entry(zh, en)
        for family, codes in {
            "level": {"head": ("正职", "head"), "deputy": ("副职", "deputy"), "staff": ("一般人员", "staff")},
        }.items()
        for code, (zh, en) in codes.items()
    },
}
