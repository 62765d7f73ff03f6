"""Institution staff: who may fill what is left, and which sections must keep one of their own (article 16)."""

from collections.abc import Mapping
from dataclasses import dataclass

from allocator.competition.bureau import Bureau
from allocator.competition.pools.contest import Contest
from allocator.competition.pools.mutual import first_rounds, in_direction_order, mutual_seats
from allocator.competition.pools.room import Room
from allocator.competition.results import LeftOut
from allocator.competition.scoring import Scores
from models.common.outcome import Notice
from models.common.rules import carries
from models.competition.codes import UnplacedReason
from models.competition.rule_ids import RuleId
from models.competition.standing import Standing


@dataclass(frozen=True, kw_only=True)
class InstitutionContest(Contest):
    """The institution stage before it begins.

    ``required`` are the sections that must keep one of their own; ``required_people`` those of each whom no rule
    keeps out, with their rank in the section's list (unlisted: one past its end). In such a section its own people
    sit through the required seat only, so ``mutual`` holds none of theirs.
    """

    not_in_pool: tuple[LeftOut, ...]
    required: tuple[str, ...]
    required_people: Mapping[str, tuple[tuple[str, int], ...]]


def institution_contest(scores: Scores, standing: Standing) -> InstitutionContest:
    """The institution stage from a standing (article 16)."""
    bureau = scores.bureau
    room = Room(bureau, standing, "institution")
    reasons = {
        person_id: outside_pool(bureau, person_id)
        for person_id, record in scores.tracks.items()
        if record.track == "institution" and person_id not in standing.seated
    }
    people = in_direction_order(scores, [p for p, reason in reasons.items() if reason is None])
    outside = tuple(LeftOut(p, "institution", reason) for p, reason in sorted(reasons.items()) if reason)
    filed = {p: first_rounds(bureau, p, "institution") for p in people}
    staying = wanting_to_stay(bureau, filed)
    required = required_sections(scores, standing, staying, room)
    keepers = {s: required_candidates(bureau, s, staying[s], room) for s in required}
    mutual = tuple(
        seat
        for seat in mutual_seats(bureau, people, room)
        if not (seat.section_id in keepers and bureau.is_original(seat.person_id, seat.section_id))
    )
    return InstitutionContest(
        people=people,
        mutual=mutual,
        filed=filed,
        room=room,
        not_in_pool=outside,
        required=required,
        required_people=keepers,
    )


@carries(RuleId.INSTITUTION_POOL, "filter")
def outside_pool(bureau: Bureau, person_id: str) -> UnplacedReason | None:
    """Why a member of the institution staff takes no part, ``None`` for those who do (articles 2-4 and 3-2)."""
    person = bureau.people[person_id]
    if not person.consent:
        return "no_consent"
    if person.review == "fail":
        return "review_fail"
    if not first_rounds(bureau, person_id, "institution"):
        return "no_filing"
    return None


def wanting_to_stay(bureau: Bureau, filed: Mapping[str, Mapping[str, int]]) -> dict[str, tuple[str, ...]]:
    """By section, those of its own people who filed for it, by id."""
    found: dict[str, list[str]] = {}
    for person_id in sorted(filed):
        home = bureau.home.get(person_id)
        if home is not None and home in filed[person_id]:
            found.setdefault(home, []).append(person_id)
    return {section_id: tuple(people) for section_id, people in found.items()}


@carries(RuleId.REQUIRED_RETENTION, "filter")
def required_sections(
    scores: Scores,
    standing: Standing,
    staying: Mapping[str, tuple[str, ...]],
    room: Room,
) -> tuple[str, ...]:
    """The sections that must keep one of their institution staff: none of their own clerks was kept (article 16).

    A section has the duty when it has a free seat and one of its own filed for it. Its own people already seated
    by a pin count as kept.
    """
    bureau = scores.bureau
    if not bureau.rulebook.institution.required:
        return ()
    return tuple(
        s for s in bureau.sections if s in staying and room.free[s] > 0 and not has_kept_own(scores, standing, s)
    )


def has_kept_own(scores: Scores, standing: Standing, section_id: str) -> bool:
    """Whether a section kept an original ordinary clerk, or already has an original of the institution staff."""
    return any(
        scores.bureau.is_original(member.person_id, section_id)
        and (member.role == "institution" or scores.tracks[member.person_id].track == "clerk")
        for member in standing.of_section(section_id)
        if member.role != "chief"
    )


def required_candidates(
    bureau: Bureau, section_id: str, staying: tuple[str, ...], room: Room
) -> tuple[tuple[str, int], ...]:
    """Who may take a section's required seat, with the rank in its list; unlisted people stand behind the list."""
    ranks = bureau.pick_rank.get(section_id, {})
    return tuple((p, ranks.get(p, len(ranks) + 1)) for p in staying if room.allowed(p, section_id))


def requirement_warnings(contest: InstitutionContest, after: Standing) -> tuple[Notice, ...]:
    """A warning for each section that had to keep one of its own and did not, with the reason."""
    met = {m.section_id for m in after.members if m.basis == "required"}
    return tuple(
        Notice(code="requirement_unmet", args={"section_id": s, "reason": _why_unmet(contest, s)})
        for s in contest.required
        if s not in met
    )


def _why_unmet(contest: InstitutionContest, section_id: str) -> str:
    if contest.required_people[section_id]:
        return "outweighed"
    return "retention" if contest.keep_left[section_id] <= 0 else "avoidance"
