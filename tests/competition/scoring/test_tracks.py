"""Tracks, eligibility, entrants and withdrawals."""

import datetime as dt
from fractions import Fraction
from itertools import product
from typing import Any

import pytest

from allocator.competition.scoring import full_years, score
from allocator.competition.scoring.tracks import TrackRecord
from models.competition.people import Person
from models.competition.rulebook import Eligibility, Rulebook
from tests.competition.builders import bureau, candidate, incumbent, institution, person

LONG_AGO = dt.date(2010, 1, 1)


def record(someone: Person, **more: Any) -> TrackRecord:
    return score(bureau([someone], **more)).tracks[someone.person_id]


@pytest.mark.parametrize(
    ("start", "end", "years"),
    [
        ("2021-07-01", "2024-07-01", 3),  # the anniversary day counts
        ("2021-07-02", "2024-07-01", 2),
        ("2021-06-30", "2024-07-01", 3),
        ("2020-02-29", "2023-02-28", 2),  # common year: the anniversary is 1 March
        ("2020-02-29", "2023-03-01", 3),
        ("2020-02-29", "2024-02-28", 3),  # leap year: it is 29 February again
        ("2020-02-29", "2024-02-29", 4),
        ("2021-02-28", "2024-02-28", 3),
        ("2021-03-01", "2024-02-29", 2),
        ("2000-02-29", "2100-02-28", 99),  # 2100 is a common year
        ("2000-02-29", "2100-03-01", 100),
        ("2024-07-01", "2024-07-01", 0),
        ("2024-07-02", "2024-07-01", -1),
    ],
)
def test_full_years(start: str, end: str, years: int) -> None:
    """Protects anniversary days, and 29 February in common and leap years, for service and age."""
    assert full_years(dt.date.fromisoformat(start), dt.date.fromisoformat(end)) == years


def test_track_of_each_combination() -> None:
    """Protects the order of the track rules over every combination of staffing, fixed, chief and bid.

    Contract comes before everything, then fixed, then institution, then a present chief, then an eligible bidder.
    """
    combinations = product(
        ("administrative", "institution", "contract"), (False, True), (False, True), (None, "compete", "withdraw")
    )
    for staffing, fixed, chief, bid in combinations:
        someone = person("a", section="s1", staffing=staffing, fixed=fixed, chief=chief, bid=bid, rank="head")
        found = record(someone)
        if staffing == "contract":
            expected = "contract"
        elif fixed:
            expected = "fixed"
        elif staffing == "institution":
            expected = "institution"
        elif chief:
            expected = "incumbent"
        else:
            expected = "candidate" if bid == "compete" else "clerk"
        free_administrative = staffing == "administrative" and not fixed
        assert found.track == expected
        assert found.eligible is free_administrative
        assert found.withdrawn is (free_administrative and bid == "withdraw")


@pytest.mark.parametrize(
    ("rank", "since", "eligible"),
    [
        ("head", None, True),
        ("head_nominal", "2021-07-01", True),
        ("head_nominal", "2021-07-02", False),
        ("deputy", "2022-07-01", True),
        ("deputy", "2022-07-02", False),
        ("deputy_nominal", "2021-07-01", True),
        ("deputy_nominal", "2021-07-02", False),
        ("deputy", None, False),
        ("staff", "1990-01-01", False),
    ],
)
def test_eligibility(rank: str, since: str | None, eligible: bool) -> None:
    """Protects the years each rank needs by 2024-07-01, the anniversary day included, and a missing date."""
    started = None if since is None else dt.date.fromisoformat(since)
    found = record(person("a", rank=rank, rank_since=started, bid="compete", cleared=True))
    assert found.eligible is eligible
    assert found.track == ("candidate" if eligible else "clerk")
    assert found.entrant is eligible


def test_own_years_of_a_bureau() -> None:
    """Protects that years come from the rulebook: heads who need a year are not eligible without a date."""
    rulebook = Rulebook(eligibility=Eligibility(years={"head": 1, "staff": 0}))
    assert record(person("a", rank="head"), rulebook=rulebook).eligible is False
    assert record(person("a", rank="head", rank_since=dt.date(2023, 7, 1)), rulebook=rulebook).eligible is True
    assert record(person("a"), rulebook=rulebook).eligible is True
    assert record(person("a", rank="deputy", rank_since=LONG_AGO), rulebook=rulebook).eligible is False


@pytest.mark.parametrize(
    ("poll", "bars"),
    [
        ((2, 0, 1), ("dissatisfied",)),  # exactly 1/3 bars
        ((201, 0, 100), ()),  # 100/301 is just below
        ((1, 1, 1), ("dissatisfied",)),  # "basic" counts in the whole
        ((0, 3, 1), ()),
        ((0, 0, 5), ("dissatisfied",)),
        ((0, 0, 0), ()),  # nothing cast: refused when the case is checked, barring nobody here
    ],
)
def test_dissatisfied_share(poll: tuple[int, int, int], bars: tuple[str, ...]) -> None:
    """Protects the exact share of 1/3, which bars."""
    found = record(incumbent("a", "s1"), dissatisfied={"a": poll})
    assert (found.bars, found.entrant) == (bars, not bars)


def test_dissatisfied_limit_of_a_bureau() -> None:
    """Protects that the limit is the rulebook's: with 1/2, a share of 1/3 does not bar and 1/2 does."""
    rulebook = Rulebook(eligibility=Eligibility(dissatisfied_below=Fraction(1, 2)))
    assert record(incumbent("a", "s1"), rulebook=rulebook, dissatisfied={"a": (2, 0, 1)}).entrant is True
    assert record(incumbent("a", "s1"), rulebook=rulebook, dissatisfied={"a": (1, 0, 1)}).entrant is False


@pytest.mark.parametrize(
    ("someone", "entrant", "bars", "withdrawn"),
    [
        (incumbent("a", "s1"), True, (), False),
        (incumbent("a", "s1", review=None), True, (), False),
        (incumbent("a", "s1", review="fail"), False, ("review_fail",), False),
        (incumbent("a", "s1", bid="withdraw"), False, ("withdrew",), True),
        (incumbent("a", "s1", bid="withdraw", rank="staff"), False, ("withdrew",), True),
        (incumbent("a", "s1", bid="withdraw", review="fail"), False, ("review_fail", "withdrew"), True),
        (incumbent("a", "s1", cleared=False), True, (), False),
        (candidate("a"), True, (), False),
        (candidate("a", review="fail", cleared=False), False, ("review_fail", "not_cleared"), False),
        (candidate("a", cleared=False), False, ("not_cleared",), False),
        (candidate("a", bid="withdraw"), False, ("withdrew",), True),
        (candidate("a", bid=None), False, ("no_bid",), False),
        (person("a", bid="compete"), False, ("rank",), False),
        (person("a", bid="compete", rank="deputy"), False, ("rank_date",), False),
        (person("a", bid="compete", rank="deputy", rank_since=dt.date(2024, 1, 1)), False, ("service",), False),
        (person("a", bid="withdraw"), False, (), False),
        (person("a"), False, (), False),
        (institution("a", bid="withdraw", rank="head"), False, (), False),
    ],
)
def test_entrants_and_withdrawals(someone: Person, entrant: bool, bars: tuple[str, ...], withdrawn: bool) -> None:
    """Protects who enters the chief contest, the reasons of who does not, and whose withdrawal has effect."""
    found = record(someone)
    assert (found.entrant, found.bars, found.withdrawn) == (entrant, bars, withdrawn)
