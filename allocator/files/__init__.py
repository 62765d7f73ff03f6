"""Cases, rulebooks and outcomes in and out of files."""

from allocator.files.atomic import (
    umask,
    write_bytes_atomically,
    write_folder_atomically,
    write_new_file,
    write_text_atomically,
)
from allocator.files.case_reader import no_collection, read_case, read_contents
from allocator.files.case_writer import write_case
from allocator.files.draft import Draft, Located, draft_of
from allocator.files.given import GivenFile, open_given, read_given
from allocator.files.inputs import Bytes
from allocator.files.outcomes import outcome_bytes, outcome_of, read_outcome
from allocator.files.raw import RawTable
from allocator.files.readings import Place, Reading
from allocator.files.rulebooks import find_rulebook, read_rulebook, rulebook_of
from allocator.files.template import write_template

__all__ = [
    "Bytes",
    "Draft",
    "GivenFile",
    "Located",
    "Place",
    "RawTable",
    "Reading",
    "draft_of",
    "find_rulebook",
    "no_collection",
    "open_given",
    "outcome_bytes",
    "outcome_of",
    "read_case",
    "read_contents",
    "read_given",
    "read_outcome",
    "read_rulebook",
    "rulebook_of",
    "umask",
    "write_bytes_atomically",
    "write_case",
    "write_folder_atomically",
    "write_new_file",
    "write_template",
    "write_text_atomically",
]
