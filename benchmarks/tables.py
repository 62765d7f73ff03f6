"""The results as Markdown: the speed table with its limits, and what every peer reached."""

import statistics
from collections.abc import Iterable, Sequence

from benchmarks.figures import CHAINS, Figures, fit, seconds
from benchmarks.peers import PEERS
from benchmarks.specs import BATCHES, COMMANDS, PAGES, Act, Chain, Command
from benchmarks.store import Row

GROWTH = 1.3
"""The greatest exponent that the growth of time over five sizes may have."""


def markdown(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """The lines of a table."""
    lines = [f"| {' | '.join(heads)} |", "|" + "---|" * len(heads)]
    return [*lines, *(f"| {' | '.join(row)} |" for row in rows)]


def speed(figures: Figures) -> list[str]:
    """The work with its limits: what was measured, and whether the limit is met."""
    rows = [row for spec in COMMANDS for row in _command(figures, spec)]
    if (line := fit(figures.growth())) is not None:
        sizes = ", ".join(f"{people:,}" for people, _ in figures.growth())
        what = f"growth of `optimal-*` over {sizes} people"
        rows.append((what, f"exponent {line.exponent:.2f}", f"{GROWTH:g}", _met(line.exponent <= GROWTH)))
    rows += [row for spec in CHAINS for row in _against_highs(figures, spec)]
    rows += [row for spec in CHAINS if spec.everybody for row in _everybody(figures, spec)]
    rows += _batches(figures)
    rows += [row for spec in PAGES for row in _act(figures, spec)]
    return markdown(("work", "measured", "limit", "met"), rows)


def _command(figures: Figures, spec: Command) -> list[tuple[str, ...]]:
    wall, peak = figures.median(spec.name, "wall"), figures.median(spec.name, "peak_mb")
    if wall is None or peak is None:
        return []
    gigabytes, failed = peak / 1024, figures.failed(spec.name)
    bureau = spec.bureau
    size = "" if bureau is None else f": {bureau.people:,} people, {bureau.sections:,} sections"
    if bureau is not None and bureau.clerk_rounds != 3:
        size += f", {bureau.clerk_rounds} clerk rounds"
    if bureau is not None and bureau.ties:
        size += f", {bureau.ties} % of equal marks"
    limits = ([f"{spec.seconds:g} s"] if spec.seconds else []) + ([f"{spec.gigabytes:g} GB"] if spec.gigabytes else [])
    kept = wall <= (spec.seconds or wall) and gigabytes <= (spec.gigabytes or gigabytes) and not failed
    ended = f", exit {', '.join(map(str, failed))}" if failed else ""
    if spec.times is not None and (found := figures.times_of(spec.name, spec.times[1])) is not None:
        ended = f", {found:.2f} times `{spec.times[1]}`{ended}"
        limits.append(f"{spec.times[0]:g} times `{spec.times[1]}`")
        kept = kept and found <= spec.times[0]
    met = _met(kept) if limits or failed else "–"
    return [(f"`{spec.name}`{size}", f"{wall:.2f} s, {gigabytes:.2f} GB{ended}", ", ".join(limits) or "–", met)]


def versions(figures: Figures) -> list[str]:
    """The commands measured in turns with the version before: both, and this version's share of the other's time."""
    rows = []
    for spec in COMMANDS:
        now, before = figures.median(spec.name, "wall"), figures.median(spec.name, "wall", "before")
        share = figures.beside(spec.name, "wall")
        if now is None or before is None or share is None:
            continue
        commits = sorted({str(row["commit"]) for row in figures.of(spec.name, "before")})
        limit, met = ("–", "–") if spec.share is None else (f"{spec.share:g} times", _met(share <= spec.share))
        measured = f"{now:.2f} s", f"{before:.2f} s ({', '.join(commits)})", f"{share:.2f} times"
        rows.append((f"`{spec.name}`", *measured, limit, met))
    return markdown(("command", "now", "before", "now by before", "limit", "met"), rows) if rows else []


def _against_highs(figures: Figures, spec: Chain) -> list[tuple[str, ...]]:
    if spec.times is None:
        return []
    what = f"`{spec.name}`: clerk stage of {spec.bureau.people:,} people, all levels, against HiGHS MIP"
    what += f" (levels proven {hows(figures, spec)})"
    found = figures.ratio(spec)
    if found is None:
        return [(what, "not proven", f"{spec.times:g} times faster", _met(False))] if _ran(figures, spec) else []
    ratio, finished = found
    measured = f"{'' if finished else 'more than '}{ratio:.1f} times faster"
    return [(what, measured, f"{spec.times:g} times faster", _met(ratio >= spec.times))]


def _everybody(figures: Figures, spec: Chain) -> list[tuple[str, ...]]:
    if not (runs := figures.of(spec.name, "certified")):
        return []
    what = f"`{spec.name}`: clerk stage of {spec.bureau.people:,} people, each peer given {spec.seconds:g} s"
    return [(what, f"certified: {reached(runs)}", "proven", _met(all(run["finished"] for run in runs)))]


def _batches(figures: Figures) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    for spec in BATCHES:
        speed_, failed = figures.per_second(spec), figures.failed(spec.name)
        if speed_ is None:
            continue
        what = f"`{spec.name}`: {spec.bureaus:,} bureaus of {spec.bureau.people} people, both methods"
        measured = f"{speed_:.1f} bureaus a second" + (f", exit {', '.join(map(str, failed))}" if failed else "")
        share = None if spec.share is None else figures.share_of_pool(spec)
        if spec.least is not None:
            limit, kept = f"{spec.least:g} a second", speed_ >= spec.least
        elif spec.share is not None and share is not None:
            limit, kept = f"{spec.share:g} of the pool", share >= spec.share
            measured += f", {share:.2f} of the pool"
        else:
            limit, kept = "–", True
        rows.append((what, measured, limit, _met(kept and not failed) if limit != "–" or failed else "–"))
    return rows


def _act(figures: Figures, spec: Act) -> list[tuple[str, ...]]:
    runs = figures.of(spec.name)
    if not runs:
        return []
    found, people = runs[-1]["median_ms"], runs[-1]["people"]
    what = f"`{spec.name}`: table of {people:,} people in a browser, {spec.about}, from the act to the new rows painted"
    return [(what, f"{found:.0f} ms", f"{spec.milliseconds:g} ms", _met(found <= spec.milliseconds))]


def peers(figures: Figures) -> list[str]:
    """For every chain what each peer reached, the fastest that finished in bold."""
    names = [name for name in PEERS if any(_results(figures, spec, name) for spec in CHAINS)]
    rows = []
    for spec in CHAINS:
        cells = {name: _results(figures, spec, name) for name in names}
        if any(cells.values()):
            best = _fastest(figures, spec)
            shown = [f"**{cells[name]}**" if name == best else cells[name] or "" for name in names]
            size = _first(figures, spec)
            about = f"{spec.bureau.people:,}", spec.subject, f"{size['columns']:,}" if size else "", f"{spec.seconds:g}"
            rows.append((f"`{spec.name}`", *about, hows(figures, spec), *shown))
    heads = ("spec", "people", "subject", "columns", "seconds given", "levels proven", *names)
    return markdown(heads, rows) if rows else []


def hows(figures: Figures, spec: Chain) -> str:
    """How the certified engine proved the levels: how many by integers alone, and how many with CP-SAT's help."""
    runs = figures.of(spec.name, "certified")
    notes = [level["note"] for level in runs[-1]["levels"] if level["proven"]] if runs else []
    counts = [(notes.count(how), words) for how, words in (("dual", "by duals"), ("search", "with CP-SAT"))]
    return ", ".join(f"{count} {words}" for count, words in counts if count)


def winners(figures: Figures) -> list[str]:
    """The chains in which a peer that solves the whole problem was faster than the certified engine."""
    lines = []
    for spec in CHAINS:
        best = _fastest(figures, spec)
        if best not in (None, "certified"):
            theirs, ours = _median(figures, spec, str(best)), _median(figures, spec, "certified")
            beside = "which did not finish" if ours is None else f"{ours:.3g} s"
            lines.append(f"- `{spec.name}`: {best} {theirs:.3g} s, certified {beside}")
    return lines


def reached(runs: Sequence[Row]) -> str:
    """The seconds to the last proof, or how far a peer came."""
    times = [seconds(run) for run in runs]
    known = [one for one in times if one is not None]
    if len(known) == len(times):
        return f"{statistics.median(known):.3g} s"
    last = next(run for run in runs if not run.get("finished"))
    proven = [level for level in last["levels"] if level["proven"]]
    after = f" after {proven[-1]['seconds']:.3g} s" if proven else ""
    gap = next((level for level in last["levels"] if not level["proven"]), None)
    open_ = f"; {gap['level']}: {_number(gap['value'])}, bound {_number(gap['bound'])}" if gap else ""
    return f"{len(proven)} of {last.get('of', '?')} levels{after}{open_}"


def _number(value: int | None) -> str:
    return "none" if value is None else f"{value:,}"


def _results(figures: Figures, spec: Chain, peer: str) -> str | None:
    if runs := figures.of(spec.name, peer):
        return reached(runs)
    return "not run" if figures.skipped(spec.name, peer) is not None else None


def _first(figures: Figures, spec: Chain) -> Row | None:
    return next((row for row in figures.rows if row["spec"] == spec.name and "columns" in row), None)


def _ran(figures: Figures, spec: Chain) -> bool:
    return bool(figures.of(spec.name, "certified"))


def _median(figures: Figures, spec: Chain, peer: str) -> float | None:
    times = [seconds(run) for run in figures.of(spec.name, peer)]
    known = [one for one in times if one is not None]
    return statistics.median(known) if known and len(known) == len(times) else None


def _fastest(figures: Figures, spec: Chain) -> str | None:
    times = {name: _median(figures, spec, name) for name, peer in PEERS.items() if not peer.floor}
    if spec.part == "network":
        times["mincostflow"] = _median(figures, spec, "mincostflow")
    known = {name: one for name, one in times.items() if one is not None}
    return min(known, key=lambda name: known[name]) if known else None


def _met(kept: bool) -> str:
    return "yes" if kept else "**no**"
