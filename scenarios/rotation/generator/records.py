"""What the party group and the personnel office have on record in an invented bureau: exemptions and nominations."""

from collections.abc import Sequence
from typing import Any, Literal, get_args

from models.rotation.tables import Exemption, Nomination
from scenarios.generator.chance import happens, stream
from scenarios.rotation.generator.cast import Actor
from scenarios.rotation.generator.layout import Shape
from scenarios.rotation.generator.names import AUTHORITY, EXEMPTIONS, NOMINATIONS

PERMILLE_EXEMPT = 4
"""Of 1000 people with short tenures, how many are exempt by each article; three times as many of the others."""
LONG = 60


def exempt(shape: Shape, cast: Sequence[Actor]) -> tuple[Exemption, ...]:
    """Grounds under every article, mostly of people who have been long in the post."""
    rng = stream(shape.seed, "exemptions")
    articles: tuple[Any, ...] = get_args(Exemption.model_fields["article"].annotation)
    return tuple(
        Exemption(person_id=actor.person_id, article=article, reason=EXEMPTIONS[article], authority=AUTHORITY)
        for article in articles
        for actor in cast
        if happens(rng, PERMILLE_EXEMPT * (3 if actor.in_post >= LONG else 1)) and not actor.planted
    )


def nominate(shape: Shape, cast: Sequence[Actor]) -> tuple[Nomination, ...]:
    """Twelve of 1000 people are needed elsewhere, seven of 1000 are unsuited for their post."""
    rng = stream(shape.seed, "nominations")
    shares: tuple[tuple[Literal["7-6", "9-3"], int], ...] = (("7-6", 12), ("9-3", 7))
    return tuple(
        Nomination(person_id=actor.person_id, article=article, reason=NOMINATIONS[article], authority=AUTHORITY)
        for article, permille in shares
        for actor in cast
        if happens(rng, permille) and not actor.planted
    )
