"""Words of explanations: why somebody moves or not, and what a post could have."""

from allocator.words._entry import Entry

ENTRIES: dict[str, Entry] = {
    f"rotation.explain.{code}": Entry(zh, en)
    for code, (zh, en) in {
        "title": ("{person}：交流轮岗说明（{method}）", "{person}: explanation ({method})"),
        "present": (
            "现任{post}，{since}任现岗位，{unit_since}到现单位。",
            "Holds {post} since {since}, in the unit since {unit_since}.",
        ),
        "due": ("是否应交流、轮岗", "Whether due"),
        "hit": ("{duty}", "{duty}"),
        "hit_since": (
            "{duty}：{since}起，至基准日期超期{months}个月",
            "{duty} since {since}, {months} months overdue",
        ),
        "exempt_exchange": ("免予交流：{reason}（{authority}）", "exempt from exchange: {reason} ({authority})"),
        "exempt_rotation": ("免予轮岗：{reason}（{authority}）", "exempt from rotation: {reason} ({authority})"),
        "related": ("与须回避的人同在一个单位", "shares the unit with somebody to be kept apart from"),
        "not_due": ("目前没有哪一条要求其交流或轮岗。", "No article asks for a move at present."),
        "plan": ("本方案中的安排", "In this plan"),
        "stays": ("留任现岗位。", "Stays in the present post."),
        "moves": (
            "到{post}（{kind}，{basis}），交接顺序第{chain}组第{step}步。",
            "Moves to {post} ({kind}, {basis}), step {step} of chain {chain}.",
        ),
        "objected": ("接收单位不同意，供党组研究。", "The unit does not agree; the party group weighs it."),
        "tied": (
            "其去向只由抽签决定，同样优的方案中可能的去向：{fates}；须经党组确认。",
            "Only the draw decides; plans as good have these fates: {fates}. The party group must confirm it.",
        ),
        "tied_by_hand": (
            "与事由、超期相同的人只由抽签分先后（本人：{fates}），须经党组确认。",
            "Told apart from people of the same duty and months by the draw alone ({fates}); to be confirmed.",
        ),
        "unmet": ("应当实现而未能实现，原因：{reason}。", "What is owed is not met: {reason}."),
        "instead": ("以本单位内轮岗替代。", "A rotation stands in for it."),
        "posts": ("各岗位", "Posts"),
        "allowed": (
            "可以交流去的岗位{exchange}个，可以轮岗去的岗位{rotation}个。",
            "May be exchanged to {exchange} posts and rotated to {rotation}.",
        ),
        "wished": ("{post}（第{choice}志愿）", "{post} (choice {choice})"),
        "post.there": ("{post}：即本方案的安排。", "{post}: as in this plan."),
        "post.pinned": ("{post}：党组已指定其他岗位。", "{post}: the party group has assigned another post."),
        "stay.breaks": (
            "{post}（留任）：其他人照本方案不动时，{clauses}。",
            "{post} (staying): with everybody else as in this plan: {clauses}.",
        ),
        "stay.possible_alone": (
            "{post}（留任）：其他人照本方案不动时，不违反任何规定。",
            "{post} (staying): with everybody else as in this plan no rule is broken.",
        ),
        "post.barred": ("{post}：不能去，{bar}。", "{post}: not allowed: {bar}."),
        "post.breaks": (
            "{post}：可以去；但其他人照本方案不动时，{clauses}。",
            "{post}: allowed; but with everybody else as in this plan: {clauses}.",
        ),
        "post.possible_alone": (
            "{post}：可以去；其他人照本方案不动时，也不违反任何规定。",
            "{post}: allowed, and with everybody else as in this plan no rule is broken.",
        ),
        "price.impossible": ("没有任何合规的方案能作此安排。", "No legal plan has it."),
        "price.unknown": ("时限内未能查明其代价。", "What it would cost was not found in time."),
        "price.equal": (
            "作此安排，抽签之前的各层目标同样好：取舍只在抽签。",
            "With it, every level before the draw is as good: the draw alone decides.",
        ),
        "price.worse": (
            "作此安排，“{level}”最好只能到{reached}（最优为{best}）。",
            "With it, “{level}” comes to {reached} at best; the optimum has {best}.",
        ),
        "price.worse_unproven": (
            "已找到的含此安排的方案，“{level}”为{reached}（本方案{best}），未经证明。",
            "The plan found with it has {reached} in “{level}” (this plan {best}); not proven.",
        ),
        "pin.equal": (
            "此项指定没有代价：不作指定，抽签之前的各层目标同样如此。",
            "The assignment costs nothing: without it every level before the draw is the same.",
        ),
        "pin.worse": (
            "此项指定的代价：不作指定，“{level}”可到{best}，现为{reached}。",
            "What the assignment costs: without it “{level}” would come to {best}; it is {reached}.",
        ),
        "changes": ("改变哪一件事就能实现", "What single thing would let it happen"),
        "change.seat": ("{post}增加一个职数。", "One seat more in {post}."),
        "change.quota": ("交流名额增加一个。", "One more exchange in the quota."),
        "change.exemption": ("不再按条款{article}免予。", "No exemption under article {article}."),
        "change.forbidden": ("不再排除{post}。", "{post} no longer ruled out."),
        "change.none": (
            "所试各项（名额、职数、免予、排除）中，单独改变任何一项都不能使其实现。",
            "None of the single changes tried (quota, seats, exemptions, exclusions) would.",
        ),
        "change.untried": (
            "单位人数较多，未逐项试算。",
            "The bureau is too large for single changes to be tried.",
        ),
        "title_post": ("{post}：说明（{method}）", "{post}: explanation ({method})"),
        "seats": ("职数{seats}。", "{seats} seats."),
        "holders_today": ("现任：{people}。", "Today: {people}."),
        "holders_after": ("方案之后：{people}。", "After the plan: {people}."),
        "candidates": ("可以来的人，共{count}人", "{count} people may come"),
        "more": ("另有{count}人，未逐一列出。", "{count} more are not listed."),
        "wisher": ("{person}（第{choice}志愿）", "{person} (choice {choice})"),
        "candidate.there": ("{person}（{duty}）：本方案安排到此岗位。", "{person} ({duty}): comes in this plan."),
        "candidate.breaks": (
            "{person}（{duty}）：其他人照本方案不动时，{clauses}。",
            "{person} ({duty}): with everybody else as in this plan: {clauses}.",
        ),
        "candidate.possible_alone": (
            "{person}（{duty}）：其他人照本方案不动时，来此不违反任何规定。",
            "{person} ({duty}): with everybody else as in this plan no rule would be broken.",
        ),
        "barred": ("不能来的人，共{count}人", "{count} people may not come"),
        "barred_by": ("{bar}：{count}人", "{bar}: {count} people"),
    }.items()
}
