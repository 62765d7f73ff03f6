"""The catalogue put together from its parts, and the way to say a code in a language."""

import importlib
import locale
import os
import pkgutil
from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import Literal

from allocator.exercise_names import NAMES
from allocator.words._entry import Entry

Lang = Literal["zh", "en"]


PACKAGES = ("allocator.words", *(f"allocator.{name}.words" for name in NAMES))
"""Where words stand: those that all share, and those of each exercise."""


def _collect() -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for package in PACKAGES:
        folder = Path(__file__).parents[2].joinpath(*package.split("."))
        for name in sorted(m.name for m in pkgutil.iter_modules([str(folder)])):
            if name.startswith("_"):
                continue
            entries: Mapping[str, Entry] = importlib.import_module(f"{package}.{name}").ENTRIES
            if clash := [code for code in found.keys() & entries.keys() if found[code] != entries[code]]:
                raise ValueError(f"codes defined twice: {sorted(clash)}")
            found.update(entries)
    return found


class _Catalogue(Mapping[str, Entry]):
    """Every code with its words, put together when the first is asked for: the parts build on this package."""

    @cached_property
    def _entries(self) -> dict[str, Entry]:
        return _collect()

    def __getitem__(self, code: str) -> Entry:
        return self._entries[code]

    def __contains__(self, code: object) -> bool:
        return code in self._entries

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)


CATALOGUE: Mapping[str, Entry] = _Catalogue()


def say(code: str, lang: Lang, /, **arguments: object) -> str:
    """The sentence of a code in a language.

    Raises:
        KeyError: when the code or one of its arguments is unknown: a fault of the program, not of the user.
    """
    if not arguments:
        return said(code, lang)
    return _sentence(code, lang).format_map({name: _shown(value, lang) for name, value in arguments.items()})


def _sentence(code: str, lang: Lang) -> str:
    entry = CATALOGUE[code]
    return entry.zh if lang == "zh" else entry.en


@cache
def said(code: str, lang: Lang) -> str:
    """A sentence that takes no arguments; the same few stand in table after table."""
    return _sentence(code, lang).format_map({})


def _shown(value: object, lang: Lang) -> str:
    if isinstance(value, list | tuple):
        return ("、" if lang == "zh" else ", ").join(str(item) for item in value)
    return str(value)


def default_language() -> Lang:
    """The language of the machine: Chinese unless its locale names another language."""
    name = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    if not name:
        name = locale.getlocale()[0] or ""
    if name.lower().startswith(("zh", "chinese")) or name in ("", "C", "POSIX", "C.UTF-8"):
        return "zh"
    return "en"
