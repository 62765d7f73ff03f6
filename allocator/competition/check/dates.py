"""Dates that cannot be."""

from collections.abc import Iterator

from allocator.competition.check.material import Material, fault
from allocator.faults import Fault
from models.competition.people import Person

EARLIEST_YEAR, LATEST_YEAR = 1949, 2199
"""The years in which a reference date can lie; anything else is a number misread as a date."""


def reference_date(material: Material) -> Iterator[Fault]:
    """The date that service and age are counted to must be a day of this or the next century."""
    if material.info is None:
        return
    date = material.info.reference_date
    if not EARLIEST_YEAR <= date.year <= LATEST_YEAR:
        yield fault(
            "reference_date_impossible",
            "case",
            None,
            "reference_date",
            date.isoformat(),
            earliest=EARLIEST_YEAR,
            latest=LATEST_YEAR,
        )


def births(material: Material) -> Iterator[Fault]:
    """Nobody is born after the reference date, or holds a rank since before birth (article 3-2)."""
    for row, person in material.table(Person):
        if person.birth is None:
            continue
        if material.info is not None and person.birth > material.info.reference_date:
            yield fault(
                "birth_after_reference",
                "people",
                row,
                "birth",
                person.birth.isoformat(),
                person_id=person.person_id,
                reference_date=material.info.reference_date.isoformat(),
            )
        elif person.rank_since is not None and person.rank_since < person.birth:
            yield fault(
                "rank_before_birth",
                "people",
                row,
                "rank_since",
                person.rank_since.isoformat(),
                person_id=person.person_id,
                birth=person.birth.isoformat(),
            )
