"""What workbook and report say of seats that only the draw decided, of those that follow, and of who has none."""

import pytest

from allocator.competition.report import report_html
from allocator.competition.report.of_outcomes import placements_sheet, unplaced_sheet
from allocator.competition.report.side_by_side import unplaced
from tests.competition.builders import case, institution, person
from tests.report.making import findings_of

LANGUAGES = ("zh", "en")


@pytest.fixture(scope="module")
def following():
    """a and b, equal, both wanted by s and t; c and d were named by nobody and follow; of x and y, u keeps one."""
    return findings_of(
        case(
            [*map(person, "abcd"), institution("x", "u"), institution("y", "u")],
            {"s": 2, "t": 2, "u": 4},
            marks=dict.fromkeys("abcdxy", 80),
            clerk_filed={"a": ["s", "t"], "b": ["s", "t"], "x": ["u"], "y": ["u"]},
            picks={"s": ["a", "b"], "t": ["a", "b"]},
        )
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_whose_seat_follows_from_a_tie_is_told_beside_the_ties(following, lang):
    """The party group must see whom its choice may move, under the ties and at each placement."""
    labels = following.labels(lang)
    follows = following.optimal.outcome.follows
    assert follows == ("c", "d")
    told = labels.words("page.follows", method=labels.words("method.optimal"), people=labels.people(follows))
    assert f'<p class="follows">{told}</p>' in report_html(following, lang)
    marks = {row[3]: row[-3] for row in placements_sheet(following, following.optimal, labels).rows}
    follow, confirm = labels.words("mark.follows"), labels.words("mark.to_confirm")
    assert [marks[who] for who in "abcd"] == [confirm, confirm, follow, follow]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_a_tie_nobody_follows(hostile, lang):
    assert '<p class="follows">' not in report_html(hostile, lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_who_has_no_seat_by_the_draw_alone_is_told_so(following, lang):
    """No seat was left, or rather: an equal was drawn. The reason alone would be half the truth."""
    labels = following.labels(lang)
    for run, column in ((following.rules, 5), (following.optimal, 6)):
        lost = next(one.person_id for one in run.outcome.unplaced)
        other = ({"x", "y"} - {lost}).pop()
        assert run.outcome.ties[-1].people == ("x", "y")
        reason = labels.words(f"reason.{run.outcome.unplaced[0].reason}")
        told = labels.words("report.unplaced.drawn", reason=reason, people=labels.person(other))
        assert told in {row[-1] for row in unplaced_sheet(following, labels).rows}
        row = next(row for row in unplaced(following, labels).rows if row[0] == lost)
        assert told in row[column]
