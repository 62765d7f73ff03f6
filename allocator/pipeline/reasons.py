"""Why people have no seat after a stage that was given and not run."""

from allocator.pools import clerk_contest, clerk_reasons, institution_contest, institution_reasons
from allocator.results import LeftOut
from allocator.scoring import Scores
from models.base import Stage
from models.standing import Standing


def left_out_of(scores: Scores, stage: Stage, before: Standing, after: Standing) -> tuple[LeftOut, ...]:
    """The people of a given stage's pool whom it leaves without a seat, with reasons as the optimal method words them.

    Entrants without a chief post are not among them: they go on to the clerks' stage.
    """
    if stage == "chiefs":
        return ()
    if stage == "clerks":
        return clerk_reasons(scores, clerk_contest(scores, before).people, after)
    return institution_reasons(scores, institution_contest(scores, before), after)
