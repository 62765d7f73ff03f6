"""What people and sections ask for, and what the leadership has settled beforehand."""

import datetime as dt

from models.common.base import Frozen, Id, Ordinal, PinMode, Text
from models.competition.codes import Role


class Application(Frozen):
    """A filing (报岗) of an entrant for a chief post in one preference round (article 9)."""

    person_id: Id
    round: Ordinal
    choice: Ordinal
    section_id: Id


class ClerkApplication(Frozen):
    """A filing of a clerk or of institution staff in one round of mutual choice (articles 15 and 16)."""

    person_id: Id
    round: Ordinal
    section_id: Id


class Pick(Frozen):
    """A person a section wants, with the place in the section's own list (article 15-3)."""

    section_id: Id
    person_id: Id
    order: Ordinal
    chief_id: Id | None = None


class Pin(Frozen):
    """A seat the leadership assigns or forbids before the contest, with its reason and authority."""

    person_id: Id
    section_id: Id
    role: Role
    mode: PinMode
    reason: Text
    authority: Text


class Decision(Frozen):
    """A placement the party group has decided (articles 13 and 17); it may differ from the proposal."""

    person_id: Id
    section_id: Id
    role: Role
    authority: Text | None = None
    date: dt.date | None = None
    document: str | None = None
