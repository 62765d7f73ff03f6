"""What an audit finds: one thing that is not as the rules or the case say, in every exercise."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

Argument = str | int | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Violation:
    """One violation. ``code`` names the sentence in the catalogue, ``args`` its arguments.

    ``field`` is the place in the outcome, as ``placements[3].composite`` or ``moves[3].overdue``; ``rule`` the one that
    is broken, ``None`` where the outcome contradicts itself or the case without touching a rule.
    """

    rule: StrEnum | None
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
