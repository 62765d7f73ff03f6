"""Names put in for ids, and words for codes, wherever something is read by people."""

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from allocator.cli._language import joined, language, words
from allocator.words import CATALOGUE, describe

if TYPE_CHECKING:
    from models.case import Case
    from models.outcome import Notice
    from models.standing import Member

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
}
"""Arguments whose values are codes, and the families of words they belong to."""
SCORES = frozenset({"composite", "quantification"})


class Labels:
    """The names of one case's people and sections."""

    def __init__(self, case: "Case | None") -> None:
        self._people = _names({} if case is None else {p.person_id: p.name for p in case.people})
        self._sections = _names({} if case is None else {s.section_id: s.name for s in case.sections})
        self.pins = () if case is None else case.pins

    def person(self, person_id: str | None) -> str:
        """A person's name; a dash for nobody."""
        return self._named(self._people, person_id)

    def people(self, ids: tuple[str, ...] | list[str]) -> str:
        """Several people."""
        return joined(map(self.person, ids))

    def section(self, section_id: str | None) -> str:
        """A section's name; a dash for none."""
        return self._named(self._sections, section_id)

    def _named(self, names: Mapping[str, str], key: str | None) -> str:
        return names.get(key, key) if key else words("none")

    def seat(self, member: "Member | None") -> str:
        """A section and role; a dash for no seat."""
        if member is None:
            return words("seat.none")
        return words("seat", section=self.section(member.section_id), role=words(f"arg.role.{member.role}"))

    def arguments(self, args: Mapping[str, object]) -> dict[str, object]:
        """The arguments of a code with names and words put in."""
        return {name: self._shown(name, value) for name, value in args.items()}

    def _shown(self, name: str, value: object) -> object:
        if isinstance(value, list | tuple):
            return [self._shown(name, item) for item in value] or words("none")
        for family in CODES.get(name, ()):
            if f"{family}.{value}" in CATALOGUE:
                return words(f"{family}.{value}")
        if not isinstance(value, str):
            return value
        if name in PEOPLE:
            return self.person(value)
        return self.section(value) if name in SECTIONS else value

    def notice(self, notice: "Notice") -> str:
        """A warning as a sentence."""
        if notice.code == "stage_not_ready" and not notice.args["missing"]:
            return words("outcome.stage_waits", **self.arguments({"stage": notice.args["stage"]}))
        return describe(f"warning.{notice.code}", self.arguments(notice.args), language())


def _names(names: Mapping[str, str]) -> Mapping[str, str]:
    """The names by id; a name that several share has the id behind it."""
    often = Counter(names.values())
    return {
        key: name if often[name] == 1 or name == key else words("name_with_id", name=name, id=key)
        for key, name in names.items()
    }


def level_value(name: str, value: int | None) -> str:
    """A level's value as people write it: scores with three decimals, everything else whole."""
    if value is None:
        return words("none")
    if name not in SCORES:
        return str(value)
    from models.base import thousandths_text

    return thousandths_text(value)
