"""The outcomes of the competition, read back strictly."""

from pathlib import Path

from allocator.files import outcomes
from allocator.files.inputs import Bytes
from models.competition.outcome import Outcome


def read_outcome(path: Path) -> Outcome:
    """Reads an outcome.

    Raises:
        InvalidInput: with a fault for each field that is missing, unknown or not of its form.
    """
    return outcomes.read_outcome(path, Outcome)


def outcome_of(content: Bytes) -> Outcome:
    """The outcome that a JSON file holds.

    Raises:
        InvalidInput: as :func:`read_outcome`.
    """
    return outcomes.outcome_of(content, Outcome)
