"""The invented cases of exchange and rotation: the same everywhere, sound, and shaped like a bureau."""

import os
import subprocess
import sys
from collections import Counter
from fractions import Fraction
from pathlib import Path

import pytest

from allocator.files.draft import draft_of
from allocator.rotation.check import check
from allocator.rotation.duties import hits
from allocator.rotation.legality import pinned
from allocator.rotation.moves import Moves
from allocator.rotation.planning import plan
from allocator.rotation.roster import Roster
from models.common.canonical import case_sha256
from models.common.outcome import Draw
from models.rotation.case import RotationCase
from models.rotation.outcome import Move
from models.rotation.rulebook import RotationRulebook
from scenarios.rotation.generator import generate

ROOT = Path(__file__).parents[3]
SIZES = [(1, 1, "a"), (3, 5, "a"), (5, 3, "a"), (12, 12, "b"), (40, 6, 3), (120, 14, 7), (300, 25, "k"), (1000, 20, 1)]
FROZEN = "1b6307ddb6e212436a62e6998d917eee77fe2ce521ab5117c5e810f412a2dfb0"


def roster_of(case: RotationCase) -> Roster:
    assert case.case.lottery_seed is not None
    return Roster(case, RotationRulebook(), Draw(seed=case.case.lottery_seed, source="case"))


@pytest.fixture(scope="module")
def bureau() -> Roster:
    return roster_of(generate(2000, 60, "shape", chains=6))


@pytest.mark.parametrize("hash_seed", ["0", "4242"])
def test_the_same_seed_gives_the_same_case_in_every_process(hash_seed: str) -> None:
    """Protects reproducibility: nothing depends on how this run of Python orders its sets, nor on the machine."""
    code = (
        "from scenarios.rotation.generator import generate\nfrom models.common.canonical import case_sha256\n"
        "print(case_sha256(generate(60, 8, 'again', chains=2, pins=4, avoidance_pairs=5)))"
    )
    env = {**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": str(ROOT)}
    out = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=env, capture_output=True, text=True, check=True)
    assert out.stdout.strip() == FROZEN


def test_another_seed_gives_another_case() -> None:
    """Protects the seed: it must matter, and a number must mean the same as its digits."""
    assert case_sha256(generate(50, 6, 1)) != case_sha256(generate(50, 6, 2))
    assert case_sha256(generate(50, 6, 1)) == case_sha256(generate(50, 6, "1"))


def test_options_leave_the_other_tables_alone() -> None:
    """Protects comparisons of one option: pairs, pins and a quota do not change who works there or wishes what."""
    one, other = generate(80, 9, "s"), generate(80, 9, "s", avoidance_pairs=9, pins=6, quota=None)
    for table in ("units", "posts", "officers", "service", "exemptions", "nominations", "wishes", "opinions"):
        assert getattr(one, table) == getattr(other, table)
    assert (len(one.avoidances), len(other.avoidances), len(one.pins), len(other.pins)) == (1, 9, 0, 6)
    assert (one.case.exchange_quota, other.case.exchange_quota) == (9, None)


@pytest.mark.parametrize(
    ("people", "units", "options"),
    [
        (0, 3, {}),
        (3, 0, {}),
        (3, 3, {"chains": -1}),
        (3, 3, {"pins": -1}),
        (3, 3, {"avoidance_pairs": -1}),
        (3, 3, {"vacancies": 91}),
        (3, 3, {"quota": 101}),
    ],
)
def test_what_cannot_be_is_refused(people: int, units: int, options: dict[str, int]) -> None:
    """Protects the caller: no odd bureau comes back in silence."""
    with pytest.raises(ValueError, match=r"at least one|from 0 to"):
        generate(people, units, "s", **options)


@pytest.mark.parametrize("chains", [0, 3])
@pytest.mark.parametrize(("people", "units", "seed"), SIZES)
def test_ids_dates_and_pins_are_sound(people: int, units: int, seed: str | int, chains: int) -> None:
    """Protects the input rules: keys, references, dates in order, choices, and pins that keep the regulation."""
    case = generate(people, units, seed, chains=chains, pins=6, avoidance_pairs=min(6, people // 2))
    assert (len(case.officers), len(case.units)) == (people, units)
    units_known, posts = {u.unit_id for u in case.units}, {p.post_id: p for p in case.posts}
    persons = {o.person_id for o in case.officers}
    assert (len(units_known), len(posts), len(persons)) == (units, len(case.posts), people)
    assert {p.unit_id for p in case.posts} <= units_known
    for row in case.officers:
        assert row.unit_since <= row.post_since <= case.case.reference_date
        asked = posts[row.post_id].requires
        assert not asked or row.specialty in asked
    for row in (*case.service, *case.exemptions, *case.nominations, *case.pins, *case.wishes, *case.opinions):
        assert row.person_id in persons
    for stay in case.service:
        assert stay.unit_id in units_known
        assert stay.start is not None and stay.end is not None and stay.start < stay.end <= case.case.reference_date
    assert {pair for row in case.avoidances for pair in row.pair} <= persons
    _unique([(row.person_id, row.article) for row in (*case.exemptions, *case.nominations)])
    _unique([row.pair for row in case.avoidances])
    _unique([(row.unit_id, row.person_id) for row in case.opinions])
    _unique([row.person_id for row in case.pins if row.mode == "assign"])
    _unique([(row.person_id, row.post_id) for row in case.pins])
    _unique([(row.person_id, row.choice) for row in case.wishes])
    _unique([(row.person_id, row.post_id) for row in case.wishes])
    assert all(1 <= row.choice <= 3 and row.post_id in posts for row in case.wishes)
    _pins_fit(roster_of(case))
    assert check(draft_of(case), RotationRulebook()).faults == ()


def _unique(keys: list[object]) -> None:
    assert len(set(keys)) == len(keys)


def _pins_fit(roster: Roster) -> None:
    assert pinned(roster).breaks() == ()
    for person, post in roster.assigned.items():
        own, other = roster.posts[roster.present[person]], roster.posts[post]
        assert own.level == other.level
        assert post == own.post_id or not other.requires
    assert all(post != roster.assigned.get(person) for person, post in roster.forbidden)


def test_units_are_of_very_unequal_size_and_led(bureau: Roster) -> None:
    """Protects realism: sizes, one head and up to three deputies a unit, staff posts of several seats, free seats."""
    sizes = sorted(len(people) for people in bureau.members.values())
    assert sizes[-1] > 8 * sizes[0] > 0
    by_level = Counter((post.unit_id, post.level) for post in bureau.posts.values())
    assert all(by_level[unit, "head"] == 1 and 1 <= by_level[unit, "deputy"] <= 3 for unit in bureau.members)
    seats = sum(post.seats for post in bureau.posts.values())
    free = sum(max(0, post.seats - len(bureau.holders[post.post_id])) for post in bureau.posts.values())
    assert Fraction(4, 100) < Fraction(free, seats) < Fraction(6, 100)
    assert 0 < len(bureau.over_seats) < 20
    assert max(post.seats for post in bureau.posts.values()) > 4
    asking = sum(bool(post.requires) for post in bureau.posts.values())
    assert Fraction(2, 100) < Fraction(asking, len(bureau.posts)) < Fraction(12, 100)


def test_about_three_in_ten_are_due_by_every_article(bureau: Roster) -> None:
    """Protects realism: the share of people due, all articles, all duties; a third of the people wish."""
    due = Moves(bureau).due
    owing = [one for one in due.values() if one.duty not in ("none", "relation")]
    assert Fraction(25, 100) < Fraction(len(owing), len(due)) < Fraction(35, 100)
    counted = Counter(hit.article for person in bureau.officers for hit in hits(bureau, person))
    assert counted.keys() == {"7-1", "7-2", "7-3", "7-4", "7-6", "9-1", "9-2", "9-3"}
    assert {one.duty for one in due.values()} == {"must", "should", "rotate", "volunteer", "relation", "none"}
    assert {row.article for row in bureau.case.exemptions} == {f"{a}-{n}" for a in (8, 10) for n in (1, 2, 3, 4)}
    volunteers = [row for row in bureau.case.officers if row.volunteer]
    assert {row.consent for row in volunteers} == {True, False}
    assert 0 < len(bureau.together_today) < len(bureau.pairs) - len(bureau.together_today)
    wishing = {row.person_id for row in bureau.case.wishes}
    assert Fraction(28, 100) < Fraction(len(wishing), len(due)) < Fraction(40, 100)
    barred = sum(Moves(bureau).bar(row.person_id, row.post_id) is not None for row in bureau.case.wishes)
    assert 0 < Fraction(barred, len(bureau.case.wishes)) < Fraction(20, 100)
    assert {row.opinion for row in bureau.case.opinions} == {"agree", "object"}
    assert bureau.left_lately


def test_planted_cycles_turn_only_as_a_whole() -> None:
    """Protects the hard cases: heads whom only one other can follow stay by hand, and go at the optimum."""
    case = generate(300, 60, "ring", chains=5, quota=None, pins=0, avoidance_pairs=0)
    roster = roster_of(case)
    rings = {post.post_id for post in case.posts if post.level == "head" and post.requires}
    planted = {row.person_id for row in case.officers if row.post_id in rings}
    assert (len(rings), len(planted)) == (3 + 4 + 5 + 6 + 12, 3 + 3 + 5 + 5 + 12)
    by_hand, best = (plan(roster, method).outcome for method in ("rules", "optimal"))
    assert planted <= {move.person_id for move in best.moves}
    turned: dict[int, list[Move]] = {}
    for move in best.moves:
        if move.person_id in planted:
            turned.setdefault(move.chain, []).append(move)
    assert sorted(map(len, turned.values())) == [3, 3, 5, 5, 12]
    cycles = [moves for moves in turned.values() if {m.from_post for m in moves} == {m.to_post for m in moves}]
    assert sorted(map(len, cycles)) == [3, 5, 12]
    assert not {m.person_id for moves in cycles for m in moves} & {move.person_id for move in by_hand.moves}
