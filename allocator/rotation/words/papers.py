"""Words of the papers of exchange and rotation: titles, sentences, headings."""

from allocator.words._entry import Entry

_KINDS: dict[str, tuple[str, str, str, str]] = {
    "plan": ("方案", "plan", "交流轮岗方案", "Plan of Exchange and Rotation"),
    "talks": ("谈话名单", "talks", "交流轮岗谈话名单", "People to Talk With"),
    "handover": ("交接清单", "handover", "岗位交接清单", "Order of Handover"),
    "audit": ("离任审计", "audit", "离任审计名单", "People to Be Audited on Leaving"),
    "personal-notice": ("个人通知", "personal notice", "交流轮岗通知书", "Notice of Exchange or Rotation"),
    "summary": ("总结", "summary", "轮岗交流工作总结", "Summary of Exchange and Rotation"),
}
_WORDS: dict[str, tuple[str, str]] = {
    "no": ("序号", "No."),
    "place": ("交接顺序", "Handover"),
    "name": ("姓名", "Name"),
    "from": ("现岗位", "From"),
    "to": ("去向", "To"),
    "kind": ("方式", "Kind"),
    "ground": ("依据", "Ground"),
    "talker": ("谈话人", "Talk by"),
    "day": ("日期", "Date"),
    "hands": ("交出岗位", "Hands over"),
    "takes": ("接任岗位", "Takes over"),
    "from_whom": ("接自", "From whom"),
    "signed": ("签字", "Signed"),
    "level": ("层级", "Level"),
    "since": ("任职时间", "Since"),
    "months": ("已任月数", "Months"),
    "auditor": ("审计单位", "Audited by"),
    "figure": ("项目", "Figure"),
    "before": ("现在／应办", "Today / due"),
    "after": ("之后／已办", "After / met"),
    "step": ("步", "Step"),
    "date": ("日期", "Date"),
    "seal": ("（印章）", "(seal)"),
}

ENTRIES: dict[str, Entry] = {
    **{f"rotation.papers.kind.{kind}": Entry(zh, en) for kind, (zh, en, _, _) in _KINDS.items()},
    **{f"rotation.papers.title.{kind}": Entry(zh, en) for kind, (_, _, zh, en) in _KINDS.items()},
    **{f"rotation.papers.word.{field}": Entry(zh, en) for field, (zh, en) in _WORDS.items()},
    "rotation.papers.status": Entry(
        "（方案，供党组研究；未经决定，不得公布、不得执行）",
        "(Proposal for the party group; nothing in it is published or takes effect before it has decided)",
    ),
    "rotation.papers.issuer": Entry(
        "交流轮岗工作领导组办公室", "Office of the Leading Group for Exchange and Rotation"
    ),
    "rotation.papers.check": Entry(
        "数据校验码：{code}（本件由该数据按交流轮岗办法计算生成）",
        "Data check code: {code} (this paper was computed from that data by the regulation)",
    ),
    "rotation.papers.place": Entry("第{chain}组第{step}步", "{chain}-{step}"),
    "rotation.papers.ground": Entry("{duty}（条款 {articles}）", "{duty} (articles {articles})"),
    "rotation.papers.counterpart": Entry("因工作需要调整", "for the work"),
    "rotation.papers.free_seat": Entry("空缺", "free seat"),
    "rotation.papers.opening.plan": Entry(
        "根据{case}有关规定，提出交流轮岗{count}人（其中交流{exchanges}人）的方案如下，请党组研究。",
        "Under the rules of {case}, {count} moves ({exchanges} exchanges among them) are proposed to the party group.",
    ),
    "rotation.papers.opening.talks": Entry(
        "{case}方案决定后，须在公布前与下列{count}人谈话。",
        "Once the plan of {case} is decided, the following {count} people are talked with before it is published.",
    ),
    "rotation.papers.opening.handover": Entry(
        "{case}共有{count}个岗位交接，请按下列顺序办理；同一组内前一步办完再办后一步，环内各步须在同一日办理。",
        "{case}: {count} posts change hands in this order; within a chain one step after the other, within a cycle all "
        "on one day.",
    ),
    "rotation.papers.opening.audit": Entry(
        "{case}中下列{count}名正副职离任，应进行离任审计。",
        "In {case}, the following {count} heads and deputies leave their posts and are to be audited.",
    ),
    "rotation.papers.opening.summary": Entry(
        "{case}：全局{people}人中，拟调整{moved}人，其中交流{exchanged}人。有关情况共{count}项如下。",
        "{case}: of {people} people {moved} move, {exchanged} of them by exchange. The {count} figures are below.",
    ),
    "rotation.papers.opening.personal-notice": Entry(
        "根据{case}有关规定，现将对你的交流轮岗安排方案告知如下。方案未经党组决定，不产生效力。",
        "This tells you what is proposed for you under {case}. It takes no effect before the party group has decided.",
    ),
    "rotation.papers.closing.handover": Entry(
        "交接内容：工作、档案资料、固定资产；交接双方和监交人签字。",
        "Handed over are work, files and assets; both sides and a witness sign.",
    ),
    "rotation.papers.closing.personal-notice": Entry(
        "请在决定公布后按上列顺序办理交接，按时到岗；如有异议，请以书面形式向领导组提出并说明理由。",
        "After the decision, hand over in this order and take up the post in time; objections go to the leading group "
        "in writing, with reasons.",
    ),
    "rotation.papers.unmet": Entry(
        "说明：另有{count}人应交流轮岗而未能实现，名单和原因另附。",
        "Note: {count} more people did not get what is owed; names and reasons are listed apart.",
    ),
    "rotation.papers.tie": Entry(
        "说明：{person}的去向由抽签暂定，须经党组确认（可能的去向：{fates}）。",
        "Note: only the draw decided what becomes of {person}; the party group must confirm it (fates: {fates}).",
    ),
    "rotation.papers.pin.assign": Entry(
        "说明：{person}由{authority}指定到{post}，理由：{reason}。",
        "Note: {authority} assigned {person} to {post}; reason: {reason}.",
    ),
    "rotation.papers.pin.forbid": Entry(
        "说明：{authority}决定{person}不到{post}，理由：{reason}。",
        "Note: {authority} ruled out {post} for {person}; reason: {reason}.",
    ),
    "rotation.papers.must_unmet": Entry(
        "说明：{person}必须交流而未能实现，原因：{reason}。",
        "Note: {person} must be exchanged and is not; reason: {reason}.",
    ),
    "rotation.papers.sign.person": Entry("本人签收", "Received"),
    "rotation.papers.sign.unit": Entry("单位经办人", "For the unit"),
}
