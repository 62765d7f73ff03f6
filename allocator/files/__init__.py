"""Cases, rulebooks and outcomes in and out of files, whatever the exercise."""

from allocator.files.atomic import (
    umask,
    write_bytes_atomically,
    write_folder_atomically,
    write_new_file,
    write_text_atomically,
)
from allocator.files.case_reader import no_collection
from allocator.files.draft import Draft, Located, draft_of
from allocator.files.inputs import Bytes
from allocator.files.outcomes import outcome_bytes
from allocator.files.raw import RawTable
from allocator.files.readings import Place, Reading
from allocator.files.rulebooks import find_rulebook

__all__ = [
    "Bytes",
    "Draft",
    "Located",
    "Place",
    "RawTable",
    "Reading",
    "draft_of",
    "find_rulebook",
    "no_collection",
    "outcome_bytes",
    "umask",
    "write_bytes_atomically",
    "write_folder_atomically",
    "write_new_file",
    "write_text_atomically",
]
