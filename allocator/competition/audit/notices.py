"""The warnings of an outcome: those of the case, and those of the run worked out again."""

from collections.abc import Iterator

from allocator.competition.audit.ledger import Ledger
from allocator.competition.audit.redrawn import confirmed
from allocator.competition.audit.replay import replay_stage
from allocator.competition.audit.stages import tables_missing
from allocator.competition.audit.violation import Argument, Violation, breach, shown
from models.common.canonical import canonical_bytes
from models.common.outcome import Notice
from models.competition.codes import STAGES, Stage

LOTTERY = {"default": "lottery_default", "option": "lottery_overridden"}
DIFFERS = "decision_differs"
CONFIRMED = "tie_confirmed"
PRICE = "decision_price"
UNUSED = "decisions_without_effect"

Key = tuple[str, bytes]


def warnings(ledger: Ledger, case_warnings: tuple[Notice, ...]) -> Iterator[Violation]:
    """Ensures that the warnings are those of the case and of the run, neither more nor fewer.

    Differences from what the party group decided are held to the seats taken as given, and for the rules to the
    procedure played again, with another draw for those that confirm a tie; where an outcome tells none of them, it may
    have been made from an earlier outcome.
    """
    of_case = (notice for notice in case_warnings if notice.code not in LOTTERY.values())
    told = ledger.outcome.method == "rules" and any(w.code in (DIFFERS, CONFIRMED) for w in ledger.outcome.warnings)
    of_decisions = differences(ledger) if told else ()
    expected = {_key(notice): notice for notice in (*of_case, *run_warnings(ledger), *of_decisions)}
    found = {_key(notice): (i, notice) for i, notice in enumerate(ledger.outcome.warnings)}
    for key in sorted(expected.keys() - found.keys()):
        code, args = expected[key].code, shown(expected[key].args)
        yield breach(None, "warnings", "audit.warning_missing", warning=code, args=args)
    for key, (i, notice) in found.items():
        if key in expected or (notice.code == DIFFERS and not told and _consistent(ledger, notice)):
            continue
        if ledger.outcome.method == "optimal" and _of_decided_tie(ledger, notice):
            continue
        if notice.code == UNUSED and _of_later_stage(ledger, notice):
            continue
        yield breach(None, f"warnings[{i}]", "audit.warning_unfounded", warning=notice.code, args=shown(notice.args))


def _key(notice: Notice) -> Key:
    """What two notices that say the same share; who confirmed a tie is not in the outcome to be looked up."""
    args = dict(notice.args)
    if notice.code == CONFIRMED and isinstance(args.get("authority"), tuple):
        del args["authority"]
    return (notice.code, canonical_bytes(args))


def run_warnings(ledger: Ledger) -> Iterator[Notice]:
    """The warnings of the run: the draw, ties, stages passed over, other chiefs' lists, requirements not met."""
    outcome = ledger.outcome
    if outcome.lottery.source in LOTTERY:
        yield _notice(LOTTERY[outcome.lottery.source], seed=outcome.lottery.seed)
    for stage in STAGES:
        ties = sum(tie.stage == stage for tie in outcome.ties)
        if ties:
            yield _notice("ties_to_confirm", stage=stage, sections=ties)
        if ledger.reports[stage].state == "not_ready":
            yield _notice("stage_not_ready", stage=stage, missing=tables_missing(ledger.facts, stage))
    yield from _given_people(ledger)
    yield from _other_lists(ledger)
    yield from _unmet(ledger)


def _notice(code: str, **args: Argument) -> Notice:
    return Notice(code=code, args=args)


def _given_people(ledger: Ledger) -> Iterator[Notice]:
    """Given seats of institution staff without consent, and of people who failed the review but are no clerks."""
    for person, seat in ledger.given.items():
        who = ledger.facts.people[person]
        if seat.role == "institution" and not who.consent:
            yield _notice("given_without_consent", person_id=person, section_id=seat.section)
        if who.review == "fail" and ledger.facts.track[person] != "clerk":
            yield _notice("given_review_fail", person_id=person, section_id=seat.section)


def _other_lists(ledger: Ledger) -> Iterator[Notice]:
    """The lists that somebody else than the chief placed has written, where a stage used them (article 15-3)."""
    if not (ledger.ran("clerks") or ledger.ran("institution")):
        return
    chiefs = ledger.after("chiefs").chiefs
    for row in ledger.facts.case.picks:
        placed = chiefs.get(row.section_id)
        if row.chief_id is not None and placed and row.chief_id not in placed:
            yield _notice("list_of_other_chief", section_id=row.section_id, chief_id=row.chief_id, placed=placed[0])


def _unmet(ledger: Ledger) -> Iterator[Notice]:
    """The sections that had to keep one of their own institution staff and did not, with the reason (article 16)."""
    if not ledger.ran("institution"):
        return
    met = {row.section for row in ledger.decided("institution") if row.placement.basis == "required"}
    board = ledger.before("institution")
    for section, own in ledger.owing.items():
        if section in met:
            continue
        if any(board.open_to(person, section, "institution") for person in own):
            reason = "outweighed"
        else:
            reason = "retention" if board.room_for_own(section, "institution") <= 0 else "avoidance"
        yield _notice("requirement_unmet", section_id=section, reason=reason)


def differences(ledger: Ledger) -> Iterator[Notice]:
    """For each section of a given stage, who was decided and whom the procedure would seat, where they differ.

    A decision that the procedure comes to with another draw, at the same levels before it, confirms a tie.
    """
    for stage in STAGES:
        if ledger.reports[stage].state != "given" or tables_missing(ledger.facts, stage):
            continue
        decided: dict[str, list[str]] = {}
        proposed: dict[str, list[str]] = {}
        for row in ledger.decided(stage):
            decided.setdefault(row.section, []).append(row.person)
        before = ledger.before(stage)
        proposal = replay_stage(ledger.facts, stage, before)
        for person, seat in proposal.seats.items():
            proposed.setdefault(seat.section, []).append(person)
        ties = confirmed(before, stage, proposal, {section: frozenset(people) for section, people in decided.items()})
        for section in sorted(decided.keys() | proposed.keys()):
            here, there = (tuple(sorted(people.get(section, ()))) for people in (decided, proposed))
            if here != there:
                code = CONFIRMED if section in ties else DIFFERS
                yield _notice(code, stage=stage, section_id=section, decided=here, proposed=there)


def _of_later_stage(ledger: Ledger, notice: Notice) -> bool:
    """Whether decisions may well have been without effect: on known people, for a stage that was not given."""
    stage, people = notice.args.get("stage"), notice.args.get("people")
    if set(notice.args) != {"stage", "people"} or stage not in STAGES or not isinstance(people, tuple) or not people:
        return False
    known = list(people) == sorted(set(people)) and all(person in ledger.facts.people for person in people)
    later = next(report.state for name, report in ledger.reports.items() if name == stage) != "given"
    return known and later and ledger.outcome.given is not None


def _of_decided_tie(ledger: Ledger, notice: Notice) -> bool:
    """Whether a confirmed tie, or the price of a decision, agrees with the seats taken as given.

    The levels of the proposal are not in the outcome: that a choice is as good is not worked out again.
    """
    args = dict(notice.args)
    if notice.code == CONFIRMED:
        authority = args.pop("authority", None)
        told_once = not any(one.code == DIFFERS and _place(one) == _place(notice) for one in ledger.outcome.warnings)
        return isinstance(authority, tuple) and told_once and _consistent(ledger, Notice(code=DIFFERS, args=args))
    if notice.code != PRICE or set(args) != {"stage", "level", "reached", "best"}:
        return False
    differs = any(one.code == DIFFERS and one.args.get("stage") == args["stage"] for one in ledger.outcome.warnings)
    worse = args["reached"] != args["best"] and isinstance(args["reached"], int) and isinstance(args["best"], int)
    return differs and worse and isinstance(args["level"], str)


def _place(notice: Notice) -> tuple[Argument | None, Argument | None]:
    return notice.args.get("stage"), notice.args.get("section_id")


def _consistent(ledger: Ledger, notice: Notice) -> bool:
    """Whether a difference between decision and proposal agrees with the seats taken as given."""
    args = notice.args
    if set(args) != {"stage", "section_id", "decided", "proposed"} or args["stage"] not in STAGES:
        return False
    stage: Stage = next(stage for stage in STAGES if stage == args["stage"])
    proposed = args["proposed"]
    decided = tuple(sorted(row.person for row in ledger.decided(stage) if row.section == args["section_id"]))
    if ledger.reports[stage].state != "given" or args["section_id"] not in ledger.facts.sections:
        return False
    if not isinstance(proposed, tuple) or args["decided"] != decided or proposed == decided:
        return False
    return list(proposed) == sorted(set(proposed)) and all(person in ledger.facts.people for person in proposed)
