"""The trace of a chief pair: how it came about, its votes, floor and composite, and what bars it."""

from collections.abc import Iterator
from fractions import Fraction

from allocator.competition.scoring.pairs import PairScores
from allocator.competition.scoring.scores import Scores
from allocator.competition.scoring.tables import rate_text
from allocator.competition.scoring.trace import (
    Argument,
    TraceLine,
    exact_text,
    missing_line,
    points,
    rounded_line,
    weighted_lines,
)
from allocator.competition.scoring.wishes import avoided_members, settled_members
from models.competition.rule_ids import RuleId


def trace_pair(scores: Scores, person_id: str, section_id: str) -> tuple[TraceLine, ...]:
    """How one pair's numbers came about, in the order of the articles; for no pair of the contest, why it is none.

    Raises:
        KeyError: when the bureau has no such person or section.
    """
    _ = scores.tracks[person_id], scores.bureau.sections[section_id]
    pair = scores.pair.get((person_id, section_id))
    if pair is None:
        return (_outside(scores, person_id, section_id),)
    return (
        _origin(scores, pair),
        *_rate_lines(scores, pair),
        *_recommendation_lines(scores, pair),
        *_composite_lines(scores, pair),
        *_avoidance_lines(scores, pair),
        _verdict(pair),
    )


def _outside(scores: Scores, person_id: str, section_id: str) -> TraceLine:
    bureau, record = scores.bureau, scores.tracks[person_id]
    if not record.entrant:
        return TraceLine(RuleId.ENTRANT, "pair_no_entrant", {}, "no")
    if person_id in bureau.assigned:
        return TraceLine(RuleId.PIN, "pair_assigned", {"section": bureau.assigned[person_id].section_id}, "no")
    if section_id not in scores.open_posts:
        return TraceLine(RuleId.OPEN_POST, "pair_not_open", {"section": section_id}, "no")
    if (person_id, section_id, "chief") in bureau.forbidden:
        return TraceLine(RuleId.PIN, "pair_forbidden", {"section": section_id}, "no")
    filed = any(row.person_id == person_id and row.section_id == section_id for row in bureau.case.applications)
    code = "pair_superseded" if filed else "pair_unwanted"
    return TraceLine(RuleId.FILED_OR_WRITTEN_IN, code, {"section": section_id}, "no")


def _origin(scores: Scores, pair: PairScores) -> TraceLine:
    args: dict[str, Argument] = {"section": pair.section_id, "round": pair.round}
    if not pair.applied:
        return TraceLine(RuleId.FILED_OR_WRITTEN_IN, "written_in", args, str(pair.round))
    args["choice"] = pair.choice
    code = f"filed_{scores.bureau.rulebook.applications.reading}"
    return TraceLine(RuleId.FILED_OR_WRITTEN_IN, code, args, str(pair.round))


def _rate_lines(scores: Scores, pair: PairScores) -> Iterator[TraceLine]:
    rule, floor = RuleId.RECOMMENDATION_FLOOR, str(scores.bureau.rulebook.recommendation.floor)
    rate = rate_text(pair.rate)
    if rate is None:
        yield TraceLine(rule, "rate_missing", {}, None)
        return
    args: dict[str, Argument] = {"votes": pair.votes, "present": pair.present, "rate": rate, "floor": floor}
    yield TraceLine(rule, "rate_below" if rule in pair.barred else "rate_reached", args, rate)


def _recommendation_lines(scores: Scores, pair: PairScores) -> Iterator[TraceLine]:
    rule, rules, case = RuleId.RECOMMENDATION, scores.bureau.rulebook, scores.bureau.case
    present = {row.group: row.present for row in case.attendance}
    votes = {
        row.group: row.votes
        for row in case.ballots
        if row.person_id == pair.person_id and row.section_id == pair.section_id
    }
    total = Fraction(0)
    for group, weight in rules.recommendation.weights.items():
        if not weight or not present.get(group):
            continue
        product = 100 * weight * Fraction(votes.get(group, 0), present[group])
        total += product
        args: dict[str, Argument] = {
            "voters": group,
            "votes": votes.get(group, 0),
            "present": present[group],
            "weight": exact_text(weight),
            "product": exact_text(product),
        }
        yield TraceLine(rule, "group_votes", args, exact_text(product))
    if pair.recommendation is None:
        yield missing_line(rule, "recommendation")
    else:
        yield rounded_line(rule, "recommendation", total, rules.rounding.decimals)


def _composite_lines(scores: Scores, pair: PairScores) -> Iterator[TraceLine]:
    rules, own = scores.bureau.rulebook, scores.people[pair.person_id]
    found = {"quantification": own.quantification, "speech": own.speech, "recommendation": pair.recommendation}
    parts = {name: points(value) for name, value in found.items() if value is not None}
    shares = {str(name): share for name, share in rules.composite.weights.items()}
    return weighted_lines(RuleId.COMPOSITE, "composite", shares, parts, rules.rounding.decimals)


def _avoidance_lines(scores: Scores, pair: PairScores) -> Iterator[TraceLine]:
    settled = settled_members(scores.bureau, scores.tracks).get(pair.section_id, frozenset())
    others = avoided_members(scores.bureau, pair.person_id, settled)
    if others:
        args: dict[str, Argument] = {"section": pair.section_id, "people": tuple(sorted(others))}
        yield TraceLine(RuleId.AVOIDANCE, "avoids", args, "no")


def _verdict(pair: PairScores) -> TraceLine:
    code = "admissible" if pair.admissible else "barred"
    rule = pair.barred[0] if pair.barred else RuleId.FILED_OR_WRITTEN_IN
    return TraceLine(rule, code, {"section": pair.section_id}, "yes" if pair.admissible else "no")
