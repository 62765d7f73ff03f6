"""Cases with one thing changed in their tables, scored and run from the start: what explanations are held against."""

from decimal import Decimal
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from allocator.competition.check import check
from allocator.competition.explain import Explanation, PostAnswer, WouldHave, explain_person
from allocator.competition.pipeline import Run, run
from allocator.competition.scoring import Scores
from allocator.files import draft_of
from allocator.solver import Limits
from models.common.base import Method, PinMode
from models.competition.case import Case
from models.competition.codes import Role
from models.competition.filings import Pin
from models.competition.records import Ballot
from models.competition.rulebook import Rulebook
from tests.competition.agreement.product import Opened, opened
from tests.competition.reference import tiny

TINY = 200
"""How many tiny cases the exhaustive run takes."""
QUICK = (0, 6, 41, 64, 80, 104, 120, 160)
"""The cases of every run, one of each family."""
METHODS: tuple[Method, ...] = ("rules", "optimal")
REFERENCE = Limits(engine="reference")


@cache
def tiny_case(index: int) -> Opened:
    """Tiny case ``index``, opened from its folder."""
    with TemporaryDirectory() as folder:
        return opened(tiny.write(index, Path(folder) / "case"))


@cache
def tiny_explained(index: int, method: Method) -> tuple[Run, tuple[Explanation, ...]]:
    """Everybody of a tiny case explained under one method, worked out once for all tests."""
    return explained(tiny_case(index), method)


def scored(case: Case, rulebook: Rulebook) -> Scores:
    """A case checked and scored anew."""
    checked = check(draft_of(case), rulebook)
    assert checked.faults == (), checked.faults
    assert checked.scores is not None
    return checked.scores


def with_pin(case: Case, person_id: str, section_id: str, role: Role, mode: PinMode = "assign") -> Case:
    """The case with the person assigned to the seat, or with the seat forbidden."""
    pin = Pin(person_id=person_id, section_id=section_id, role=role, mode=mode, reason="price", authority="test")
    return case.model_copy(update={"pins": (*case.pins, pin)})


def with_votes(case: Case, person_id: str, section_id: str, group: str, votes: int) -> Case:
    """The case with another number of votes of a group for the pair on record."""
    key = (person_id, section_id, group)
    kept = [row for row in case.ballots if (row.person_id, row.section_id, row.group) != key]
    row = Ballot(person_id=person_id, section_id=section_id, group=group, votes=votes)
    return case.model_copy(update={"ballots": (*kept, row)})


def with_speech(case: Case, person_id: str, thousandths: int) -> Case:
    """The case with every judge's mark for the person equal, so that their mean is the score asked for."""
    mark = Decimal(thousandths) / 1000
    rows = [row.model_copy(update={"score": mark}) if row.person_id == person_id else row for row in case.speeches]
    return case.model_copy(update={"speeches": tuple(rows)})


def with_value(case: Case, person_id: str, section_id: str, one: WouldHave, value: int) -> Case:
    """The case with the quantity at a value."""
    if one.quantity == "speech":
        return with_speech(case, person_id, value)
    return with_votes(case, person_id, section_id, one.group or "", value)


def one_unit_nearer(one: WouldHave) -> int:
    """The value told, one unit nearer to what is recorded: with that the post must not be won."""
    assert one.needed is not None
    return one.needed - one.unit if one.needed > one.now else one.needed + one.unit


def wins(case: Case, rulebook: Rulebook, method: Method, person_id: str, section_id: str) -> bool:
    """Whether the method, run on the chiefs' stage of the case, gives the person the post."""
    done = run(scored(case, rulebook), method, stages=("chiefs",))
    return done.standing.chief_of(section_id) == person_id


def explained(case: Opened, method: Method) -> tuple[Run, tuple[Explanation, ...]]:
    """Everybody of a case explained under one method."""
    done = case.propose(method)
    return done, tuple(explain_person(case.scores, done, person_id) for person_id in case.scores.people)


def priced(explanation: Explanation) -> list[PostAnswer]:
    """The answers that have a price."""
    return [answer for answer in explanation.posts if answer.price is not None]
