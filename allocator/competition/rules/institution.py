"""Institution staff by the procedure of article 16: required retention first, then mutual choice."""

from allocator.competition.pools import (
    InstitutionContest,
    institution_contest,
    institution_reasons,
    measure_institution,
    requirement_warnings,
)
from allocator.competition.results import StageResult
from allocator.competition.rules.seating import Seating, play_rounds
from allocator.competition.rules.ties import merged
from allocator.competition.scoring import Scores
from models.common.rules import carries
from models.competition.outcome import Tie
from models.competition.rule_ids import RuleId
from models.competition.standing import Member, Standing


@carries(RuleId.INSTITUTION_ORDER, "procedure")
def place_institution(scores: Scores, standing: Standing) -> StageResult:
    """Fills what headcount is left with institution staff.

    1. Each section that must keep one of its own takes, in order of section id, the allowed one highest on its
       list (unlisted people last), then with the highest quantification, then by the draw.
    2. Play the rounds of mutual choice; nobody is directed.
    3. Who has no seat returns to the home unit until conditions allow (article 16-7).
    """
    contest = institution_contest(scores, standing)
    seating = Seating("institution", contest.room)
    found: list[tuple[str, tuple[str, ...]]] = []
    for section_id in contest.required:
        equals = _keep_one(scores, contest, seating, section_id)
        if len(equals) > 1:
            found.append((section_id, equals))
    play_rounds(seating, contest.mutual, contest.rounds())
    after = standing.with_members(*seating.members.values())
    left = institution_reasons(scores, contest, after)
    for one in left:
        seating.say("returns", RuleId.INSTITUTION_POOL, person_id=one.person_id, reason=one.reason)
    return StageResult(
        stage="institution",
        standing=after,
        left_out=left,
        levels=measure_institution(scores, standing, after),
        unique=None,
        ties=_keeper_ties(found),
        trace=tuple(seating.trace),
        warnings=requirement_warnings(contest, after),
    )


@carries(RuleId.REQUIRED_RETENTION, "procedure")
def _keep_one(scores: Scores, contest: InstitutionContest, seating: Seating, section_id: str) -> tuple[str, ...]:
    """Seats the one a section must keep; returns all who were equal before the draw, the one kept among them."""
    listed = scores.bureau.pick_rank.get(section_id, {})

    def before_draw(person_id: str, own_rank: int) -> tuple[int, int]:
        return (own_rank, -(scores.people[person_id].quantification or 0))

    able = [
        (before_draw(p, rank), -scores.bureau.pair_lot(p, section_id), p, rank)
        for p, rank in contest.required_people[section_id]
        if seating.room.allowed(p, section_id)
    ]
    if not able:
        seating.say("requirement_unmet", RuleId.REQUIRED_RETENTION, section_id=section_id)
        return ()
    key, _, person_id, own_rank = min(able)
    seating.seat(
        Member(
            person_id=person_id,
            section_id=section_id,
            role="institution",
            basis="required",
            round=1,
            pick_order=own_rank,
        )
    )
    seating.say(
        "kept",
        RuleId.REQUIRED_RETENTION,
        person_id=person_id,
        section_id=section_id,
        listed=int(person_id in listed),
    )
    return tuple(sorted(p for other, _, p, _ in able if other == key))


@carries(RuleId.LOT, "procedure")
def _keeper_ties(found: list[tuple[str, tuple[str, ...]]]) -> tuple[Tie, ...]:
    """Sections whose duty to keep one only the draw settled between several of their own."""
    return merged("institution", found)
