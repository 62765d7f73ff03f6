"""Names and words in the language of this run."""

from typing import TYPE_CHECKING

from allocator.cli._language import language, words
from allocator.competition import labels

if TYPE_CHECKING:
    from models.competition.case import Case


class Labels(labels.Labels):
    """The names of one case in the language in force."""

    def __init__(self, case: "Case | None") -> None:
        super().__init__(case, language())


def level_value(name: str, value: int | None) -> str:
    """A level's value as people write it: scores with three decimals, everything else whole."""
    return words("none") if value is None else labels.level_text(name, value)
