"""Plain shapes of inline SVG: no script, no address, patterns beside colours so that it prints in black and white."""

from collections.abc import Sequence
from html import escape
from unicodedata import east_asian_width

WIDE = 840
"""On A4 a letter of the pictures is then about eight points tall."""
DARK, MIDDLE, LIGHT, ACCENT, INK, GRID = "#2b4560", "#6f879e", "#c8d3dd", "#a8641c", "#1c2733", "#dfe4e9"
EM = 13
PATTERNS = (
    f'<pattern id="p-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    f'<rect width="6" height="6" fill="#fff"/><rect width="2.4" height="6" fill="{DARK}"/></pattern>'
    f'<pattern id="p-dots" width="6" height="6" patternUnits="userSpaceOnUse">'
    f'<rect width="6" height="6" fill="#fff"/><circle cx="3" cy="3" r="1.5" fill="{DARK}"/></pattern>'
    f'<pattern id="p-lines" width="5" height="5" patternUnits="userSpaceOnUse">'
    f'<rect width="5" height="5" fill="#fff"/><rect width="5" height="1.4" fill="{MIDDLE}"/></pattern>'
    f'<pattern id="p-cross" width="6" height="6" patternUnits="userSpaceOnUse">'
    f'<rect width="6" height="6" fill="#fff"/><path d="M0 3h6M3 0v6" stroke="{MIDDLE}"/></pattern>'
)
FILLS = (DARK, MIDDLE, LIGHT, "url(#p-hatch)", "url(#p-dots)", "url(#p-lines)")
"""Fills that stay apart in black and white: dark, middle, light, hatched, dotted, lined."""


def picture(name: str, height: float, title: str, description: str, parts: Sequence[str]) -> str:
    """A picture with a title and a description for those who do not see it. ``name`` is unique in the page."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {height:g}" role="img" '
        f'aria-labelledby="{name}-t {name}-d"><title id="{name}-t">{escape(title)}</title>'
        f'<desc id="{name}-d">{escape(description)}</desc>{"".join(parts)}</svg>'
    )


def text(x: float, y: float, words: str, anchor: str = "start", style: str = "") -> str:
    """A line of text."""
    kind = f' class="{style}"' if style else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"{kind}>{escape(words)}</text>'


def bar(x: float, y: float, width: float, height: float, fill: str, tip: str = "") -> str:
    """A rectangle with an outline; the tip says what it stands for."""
    title = f"<title>{escape(tip)}</title>" if tip else ""
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(width, 0):.1f}" height="{height:.1f}" fill="{fill}" '
        f'stroke="{DARK}" stroke-width="0.7">{title}</rect>'
    )


def line(x1: float, y1: float, x2: float, y2: float, style: str) -> str:
    """A straight line of a style of the sheet."""
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" class="{style}"/>'


def ribbon(x1: float, y1: float, x2: float, y2: float, style: str, tip: str) -> str:
    """A smooth line from one column to the next."""
    middle = (x1 + x2) / 2
    path = f"M{x1:.1f} {y1:.1f}C{middle:.1f} {y1:.1f} {middle:.1f} {y2:.1f} {x2:.1f} {y2:.1f}"
    return f'<path d="{path}" class="{style}"><title>{escape(tip)}</title></path>'


def legend(left: float, y: float, entries: Sequence[tuple[str, str]]) -> tuple[list[str], float]:
    """Fills with what they mean, in as many rows as they take; and where the last row stands."""
    drawn: list[str] = []
    x = left
    for words, fill in entries:
        wide = 20 + text_length(words)
        if x > left and x + wide > WIDE - 4:
            x, y = left, y + 20
        drawn += [bar(x, y - 10, 14, 11, fill), text(x + 20, y, words)]
        x += wide + 24
    return drawn, y


def text_length(words: str) -> float:
    """About how wide a text is drawn."""
    return sum(EM if east_asian_width(char) in "WF" else EM * 0.56 for char in words)


def shortened(words: str, room: float) -> str:
    """A text that fits, cut with three dots where it is too long."""
    if text_length(words) <= room:
        return words
    kept = words
    while kept and text_length(kept) + EM > room:
        kept = kept[:-1]
    return f"{kept}…"
