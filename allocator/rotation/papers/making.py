"""The fields of every paper of a kind, made from a plan."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from allocator.faults import Fault, InvalidInput
from allocator.papers.layout import EVERYWHERE, Grid, Table, whitelisted
from allocator.report.sheet import cell_text
from allocator.rotation.labels import Labels
from allocator.rotation.papers.kinds import TABLE
from allocator.rotation.report.findings import Findings
from allocator.rotation.report.of_plan import summary_sheet
from allocator.words import Lang
from models.rotation.outcome import Move

CHECK_LENGTH = 16
DASH = "—"
Row = dict[str, Any]


@dataclass(frozen=True)
class Options:
    """What is asked of a paper: its date, left blank to be filled in by hand where not given; this person only."""

    issued: dt.date | None = None
    person_id: str | None = None


@dataclass(frozen=True)
class Desk:
    """A plan and the options at hand while one kind of paper is written in one language."""

    kind: str
    findings: Findings
    options: Options
    lang: Lang

    @cached_property
    def labels(self) -> Labels:
        """The names of people, posts and units, told apart."""
        return self.findings.labels(self.lang)

    @cached_property
    def moves(self) -> Sequence[Move]:
        """The moves in the order of handover."""
        return sorted(self.findings.outcome.moves, key=lambda move: (move.chain, move.step))

    @property
    def case_name(self) -> str:
        """The name of the case."""
        return self.findings.roster.case.case.name

    def say(self, code: str, /, **arguments: object) -> str:
        """A sentence of the papers' words."""
        return self.labels.words(f"rotation.papers.{code}", **arguments)

    def day(self, day: dt.date | None) -> str:
        """A date; room to write one where there is none."""
        if day is None:
            return self.labels.words("papers.blank_date")
        return self.labels.words("papers.date", year=day.year, month=str(day.month), day=str(day.day))

    def ground(self, move: Move) -> str:
        """Why somebody moves: the pin, or the duty with its articles."""
        if move.basis == "pinned":
            return self.labels.words("rotation.basis.pinned")
        if move.duty == "none":
            return self.say("counterpart")
        duty = self.labels.words(f"rotation.duty.{move.duty}")
        return self.say("ground", duty=duty, articles=" ".join(move.articles))

    def place(self, move: Move) -> str:
        """The place of a move in the order of handover."""
        return self.say("place", chain=move.chain, step=move.step)


def material(kind: str, findings: Findings, options: Options, lang: Lang) -> dict[str, dict[str, Any]]:
    """What each paper of a kind shows: for each file name without ending the fields of its template.

    Raises:
        InvalidInput: when the person is unknown, or the paper concerns nobody.
    """
    desk = Desk(kind, findings, options, lang)
    person = options.person_id
    if person is not None and person not in findings.roster.officers:
        raise InvalidInput((Fault("rotation_unknown_person", "officers", value=person, args={"id": person}),))
    if kind == "personal-notice":
        return {f"{kind}-{move.person_id}": {"sheets": [_notice(desk, move)]} for move in _asked(desk)}
    return {kind: PAPERS[kind](desk)}


def _everywhere(desk: Desk, status: str) -> Row:
    """The fields that every paper shows."""
    title = desk.say(f"title.{desk.kind}")
    found = ["date", "seal"]
    for block in TABLE[desk.kind].layout:
        if isinstance(block, Grid):
            found += block.fields
        elif isinstance(block, Table):
            found += [column.field for column in block.columns]
    made = {
        "title": title,
        "status": status,
        "running": desk.labels.words("papers.running", title=title, status=status),
        "case": desk.case_name,
        "check": desk.say("check", code=desk.findings.outcome.case.sha256[:CHECK_LENGTH]),
        "words": {name: desk.say(f"word.{name}") for name in found},
    }
    assert tuple(made) == EVERYWHERE
    return made


def _published(desk: Desk, rows: Sequence[Row], closing: Iterable[str] = (), **arguments: object) -> Row:
    """A paper with one table.

    Raises:
        InvalidInput: when it concerns nobody.
    """
    if not rows:
        raise InvalidInput((Fault("notice_nothing", args={"kind": desk.say(f"kind.{desk.kind}")}),))
    opening = desk.say(f"opening.{desk.kind}", case=desk.case_name, count=len(rows), **arguments)
    paper = _everywhere(desk, desk.say("status")) | {
        "opening": [opening],
        "closing": list(closing),
        "issuer": desk.say("issuer"),
        "date": desk.day(desk.options.issued),
        "rows": list(rows),
    }
    return whitelisted(TABLE[desk.kind], paper)


def _about(desk: Desk, move: Move) -> Row:
    return {
        "name": desk.labels.person(move.person_id),
        "from": desk.labels.post(move.from_post),
        "to": desk.labels.post(move.to_post),
        "kind": desk.labels.words(f"rotation.kind.{move.kind}"),
    }


def _numbered(rows: Iterable[Row]) -> list[Row]:
    return [{"no": str(number), **row} for number, row in enumerate(rows, start=1)]


def _plan(desk: Desk) -> Row:
    """The plan for the party group: every move with its ground, the ties and pins below (articles 12 and 13)."""
    rows = [{"place": desk.place(move), **_about(desk, move), "ground": desk.ground(move)} for move in desk.moves]
    outcome = desk.findings.outcome
    closing = [desk.say("unmet", count=len(outcome.unmet))] if outcome.unmet else []
    for tie in outcome.ties:
        fates = desk.labels.joined(map(desk.labels.fate, tie.fates))
        closing.append(desk.say("tie", person=desk.labels.person(tie.person_id), fates=fates))
    for pin in desk.findings.roster.case.pins:
        named = {"person": desk.labels.person(pin.person_id), "post": desk.labels.post(pin.post_id)}
        closing.append(desk.say(f"pin.{pin.mode}", **named, reason=pin.reason, authority=pin.authority))
    return _published(desk, _numbered(rows), closing, exchanges=sum(m.kind == "exchange" for m in desk.moves))


def _talks(desk: Desk) -> Row:
    """With whom to talk before it takes effect: everybody who moves (article 12-5)."""
    ordered = sorted(desk.moves, key=lambda move: move.person_id)
    return _published(desk, _numbered({**_about(desk, move), "talker": "", "day": ""} for move in ordered))


def _handover(desk: Desk) -> Row:
    """In which order posts change hands, and from whom each is taken over (articles 12-6 and 15-4)."""
    rows = []
    for move in desk.moves:
        taken = _before(desk, move)
        rows.append(
            {
                "place": desk.place(move),
                "name": desk.labels.person(move.person_id),
                "hands": desk.labels.post(move.from_post),
                "takes": desk.labels.post(move.to_post),
                "from_whom": desk.say("free_seat") if taken is None else desk.labels.person(taken.person_id),
                "day": "",
                "signed": "",
            }
        )
    return _published(desk, rows, [desk.say("closing.handover")])


def _before(desk: Desk, move: Move) -> Move | None:
    """Whose seat a move takes: that of the one before in a chain, of the next in a cycle; nobody's that is free."""
    chain = [one for one in desk.moves if one.chain == move.chain]
    if move.chain <= desk.findings.summary.handovers.chains:
        return None if move.step == 1 else chain[move.step - 2]
    return chain[move.step % len(chain)]


def _audit(desk: Desk) -> Row:
    """Who is audited on leaving: heads and deputies who leave their unit or their post (article 12-6)."""
    roster = desk.findings.roster
    rows = []
    for move in sorted(desk.moves, key=lambda move: move.person_id):
        post = roster.posts[move.from_post]
        if post.level == "staff":
            continue
        rows.append(
            {
                "name": desk.labels.person(move.person_id),
                "level": desk.labels.words(f"rotation.level.{post.level}"),
                "from": desk.labels.post(move.from_post),
                "since": roster.officers[move.person_id].post_since.isoformat(),
                "months": str(roster.months_in_post[move.person_id]),
                "auditor": "",
            }
        )
    return _published(desk, _numbered(rows))


def _summary(desk: Desk) -> Row:
    """The summary of the year's exchange and rotation (the fifth document, article 12-3)."""
    table = summary_sheet(desk.findings, desk.labels)
    rows = [
        {"figure": cell_text(name), "before": cell_text(before) or DASH, "after": cell_text(after) or DASH}
        for name, before, after in table.rows
    ]
    closing = [
        desk.say(
            "must_unmet",
            person=desk.labels.person(one.person_id),
            reason=desk.labels.words(f"rotation.reason.{one.reason}"),
        )
        for one in desk.findings.summary.musts_unmet
    ]
    made = desk.findings.summary
    return _published(desk, _numbered(rows), closing, moved=made.moved, people=made.people, exchanged=made.exchanged)


def _asked(desk: Desk) -> Sequence[Move]:
    """The moves of whom notices are made.

    Raises:
        InvalidInput: when nobody, or the person asked for, moves.
    """
    wanted = desk.options.person_id
    found = [move for move in desk.moves if wanted in (None, move.person_id)]
    if not found:
        raise InvalidInput((Fault("notice_nothing", args={"kind": desk.say(f"kind.{desk.kind}")}),))
    return sorted(found, key=lambda move: move.person_id)


def _notice(desk: Desk, move: Move) -> Row:
    """What one person is told: the move, its ground, and the handovers before and after it."""
    chain = [one for one in desk.moves if one.chain == move.chain]
    near = [one for one in chain if abs(one.step - move.step) <= 1]
    rows = [
        {
            "step": str(one.step),
            "name": desk.labels.person(one.person_id),
            "hands": desk.labels.post(one.from_post),
            "takes": desk.labels.post(one.to_post),
        }
        for one in near
    ]
    own = {
        **_about(desk, move),
        "ground": desk.ground(move),
        "place": desk.place(move),
        "opening": [desk.say("opening.personal-notice", case=desk.case_name)],
        "closing": [desk.say("closing.personal-notice")],
        "rows": rows,
        "signatures": [{"label": desk.say(f"sign.{who}"), "date": desk.say("word.date")} for who in ("person", "unit")],
    }
    return whitelisted(TABLE[desk.kind], _everywhere(desk, desk.say("status")) | own)


PAPERS: Mapping[str, Callable[[Desk], Row]] = {
    "plan": _plan,
    "talks": _talks,
    "handover": _handover,
    "audit": _audit,
    "summary": _summary,
}
"""The papers with one table."""
