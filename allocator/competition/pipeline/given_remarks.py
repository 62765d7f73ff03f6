"""What is worth a second look in given placements: the warnings about them."""

from collections.abc import Iterator

from allocator.competition.pipeline.given import Given
from allocator.competition.pipeline.stages import ROLE_OF
from allocator.competition.scoring import Scores
from models.common.outcome import Notice
from models.competition.codes import STAGES


def given_remarks(scores: Scores, given: Given) -> Iterator[Notice]:
    """People seated without consent or in spite of a failed review, and decisions that change nothing here.

    A decision may seat them, as a pin may, but not unseen (articles 3-2 and 17). That ordinary clerks failed the review
    is a warning about the case already.
    """
    for member in given.members:
        person = scores.bureau.people[member.person_id]
        args = {"person_id": member.person_id, "section_id": member.section_id}
        if member.role == "institution" and not person.consent:
            yield Notice(code="given_without_consent", args=args)
        if person.review == "fail" and scores.tracks[member.person_id].track != "clerk":
            yield Notice(code="given_review_fail", args=args)
    for stage in STAGES:
        people = tuple(sorted({person_id for person_id, _, role in given.unused if role == ROLE_OF[stage]}))
        if people:
            yield Notice(code="decisions_without_effect", args={"stage": stage, "people": people})
