"""The audit: every check in one list, and what remains unchecked."""

from collections.abc import Callable, Iterator

from allocator.rotation.audit import by_hand, levels, notices, procedure, rows, structure, whole
from allocator.rotation.audit.facts import Facts
from allocator.rotation.audit.owed import Ledger
from allocator.rotation.audit.told import Told
from allocator.rotation.audit.violation import Violation
from models.rotation.case import RotationCase
from models.rotation.outcome import RotationOutcome
from models.rotation.rulebook import RotationRulebook

Check = Callable[[Told], Iterator[Violation]]

MARKS: tuple[Check, ...] = (structure.same_case, structure.draw)

SHAPE: tuple[Check, ...] = (structure.known_ids, structure.one_stage)
"""Where one of these fails, nothing more can be said of the outcome but its marks."""

CHECKS: tuple[Check, ...] = (
    structure.bounds,
    whole.moves_allowed,
    whole.pins_hold,
    whole.seats,
    whole.continuity,
    whole.quota,
    whole.avoidance,
    rows.moves_filled,
    rows.unmet_listed,
    levels.levels_recomputed,
    procedure.same_plan,
    procedure.first_posts,
    procedure.tied_fates,
    procedure.uniqueness,
    by_hand.not_beaten,
    notices.warnings,
)


def audit(
    case: RotationCase, rulebook: RotationRulebook, outcome: RotationOutcome, *, facts: Facts | None = None
) -> tuple[Violation, ...]:
    """Everything in an outcome that is not as the case and the articles say; empty when the outcome stands.

    Nothing of the program that made the outcome is used: duties, allowed moves, clauses, handover, reasons, levels,
    and for the outcome made by hand the whole procedure, are worked out again. ``facts`` are those of the case, the
    rulebook and the outcome's draw where an audit has worked them out already.
    """
    facts = facts or Facts(case, rulebook, outcome.lottery.seed)
    return tuple(sorted(_violations(facts, outcome), key=lambda found: found.sort_key))


def _violations(facts: Facts, outcome: RotationOutcome) -> Iterator[Violation]:
    told = Told(facts, Ledger(facts), outcome)
    for check in MARKS:
        yield from check(told)
    malformed = [found for check in SHAPE for found in check(told)]
    yield from malformed
    if malformed:
        return
    for check in CHECKS:
        yield from check(told)
