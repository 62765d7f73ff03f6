"""What stands around every paper: title, worth, check code, words, signatures; and the refusal of empty ones."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from allocator.competition.papers.kinds import TABLE
from allocator.competition.papers.source import Desk
from allocator.faults import Fault, InvalidInput
from allocator.papers.layout import EVERYWHERE, Grid, Kind, Table, whitelisted
from models.competition.filings import Decision

CHECK_LENGTH = 16
FIXED_WORDS = ("date", "seal")
OWN_WORDS = {("proposed-chiefs", "post"): "proposed_post", ("filing-report", "post"): "proposed_post"}
"""The heading of a field where a kind has one of its own for it."""

Row = dict[str, Any]


def words_of(desk: Desk) -> Row:
    """The headings and labels of a kind, by field."""
    found = list(FIXED_WORDS)
    for block in TABLE[desk.kind].layout:
        if isinstance(block, Grid):
            found += block.fields
        elif isinstance(block, Table):
            found += [column.field for column in block.columns]
    return {name: desk.say(f"word.{OWN_WORDS.get((desk.kind, name), name)}") for name in found}


def everywhere(desk: Desk, title: str, status: str, *, decided: bool) -> Row:
    """The fields that every paper shows; undecided, its later pages say so too."""
    made = {
        "title": title,
        "status": status,
        "running": title if decided else desk.say("running", title=title, status=status),
        "case": desk.bureau.case.case.name,
        "check": desk.say("check", code=desk.bureau.case_sha256[:CHECK_LENGTH]),
        "words": words_of(desk),
    }
    assert tuple(made) == EVERYWHERE
    return made


def published(
    desk: Desk,
    rows: Sequence[Row],
    opening: Iterable[str],
    closing: Iterable[str] = (),
    *,
    title: str,
    status: str,
    decided: bool = False,
    more: Mapping[str, object] | None = None,
) -> Row:
    """A paper with one table, issued by the office of the leading group.

    Raises:
        InvalidInput: when it concerns nobody.
    """
    refuse_empty(desk, rows)
    paper = everywhere(desk, title, status, decided=decided) | {
        "opening": list(opening),
        "closing": list(closing),
        "issuer": desk.say("issuer"),
        "date": desk.date(desk.options.issued),
        "rows": list(rows),
    }
    return whitelisted(TABLE[desk.kind], paper | dict(more or {}))


def sheet(desk: Desk, title: str, status: str, own: Mapping[str, object], *, decided: bool = False) -> Row:
    """One person's sheet of a paper made of sheets."""
    return whitelisted(TABLE[desk.kind], everywhere(desk, title, status, decided=decided) | dict(own))


def refuse_empty(desk: Desk, found: Sequence[object]) -> None:
    """A paper that concerns nobody is not made.

    Raises:
        InvalidInput: when nothing was found.
    """
    if not found:
        raise InvalidInput((Fault("notice_nothing", args={"kind": desk.say(f"kind.{desk.kind}")}),))


def signatures(desk: Desk, *who: str) -> list[Row]:
    """The boxes to be signed."""
    return [{"label": desk.say(f"sign.{one}"), "date": desk.say("word.date")} for one in who]


def period(desk: Desk) -> list[str]:
    """From when to when a paper is published (article 7-4), the first and the last day counted; and whom to tell."""
    start, days = desk.options.issued, desk.options.period_days
    end = None if start is None else start + dt.timedelta(days=days - 1)
    told = desk.say("closing.period", period=days, start=desk.date(start).strip(), end=desk.date(end).strip())
    return [told, desk.say("closing.contact")]


def decided_status(desk: Desk, decisions: Iterable[Decision]) -> str:
    """Which decisions a result rests on, each named once."""
    grounds = dict.fromkeys(_ground(desk, one) for one in decisions)
    return desk.say("status.decided", grounds=desk.labels.joined(grounds, "semicolon"))


def _ground(desk: Desk, decision: Decision) -> str:
    code = {(True, True): "full", (True, False): "dated", (False, True): "filed", (False, False): "plain"}[
        (decision.date is not None, bool(decision.document))
    ]
    arguments = {"authority": decision.authority or desk.say("party_group")}
    if decision.date is not None:
        arguments["date"] = desk.date(decision.date)
    if decision.document:
        arguments["document"] = decision.document
    return desk.say(f"ground.{code}", **arguments)


def numbered(rows: Iterable[Row]) -> list[Row]:
    """Rows with their numbers in front."""
    return [{"no": str(number), **row} for number, row in enumerate(rows, start=1)]


def title_of(desk: Desk, kind: Kind, **arguments: object) -> str:
    """The title of a kind; of a result before the decision, the proposal's."""
    family = "draft" if kind.result and desk.options.draft else "title"
    return desk.say(f"{family}.{kind.name}", **arguments)
