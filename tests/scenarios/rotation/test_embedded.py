"""The embedded bureau of exchange and rotation: sound, and every article decides something in it."""

from collections import Counter
from functools import cache
from typing import Any, get_args

import pytest

from allocator.rotation.check import check
from allocator.rotation.duties import hits
from allocator.rotation.files import read_case
from allocator.rotation.legality import breaks, pinned
from allocator.rotation.moves import Moves
from allocator.rotation.planning import plan
from allocator.rotation.roster import Roster
from models.common.base import Method
from models.common.outcome import Draw
from models.rotation.case import RotationCase
from models.rotation.codes import DUTIES
from models.rotation.outcome import RotationOutcome
from models.rotation.rulebook import RotationRulebook
from models.rotation.tables import Exemption
from scenarios.rotation import embedded, embedded_folder
from scenarios.rotation.headings import FILES, INFO_FILE
from scenarios.rotation.tables import write_folder
from tests.scenarios.rotation.embedded_edits import CASES, METHODS, RULEBOOKS, rulebook

HITS = {"7-1", "7-2", "7-3", "7-4", "7-6", "9-1", "9-2", "9-3"}


@cache
def case() -> RotationCase:
    return embedded()


def roster_of(case: RotationCase, rules: RotationRulebook | None = None) -> Roster:
    assert case.case.lottery_seed is not None
    return Roster(case, rules or RotationRulebook(), Draw(seed=case.case.lottery_seed, source="case"))


@cache
def base(method: Method) -> RotationOutcome:
    return plan(roster_of(case()), method).outcome


def moved(outcome: RotationOutcome) -> set[tuple[str, str]]:
    return {(move.person_id, move.to_post) for move in outcome.moves}


def decides(edited: Roster) -> bool:
    return any(moved(plan(edited, method).outcome) != moved(base(method)) for method in METHODS)


@pytest.mark.parametrize("article", RULEBOOKS)
def test_every_number_of_the_rulebook_decides_something(article: str) -> None:
    """Protects the embedded bureau's use: another number moves somebody else, by one method at least."""
    assert decides(roster_of(case(), rulebook(RULEBOOKS[article])))


@pytest.mark.parametrize("article", CASES)
def test_every_table_decides_something(article: str) -> None:
    """Protects the embedded bureau's use: without these rows somebody else is moved, by one method at least."""
    assert decides(roster_of(CASES[article](case())))


def test_every_article_hits_somebody_and_every_duty_is_owed() -> None:
    """Protects completeness: each article of 7 and 9 hits, each ground of 8 and 10 exempts, each duty occurs."""
    roster = roster_of(case())
    assert {hit.article for person in roster.officers for hit in hits(roster, person)} == HITS
    assert {row.article for row in case().exemptions} == {
        *get_args(Exemption.model_fields["article"].annotation),
    }
    assert {due.duty for due in Moves(roster).due.values()} == set(DUTIES)


def test_the_optimum_exchanges_more_by_longer_cycles() -> None:
    """Protects the point of the bureau: by hand only two change places at once, the optimum turns larger cycles."""
    levels = {method: {level.name: level.value for level in base(method).stages[0].levels} for method in METHODS}
    assert levels["optimal"]["together"] == 0
    assert (levels["rules"]["must"], levels["rules"]["should"]) == (3, 12)
    assert (levels["optimal"]["must"], levels["optimal"]["should"]) == (4, 13)
    length = Counter(move.chain for move in base("optimal").moves)
    turned = [move for move in base("optimal").moves if move.duty in ("must", "should") and length[move.chain] > 2]
    assert len({move.chain for move in turned}) > 2
    by_hand = {move.person_id for move in base("rules").moves if move.kind == "exchange"}
    assert any(move.duty == "must" and move.person_id not in by_hand for move in turned)


def test_the_draw_decides_somebody_in_both_methods() -> None:
    """Protects the ties: the optimum is proven and not unique, and by hand some are equal too."""
    assert all(level.proven for level in base("optimal").stages[0].levels)
    assert [base(method).stages[0].unique for method in METHODS] == [False, False]
    assert 0 < len(base("optimal").ties) < 20


def test_several_reasons_keep_people_where_they_are() -> None:
    """Protects what is explained: duties unmet for want of a post, by continuity, by quota and by seats."""
    assert {one.reason for one in base("optimal").unmet} >= {"no_post", "continuity", "quota", "seats"}


@pytest.mark.parametrize("method", METHODS)
def test_the_plans_and_the_pins_are_legal(method: Method) -> None:
    """Protects soundness: today's plan with the pins breaks nothing, nor does what the methods make of it."""
    roster = roster_of(case())
    assert pinned(roster).breaks() == ()
    after = {**roster.present, **{move.person_id: move.to_post for move in base(method).moves}}
    assert breaks(roster, after) == ()


def test_it_has_about_120_people_in_14_units() -> None:
    """Protects its size, and that the two sorts of pin and all tables are there."""
    assert (len(case().officers), len(case().units)) == (120, 14)
    assert {pin.mode for pin in case().pins} == {"assign", "forbid"}
    assert sorted(path.stem for path in embedded_folder().glob("*.csv")) == sorted((INFO_FILE, *FILES.values()))


def test_it_is_written_as_it_is_read(tmp_path: Any) -> None:
    """Protects the files: reading and writing them again gives the same bytes."""
    write_folder(case(), tmp_path)
    for path in embedded_folder().glob("*.csv"):
        assert (tmp_path / path.name).read_bytes() == path.read_bytes(), path.name


def test_the_files_are_read_as_any_case_is() -> None:
    """Protects the one source of truth: the samples' own reader and the reader of cases give the same case."""
    draft = read_case(embedded_folder())
    checked = check(draft, RotationRulebook())
    assert (draft.faults, checked.faults) == ((), ())
    assert checked.case == case()
