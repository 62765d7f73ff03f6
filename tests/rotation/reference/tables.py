"""A case as the tables that offices fill in: English headings, every cell a string."""

import datetime as dt

from tests.rotation.reference.case import Case, Officer

Row = dict[str, str]


def as_tables(case: Case) -> dict[str, list[Row]]:
    """Every table of the case; the rulebook's numbers stand apart from it. `case` has rows of key and value."""
    decided = {"reason": "on record", "authority": "party group"}
    heading = {"name": case.name, "reference_date": case.reference_date.isoformat(), "exercise": "rotation"}
    if case.seed:
        heading["lottery_seed"] = case.seed
    if case.exchange_quota is not None:
        heading["exchange_quota"] = str(case.exchange_quota)
    return {
        "case": [{"key": key, "value": value} for key, value in heading.items()],
        "units": [{"unit_id": row.unit_id, "name": row.name or f"Unit {row.unit_id}"} for row in case.units],
        "posts": [
            {
                "post_id": row.post_id,
                "unit_id": row.unit_id,
                "name": row.name or f"Post {row.post_id}",
                "level": row.level,
                "kind": row.kind,
                "seats": str(row.seats),
                "requires": ";".join(row.requires),
            }
            for row in case.posts
        ],
        "officers": [officer_row(row) for row in case.officers],
        "service": [
            {"person_id": row.person_id, "unit_id": row.unit_id, "from": day(row.since), "to": day(row.until)}
            for row in case.service
        ],
        "exemptions": [{"person_id": row.person_id, "article": row.article, **decided} for row in case.exemptions],
        "nominations": [{"person_id": row.person_id, "article": row.article, **decided} for row in case.nominations],
        "avoidances": [{"person_a": a, "person_b": b, "relation": ""} for a, b in case.avoidances],
        "pins": [
            {"person_id": row.person_id, "post_id": row.post_id, "mode": row.mode, **decided} for row in case.pins
        ],
        "wishes": [
            {"person_id": row.person_id, "choice": str(row.choice), "post_id": row.post_id} for row in case.wishes
        ],
        "opinions": [
            {"unit_id": row.unit_id, "person_id": row.person_id, "opinion": row.opinion, "reason": ""}
            for row in case.opinions
        ],
    }


def officer_row(officer: Officer) -> Row:
    marks = {name: getattr(officer, name) for name in ("managed", "reserve", "young", "volunteer", "consent")}
    return {
        "person_id": officer.person_id,
        "name": officer.name or f"Officer {officer.person_id}",
        "post_id": officer.post_id,
        "post_since": day(officer.post_since),
        "unit_since": day(officer.unit_since),
        **{name: "yes" if marked else "no" for name, marked in marks.items()},
        "specialty": officer.specialty,
    }


def day(date: dt.date | None) -> str:
    return "" if date is None else date.isoformat()
