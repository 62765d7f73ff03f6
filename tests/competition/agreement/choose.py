"""Chooses the cases of the suite: ``python -m tests.competition.agreement.choose 2600``.

It looks through so many tiny cases with the reference alone, takes those in which the levels that seldom decide do, and
the rules that seldom bind, and then the few of all those that every run should have. The answers go into ``chosen``.
"""

import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from tests.competition.agreement.chosen import FIRST
from tests.competition.reference import tiny
from tests.competition.reference.census import ALSO, LEVELS, RULES, binding_rules, deciding_levels

WANTED = 13
"""In so many cases everything should matter, a few more than the suite asks for."""

QUICK = 40
"""So many cases every run should have."""

Matters = Mapping[int, set[str]]
RARE = "a pinned chief"
EVERYTHING = (*[" ".join(level) for level in LEVELS], *RULES, *ALSO, RARE)


def what_matters(index: int) -> set[str]:
    """The levels that decide and the rules that bind in one case."""
    with tempfile.TemporaryDirectory() as folder:
        path = tiny.write(index, Path(folder))
        found = {*[" ".join(level) for level in deciding_levels(path)], *binding_rules(path)}
    if any((row["role"], row["mode"]) == ("chief", "assign") for row in tiny.make(index).tables.get("pins", [])):
        found.add(RARE)
    return found


def further(found: Matters) -> list[int]:
    """The cases after the first ones that bring most of what is still wanted, until nothing is."""
    count = Counter(what for index in range(FIRST) for what in found[index])
    left = [index for index in found if index >= FIRST]
    chosen = []
    while any(count[what] < WANTED for what in EVERYTHING):
        best = max(
            left, key=lambda index: (sum(WANTED / (1 + count[w]) for w in found[index] if count[w] < WANTED), -index)
        )
        if all(count[what] >= WANTED for what in found[best]):
            break
        left.remove(best)
        chosen.append(best)
        count.update(found[best])
    return sorted(chosen)


def quick(found: Matters, among: Iterable[int]) -> list[int]:
    """The few cases in which, taken together, everything matters as evenly as can be had."""
    count: Counter[str] = Counter()
    left, chosen = list(among), list[int]()
    while len(chosen) < QUICK:
        best = max(left, key=lambda index: (sum(1 / (1 + count[what]) ** 3 for what in found[index]), -index))
        left.remove(best)
        chosen.append(best)
        count.update(found[best])
    return sorted(chosen)


if __name__ == "__main__":
    seen = {index: what_matters(index) for index in range(int(sys.argv[1]))}
    more = further(seen)
    print("FURTHER =", tuple(more))
    print("QUICK =", tuple(quick(seen, [*range(FIRST), *more])))
