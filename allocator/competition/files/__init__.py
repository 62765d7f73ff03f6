"""Cases, rulebooks and outcomes of the competition in and out of files."""

from allocator.competition.files.cases import (
    read_case,
    read_contents,
    read_contents_with_sources,
    read_files,
    write_case,
    write_template,
)
from allocator.competition.files.form import FIRST_KEY, form_of, layouts
from allocator.competition.files.given import GivenFile, open_given, read_given
from allocator.competition.files.outcomes import outcome_of, read_outcome
from allocator.competition.files.rulebooks import read_rulebook, rulebook_of

__all__ = [
    "FIRST_KEY",
    "GivenFile",
    "form_of",
    "layouts",
    "open_given",
    "outcome_of",
    "read_case",
    "read_contents",
    "read_contents_with_sources",
    "read_files",
    "read_given",
    "read_outcome",
    "read_rulebook",
    "rulebook_of",
    "write_case",
    "write_template",
]
