"""Papers that tell a result: proposed chiefs, placements, people returning, the report for the record."""

from collections.abc import Callable, Mapping

from allocator.competition.papers.before_decision import about
from allocator.competition.papers.frame import Row, decided_status, numbered, period, published, refuse_empty, title_of
from allocator.competition.papers.kinds import TABLE
from allocator.competition.papers.source import DASH, Desk
from allocator.competition.pools import opening
from allocator.faults import Fault, InvalidInput
from models.competition.codes import ROLES, Role
from models.competition.filings import Decision
from models.competition.standing import Member


def refuse_undecided(desk: Desk, role: Role | None) -> tuple[Decision, ...]:
    """The recorded decisions a result rests on: those of a role, or all.

    Raises:
        InvalidInput: when none is recorded and no draft was asked for.
    """
    found = tuple(one for one in desk.source.decided if role in (None, one.role))
    if not found and not desk.options.draft:
        raise InvalidInput((Fault("notice_undecided", args={"kind": desk.say(f"kind.{desk.kind}")}),))
    return found


def _seats(desk: Desk) -> list[Member]:
    """The seats a result tells of, with fixed and pinned people: the decided ones, or in a draft all proposed ones."""
    start = opening(desk.bureau)
    if desk.options.draft:
        return list(desk.source.run.standing.members if desk.source.run else start.members)
    new = [
        Member(person_id=one.person_id, section_id=one.section_id, role=one.role, basis="given")
        for one in desk.source.decided
        if one.person_id not in start.seated
    ]
    return list(start.with_members(*new).members)


def _status(desk: Desk, decisions: tuple[Decision, ...]) -> str:
    return desk.say("status.draft") if desk.options.draft else decided_status(desk, decisions)


def _opening(desk: Desk, **arguments: object) -> list[str]:
    code = f"opening.{desk.kind}.draft" if desk.options.draft else f"opening.{desk.kind}"
    return [desk.say(code, case=desk.bureau.case.case.name, **arguments)]


def _ties(desk: Desk, *stages: str) -> list[str]:
    """In a draft, the seats that only the draw gave: the party group must confirm each (article 13)."""
    if not desk.options.draft or desk.source.run is None:
        return []
    return [
        desk.say("tie", section=desk.section(tie.section_id), people=desk.labels.people(tie.people))
        for tie in desk.source.run.outcome.ties
        if tie.stage in stages
    ]


def _chiefs(desk: Desk) -> list[Member]:
    """The new holders of chief posts; a fixed chief was in office before."""
    return [one for one in _seats(desk) if one.role == "chief" and one.basis != "fixed"]


def proposed_chiefs(desk: Desk) -> Row:
    """The people decided on for chief posts, published before they take office (articles 13 and 14)."""
    decisions = refuse_undecided(desk, "chief")
    chiefs = _chiefs(desk)
    rows = [about(desk, one.person_id) | {"post": desk.section(one.section_id)} for one in chiefs]
    named = {one.person_id for one in chiefs}
    pins = desk.pins(pin for pin in desk.bureau.case.pins if pin.role == "chief" and pin.person_id in named)
    closing = [*pins, *_ties(desk, "chiefs"), *([] if desk.options.draft else period(desk))]
    return published(
        desk,
        numbered(rows),
        _opening(desk, count=len(rows)),
        closing,
        title=title_of(desk, TABLE[desk.kind]),
        status=_status(desk, decisions),
        decided=not desk.options.draft,
        more={"period": desk.options.period_days},
    )


def placements(desk: Desk) -> Row:
    """Who works where, section by section (articles 13, 15 and 16)."""
    decisions = refuse_undecided(desk, None)
    seats = _seats(desk)
    settled = frozenset(ROLES) if desk.options.draft else frozenset(_decided_roles(decisions))
    rows: list[Row] = []
    for section_id in desk.bureau.sections:
        row: Row = {"section": desk.section(section_id)}
        for role, field in zip(ROLES, ("chief", "clerks", "institution"), strict=True):
            names = [desk.labels.person(m.person_id) for m in seats if (m.section_id, m.role) == (section_id, role)]
            nobody = desk.say("vacant") if role == "chief" else DASH
            row[field] = desk.labels.joined(names) if names else nobody if role in settled else desk.say("pending")
        rows.append(row)
    pins = desk.pins(pin for pin in desk.bureau.case.pins if pin.mode == "assign")
    ties = _ties(desk, "chiefs", "clerks", "institution")
    closing = [*pins, *ties, *([] if desk.options.draft else [desk.say("closing.placements")])]
    title, status = title_of(desk, TABLE[desk.kind]), _status(desk, decisions)
    final = not desk.options.draft
    return published(desk, rows, _opening(desk), closing, title=title, status=status, decided=final)


def _decided_roles(decisions: tuple[Decision, ...]) -> tuple[Role, ...]:
    """The roles of the stages that are decided: every one up to the last that occurs."""
    last = max((ROLES.index(one.role) for one in decisions), default=-1)
    return ROLES[: last + 1]


def returning(desk: Desk) -> Row:
    """The institution staff without a seat, who work in their home unit (article 16-7); why is not published."""
    decisions = refuse_undecided(desk, "institution")
    seated = {one.person_id for one in _seats(desk)}
    gone = [
        who for who, record in desk.source.scores.tracks.items() if record.track == "institution" and who not in seated
    ]
    refuse_empty(desk, gone)
    rows = [
        {
            "name": desk.labels.person(who),
            "present": desk.present(who),
            "home": desk.person(who).home_unit or DASH,
        }
        for who in gone
    ]
    return published(
        desk,
        numbered(rows),
        _opening(desk, count=len(rows)),
        title=title_of(desk, TABLE[desk.kind]),
        status=_status(desk, decisions),
        decided=not desk.options.draft,
    )


def filing_report(desk: Desk) -> Row:
    """The report of the chiefs decided on to the organisation department (article 14)."""
    decisions = refuse_undecided(desk, "chief")
    rows = [
        about(desk, one.person_id)
        | {"rank": desk.word("rank", desk.person(one.person_id).rank), "post": desk.section(one.section_id)}
        for one in _chiefs(desk)
    ]
    paper = published(
        desk,
        numbered(rows),
        _opening(desk, count=len(rows)),
        [desk.say("closing.filing-report"), desk.say("annex.filing-report")],
        title=title_of(desk, TABLE[desk.kind]),
        status=_status(desk, decisions),
        decided=not desk.options.draft,
        more={"recipient": desk.say("recipient")},
    )
    return paper | {"issuer": desk.say("issuer.party")}


RESULTS: Mapping[str, Callable[[Desk], Row]] = {
    "proposed-chiefs": proposed_chiefs,
    "placements": placements,
    "returning": returning,
    "filing-report": filing_report,
}
"""The papers that tell a result."""
