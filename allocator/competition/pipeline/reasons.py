"""Why people have no seat after a stage that was given and not run."""

from allocator.competition.pools import clerk_contest, clerk_reasons, institution_contest, institution_reasons
from allocator.competition.results import LeftOut
from allocator.competition.scoring import Scores
from models.competition.codes import Stage
from models.competition.standing import Standing


def left_out_of(scores: Scores, stage: Stage, before: Standing, after: Standing) -> tuple[LeftOut, ...]:
    """The people of a given stage's pool whom it leaves without a seat, with reasons as the optimal method words them.

    Entrants without a chief post are not among them: they go on to the clerks' stage.
    """
    if stage == "chiefs":
        return ()
    if stage == "clerks":
        return clerk_reasons(scores, clerk_contest(scores, before).people, after)
    return institution_reasons(scores, institution_contest(scores, before), after)
