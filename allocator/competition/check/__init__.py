"""Faults of a case, what is worth a second look, and the stages its data suffice for."""

from allocator.checking.listing import in_order
from allocator.competition.check.checking import Checked, check, check_pin
from allocator.competition.check.readiness import Readiness, readiness

__all__ = ["Checked", "Readiness", "check", "check_pin", "in_order", "readiness"]
