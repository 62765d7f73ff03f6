"""Plots as inline SVG: plain shapes and text, no script, nothing fetched from anywhere."""

from collections.abc import Callable, Mapping, Sequence
from html import escape
from math import ceil, floor, log10

from allocator.batch.summary import Gap, Served, Spread
from allocator.batch.summary_text import level_text

WIDE, LABEL, ROW = 900, 300, 26
SIDE = 80
"""Room for a number on either side of a spread."""
COLOURS = ("#1f6f8b", "#5aa9c0", "#a8d3df", "#d9b26f", "#c9ccd1")
GOOD, SAME, BAD = COLOURS[0], COLOURS[4], "#b5523b"
DARK = frozenset({COLOURS[0], BAD})
"""Colours on which numbers are white."""
Words = Callable[..., str]
Books = Mapping[str, str]


def _svg(height: float, title: str, parts: Sequence[str]) -> str:
    return (
        f'<svg viewBox="0 0 {WIDE} {height:g}" role="img" aria-label="{escape(title, quote=True)}">'
        f"<title>{escape(title)}</title>{''.join(parts)}</svg>"
    )


def _text(x: float, y: float, text: str, anchor: str = "start") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(text)}</text>'


def _label(y: float, text: str) -> str:
    """What a row is, left of it; too long a text loses its middle, which stays in the tip."""
    room, short = LABEL - 12, text
    for kept in range(len(text) - 1, 1, -1):
        if _width(short) <= room:
            break
        short = text[: kept // 2] + "…" + text[len(text) - (kept - kept // 2) :]
    tip = "" if short == text else f"<title>{escape(text)}</title>"
    return f'<text x="{LABEL - 8}" y="{y:.1f}" text-anchor="end">{escape(short)}{tip}</text>'


def _width(text: str) -> float:
    """About how wide a text is drawn."""
    return sum(12.5 if ord(char) > 0x2E80 else 6.3 for char in text)


def _bar(x: float, y: float, width: float, colour: str, tip: str) -> str:
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(width, 0):.1f}" height="{ROW - 8}" fill="{colour}">'
        f"<title>{escape(tip)}</title></rect>"
    )


def _stacked(label: str, y: float, parts: Sequence[tuple[str, int]], colours: Sequence[str]) -> list[str]:
    """One bar of shares, each share with its own count behind it."""
    whole, x, room = sum(n for _, n in parts), float(LABEL), WIDE - LABEL - 10
    drawn = [_label(y + 13, label)]
    for (name, count), colour in zip(parts, colours, strict=True):
        width = room * count / whole if whole else 0
        drawn.append(_bar(x, y, width, colour, f"{name}: {count}"))
        if width > 30:
            ink = "light" if colour in DARK else "dark"
            drawn.append(f'<g class="{ink}">{_text(x + width / 2, y + 13, str(count), "middle")}</g>')
        x += width
    return drawn


def _legend(y: float, names: Sequence[str], colours: Sequence[str]) -> list[str]:
    drawn, x = [], float(LABEL)
    for name, colour in zip(names, colours, strict=True):
        drawn += [
            f'<rect x="{x:.1f}" y="{y - 10:.1f}" width="11" height="11" fill="{colour}"/>',
            _text(x + 16, y, name),
        ]
        x += 40 + _width(name)
    return drawn


def verdicts(gaps: Sequence[Gap], words: Words) -> str:
    """For each level, in how many cases the optimum is better, equal and worse."""
    names, colours = [words(f"batch.{kind}") for kind in ("better", "equal", "worse")], (GOOD, SAME, BAD)
    drawn = _legend(14, names, colours)
    for number, gap in enumerate(gaps):
        parts = list(zip(names, (gap.better, gap.equal, gap.worse), strict=True))
        drawn += _stacked(level_name(gap, words), 26 + ROW * number, parts, colours)
    return _svg(30 + ROW * len(gaps), words("batch.plot.verdicts"), drawn)


def spreads(gaps: Sequence[Gap], words: Words) -> str:
    """For each level, how the gap is spread: least to greatest as a line, the middle half as a box; own scale each."""
    drawn = []
    middle, half = LABEL + (WIDE - LABEL) / 2, (WIDE - LABEL) / 2 - SIDE
    drawn.append(f'<line x1="{middle:.1f}" x2="{middle:.1f}" y1="4" y2="{8 + ROW * len(gaps)}" class="axis"/>')
    for number, gap in enumerate(gaps):
        y, spread = 8 + ROW * number, gap.spread
        reach = max(abs(spread.least), abs(spread.greatest)) or 1
        at = [middle + half * value / reach for value in _five(spread)]
        tip = " / ".join(level_text(gap, value) for value in _five(spread))
        drawn += [
            _label(y + 13, level_name(gap, words)),
            f'<line x1="{at[0]:.1f}" x2="{at[4]:.1f}" y1="{y + 9}" y2="{y + 9}" class="whisker"/>',
            _bar(at[1], y, at[3] - at[1], COLOURS[2], tip),
            f'<line x1="{at[2]:.1f}" x2="{at[2]:.1f}" y1="{y}" y2="{y + ROW - 8}" class="middle"/>',
            _text(middle - half - 6, y + 13, _short(gap, spread.least), "end"),
            _text(middle + half + 6, y + 13, _short(gap, spread.greatest)),
        ]
    return _svg(14 + ROW * len(gaps), words("batch.plot.spreads"), drawn)


def _short(gap: Gap, value: float) -> str:
    """A value in few characters: sums of draws, which have ten digits and more, by their power of ten."""
    text = level_text(gap, value)
    if len(text) <= 9:
        return text
    power = floor(log10(abs(value)))
    return f"{value / 10**power:.1f}×10" + "".join("⁰¹²³⁴⁵⁶⁷⁸⁹"[int(digit)] for digit in str(power))


def _five(spread: Spread) -> tuple[float, ...]:
    return (spread.least, spread.low, spread.middle, spread.high, spread.greatest)


def level_name(gap: Gap, words: Words) -> str:
    """Stage and level in words."""
    return f"{words(f'arg.stage.{gap.stage}')} · {words(f'level.{gap.level}')}"


def wishes(served: Sequence[Served], books: Books, words: Words) -> str:
    """For each method, the people by how far their wish was met."""
    names = [words(f"batch.wish.{kind}") for kind in ("round_1", "round_2", "round_3_on", "none", "unplaced")]
    drawn = _legend(14, names, COLOURS)
    for number, one in enumerate(served):
        parts = list(zip(names, (*one.by_wish, one.unplaced), strict=True))
        drawn += _stacked(served_name(one, books, words), 26 + ROW * number, parts, COLOURS)
    return _svg(30 + ROW * len(served), words("batch.plot.wishes"), drawn)


def vacancies(served: Sequence[Served], books: Books, words: Words) -> str:
    """For each method, how the vacancies of a case are spread, all on one scale."""
    reach = max((one.vacancies.greatest for one in served), default=0) or 1
    room, foot = WIDE - LABEL - 60, 8 + ROW * len(served)
    drawn = [f'<line x1="{LABEL}" x2="{LABEL}" y1="4" y2="{foot}" class="axis"/>']
    for number, one in enumerate(served):
        y, five = 8 + ROW * number, _five(one.vacancies)
        at = [LABEL + room * value / reach for value in five]
        drawn += [
            _label(y + 13, served_name(one, books, words)),
            f'<line x1="{at[0]:.1f}" x2="{at[4]:.1f}" y1="{y + 9}" y2="{y + 9}" class="whisker"/>',
            _bar(at[1], y, at[3] - at[1], COLOURS[2], " / ".join(f"{value:g}" for value in five)),
            f'<line x1="{at[2]:.1f}" x2="{at[2]:.1f}" y1="{y}" y2="{y + ROW - 8}" class="middle"/>',
            _text(at[0] - 6, y + 13, f"{five[0]:g}", "end") if at[0] > LABEL + 30 else "",
            _text(at[4] + 6, y + 13, f"{five[4]:g}"),
        ]
    return _svg(14 + ROW * len(served), words("batch.plot.vacancies"), drawn)


def served_name(one: Served, books: Books, words: Words) -> str:
    """The method in words, after the name of its rulebook where there are several."""
    method: str = words(f"method.{one.method}")
    return f"{books[one.rulebook]} · {method}" if len(books) > 1 else method


def proofs(seconds: Sequence[float], words: Words) -> str:
    """The share of optima proven within each time, time in powers of ten."""
    known = [max(value, 0.0001) for value in seconds]
    first, last = floor(log10(known[0])), ceil(log10(known[-1]))
    last = max(last, first + 1)
    high, foot, room = 190, 210, WIDE - 120

    def across(value: float) -> float:
        return 60 + room * (log10(value) - first) / (last - first)

    drawn = []
    for share in (0, 25, 50, 75, 100):
        y = foot - high * share / 100
        drawn += [f'<line x1="60" x2="{60 + room}" y1="{y:.1f}" y2="{y:.1f}" class="grid"/>']
        drawn += [_text(52, y + 4, f"{share} %", "end")]
    drawn += [_text(across(10.0**power), foot + 18, f"{10.0**power:g} s", "middle") for power in range(first, last + 1)]
    steps = _thinned([(across(value), (number + 1) / len(known)) for number, value in enumerate(known)])
    line = " ".join(f"{x:.1f},{foot - high * share:.1f}" for x, share in steps)
    drawn.append(f'<polyline points="{line}" class="curve"/>')
    return _svg(foot + 30, words("batch.plot.proofs"), drawn)


def _thinned(points: list[tuple[float, float]], most: int = 400) -> list[tuple[float, float]]:
    """Few enough points to draw, the first and the last among them."""
    step = max(1, len(points) // most)
    return [*points[::step], points[-1]]
