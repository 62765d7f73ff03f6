"""Dates that cannot be."""

import datetime as dt
from collections.abc import Iterator

from allocator.faults import Fault
from allocator.rotation.check.material import Material, fault
from models.common.rules import carries
from models.rotation.rule_ids import RuleId
from models.rotation.tables import Officer, Service

EARLIEST_YEAR, LATEST_YEAR = 1949, 2199
"""The years in which a reference date can lie; anything else is a number misread as a date."""


def reference_date(material: Material) -> Iterator[Fault]:
    """The date that months are counted to must be a day of this or the next century."""
    if material.info is None:
        return
    date = material.info.reference_date
    if not EARLIEST_YEAR <= date.year <= LATEST_YEAR:
        args = {"earliest": EARLIEST_YEAR, "latest": LATEST_YEAR}
        yield fault("reference_date_impossible", "case", None, "reference_date", date.isoformat(), **args)


@carries(RuleId.DATES, "check")
def after_reference(material: Material) -> Iterator[Fault]:
    """Nothing that has happened lies after the reference date."""
    if material.info is None:
        return
    last = material.info.reference_date
    dated: list[tuple[str, int, str, dt.date | None]] = []
    for row, officer in material.table(Officer):
        dated += [("officers", row, name, getattr(officer, name)) for name in ("post_since", "unit_since", "birth")]
    for row, service in material.table(Service):
        dated += [("service", row, "from", service.start), ("service", row, "to", service.end)]
    for table, row, column, date in dated:
        if date is not None and date > last:
            args = {"date": date.isoformat(), "reference_date": last.isoformat()}
            yield fault("rotation_date_after_reference", table, row, column, date.isoformat(), **args)


@carries(RuleId.DATES, "check")
def unit_after_post(material: Material) -> Iterator[Fault]:
    """Nobody holds the present post for longer than being in its unit."""
    for row, officer in material.table(Officer):
        if officer.unit_since > officer.post_since:
            args = {"date": officer.unit_since.isoformat(), "post_since": officer.post_since.isoformat()}
            yield fault("rotation_unit_after_post", "officers", row, "unit_since", args["date"], **args)


@carries(RuleId.DATES, "check")
def service_backwards(material: Material) -> Iterator[Fault]:
    """Service ends after it begins."""
    for row, service in material.table(Service):
        if service.start is not None and service.end is not None and service.end < service.start:
            args = {"start": service.start.isoformat(), "date": service.end.isoformat()}
            yield fault("rotation_service_backwards", "service", row, "to", args["date"], **args)
