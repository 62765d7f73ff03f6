"""Papers people hold in their hands: forms, publications, slips and reports, as Word documents and as PDF."""

from allocator.competition.papers.kinds import KINDS, TABLE, kind_named
from allocator.competition.papers.material import material
from allocator.competition.papers.source import Grounds, Options, Source
from allocator.competition.papers.writing import notice_files, write_notice
from allocator.papers.layout import Kind
from allocator.papers.writing import Form

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
