import pytest

from scenarios import embedded
from tests.report.making import findings_of, hostile_case


@pytest.fixture(scope="session")
def bureau_findings():
    """The embedded bureau under both methods."""
    return findings_of(embedded())


@pytest.fixture(scope="session")
def hostile():
    """A small bureau whose names attack whatever reads them."""
    return findings_of(hostile_case())
