"""Names put in for ids, and words for codes, wherever something is read by people, in one language."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from allocator.labels import Wording
from allocator.words import Lang, describe

if TYPE_CHECKING:
    from models.common.outcome import Notice
    from models.competition.case import Case
    from models.competition.standing import Member

PEOPLE = frozenset(
    [
        "person_id",
        "person",
        "people",
        "winner",
        "loser",
        "chief_id",
        "placed",
        "decided",
        "proposed",
        "holder",
        "person_a",
        "person_b",
        "pair",
        "entrant",
    ]
)
SECTIONS = frozenset(["section_id", "section", "sections", "own", "has_section", "present_section"])
CODES: Mapping[str, tuple[str, ...]] = {
    "stage": ("arg.stage",),
    "role": ("arg.role",),
    "own_role": ("arg.role",),
    "track": ("track",),
    "reason": ("reason", "arg.reason"),
    "clause": ("clause",),
    "wish": ("wish",),
    "missing": ("arg.missing",),
    "level": ("level",),
    "bar": ("bar",),
    "listed": ("listed",),
    "table": ("table",),
    "used": ("reading.used",),
}
"""Arguments whose values are codes, and the families of words they belong to."""
SCORES = frozenset({"composite", "quantification"})
"""The levels that are sums of scores, in thousandths."""


class Labels(Wording):
    """The names of one case's people and sections, told apart where several share one, and words for everything."""

    codes = CODES

    def __init__(self, case: "Case | None", lang: Lang) -> None:
        super().__init__(lang)
        self._people = self.apart({} if case is None else {p.person_id: p.name for p in case.people})
        self._sections = self.apart({} if case is None else {s.section_id: s.name for s in case.sections})
        self.pins = () if case is None else case.pins
        self._posts: dict[tuple[str, str], str] = {}

    def person(self, person_id: str | None) -> str:
        """A person's name; a dash for nobody."""
        return self.named(self._people, person_id)

    def people(self, ids: Iterable[str]) -> str:
        """Several people."""
        return self.joined(map(self.person, ids))

    def section(self, section_id: str | None) -> str:
        """A section's name; a dash for none."""
        return self.named(self._sections, section_id)

    def seat(self, member: "Member | None") -> str:
        """A section and role; a dash for no seat."""
        if member is None:
            return self.words("seat.none")
        return self.post(member.section_id, member.role)

    def post(self, section_id: str, role: str) -> str:
        """A section and role."""
        key = section_id, role
        if key not in self._posts:
            named = {"section": self.section(section_id), "role": self.words(f"arg.role.{role}")}
            self._posts[key] = self.words("seat", **named)
        return self._posts[key]

    def level(self, name: str, value: int | None, /) -> str:
        """A level's value as people write it: scores with three decimals, everything else whole."""
        return self.words("none") if value is None else level_text(name, value)

    def name_of(self, argument: str, value: str, /) -> str:
        """A person's or a section's name."""
        if argument in PEOPLE:
            return self.person(value)
        return self.section(value) if argument in SECTIONS else value

    def notice(self, notice: "Notice") -> str:
        """A warning as a sentence."""
        if notice.code == "stage_not_ready" and not notice.args["missing"]:
            return self.words("outcome.stage_waits", **self.arguments({"stage": notice.args["stage"]}))
        args = self.arguments(notice.args)
        if notice.code == "decision_price":
            name = str(notice.args["level"])
            args |= {key: level_text(name, int(str(notice.args[key]))) for key in ("reached", "best")}
        return describe(f"warning.{notice.code}", args, self.lang)


def level_text(name: str, value: int) -> str:
    """A level's value: scores with three decimals, everything else whole."""
    if name not in SCORES:
        return str(value)
    from models.common.base import thousandths_text

    return thousandths_text(value)
