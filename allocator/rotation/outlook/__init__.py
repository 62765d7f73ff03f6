"""What comes: who becomes due when, next year's case, and plans over several years."""

from allocator.rotation.outlook.advancing import advanced
from allocator.rotation.outlook.years import DueYear, PlanYear, due_years, plan_years

__all__ = ["DueYear", "PlanYear", "advanced", "due_years", "plan_years"]
