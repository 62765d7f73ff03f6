"""Cases and outcomes in and out of files."""

from allocator.files.case_reader import read_case
from allocator.files.draft import Draft, Located, draft_of

__all__ = ["Draft", "Located", "draft_of", "read_case"]
