"""What papers are made from, and what is asked of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from allocator.competition.labels import Labels
from allocator.words import Lang
from models.common.base import thousandths_text
from models.competition.filings import Decision, Pin

if TYPE_CHECKING:
    from allocator.competition.bureau import Bureau
    from allocator.competition.pipeline import Run
    from allocator.competition.scoring import Scores
    from models.competition.people import Person


DASH = "—"
"""What stands where there is nothing to say."""


class Source(Protocol):
    """A case with its scores, the proposal if there is one, and what the party group has decided."""

    @property
    def scores(self) -> Scores:
        """Everything articles 2 to 12 give."""

    @property
    def run(self) -> Run | None:
        """The proposal."""

    @property
    def decided(self) -> tuple[Decision, ...]:
        """The recorded decisions (articles 13 and 17)."""


@dataclass(frozen=True)
class Grounds:
    """What papers of one case stand on."""

    scores: Scores
    run: Run | None = None
    decided: tuple[Decision, ...] = ()


@dataclass(frozen=True)
class Options:
    """What is asked of a paper.

    ``period_days`` of publication (article 7-4); ``issued``: the date of the paper, left blank to be filled in by hand
    where not given; ``draft``: a result as a proposal for the party group; ``person_id``: this person only.
    """

    period_days: int = 7
    issued: dt.date | None = None
    draft: bool = False
    person_id: str | None = None


@dataclass(frozen=True)
class Desk:
    """A source and the options at hand while one kind of paper is written in one language."""

    kind: str
    source: Source
    options: Options
    lang: Lang

    @cached_property
    def labels(self) -> Labels:
        """The names of people and sections, told apart."""
        return Labels(self.bureau.case, self.lang)

    @property
    def bureau(self) -> Bureau:
        """The case with its look-ups."""
        return self.source.scores.bureau

    def say(self, code: str, /, **arguments: object) -> str:
        """A sentence of the papers' words."""
        return self.labels.words(f"papers.{code}", **arguments)

    def word(self, kind: str, code: str | None) -> str:
        """The word for a code, as the tables have it; a dash for none."""
        return DASH if code is None else self.labels.words(f"{kind}.{code}")

    def person(self, person_id: str) -> Person:
        """A person's record."""
        return self.bureau.people[person_id]

    def points(self, thousandths: int | None) -> str:
        """A score with three decimals; a dash for none."""
        return DASH if thousandths is None else thousandths_text(thousandths)

    def date(self, day: dt.date | None) -> str:
        """A date; room to write one where there is none."""
        if day is None:
            return self.say("blank_date")
        return self.say("date", year=day.year, month=str(day.month), day=str(day.day))

    def month(self, day: dt.date | None) -> str:
        """Year and month, as births are published; a dash for none."""
        return DASH if day is None else self.say("month", year=day.year, month=str(day.month))

    def section(self, section_id: str | None) -> str:
        """A section's name; a dash for none."""
        return DASH if section_id is None else self.labels.section(section_id)

    def present(self, person_id: str) -> str:
        """The section somebody works in now."""
        return self.section(self.person(person_id).section_id)

    def pins(self, pins: Iterable[Pin]) -> list[str]:
        """What the leadership settled beforehand, each with its reason and authority."""
        return [
            self.say(
                f"pin.{pin.mode}",
                person=self.labels.person(pin.person_id),
                section=self.section(pin.section_id),
                role=self.word("arg.role", pin.role),
                reason=pin.reason,
                authority=pin.authority,
            )
            for pin in pins
        ]
