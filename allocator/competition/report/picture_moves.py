"""Pictures of who moved from where to where: chiefs one by one, everybody by section."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from allocator.competition.labels import Labels
from allocator.competition.report.findings import Findings
from allocator.competition.report.seats import seats_of
from allocator.report.figure import Figure, in_pages, rows_left_out
from allocator.report.sheet import Cell, Column, Sheet, columns, sheet
from allocator.report.svg import DARK, FILLS, LIGHT, WIDE, bar, legend, picture, ribbon, shortened, text, text_length
from models.competition.outcome import Placement

ROW, HEAD, SLOPES = 27, 34, 38
"""Heights of a box and of the headings, and the most boxes one below the other on a printed page."""
MATRIX = 20
"""The most sections whose moves are drawn as a square of numbers."""
NOWHERE = ""
"""Where people stand who have no section, or hold no chief post afterwards."""
Stop = tuple[str, ...]


def chief_moves(findings: Findings, labels: Labels) -> Figure | None:
    """Everybody who is a chief now or afterwards: from the present section to the chief post of each outcome."""
    seats = [seats_of(run.outcome) for run in findings.runs]
    concerned = {p.person_id for p in findings.case.people if p.chief and p.staffing != "contract"}
    concerned |= {one.person_id for own in seats for one in own.values() if one.role == "chief"}
    if not concerned:
        return None
    people = findings.scores.bureau.people
    paths: dict[str, Stop] = {
        who: (people[who].section_id or NOWHERE, *(_chief_section(own, who) for own in seats))
        for who in sorted(concerned)
    }
    table = _moves_table(findings, paths, labels)
    shown = _sections_shown(findings, paths)
    if len(shown) > SLOPES:
        left = labels.words("figure.too_many", count=len(shown), sheet=labels.words("report.contest.name"))
        return Figure("moves", table.title, labels.words("figure.moves.read"), (), table, left)
    drawn = _slopes(findings, {w: p for w, p in paths.items() if set(p) & set(shown)}, shown, labels)
    left = "" if len(shown) == len(findings.case.sections) else labels.words("figure.moves.only_changed")
    return Figure("moves", table.title, labels.words("figure.moves.read"), (drawn,), table, left)


def _chief_section(seats: Mapping[str, Placement], who: str) -> str:
    seat = seats.get(who)
    return seat.section_id if seat is not None and seat.role == "chief" else NOWHERE


def _sections_shown(findings: Findings, paths: Mapping[str, Stop]) -> list[str]:
    """Every section; where they are too many, those between which the outcomes differ."""
    every = [section.section_id for section in findings.case.sections]
    if len(every) <= SLOPES:
        return every
    differing = {stop for path in paths.values() if path[1] != path[-1] for stop in path}
    return [section_id for section_id in every if section_id in differing]


def _moves_table(findings: Findings, paths: Mapping[str, Stop], labels: Labels) -> Sheet:
    rows: list[list[Cell]] = [
        [labels.person(who), *(labels.section(stop) if stop else labels.words("none") for stop in path)]
        for who, path in paths.items()
    ]
    methods = [Column(labels.words(f"method.{run.outcome.method}")) for run in findings.runs]
    return sheet(labels, "figure_moves", [*columns(labels, "person from"), *methods], rows)


def _slopes(findings: Findings, paths: Mapping[str, Stop], shown: Sequence[str], labels: Labels) -> str:
    stops = len(findings.runs) + 1
    row_of = {section_id: number for number, section_id in enumerate([*shown, NOWHERE])}
    wide = 260 if stops == 2 else 200
    lefts = [1 + column * (WIDE - wide - 2) / (stops - 1) for column in range(stops)]
    heads = ["figure.now", *(f"method.{run.outcome.method}" for run in findings.runs)]
    parts = [
        text(left + wide / 2, 18, labels.words(head), "middle", "strong")
        for left, head in zip(lefts, heads, strict=True)
    ]
    for who, path in paths.items():
        for column in range(1, stops):
            one, two = path[column - 1], path[column]
            if one not in row_of or two not in row_of or (one == two == NOWHERE):
                continue
            style = "stay" if one == two else "gone" if two == NOWHERE else "move"
            ends = (lefts[column - 1] + wide, _middle(row_of[one]), lefts[column], _middle(row_of[two]))
            parts.append(ribbon(*ends, style, labels.person(who)))
    for column, left in enumerate(lefts):
        there: dict[str, list[str]] = {}
        for who, path in paths.items():
            there.setdefault(path[column], []).append(who)
        for section_id, number in row_of.items():
            parts += _box(section_id, there.get(section_id, []), left, HEAD + ROW * number, wide, column, labels)
    height = HEAD + ROW * len(row_of) + 6
    return picture("moves", height, labels.words("report.figure_moves.title"), labels.words("figure.moves.read"), parts)


def _middle(row: int) -> float:
    return HEAD + ROW * row + ROW / 2 - 2


def _box(section_id: str, people: list[str], x: float, y: float, wide: float, column: int, labels: Labels) -> list[str]:
    if section_id == NOWHERE:
        if not people:
            return []
        code = "figure.no_section" if column == 0 else "figure.no_post"
        words = labels.words(code, people=labels.people(people))
        if text_length(words) > wide - 12:
            words = labels.words(code, people=labels.words("figure.people", count=len(people)))
        return [bar(x, y, wide, ROW - 5, "#fff"), text(x + 8, y + 16, shortened(words, wide - 12), style="small")]
    names = labels.people(people) if people else labels.words("figure.vacant" if column else "none")
    words = labels.words("figure.post_holder", section=labels.section(section_id), people=names)
    fill = "#f3f5f7" if people else "#fff"
    return [bar(x, y, wide, ROW - 5, fill, words), text(x + 8, y + 16, shortened(words, wide - 12), style="small")]


def staff_moves(findings: Findings, labels: Labels) -> Figure | None:
    """How many people of the proposal go from each section to each: a square of numbers, or bars where it is large."""
    people = findings.scores.bureau.people
    flows = Counter((people[p.person_id].section_id or NOWHERE, p.section_id) for p in findings.run.outcome.placements)
    for one in findings.run.outcome.unplaced:
        flows[people[one.person_id].section_id or NOWHERE, NOWHERE] += 1
    sections = [section.section_id for section in findings.case.sections]
    rows: list[list[Cell]] = [
        [
            labels.section(one) if one else labels.words("figure.no_section_short"),
            labels.section(two) if two else labels.words("figure.no_seat"),
            count,
        ]
        for (one, two), count in sorted(flows.items())
    ]
    method = labels.words(f"method.{findings.run.outcome.method}")
    table = sheet(labels, "figure_flows", columns(labels, "from to #count"), rows, method=method)
    if len(sections) <= MATRIX:
        reading = labels.words("figure.flows.read_square")
        drawn = _square(flows, sections, table.title, reading, labels)
        return Figure("flows", table.title, reading, (drawn,), table)
    reading = labels.words("figure.flows.read_bars")
    svgs = tuple(
        _flow_bars(flows, page, number, table.title, reading, labels) for number, page in enumerate(in_pages(sections))
    )
    left = rows_left_out(labels, sections, labels.words("report.placements.name", method=method))
    return Figure("flows", table.title, reading, svgs, table, left)


def _square(flows: Counter[tuple[str, str]], sections: list[str], title: str, reading: str, labels: Labels) -> str:
    rows, goals = [*sections, NOWHERE], [*sections, NOWHERE]
    left = 185
    longest = max(text_length(labels.section(goal)) for goal in sections)
    top = 34 + 0.75 * min(longest, 170)
    cell = min((WIDE - left - 10) / len(goals), 48)
    tall = min(cell, 30)
    most = max(flows.values(), default=1)
    parts = [text(left - 10, top - 12, labels.words("figure.flows.axes"), "end", "small")]
    for column, goal in enumerate(goals):
        x = left + cell * (column + 0.5)
        name = labels.section(goal) if goal else labels.words("figure.no_seat")
        slanted = text(0, 0, shortened(name, 170), style="small")
        parts.append(f'<g transform="translate({x + 4:.1f} {top - 8:.1f}) rotate(-50)">{slanted}</g>')
    for number, start in enumerate(rows):
        y = top + tall * number
        name = labels.section(start) if start else labels.words("figure.no_section_short")
        parts.append(text(left - 10, y + tall / 2 + 5, shortened(name, left - 16), "end"))
        for column, goal in enumerate(goals):
            parts.append(_cell(flows[start, goal], most, left + cell * column, y, cell, tall))
    parts += [_frame(left + cell * number, top + tall * number, cell, tall) for number in range(len(sections))]
    return picture("flows", top + tall * len(rows) + 6, title, reading, parts)


def _cell(count: int, most: int, x: float, y: float, wide: float, tall: float) -> str:
    shade = 0.12 + 0.68 * count / most if count else 0
    drawn = (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{tall:.1f}" fill="{DARK}" '
        f'fill-opacity="{shade:.2f}" class="cell"/>'
    )
    return drawn + (
        text(x + wide / 2, y + tall / 2 + 5, str(count), "middle", "light" if shade > 0.5 else "") if count else ""
    )


def _frame(x: float, y: float, wide: float, tall: float) -> str:
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{tall:.1f}" fill="none" class="own"/>'


def _flow_bars(
    flows: Counter[tuple[str, str]], page: Sequence[str], number: int, title: str, reading: str, labels: Labels
) -> str:
    stay = {s: flows[s, s] for s in page}
    come = {s: sum(n for (a, b), n in flows.items() if b == s and a != s) for s in page}
    leave = {s: sum(n for (a, b), n in flows.items() if a == s and b != s) for s in page}
    most = max((stay[s] + max(come[s], leave[s]) for s in page), default=1) or 1
    label = 180
    half = (WIDE - label - 70) / 2
    middle = label + half
    names = ("figure.leave", "figure.stay", "figure.come")
    fills = ("url(#p-lines)", LIGHT, DARK)
    parts, _ = legend(label, 16, [(labels.words(name), fill) for name, fill in zip(names, fills, strict=True)])
    unit = half / most
    for row, s in enumerate(page):
        y = 30 + 22 * row
        parts.append(text(label - 10, y + 13, shortened(labels.section(s), label - 14), "end", "small"))
        parts.append(bar(middle - unit * leave[s], y, unit * leave[s], 16, FILLS[5], str(leave[s])))
        parts.append(bar(middle, y, unit * stay[s], 16, LIGHT, str(stay[s])))
        parts.append(bar(middle + unit * stay[s], y, unit * come[s], 16, DARK, str(come[s])))
        counts = f"{leave[s]} / {stay[s]} / {come[s]}"
        parts.append(text(middle + unit * (stay[s] + come[s]) + 6, y + 13, counts, style="tiny"))
    return picture(f"flows{number}", 34 + 22 * len(page), title, reading, parts)
