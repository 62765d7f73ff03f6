"""``python -m benchmarks.pages``: how long the score table of 2,000 people takes to sort and filter in a browser.

A server as officers start it, Chromium without a window. Each time runs from the click or the letter typed to the
first frame painted with the new rows. Rows go to the day's results, one an act; the table is printed.
"""

import os
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

from benchmarks.specs import PAGES, PAGES_BUREAU, Bureau
from benchmarks.store import RESULTS, append, machine, today, without

PATIENCE = 120_000
"""Milliseconds the first page may take, on which the whole case is read."""

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

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        medians = measure(browser, RESULTS / f"{today()}.jsonl")
        browser.close()
    return 1 if any(medians[act.name] > act.milliseconds for act in PAGES) else 0


def measure(browser: Any, stored: Path, bureau: Bureau = PAGES_BUREAU) -> dict[str, float]:
    """Does every act and stores the rows with those of the day. Returns the medians in milliseconds, by spec."""
    without(stored, (act.name for act in PAGES))
    medians = {}
    with tempfile.TemporaryDirectory() as scratch, serving(Path(scratch), bureau) as (address, base, case_id):
        page = browser.new_page(viewport={"width": 1366, "height": 768})
        page.set_default_timeout(PATIENCE)
        page.goto(address)
        for act in PAGES:
            load = round(os.getloadavg()[0], 2)
            page.goto(f"{base}/cases/{case_id}/{act.table}")
            targets = [act.targets[turn % len(act.targets)] for turn in range(act.turns)]
            times = [page.evaluate(TIMED, [act.act, target]) for target in targets]
            row = {"kind": "page", "people": bureau.people, "load": load, "run": 0}
            row |= {"median_ms": round(median(times), 1), "worst_ms": round(max(times), 1)}
            append(stored, {"spec": act.name, **row, **machine()})
            sys.stdout.write(f"{act.name}: median {row['median_ms']} ms, worst {row['worst_ms']} ms\n")
            medians[act.name] = median(times)
        page.close()
    return medians


@contextmanager
def serving(folder: Path, bureau: Bureau) -> Iterator[tuple[str, str, str]]:
    """A server over an invented bureau; its first address, what every address begins with, and the id of the case."""
    from allocator.competition.files import write_case
    from allocator.web import Store
    from benchmarks.prepare import invented

    write_case(invented(bureau.arguments()), folder / "case.json")
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
