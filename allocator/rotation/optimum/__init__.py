"""The proven optimum of exchange and rotation: formulated as arrays, proven level by level, read back into posts."""

from allocator.rotation.optimum.planning import OptimalPlan, optimum

__all__ = ["OptimalPlan", "optimum"]
