"""Records of assessment: exam, appraisal, review, satisfaction, speech, attendance and ballots."""

from collections.abc import Mapping

from pydantic import Field

from models.common.base import Count, Frozen, Id, Mark, Text


class Exam(Frozen):
    """One person's marks by exam paper (article 4); the papers are those the rulebook names."""

    person_id: Id
    marks: Mapping[str, Mark]


class Appraisal(Frozen):
    """One person's democratic appraisal by head: 德 能 勤 绩 廉 unless the rulebook names others (article 6)."""

    person_id: Id
    marks: Mapping[str, Mark]


class Review(Frozen):
    """The score of one person's annual review in one year (article 8)."""

    person_id: Id
    year: int = Field(ge=1900, le=2200)
    score: Mark


class Satisfaction(Frozen):
    """Ballots of the satisfaction poll after a person's report on duty (article 5)."""

    person_id: Id
    satisfied: Count
    basic: Count = 0
    dissatisfied: Count


class SpeechMark(Frozen):
    """One judge's mark for one entrant's speech (article 10)."""

    person_id: Id
    judge: Text
    score: Mark


class Attendance(Frozen):
    """How many of a voter group were present at the recommendation meeting (article 11)."""

    group: Text
    present: Count


class Ballot(Frozen):
    """Votes of one group recommending one person for one section's chief post (article 11)."""

    person_id: Id
    section_id: Id
    group: Text
    votes: Count
