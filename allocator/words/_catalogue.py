"""The catalogue put together from its parts, and the way to say a code in a language."""

import importlib
import locale
import os
import pkgutil
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

from allocator.words._entry import Entry

Lang = Literal["zh", "en"]


def _collect() -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    names = sorted(m.name for m in pkgutil.iter_modules([str(Path(__file__).parent)]))
    for name in names:
        if name.startswith("_"):
            continue
        entries: Mapping[str, Entry] = importlib.import_module(f"allocator.words.{name}").ENTRIES
        if clash := found.keys() & entries.keys():
            raise ValueError(f"codes defined twice: {sorted(clash)}")
        found.update(entries)
    return found


CATALOGUE: Mapping[str, Entry] = _collect()


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
