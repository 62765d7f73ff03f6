"""The rows of the tables: units and posts, officers and what is known of them, what is asked for and settled."""

import datetime as dt
from typing import Annotated, Literal

from pydantic import AfterValidator

from models.common.base import Education, Frozen, Gender, Id, Ordinal, PinMode, Text
from models.rotation.codes import Opinion, PostKind, PostLevel


class Unit(Frozen):
    """A unit (单位): a division, a branch bureau or an institution."""

    unit_id: Id
    name: Text


def _as_a_set(words: tuple[str, ...]) -> tuple[str, ...]:
    """Words whose order and repetition mean nothing."""
    return tuple(sorted(set(words)))


class Post(Frozen):
    """A post (岗位) of a unit with its seats (职数); ``requires`` are the specialties one of which its holder needs."""

    post_id: Id
    unit_id: Id
    name: Text
    level: PostLevel
    kind: PostKind
    seats: Ordinal
    requires: Annotated[tuple[Text, ...], AfterValidator(_as_a_set)] = ()


class Officer(Frozen):
    """One person with the present post, since when, and the marks the personnel office keeps (articles 7 and 8)."""

    person_id: Id
    name: Text
    post_id: Id
    post_since: dt.date
    unit_since: dt.date
    managed: bool = False
    reserve: bool = False
    young: bool = False
    volunteer: bool = False
    consent: bool = False
    specialty: str | None = None
    gender: Gender | None = None
    birth: dt.date | None = None
    education: Education | None = None


class Service(Frozen):
    """A unit somebody served in before, from when and until when."""

    person_id: Id
    unit_id: Id
    start: dt.date | None = None
    end: dt.date | None = None

    @property
    def start_text(self) -> str:
        """The beginning as it sorts, nothing where it is not known."""
        return self.start.isoformat() if self.start else ""

    @property
    def end_text(self) -> str:
        """The end as it sorts, nothing while it lasts."""
        return self.end.isoformat() if self.end else ""


class Exemption(Frozen):
    """A ground under article 8 or 10 on which somebody is not moved, with who found it."""

    person_id: Id
    article: Literal["8-1", "8-2", "8-3", "8-4", "10-1", "10-2", "10-3", "10-4"]
    reason: Text
    authority: Text


class Nomination(Frozen):
    """Somebody the party group names for exchange by need (7-6) or as unsuited for the post (9-3)."""

    person_id: Id
    article: Literal["7-6", "9-3"]
    reason: Text
    authority: Text


class PostPin(Frozen):
    """A post the leadership assigns or forbids to somebody, with its reason and authority."""

    person_id: Id
    post_id: Id
    mode: PinMode
    reason: Text
    authority: Text


class Wish(Frozen):
    """A post somebody would like, with the place among the own wishes (1 to 3)."""

    person_id: Id
    choice: Ordinal
    post_id: Id


class UnitOpinion(Frozen):
    """Whether a unit agrees to take somebody."""

    unit_id: Id
    person_id: Id
    opinion: Opinion
    reason: str | None = None
