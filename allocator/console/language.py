"""The language of this run, settled before anything is said."""

from collections.abc import Iterable, Sequence
from contextvars import ContextVar

from allocator import labels
from allocator.words import Lang, default_language, say

LANGUAGES = ("zh", "en")
_CURRENT: ContextVar[Lang | None] = ContextVar("language", default=None)


class UnknownLanguage(ValueError):
    """A language the catalogue does not speak."""


def language() -> Lang:
    """The language in force: the one asked for, else the machine's."""
    return _CURRENT.get() or default_language()


def use_language(arguments: Sequence[str]) -> list[str]:
    """Settles the language by ``--lang`` wherever it stands, so that help and usage errors are said in it too.

    Returns the other arguments.

    Raises:
        UnknownLanguage: when what follows ``--lang`` is not a language.
    """
    asked: Lang | None = None
    others: list[str] = []
    waiting = iter(arguments)
    for argument in waiting:
        if argument != "--lang" and not argument.startswith("--lang="):
            others.append(argument)
            continue
        value = argument.partition("=")[2] if "=" in argument else next(waiting, "")
        if value not in LANGUAGES:
            _CURRENT.set(None)
            raise UnknownLanguage
        asked = "zh" if value == "zh" else "en"
    _CURRENT.set(asked or default_language())
    return others


def words(code: str, /, **arguments: object) -> str:
    """The words of a code in the language in force."""
    return say(code, language(), **arguments)


def joined(items: Iterable[str], mark: str = "comma") -> str:
    """Items in a row, with the marks of the language between them; a word for none where there are none."""
    return labels.joined(items, language(), mark)
