"""The picture of composite scores by post: who holds it, who stood for it too."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from allocator.labels import Labels
from allocator.report.findings import Findings
from allocator.report.pictures import Figure, in_pages, rows_left_out
from allocator.report.seats import ChiefResults, chief_results, contest_ran
from allocator.report.sheet import Cell, Column, columns, points, sheet
from allocator.report.svg import DARK, WIDE, line, picture, shortened, text
from allocator.scoring import PairScores

LABEL, ROW = 330, 30


def composite_by_post(findings: Findings, labels: Labels) -> Figure | None:
    """For each open post, everybody who stood for it at the composite score; holders of each outcome are marked."""
    results = chief_results(findings, labels)
    posts = [s for s, pairs in results.posts.items() if any(p.composite is not None for p in pairs)]
    if not posts or not contest_ran(findings):
        return None
    values = [p.composite for s in posts for p in results.posts[s] if p.composite is not None]
    low, high = min(values) // 5000 * 5000, -(-max(values) // 5000) * 5000
    title, reading = labels.words("report.figure_posts.title"), labels.words(_reading(findings))
    svgs = tuple(
        picture(f"posts{number}", 62 + ROW * len(page), title, reading, _page(page, results, labels, (low, high)))
        for number, page in enumerate(in_pages(posts))
    )
    rows: list[list[Cell]] = [
        [
            labels.section(s),
            pair.round,
            labels.person(pair.person_id),
            points(pair.composite),
            *results.words_of(pair),
        ]
        for s in posts
        for pair in results.posts[s]
    ]
    headings = [
        *columns(labels, "section #round person"),
        Column(labels.words("score.composite"), "number"),
        *(Column(labels.words(f"method.{run.outcome.method}")) for run in findings.runs),
    ]
    table = sheet(labels, "figure_posts", headings, rows)
    left = rows_left_out(labels, posts, labels.words("report.contest.name"))
    return Figure("posts", title, reading, svgs, table, left)


def _reading(findings: Findings) -> str:
    return "figure.posts.read_both" if len(findings.runs) == 2 else "figure.posts.read_one"


def _page(rows: Sequence[str], results: ChiefResults, labels: Labels, span: tuple[int, int]) -> list[str]:
    low, high = span
    room = WIDE - LABEL - 40

    def at(value: int) -> float:
        return LABEL + 10 + room * (value - low) / max(high - low, 1)

    bottom = 30 + ROW * len(rows)
    step = 5000 if high - low <= 50000 else 10000
    parts = []
    for mark in range(low, high + 1, step):
        parts += [
            line(at(mark), 26, at(mark), bottom, "grid"),
            text(at(mark), 18, str(mark // 1000), "middle", "small"),
        ]
    for number, section_id in enumerate(rows):
        y = 30 + ROW * number + ROW / 2
        parts.append(line(LABEL, y, WIDE - 20, y, "grid"))
        parts.append(text(LABEL - 8, y + 5, shortened(_holders(section_id, results, labels), LABEL - 12), "end"))
        own = [pair for pair in results.posts[section_id] if pair.composite is not None]
        placed = _apart([(at(pair.composite or 0), pair) for pair in own])
        for x, shift, pair in sorted(placed, key=lambda one: results.wins_any(one[2])):
            parts.append(_dot(x, y + shift, pair, results, labels))
    parts.append(text(WIDE - 20, bottom + 18, labels.words("score.composite"), "end", "small"))
    return parts


def _apart(own: list[tuple[float, PairScores]]) -> list[tuple[float, float, PairScores]]:
    """Where dots would cover one another, they stand a little higher and lower in turn."""
    ordered = sorted(own, key=lambda one: (one[0], one[1].person_id))
    placed: list[tuple[float, float, PairScores]] = []
    shift = 0.0
    for number, (x, pair) in enumerate(ordered):
        near = number > 0 and x - ordered[number - 1][0] < 16
        follows = number + 1 < len(ordered) and ordered[number + 1][0] - x < 16
        shift = -shift if near and shift else -8.0 if follows else 0.0
        placed.append((x, shift, pair))
    return placed


def _holders(section_id: str, results: ChiefResults, labels: Labels) -> str:
    names = []
    for number in range(len(results.seats)):
        holder = next((p.person_id for p in results.posts[section_id] if results.wins(p, number)), None)
        names.append(labels.person(holder) if holder else labels.words("figure.vacant"))
    shown = names[0] if len(set(names)) == 1 else labels.words("figure.two_holders", rules=names[0], optimal=names[-1])
    return labels.words("figure.post_holder", section=labels.section(section_id), people=shown)


def _dot(x: float, y: float, pair: PairScores, results: ChiefResults, labels: Labels) -> str:
    """A circle with the filing round; filled for the first outcome's holder, within a square for the second's."""
    first, second = results.wins(pair, 0), len(results.seats) > 1 and results.wins(pair, 1)
    tip = labels.words("figure.post_dot", person=labels.person(pair.person_id), round=pair.round)
    square = f'<rect x="{x - 11:.1f}" y="{y - 11:.1f}" width="22" height="22" class="held"/>' if second else ""
    fill = DARK if first else "#fff"
    return (
        f"<g><title>{escape(tip)}</title>{square}"
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="8" fill="{fill}" stroke="{DARK}" stroke-width="1.3"/>'
        f"{text(x, y + 4, str(pair.round), 'middle', 'dot light' if first else 'dot')}</g>"
    )
