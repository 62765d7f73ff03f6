"""The audit of an outcome: one check for each rule, worked out apart from everything that made the outcome."""

from allocator.competition.audit.auditing import audit, not_rechecked, violations
from allocator.competition.audit.facts import Facts
from allocator.competition.audit.violation import Violation

__all__ = ["Facts", "Violation", "audit", "not_rechecked", "violations"]
