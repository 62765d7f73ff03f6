"""A code with its arguments as a sentence, the arguments that are codes themselves in words too."""

from collections.abc import Mapping

from allocator.words._catalogue import CATALOGUE, Lang, say

KINDS: Mapping[str, str] = {
    "stage": "arg.stage",
    "role": "arg.role",
    "staffing": "arg.staffing",
    "missing": "arg.missing",
    "reason": "arg.reason",
    "group": "voters",
    "known": "voters",
    "reading": "reading.kind",
    "bar": "rotation.bar",
    "fate": "rotation.fate",
}
"""For each argument that holds codes, where their words stand in the catalogue."""
EXCHANGE = "document 4, "
"""What the articles of the rules on exchange of posts begin with."""


def describe(code: str, arguments: Mapping[str, object], lang: Lang) -> str:
    """The sentence of a code. Ids and numbers are shown as they are; codes among the arguments in words.

    Raises:
        KeyError: when the code or one of its arguments is unknown: a fault of the program, not of the user.
    """
    return say(code, lang, **{name: _in_words(name, value, lang) for name, value in arguments.items()})


def article_text(article: str, lang: Lang) -> str:
    """The article of a rule as readers know it: the rules on exchange of posts by their name."""
    own = article.removeprefix(EXCHANGE)
    return article if own == article else say("article.exchange", lang, article=own)


def _in_words(name: str, value: object, lang: Lang) -> object:
    kind = KINDS.get(name)
    if kind is None:
        return value
    if isinstance(value, list | tuple):
        return [_in_words(name, item, lang) for item in value]
    known = f"{kind}.{value}"
    return say(known, lang) if known in CATALOGUE else value
