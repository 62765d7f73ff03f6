"""A level's value in the language of this run."""

from allocator.competition import labels
from allocator.console.language import words


def level_value(name: str, value: int | None) -> str:
    """A level's value as people write it: scores with three decimals, everything else whole."""
    return words("none") if value is None else labels.level_text(name, value)
