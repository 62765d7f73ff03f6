"""Names put in for ids, and words for codes, wherever a case of exchange and rotation is read by people."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from allocator.labels import Wording
from allocator.words import CATALOGUE, Lang, describe

if TYPE_CHECKING:
    from models.common.outcome import Notice
    from models.rotation.case import RotationCase

PEOPLE = frozenset(["person_id", "person_a", "person_b", "people", "holder", "other"])
POSTS = frozenset(["post_id", "from_post", "to_post", "assigned"])
UNITS = frozenset(["unit_id", "units"])
CODES: Mapping[str, tuple[str, ...]] = {
    "own": ("rotation.level",),
    "level": ("rotation.level",),
    "bar": ("rotation.bar",),
    "duty": ("rotation.duty",),
    "reason": ("rotation.reason",),
    "clause": ("rotation.clause", "rotation.placed_by"),
    "kind": ("rotation.kind",),
    "basis": ("rotation.basis",),
    "ground": ("rotation.bar",),
    "missing": ("table",),
    "table": ("table",),
}
"""Arguments whose values are codes, and the families of words they belong to."""


class Labels(Wording):
    """The names of one case's people, posts and units, told apart where several share one, and words for codes."""

    codes = CODES

    def __init__(self, case: "RotationCase | None", lang: Lang) -> None:
        super().__init__(lang)
        self._people = self.apart({} if case is None else {o.person_id: o.name for o in case.officers})
        self._units = self.apart({} if case is None else {u.unit_id: u.name for u in case.units})
        posts = () if case is None else case.posts
        named = {p.post_id: self.words("rotation.post", unit=self.unit(p.unit_id), name=p.name) for p in posts}
        self._posts = self.apart(named)
        self.pins = () if case is None else case.pins

    def person(self, person_id: str | None) -> str:
        """A person's name; a dash for nobody."""
        return self.named(self._people, person_id)

    def people(self, ids: Iterable[str]) -> str:
        """Several people."""
        return self.joined(map(self.person, ids))

    def unit(self, unit_id: str | None) -> str:
        """A unit's name; a dash for none."""
        return self.named(self._units, unit_id)

    def post(self, post_id: str | None) -> str:
        """A post with its unit; a dash for none."""
        return self.named(self._posts, post_id)

    def fate(self, fate: str) -> str:
        """What becomes of somebody: stays, is moved, or gets a wished post."""
        code = f"rotation.fate.{fate}"
        return self.words(code) if code in CATALOGUE else self.post(fate)

    def name_of(self, argument: str, value: str, /) -> str:
        """A person's, a post's or a unit's name."""
        if argument in PEOPLE:
            return self.person(value)
        if argument in POSTS:
            return self.post(value)
        return self.unit(value) if argument in UNITS else value

    def notice(self, notice: "Notice") -> str:
        """A warning as a sentence."""
        return describe(f"warning.{notice.code}", self.arguments(notice.args), self.lang)
