"""Names as a session may see them: masked until somebody asked for them. Faults in words, their cells masked too."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from allocator.competition.labels import Labels
from allocator.words import CATALOGUE, Lang, describe

if TYPE_CHECKING:
    from collections.abc import Iterable

    from allocator.competition.scoring import Scores
    from allocator.faults import Fault
    from models.competition.case import Case

STAR = "＊"
WORD = re.compile(r"[^\s、，。；：（）“”,.;:()\"']+")
"""What may be a name among other words."""


def masked_name(name: str) -> str:
    """A name of which only the first character is shown; how long it is does not show."""
    return name[:1] + STAR * 2 if name else ""


def masked_case(case: Case) -> Case:
    """The same case with every person's name masked."""
    people = tuple(person.model_copy(update={"name": masked_name(person.name)}) for person in case.people)
    return case.model_copy(update={"people": people})


def masked_scores(scores: Scores) -> Scores:
    """The same scores over the masked case, so that whatever is worded from them is masked."""
    bureau = replace(scores.bureau, case=masked_case(scores.bureau.case))
    bureau.__dict__["case_sha256"] = scores.bureau.case_sha256  # it is still the same case
    return replace(scores, bureau=bureau)


class Names(Labels):
    """The names of one case for one reader, and the words for faults."""

    def __init__(self, case: Case | None, lang: Lang, masked: bool = True, known: Iterable[str] = ()) -> None:
        """``known`` are the names of people that may stand anywhere in the files of a case that is not sound."""
        super().__init__(None if case is None else masked_case(case) if masked else case, lang)
        self.masked = masked
        self._bare = {} if case is None else {p.person_id: p.name for p in case.people}
        self._known = frozenset(known if case is None else self._bare.values()) if masked else frozenset()

    def bare(self, person_id: str) -> str:
        """A person's name alone, for a column that has the id beside it; masked where names are."""
        name = self._bare.get(person_id, person_id)
        return masked_name(name) if self.masked and name != person_id else name

    def fault(self, fault: Fault) -> str:
        """A fault as a sentence; the value of a cell that holds a name is masked."""
        place = {
            "table": self.table(fault.table),
            "row": fault.row,
            "column": self.column(fault.table, fault.column),
            "value": self.cell(fault.column, fault.value),
        }
        return self.veiled(describe(f"fault.{fault.code}", {**place, **self.arguments(fault.args)}, self.lang))

    def cell(self, column: str | None, value: str | None) -> str:
        """What a cell holds; a name is masked, in whatever column it stands."""
        text = value or ""
        return masked_name(text) if self.masked and column == "name" else self.veiled(text)

    def veiled(self, text: str) -> str:
        """A text with the names of people in it masked, where names are."""
        if text in self._known:
            return masked_name(text)
        return WORD.sub(lambda word: masked_name(word[0]) if word[0] in self._known else word[0], text)

    def table(self, table: str | None) -> str:
        """A table by its heading; a file by its own name."""
        return self.word("table", table)

    def column(self, table: str | None, column: str | None) -> str:
        """A column by its heading."""
        return self.word(f"column.{table}", column)

    def word(self, family: str, code: str | None) -> str:
        """The word of a code of a family; the code itself where it has none."""
        key = f"{family}.{code}"
        return self.words(key) if key in CATALOGUE else code or ""
