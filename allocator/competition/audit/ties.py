"""The ties of the optimum: every seat told to be tied is one that another placement as good could give or take."""

from collections.abc import Iterable, Iterator, Mapping

from allocator.competition.audit.exchange import Exchanges
from allocator.competition.audit.ledger import Ledger
from allocator.competition.audit.levels import named
from allocator.competition.audit.options import can_hold, is_named
from allocator.competition.audit.violation import Violation, breach, differs
from models.common.rules import carries
from models.competition.codes import STAGES, Stage
from models.competition.rule_ids import RuleId


@carries(RuleId.LOT, "audit")
def tied_seats(ledger: Ledger) -> Iterator[Violation]:
    """Ensures that the ties of each stage name each section once, and in it seats that the stage could give.

    Where one person is to leave a seat for another, both seats are tied: the one he holds if he may take another, and
    the one of somebody in the section if he can come only when another goes.
    """
    if ledger.outcome.method != "optimal":
        return
    for stage in STAGES:
        if ledger.ran(stage):
            told: dict[str, set[str]] = {}
            for i, tie in enumerate(ledger.outcome.ties):
                if tie.stage == stage:
                    if tie.section_id in told or not tie.people:
                        yield _no_tie(f"ties[{i}]", stage, tie.section_id, tie.people)
                    told.setdefault(tie.section_id, set()).update(tie.people)
            yield from _possible(ledger, stage, told)
            yield from _exchanged(ledger, stage, told)
            yield from _shown(ledger, stage, told)


def _no_tie(where: str, stage: Stage, section: str, people: Iterable[str]) -> Violation:
    return breach(RuleId.LOT, where, "audit.no_tie", stage=stage, section_id=section, people=tuple(people))


def _possible(ledger: Ledger, stage: Stage, told: Mapping[str, set[str]]) -> Iterator[Violation]:
    """The seats told that the stage could not give to anybody."""
    for section, people in told.items():
        never = sorted(person for person in people if not can_hold(ledger, stage, section, person))
        if never:
            yield _no_tie("ties", stage, section, never)


def _exchanged(ledger: Ledger, stage: Stage, told: Mapping[str, set[str]]) -> Iterator[Violation]:
    """The seats held that must be tied because a seat told can be taken only when they are given up."""
    held = {
        row.person: row.section for row in ledger.decided(stage) if is_named(ledger, stage, row.section, row.person)
    }
    inside: dict[str, set[str]] = {}
    for person, section in held.items():
        inside.setdefault(section, set()).add(person)
    after = ledger.after(stage)
    for section, people in told.items():
        coming = {person for person in people if held.get(person) != section}
        for person in sorted(coming):
            if person in held and person not in told.get(held[person], ()):
                yield _missing(stage, held[person], (person,))
        neutral = len(ledger.before(stage).members[section]) + len(inside.get(section, ())) < len(
            after.members[section]
        )
        full = section in after.chiefs if stage == "chiefs" else after.free[section] <= 0
        if coming and full and not neutral and not people & inside.get(section, set()):
            yield _missing(stage, section, sorted(inside.get(section, ())))


def _shown(ledger: Ledger, stage: Stage, told: Mapping[str, set[str]]) -> Iterator[Violation]:
    """The seats not told though a small exchange gives or takes them; nothing where nothing is claimed of ties."""
    if ledger.reports[stage].unique is None or not ledger.proven[stage]:
        return
    seats = {(section, person) for section, people in told.items() for person in people}
    found: dict[str, set[str]] = {}
    for section, person in Exchanges(ledger, stage, seats).seats():
        found.setdefault(section, set()).add(person)
    for section in sorted(found):
        yield _missing(stage, section, sorted(found[section]))


def _missing(stage: Stage, section: str, people: Iterable[str]) -> Violation:
    return breach(RuleId.LOT, "ties", "audit.tie_missing", stage=stage, section_id=section, people=tuple(people))


@carries(RuleId.LOT, "audit")
def followers(ledger: Ledger) -> Iterator[Violation]:
    """Ensures that where clerks' seats are tied, exactly the people in seats that neither side named follow them."""
    tied = ledger.outcome.method == "optimal" and any(tie.stage == "clerks" for tie in ledger.outcome.ties)
    held = (r for r in ledger.decided("clerks") if tied and r.placement.basis == "directed")
    expected = tuple(sorted(row.person for row in held if not named(ledger.facts, row.person, row.section)))
    if ledger.outcome.follows != expected:
        yield differs(RuleId.LOT, "follows", expected, ledger.outcome.follows)
