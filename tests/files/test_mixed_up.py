"""Workbooks mixed up by chance: each ends in the case it holds, or in a fault, never in another case."""

import random

import pytest

from allocator.competition.check import check
from allocator.competition.files import read_case
from models.common.canonical import case_sha256
from models.competition.rulebook import Rulebook
from tests.files.kept import KEPT, SOURCE, Book, embedded, write

LAST = ("headings_in_two_rows", "choices_under_rounds", "titles_and_notes", "sheets_renamed")
"""What changes where headings and sheets are found is done after what looks for them."""
FREE_TEXT = ("姓名", "科室名称", "专业特长", "业务熟练程度", "编制单位", "关系")
"""Names and texts are kept to the letter: a space in them is theirs."""
MANY = 2_000
FEW = 40


def spoilt(book: Book, chance: random.Random) -> None:
    """One cell changed into something an officer might have left there."""
    sheet = chance.choice(sorted(set(book.tables) - {"方案", "指定"}))
    row = chance.randrange(1, len(book.tables[sheet]))
    column = chance.randrange(len(book.tables[sheet][0]))
    cell = book.tables[sheet][row][column]
    if book.tables[sheet][0][column] in FREE_TEXT:
        return
    if isinstance(cell, str):
        book.tables[sheet][row][column] = chance.choice([f" {cell}", f"{cell}　", f"'{cell}" if column == 0 else cell])
    elif isinstance(cell, float):
        book.tables[sheet][row][column] = chance.choice([f"{cell:g}", f" {cell:g} ", f"{cell:g}".replace(".", "．")])


def mixed_up(number: int) -> Book:
    """The embedded bureau after some of the ways of keeping it, in an order by chance."""
    chance = random.Random(number)
    book = embedded()
    chosen = chance.sample(sorted(KEPT), chance.randint(1, 6))
    for kept in sorted(chosen, key=lambda one: (LAST.index(one) if one in LAST else -1, chance.random())):
        if kept not in LAST and chance.random() < 0.5:
            spoilt(book, chance)
        try:
            KEPT[kept](book)
        except (ValueError, KeyError, TypeError, IndexError, ArithmeticError, AttributeError):
            continue  # this way needs a table as another has already changed it
    return book


@pytest.fixture(scope="module")
def bureau() -> str:
    checked = check(read_case(SOURCE, Rulebook()), Rulebook())
    assert checked.case is not None
    return case_sha256(checked.case)


@pytest.mark.parametrize(
    "number", [pytest.param(n, marks=[pytest.mark.exhaustive] if n >= FEW else []) for n in range(MANY)]
)
def test_a_mixed_up_workbook_is_the_case_or_a_fault(tmp_path, number, bureau):
    """Protects from the worst: another case, without a word."""
    draft = read_case(write(mixed_up(number), tmp_path / "kept.xlsx"), Rulebook())
    checked = check(draft, Rulebook())
    assert (checked.case is None) == bool(checked.faults)
    assert checked.case is None or case_sha256(checked.case) == bureau


def test_most_mixed_up_workbooks_are_read(tmp_path):
    """Protects the test above from passing because everything is refused."""
    read = 0
    for number in range(FEW):
        checked = check(read_case(write(mixed_up(number), tmp_path / f"{number}.xlsx"), Rulebook()), Rulebook())
        read += checked.case is not None
    assert read > FEW // 2
