"""Years to come: the next case says what a plan left, and who becomes due is counted day by day."""

import datetime as dt
import json
from itertools import pairwise

import pytest

from allocator.cli import main
from allocator.rotation.audit import audit
from allocator.rotation.check import check
from allocator.rotation.duties import duties
from allocator.rotation.files import read_case
from allocator.rotation.outlook import advanced, due_years, plan_years
from allocator.rotation.planning import plan
from allocator.rotation.roster import Roster, reached, whole_months
from models.common.outcome import Draw
from models.rotation.rulebook import RotationRulebook
from scenarios.rotation import embedded, embedded_folder

DRAW = Draw(seed="seed", source="case")


def roster_of(case):
    return Roster(case, RotationRulebook(), DRAW)


def test_a_year_after_a_plan():
    """Protects next year's numbers: who moved begins anew, who left a unit has it on record, the rest grows older."""
    case = embedded()
    outcome = plan(roster_of(case), "optimal").outcome
    after = advanced(case, outcome)
    day = case.case.reference_date
    assert after.case.reference_date == dt.date(day.year + 1, day.month, day.day)
    assert after.case.lottery_seed is None
    moves = {move.person_id: move for move in outcome.moves}
    before = {one.person_id: one for one in case.officers}
    unit_of = {post.post_id: post.unit_id for post in case.posts}
    for one in after.officers:
        old, move = before[one.person_id], moves.get(one.person_id)
        if move is None:
            assert (one.post_id, one.post_since, one.unit_since) == (old.post_id, old.post_since, old.unit_since)
        else:
            assert (one.post_id, one.post_since) == (move.to_post, day)
            assert one.unit_since == (day if move.kind == "exchange" else old.unit_since)
        assert (one.volunteer, one.consent) == (False, False)
    left = {(row.person_id, row.unit_id, row.start, row.end) for row in set(after.service) - set(case.service)}
    assert left == {
        (m.person_id, unit_of[m.from_post], before[m.person_id].unit_since, day)
        for m in outcome.moves
        if m.kind == "exchange"
    }
    assert (after.exemptions, after.avoidances) == (case.exemptions, case.avoidances)
    assert (after.wishes, after.opinions, after.nominations, after.pins) == ((), (), (), ())


def test_each_year_stands_on_the_one_before():
    """Protects the row of plans: each is a plan of the case that the one before left, and stands before the audit."""
    years = list(plan_years(embedded(), RotationRulebook(), "optimal", 2))
    assert len(years) == 3
    for year, following in pairwise(years):
        assert following.case == advanced(year.case, year.outcome)
    for year in years:
        assert audit(year.case, RotationRulebook(), year.outcome) == ()
        assert year.met == year.due - len(year.outcome.unmet)


def test_who_becomes_due_if_nobody_moves():
    """Protects the look-ahead: each year's people are those due on that very day, the new ones told once."""
    case = embedded()
    found = due_years(roster_of(case), 3)
    seen = set()
    for number, year in enumerate(found):
        day = case.case.reference_date
        later = day.replace(year=day.year + number)
        assert year.day == later
        moved_on = case.model_copy(update={"case": case.case.model_copy(update={"reference_date": later})})
        due = {p for p, one in duties(roster_of(moved_on)).items() if one.duty != "none"}
        assert set(year.due) == due
        assert set(year.new) == due - seen
        seen = due
        assert sum(year.by_unit.values()) == len(year.new)


@pytest.mark.parametrize(
    ("start", "years"),
    [(dt.date(2016, 2, 29), 5), (dt.date(2016, 2, 29), 8), (dt.date(2019, 12, 31), 5), (dt.date(2020, 1, 1), 10)],
)
def test_since_when_is_the_first_day_that_counts(start, years):
    """Protects the date on the due list: on it the years are reached, on the day before they are not."""
    day = reached(start, years)
    assert whole_months(start, day) >= 12 * years
    assert whole_months(start, day - dt.timedelta(days=1)) < 12 * years


def test_the_verbs(tmp_path, capsys):
    """Protects the way from one year to the next at the command line: what is written is a sound case."""
    case, out = str(embedded_folder()), tmp_path / "out"
    assert main(["solve", case, "--method", "rules", "-o", str(out), "--json"]) == 0
    assert main(["advance", case, str(out / "outcome.json"), "-o", str(tmp_path / "next"), "--json"]) == 0
    capsys.readouterr()
    found = check(read_case(tmp_path / "next"), RotationRulebook())
    assert found.faults == ()
    assert found.case.case.reference_date == dt.date(2026, 7, 1)
    assert main(["due", case, "--years", "1", "--method", "rules", "-o", str(tmp_path / "look"), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [year["date"] for year in told["due"]] == ["2025-07-01", "2026-07-01"]
    written = json.loads((tmp_path / "look" / "outlook.json").read_text(encoding="utf-8"))
    assert written["plans"] == told["plans"]
    page = (tmp_path / "look" / "outlook.html").read_text(encoding="utf-8")
    assert "<script" not in page and "2026-07-01" in page


def test_the_competition_has_no_years(capsys):
    from scenarios import embedded_folder as competition

    assert main(["due", str(competition()), "--json"]) == 2
    assert json.loads(capsys.readouterr().out)["code"] == "no_verb_here"
