"""The ties of the optimum: the other placement is put together from them and held to the hard rules and the levels."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import takewhile

from allocator.audit.board import Board
from allocator.audit.chiefs import overtaken
from allocator.audit.facts import Facts, Seat
from allocator.audit.ledger import Ledger
from allocator.audit.levels import (
    chief_values,
    directed_value,
    level_names,
    mutual_value,
    named,
    required_value,
    section_shortfall,
    stage_values,
    total,
)
from allocator.audit.replay import ROLE_OF
from allocator.audit.violation import Argument, Violation, breach, differs
from models.base import STAGES, Stage
from models.rule_ids import RuleId, carries
from models.rulebook import MINIMISED

Value = Mapping[str, int]
Option = tuple[int | None, Value]
Best = Callable[[str], Value | None]


@carries(RuleId.LOT, "audit")
def other_placements(ledger: Ledger) -> Iterator[Violation]:
    """Ensures that the ties of each stage make another placement that keeps every rule and is equally good.

    Whoever stands in a tie leaves the section if he sits there, and enters it if he does not.
    """
    if ledger.outcome.method != "optimal":
        return
    for stage in STAGES:
        if ledger.ran(stage) and any(tie.stage == stage for tie in ledger.outcome.ties):
            yield from _other(ledger, stage)


@carries(RuleId.LOT, "audit")
def followers(ledger: Ledger) -> Iterator[Violation]:
    """Ensures that where clerks' seats are tied, exactly the people in seats that neither side named follow them."""
    tied = ledger.outcome.method == "optimal" and any(tie.stage == "clerks" for tie in ledger.outcome.ties)
    held = (r for r in ledger.decided("clerks") if tied and r.placement.basis == "directed")
    expected = tuple(sorted(row.person for row in held if not named(ledger.facts, row.person, row.section)))
    if ledger.outcome.follows != expected:
        yield differs(RuleId.LOT, "follows", expected, ledger.outcome.follows)


def _other(ledger: Ledger, stage: Stage) -> Iterator[Violation]:
    members: dict[str, set[str]] = {}
    for row in ledger.decided(stage):
        members.setdefault(row.section, set()).add(row.person)
    changed: set[str] = set()
    for i, tie in enumerate(ledger.outcome.ties):
        if tie.stage == stage:
            if tie.section_id in changed or not tie.people:
                yield breach(RuleId.LOT, f"ties[{i}]", "audit.no_tie", **_args(stage, tie.section_id, tie.people))
            changed.add(tie.section_id)
            members[tie.section_id] = members.get(tie.section_id, set()) ^ set(tie.people)
    best = cache(lambda section: _best(ledger, stage, section, members[section]))
    broken = _broken(ledger, stage, members, changed, best)
    if broken is not None:
        people = sorted(members.get(broken, ()))
        yield breach(RuleId.LOT, "ties", "audit.tie_impossible", **_args(stage, broken, people))
        return
    before = stage_values(ledger, stage)
    after = _values(ledger, stage, members, changed, best)
    for name in _settled_levels(ledger.facts, stage):
        if before.get(name, 0) != after.get(name, 0):
            value, other = before.get(name, 0), after.get(name, 0)
            yield breach(RuleId.LOT, "ties", "audit.tie_not_equal", stage=stage, level=name, value=value, other=other)


def _settled_levels(facts: Facts, stage: Stage) -> list[str]:
    """The levels that stand before the draw, in which the other placement must be as good."""
    return list(takewhile(lambda name: name != "lot", level_names(facts, stage)))


def _args(stage: Stage, section: str, people: Sequence[str]) -> dict[str, Argument]:
    return {"stage": stage, "section_id": section, "people": tuple(people)}


def _broken(ledger: Ledger, stage: Stage, members: Mapping[str, set[str]], changed: set[str], best: Best) -> str | None:
    """The first section in which the other placement breaks a hard rule, if any."""
    sections = [(person, section) for section, people in members.items() for person in people]
    if len({person for person, _ in sections}) < len(sections):
        twice = sorted(s for p, s in sections if sum(p == other for other, _ in sections) > 1)
        return next((s for s in twice if s in changed), twice[0])
    if stage == "chiefs":
        return _broken_posts(ledger, members, changed)
    role = ROLE_OF[stage]
    board: Board = ledger.before(stage).copy()
    pool = ledger.clerks if stage == "clerks" else ledger.staff
    for section in sorted(members):
        for person in sorted(members[section]):
            if section in changed and (person not in pool or not board.open_to(person, section, role)):
                return section
            board.seat(person, Seat(section, role))
        if section in changed and best(section) is None:
            return section
    return None


def _broken_posts(ledger: Ledger, members: Mapping[str, set[str]], changed: set[str]) -> str | None:
    pairs = ledger.facts.pairs
    for section in sorted(changed):
        held = [pairs.get((person, section)) for person in members[section]]
        if len(held) > 1 or any(pair is None or not pair.admissible for pair in held):
            return section
    if ledger.facts.rulebook.applications.priority:
        return next((pair.section for pair, _ in overtaken(ledger, _holders(members))), None)
    return None


def _holders(members: Mapping[str, set[str]]) -> dict[str, str]:
    return {section: person for section, people in members.items() for person in people}


def _values(ledger: Ledger, stage: Stage, members: Mapping[str, set[str]], changed: set[str], best: Best) -> Value:
    """The levels of the other placement: what each section's members can make of its seats at best."""
    if stage == "chiefs":
        return chief_values(ledger.facts, _holders(members))
    found = dict(total([best(section) or {} for section in members]))
    if stage == "institution":
        found["shortfall"] = _other_shortfall(ledger, members, changed)
    return found


def _other_shortfall(ledger: Ledger, members: Mapping[str, set[str]], changed: set[str]) -> int:
    facts, missing = ledger.facts, 0
    for section, people in ledger.after("institution").members.items():
        if section in changed:
            people = [*ledger.before("institution").members[section], *members[section]]
        missing += section_shortfall(facts, section, people)
    return missing


def _best(ledger: Ledger, stage: Stage, section: str, people: set[str]) -> Value | None:
    """The best that a section's members can make of their seats there, ``None`` if they cannot all sit.

    Two members never have their mutual seats in one round.
    """
    names = [name for name in _settled_levels(ledger.facts, stage) if name != "shortfall"]

    def better(value: Value) -> tuple[int, ...]:
        return tuple(value.get(name, 0) * (-1 if name in MINIMISED else 1) for name in names)

    states: dict[frozenset[int], Value] = {frozenset(): {}}
    for person in sorted(people):
        reached: dict[frozenset[int], Value] = {}
        for used, value in states.items():
            for round_, gain in _options(ledger, stage, section, person):
                if round_ is not None and round_ in used:
                    continue
                key = used if round_ is None else used | {round_}
                sum_ = total([value, gain])
                if key not in reached or better(sum_) > better(reached[key]):
                    reached[key] = sum_
        states = reached
    return max(states.values(), key=better) if states else None


def _options(ledger: Ledger, stage: Stage, section: str, person: str) -> list[Option]:
    """The seats a person could have in a section: round and what each adds to the levels."""
    facts = ledger.facts
    if stage == "institution" and person in ledger.owing.get(section, ()):
        return [(REQUIRED, required_value(facts, person, section))]
    found: list[Option] = []
    rank = facts.rank(person, section)
    if rank is not None and not (stage == "clerks" and person in facts.withdrawn):
        rounds = [r for r, s in facts.filings.get(person, {}).items() if s == section]
        found = [(r, mutual_value(facts, person, section, r, rank)) for r in rounds]
    if stage == "clerks":
        found.append((None, directed_value(facts, person, section)))
    return found


REQUIRED = 0
"""Stands for the required seat among the rounds: a section has one."""
