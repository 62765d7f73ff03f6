"""Clerks by the procedure of article 15: mutual choice round by round, direction before and after."""

from itertools import groupby

from allocator.competition.pools import clerk_contest, measure_clerks
from allocator.competition.results import StageResult
from allocator.competition.rules.direction import direct
from allocator.competition.rules.seating import Seating, play_rounds
from allocator.competition.rules.ties import merged
from allocator.competition.scoring import Scores
from models.common.rules import carries
from models.competition.outcome import Tie
from models.competition.rule_ids import RuleId
from models.competition.standing import Standing


@carries(RuleId.CLERK_ORDER, "procedure")
def place_clerks(scores: Scores, standing: Standing) -> StageResult:
    """Seats the clerks as the procedure by hand does.

    1. Direct the people who withdrew from the chief contest (article 15-1).
    2. Play the rounds of mutual choice (articles 15-2 to 15-4).
    3. Direct those whom mutual choice has not placed (article 15-6).
    """
    contest = clerk_contest(scores, standing)
    seating = Seating("clerks", contest.room)
    withdrawn = [p for p in contest.people if p in contest.withdrawn]
    left = direct(scores, contest, seating, withdrawn)
    play_rounds(seating, contest.mutual, contest.rounds())
    rest = [p for p in contest.people if p not in contest.withdrawn and p not in seating.members]
    left += direct(scores, contest, seating, rest)
    after = standing.with_members(*seating.members.values())
    return StageResult(
        stage="clerks",
        standing=after,
        left_out=tuple(sorted(left, key=lambda one: one.person_id)),
        levels=measure_clerks(scores, standing, after),
        unique=None,
        ties=_direction_ties(scores, seating, withdrawn) + _direction_ties(scores, seating, rest),
        trace=tuple(seating.trace),
    )


@carries(RuleId.LOT, "procedure")
def _direction_ties(scores: Scores, seating: Seating, group: list[str]) -> tuple[Tie, ...]:
    """People directed together with one quantification, whom only the draw ordered, when they came out differently."""
    found: list[tuple[str, tuple[str, ...]]] = []
    for _, equals in groupby(group, key=lambda p: scores.people[p].quantification):
        people = tuple(sorted(equals))
        got = {seating.members[p].section_id if p in seating.members else None for p in people}
        if len(got) > 1:
            found.extend((section, people) for section in got if section is not None)
    return merged("clerks", found)
