"""Whatever is done to a valid case, what comes back is a case or faults, never an exception and never both."""

import copy
import json
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from allocator.competition.check import check, readiness
from allocator.competition.files import read_case
from allocator.competition.pools import opening
from allocator.competition.rules import contest_chiefs, place_clerks, place_institution
from allocator.words import describe
from models.competition.rulebook import Rulebook
from tests.bad_input.raw_case import csv_text, valid_tables, write_tables

VALID = valid_tables()
CELLS = st.one_of(
    st.sampled_from([cell for rows in VALID.values() for row in rows for cell in row]),
    st.sampled_from(["", " ", "p9", "s9", "-1", "0", "1", "2", "101", "1e9", "NaN", "1/3", "１", "是", "yes", "fail"]),
    st.sampled_from(["administrative", "institution", "contract", "compete", "withdraw", "assign", "chief"]),
    st.dates().map(str),
    st.integers(-5, 200).map(str),
    st.text(max_size=5),
)
TABLE = st.sampled_from(sorted(VALID))
PLACE = st.integers(0, 30)
CHANGES = st.lists(
    st.one_of(
        st.tuples(st.just("put"), TABLE, PLACE, PLACE, CELLS),
        st.tuples(st.just("copy"), TABLE, PLACE, PLACE, CELLS),
        st.tuples(st.just("drop"), TABLE, PLACE, PLACE, CELLS),
        st.tuples(st.just("clear"), TABLE, PLACE, PLACE, CELLS),
    ),
    min_size=1,
    max_size=6,
)


def changed(changes):
    """The valid case after some changes: cells put, rows copied or taken out, tables emptied."""
    tables = copy.deepcopy(VALID)
    for how, table, row, column, cell in changes:
        rows = tables[table]
        if len(rows) < 2:
            continue
        at = 1 + row % (len(rows) - 1)
        if how == "put":
            rows[at][column % len(rows[at])] = cell
        elif how == "copy":
            rows.append(list(rows[at]))
            rows[-1][column % len(rows[-1])] = cell
        elif how == "drop":
            del rows[at]
        else:
            del rows[1:]
    return tables


def case_or_faults(path):
    """Reads and checks; what is sound must then be good for every stage it is ready for."""
    result = check(read_case(path, Rulebook()), Rulebook())
    assert (result.case is None) == bool(result.faults) == (result.scores is None)
    for fault in result.faults:
        assert all(describe(f"fault.{fault.code}", fault.args, lang) for lang in ("zh", "en"))
    if result.scores is None:
        return
    ready = readiness(result.scores)
    standing = opening(result.scores.bureau)
    for stage, run in (("chiefs", contest_chiefs), ("clerks", place_clerks), ("institution", place_institution)):
        if ready[stage].ready:
            standing = run(result.scores, standing).standing


QUIET = {"deadline": None, "derandomize": True, "suppress_health_check": [HealthCheck.too_slow]}


@settings(max_examples=150, **QUIET)
@given(CHANGES)
def test_changed_cells_and_rows(changes):
    """Wrong cells, rows twice, rows and tables gone, several at once."""
    with tempfile.TemporaryDirectory() as folder:
        case_or_faults(write_tables(changed(changes), Path(folder), "csv"))


@settings(max_examples=100, **QUIET)
@given(st.sampled_from(sorted(VALID)), st.integers(0, 2_000), st.integers(0, 20), st.binary(max_size=12))
def test_damaged_csv_files(table, start, length, noise):
    """Bytes cut out of a file and others put in their place."""
    with tempfile.TemporaryDirectory() as folder:
        path = write_tables(VALID, Path(folder), "csv")
        data = csv_text(VALID[table]).encode()
        start %= len(data)
        (path / f"{table}.csv").write_bytes(data[:start] + noise + data[start + length :])
        case_or_faults(path)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=100, **QUIET)
@given(TABLE, PLACE, PLACE, JSON, st.sampled_from(["document", "table", "row", "cell"]))
def test_any_json(table, row, column, value, where):
    """Any value in place of the document, a table, a row or a cell."""
    with tempfile.TemporaryDirectory() as folder:
        path = write_tables(VALID, Path(folder), "json")
        content = json.loads(path.read_text(encoding="utf-8"))
        rows = content[table] if table != "case" else [content["case"]]
        at = rows[row % len(rows)]
        if where == "document":
            content = value
        elif where == "table":
            content[table] = value
        elif where == "row" and table != "case":
            rows[row % len(rows)] = value
        else:
            at[sorted(at)[column % len(at)]] = value
        path.write_text(json.dumps(content), encoding="utf-8")
        case_or_faults(path)


@settings(max_examples=60, **QUIET)
@given(st.floats(0, 1), st.integers(0, 40), st.binary(max_size=16))
def test_damaged_workbooks(where, length, noise):
    """Bytes of a workbook cut out and others put in their place."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "case.xlsx"
        start = int(where * len(WORKBOOK))
        path.write_bytes(WORKBOOK[:start] + noise + WORKBOOK[start + length :])
        case_or_faults(path)


def _workbook():
    with tempfile.TemporaryDirectory() as folder:
        return write_tables(VALID, Path(folder), "xlsx").read_bytes()


WORKBOOK = _workbook()
