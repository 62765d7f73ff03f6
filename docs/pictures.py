"""The pictures of README and tutorial, taken of the embedded bureau with Chromium; ``make pictures`` makes them anew.

Each function of :data:`PICTURES` gets an empty folder to work in and says which page is taken, and how tall.
"""

import datetime as dt
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).parent
WIDE, LARGEST = 1120, 200_000
CHIEFS_ONLY = "header,nav,details,#glance,#people h2{display:none}body{padding-top:0}figure{margin:.6em 0}"
Shot = tuple[str, int]
"""An address and how many pixels of it are shown."""


def report(folder: Path) -> Shot:
    """The first screen of the report."""
    return _reported(folder), 1130


def report_chiefs(folder: Path) -> Shot:
    """Where chiefs come from and go to."""
    page = (folder / "chiefs.html").absolute()
    _reported(folder)
    text = (folder / "report.html").read_text(encoding="utf-8")
    page.write_text(text.replace("</style>", f"{CHIEFS_ONLY}</style>"), encoding="utf-8")
    return page.as_uri(), 650


def _reported(folder: Path) -> str:
    command = [sys.executable, "-m", "allocator", "report", "scenarios/embedded", "-o", str(folder), "--lang", "zh"]
    subprocess.run(command, check=True, cwd=HERE.parent, stderr=subprocess.DEVNULL)
    return (folder / "report.html").as_uri()


def board(folder: Path) -> Shot:
    """The section board of a run."""
    return _served(folder, "/runs/{run}/board"), 860


def case_page(folder: Path) -> Shot:
    """The page of a case, from which runs are started."""
    return _served(folder, "/cases/{case}"), 900


def person_page(folder: Path) -> Shot:
    """The explanation of one person's place."""
    return _served(folder, "/runs/{run}/person?id=003"), 900


def readings_page(folder: Path) -> Shot:
    """The page on which it is confirmed how a workbook was read."""
    return _served(folder, "/cases/{case}", confirmed=False), 1000


def run_page(folder: Path) -> Shot:
    """The result of a run."""
    return _served(folder, "/runs/{run}"), 1080


def tie_page(folder: Path) -> Shot:
    """A section with a tie that the party group has to confirm."""
    return _served(folder, "/runs/{run}/section?id=K15"), 960


def decision_page(folder: Path) -> Shot:
    """Draft, decision and publication on record."""
    return _served(folder, "/runs/{run}/decision", decided=True), 620


def _served(folder: Path, path: str, *, confirmed: bool = True, decided: bool = False) -> str:
    """A page of a run of both methods, served by this process until it ends; the people are invented.

    The case is the workbook that the tutorial begins with.
    """
    import uvicorn

    from allocator.web import Store, create_app
    from allocator.web.readings import record_of
    from allocator.web.wire import Task
    from scenarios import embedded_folder
    from scenarios.as_kept import workbook

    book = folder / "我们的表.xlsx"
    book.write_bytes(workbook(embedded_folder()))
    store = Store(folder / "store", "张三")
    app = create_app(store, "token", case=book, lang="zh")
    case_id = app.state.case_id
    if confirmed:
        store.confirm_readings(case_id, record_of(app.state.house.desk.looked_at(case_id).draft))
    runner, listening = app.state.house.runner, socket.create_server(("127.0.0.1", 0))
    run_id = runner.start(case_id, Task("optimal", both=True))
    live = runner.live(run_id)
    if live is None or not live.wait(600):
        raise TimeoutError
    if decided:
        store.decide(run_id, store.draft(run_id, ()), "局党组", "党组〔2024〕9号", dt.date(2024, 7, 1))
        store.publish(run_id, "公示〔2024〕3号，公告栏", dt.date(2024, 7, 3))
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False, lifespan="off"))
    threading.Thread(target=server.run, args=([listening],), daemon=True).start()
    place = path.format(run=run_id, case=case_id)
    return f"http://127.0.0.1:{listening.getsockname()[1]}{place}{'&' if '?' in place else '?'}token=token"


PICTURES: dict[str, Callable[[Path], Shot]] = {
    "report": report,
    "report-chiefs": report_chiefs,
    "board": board,
    "readings": readings_page,
    "case": case_page,
    "run": run_page,
    "tie": tie_page,
    "decision": decision_page,
    "person": person_page,
}


def main() -> int:
    """Takes every picture; 1 when one is too large for a README."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or "google-chrome"
    small = True
    for name, made in PICTURES.items():
        with tempfile.TemporaryDirectory() as folder:
            address, tall = made(Path(folder))
            target = HERE / "images" / f"{name}.png"
            target.parent.mkdir(exist_ok=True)
            command = [browser, "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
            command += [f"--user-data-dir={folder}/browser", f"--window-size={WIDE},{tall}"]
            subprocess.run(
                [*command, f"--screenshot={target}", address], check=True, stderr=subprocess.DEVNULL, timeout=120
            )
        size = target.stat().st_size
        small = small and size <= LARGEST
        sys.stdout.write(f"{target.relative_to(HERE.parent)}: {size} bytes\n")
    return 0 if small else 1


if __name__ == "__main__":
    sys.exit(main())
