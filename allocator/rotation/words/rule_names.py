"""The rules of exchange and rotation by name: one line each, as the regulation means it."""

from allocator.words._entry import Entry

_NAMES: dict[str, tuple[str, str]] = {
    "data.known_references": (
        "表中提到的人员、岗位、单位都必须在册",
        "every person, post and unit named in a table is on record",
    ),
    "data.unique_keys": ("同一事项只登记一次", "one matter is recorded once"),
    "data.dates": ("日期不晚于基准日期，到单位不晚于任岗位", "no date is after the reference date"),
    "data.pin_fits": ("指定须合层级、职数、回避和连续性", "pins keep level, seats, avoidance and continuity"),
    "duty.tenure": (
        "局管正职满五年、副职满八年应交流，重点岗位必须交流",
        "managed heads after 5 years and deputies after 8 should be exchanged, of the kinds named must",
    ),
    "duty.unit_tenure": ("局管正副职在同一单位满十年应交流", "managed heads and deputies after 10 years in a unit"),
    "duty.development": (
        "后备干部经历不足、优秀年轻干部满五年应交流",
        "reserve cadres of one unit, young talent after 5",
    ),
    "duty.volunteer": ("自愿申请并经单位同意、满五年的可交流", "volunteers with consent after 5 years"),
    "duty.relation": ("须回避者不得同在一个单位", "people who avoid one another are not in one unit"),
    "duty.needed": ("党组按工作需要提名交流", "nominated for exchange by need"),
    "duty.post_tenure": ("同一岗位满八年应轮岗", "after 8 years in one post its holder rotates"),
    "duty.sensitive_tenure": ("重点岗位满五年应轮岗", "after 5 years in a sensitive post its holder rotates"),
    "duty.unsuited": ("不适宜现岗位的应轮岗", "whoever is found unsuited for the post rotates"),
    "filter.exempt_from_exchange": ("免予交流的不交流", "whoever is exempt is not exchanged"),
    "filter.exempt_from_rotation": ("免予轮岗的不轮岗", "whoever is exempt is not rotated"),
    "filter.same_level": ("交流轮岗不改变层级", "every move keeps the level"),
    "filter.specialty": ("须具备岗位要求的专业", "a post's required specialty is held"),
    "filter.over_seats": ("已超职数的岗位只出不进", "nobody enters a post over its seats"),
    "filter.no_return": ("离开三年内不回原单位", "nobody returns to a unit left less than 3 years ago"),
    "filter.kind_of_move": (
        "轮岗在本单位或同类岗位，自愿、回避的只交流",
        "rotation in the own unit or kind; volunteers and pairs only by exchange",
    ),
    "filter.counterpart": ("因工作需要调整的须任现岗位满两年", "counterparts have 2 years in the post"),
    "filter.pin": ("党组的指定与排除优先", "what the party group assigns or rules out holds"),
    "row.seats": ("不超职数", "no post is over its seats"),
    "row.continuity": ("单位一次变动不过多，正副职不全走", "not too many of a unit move, nor all its leaders leave"),
    "row.quota": ("不超交流名额", "exchanges stay within the quota"),
    "row.avoidance": ("须回避者不调到一处", "people who avoid one another do not meet"),
    "order.plan": (
        "先必须、再应当、再轮岗、再自愿，超期长的在先",
        "musts, shoulds, rotations, volunteers, the longer overdue first",
    ),
    "order.rotation_instead": ("未能交流的可以轮岗替代", "rotation stands in for an exchange"),
    "score.handover": ("交接顺序：先链后环", "the order of handover: chains, then cycles"),
    "order.lot": ("相同的由抽签定，须经确认", "equals go by lot, to be confirmed"),
}

ENTRIES: dict[str, Entry] = {f"rule.rotation.{rule}": Entry(zh, en) for rule, (zh, en) in _NAMES.items()}
