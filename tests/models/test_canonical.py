"""The bytes that are hashed do not depend on how fast they are made."""

import json

import pytest

from models.common.canonical import canonical_bytes, case_bytes, case_sha256, plain
from models.competition.case import ROW_TYPES
from scenarios import CURATED, curated, embedded, generate


def by_row(made):
    """The canonical bytes of a case made value by value, as the contract of hashes states them."""
    return canonical_bytes({name: value for name, value in made.__dict__.items() if name != "decisions"})


@pytest.mark.parametrize("made", [embedded(), generate(60, 8, 3, clerk_rounds=5), generate(1, 1, 1)])
def test_a_case_written_by_columns_has_the_bytes_of_one_written_by_rows(made):
    """The hash in every outcome speaks of the case, whichever way its text is put together."""
    assert case_bytes(made) == by_row(made)


@pytest.mark.parametrize("name", CURATED)
def test_the_same_for_the_curated_cases(name):
    """Missing values, empty tables, decimals and quotation marks as people write them."""
    assert case_bytes(curated(name)) == by_row(curated(name))


def test_decisions_are_no_part_of_the_hash():
    """What the party group decided comes after the data."""
    made = embedded()
    decided = made.model_copy(update={"decisions": ()})
    assert case_sha256(decided) == case_sha256(made)
    assert set(json.loads(case_bytes(made))) == {"case", *ROW_TYPES} - {"decisions"}


def test_text_that_needs_escapes_is_spelled_as_json():
    """Names are data: quotation marks, backslashes and line ends in them must not change the structure."""
    made = generate(4, 1, 1)
    odd = made.people[0].model_copy(update={"name": 'a"b\\\n王\u2028'})
    changed = made.model_copy(update={"people": (odd, *made.people[1:])})
    assert case_bytes(changed) == by_row(changed)
    assert plain(odd)["name"] in [person["name"] for person in json.loads(case_bytes(changed))["people"]]
