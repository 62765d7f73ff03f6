"""Papers of the time before any decision: forms, filings, satisfaction, candidates, quantification, ranking."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from itertools import groupby

from allocator.competition.papers.frame import (
    Row,
    numbered,
    period,
    published,
    refuse_empty,
    sheet,
    signatures,
    title_of,
)
from allocator.competition.papers.kinds import TABLE
from allocator.competition.papers.source import DASH, Desk
from allocator.competition.scoring.rounding import half_up
from allocator.competition.scoring.tracks import dissatisfied_share
from models.common.base import thousandths_text

CLERK_ROUNDS = 3
"""Rounds on a form for mutual choice where no later round is on record."""


def _percent(desk: Desk, share: Fraction | None) -> str:
    if share is None:
        return DASH
    text = thousandths_text(half_up(100 * share.numerator, share.denominator, 2))
    return desk.say("percent", number=text[:-1])


def filing_forms(desk: Desk) -> list[Row]:
    """A form for everybody who may file: entrants for chief posts, clerks and institution staff for sections."""
    scores, forms = desk.source.scores, []
    seated = desk.source.run.standing.seated if desk.source.run else {}
    for person_id, record in scores.tracks.items():
        if desk.options.person_id not in (None, person_id) or person_id in desk.bureau.assigned:
            continue
        if record.entrant and desk.source.run is None:
            forms.append(("chiefs", person_id))
        elif (
            record.track in ("incumbent", "candidate", "clerk")
            and getattr(seated.get(person_id), "role", "") != "chief"
        ):
            forms.append(("clerks", person_id))
        elif record.track == "institution":
            forms.append(("institution", person_id))
    refuse_empty(desk, forms)
    order = ("chiefs", "clerks", "institution")
    return [
        _form(desk, form, person_id) for form, person_id in sorted(forms, key=lambda one: (order.index(one[0]), one[1]))
    ]


def _form(desk: Desk, form: str, person_id: str) -> Row:
    caps = desk.bureau.rulebook.applications.caps
    if form == "chiefs":
        lines = [(round_, choice) for round_, cap in enumerate(caps, start=1) for choice in range(1, cap + 1)]
        posts = desk.labels.joined(map(desk.section, desk.source.scores.open_posts))
        opening = desk.say(
            "opening.forms.chiefs", case=desk.bureau.case.case.name, caps=list(map(str, caps)), posts=posts
        )
    else:
        recorded = max((row.round for row in desk.bureau.case.clerk_applications), default=0)
        lines = [(round_, 1) for round_ in range(1, max(CLERK_ROUNDS, recorded) + 1)]
        opening = desk.say(f"opening.forms.{form}", case=desk.bureau.case.case.name)
    rows = [
        {
            "round": desk.say("ordinal", number=round_),
            "choice": desk.say("choice", number=choice),
            "wish": "",
            "remark": "",
        }
        for round_, choice in lines
    ]
    person = desk.person(person_id)
    own = {
        "opening": [opening],
        "closing": [desk.say("closing.forms")],
        "name": desk.labels.person(person_id),
        "present": desk.present(person_id),
        "staffing": desk.word("arg.staffing", person.staffing),
        "rank": desk.word("rank", person.rank),
        "rows": rows,
        "signatures": signatures(desk, "person", "unit" if form == "institution" else "receiver"),
    }
    return sheet(desk, desk.say(f"title.filing-forms.{form}"), desk.say("status.process"), own)


def filing_rounds(desk: Desk) -> dict[str, Row]:
    """One paper for each round on record: what every entrant filed for in it (article 9-3)."""
    entrants = frozenset(desk.source.scores.entrants)
    filed = sorted(
        (row for row in desk.bureau.case.applications if row.person_id in entrants),
        key=lambda row: (row.round, row.person_id, row.choice, row.section_id),
    )
    refuse_empty(desk, filed)
    papers = {}
    for round_, of_round in groupby(filed, key=lambda row: row.round):
        rows = []
        for person_id, own in groupby(of_round, key=lambda row: row.person_id):
            wishes = [desk.say("wish", number=row.choice, section=desk.section(row.section_id)) for row in own]
            name, present = desk.labels.person(person_id), desk.present(person_id)
            rows.append({"name": name, "present": present, "wish": desk.labels.joined(wishes, "semicolon")})
        case = desk.bureau.case.case.name
        papers[f"filing-round-{round_}"] = published(
            desk,
            numbered(rows),
            [desk.say("opening.filing-round", case=case, round=round_, count=len(rows))],
            [desk.say("closing.filing-round")],
            title=title_of(desk, TABLE[desk.kind], round=round_),
            status=desk.say("status.process"),
            more={"round": round_},
        )
    return papers


def _plain(
    desk: Desk, rows: list[Row], closing: list[str], more: Mapping[str, object] | None = None, **args: object
) -> Row:
    """A published paper of the usual form."""
    refuse_empty(desk, rows)
    opening = desk.say(f"opening.{desk.kind}", case=desk.bureau.case.case.name, **args)
    title = title_of(desk, TABLE[desk.kind])
    return published(desk, rows, [opening], closing, title=title, status=desk.say("status.process"), more=more)


def satisfaction(desk: Desk) -> Row:
    """The poll on everybody who reported on duty (article 5)."""
    limit = desk.bureau.rulebook.eligibility.dissatisfied_below
    rows = []
    for poll in desk.bureau.case.satisfaction:
        share = dissatisfied_share(poll)
        reached = share is not None and share >= limit
        rows.append(
            {
                "name": desk.labels.person(poll.person_id),
                "present": desk.present(poll.person_id),
                "satisfied": str(poll.satisfied),
                "basic": str(poll.basic),
                "dissatisfied": str(poll.dissatisfied),
                "share": _percent(desk, share),
                "verdict": desk.say("verdict.bars" if reached else "verdict.free"),
            }
        )
    return _plain(desk, numbered(rows), [desk.say("closing.check_own")], count=len(rows), limit=limit)


def about(desk: Desk, person_id: str) -> Row:
    """What is published of a person proposed for office (article 7-4)."""
    person = desk.person(person_id)
    return {
        "name": desk.labels.person(person_id),
        "gender": desk.word("word.gender", person.gender),
        "birth": desk.month(person.birth),
        "education": desk.word("word.education", person.education),
        "present": desk.present(person_id),
    }


def candidates(desk: Desk) -> Row:
    """The candidates the party group has cleared for the contest (article 7-4)."""
    scores = desk.source.scores
    cleared = [who for who in scores.entrants if scores.tracks[who].track == "candidate" and desk.person(who).cleared]
    rows = [about(desk, who) | {"rank": desk.word("rank", desk.person(who).rank)} for who in cleared]
    return _plain(desk, numbered(rows), period(desk), {"period": desk.options.period_days}, count=len(rows))


def quantification(desk: Desk) -> Row:
    """The quantification of everybody it counts for, highest first (article 8); its parts stay with the person."""
    scores, found = desk.source.scores, []
    for person_id, record in scores.tracks.items():
        person, total = desk.person(person_id), scores.people[person_id].quantification
        outside = record.track == "institution" and (not person.consent or person.review == "fail")
        if total is not None and record.track not in ("fixed", "contract") and not outside:
            found.append((-total, person_id))
    rows = []
    for negative, person_id in sorted(found):
        rank = desk.person(person_id).rank
        bonus = desk.bureau.rulebook.quantification.bonus.get(rank, 0)
        rows.append(
            {
                "name": desk.labels.person(person_id),
                "present": desk.present(person_id),
                "rank": desk.word("rank", rank),
                "base": desk.points(-negative - 1000 * bonus),
                "bonus": str(bonus),
                "quantification": desk.points(-negative),
            }
        )
    return _plain(desk, numbered(rows), [desk.say("closing.check_own")], count=len(rows))


def composite(desk: Desk) -> Row:
    """For each post, those who may be given it by composite score (articles 12 and 13-3); equal scores share one."""
    rows, ranked = (
        [],
        sorted(
            (pair for pair in desk.source.scores.pairs if pair.admissible and pair.composite is not None),
            key=lambda pair: (pair.section_id, -(pair.composite or 0), pair.person_id),
        ),
    )
    for _, of_post in groupby(ranked, key=lambda pair: pair.section_id):
        pairs = list(of_post)
        for pair in pairs:
            round_ = desk.say("ordinal", number=pair.round) if pair.applied else desk.say("written_in")
            rows.append(
                {
                    "post": desk.section(pair.section_id),
                    "place": str(1 + sum((other.composite or 0) > (pair.composite or 0) for other in pairs)),
                    "name": desk.labels.person(pair.person_id),
                    "round": round_,
                    "composite": desk.points(pair.composite),
                }
            )
    pins = desk.pins(pin for pin in desk.bureau.case.pins if pin.role == "chief")
    closing = [*pins, desk.say("closing.check_own")]
    floor = desk.bureau.rulebook.recommendation.floor
    return _plain(desk, rows, closing, posts=len({row["post"] for row in rows}), floor=floor)


BEFORE: Mapping[str, Callable[[Desk], Row]] = {
    "satisfaction": satisfaction,
    "candidates": candidates,
    "quantification": quantification,
    "composite": composite,
}
"""The papers with one table that need no proposal."""
