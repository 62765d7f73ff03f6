"""The verb ``score``: every named score per person and per pair, or one of them traced to its parts."""

from pathlib import Path
from typing import Any

from allocator.competition.console.grounds import outside_block, pins_block
from allocator.competition.words.scores import say_trace
from allocator.console.failures import DONE
from allocator.console.language import language, words
from allocator.console.misuse import Misuse
from allocator.console.options import CaseOptions
from allocator.console.outputs import json_bytes, write_all, write_one
from allocator.console.page import Page
from allocator.console.session import open_case
from allocator.console.show import document, note
from allocator.exercise import Opened
from allocator.faults import Fault, InvalidInput
from allocator.tabular import table_bytes


def score(
    asked: CaseOptions,
    *,
    output: Path | None = None,
    person: str | None = None,
    section: str | None = None,
    as_json: bool = False,
) -> int:
    """Computes the scores and shows or writes them."""
    if output is not None and output.suffix.lower() not in (".csv", ".json"):
        raise Misuse("csv_or_json")
    if section is not None and person is None:
        raise Misuse("section_needs_person")
    opened = open_case(asked)
    if person is not None:
        return _trace(opened, person, section, as_json)
    tables = _tables(opened)
    if output is not None:
        _write(output, tables)
    if as_json:
        document(tables)
    elif output is None:
        _page(opened, tables).show()
    return DONE


def _tables(opened: Opened) -> dict[str, list[dict[str, Any]]]:
    from allocator.competition.scoring import pairs_table, people_table

    return {"people": people_table(opened.ready), "pairs": pairs_table(opened.ready)}


def _write(path: Path, tables: dict[str, list[dict[str, Any]]]) -> None:
    """One JSON file, or the people's table with the pairs' table beside it."""
    from allocator.competition.scoring import PAIR_COLUMNS, PEOPLE_COLUMNS

    if path.suffix.lower() == ".json":
        write_one(path, json_bytes(tables))
        note("wrote", path=path)
        return
    beside = f"{path.stem}.pairs{path.suffix}"
    people = [[row[column] for column in PEOPLE_COLUMNS] for row in tables["people"]]
    pairs = [[_cell(row[column]) for column in PAIR_COLUMNS] for row in tables["pairs"]]
    write_all(path.parent, {path.name: table_bytes(PEOPLE_COLUMNS, people), beside: table_bytes(PAIR_COLUMNS, pairs)})
    note("wrote", path=path)
    note("wrote", path=path.parent / beside)


def _cell(value: Any) -> Any:
    return ("yes" if value else "no") if isinstance(value, bool) else value


def _page(opened: Opened, tables: dict[str, list[dict[str, Any]]]) -> Page:
    labels, page = opened.labels, Page()
    page.heading("score.people")
    names = ("exam", "appraisal", "review", "quantification", "speech")
    headings = [words("head.person"), *(words(f"score.{name}") for name in names)]
    rows = [
        [labels.person(row["person_id"]), *(row[name] or words("none") for name in names)] for row in tables["people"]
    ]
    page.table(headings, rows, numbers=range(1, 6))
    page.heading("score.pairs")
    headings = [words(f"head.{name}") for name in ("person", "section", "round", "rate")]
    headings += [words("score.recommendation"), words("score.composite"), words("head.admissible")]
    rows = [
        [
            labels.person(row["person_id"]),
            labels.section(row["section_id"]),
            str(row["round"]),
            row["rate"] or words("none"),
            row["recommendation"] or words("none"),
            row["composite"] or words("none"),
            words("yes" if row["admissible"] else "no"),
        ]
        for row in tables["pairs"]
    ]
    page.table(headings, rows, numbers=range(2, 6))
    outside_block(page, opened.ready, labels)
    pins_block(page, (pin for pin in labels.pins if pin.role == "chief"), labels)
    return page


def _trace(opened: Opened, person: str, section: str | None, as_json: bool) -> int:
    """Every number of one person or pair, its parts and its article."""
    from allocator.competition.scoring import trace_pair, trace_person

    if person not in opened.ready.people:
        raise InvalidInput((Fault("unknown_person", table="people", value=person, args={"id": person}),))
    if section is not None and section not in opened.ready.bureau.sections:
        raise InvalidInput((Fault("unknown_section", table="sections", value=section, args={"id": section}),))
    lines = trace_person(opened.ready, person) if section is None else trace_pair(opened.ready, person, section)
    if as_json:
        trace = [
            {"rule": one.rule, "article": one.article, "code": one.code, "args": dict(one.args), "value": one.value}
            for one in lines
        ]
        document({"trace": trace})
        return DONE
    page = Page()
    rows = [[say_trace(one.code, one.args, language()), one.value or words("none"), one.article] for one in lines]
    page.table([words("head.number"), words("head.value"), words("head.article")], rows, numbers=[1])
    wanted = (pin for pin in opened.case.pins if pin.person_id == person and section in (None, pin.section_id))
    pins_block(page, wanted, opened.labels)
    page.show()
    return DONE
