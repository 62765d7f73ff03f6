"""The rules' outcome held against the procedure played again: every seat and every tie."""

from collections.abc import Iterator, Mapping

from allocator.competition.audit.ledger import Ledger
from allocator.competition.audit.replay import replay
from allocator.competition.audit.replayed import Replayed, Taken
from allocator.competition.audit.violation import Violation, breach, shown
from models.common.rules import carries
from models.competition.codes import STAGES, Basis, Stage
from models.competition.rule_ids import RuleId

RULES_OF_BASIS: dict[Basis, RuleId] = {
    "filed": RuleId.CHIEF_ORDER,
    "written_in": RuleId.CHIEF_ORDER,
    "directed": RuleId.DIRECTION,
    "required": RuleId.REQUIRED_RETENTION,
}


def replayed(ledger: Ledger) -> Mapping[Stage, Replayed]:
    """The procedure by hand for the stages that were run, after the given seats; kept with the facts."""
    run = tuple(stage for stage in STAGES if ledger.ran(stage))
    key = (run, tuple(sorted(ledger.given.items())))
    kept = ledger.facts.replays
    if key not in kept:
        kept[key] = replay(ledger.facts, run, ledger.given)
    return kept[key]


def _rule(stage: Stage, basis: Basis) -> RuleId:
    mutual = RuleId.CLERK_ORDER if stage == "clerks" else RuleId.INSTITUTION_ORDER
    return RULES_OF_BASIS.get(basis, mutual)


@carries(RuleId.DIRECTION, "audit")
def same_seats(ledger: Ledger) -> Iterator[Violation]:
    """Ensures that the rules' outcome seats everybody where the procedure by hand does, and on the same basis."""
    if ledger.outcome.method != "rules":
        return
    for stage, result in replayed(ledger).items():
        found = {row.person: row for row in ledger.decided(stage)}
        for person, seat in result.seats.items():
            if person not in found:
                yield breach(
                    _rule(stage, seat.basis),
                    "placements",
                    "audit.replay_missing",
                    person_id=person,
                    section_id=seat.section,
                )
        for person, row in found.items():
            one = row.placement
            got = Taken(one.section_id, one.basis, one.round, one.pick_order)
            if result.seats.get(person) != got:
                yield breach(
                    _rule(stage, one.basis),
                    row.where,
                    "audit.replay_differs",
                    person_id=person,
                    expected=shown(result.seats.get(person)),
                    found=shown(got),
                )


@carries(RuleId.LOT, "audit")
def same_ties(ledger: Ledger) -> Iterator[Violation]:
    """Ensures that the rules' outcome shows exactly the ties that only the draw decided."""
    if ledger.outcome.method != "rules":
        return
    expected = {(stage, *tie) for stage, result in replayed(ledger).items() for tie in result.ties}
    found = {(tie.stage, tie.section_id, tie.people): i for i, tie in enumerate(ledger.outcome.ties)}
    for stage, section, people in sorted(expected - found.keys()):
        yield breach(RuleId.LOT, "ties", "audit.tie_missing", stage=stage, section_id=section, people=people)
    for key, i in found.items():
        if key not in expected:
            yield breach(RuleId.LOT, f"ties[{i}]", "audit.no_tie", stage=key[0], section_id=key[1], people=key[2])
