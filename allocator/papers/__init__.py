"""Papers people hold in their hands: forms, publications, slips and reports, as Word documents and as PDF."""

from allocator.papers.kinds import KINDS, TABLE, Kind, kind_named
from allocator.papers.material import material
from allocator.papers.source import Grounds, Options, Source
from allocator.papers.writing import Form, notice_files, write_notice

__all__ = [
    "KINDS",
    "TABLE",
    "Form",
    "Grounds",
    "Kind",
    "Options",
    "Source",
    "kind_named",
    "material",
    "notice_files",
    "write_notice",
]
