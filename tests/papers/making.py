"""What the tests of the papers are made from: the embedded bureau, its proposal, decisions, names that are markup."""

import datetime as dt

from allocator.competition.check import check
from allocator.competition.papers import Grounds
from allocator.competition.pipeline import run
from allocator.files import draft_of
from models.competition.filings import Decision
from models.competition.rulebook import Rulebook

HOSTILE = "张‹三>&{{ 7*7 }}{% raw %}{_{%_}#panic()*甲*$x$"
"""A name that is markup to everything that handles it: XML, the templates, their library, typst."""


def grounds_of(case, decided=False):
    """A case with its proposal under the rules and, if asked, all of it decided."""
    checked = check(draft_of(case), Rulebook())
    assert checked.scores is not None, checked.faults
    done = run(checked.scores, "rules")
    return Grounds(checked.scores, done, decisions_of(done) if decided else ())


def decisions_of(done):
    return tuple(
        Decision(
            person_id=one.person_id,
            section_id=one.section_id,
            role=one.role,
            authority="局党组会议",
            date=dt.date(2024, 7, 2),
            document="青自然资党〔2024〕18号",
        )
        for one in done.outcome.placements
        if one.basis not in ("fixed", "pinned")
    )


def renamed(case, names):
    """The case with other names for some people."""
    people = tuple(p.model_copy(update={"name": names.get(p.person_id, p.name)}) for p in case.people)
    return case.model_copy(update={"people": people})


def shown(value):
    """Every text in the fields of a paper, in one string."""
    if isinstance(value, dict):
        return "\n".join(map(shown, value.values()))
    if isinstance(value, list):
        return "\n".join(map(shown, value))
    return str(value)
