"""The shape of an outcome: known ids, order, no repeats, and the marks of the case, rulebook and draw it speaks of."""

from collections.abc import Iterator, Sequence
from typing import Any

from allocator.competition.audit.ledger import Ledger
from allocator.competition.audit.violation import Violation, breach, differs
from models.common.canonical import canonical_bytes, sha256
from models.common.rules import carries
from models.competition.codes import STAGES
from models.competition.outcome import Outcome
from models.competition.rule_ids import RuleId


def stages_listed(ledger: Ledger) -> Iterator[Violation]:
    """Ensures that the three stages are reported once each, in order."""
    found = tuple(report.stage for report in ledger.outcome.stages)
    if found != STAGES:
        yield differs(None, "stages", STAGES, found)


def known_ids(ledger: Ledger) -> Iterator[Violation]:
    """Ensures that every person and section named is one of the case."""
    outcome = ledger.outcome
    named: list[tuple[str, str | None, str | None]] = []
    named += [(row.where, row.person, row.section) for row in ledger.rows]
    named += [(f"unplaced[{i}]", one.person_id, None) for i, one in enumerate(outcome.unplaced)]
    named += [(f"vacancies[{i}]", None, one.section_id) for i, one in enumerate(outcome.vacancies)]
    for i, tie in enumerate(outcome.ties):
        named.append((f"ties[{i}]", None, tie.section_id))
        named += [(f"ties[{i}].people[{j}]", person, None) for j, person in enumerate(tie.people)]
    named += [(f"follows[{i}]", person, None) for i, person in enumerate(outcome.follows)]
    for where, person, section in named:
        if person is not None and person not in ledger.facts.people:
            yield breach(None, f"{where}.person_id", "audit.unknown_person", person_id=person)
        if section is not None and section not in ledger.facts.sections:
            yield breach(None, f"{where}.section_id", "audit.unknown_section", section_id=section)


@carries(RuleId.ONE_SEAT, "audit")
def one_seat(ledger: Ledger) -> Iterator[Violation]:
    """Ensures that nobody has two seats."""
    seen: set[str] = set()
    for row in ledger.rows:
        if row.person in seen:
            yield breach(RuleId.ONE_SEAT, f"{row.where}.person_id", "audit.two_seats", person_id=row.person)
        seen.add(row.person)


def in_order(ledger: Ledger) -> Iterator[Violation]:
    """Ensures that every list stands in its order, without repeats, so that equal outcomes have equal bytes."""
    outcome = ledger.outcome
    lists: dict[str, Sequence[Any]] = {
        "placements": [placement.sort_key for placement in outcome.placements],
        "unplaced": [one.person_id for one in outcome.unplaced],
        "vacancies": [(one.section_id, one.role) for one in outcome.vacancies],
        "ties": [(STAGES.index(tie.stage), tie.section_id, tie.people) for tie in outcome.ties],
        "follows": outcome.follows,
        "warnings": [(notice.code, canonical_bytes(notice.args)) for notice in outcome.warnings],
    }
    lists.update({f"ties[{i}].people": tie.people for i, tie in enumerate(outcome.ties)})
    for where, keys in lists.items():
        for i in range(1, len(keys)):
            if keys[i - 1] >= keys[i]:
                code = "audit.repeated" if keys[i - 1] == keys[i] else "audit.out_of_order"
                yield breach(None, f"{where}[{i}]", code)


def same_case(ledger: Ledger) -> Iterator[Violation]:
    """Ensures that the outcome speaks of this case and this rulebook."""
    outcome, facts = ledger.outcome, ledger.facts
    expected = {
        "case.name": (facts.case.case.name, outcome.case.name),
        "case.sha256": (facts.case_hash, outcome.case.sha256),
        "rulebook.name": (facts.rulebook.name, outcome.rulebook.name),
        "rulebook.sha256": (facts.rulebook_hash, outcome.rulebook.sha256),
    }
    for where, (right, found) in expected.items():
        if right != found:
            yield differs(None, where, right, found)


@carries(RuleId.LOT, "audit")
def draw(ledger: Ledger) -> Iterator[Violation]:
    """Ensures that the seed of the draw is the case's own, or says that it is not."""
    info, lottery = ledger.facts.case.case, ledger.outcome.lottery
    published = info.lottery_seed
    if lottery.source == "case" and published is None:
        yield differs(RuleId.LOT, "lottery.source", "default", "case")
    if lottery.source == "default" and published is not None:
        yield differs(RuleId.LOT, "lottery.source", "case", "default")
    seed = info.name if published is None else published
    if lottery.source != "option" and lottery.seed != seed:
        yield differs(RuleId.LOT, "lottery.seed", seed, lottery.seed)


def given_hash(ledger: Ledger) -> Iterator[Violation]:
    """Ensures that the hash of the given placements is theirs, and is there when a stage is given."""
    outcome = ledger.outcome
    taken = any(report.state == "given" for report in outcome.stages)
    if (outcome.given is None) == taken:
        yield differs(None, "given", "-" if not taken else _given_sha256(outcome), "-" if taken else "sha256")
    elif outcome.given is not None and outcome.given.sha256 != _given_sha256(outcome):
        yield differs(None, "given.sha256", _given_sha256(outcome), outcome.given.sha256)


def _given_sha256(outcome: Outcome) -> str:
    return sha256(sorted((p.section_id, p.role, p.person_id) for p in outcome.placements if p.basis == "given"))
