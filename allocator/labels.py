"""Words and names put in for codes and ids, wherever something is read by people, in one language."""

from collections import Counter
from collections.abc import Iterable, Mapping

from allocator.words import CATALOGUE, Lang, said, say

MARKS = {"comma": ("、", ", "), "semicolon": ("；", "; ")}
"""What stands between the items of a list, in Chinese and in English."""


class Wording:
    """The words of one language, and the names of things that are known by ids.

    ``codes`` are the arguments of sentences whose values are codes, with the families of words they belong to; an
    exercise names its own, and puts names in for ids in :meth:`name_of`.
    """

    codes: Mapping[str, tuple[str, ...]] = {}

    def __init__(self, lang: Lang) -> None:
        self.lang = lang

    def words(self, code: str, /, **arguments: object) -> str:
        """The words of a code."""
        return say(code, self.lang, **arguments) if arguments else said(code, self.lang)

    def joined(self, items: Iterable[str], mark: str = "comma") -> str:
        """Items in a row, with the marks of the language between them; a word for none where there are none."""
        return joined(items, self.lang, mark)

    def named(self, names: Mapping[str, str], key: str | None) -> str:
        """A name by its id; a dash for none, the id itself where it is not known."""
        return names.get(key, key) if key else self.words("none")

    def name_of(self, _argument: str, value: str, /) -> str:
        """The name of what an argument of a sentence holds the id of; the value itself where it is no id."""
        return value

    def arguments(self, args: Mapping[str, object]) -> dict[str, object]:
        """The arguments of a code with names and words put in."""
        return {name: self._shown(name, value) for name, value in args.items()}

    def _shown(self, name: str, value: object) -> object:
        if isinstance(value, list | tuple):
            return [self._shown(name, item) for item in value] or self.words("none")
        for family in self.codes.get(name, ()):
            if f"{family}.{value}" in CATALOGUE:
                return self.words(f"{family}.{value}")
        return self.name_of(name, value) if isinstance(value, str) else value

    def level(self, _name: str, value: int | None, /) -> str:
        """A level's value as people write it; the level is named for those that are no plain numbers."""
        return self.words("none") if value is None else str(value)

    def apart(self, names: Mapping[str, str]) -> Mapping[str, str]:
        """The names by id; a name that several share has the id behind it."""
        often = Counter(names.values())
        return {
            key: name if often[name] == 1 or name == key else self.words("name_with_id", name=name, id=key)
            for key, name in names.items()
        }


def joined(items: Iterable[str], lang: Lang, mark: str = "comma") -> str:
    """Items in a row, with the marks of the language between them; a word for none where there are none."""
    return MARKS[mark][lang == "en"].join(items) or say("none", lang)
