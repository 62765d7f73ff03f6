"""Papers for one person each: confirmation of mutual choice, and the personal slip."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from allocator.competition.papers.frame import Row, decided_status, refuse_empty, sheet, signatures
from allocator.competition.papers.source import Desk
from models.competition.codes import Role
from models.competition.standing import Member, Standing

if TYPE_CHECKING:
    from allocator.competition.explain import Line

SCORE_ARTICLES = {"exam": "4-3", "appraisal": "6", "review": "8", "quantification": "8", "speech": "10"}
"""The scores of one's own that a personal slip lists, each with its article."""


def _standing(desk: Desk) -> Standing:
    return desk.source.run.standing if desk.source.run else Standing()


def _mutual(desk: Desk, member: Member) -> int | None:
    """The round in which person and section chose each other (articles 15-3 and 16-4), if they did."""
    if member.basis in ("mutual", "required"):
        return member.round
    if member.basis != "given" or member.person_id not in desk.bureau.pick_rank.get(member.section_id, {}):
        return None
    filed = desk.bureau.clerk_filings.get(member.person_id, {})
    return next((round_ for round_, section in sorted(filed.items()) if section == member.section_id), None)


def confirmations(desk: Desk, role: Role) -> list[Row]:
    """A slip for everybody of a role whom mutual choice seats, to be signed by him and by the section's chief."""
    standing, slips = _standing(desk), []
    for member in sorted(standing.members, key=lambda one: (one.section_id, one.person_id)):
        round_ = _mutual(desk, member)
        if member.role != role or round_ is None or desk.options.person_id not in (None, member.person_id):
            continue
        chief = standing.chief_of(member.section_id)
        required = member.basis == "required"
        opening = f"opening.{desk.kind}.required" if required else f"opening.{desk.kind}"
        own = {
            "opening": [desk.say(opening, case=desk.bureau.case.case.name)],
            "closing": [],
            "name": desk.labels.person(member.person_id),
            "staffing": desk.word("arg.staffing", desk.person(member.person_id).staffing),
            "present": desk.present(member.person_id),
            "round": desk.say("required") if required else desk.say("ordinal", number=round_),
            "post": desk.section(member.section_id),
            "chief": desk.labels.person(chief) if chief else desk.say("vacant"),
            "signatures": signatures(desk, "person", "chief" if chief else "acting"),
        }
        slips.append(sheet(desk, desk.say(f"title.{desk.kind}"), desk.say("status.proposal"), own))
    refuse_empty(desk, slips)
    return slips


def personal_slips(desk: Desk) -> dict[str, Row]:
    """A slip for everybody, or for one person: own scores, the place and why, how to check and to object."""
    wanted = [who for who in desk.bureau.people if desk.options.person_id in (None, who)]
    return {who: _personal(desk, who) for who in wanted}


def _personal(desk: Desk, person_id: str) -> Row:
    decided = tuple(one for one in desk.source.decided if one.person_id == person_id)
    case = desk.bureau.case.case.name
    settled = bool(decided) or _returns_by_decision(desk, person_id)
    grounds = decided or desk.source.decided
    own = {
        "opening": [desk.say("opening.slip.decided" if settled else "opening.slip.proposal", case=case)],
        "closing": [
            desk.say("slip.check"),
            desk.say("slip.object", period=desk.options.period_days),
            desk.say("closing.contact"),
        ],
        "name": desk.labels.person(person_id),
        "present": desk.present(person_id),
        "track": desk.word("track", desk.source.scores.tracks[person_id].track),
        "rows": _own_scores(desk, person_id),
        "placement": _place(desk, person_id, settled),
        "why": [*_why(desk, person_id, settled), *_differs(desk, person_id)],
        "signatures": signatures(desk, "informed", "teller"),
    }
    title = desk.say("title.personal-slip" if settled else "draft.personal-slip")
    status = decided_status(desk, grounds) if settled else desk.say("status.proposal")
    return sheet(desk, title, status, own, decided=settled)


def _returns_by_decision(desk: Desk, person_id: str) -> bool:
    """Whether a recorded decision leaves one of the institution staff without a seat."""
    standing = _standing(desk)
    stage_decided = any(one.role == "institution" for one in desk.source.decided)
    track = desk.source.scores.tracks[person_id].track
    return stage_decided and track == "institution" and person_id not in standing.seated


def _own_scores(desk: Desk, person_id: str) -> list[Row]:
    """The person's own named scores, and the composite for each post he was recommended for."""
    scores = desk.source.scores
    found = [
        (desk.word("score", name), getattr(scores.people[person_id], name), a) for name, a in SCORE_ARTICLES.items()
    ]
    for pair in scores.pairs_of.get(person_id, ()):
        name = desk.say("score.post", score=desk.word("score", "composite"), post=desk.section(pair.section_id))
        found.append((name, pair.composite, "12"))
    return [
        {"score": name, "value": desk.points(value), "article": desk.say("article", article=article)}
        for name, value, article in found
        if value is not None
    ]


def _place(desk: Desk, person_id: str, settled: bool) -> str:
    """Where the person is to work, marked as a proposal until it is decided."""
    track = desk.source.scores.tracks[person_id].track
    decided = next((one for one in desk.source.decided if one.person_id == person_id), None)
    member = decided or _standing(desk).seated.get(person_id)
    if member is not None:
        seat = desk.labels.words(
            "seat", section=desk.section(member.section_id), role=desk.word("arg.role", member.role)
        )
    elif track == "contract":
        return desk.say("seat.none")
    else:
        known = desk.source.run is not None and any(
            one.person_id == person_id for one in desk.source.run.outcome.unplaced
        )
        seat = desk.say(f"seat.{'pending' if not known else 'returns' if track == 'institution' else 'unplaced'}")
    return seat if settled else desk.say("seat.proposal", seat=seat)


def _differs(desk: Desk, person_id: str) -> list[str]:
    """Says so where the decision is another than the proposal whose reasons are given."""
    decided = next((one for one in desk.source.decided if one.person_id == person_id), None)
    proposed = _standing(desk).seated.get(person_id)
    if decided is None or proposed is None:
        return []
    if (decided.section_id, decided.role) == (proposed.section_id, proposed.role):
        return []
    section, role = desk.section(proposed.section_id), desk.word("arg.role", proposed.role)
    return [desk.say("slip.differs", proposed=desk.labels.words("seat", section=section, role=role))]


def _why(desk: Desk, person_id: str, settled: bool) -> list[str]:
    """The reasons, as the person may read them, and what was settled about him beforehand."""
    pins = desk.pins(pin for pin in desk.bureau.case.pins if pin.person_id == person_id)
    if desk.source.run is None:
        return pins
    from allocator.competition.explain import explain_person, sentences

    found = explain_person(desk.source.scores, desk.source.run, person_id, prices=False, would_have=False)
    told = tuple(post for post in found.posts if post.verdict not in ("placed", "given_up"))
    lines = sentences(replace(found, scores=(), posts=told), desk.source.scores, desk.lang, audience="person")
    return [*_reasons(desk, lines, settled), *pins]


def _reasons(desk: Desk, lines: Iterable[Line], settled: bool) -> list[str]:
    """A paragraph for the seat and one for each post, without the trace of the scores, which the table sums up."""
    gap = "" if desk.lang == "zh" else " "
    paragraphs: list[list[str]] = []
    for line in lines:
        if line.kind == "heading":
            paragraphs.append([line.text])
        elif line.kind == "text" and paragraphs:
            article = desk.labels.words("explain.article", article=line.article) if line.article else ""
            paragraphs[-1].append(line.text + (gap + article if article else ""))
    seat, *posts = ([heading, *texts] for heading, *texts in paragraphs if texts)
    return [
        desk.say("slip.why.decided" if settled else "slip.why"),
        gap.join(seat[1:]),
        *(desk.say("slip.post", post=p[0], why=gap.join(p[1:])) for p in posts),
    ]
