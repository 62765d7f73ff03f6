"""An optimum is held against the plan made by hand, which is legal too; what then remains only a proof can tell."""

from models.rotation.outcome import RotationOutcome
from models.rotation.rule_ids import RuleId
from tests.rotation.audit.lying import found, liars


def test_an_optimum_worse_than_the_plan_by_hand_is_found():
    """Protects from calling the best what is plainly not: nobody moves but by pins, all of it told and proven."""
    refused = worse = 0
    for lying in liars("optimal"):
        still = {person: lying.roster.present[person] for person in lying.free}
        outcome = lying.told(still, ())
        codes = found(lying, outcome)
        hand = {person: lying.made_by_hand[person] for person in lying.free}
        if hand != still and lying.told(hand, ()).stages[0].levels != outcome.stages[0].levels:
            worse += better(lying.told(hand, ()), outcome)
            refused += (RuleId.PLAN, "beaten_by_hand") in codes
    assert worse == refused >= 80


def better(one: RotationOutcome, other: RotationOutcome) -> bool:
    """Whether the first level on which two plans differ is better in the first."""
    for a, b in zip(one.stages[0].levels, other.stages[0].levels, strict=True):
        if a.value != b.value:
            return (a.value > b.value) == (a.sense == "max")
    return False


def test_a_bound_that_the_plan_by_hand_passes_is_found():
    """Protects what is said of an optimum cut short: a bound is not below what anybody can do by hand."""
    tried = 0
    for lying in liars("optimal"):
        still = {person: lying.roster.present[person] for person in lying.free}
        hand = lying.told(lying.made_by_hand, ())
        told = lying.told(still, ())
        for at, level in enumerate(told.stages[0].levels):
            made = hand.stages[0].levels[at]
            if level.value != made.value:
                break
        if not better(hand, told):
            continue
        for slack, expected in ((0, True), (abs(made.value - level.value), False)):
            bound = level.value + (slack if level.sense == "max" else -slack)
            changed = [
                one.model_copy(update={"proven": i < at, "bound": bound if i == at else one.bound if i < at else None})
                for i, one in enumerate(told.stages[0].levels)
            ]
            stage = told.stages[0].model_copy(update={"levels": tuple(changed), "unique": None})
            cut = told.model_copy(update={"stages": (stage,), "status": "feasible", "ties": ()})
            tried += 1
            assert ((RuleId.PLAN, "beaten_by_hand") in found(lying, cut)) is expected
            assert expected or found(lying, cut) == set()
    assert tried >= 100


def test_an_optimum_hiding_the_fates_that_the_plan_by_hand_shows_is_found():
    """Protects ties: where the plan by hand is as good before the lot, whoever fares otherwise in it is listed."""
    tried = 0
    for lying in liars("optimal", range(0, 500, 3)):
        levels = lying.told(lying.made_by_hand).stages[0].levels
        if any(
            a.value != b.value for a, b in zip(levels, lying.sound.stages[0].levels, strict=True) if a.name != "lot"
        ):
            continue
        for tie in lying.sound.ties:
            here, there = (lying.moves.fate(tie.person_id, p[tie.person_id]) for p in (lying.after, lying.made_by_hand))
            if here != there:
                tried += 1
                others = tuple(one for one in lying.sound.ties if one != tie)
                assert (RuleId.LOT, "fate_missing") in found(lying, lying.told({}, others))
    assert tried >= 5


def test_only_a_proof_tells_a_worse_optimum_that_is_no_worse_than_by_hand():
    """States the limit of the audit: the plan by hand, called the optimum, stands where the optimum is better.

    Neither that nor another legal plan between the two, truly told, can be refuted without solving.
    """
    better_exists = 0
    for lying in liars("optimal", range(40)):
        told = lying.told(lying.made_by_hand, ())
        better_exists += better(lying.sound, told)
        assert found(lying, told) <= {(RuleId.LOT, "earlier_post")}
    assert better_exists >= 10
