"""The check of a case of exchange and rotation: every fault in one run, then what is worth a second look."""

from allocator.rotation.check.checking import Checked, check

__all__ = ["Checked", "check"]
