"""The papers of an exchange and rotation: plan, talks, handover, audit on leaving, personal notices, summary."""

from allocator.rotation.papers.kinds import KINDS, TABLE, kind_named
from allocator.rotation.papers.making import Options, material
from allocator.rotation.papers.writing import notice_files

__all__ = ["KINDS", "TABLE", "Options", "kind_named", "material", "notice_files"]
