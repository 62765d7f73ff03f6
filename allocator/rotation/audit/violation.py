"""What an audit finds: one thing that is not as the articles or the case say."""

from collections.abc import Mapping
from dataclasses import dataclass

from models.rotation.rule_ids import RuleId

Argument = str | int | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Violation:
    """One violation. ``code`` names the sentence in the catalogue, ``args`` its arguments.

    ``field`` is the place in the outcome, as ``moves[3].overdue``; ``rule`` the rule that is broken, ``None`` where
    the outcome contradicts itself or the case without touching a rule.
    """

    rule: RuleId | None
    field: str
    code: str
    args: Mapping[str, Argument]

    @property
    def sort_key(self) -> tuple[str, str, str, str]:
        """Violations are listed by place, rule, code and arguments."""
        return (self.field, self.rule or "", self.code, repr(sorted(self.args.items())))


def shown(value: object) -> str:
    """A value as it is quoted in a violation; nothing is a dash."""
    if value is None:
        return "-"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple | list):
        return "[" + ", ".join(shown(item) for item in value) + "]"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {shown(value[key])}" for key in sorted(value)) + "}"
    return str(value)


def breach(rule: RuleId | None, where: str, code: str, /, **args: Argument) -> Violation:
    """A violation with its arguments by name."""
    return Violation(rule, where, f"rotation.audit.{code}", args)


def differs(rule: RuleId | None, where: str, expected: object, found: object) -> Violation:
    """The violation of a field that should hold another value."""
    return breach(rule, where, "differs", expected=shown(expected), found=shown(found))
