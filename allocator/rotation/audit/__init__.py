"""An outcome held against the case and every article, without the program that made it."""

from allocator.rotation.audit.auditing import audit
from allocator.rotation.audit.facts import Facts
from allocator.rotation.audit.violation import Violation

__all__ = ["Facts", "Violation", "audit"]
