"""The table of fields that templates may use; ``python -m tests.papers.fields_page`` writes it into the manual."""

from pathlib import Path

from allocator.competition.papers import TABLE
from allocator.competition.papers.frame import OWN_WORDS
from allocator.words import CATALOGUE, say

PAGE = Path(__file__).parents[2] / "docs" / "templates-zh.md"
BEGIN, END = "<!-- fields -->", "<!-- end of fields -->"


def table() -> str:
    """Every kind with its file, its own fields and the fields of its rows."""
    lines = ["| 材料 | 模板文件 | 字段 | 表格每行的字段 |", "|---|---|---|---|"]
    for kind in TABLE.values():
        own = "、".join(f"`{field}`" for field in kind.fields if field not in ("rows", "words"))
        rows = "、".join(_with_word(kind.name, field) for field in kind.rows) or "无"
        prefix = "每张 `sheet.`：" if kind.sheets else ""
        lines.append(f"| {say(f'papers.kind.{kind.name}', 'zh')} | `{kind.name}.docx` | {prefix}{own} | {rows} |")
    return "\n".join(lines)


def _with_word(kind: str, field: str) -> str:
    code = f"papers.word.{OWN_WORDS.get((kind, field), field)}"
    return f"`{field}`（{say(code, 'zh')}）" if code in CATALOGUE else f"`{field}`"


def written(page: str) -> str:
    """A page with the table as it is now."""
    before, _, rest = page.partition(BEGIN)
    return f"{before}{BEGIN}\n{table()}\n{END}{rest.partition(END)[2]}"


if __name__ == "__main__":
    PAGE.write_text(written(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
