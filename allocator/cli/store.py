"""The verb ``store``: what the web page keeps, listed, given out for one person, or deleted for good."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from allocator.cli.serve import Operator, StoreFile, need_web, open_store, operator_name, store_path
from allocator.console.failures import DONE
from allocator.console.language import words
from allocator.console.misuse import Misuse
from allocator.console.options import AsJson
from allocator.console.outputs import json_bytes, write_one
from allocator.console.page import Page
from allocator.console.show import document, note

if TYPE_CHECKING:
    from allocator.web.store import Store

Action = Annotated[Literal["list", "purge", "export"], typer.Argument(metavar="list|purge|export")]
Target = Annotated[str | None, typer.Argument(metavar="ID")]
Person = Annotated[str | None, typer.Option("--person", metavar="ID")]
File = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE")]


def store(
    action: Action,
    target: Target = None,
    person: Person = None,
    output: File = None,
    store_file: StoreFile = None,
    operator: Operator = None,
    as_json: AsJson = False,
) -> int:
    """Lists cases and runs, exports one person's data of a case, or purges a case or a run."""
    if (action == "list") != (target is None) or (action == "export") != (person is not None):
        raise Misuse("store_arguments")
    need_web()
    path = store_path(store_file)
    if not path.is_file():
        raise Misuse("no_store", path=path)
    from allocator.web.store import Missing, OutOfOrder, StoreInUse

    opened = open_store(path, operator_name(operator))
    try:
        if action == "list":
            _list(opened, as_json)
        elif action == "purge":
            opened.begin_serving()
            gone = opened.purge(target or "")
            note("store.purged" if gone else "store.purged_later", target=target)
        else:
            _export(opened, target or "", person or "", output)
    except StoreInUse:
        raise Misuse("store_in_use", path=path) from None
    except (Missing, OutOfOrder):
        raise Misuse("not_in_store", target=target) from None
    finally:
        opened.close()
    return DONE


def _list(opened: Store, as_json: bool) -> None:
    cases, runs = opened.cases(), opened.runs()
    if as_json:
        names = ("run_id", "case_id", "at", "operator", "method", "state")
        document(
            {
                "cases": [{"case_id": c.case_id, "at": c.at, "operator": c.operator, "label": c.label} for c in cases],
                "runs": [{name: getattr(run, name) for name in names} for run in runs],
            }
        )
        return
    page = Page()
    page.heading("web.cases")
    heads = [words("web.case.id"), words("web.case.label"), words("web.at"), words("web.by")]
    page.table(heads, [[case.case_id, case.label, case.at, case.operator] for case in cases])
    page.heading("web.runs")
    heads = [words("web.run"), words("web.case.id"), words("head.method"), words("web.state"), words("web.at")]
    rows = [
        [run.run_id, run.case_id, words(f"head.{run.method}"), words(f"web.run.state.{run.state}"), run.at]
        for run in runs
    ]
    page.table(heads, rows)
    page.show()


def _export(opened: Store, case_id: str, person_id: str, output: Path | None) -> None:
    from allocator.web.export import person_data, subject
    from allocator.web.open_cases import Desk

    data = person_data(opened, Desk(opened).case(case_id), person_id)
    opened.log("exported", case_id, subject=subject(case_id, person_id))
    if output is None:
        document(data)
    else:
        write_one(output, json_bytes(data))
        note("wrote", path=output)
