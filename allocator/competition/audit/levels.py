"""The levels of every stage, added up again from the placements."""

from collections.abc import Iterator, Mapping, Sequence

from allocator.competition.audit.board import Board
from allocator.competition.audit.facts import Facts
from allocator.competition.audit.ledger import Ledger
from allocator.competition.audit.people import full_years
from allocator.competition.audit.violation import Violation, differs
from models.common.rules import carries
from models.competition.codes import Stage
from models.competition.people import Person
from models.competition.rule_ids import RuleId
from models.competition.rulebook import MINIMISED, Target


def named(facts: Facts, person: str, section: str) -> bool:
    """Whether one side named the other for a clerk's seat: the person filed, or the section's list has the person."""
    if (person, section, "clerk") in facts.forbidden:
        return False
    return facts.rank(person, section) is not None or section in facts.filings.get(person, {}).values()


@carries(RuleId.CHIEF_ORDER, "audit")
def chief_values(facts: Facts, holders: Mapping[str, str]) -> dict[str, int]:
    """The levels of the chiefs' stage; ``holders`` are the winners by section (article 13)."""
    won = [facts.pairs[p, s] for s, p in holders.items() if (p, s) in facts.pairs]
    return {
        "posts_filled": len(holders),
        "composite": sum(pair.composite or 0 for pair in won),
        "votes": sum(pair.votes for pair in won),
        "applied": sum(pair.filed.applied for pair in won),
        "round": sum(pair.filed.round for pair in won),
        "lot": sum(pair.lot for pair in won),
    }


def mutual_value(facts: Facts, person: str, section: str, round_: int, rank: int) -> dict[str, int]:
    """What a mutual seat adds to the levels of its stage."""
    return {
        "placed": 1,
        "mutual": 1,
        "quantification": facts.points(person),
        "round": round_,
        "pick_order": rank,
        "lot": facts.lot(person, section, round_),
    }


def directed_value(facts: Facts, person: str, section: str) -> dict[str, int]:
    """What a directed seat adds to the levels of the clerks' stage."""
    if not named(facts, person, section):
        return {"placed": 1}
    return {"placed": 1, "one_sided": 1, "lot": facts.lot(person, section)}


def required_value(facts: Facts, person: str, section: str) -> dict[str, int]:
    """What a required seat adds to the levels of the institution stage: round 1, the own rank or one past the list."""
    rank = facts.rank(person, section) or len(facts.lists.get(section, {})) + 1
    value = mutual_value(facts, person, section, 1, rank)
    return {**value, "required": 1, "lot": facts.lot(person, section)}


def total(values: Sequence[Mapping[str, int]]) -> dict[str, int]:
    """The sum of seat values, level by level."""
    found: dict[str, int] = {}
    for value in values:
        for name, amount in value.items():
            found[name] = found.get(name, 0) + amount
    return found


@carries(RuleId.CLERK_ORDER, "audit")
def clerk_values(ledger: Ledger) -> dict[str, int]:
    """The levels of the clerks' stage (article 15)."""
    return total(_seat_values(ledger, "clerks"))


@carries(RuleId.INSTITUTION_ORDER, "audit")
def institution_values(ledger: Ledger) -> dict[str, int]:
    """The levels of the institution stage (article 16)."""
    found = total(_seat_values(ledger, "institution"))
    found["shortfall"] = shortfall(ledger.after("institution"))
    return found


def _seat_values(ledger: Ledger, stage: Stage) -> list[dict[str, int]]:
    facts, found = ledger.facts, []
    for row in ledger.decided(stage):
        one = row.placement
        if one.basis == "mutual":
            found.append(mutual_value(facts, row.person, row.section, one.round or 0, one.pick_order or 0))
        elif one.basis == "required":
            found.append(required_value(facts, row.person, row.section))
        else:
            found.append(directed_value(facts, row.person, row.section))
    return found


@carries(RuleId.COMPOSITION, "audit")
def shortfall(board: Board) -> int:
    """By how many people all sections together miss their composition targets (article 16)."""
    return sum(section_shortfall(board.facts, section, people) for section, people in board.members.items())


def section_shortfall(facts: Facts, section: str, people: Sequence[str]) -> int:
    """By how many people one section with these members misses its targets."""
    headcount, missing = facts.sections[section].headcount, 0
    for target in facts.rulebook.institution.composition:
        if headcount >= target.from_headcount:
            have = sum(_has(facts, facts.people[person], target) for person in people)
            missing += max(0, target.min_count - have)
    return missing


def _has(facts: Facts, person: Person, target: Target) -> bool:
    if target.below is None:
        return getattr(person, target.attribute) in target.values
    return person.birth is not None and full_years(person.birth, facts.case.case.reference_date) < target.below


def level_names(facts: Facts, stage: Stage) -> tuple[str, ...]:
    """The levels of a stage in the rulebook's order."""
    objective = facts.rulebook.objective
    return {"chiefs": objective.chiefs, "clerks": objective.clerks, "institution": objective.institution}[stage]


def stage_values(ledger: Ledger, stage: Stage) -> dict[str, int]:
    """The levels of a stage by name; a level nothing adds to may be absent."""
    if stage == "chiefs":
        return chief_values(ledger.facts, {row.section: row.person for row in ledger.decided("chiefs")})
    return clerk_values(ledger) if stage == "clerks" else institution_values(ledger)


RULE_OF: dict[Stage, RuleId] = {
    "chiefs": RuleId.CHIEF_ORDER,
    "clerks": RuleId.CLERK_ORDER,
    "institution": RuleId.INSTITUTION_ORDER,
}
LEVEL_RULES = {"lot": RuleId.LOT, "required": RuleId.REQUIRED_RETENTION, "shortfall": RuleId.COMPOSITION}


def levels_recomputed(ledger: Ledger) -> Iterator[Violation]:
    """Ensures that every stage that ran has the rulebook's levels, in order, with the values its placements have."""
    for i, report in enumerate(ledger.outcome.stages):
        where = f"stages[{i}].levels"
        expected = level_names(ledger.facts, report.stage) if report.state == "run" else ()
        found = tuple(level.name for level in report.levels)
        if found != expected:
            yield differs(RULE_OF[report.stage], where, expected, found)
            continue
        values = stage_values(ledger, report.stage) if found else {}
        for j, level in enumerate(report.levels):
            rule = LEVEL_RULES.get(level.name, RULE_OF[report.stage])
            sense = "min" if level.name in MINIMISED else "max"
            if level.sense != sense:
                yield differs(rule, f"{where}[{j}].sense", sense, level.sense)
            if level.value != values.get(level.name, 0):
                yield differs(rule, f"{where}[{j}].value", values.get(level.name, 0), level.value)
