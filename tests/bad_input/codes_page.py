"""The page of codes, made from the catalogue; ``python -m tests.bad_input.codes_page`` writes it anew."""

from collections.abc import Callable, Mapping
from pathlib import Path

from allocator.competition.words import check_faults
from allocator.words import CATALOGUE, Entry, case_faults

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "codes.md"
HEAD = """# Codes 代码

Every fault and every warning has a code that never changes; its words may. Faults end a run with exit code 3 before
anything is written; each is listed with its table, row (the heading is row 1; in JSON rows are counted from 1 within
their list), column and value. Warnings do not stop a run: they are printed by `check`, and those about the case or the
run stand in the outcome with their arguments (in braces below). This page is made from the catalogue of words.

每个问题（fault）和提醒（warning）都有固定代码。有问题时程序以退出码 3 结束，不写任何文件，
并列出表、行、列和原值；提醒不影响运行。
"""

GIVEN = ("fault.given_", "fault.stage_not_ready")


def page() -> str:
    """The page as it stands in the docs."""
    contents, seen = {*case_faults.ENTRIES, *check_faults.ENTRIES}, set[str]()
    kinds: tuple[tuple[str, Callable[[str], bool]], ...] = (
        ("Faults of a case's contents 内容的问题", contents.__contains__),
        ("Faults of given placements and stages 已定结果与阶段的问题", lambda c: c.startswith(GIVEN)),
        ("Faults of an outcome file 结果文件的问题", lambda c: c.startswith("fault.outcome_")),
        ("Faults of a problem file 求解问题文件的问题", lambda c: c.startswith("fault.problem_")),
    )
    parts = []
    for title, wanted in kinds:
        entries = _of("fault.", wanted)
        seen |= entries.keys()
        parts.append((title, entries))
    parts.insert(
        0, ("Faults of files, cells and rulebooks 文件、单元格与规则的问题", _of("fault.", lambda c: c not in seen))
    )
    parts.append(("Warnings 提醒", _of("warning.", lambda _: True)))
    return HEAD + "".join(_table(title, entries) for title, entries in parts)


def _of(prefix: str, wanted: Callable[[str], bool]) -> Mapping[str, Entry]:
    return {c: e for c, e in sorted(CATALOGUE.items()) if c.startswith(prefix) and wanted(c)}


def _table(title: str, entries: Mapping[str, Entry]) -> str:
    rows = [
        f"| `{code.split('.', 1)[1]}` | {_cell(entry.zh)} | {_cell(entry.en)} |\n" for code, entry in entries.items()
    ]
    return f"\n## {title}\n\n| code | 说明 | meaning |\n|---|---|---|\n" + "".join(rows)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
