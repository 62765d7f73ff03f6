"""``python -m benchmarks.report [FILE.jsonl]``: the tables and the plot of stored rows, without measuring anything."""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks import tables
from benchmarks.figures import Figures
from benchmarks.peers import PEERS
from benchmarks.store import PACKAGES, RESULTS, ROOT, Row, latest, load

README = ROOT / "README.md"
START, END = "<!-- speed: python -m benchmarks.report --readme -->", "<!-- end of speed -->"


def render(stored: Path) -> str:
    """Writes the page and the plot beside the rows, and gives the page."""
    from benchmarks.plot import draw

    figures = Figures(load(stored))
    draw(figures, stored.with_suffix(".svg"))
    text = page(figures, stored.stem)
    stored.with_suffix(".md").write_text(text, encoding="utf-8")
    return text


def page(figures: Figures, day: str) -> str:
    """Everything measured on a day, as Markdown."""
    lines = [f"# Measured on {day}", "", *machines(figures), "", "## Speed", "", *tables.speed(figures), ""]
    lines += [f"![growth]({day}.svg)", ""]
    if beside := tables.versions(figures):
        lines += ["## Beside the version before", ""]
        lines += ["Run in turns on the same bureaus with the same libraries; the ratio is the median of its pairs.", ""]
        lines += [*beside, ""]
    if not any(row["kind"] == "chain" for row in figures.rows):
        return "\n".join(lines)
    lines += ["## Peers on the same arrays", ""]
    lines += [
        "Seconds from the arrays to the last proof, the fastest whole solver in bold; else how far a peer came.",
        "",
    ]
    lines += [*tables.peers(figures), "", *(f"- `{name}`: {peer.about}" for name, peer in PEERS.items()), ""]
    won = tables.winners(figures)
    lines += ["## Where a peer wins", "", *(won or ["Nowhere."])]
    if wrong := figures.contradictions():
        lines += ["", "## Proven values that differ", "", *(f"- {one}" for one in wrong)]
    return "\n".join(lines) + "\n"


def machines(figures: Figures) -> list[str]:
    """The machines and versions behind the rows, and the load under which they were measured."""
    named = ("processor", "cores", "memory_gb", "commit", "python", *PACKAGES)
    found = {", ".join(f"{name} {row.get(name)}" for name in named) for row in figures.rows}
    loads = [float(row["load"]) for row in figures.rows if "load" in row]
    span = [f"Load average at the start of a run: {min(loads):g} to {max(loads):g}."] if loads else []
    return [*sorted(found), *span]


def quote(days: Mapping[str, Sequence[Row]]) -> None:
    """Puts the speed table and where a peer wins into the README, between its two marks.

    Each spec is quoted from the last day on which it was measured.

    Raises:
        ValueError: when the README has no such marks.
    """
    text = README.read_text(encoding="utf-8")
    before, rest = text.split(START)
    after = rest.split(END)[1]
    figures = Figures(latest(days))
    won = tables.winners(figures)
    won = ["Where a peer is faster than the certified engine:", "", *won] if won else ["No peer was faster anywhere."]
    beside = tables.versions(figures)
    beside = ["Beside the version before, in turns:", "", *beside, ""] if beside else []
    pages = ", ".join(f"[{day}](benchmarks/results/{day}.md)" for day in sorted(days))
    link = f"Rows, versions, machine, and what every peer reached: {pages}."
    inside = "\n".join([START, "", *tables.speed(figures), "", *beside, *won, "", link, "", END])
    README.write_text(before + inside + after, encoding="utf-8")


def main(arguments: list[str] | None = None) -> None:
    """Renders the rows of a day, the last one unless another is named."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.report", description=__doc__)
    parser.add_argument("stored", nargs="?", type=Path, metavar="FILE.jsonl")
    parser.add_argument("--readme", action="store_true", help="quote the speed table in README.md too")
    options = parser.parse_args(arguments)
    stored = options.stored or max(RESULTS.glob("*.jsonl"), default=None)
    if stored is None:
        parser.error("nothing is stored yet")
    print(render(stored))
    if options.readme:
        quote({path.stem: load(path) for path in RESULTS.glob("*.jsonl")})


if __name__ == "__main__":
    main()
