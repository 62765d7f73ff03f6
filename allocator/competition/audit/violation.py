"""The violations of the audit, by rule of the competition."""

from models.common.violation import Argument, Violation, shown
from models.competition.rule_ids import RuleId

__all__ = ["Argument", "Violation", "breach", "differs", "shown"]


def breach(rule: RuleId | None, where: str, code: str, /, **args: Argument) -> Violation:
    """A violation with its arguments by name."""
    return Violation(rule, where, code, args)


def differs(rule: RuleId | None, where: str, expected: object, found: object) -> Violation:
    """The violation of a field that should hold another value."""
    return Violation(rule, where, "audit.differs", {"expected": shown(expected), "found": shown(found)})
