"""What is made of measured rows: medians, ratios, growth, the tables, and the file they are kept in."""

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks import report, tables
from benchmarks.figures import Figures, fit
from benchmarks.measuring import Measured, measured
from benchmarks.run import Bench, levels_of, main
from benchmarks.specs import BATCHES, COMMANDS, SIZES
from benchmarks.store import append, latest, load, without


def command(name: str, run: int, wall: float, peak: int = 100, code: int = 0) -> dict[str, Any]:
    return {"kind": "command", "spec": name, "run": run, "load": 0.5, "wall": wall, "peak_mb": peak, "exit": code}


def chain(name: str, peer: str, run: int, end: float, finished: bool = True, value: int = 7) -> dict[str, Any]:
    proven = {"level": "placed", "value": value, "bound": value, "proven": True, "seconds": end, "note": "dual"}
    open_ = {"level": "mutual", "value": 3, "bound": 4, "proven": False, "seconds": 120.0, "note": ""}
    levels = [proven] if finished else [proven, open_]
    about = {"kind": "chain", "spec": name, "peer": peer, "run": run, "load": 0.5, "exit": 0, "columns": 9, "of": 2}
    return {**about, "levels": levels, "finished": finished}


def test_growth_is_the_slope_of_the_logarithms() -> None:
    """Protects the exponent that is quoted: for a pure power it is exact."""
    line = fit([(people, 3e-6 * people**1.25) for people in (5_000, 10_000, 20_000, 50_000, 100_000)])
    assert line is not None
    assert line.exponent == pytest.approx(1.25)
    assert line.factor == pytest.approx(3e-6)
    assert fit([(5_000, 1.0)]) is None


def test_a_command_is_held_to_its_limits() -> None:
    """Protects the table: medians of time and memory decide, and a run that failed meets no limit."""
    rows = [command("optimal-20000", run, wall, 3000) for run, wall in enumerate((9.0, 40.0, 10.0))]
    rows += [command("optimal-2000", run, 1.0, code=5) for run in range(3)]
    lines = tables.speed(Figures(rows))
    assert "| `optimal-20000`: 20,000 people, 1,000 sections | 10.00 s, 2.93 GB | 30 s, 2 GB | **no** |" in lines
    assert "| `optimal-2000`: 2,000 people, 100 sections | 1.00 s, 0.10 GB, exit 5 | 3 s | **no** |" in lines


def test_an_act_on_the_page_is_held_to_its_limit() -> None:
    """Protects the table: an act that takes longer at the median than it may is said to."""
    times = {"pages-sort-number": 199.6, "pages-sort-pairs": 200.4}
    about = {"kind": "page", "run": 0, "people": 2000, "worst_ms": 300.0}
    lines = tables.speed(Figures([{"spec": name, "median_ms": ms, **about} for name, ms in times.items()]))
    assert [line.split(" | ")[1:] for line in lines[2:]] == [
        ["200 ms", "200 ms", "yes |"],
        ["200 ms", "200 ms", "**no** |"],
    ]


def test_ratios_are_of_runs_side_by_side() -> None:
    """Protects ratios from a machine that changes its speed: the median of the ratios, not the ratio of medians."""
    rows = []
    for run, (ours, theirs) in enumerate(((1.0, 60.0), (10.0, 500.0), (2.0, 140.0))):
        rows += [chain("sizes-2000", "certified", run, ours), chain("sizes-2000", "highs", run, theirs)]
    spec = next(spec for spec in SIZES if spec.name == "sizes-2000")
    assert Figures(rows).ratio(spec) == (60.0, True)
    assert any("60.0 times faster | 50 times faster | yes |" in line for line in tables.speed(Figures(rows)))
    cut_short = [rows[0], chain("sizes-2000", "highs", 0, 1.0, finished=False)]
    assert Figures(cut_short).ratio(spec) == (60.0, False)


def test_batches_are_held_to_speed_and_to_the_pool() -> None:
    """Protects the two limits of batches."""
    rows = [
        {**command(name, run, wall), "kind": "batch", "bureaus": 1000}
        for run, pair in enumerate(((40.0, 50.0), (50.0, 50.0), (60.0, 50.0)))
        for name, wall in zip(("batch-pool", "batch-dask"), pair, strict=True)
    ]
    pool, dask, _ = BATCHES
    assert Figures(rows).per_second(pool) == 20.0
    assert Figures(rows).share_of_pool(dask) == 1.0


def test_a_peer_that_wins_and_a_value_that_differs_are_told() -> None:
    """Protects honesty: neither a faster peer nor a contradiction can go unseen."""
    rows = [chain("sizes-200", "certified", 0, 2.0), chain("sizes-200", "highs", 0, 1.0, value=8)]
    rows.append({"kind": "chain", "spec": "sizes-1000", "peer": "scip", "run": 0, "load": 1, "skipped": "sizes-200"})
    figures = Figures(rows)
    assert tables.winners(figures) == ["- `sizes-200`: highs 1 s, certified 2 s"]
    assert figures.contradictions() == ["sizes-200 placed: [7, 8]"]
    text = report.page(figures, "2000-01-01")
    assert "## Proven values that differ" in text
    assert "not run" in text


def test_a_peer_that_was_cut_short_says_how_far_it_came() -> None:
    """Protects the table of peers: the levels proven, and value and bound of the one that was open."""
    runs = [chain("sizes-20000", "scip", 0, 33.25, finished=False)]
    assert tables.reached(runs) == "1 of 2 levels after 33.2 s; mutual: 3, bound 4"


def test_what_a_peer_printed_becomes_a_row() -> None:
    """Protects the rows: of each level what was told last holds, and a process that died has not finished."""
    size = {"columns": 9, "rows": 4, "levels": 1, "ready": 0.1}
    level = {"level": "placed", "value": 7, "bound": 7, "proven": True, "seconds": 0.5, "note": ""}
    printed = "\n".join(json.dumps(line) for line in (size, level, {**level, "note": "dual"}))
    assert levels_of(Measured(1.0, 1.0, 50, 0, printed))["levels"] == [{**level, "note": "dual"}]
    assert levels_of(Measured(1.0, 1.0, 50, 0, printed))["finished"]
    assert not levels_of(Measured(1.0, 1.0, 50, -9, printed))["finished"]
    assert levels_of(Measured(1.0, 1.0, 50, 1, ""))["levels"] == []


def test_a_peer_is_not_run_where_it_gave_up_before(tmp_path: Path) -> None:
    """Protects the hours of a whole run: the rule knows the smaller sizes, and says which one it was."""
    bench = Bench(tmp_path / "day.jsonl", tmp_path)
    by_name = {spec.name: spec for spec in SIZES}
    bench.rows = [chain("sizes-200", "scip", 0, 1.0), chain("sizes-1000", "scip", 0, 1.0, finished=False)]
    assert bench.gave_up(by_name["sizes-1000"], "scip") is None
    assert bench.gave_up(by_name["sizes-2000"], "scip") == "sizes-1000"
    assert bench.gave_up(by_name["sizes-2000"], "highs") is None
    bench.rows.append({"kind": "chain", "spec": "sizes-2000", "peer": "scip", "run": 0, "skipped": "sizes-1000"})
    assert bench.gave_up(by_name["sizes-5000"], "scip") == "sizes-1000"


def test_rows_survive_a_run_that_was_killed(tmp_path: Path) -> None:
    """Protects what is measured: a line cut off is left out, the next row stands on a line of its own."""
    stored = tmp_path / "results" / "day.jsonl"
    append(stored, {"spec": "a", "run": 0})
    with stored.open("a", encoding="utf-8") as sink:
        sink.write('{"spec": "b", "ru')
    append(stored, {"spec": "c", "run": 0})
    assert [row["spec"] for row in load(stored)] == ["a", "c"]
    without(stored, ["a"])
    assert [row["spec"] for row in load(stored)] == ["c"]


def test_a_process_is_measured_and_killed_at_its_limit() -> None:
    """Protects the numbers: the memory is the process's own, and a peer that never ends does not stop the run."""
    done = measured(["/bin/sh", "-c", "echo said; exit 3"])
    assert (done.exit, done.printed) == (3, "said\n")
    assert 0 < done.peak < 1000
    assert measured(["/bin/sh", "-c", "read never < /dev/zero"], 0.05).exit == -9


def test_one_command_measures_stores_and_shows(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Protects the command: three runs, table and plot beside the rows, nothing measured twice unless asked."""
    monkeypatch.setattr("benchmarks.run.ALLOCATOR", Path("/bin/true"))
    for arguments in (["help"], ["help"], ["help", "--fresh"]):
        main([*arguments, "--results", str(tmp_path)])
        assert "| `help` | 0.0" in capsys.readouterr().out
        (stored,) = tmp_path.glob("*.jsonl")
        assert [(row["spec"], row["run"]) for row in load(stored)] == [("help", run) for run in range(3)]
    assert stored.with_suffix(".svg").read_text(encoding="utf-8").startswith("<?xml")
    assert "| `help` |" in stored.with_suffix(".md").read_text(encoding="utf-8")


def test_the_plot_has_the_fitted_line_and_every_peer(tmp_path: Path) -> None:
    """Protects the picture: the exponent and the peers that finished two sizes stand in it, the same every time."""
    sizes = [spec for spec in COMMANDS if spec.growth and spec.bureau is not None]
    rows = [command(spec.name, 0, spec.bureau.people / 1000) for spec in sizes if spec.bureau is not None]
    rows += [chain(name, "certified", 0, end) for name, end in (("sizes-200", 0.1), ("sizes-1000", 0.5))]
    for name in ("one", "other"):
        (tmp_path / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        report.render(tmp_path / f"{name}.jsonl")
    drawn = (tmp_path / "one.svg").read_text(encoding="utf-8")
    assert "people to the power of 1.00" in drawn
    assert "certified" in drawn
    assert drawn == (tmp_path / "other.svg").read_text(encoding="utf-8")


def test_the_readme_quotes_the_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Protects the README: what stands between its marks is replaced, nothing else."""
    page = tmp_path / "README.md"
    page.write_text(f"before\n{report.START}\nold\n{report.END}\nafter\n", encoding="utf-8")
    monkeypatch.setattr(report, "README", page)
    report.quote({"2000-01-01": [command("help", 0, 9.9)], "2000-01-02": [command("help", 0, 0.2)]})
    text = page.read_text(encoding="utf-8")
    assert text.startswith("before\n")
    assert text.endswith(f"{report.END}\nafter\n")
    assert "| `help` | 0.20 s, 0.10 GB | 0.5 s | yes |" in text
    assert "old" not in text
    assert "9.90 s" not in text


def test_a_spec_is_quoted_from_the_last_day_it_was_measured_on() -> None:
    """Protects the README: days do not mix within a spec, and no spec is lost because it was not measured anew."""
    days = {
        "2000-01-02": [command("help", 0, 0.3)],
        "2000-01-01": [command("help", 0, 0.1), command("help", 1, 0.1), command("rules-2000", 0, 2.0)],
    }
    assert [(row["spec"], row["wall"]) for row in latest(days)] == [("rules-2000", 2.0), ("help", 0.3)]


def test_a_command_is_laid_beside_the_version_before() -> None:
    """Protects the claim of not having become slower: pairs of one turn, against the share allowed."""
    rows = []
    for run, (now, before) in enumerate(((2.0, 1.0), (30.0, 10.0), (4.0, 4.0))):
        rows += [command("optimal-20000", run, now)]
        rows += [{**command("optimal-20000", run, before), "peer": "before", "commit": "abc"}]
    assert tables.versions(Figures(rows))[2:] == [
        "| `optimal-20000` | 4.00 s | 4.00 s (abc) | 2.00 times | 2 times | yes |"
    ]
    assert "## Beside the version before" in report.page(Figures(rows), "2000-01-01")
    assert tables.versions(Figures(rows[::2])) == []


def test_another_checkout_is_measured_in_turns(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Protects the comparison of versions: the code that runs is that checkout's, and each run follows its pair."""
    (tmp_path / "before" / "allocator").mkdir(parents=True)
    (tmp_path / "before" / "allocator" / "__init__.py").touch()
    (tmp_path / "before" / "allocator" / "__main__.py").write_text("raise SystemExit(7)", encoding="utf-8")
    monkeypatch.setattr("benchmarks.run.ALLOCATOR", Path("/bin/true"))
    main(["help", "--beside", str(tmp_path / "before"), "--results", str(tmp_path)])
    (stored,) = tmp_path.glob("*.jsonl")
    assert [(row.get("peer"), row["exit"]) for row in load(stored)] == [(None, 0), ("before", 7)] * 3


def test_the_readme_has_the_marks() -> None:
    """Protects the command that quotes: the README of the tree has both marks once."""
    text = (report.ROOT / "README.md").read_text(encoding="utf-8")
    assert (text.count(report.START), text.count(report.END)) == (1, 1)
