"""Pictures of wishes met by round, and of the people of each section before and after."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from allocator.competition.compare.wishes import Wishes
from allocator.competition.labels import Labels
from allocator.competition.phrases import wish, wish_kinds
from allocator.competition.report.findings import Findings
from allocator.report.figure import Figure, in_pages, rows_left_out
from allocator.report.sheet import Cell, Column, columns, sheet
from allocator.report.svg import (
    DARK,
    FILLS,
    LIGHT,
    WIDE,
    bar,
    legend,
    line,
    picture,
    shortened,
    text,
)
from models.competition.codes import STAGES

LABEL = 215
Served = tuple[str, str, Mapping[str, int]]


def wishes_met(findings: Findings, labels: Labels) -> Figure | None:
    """For each stage and method, how many people got a seat of which filing round, another, or none."""
    served = _served(findings, labels)
    if not served:
        return None
    kinds = sorted(wish_kinds(*(counts for _, _, counts in served)), key="unplaced".__eq__)
    rounds = [kind for kind in kinds if kind.isdigit()]
    fills = dict(zip(rounds, FILLS[:5], strict=False))
    fills |= {"written_in": FILLS[5], "other": "url(#p-cross)", "unplaced": "#fff"}
    parts, y = legend(10, 16, [(wish(kind, labels), fills.get(kind, LIGHT)) for kind in kinds])
    y += 20
    for stage, method, counts in served:
        whole, x = sum(counts.values()) or 1, float(LABEL)
        name = labels.words("figure.stage_method", stage=stage, method=method)
        parts.append(text(LABEL - 10, y + 16, shortened(name, LABEL - 14), "end"))
        for kind in kinds:
            count = counts.get(kind, 0)
            width = (WIDE - LABEL - 50) * count / whole
            if not count:
                continue
            parts.append(bar(x, y, width, 22, fills.get(kind, LIGHT), f"{wish(kind, labels)}: {count}"))
            parts.append(_count(x + width / 2, y + 16, count, fills.get(kind, LIGHT), width))
            x += width
        parts.append(text(x + 8, y + 16, labels.words("figure.people", count=sum(counts.values())), style="small"))
        y += 34 if method == served[-1][1] else 27
    rows: list[list[Cell]] = [[s, m, *(c.get(k, 0) for k in kinds)] for s, m, c in served]
    headings = [*columns(labels, "stage method"), *(Column(wish(kind, labels), "number") for kind in kinds)]
    table = sheet(labels, "figure_wishes", headings, rows)
    drawn = picture("wishes", y + 4, table.title, labels.words("figure.wishes.read"), parts)
    return Figure("wishes", table.title, labels.words("figure.wishes.read"), (drawn,), table)


def _count(x: float, y: float, count: int, fill: str, width: float) -> str:
    if width < 18:
        return ""
    plain = fill in (DARK, FILLS[1])
    halo = "" if plain or not fill.startswith("url") else bar(x - 12, y - 13, 24, 16, "#fff")
    return halo + text(x, y, str(count), "middle", "light" if plain else "")


def _served(findings: Findings, labels: Labels) -> list[Served]:
    found: list[Served] = []
    wishes = Wishes(findings.scores)
    for stage in STAGES:
        for run in findings.runs:
            if stage in run.results:
                counts = wishes.met(stage, run.before[stage], run.results[stage].standing)
                method = labels.words(f"method.{run.outcome.method}")
                found.append((labels.words(f"arg.stage.{stage}"), method, counts))
    return found


def headcounts(findings: Findings, labels: Labels) -> Figure | None:
    """For each section, the people it has now, those of each outcome, and its headcount."""
    before = Counter(p.section_id for p in findings.case.people if p.section_id and p.staffing != "contract")
    after = [Counter(one.section_id for one in run.outcome.placements) for run in findings.runs]
    sections = {s.section_id: s.headcount for s in findings.case.sections}
    reach = max((before[s] for s in sections), default=1)
    reach = max(reach, *sections.values(), *(own[s] for own in after for s in sections))
    names = [labels.words("figure.before"), *(labels.words(f"method.{run.outcome.method}") for run in findings.runs)]
    order = sorted(sections)
    svgs = []
    for number, page in enumerate(in_pages(order)):
        parts, _ = legend(LABEL, 16, list(zip(names, _HEAD_FILLS, strict=False)))
        parts += [line(WIDE - 150, 6, WIDE - 150, 18, "limit"), text(WIDE - 140, 16, labels.words("head.headcount"))]
        y = 34.0
        for section_id in page:
            counts = [before[section_id], *(own[section_id] for own in after)]
            parts += _section_bars(labels.section(section_id), counts, sections[section_id], reach, y)
            y += 11 * len(counts) + 10
        title = labels.words("report.figure_headcounts.title")
        svgs.append(picture(f"headcounts{number}", y, title, labels.words("figure.headcounts.read"), parts))
    rows: list[list[Cell]] = [[s, labels.section(s), sections[s], before[s], *(own[s] for own in after)] for s in order]
    headings = [*columns(labels, "section_id section #headcount"), *(Column(name, "number") for name in names)]
    table = sheet(labels, "figure_headcounts", headings, rows)
    left = rows_left_out(labels, order, _counted_on(findings, labels))
    return Figure("headcounts", table.title, labels.words("figure.headcounts.read"), tuple(svgs), table, left)


def _counted_on(findings: Findings, labels: Labels) -> str:
    """The sheet of the workbook that says who is in which section."""
    if findings.comparison is not None:
        return labels.words("report.compared_sections.name")
    return labels.words("report.placements.name", method=labels.words(f"method.{findings.run.outcome.method}"))


_HEAD_FILLS = (LIGHT, DARK, "url(#p-hatch)")


def _section_bars(name: str, counts: Sequence[int], headcount: int, reach: int, y: float) -> list[str]:
    room = (WIDE - LABEL - 60) / max(reach, 1)
    parts = [text(LABEL - 10, y + 5.5 * len(counts) + 5, shortened(name, LABEL - 14), "end")]
    for number, (count, fill) in enumerate(zip(counts, _HEAD_FILLS, strict=False)):
        top = y + 11 * number
        parts += [
            bar(LABEL, top, room * count, 9, fill),
            text(LABEL + room * count + 5, top + 9, str(count), style="tiny"),
        ]
    at = LABEL + room * headcount
    parts.append(line(at, y - 2, at, y + 11 * len(counts), "limit"))
    return parts
