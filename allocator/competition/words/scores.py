"""Names of scores, tracks, ranks and their parts, why somebody is no entrant, and the sentences of a score's trace."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeVar

from allocator.words._entry import Entry

if TYPE_CHECKING:
    from allocator.words._catalogue import Lang

ENTRIES: dict[str, Entry] = {
    # names of scores
    "score.exam": Entry("考试成绩", "exam"),
    "score.appraisal": Entry("民主测评得分", "appraisal"),
    "score.review": Entry("年度考核均分", "annual reviews"),
    "score.quantification_base": Entry("考评量化基础分", "quantification before bonus"),
    "score.quantification": Entry("考评量化得分", "quantification"),
    "score.speech": Entry("竞岗演讲得分", "speech"),
    "score.recommendation": Entry("定岗推荐得分", "recommendation"),
    "score.composite": Entry("综合考评得分", "composite"),
    # names of tracks
    "track.incumbent": Entry("原任科长", "present chief"),
    "track.candidate": Entry("竞争科长职位人员", "candidate for a chief post"),
    "track.clerk": Entry("行政一般人员", "administrative clerk"),
    "track.institution": Entry("事业人员", "institution staff"),
    "track.fixed": Entry("特殊岗位不轮岗人员", "fixed in a special post"),
    "track.contract": Entry("聘用人员", "contract staff"),
    # names of ranks
    "rank.head": Entry("正科实职", "head"),
    "rank.head_nominal": Entry("正科虚职", "nominal head"),
    "rank.deputy": Entry("副科实职", "deputy head"),
    "rank.deputy_nominal": Entry("副科虚职", "nominal deputy head"),
    "rank.staff": Entry("科员", "staff member"),
    # names of the parts of scores
    "part.aptitude": Entry("行测", "aptitude test"),
    "part.essay": Entry("申论", "essay"),
    "part.knowledge": Entry("公共基础知识", "general knowledge"),
    "part.virtue": Entry("德", "virtue"),
    "part.ability": Entry("能", "ability"),
    "part.diligence": Entry("勤", "diligence"),
    "part.results": Entry("绩", "results"),
    "part.integrity": Entry("廉", "integrity"),
    "part.exam": Entry("考试成绩", "exam"),
    "part.appraisal": Entry("民主测评得分", "appraisal"),
    "part.review": Entry("年度考核均分", "annual reviews"),
    "part.quantification": Entry("考评量化得分", "quantification"),
    "part.speech": Entry("竞岗演讲得分", "speech"),
    "part.recommendation": Entry("定岗推荐得分", "recommendation"),
    # names of voter groups
    "voters.leaders": Entry("局领导", "bureau leaders"),
    "voters.staff": Entry("其他行政编制人员", "other administrative staff"),
    "voters.institutions": Entry("事业单位负责人", "heads of institutions"),
    "voters.counties": Entry("县市区局长", "county bureau heads"),
    # why somebody is no entrant
    "bar.review_fail": Entry("资格审查不合格", "failed the qualification review"),
    "bar.withdrew": Entry("自愿放弃竞争科长职位", "gave up contesting a chief post"),
    "bar.dissatisfied": Entry("不满意率达到规定界限", "the dissatisfied share reaches the limit"),
    "bar.not_cleared": Entry("未列入拟任人选", "not cleared by the party group"),
    "bar.no_bid": Entry("符合条件但未申报竞争科长职位", "eligible, but did not apply to compete"),
    "bar.rank": Entry("职级不在可竞争科长职位的范围内", "the rank does not qualify for a chief post"),
    "bar.rank_date": Entry("未填任职时间，无法核算任职年限", "no date in rank, so the service cannot be counted"),
    "bar.service": Entry("任职年限不足", "too few full years in rank"),
    # the trace of a person: track and part
    "trace.track_incumbent": Entry(
        "行政编制，原任科长，按原任科长参加。", "Administrative and a present chief: takes part as incumbent."
    ),
    "trace.track_candidate": Entry(
        "行政编制，符合条件并申报竞争，按竞争科长职位人员参加。",
        "Administrative, eligible and competing: takes part as candidate.",
    ),
    "trace.track_clerk": Entry("行政编制，按行政一般人员参加科员定岗。", "Administrative: takes part as clerk."),
    "trace.track_institution": Entry(
        "事业编制，按事业人员补充程序参加。", "Institution staffing: takes part in the institution stage."
    ),
    "trace.track_fixed": Entry("特殊岗位不轮岗，留在原科室。", "In a special post: stays in the present section."),
    "trace.track_contract": Entry(
        "聘用人员，参加考评但不安排岗位。", "On contract: takes part in the assessments and is not placed."
    ),
    "trace.rank_never": Entry(
        "职级为{rank}，不在可竞争科长职位的范围内。", "Rank {rank} does not qualify for a chief post."
    ),
    "trace.rank_at_once": Entry("职级为{rank}，不要求任职年限。", "Rank {rank} qualifies without years of service."),
    "trace.rank_undated": Entry(
        "职级为{rank}，须任职满{needed}年，但未填任职时间，按不符合处理。",
        "Rank {rank} needs {needed} full years, but no date in rank is recorded: not eligible.",
    ),
    "trace.rank_service": Entry(
        "职级为{rank}，自{since}任职，至{date}满{years}年；要求满{needed}年。",
        "Rank {rank} since {since}: {years} full years by {date}; {needed} are needed.",
    ),
    "trace.dissatisfied": Entry(
        "满意度测评：不满意{dissatisfied}票，共{cast}票，不满意率{share}；达到{limit}的不能参加。",
        "Satisfaction poll: {dissatisfied} of {cast} dissatisfied, a share of {share}; {limit} or more bars.",
    ),
    "trace.entrant": Entry("为竞岗人员。", "Takes part in the chief contest."),
    "trace.not_entrant": Entry("不能作为竞岗人员：{bar}。", "Does not take part in the chief contest: {bar}."),
    "trace.not_candidate": Entry("未列为竞争科长职位人员：{bar}。", "Not a candidate for a chief post: {bar}."),
    "trace.withdrawn": Entry(
        "自愿放弃竞争科长职位，由领导组先行确定岗位。", "Gave up the contest: the leadership directs this person first."
    ),
    # the trace of a score
    "trace.weighted_part": Entry(
        "{part}{mark}分，乘以权重{weight}，得{product}。", "{part} {mark} × {weight} = {product}."
    ),
    "trace.part_missing": Entry("缺少{part}。", "{part} is not recorded."),
    "trace.score_missing": Entry(
        "现有记录不足，无法计算{score}。", "What is recorded does not suffice to compute: {score}."
    ),
    "trace.rounded": Entry(
        "{score}：{exact}，四舍五入保留{decimals}位小数，得{result}。",
        "{score}: {exact}, rounded half up to {decimals} decimals, is {result}.",
    ),
    "trace.review_years": Entry(
        "计入{years}年度的考核（最多取最近{most}年）。", "Annual reviews counted: {years} (at most the last {most})."
    ),
    "trace.mean_of": Entry("取{marks}共{count}项的平均值。", "The mean of {count} marks: {marks}."),
    "trace.bonus": Entry("{rank}加{bonus}分。", "Bonus for rank {rank}: {bonus}."),
    "trace.total": Entry("{score}为{result}。", "{score} is {result}."),
    "trace.marks_dropped": Entry(
        "评委打分{marks}，去掉{high}个最高分和{low}个最低分。",
        "Judges' marks {marks}; the {high} highest and {low} lowest are dropped.",
    ),
    # the trace of a pair
    "trace.filed_tiers": Entry(
        "第{round}轮第{choice}志愿申报{section}。", "Filed for {section} in round {round} as choice {choice}."
    ),
    "trace.filed_open": Entry(
        "以第{choice}志愿申报{section}；各轮申报同等对待，按第{round}轮计。",
        "Filed for {section} as choice {choice}; rounds count alike, as round {round}.",
    ),
    "trace.filed_latest": Entry(
        "最后一轮以第{choice}志愿申报{section}；只认最后一轮，按第{round}轮计。",
        "Filed for {section} as choice {choice} in the last round, which alone counts, as round {round}.",
    ),
    "trace.written_in": Entry(
        "未申报{section}，由推荐人员建议该岗位，按第{round}轮计。",
        "Did not file for {section}; written in by the voters, and counted as round {round}.",
    ),
    "trace.rate_reached": Entry(
        "得{votes}票，到会{present}人，推荐率{rate}，达到{floor}。",
        "{votes} votes of {present} present, a rate of {rate}: reaches {floor}.",
    ),
    "trace.rate_below": Entry(
        "得{votes}票，到会{present}人，推荐率{rate}，未达到{floor}，不得在该岗位任职。",
        "{votes} votes of {present} present, a rate of {rate}: below {floor}, so the post cannot be held.",
    ),
    "trace.rate_missing": Entry(
        "没有到会人数记录，无法计算推荐率。", "No attendance is recorded, so there is no rate."
    ),
    "trace.group_votes": Entry(
        "{voters}得{votes}票，到会{present}人，权重{weight}，折合{product}分。",
        "{voters}: {votes} votes of {present} present, weight {weight}, gives {product}.",
    ),
    "trace.avoids": Entry(
        "{section}有须回避的不轮岗或指定人员：{people}。",
        "{section} has fixed or pinned people to be avoided: {people}.",
    ),
    "trace.admissible": Entry("可以参加{section}科长职位的确定。", "Stands for the chief post of {section}."),
    "trace.barred": Entry("不能参加{section}科长职位的确定。", "Does not stand for the chief post of {section}."),
    "trace.pair_no_entrant": Entry(
        "不是竞岗人员，申报和得票不起作用。", "No entrant: filings and votes have no effect."
    ),
    "trace.pair_assigned": Entry(
        "已指定到{section}，不再参加科长职位的确定。", "Assigned to {section}, and so no longer in the contest."
    ),
    "trace.pair_not_open": Entry("{section}的科长职位不开放竞争。", "The chief post of {section} is not open."),
    "trace.pair_forbidden": Entry(
        "已排除担任{section}科长，视为未申报。", "Excluded from {section}: counts as not filed."
    ),
    "trace.pair_superseded": Entry(
        "较早一轮申报过{section}，按只认最后一轮的规则不再计入。",
        "Filed for {section} in an earlier round only, which the last round has replaced.",
    ),
    "trace.pair_unwanted": Entry(
        "未申报{section}，也没有被建议到该岗位。", "Neither filed for {section} nor written in."
    ),
}

Value = TypeVar("Value")


def label(kind: str, code: Value, lang: "Lang") -> Value | str:
    """The name of a score, part, voter group, track, rank or bar; whatever has none here is shown as it stands."""
    entry = ENTRIES.get(f"{kind}.{code}")
    if entry is None:
        return code
    return entry.zh if lang == "zh" else entry.en


def say_trace(code: str, arguments: Mapping[str, object], lang: "Lang") -> str:
    """The sentence of one line of a score's trace, with the codes among its arguments named.

    Raises:
        KeyError: when the code or one of its arguments is unknown: a fault of the program, not of the user.
    """
    from allocator.words._catalogue import say  # the catalogue is put together from this module

    return say(f"trace.{code}", lang, **{kind: label(kind, value, lang) for kind, value in arguments.items()})
