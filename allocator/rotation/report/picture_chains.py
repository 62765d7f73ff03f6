"""The picture of chains and cycles: who takes whose seat, from the free seat back, or round."""

from __future__ import annotations

from collections.abc import Sequence

from allocator.report.figure import PICTURES, Figure
from allocator.report.svg import ACCENT, LIGHT, WIDE, bar, legend, line, picture, shortened, text
from allocator.rotation.compare.comparison import plan_of
from allocator.rotation.handover import chains_from_free_seats
from allocator.rotation.labels import Labels
from allocator.rotation.report.findings import Findings
from allocator.rotation.report.of_plan import plan_sheet
from models.rotation.outcome import Move

BOX, GAP, HEIGHT = 176, 34, 42
ACROSS = (WIDE - 60) // (BOX + GAP)
LINES_A_PICTURE = 14
FILLS = {"exchange": LIGHT, "rotation": "#fff"}


def chains_figure(findings: Findings, labels: Labels) -> Figure | None:
    """Every chain and cycle of the proposal as boxes: each person with the post left and the post taken."""
    moves = sorted(findings.outcome.moves, key=lambda move: (move.chain, move.step))
    if not moves:
        return None
    chains: dict[int, list[Move]] = {}
    for move in moves:
        chains.setdefault(move.chain, []).append(move)
    free = chains_from_free_seats(findings.roster, plan_of(findings.roster, findings.outcome))
    table = plan_sheet(findings.outcome, labels)
    title = labels.words("rotation.figure.chains")
    reading = labels.words("rotation.figure.chains_read")
    pages = _pages(chains)
    svgs = tuple(
        _drawn(f"chains{number}", [(one, chains[one], one > free) for one in page], title, reading, labels)
        for number, page in enumerate(pages[:PICTURES])
    )
    rest = sum(map(len, pages[PICTURES:]))
    left = labels.words("figure.left_out", count=rest, sheet=table.name) if rest else ""
    return Figure("chains", title, reading, svgs, table, left, opened=False)


def _pages(chains: dict[int, list[Move]]) -> list[list[int]]:
    """The chains of each picture: as many as its lines hold, the longest alone where it must be."""
    pages: list[list[int]] = [[]]
    room = LINES_A_PICTURE
    for number, moves in chains.items():
        lines = -(-len(moves) // ACROSS)
        if pages[-1] and lines > room:
            pages.append([])
            room = LINES_A_PICTURE
        pages[-1].append(number)
        room -= lines
    return pages


def _drawn(name: str, chains: Sequence[tuple[int, list[Move], bool]], title: str, reading: str, labels: Labels) -> str:
    keys = [(labels.words(f"rotation.kind.{kind}"), fill) for kind, fill in FILLS.items()]
    parts, y = legend(10, 16, keys)
    y += 16
    for number, moves, cycle in chains:
        mark = labels.words("rotation.figure.cycle" if cycle else "rotation.figure.chain", number=number)
        parts.append(text(10, y + HEIGHT / 2 + 4, mark))
        for place, move in enumerate(moves):
            row, column = divmod(place, ACROSS)
            x, top = 60 + column * (BOX + GAP), y + row * (HEIGHT + 12)
            parts += _box(move, x, top, labels)
            last = place == len(moves) - 1
            if not last or cycle:
                parts += _arrow(x + BOX, top + HEIGHT / 2, "↺" if last else "")
        y += -(-len(moves) // ACROSS) * (HEIGHT + 12) + 6
    return picture(name, y, title, reading, parts)


def _box(move: Move, x: float, y: float, labels: Labels) -> list[str]:
    """A person over the post that is taken; the tip says the post that is left."""
    person, to = labels.person(move.person_id), labels.post(move.to_post)
    tip = labels.words("rotation.figure.tip", person=person, from_post=labels.post(move.from_post), to_post=to)
    return [
        bar(x, y, BOX, HEIGHT, FILLS[move.kind], tip),
        text(x + 8, y + 17, shortened(person, BOX - 16)),
        text(x + 8, y + 34, shortened(f"→ {to}", BOX - 16), style="small"),
    ]


def _arrow(x: float, y: float, mark: str) -> list[str]:
    """A line to whoever takes the seat that is left; a mark where it goes round to the first."""
    if mark:
        return [text(x + 10, y + 6, mark)]
    head = f'<path d="M{x + GAP - 8:.1f} {y - 4:.1f}l8 4l-8 4z" fill="{ACCENT}"/>'
    return [line(x + 2, y, x + GAP - 6, y, "limit"), head]
