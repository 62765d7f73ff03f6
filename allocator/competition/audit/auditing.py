"""The audit: every check in one list, and what remains unchecked."""

from collections.abc import Callable, Iterator

from allocator.competition.audit import (
    chiefs,
    choice,
    left_out,
    levels,
    neutral,
    notices,
    procedure,
    seats,
    stages,
    structure,
    ties,
)
from allocator.competition.audit.facts import Facts
from allocator.competition.audit.ledger import Ledger
from allocator.competition.audit.violation import Violation
from models.common.outcome import Notice
from models.competition.case import Case
from models.competition.outcome import Outcome
from models.competition.rulebook import Rulebook

Check = Callable[[Ledger], Iterator[Violation]]

SHAPE: tuple[Check, ...] = (structure.stages_listed, structure.known_ids)
"""Where one of these fails, nothing more can be said of the outcome but its marks."""

MARKS: tuple[Check, ...] = (structure.same_case, structure.draw, structure.given_hash)

CHECKS: tuple[Check, ...] = (
    structure.in_order,
    structure.one_seat,
    seats.fixed_people_stay,
    seats.pins_hold,
    seats.roles_fit_tracks,
    seats.bases_fit_stages,
    seats.fields_filled,
    seats.quantifications,
    seats.headcount,
    seats.one_chief,
    seats.clerks_kept,
    seats.institution_kept,
    seats.avoidance,
    chiefs.only_entrants,
    chiefs.only_open_posts,
    chiefs.only_asked_for,
    chiefs.floor_met,
    chiefs.composites,
    chiefs.votes_shown,
    chiefs.round_priority,
    choice.mutual_seats_are_mutual,
    choice.withdrawn_are_directed,
    choice.one_pick_a_round,
    choice.only_from_the_pool,
    choice.required_seats,
    choice.requirements_met,
    stages.states,
    stages.status,
    stages.bounds,
    stages.uniqueness,
    levels.levels_recomputed,
    left_out.unplaced,
    left_out.vacancies,
    procedure.same_seats,
    procedure.same_ties,
    ties.tied_seats,
    ties.followers,
    neutral.neutral_seats,
)


def audit(
    case: Case, rulebook: Rulebook, outcome: Outcome, *, case_warnings: tuple[Notice, ...], facts: Facts | None = None
) -> tuple[Violation, ...]:
    """Everything in an outcome that is not as the case and the rules say; empty when the outcome stands.

    Nothing of the program that made the outcome is used: tracks, scores, pairs, lists, levels, and for the rules'
    outcome the whole procedure, are worked out again. ``case_warnings`` are the warnings about the case itself,
    ``facts`` those of the case, the rulebook and the outcome's draw where an audit has worked them out already.
    """
    facts = facts or Facts(case, rulebook, outcome.lottery.seed)
    return tuple(sorted(violations(facts, outcome, case_warnings), key=lambda found: found.sort_key))


def violations(facts: Facts, outcome: Outcome, case_warnings: tuple[Notice, ...]) -> Iterator[Violation]:
    """The violations one by one, in no order; ``facts`` must be those of the outcome's own seed of the draw.

    Raises:
        ValueError: for facts of another seed.
    """
    if facts.seed != outcome.lottery.seed:
        raise ValueError("facts of another draw")
    ledger = Ledger(facts, outcome)
    for check in MARKS:
        yield from check(ledger)
    malformed = [found for check in SHAPE for found in check(ledger)]
    yield from malformed
    if malformed:
        return
    for check in CHECKS:
        yield from check(ledger)
    yield from notices.warnings(ledger, case_warnings)


def not_rechecked(outcome: Outcome) -> tuple[Notice, ...]:
    """What the audit takes on trust, as codes of the catalogue: above all that the optimum is the best there is."""
    run = tuple(report.stage for report in outcome.stages if report.state == "run")
    given = tuple(report.stage for report in outcome.stages if report.state == "given")
    found = [Notice(code="audit.unchecked.versions", args={})]
    if outcome.method == "optimal" and run:
        found.append(Notice(code="audit.unchecked.optimality", args={"stages": run}))
        found.append(Notice(code="audit.unchecked.bounds", args={"stages": run}))
        found.append(Notice(code="audit.unchecked.uniqueness", args={"stages": run}))
        unproven = [r for r in outcome.stages if r.stage == "clerks" and not all(lv.proven for lv in r.levels)]
        if unproven:
            found.append(Notice(code="audit.unchecked.neutral", args={}))
    if given:
        found.append(Notice(code="audit.unchecked.given", args={"stages": given}))
    if (
        given
        and outcome.method == "optimal"
        and any(one.code in (notices.DIFFERS, notices.CONFIRMED) for one in outcome.warnings)
    ):
        found.append(Notice(code="audit.unchecked.proposals", args={}))
    return tuple(found)
