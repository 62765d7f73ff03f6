"""Who must be kept apart, the same in every exercise."""

from models.common.base import Frozen, Id, unordered


class Avoidance(Frozen):
    """Two people who may never sit in one section (回避; document 4, article 7-5)."""

    person_a: Id
    person_b: Id
    relation: str | None = None

    @property
    def pair(self) -> tuple[str, str]:
        """The two ids, smaller first."""
        return unordered(self.person_a, self.person_b)
