"""``python -m benchmarks.pages``: how long the score table of 2,000 people takes to sort and filter in a browser.

A server as officers start it, Chromium without a window. Each time runs from the click or the letter typed to the
first frame painted with the new rows. Rows go to the day's results, one an act; the table is printed.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.store import RESULTS, append, machine, today, without

PEOPLE, SECTIONS, SEED = 2000, 120, "1"
TURNS = 15
LIMIT = 200.0
"""Milliseconds an act may take at the median."""
PATIENCE = 120_000
"""Milliseconds the first page may take, on which the whole case is read."""
ACTS: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "pages-sort-number": ("people", "click", ("#sort-exam", "#sort-quantification")),
    "pages-sort-text": ("people", "click", ("#sort-from", "#sort-person")),
    "pages-filter-text": ("people", "type", ("12", "1", "P19", "")),
    "pages-filter-section": ("people", "choose", ("#table-section",)),
    "pages-sort-pairs": ("pairs", "click", ("#sort-composite", "#sort-votes")),
}
"""What is measured: the table, what is done to it, and with which controls or words, in turn."""

TIMED = """([act, target]) => new Promise((resolve) => {
  const began = performance.now();
  new MutationObserver((_changes, watching) => {
    watching.disconnect();
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
  }).observe(document.getElementById("main"), { childList: true, subtree: true });
  if (act === "click") { document.querySelector(target).click(); return; }
  const field = document.querySelector(act === "type" ? "#table-q" : target);
  if (act === "type") field.value = target;
  else field.selectedIndex = (field.selectedIndex + 1) % field.options.length;
  field.dispatchEvent(new Event(act === "type" ? "input" : "change", { bubbles: true }));
})"""


def main() -> int:
    """Measures every act; 1 when one of them takes longer than it may."""
    from playwright.sync_api import sync_playwright

    stored = RESULTS / f"{today()}.jsonl"
    without(stored, ACTS)
    slow = False
    with (
        tempfile.TemporaryDirectory() as scratch,
        serving(Path(scratch)) as (address, base, case_id),
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1366, "height": 768})
        page.set_default_timeout(PATIENCE)
        page.goto(address)
        for name, (table, act, targets) in ACTS.items():
            page.goto(f"{base}/cases/{case_id}/{table}")
            times = [page.evaluate(TIMED, [act, targets[turn % len(targets)]]) for turn in range(TURNS)]
            slow = told(stored, name, times) or slow
        browser.close()
    return 1 if slow else 0


def told(stored: Path, name: str, times: list[float]) -> bool:
    """Stores and prints the times of an act; whether it is too slow."""
    row: dict[str, Any] = {"kind": "page", "people": PEOPLE, "median_ms": median(times), "worst_ms": max(times)}
    append(stored, {"spec": name, **{key: _rounded(value) for key, value in row.items()}, **machine()})
    sys.stdout.write(f"{name}: median {median(times):.0f} ms, worst {max(times):.0f} ms (at most {LIMIT:.0f} ms)\n")
    return median(times) > LIMIT


def _rounded(value: Any) -> Any:
    return round(value, 1) if isinstance(value, float) else value


@contextmanager
def serving(folder: Path) -> Iterator[tuple[str, str, str]]:
    """A server over an invented bureau; its first address, what every address begins with, and the id of the case."""
    from allocator.files import write_case
    from allocator.web import Store
    from scenarios import generate

    write_case(generate(PEOPLE, SECTIONS, SEED), folder / "case.json")
    command = [sys.executable, "-m", "allocator", "serve", str(folder / "case.json"), "--store", str(folder / "store")]
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        found = re.search(r"(http://127\.0\.0\.1:\d+)\S*", process.stdout.readline())
        assert found is not None
        store = Store(folder / "store", "benchmark")
        case_id = store.cases()[0].case_id
        yield found[0], found[1], case_id
    finally:
        process.terminate()
        process.wait()


if __name__ == "__main__":
    sys.exit(main())
