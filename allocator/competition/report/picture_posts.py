"""The picture of composite scores by post: who holds it, who stood for it too."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from allocator.competition.labels import Labels
from allocator.competition.report.findings import Findings
from allocator.competition.report.seats import ChiefResults, chief_results, contest_ran
from allocator.competition.scoring import PairScores
from allocator.report.figure import OPENED, Figure, in_pages, rows_left_out
from allocator.report.sheet import Cell, Column, columns, points, sheet
from allocator.report.svg import DARK, WIDE, line, picture, shortened, text

LABEL, ROW, LANE = 260, 30, 19


def composite_by_post(findings: Findings, labels: Labels) -> Figure | None:
    """For each open post, everybody who stood for it at the composite score; holders of each outcome are marked."""
    results = chief_results(findings, labels)
    posts = [s for s, pairs in results.posts.items() if any(p.composite is not None for p in pairs)]
    if not posts or not contest_ran(findings):
        return None
    values = [p.composite for s in posts for p in results.posts[s] if p.composite is not None]
    low, high = min(values) // 5000 * 5000, -(-max(values) // 5000) * 5000
    title, reading = labels.words("report.figure_posts.title"), labels.words(_reading(findings))
    svgs = []
    for number, page in enumerate(in_pages(posts)):
        parts, height = _page(page, results, labels, (low, high))
        svgs.append(picture(f"posts{number}", height, title, reading, parts))
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
    name = labels.words("report.contest.name")
    opened = len(rows) <= OPENED
    left = rows_left_out(labels, posts, name) + ("" if opened else labels.words("figure.posts.names", sheet=name))
    return Figure("posts", title, reading, tuple(svgs), table, left, opened)


def _reading(findings: Findings) -> str:
    return "figure.posts.read_both" if len(findings.runs) == 2 else "figure.posts.read_one"


def _page(rows: Sequence[str], results: ChiefResults, labels: Labels, span: tuple[int, int]) -> tuple[list[str], float]:
    """What is drawn of some posts, and how tall it is."""
    low, high = span
    room = WIDE - LABEL - 40

    def at(value: int) -> float:
        return LABEL + 10 + room * (value - low) / max(high - low, 1)

    parts, top = [], 30.0
    for section_id in rows:
        dots = _apart([(at(p.composite), p) for p in results.posts[section_id] if p.composite is not None])
        lanes = max(lane for _, lane, _ in dots) + 1
        tall = max(ROW, LANE * lanes + 11)
        y = top + tall / 2
        parts.append(line(LABEL, y, WIDE - 20, y, "grid"))
        parts.append(text(LABEL - 8, y + 5, shortened(_holders(section_id, results, labels), LABEL - 12), "end"))
        for x, lane, pair in dots:
            parts.append(_dot(x, y + LANE * (lane - (lanes - 1) / 2), pair, results, labels))
        top += tall
    step = 5000 if high - low <= 50000 else 10000
    marks = []
    for mark in range(low, high + 1, step):
        marks.append(line(at(mark), 26, at(mark), top, "grid"))
        marks.append(text(at(mark), 18, str(mark // 1000), "middle", "small"))
    named = text(WIDE - 20, top + 18, labels.words("score.composite"), "end", "small")
    return [*marks, *parts, named], top + 32


def _apart(own: list[tuple[float, PairScores]]) -> list[tuple[float, int, PairScores]]:
    """In which lane each dot stands, so that none covers another."""
    ends: list[float] = []
    placed = []
    for x, pair in sorted(own, key=lambda one: (one[0], one[1].person_id)):
        lane = next((number for number, end in enumerate(ends) if x - end >= LANE + 1), len(ends))
        ends[lane:] = [x, *ends[lane + 1 :]]
        placed.append((x, lane, pair))
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
