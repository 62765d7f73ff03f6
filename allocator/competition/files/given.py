"""What ``--given`` names: an outcome, or the party group's decisions as a table."""

from dataclasses import dataclass
from pathlib import Path

from allocator.competition.files.form import form_of, layouts
from allocator.competition.files.outcomes import outcome_of
from allocator.faults import Fault, InvalidInput
from allocator.files.assembling import assemble
from allocator.files.inputs import kind_of, read_bytes
from allocator.files.json_tables import load_json
from allocator.files.raw import RawTable, shown
from allocator.files.sources import Found, open_source, single_csv
from models.common.outcome import Notice
from models.competition.filings import Decision
from models.competition.outcome import Outcome
from models.competition.rulebook import Rulebook

OUTCOME_FILE = "outcome.json"


@dataclass(frozen=True)
class GivenFile:
    """An outcome or decisions, and what of the file was not used."""

    source: Outcome | tuple[Decision, ...]
    notices: tuple[Notice, ...] = ()


def read_given(path: Path, rulebook: Rulebook) -> Outcome | tuple[Decision, ...]:
    """The placements of earlier stages, as :func:`open_given` reads them."""
    return open_given(path, rulebook).source


def open_given(path: Path, rulebook: Rulebook) -> GivenFile:
    """Reads the placements of earlier stages.

    Args:
        path: an outcome as JSON, or a csv file, workbook, JSON file or folder with a table of decisions (决定); a
            folder without one may hold an ``outcome.json``.
        rulebook: the rulebook in force.

    Raises:
        InvalidInput: when it holds neither, or with every fault of the one it holds.
    """
    if kind_of(path) != "folder" and path.suffix.casefold() == ".json":
        content = read_bytes(path)
        value = load_json(content)
        if isinstance(value, dict) and ("schema_version" in value or "placements" in value):
            return GivenFile(outcome_of(content))
    known = form_of(rulebook)
    if kind_of(path) != "folder" and path.suffix.casefold() == ".csv":
        return _decisions(single_csv(path, "decisions", known), rulebook)
    try:
        found = open_source(path, known)
    except InvalidInput:
        if kind_of(path / OUTCOME_FILE) != "file":
            raise
        found = Found(known)
    if own := tuple(fault for fault in found.faults if fault.table == "decisions"):
        raise InvalidInput(own)
    if "decisions" in found.tables:
        return _decisions(found.tables["decisions"], rulebook)
    if kind_of(path / OUTCOME_FILE) == "file":
        return GivenFile(outcome_of(read_bytes(path / OUTCOME_FILE)))
    raise InvalidInput((Fault("given_without_decisions", shown(path.name), None, None, shown(path.name)),))


def _decisions(raw: RawTable, rulebook: Rulebook) -> GivenFile:
    made = assemble(raw, "decisions", layouts(rulebook)["decisions"])
    if made.faults:
        raise InvalidInput(made.faults)
    return GivenFile(tuple(row.value for row in made.rows if isinstance(row.value, Decision)), made.notices)
