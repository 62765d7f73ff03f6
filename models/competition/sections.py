"""Sections (科室): where the posts are."""

from models.common.base import Count, Frozen, Id, Ordinal, Text


class Section(Frozen):
    """A section and its headcount (核定岗位数), which includes its chief post (article 1).

    ``retain`` overrides, for the clerks' stage only, how many of its own people the section may keep
    (article 15); ``None`` leaves the rulebook's number in force.
    """

    section_id: Id
    name: Text
    headcount: Ordinal
    retain: Count | None = None
