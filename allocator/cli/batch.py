"""The verb ``batch``: many cases by several rulebooks and methods, stored run by run, and a summary of them all."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from allocator.cli._batch import Bar, summary_text
from allocator.console.failures import DONE, INTERNAL, INTERRUPTED, INVALID, REFUTED, UNPROVEN, Stopped
from allocator.console.language import language
from allocator.console.misuse import Misuse
from allocator.console.options import AsJson, Seed, Strict
from allocator.console.outputs import refuse_file
from allocator.console.show import document, line, note

if TYPE_CHECKING:
    from allocator.batch import Book, Settings, Store, Workforce
    from allocator.batch.rows import Row
    from allocator.batch.summary import Summary
    from models.common.base import Method

Cases = Annotated[list[Path], typer.Argument(metavar="CASES...")]
Folder = Annotated[Path, typer.Option("--output", "-o", metavar="DIR")]
Methods = Annotated[str, typer.Option("--method", metavar="rules,optimal")]
Rulebooks = Annotated[str | None, typer.Option("--rulebook", metavar="FILE,FILE...")]
Seconds = Annotated[float | None, typer.Option("--time-limit", metavar="SECONDS", min=0)]
Processes = Annotated[int | None, typer.Option("--processes", metavar="N", min=1, max=1024)]
Scheduler = Annotated[str | None, typer.Option("--scheduler", metavar="ADDRESS")]
Outcomes = Annotated[bool, typer.Option("--outcomes")]
Authority = Annotated[Path | None, typer.Option("--tls-ca", metavar="FILE")]
Certificate = Annotated[Path | None, typer.Option("--tls-cert", metavar="FILE")]
Key = Annotated[Path | None, typer.Option("--tls-key", metavar="FILE")]


def batch(
    cases: Cases,
    output: Folder,
    method: Methods = "rules,optimal",
    rulebook: Rulebooks = None,
    seed: Seed = None,
    strict: Strict = False,
    time_limit: Seconds = None,
    processes: Processes = None,
    outcomes: Outcomes = False,
    scheduler: Scheduler = None,
    tls_ca: Authority = None,
    tls_cert: Certificate = None,
    tls_key: Key = None,
    as_json: AsJson = False,
) -> int:
    """Does every run that is not yet done and sums all of them up; a failing case is a row and stops nothing."""
    refuse_file(output)
    if seed == "":
        raise Misuse("empty_seed")
    if scheduler is not None and processes is not None:
        raise Misuse("processes_or_scheduler")
    methods = _methods(method)
    from allocator.batch import FolderInUse, SchedulerLost, Settings, Store

    settings = Settings(methods, _books(rulebook), seed, time_limit, outcomes, strict)
    workforce = _workforce(settings, processes, scheduler, (tls_ca, tls_cert, tls_key))
    store = Store(output)
    try:
        with store.opened():
            return _run(cases, settings, store, workforce, as_json)
    except FolderInUse:
        raise Misuse("batch_folder_in_use", path=output) from None
    except SchedulerLost:
        raise Stopped("batch.scheduler_lost", INTERNAL, address=scheduler) from None
    except KeyboardInterrupt:
        raise Stopped("batch.interrupted", INTERRUPTED) from None


def _run(cases: list[Path], settings: Settings, store: Store, workforce: Workforce, as_json: bool) -> int:
    from allocator.batch import plan, run_batch
    from allocator.batch.summary import summary_of

    planned = plan(cases, settings)
    with Bar() as bar:
        rows = run_batch(planned, store, workforce, bar)
    summary = summary_of(rows)
    _write(store, rows, summary)
    if as_json:
        document({"rows": rows, "folder": str(store.folder)})
    else:
        line(summary_text(summary).rstrip("\n"))
    return exit_code(rows, summary)


def _methods(typed: str) -> tuple[Method, ...]:
    known: dict[str, Method] = {"rules": "rules", "optimal": "optimal"}
    names = [name.strip() for name in typed.split(",")]
    if not set(names) <= known.keys():
        raise Misuse("batch_method")
    return tuple(dict.fromkeys(known[name] for name in names))


def _books(typed: str | None) -> tuple[Book, ...]:
    from allocator.batch import book_of

    paths = [] if typed is None else [name.strip() for name in typed.split(",") if name.strip()]
    return tuple(book_of(Path(path)) for path in dict.fromkeys(paths))


def _workforce(
    settings: Settings, processes: int | None, scheduler: str | None, files: tuple[Path | None, ...]
) -> Workforce:
    """The processes of this machine, or the cluster behind a scheduler."""
    given = [file for file in files if file is not None]
    if len(given) not in (0, len(files)) or (given and scheduler is None):
        raise Misuse("tls_together")
    if scheduler is None:
        from allocator.batch import Pool

        return Pool(processes or len(os.sched_getaffinity(0)))
    from allocator.batch.cluster import Certificates, Cluster, LineRefused

    try:
        return Cluster(scheduler, settings, Certificates(*given) if given else None)
    except LineRefused as refused:
        raise Misuse(refused.code) from None


def _write(store: Store, rows: Sequence[Row], summary: Summary) -> None:
    """The tables and the summary, each file there whole or not at all."""
    from allocator.batch import rows_csv, rows_parquet
    from allocator.batch.page import summary_page
    from allocator.batch.summary import HEADINGS, summary_lines
    from allocator.tabular import table_bytes

    files = {
        "rows.csv": rows_csv(rows),
        "rows.parquet": rows_parquet(rows),
        "summary.txt": summary_text(summary).encode(),
        "summary.csv": table_bytes(HEADINGS, summary_lines(summary)),
        "summary.html": summary_page(summary, language()),
    }
    for name, content in files.items():
        if content is None:
            (store.folder / name).unlink(missing_ok=True)
            note("batch.no_parquet")
        else:
            store.write(store.folder / name, content, name)
            note("wrote", path=store.folder / name)


def exit_code(rows: Sequence[Row], summary: Summary) -> int:
    """How the batch ends. Faults of cases are rows and no failure of the batch, unless no case could be used."""
    from allocator.batch import PROGRAM_ERRORS

    unproven = summary.optimal - summary.proven
    if summary.failed:
        note("batch.failures", failed=summary.failed)
    if summary.violated:
        note("batch.violated", count=summary.violated)
    if unproven:
        note("batch.unproven", count=unproven)
    if summary.violated:
        return REFUTED
    if any(row["error"] in PROGRAM_ERRORS for row in rows):
        return INTERNAL
    if summary.failed == len(rows):
        note("batch.nothing_read")
        return INVALID
    return UNPROVEN if unproven else DONE
