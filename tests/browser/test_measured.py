"""The acts that are measured are acts that a browser can do."""

from benchmarks.pages import measure
from benchmarks.specs import PAGES, Bureau
from benchmarks.store import load


def test_every_act_measured_brings_new_rows(chromium, tmp_path):
    """Protects the benchmark from a page that has changed under it: each act ends, and leaves one row."""
    measure(chromium, tmp_path / "rows.jsonl", Bureau(300, 20))
    rows = load(tmp_path / "rows.jsonl")
    assert [row["spec"] for row in rows] == [act.name for act in PAGES]
    assert all(0 < row["median_ms"] <= row["worst_ms"] and row["people"] == 300 for row in rows)
