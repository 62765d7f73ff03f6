"""The violations of the audit, by rule of exchange and rotation."""

from models.common.violation import Argument, Violation, shown
from models.rotation.rule_ids import RuleId

__all__ = ["Argument", "Violation", "breach", "differs", "shown"]


def breach(rule: RuleId | None, where: str, code: str, /, **args: Argument) -> Violation:
    """A violation with its arguments by name."""
    return Violation(rule, where, f"rotation.audit.{code}", args)


def differs(rule: RuleId | None, where: str, expected: object, found: object) -> Violation:
    """The violation of a field that should hold another value."""
    return breach(rule, where, "differs", expected=shown(expected), found=shown(found))
