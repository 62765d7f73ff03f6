"""The hard rules that given placements are held to; each is refused by name."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from allocator.competition.bureau import Bureau
from allocator.competition.scoring import Scores
from allocator.faults import Fault
from models.common.base import pairs
from models.competition.codes import Role, Track
from models.competition.standing import Member, Standing

Seat = tuple[str, str, Role]
FITS: dict[Role, frozenset[Track]] = {
    "chief": frozenset({"incumbent", "candidate"}),
    "clerk": frozenset({"incumbent", "candidate", "clerk"}),
    "institution": frozenset({"institution"}),
}
"""The tracks whose people may be decided into each role (articles 2 and 3)."""


@dataclass(frozen=True)
class _Held:
    """What the rules look at: everybody seated with the given seats, and the given seats themselves."""

    scores: Scores
    everybody: Standing
    seats: Sequence[Seat]

    @property
    def bureau(self) -> Bureau:
        return self.scores.bureau


def unknown_ids(bureau: Bureau, seats: Sequence[Seat]) -> list[Fault]:
    """The people and sections of a given file that the case does not know."""
    people = sorted({p for p, _, _ in seats if p not in bureau.people})
    sections = sorted({s for _, s, _ in seats if s not in bureau.sections})
    return [
        *(_fault("given_unknown_person", p, person_id=p) for p in people),
        *(_fault("given_unknown_section", s, section_id=s) for s in sections),
    ]


def faults_of(scores: Scores, start: Standing, seats: Sequence[Seat]) -> list[Fault]:
    """Everything that speaks against the given seats beside those already taken; every id is known."""
    members = [*start.members, *(Member(person_id=p, section_id=s, role=r, basis="given") for p, s, r in seats)]
    everybody = Standing(members=tuple(members))
    rules: tuple[Callable[[_Held], Iterable[Fault]], ...] = (
        _moved,
        _twice,
        _wrong_track,
        _forbidden,
        _below_floor,
        _two_chiefs,
        _over_headcount,
        _over_retention,
        _avoiding,
    )
    held = _Held(scores, everybody, seats)
    return [fault for rule in rules for fault in rule(held)]


def _fault(code: str, value: str | None = None, /, **args: object) -> Fault:
    return Fault(code, table="given", value=value, args=args)


def _moved(held: _Held) -> Iterable[Fault]:
    """A fixed person stays and a pinned one sits where the pin says (articles 2-3 and 17)."""
    own = {m.person_id: m for m in held.everybody.members if m.basis in ("fixed", "pinned")}
    for person_id, section_id, role in held.seats:
        if person_id in own:
            member = own[person_id]
            code = "given_moves_fixed" if member.basis == "fixed" else "given_moves_pinned"
            args = {"own": member.section_id, "own_role": member.role, "section_id": section_id, "role": role}
            yield _fault(code, person_id, person_id=person_id, **args)


def _twice(held: _Held) -> Iterable[Fault]:
    """One seat a person."""
    sections_of: dict[str, list[str]] = {}
    for person_id, section_id, _ in held.seats:
        sections_of.setdefault(person_id, []).append(section_id)
    for person_id, sections in sections_of.items():
        if len(sections) > 1:
            yield _fault("given_two_seats", person_id, person_id=person_id, sections=tuple(sections))


def _wrong_track(held: _Held) -> Iterable[Fault]:
    """A role is for people of its staffing and track; contract staff hold no seat."""
    for person_id, section_id, role in held.seats:
        track = held.scores.tracks[person_id].track
        if track not in FITS[role] and track != "fixed":
            yield _fault(
                "given_wrong_track", person_id, person_id=person_id, section_id=section_id, role=role, track=track
            )


def _forbidden(held: _Held) -> Iterable[Fault]:
    for person_id, section_id, role in held.seats:
        if (person_id, section_id, role) in held.bureau.forbidden:
            yield _fault("given_forbidden", person_id, person_id=person_id, section_id=section_id, role=role)


def _below_floor(held: _Held) -> Iterable[Fault]:
    """Nobody takes a chief post below the floor of recommendation (article 11-3), where the meeting is on record."""
    bureau = held.bureau
    present = sum(row.present for row in bureau.case.attendance)
    if not present or not bureau.case.ballots:
        return
    votes: dict[tuple[str, str], int] = {}
    for row in bureau.case.ballots:
        key = (row.person_id, row.section_id)
        votes[key] = votes.get(key, 0) + row.votes
    for person_id, section_id, role in held.seats:
        got = votes.get((person_id, section_id), 0)
        if role == "chief" and got < bureau.rulebook.recommendation.floor * present:
            args = {"person_id": person_id, "section_id": section_id, "votes": got, "present": present}
            yield _fault("given_below_floor", person_id, **args)


def _two_chiefs(held: _Held) -> Iterable[Fault]:
    for section_id, members in sorted(held.everybody.by_section.items()):
        chiefs = tuple(sorted(m.person_id for m in members if m.role == "chief"))
        if len(chiefs) > 1:
            yield _fault("given_two_chiefs", section_id, section_id=section_id, people=chiefs)


def _over_headcount(held: _Held) -> Iterable[Fault]:
    for section_id, members in sorted(held.everybody.by_section.items()):
        others = sum(1 for m in members if m.role != "chief")
        seats_there = held.bureau.sections[section_id].headcount - 1
        if others > seats_there:
            yield _fault("given_over_headcount", section_id, section_id=section_id, taken=others, seats=seats_there)


def _over_retention(held: _Held) -> Iterable[Fault]:
    """A section keeps no more of its own in a role than it may (articles 15 and 16)."""
    bureau = held.bureau
    caps: tuple[tuple[Role, Callable[[str], int]], ...] = (
        ("clerk", bureau.retain),
        ("institution", lambda _: bureau.rulebook.institution.retain),
    )
    for section_id, members in sorted(held.everybody.by_section.items()):
        for role, cap in caps:
            own = [m.person_id for m in members if m.role == role and bureau.is_original(m.person_id, section_id)]
            if len(own) > cap(section_id):
                args = {"section_id": section_id, "role": role, "people": tuple(sorted(own)), "cap": cap(section_id)}
                yield _fault("given_over_retention", section_id, **args)


def _avoiding(held: _Held) -> Iterable[Fault]:
    """Two people who avoid each other never share a section; fixed people already together are told elsewhere."""
    new = {person_id for person_id, _, _ in held.seats}
    for section_id, members in sorted(held.everybody.by_section.items()):
        for one, other in pairs({m.person_id for m in members}):
            if other in held.bureau.avoided.get(one, ()) and (one in new or other in new):
                yield _fault("given_avoidance", one, section_id=section_id, people=(one, other))
