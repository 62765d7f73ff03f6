"""The seats a stage could give to a person on somebody's wish, and what each adds to the levels."""

from collections.abc import Mapping

from allocator.competition.audit.ledger import Ledger
from allocator.competition.audit.levels import chief_values, directed_value, mutual_value, named, required_value
from allocator.competition.audit.replay import ROLE_OF
from models.competition.codes import Stage

Value = Mapping[str, int]
Option = tuple[int | None, Value]


def can_hold(ledger: Ledger, stage: Stage, section: str, person: str) -> bool:
    """Whether the stage could seat a person in a section on somebody's wish, as things stood before it."""
    return bool(options_held(ledger, stage, section, person))


def options_held(ledger: Ledger, stage: Stage, section: str, person: str) -> list[Option]:
    """The seats of :func:`options` that the stage could give the person, as things stood before it."""
    if stage == "chiefs":
        pair = ledger.facts.pairs.get((person, section))
        open_ = pair is not None and pair.admissible
    else:
        pool = ledger.clerks if stage == "clerks" else ledger.staff
        open_ = person in pool and ledger.before(stage).open_to(person, section, ROLE_OF[stage])
    return options(ledger, stage, section, person) if open_ else []


def is_named(ledger: Ledger, stage: Stage, section: str, person: str) -> bool:
    """Whether a seat is one that somebody wished for: all but the neutral seats of the clerks' stage."""
    return stage != "clerks" or named(ledger.facts, person, section)


def wishes(ledger: Ledger, stage: Stage) -> list[tuple[str, str]]:
    """Every person and section of which one at least named the other, for the seats of a stage."""
    facts = ledger.facts
    if stage == "chiefs":
        return sorted(facts.pairs)
    pool = ledger.clerks if stage == "clerks" else ledger.staff
    filed = {(person, section) for person in pool for section in facts.filings.get(person, {}).values()}
    return sorted(filed | {(p, section) for section, ranks in facts.lists.items() for p in ranks if p in pool})


def options(ledger: Ledger, stage: Stage, section: str, person: str) -> list[Option]:
    """The seats somebody wished for that a person could have in a section: round and what each adds to the levels."""
    facts = ledger.facts
    if stage == "chiefs":
        return [(None, chief_values(facts, {section: person}))]
    if stage == "institution" and person in ledger.owing.get(section, ()):
        return [(REQUIRED, required_value(facts, person, section))]
    found: list[Option] = []
    rank = facts.rank(person, section)
    if rank is not None and not (stage == "clerks" and person in facts.withdrawn):
        rounds = [r for r, s in facts.filings.get(person, {}).items() if s == section]
        found = [(r, mutual_value(facts, person, section, r, rank)) for r in rounds]
    if stage == "clerks" and named(facts, person, section):
        found.append((None, directed_value(facts, person, section)))
    return found


REQUIRED = 0
"""Stands for the required seat among the rounds: a section has one."""
