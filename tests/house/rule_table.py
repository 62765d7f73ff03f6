"""The rule table of the docs, made from the marks in the tree; ``python -m tests.house.rule_table`` writes it anew."""

import importlib
import inspect
import pkgutil
from enum import StrEnum
from pathlib import Path

import allocator
import models
from allocator.words import CATALOGUE
from models.common.rules import Rule
from models.competition import rule_ids as of_competition
from models.rotation import rule_ids as of_rotation

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "rules.md"
HEAD = """# The rules

Every rule has one id. The same id stands at the function that carries it, in the audit's findings, in the curated
cases and here. `kind` is what it does: *data* (a record must be so), *score* (how a number is made), *filter* (who
may not have which seat), *row* (what no two seats may do together), *order* (what is better). Articles are those of
the bureau's implementing rules (实施细则) unless said otherwise; where a rule's id begins with `rotation.`,
those of the rules on exchange and rotation (交流轮岗办法), in which *duty* says who owes a move.
This table is made from the marks in the source.

| rule | kind | article | what it says | 含义 | carried by |
|---|---|---|---|---|---|
"""


RULES: dict[StrEnum, Rule] = {**of_competition.RULES, **of_rotation.RULES}


def carriers() -> dict[StrEnum, set[tuple[str, str]]]:
    """For each rule, the parts and files (relative to the root) of the functions that carry it."""
    found: dict[StrEnum, set[tuple[str, str]]] = {rule: set() for rule in RULES}
    for package in (models, allocator):
        for info in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
            for thing in vars(importlib.import_module(info.name)).values():
                for candidate in [thing, *(vars(thing).values() if inspect.isclass(thing) else ())]:
                    function = getattr(candidate, "fget", candidate)
                    for rule, part in getattr(function, "__carries__", ()):
                        found[rule].add((part, function.__module__.replace(".", "/") + ".py"))
    return found


def page() -> str:
    """The page as it stands in the docs."""
    by_rule = carriers()
    rows = []
    for rule, entry in RULES.items():
        words = CATALOGUE[f"rule.{rule}"]
        where = "<br>".join(f"{part}: `{file}`" for part, file in sorted(by_rule[rule]))
        rows.append(f"| `{rule}` | {entry.kind} | {entry.article} | {words.en} | {words.zh} | {where} |\n")
    return HEAD + "".join(rows)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
