"""No two rows of a table may say the same thing twice."""

from collections.abc import Iterator

from allocator.checking.rows import key_text, pairs_of_one, repeated, repeated_rows
from allocator.faults import Fault
from allocator.rotation.check.material import Material, fault
from models.common.rules import carries
from models.rotation.case import KEYS
from models.rotation.rule_ids import RuleId
from models.rotation.tables import PostPin, Wish

CHOICES = 3
"""So many posts somebody may wish for."""

DUPLICATES: dict[str, tuple[str, str]] = {
    "units": ("rotation_duplicate_unit", "unit_id"),
    "posts": ("rotation_duplicate_post", "post_id"),
    "officers": ("rotation_duplicate_officer", "person_id"),
    "exemptions": ("rotation_duplicate_exemption", "article"),
    "nominations": ("rotation_duplicate_nomination", "article"),
    "avoidances": ("duplicate_avoidance", "person_b"),
    "pins": ("rotation_duplicate_pin", "post_id"),
    "wishes": ("rotation_duplicate_choice", "choice"),
    "opinions": ("rotation_duplicate_opinion", "person_id"),
}
"""For each table the code of a repeated key, and the column it is shown at."""


@carries(RuleId.UNIQUE_KEYS, "check")
def repeated_keys(material: Material) -> Iterator[Fault]:
    """Each key of a table stands once; an avoidance pair is the same pair either way round."""
    for table, (code, column) in DUPLICATES.items():
        for row, value, key, first, earlier in repeated_rows(material, table, KEYS[table]):
            if isinstance(value, PostPin) and earlier.mode != value.mode:
                args = {"person_id": value.person_id, "post_id": value.post_id, "first_row": first}
                yield fault("rotation_pin_contradiction", table, row, "mode", value.mode, **args)
            else:
                yield fault(code, table, row, column, getattr(value, column), key=key_text(key), first_row=first)


@carries(RuleId.UNIQUE_KEYS, "check")
def repeated_wishes(material: Material) -> Iterator[Fault]:
    """A person wishes for each post once."""
    for row, wish, first in repeated(material.table(Wish), lambda w: (w.person_id, w.post_id)):
        args = {"key": f"{wish.person_id} / {wish.post_id}", "first_row": first}
        yield fault("rotation_wished_twice", "wishes", row, "post_id", wish.post_id, **args)


@carries(RuleId.UNIQUE_KEYS, "check")
def choices_beyond(material: Material) -> Iterator[Fault]:
    """A person wishes for three posts at most, numbered 1 to 3."""
    for row, wish in material.table(Wish):
        if wish.choice > CHOICES:
            yield fault("rotation_choice_beyond", "wishes", row, "choice", wish.choice, most=CHOICES)


def avoidance_of_oneself(material: Material) -> Iterator[Fault]:
    """An avoidance pair is of two people."""
    return pairs_of_one(material)
