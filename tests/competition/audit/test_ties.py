"""What the audit makes of ties that are not as told: left out, invented, or out of step with the seats."""

from functools import cache
from typing import Any

import pytest

from allocator.competition.audit import not_rechecked
from models.competition.outcome import Outcome, Tie
from tests.competition.audit.proposals import Proposal, propose
from tests.competition.builders import candidate, case, institution


def equal(people: str, sections: str) -> dict[str, Any]:
    """Candidates of equal marks and votes who all file for the same posts."""
    return {
        "people": [candidate(p) for p in people],
        "sections": dict.fromkeys(sections, 1),
        "marks": dict.fromkeys(people, 80),
        "speeches": dict.fromkeys(people, 80),
        "filed": [(p, 1, i, s) for p in people for i, s in enumerate(sections, start=1)],
        "votes": {(p, s): 20 for p in people for s in sections},
    }


@cache
def three() -> Proposal:
    return propose(case(**equal("abc", "s")), "optimal", stages=("chiefs",))


@cache
def desks() -> Proposal:
    """a and b, equal, both wanted by s and t, where one of them sits in each; c and d were named by nobody."""
    return propose(
        case(
            ["a", "b", "c", "d"],
            {"s": 2, "t": 2, "u": 4},
            marks=dict.fromkeys("abcd", 80),
            clerk_filed={"a": ["s", "t"], "b": ["s", "t"]},
            picks={"s": ["a", "b"], "t": ["a", "b"]},
        ),
        "optimal",
    )


@cache
def staff() -> Proposal:
    """Two of the institution staff, equal, for one seat of s."""
    return propose(
        case(
            [institution("a"), institution("b")],
            {"s": 2},
            marks={"a": 80, "b": 80},
            clerk_filed={"a": ["s"], "b": ["s"]},
            picks={"s": ["a", "b"]},
        ),
        "optimal",
    )


def told(outcome: Outcome) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(tie.stage, tie.section_id, tie.people) for tie in outcome.ties]


def found(made: Proposal, outcome: Outcome) -> set[str]:
    """The codes found, but for the warning that counts the sections with ties."""
    return made.found(outcome) - {"warning_missing", "warning_unfounded"}


def with_ties(made: Proposal, *ties: tuple[str, str], stage: Any = "chiefs", unique: bool = False) -> Outcome:
    """The outcome with other ties of a stage, each a section and its people."""
    rows = tuple(Tie(stage=stage, section_id=section, people=tuple(people)) for section, people in ties)
    reports = tuple(r.model_copy(update={"unique": unique}) if r.stage == stage else r for r in made.outcome.stages)
    return made.outcome.model_copy(update={"ties": rows, "stages": reports})


def test_the_proposals_have_the_ties_that_this_page_is_about() -> None:
    """Three for one post; two desks either way round; one person is first on the list of s, so nothing is tied."""
    assert told(three().outcome) == [("chiefs", "s", ("a", "b", "c"))]
    assert told(desks().outcome) == [("clerks", "s", ("a", "b")), ("clerks", "t", ("a", "b"))]
    assert desks().outcome.follows == ("c", "d")
    assert told(staff().outcome) == []
    for made in (three(), desks(), staff()):
        assert made.audit() == ()


@pytest.mark.parametrize("left", ["ab", "ac", "bc", "a", "b", "c"])
def test_nobody_can_be_left_out_of_a_tie(left: str) -> None:
    """Whichever of three equal people is not told, an exchange of the holder and that person shows it."""
    assert found(three(), with_ties(three(), ("s", left))) == {"tie_missing"}


def test_an_optimum_that_is_not_unique_cannot_be_called_so() -> None:
    """Told unique and without ties, the other two people are found."""
    assert "tie_missing" in found(three(), with_ties(three(), unique=True))


def test_a_tie_of_two_desks_cannot_lose_one() -> None:
    """Both ways round are found by an exchange of two people."""
    assert "tie_missing" in found(desks(), with_ties(desks(), ("s", "ab"), stage="clerks"))
    assert "tie_missing" in found(desks(), with_ties(desks(), ("s", "a"), ("t", "ab"), stage="clerks"))


@pytest.mark.parametrize(
    "ties", [[("s", "abd"), ("t", "ab")], [("s", "ab"), ("t", "ab"), ("u", "c")], [("s", "ab"), ("t", "ab"), ("u", "")]]
)
def test_a_tie_of_a_seat_that_nobody_named_is_none(ties: list[tuple[str, str]]) -> None:
    """Neither d in s nor c in u is a seat that somebody wished for, and a section without people is no tie."""
    assert found(desks(), with_ties(desks(), *ties, stage="clerks")) == {"no_tie"}


def test_a_section_is_told_once() -> None:
    """The people of one section stand together."""
    assert "no_tie" in found(desks(), with_ties(desks(), ("s", "a"), ("s", "b"), ("t", "ab"), stage="clerks"))


def test_whoever_may_come_must_be_able_to_leave() -> None:
    """b may hold s only if the post he holds, or the holder of s, is tied too."""
    made = propose(case(**equal("ab", "st")), "optimal", stages=("chiefs",))
    assert {section for _, section, _ in told(made.outcome)} == {"s", "t"}
    holder = {p.section_id: p.person_id for p in made.outcome.placements}
    assert "tie_missing" in found(made, with_ties(made, ("s", holder["t"])))


def test_that_a_seat_told_may_change_is_taken_on_trust() -> None:
    """b is second on the list, so s is not tied; only a proof can tell, and the audit says what it does not check."""
    invented = with_ties(staff(), ("s", "ab"), stage="institution")
    assert found(staff(), invented) == set()
    assert "audit.unchecked.uniqueness" in {notice.code for notice in not_rechecked(invented)}


@pytest.mark.parametrize("follows", [(), ("c",), ("b", "c", "d"), ("a", "d")])
def test_who_follows_is_who_sits_where_nobody_named(follows: tuple[str, ...]) -> None:
    """Protects the list of people whose section may change with the choice among the tied."""
    assert "differs" in found(desks(), desks().outcome.model_copy(update={"follows": follows}))


def test_nobody_follows_where_no_clerk_is_tied() -> None:
    """Ties of chiefs leave the clerks' stage as it is proposed."""
    assert found(three(), three().outcome.model_copy(update={"follows": ("a",)})) == {"differs"}
