"""A case of exchange and rotation: everything a plan is decided from."""

import datetime as dt
from operator import attrgetter
from typing import Annotated, Any, Literal

from pydantic import AfterValidator

from models.common.avoidance import Avoidance
from models.common.base import Count, Frozen, Text
from models.rotation.tables import (
    Exemption,
    Nomination,
    Officer,
    Post,
    PostPin,
    Service,
    Unit,
    UnitOpinion,
    Wish,
)

KEYS: dict[str, tuple[str, ...]] = {
    "units": ("unit_id",),
    "posts": ("post_id",),
    "officers": ("person_id",),
    "service": ("person_id", "unit_id", "start_text", "end_text"),
    "exemptions": ("person_id", "article"),
    "nominations": ("person_id", "article"),
    "avoidances": ("pair",),
    "pins": ("person_id", "post_id"),
    "wishes": ("person_id", "choice"),
    "opinions": ("unit_id", "person_id"),
}
"""The columns that rows of a table are sorted by; no two rows share them, but for ``service``."""

ROW_TYPES: dict[str, type[Frozen]] = {
    "units": Unit,
    "posts": Post,
    "officers": Officer,
    "service": Service,
    "exemptions": Exemption,
    "nominations": Nomination,
    "avoidances": Avoidance,
    "pins": PostPin,
    "wishes": Wish,
    "opinions": UnitOpinion,
}


def _sorted(table: str) -> AfterValidator:
    key = attrgetter(*KEYS[table])

    def by_key(rows: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(sorted(rows, key=key))

    return AfterValidator(by_key)


class RotationInfo(Frozen):
    """The case itself: its name, the date months are counted to, the published seed, and the quota of exchanges."""

    exercise: Literal["rotation"] = "rotation"
    name: Text
    reference_date: dt.date
    lottery_seed: Text | None = None
    exchange_quota: Count | None = None


class RotationCase(Frozen):
    """A whole case. Its rows stand in key order, so the order they were typed in can never matter."""

    case: RotationInfo
    units: Annotated[tuple[Unit, ...], _sorted("units")]
    posts: Annotated[tuple[Post, ...], _sorted("posts")]
    officers: Annotated[tuple[Officer, ...], _sorted("officers")]
    service: Annotated[tuple[Service, ...], _sorted("service")] = ()
    exemptions: Annotated[tuple[Exemption, ...], _sorted("exemptions")] = ()
    nominations: Annotated[tuple[Nomination, ...], _sorted("nominations")] = ()
    avoidances: Annotated[tuple[Avoidance, ...], _sorted("avoidances")] = ()
    pins: Annotated[tuple[PostPin, ...], _sorted("pins")] = ()
    wishes: Annotated[tuple[Wish, ...], _sorted("wishes")] = ()
    opinions: Annotated[tuple[UnitOpinion, ...], _sorted("opinions")] = ()
