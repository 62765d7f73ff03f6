"""Both methods side by side: level by level, person by person, unit by unit."""

from allocator.rotation.compare.comparison import Comparison, compare
from allocator.rotation.compare.document import document

__all__ = ["Comparison", "compare", "document"]
