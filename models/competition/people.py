"""People: who takes part, from where, and with what standing."""

import datetime as dt

from models.common.base import Education, Frozen, Gender, Id, Text
from models.competition.codes import Bid, Rank, ReviewVerdict, Staffing


class Person(Frozen):
    """One person of the bureau, as the personnel office records them (articles 2 and 3).

    ``section_id`` is the present section; ``chief`` marks a present section chief (原任科长); ``fixed`` a special
    post that does not rotate (特殊岗位不轮岗); ``cleared`` the party group's decision on a candidate (拟任人选);
    ``consent`` the home unit's agreement for institution staff (article 2-4).
    """

    person_id: Id
    name: Text
    staffing: Staffing
    section_id: Id | None = None
    rank: Rank
    rank_since: dt.date | None = None
    chief: bool = False
    fixed: bool = False
    bid: Bid | None = None
    cleared: bool = False
    review: ReviewVerdict | None = None
    consent: bool = False
    specialty: str | None = None
    proficiency: str | None = None
    gender: Gender | None = None
    birth: dt.date | None = None
    education: Education | None = None
    home_unit: str | None = None
