"""The price of a seat: the whole case solved again with the person pinned there, beside the outcome as it stands.
The price of ruling a seat out is worked out the same way, with a pin that forbids it.

A pin sets aside floor, filing, mutual choice and the priority of earlier rounds; every other hard rule binds it. So a
price can also be a gain: then one of those rules, and not the total, stands in the way.

Levels count only whom a stage decides, and a pinned person is none of them. To be comparable, what the pinned seat
would count had it been won is carried beside the levels that the rest reaches with the pin: a seat both sides wished
for as mutual, in the first round of filing in which the section, in the outcome with the pin, picks nobody else; where
it picks somebody in each, as directed on one side's wish. A seat ruled out seats nobody: the levels with the pin are
compared as they are. That too can be a gain, for a forbidden pair counts as not filed, and so no longer binds others.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from allocator.competition.check import check_pin
from allocator.competition.explain.answers import Price, PriceLevel, StagePrice
from allocator.competition.pipeline import Given, Passage, Run, pass_stages
from allocator.competition.pipeline.given_rules import faults_of
from allocator.competition.pipeline.stages import ROLE_OF
from allocator.competition.pools import institution_contest, opening
from allocator.competition.scoring import Scores
from allocator.faults import Fault
from models.common.base import PinMode
from models.common.outcome import Level
from models.competition.codes import Role, Stage
from models.competition.filings import Pin
from models.competition.rule_ids import RuleId

if TYPE_CHECKING:
    from allocator.solver import Limits, Progress

BROKEN: Mapping[str, RuleId] = {
    "pin_contradiction": RuleId.PIN,
    "duplicate_pin": RuleId.PIN,
    "pin_on_fixed": RuleId.TRACK,
    "pin_against_staffing": RuleId.TRACK,
    "pin_against_track": RuleId.TRACK,
    "pin_assigned_twice": RuleId.ONE_SEAT,
    "pin_on_held_post": RuleId.ONE_CHIEF,
    "pin_two_chiefs": RuleId.ONE_CHIEF,
    "pin_over_seats": RuleId.HEADCOUNT,
    "pin_against_avoidance": RuleId.AVOIDANCE,
    "given_moves_pinned": RuleId.ONE_SEAT,
    "given_two_seats": RuleId.ONE_SEAT,
    "given_two_chiefs": RuleId.ONE_CHIEF,
    "given_over_headcount": RuleId.HEADCOUNT,
    "given_avoidance": RuleId.AVOIDANCE,
    "given_forbidden": RuleId.PIN,
}
"""The hard rule behind each fault of a pin; retention depends on the role."""


def price_of(
    scores: Scores,
    run: Run,
    person_id: str,
    section_id: str,
    role: Role,
    *,
    mode: PinMode = "assign",
    limits: "Limits | None" = None,
    progress: "Progress | None" = None,
) -> Price:
    """The levels of every stage with the person pinned to the seat, really solved, beside those of the run.

    Stages taken as given stay so. For the rules method the procedure is played again, and nothing is proven.

    Args:
        scores: everything articles 2 to 12 give.
        run: the outcome to compare with, by either method.
        person_id: who is to be pinned.
        section_id: where.
        role: as what.
        mode: whether the seat is to be given to the person, or ruled out for him.
        limits: deadline and workers of the solving; none and one unless given.
        progress: told of each level as it is being solved.

    Raises:
        KeyError: when the bureau has no such person or section.
    """
    bureau, method = scores.bureau, run.outcome.method
    _ = bureau.people[person_id], bureau.sections[section_id]
    pinned = pinned_scores(scores, person_id, section_id, role, mode)
    fault = pinned if isinstance(pinned, Fault) else _against_given(pinned, run)
    if fault is not None or isinstance(pinned, Fault):
        assert fault is not None
        return Price(person_id, section_id, role, method, rule=_rule(fault, role), fault=fault, mode=mode)
    again = _again(pinned, run, limits, progress)
    own = own_levels(scores, run, again, person_id, section_id, role) if mode == "assign" else {}
    stages = []
    for stage, result in run.results.items():
        mine = own if ROLE_OF[stage] == role else {}
        with_pin = {level.name: level for level in again.results[stage].levels}
        levels = tuple(_beside(level, with_pin[level.name], mine.get(level.name, 0)) for level in result.levels)
        stages.append(StagePrice(stage, levels))
    return Price(person_id, section_id, role, method, stages=tuple(stages), mode=mode)


def pinned_scores(scores: Scores, person_id: str, section_id: str, role: Role, mode: PinMode) -> Scores | Fault:
    """The case with the pin, scored; or what speaks against the pin."""
    pin = Pin(person_id=person_id, section_id=section_id, role=role, mode=mode, reason="-", authority="-")
    return check_pin(scores, pin)


def _rule(fault: Fault, role: Role) -> RuleId:
    if fault.code in ("pin_over_retention", "given_over_retention"):
        return RuleId.RETENTION_CLERK if role == "clerk" else RuleId.RETENTION_INSTITUTION
    return BROKEN.get(fault.code, RuleId.PIN_FITS)


def _against_given(pinned: Scores, run: Run) -> Fault | None:
    """What a pin and the stages taken as given say against each other."""
    given = given_of(run)
    if given is None:
        return None
    start = opening(pinned.bureau)
    sitting = {(m.person_id, m.section_id, m.role) for m in start.members}
    seats = [(m.person_id, m.section_id, m.role) for m in given.members]
    faults = faults_of(pinned, start, [seat for seat in seats if seat not in sitting])
    return faults[0] if faults else None


def given_of(run: Run) -> Given | None:
    """The seats that the run took as given, to be taken so again."""
    stages = tuple(report.stage for report in run.outcome.stages if report.state == "given")
    if not stages:
        return None
    members = tuple(member for member in run.standing.members if member.basis == "given")
    return Given(members, stages, decided=False)


def _again(pinned: Scores, before: Run, limits: "Limits | None", progress: "Progress | None") -> Passage:
    """The stages that the run decided, decided again with the pin."""
    given = given_of(before)
    if given is not None:
        sitting = opening(pinned.bureau).seated
        members = tuple(member for member in given.members if member.person_id not in sitting)
        given = Given(members, given.stages, decided=False)
    method, stages = before.outcome.method, tuple(before.results)
    near = before.results
    return pass_stages(
        pinned, method, stages=stages, given=given, limits=limits, progress=progress, ties=False, near=near
    )


def _beside(level: Level, pinned: Level, own: int) -> PriceLevel:
    return PriceLevel(level.name, level.sense, level.value, pinned.value, own, level.proven and pinned.proven)


def own_levels(
    scores: Scores, run: Run, again: Passage, person_id: str, section_id: str, role: Role
) -> Mapping[str, int]:
    """What the seat would add to each level of its stage had the person won it; a seat nobody asked for only counts.

    ``again`` is the outcome with the pin, in which the section has already spent some of its picks.
    """
    bureau = scores.bureau
    if role == "chief":
        pair = scores.pair.get((person_id, section_id))
        if pair is None:
            return {"posts_filled": 1}
        return {
            "posts_filled": 1,
            "composite": pair.composite or 0,
            "votes": pair.votes,
            "applied": int(pair.applied),
            "round": pair.round,
            "lot": bureau.pair_lot(person_id, section_id),
        }
    rank = bureau.pick_rank.get(section_id, {}).get(person_id)
    filed = sorted(r for r, s in bureau.clerk_filings.get(person_id, {}).items() if s == section_id)
    quantification = scores.people[person_id].quantification or 0
    required = _own_rank_if_required(scores, run, person_id, section_id) if role == "institution" else None
    if required is not None:
        lot = bureau.pair_lot(person_id, section_id)
        return _counted(quantification, 1, required, lot) | {"required": 1}
    spent = {m.round for m in again.standing.of_section(section_id) if m.basis == "mutual" and m.role == role}
    rounds = [round_ for round_ in filed if round_ not in spent] or (filed if role == "institution" else [])
    if rank is not None and rounds and not scores.tracks[person_id].withdrawn:
        lot = bureau.seat_lot(person_id, section_id, rounds[0])
        return _counted(quantification, rounds[0], rank, lot) | {"mutual": 1}
    if role == "clerk" and (rank is not None or filed):
        return {"placed": 1, "one_sided": 1, "lot": bureau.pair_lot(person_id, section_id)}
    return {"placed": 1}


def _counted(quantification: int, round_: int, pick_order: int, lot: int) -> dict[str, int]:
    return {"placed": 1, "quantification": quantification, "round": round_, "pick_order": pick_order, "lot": lot}


def _own_rank_if_required(scores: Scores, run: Run, person_id: str, section_id: str) -> int | None:
    stage: Stage = "institution"
    if stage not in run.before:
        return None
    contest = institution_contest(scores, run.before[stage])
    return dict(contest.required_people.get(section_id, ())).get(person_id)
