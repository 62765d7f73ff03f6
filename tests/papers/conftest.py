import pytest

from scenarios import embedded
from tests.papers.making import grounds_of


@pytest.fixture(scope="session")
def proposed():
    """The embedded bureau with its proposal; nothing is decided."""
    return grounds_of(embedded())


@pytest.fixture(scope="session")
def decided():
    """The embedded bureau with its proposal, all of it decided."""
    return grounds_of(embedded(), decided=True)
