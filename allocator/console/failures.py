"""How a run that cannot be finished ends: a line for the user, an exit code, never a traceback."""

import os
import sys
import tempfile
import traceback
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import allocator
from allocator.console.language import language, words
from allocator.console.show import document, line, note
from allocator.console.wording import labels_of_none
from allocator.words import CATALOGUE, describe

if TYPE_CHECKING:
    from allocator.faults import Fault

DONE, INTERNAL, USAGE, INVALID, INFEASIBLE, UNPROVEN, REFUTED, INTERRUPTED = 0, 1, 2, 3, 4, 5, 6, 130


class Stopped(Exception):
    """The run was stopped, but not for nothing; ``code`` is the catalogue's word on what is kept."""

    def __init__(self, code: str, exit_code: int, **arguments: object) -> None:
        self.code = code
        self.exit_code = exit_code
        self.arguments = arguments
        super().__init__(code)


def stopped(reason: Stopped) -> int:
    """Says what is kept of a run that was stopped."""
    note(reason.code, **reason.arguments)
    return reason.exit_code


def fault_text(fault: "Fault") -> str:
    """The sentence of a fault."""
    return describe(f"fault.{fault.code}", {**_place(fault), **labels_of_none().arguments(fault.args)}, language())


def _place(fault: "Fault") -> dict[str, object]:
    return {
        "table": table_name(fault.table),
        "row": fault.row,
        "column": column_name(fault.table, fault.column),
        "value": fault.value,
    }


def table_name(table: str | None) -> str:
    """A table by its heading in the language in force; a file by its own name."""
    code = f"table.{table}"
    return words(code) if code in CATALOGUE else table or ""


def column_name(table: str | None, column: str | None) -> str:
    """A column by its heading in the language in force; of the table ``case`` a row by its key."""
    code = f"case.{column}" if table == "case" else f"column.{table}.{column}"
    return words(code) if code in CATALOGUE else column or ""


def fault_document(fault: "Fault") -> dict[str, Any]:
    """A fault as data, with its sentence."""
    args = {name: list(value) if isinstance(value, tuple | frozenset) else value for name, value in fault.args.items()}
    return {
        "code": fault.code,
        "table": fault.table,
        "row": fault.row,
        "column": fault.column,
        "value": fault.value,
        "args": args,
        "text": fault_text(fault),
    }


def fault_rows(faults: Iterable["Fault"]) -> list[list[str]]:
    """Faults as table rows: place, value, sentence, code."""
    return [
        [
            table_name(fault.table),
            "" if fault.row is None else str(fault.row),
            column_name(fault.table, fault.column),
            fault.value or "",
            fault_text(fault),
            fault.code,
        ]
        for fault in faults
    ]


def invalid_input(faults: tuple["Fault", ...], as_json: bool) -> int:
    """Lists every fault: on standard error, or as the one JSON document of the run."""
    if as_json:
        document({"error": "invalid_input", "faults": [fault_document(fault) for fault in faults]})
    note("error.invalid_input", count=len(faults))
    for fault in faults:
        where = "  ".join(part for part in fault_rows([fault])[0][:4] if part)
        line(f"  {where}", sys.stderr)
        line(f"      {fault_text(fault)}  [{fault.code}]", sys.stderr)
    return INVALID


def cannot_write(error: OSError, as_json: bool) -> int:
    """A file or folder that the system refuses."""
    arguments = {"path": error.filename or "", "detail": error.strerror or type(error).__name__}
    if as_json:
        document({"error": "usage", "code": "system", "text": words("error.system", **arguments)})
    note("error.system", **arguments)
    return USAGE


def internal_error(error: BaseException) -> int:
    """A fault of the program. The report has the places in the program only, so it holds nobody's data."""
    if os.environ.get("ALLOCATOR_DEBUG"):
        traceback.print_exception(error)
    places = [f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in traceback.extract_tb(error.__traceback__)]
    kinds = " <- ".join(type(one).__name__ for one in _chain(error))
    report = "\n".join([f"allocator {allocator.__version__}, Python {sys.version.split()[0]}", kinds, *places]) + "\n"
    try:
        handle, name = tempfile.mkstemp(prefix="allocator-", suffix=".txt", text=True)
        with os.fdopen(handle, "w", encoding="utf-8") as sink:
            sink.write(report)
    except OSError:
        name = "-"
    note("error.internal", kind=type(error).__name__, report=name)
    return INTERNAL


def _chain(error: BaseException | None) -> Iterable[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
