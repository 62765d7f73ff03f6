"""The curated cases: both methods pass the audit, under the case's own rulebook and under each reading."""

import pytest

from allocator.competition.files import read_rulebook
from allocator.files import find_rulebook
from models.competition.rulebook import Rulebook
from scenarios import CURATED, curated, curated_folder
from tests.competition.audit.proposals import propose


@pytest.mark.parametrize("method", ["rules", "optimal"])
@pytest.mark.parametrize("name", CURATED)
def test_a_curated_case_passes(name, method):
    """Protects each page's point from an audit that reads the rule another way."""
    rulebook = read_rulebook(find_rulebook(curated_folder(name)))
    assert propose(curated(name), method, rulebook).audit() == ()


@pytest.mark.parametrize("reading", ["tiers", "open", "latest"])
def test_each_reading_passes(reading):
    """Protects the three readings of article 9-3, which give three outcomes for one case."""
    rulebook = Rulebook.model_validate({"applications": {"reading": reading}})
    assert propose(curated("three_readings"), "rules", rulebook).audit() == ()
    assert propose(curated("three_readings"), "optimal", rulebook).audit() == ()
