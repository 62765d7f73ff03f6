"""The rulebooks of the competition: TOML in which only what differs from the built-in one is written."""

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from allocator.competition.words.tables import HEADINGS
from allocator.faults import Fault
from allocator.files import rulebooks
from allocator.files.cells import folded
from allocator.files.inputs import Bytes
from allocator.files.raw import shown
from allocator.files.rulebooks import RulebookForm
from models.common.base import Education, Gender
from models.competition.rulebook import Rulebook, Target


def _unknown_values(name: str, rulebook: Rulebook) -> Iterator[Fault]:
    """A fault for each composition target on a code that nobody can have."""
    known = {"gender": get_args(Gender), "education": get_args(Education)}
    for i, target in enumerate(rulebook.institution.composition, start=1):
        for value in target.values:
            if target.attribute in known and value not in known[target.attribute]:
                args = {"key": f"institution.composition[{i}].values", "allowed": known[target.attribute]}
                yield Fault("rulebook_choice", name, None, str(args["key"]), shown(value), args)


def _reserved_names(name: str, rulebook: Rulebook) -> Iterator[Fault]:
    """A fault for each exam paper or appraisal head that cannot be told from another column of its table."""
    for part, weights in (("exam", rulebook.exam.weights), ("appraisal", rulebook.appraisal.weights)):
        taken = {folded(word) for word in ("person_id", HEADINGS["exams"][1]["person_id"])}
        for paper in weights:
            if folded(paper) in taken or not folded(paper):
                key = f"{part}.weights.{paper}"
                yield Fault("rulebook_reserved_name", name, None, shown(key), None, {"key": shown(key)})
            taken.add(folded(paper))


FORM = RulebookForm(
    model=Rulebook,
    merged=frozenset([("eligibility", "years"), ("quantification", "bonus")]),
    shares=frozenset(["floor", "dissatisfied_below"]),
    lists={"composition": Target},
    checks=(_unknown_values, _reserved_names),
)


def read_rulebook(path: Path | None) -> Rulebook:
    """Reads a rulebook; ``None`` gives the built-in ``bureau-rotation``.

    Raises:
        InvalidInput: with a fault for each key that is unknown and each value that is not of its form.
    """
    return rulebooks.read_rulebook(path, FORM)


def rulebook_of(content: Bytes) -> Rulebook:
    """The rulebook that a TOML file holds.

    Raises:
        InvalidInput: as :func:`read_rulebook`.
    """
    return rulebooks.rulebook_of(content, FORM)
