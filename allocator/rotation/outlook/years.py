"""Who becomes due year by year if nobody moved, and what a plan each year makes of it."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from allocator.rotation.duties import duties
from allocator.rotation.outlook.advancing import a_year_later, advanced
from allocator.rotation.planning import plan
from allocator.rotation.roster import Roster
from allocator.solver import LevelProgress, Limits
from models.common.base import Method
from models.common.lottery import Lottery
from models.common.outcome import Draw
from models.rotation.case import RotationCase
from models.rotation.outcome import RotationOutcome
from models.rotation.rulebook import RotationRulebook


@dataclass(frozen=True)
class DueYear:
    """Who is due on one day if nobody moves until then; ``new`` are those who were not a year before.

    ``by_article`` and ``by_unit`` count the new ones; whoever several articles hit is counted at each.
    """

    day: dt.date
    due: tuple[str, ...]
    new: tuple[str, ...]
    by_article: Mapping[str, int]
    by_unit: Mapping[str, int]


@dataclass(frozen=True)
class PlanYear:
    """One year's plan of a row of plans, each made on what the one before left."""

    case: RotationCase
    outcome: RotationOutcome
    due: int
    met: int

    @property
    def exchanges(self) -> int:
        """How many people are exchanged."""
        return sum(move.kind == "exchange" for move in self.outcome.moves)

    @property
    def quota_binds(self) -> bool:
        """Whether somebody is not met because the quota of exchanges is spent."""
        return any(one.reason == "quota" for one in self.outcome.unmet)


def due_years(roster: Roster, years: int) -> tuple[DueYear, ...]:
    """Today and the same day of the years to come, nobody moving in between."""
    found: list[DueYear] = []
    before: frozenset[str] = frozenset()
    case = roster.case
    for _ in range(years + 1):
        day = case.case.reference_date
        now = duties(Roster(case, roster.rulebook, roster.lottery))
        due = tuple(person for person, one in now.items() if one.duty != "none")
        new = tuple(person for person in due if person not in before)
        articles = Counter(article for person in new for article in now[person].articles)
        units = Counter(roster.unit[person] for person in new)
        found.append(DueYear(day, due, new, dict(sorted(articles.items())), dict(sorted(units.items()))))
        before = frozenset(due)
        later = case.case.model_copy(update={"reference_date": a_year_later(day)})
        case = case.model_copy(update={"case": later})
    return tuple(found)


def plan_years(
    case: RotationCase,
    rulebook: RotationRulebook,
    method: Method,
    years: int,
    limits: Limits | None = None,
    progress: LevelProgress | None = None,
) -> Iterator[PlanYear]:
    """A plan for today and for each year to come, each on what the one before left.

    The draw of a later year is not published yet: the name of its case stands in for the seed.
    """
    for _ in range(years + 1):
        drawn = Lottery.of(case.case)
        roster = Roster(case, rulebook, Draw(seed=drawn.seed, source=drawn.source))
        outcome = plan(roster, method, limits, progress).outcome
        due = sum(one.duty != "none" for one in duties(roster).values())
        yield PlanYear(case, outcome, due, due - len(outcome.unmet))
        case = advanced(case, outcome)
