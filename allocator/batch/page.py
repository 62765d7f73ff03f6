"""The summary as one page for a browser: no script, no address, everything in the file."""

from collections.abc import Iterable, Sequence
from html import escape

from allocator.batch import plots
from allocator.batch.summary import Summary
from allocator.batch.summary_text import Table, book_names, tables_of
from allocator.words import Lang, say

STYLE = """
body{font:15px/1.5 system-ui,sans-serif;max-width:1180px;margin:2em auto;padding:0 1em;color:#1d2328}
h1{font-size:1.5em}h2{font-size:1.15em;margin-top:2em;border-bottom:1px solid #d5dade}h3{overflow-wrap:anywhere}
table{border-collapse:collapse;margin:1em 0;font-size:.87em}
th,td{padding:.25em .5em;text-align:left;border-bottom:1px solid #e3e7ea;white-space:nowrap}
th{white-space:normal;word-break:keep-all;vertical-align:bottom}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}.wide{overflow-x:auto}
td.t{white-space:normal;overflow-wrap:anywhere;min-width:9em}
figure{margin:1em 0;max-width:960px}figcaption{font-weight:600;margin-bottom:.3em}
svg{display:block;width:100%;height:auto;font:12px system-ui,sans-serif}svg g text{font-size:11px}
svg .light text{fill:#fff}svg .dark text{fill:#1d2328}
svg .axis{stroke:#888}svg .grid{stroke:#e3e7ea}svg .whisker{stroke:#444}svg .middle{stroke:#111;stroke-width:2}
svg .curve{fill:none;stroke:#1f6f8b;stroke-width:2}
@page{size:A4;margin:12mm}
@media print{body{margin:0;padding:0;max-width:none;font-size:11px;print-color-adjust:exact}
table{font-size:8px;width:100%}th,td{padding:.2em .35em}td.t{min-width:6em}.wide{overflow:visible}
thead{display:table-header-group}tr,figure{break-inside:avoid}h1,h2,h3{break-after:avoid}}
"""
LONG = 24
"""Longer texts in a table, paths as a rule, may be broken over lines."""
POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def summary_page(summary: Summary, lang: Lang) -> bytes:
    """The page in one language."""

    def words(code: str, **arguments: object) -> str:
        return say(code, lang, **arguments)

    parts = [f"<h1>{escape(words('batch.heading'))}</h1>", f"<p>{escape(words('batch.advisory'))}</p>"]
    drawn = _plots(summary, words)
    for block in tables_of(summary, words):
        parts.append(f"<h2>{escape(block.heading)}</h2>")
        parts += [f"<p>{escape(line)}</p>" for line in block.lines]
        parts += drawn.get(block.name, ())
        if block.table is not None and block.table.rows:
            parts.append(_table(block.table))
    html = "zh-CN" if lang == "zh" else "en"
    head = (
        f'<!DOCTYPE html><html lang="{html}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        f"<title>{escape(words('batch.heading'))}</title><style>{STYLE}</style></head><body>"
    )
    return (head + "\n".join(parts) + "</body></html>\n").encode()


def _plots(summary: Summary, words: plots.Words) -> dict[str, list[str]]:
    """The plots of each part that has something to plot."""
    drawn: dict[str, list[str]] = {}
    books = book_names(summary)
    for rulebook in dict.fromkeys(gap.rulebook for gap in summary.gaps):
        own = [gap for gap in summary.gaps if gap.rulebook == rulebook]
        several = len(books) > 1
        drawn.setdefault("gaps", []).extend([f"<h3>{escape(books[rulebook])}</h3>"] if several else [])
        drawn["gaps"] += [_figure(words("batch.plot.verdicts"), plots.verdicts(own, words))]
        drawn["gaps"] += [_figure(words("batch.plot.spreads"), plots.spreads(own, words))]
    if summary.served:
        drawn["served"] = [
            _figure(words("batch.plot.wishes"), plots.wishes(summary.served, books, words)),
            _figure(words("batch.plot.vacancies"), plots.vacancies(summary.served, books, words)),
        ]
    if summary.proofs:
        drawn["proofs"] = [_figure(words("batch.plot.proofs"), plots.proofs(summary.proofs, words))]
    return drawn


def _figure(caption: str, svg: str) -> str:
    return f"<figure><figcaption>{escape(caption)}</figcaption>{svg}</figure>"


def _table(table: Table) -> str:
    return (
        '<div class="wide"><table><thead>'
        + _row("th", table.headings, table.numbers)
        + "</thead><tbody>"
        + "".join(_row("td", row, table.numbers) for row in table.rows)
        + "</tbody></table></div>"
    )


def _row(tag: str, cells: Sequence[str], numbers: Iterable[int]) -> str:
    right = set(numbers)

    def kind(i: int, cell: str) -> str:
        return ' class="n"' if i in right else ' class="t"' if len(cell) > LONG else ""

    shown = (f"<{tag}{kind(i, cell)}>{escape(cell)}</{tag}>" for i, cell in enumerate(cells))
    return f"<tr>{''.join(shown)}</tr>"
