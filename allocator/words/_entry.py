"""One code's words."""

import string
from typing import NamedTuple


class Entry(NamedTuple):
    """The Chinese and the English sentence of one code."""

    zh: str
    en: str

    @property
    def arguments(self) -> frozenset[str]:
        """The arguments the sentences take; both languages take the same (a test holds them to it)."""
        return placeholders(self.zh)


def placeholders(sentence: str) -> frozenset[str]:
    """The names in braces of a sentence."""
    return frozenset(field for _, field, _, _ in string.Formatter().parse(sentence) if field)
