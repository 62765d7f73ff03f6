"""The check: faults of rows, then what sound rows must not say together, then what pins would break."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from allocator.checking.listing import in_order, listed
from allocator.faults import Fault
from allocator.files.draft import Draft
from allocator.rotation.check import dates, keys, pins, references
from allocator.rotation.check.material import TABLES, Material
from allocator.rotation.moves import Moves
from allocator.rotation.notices import of_case
from allocator.rotation.roster import Roster
from models.common.lottery import Lottery
from models.common.outcome import Draw, Notice
from models.rotation.case import ROW_TYPES, RotationCase
from models.rotation.rulebook import RotationRulebook

Check = Callable[[Material], Iterator[Fault]]

OF_ROWS: tuple[Check, ...] = (
    references.empty_tables,
    references.unknown_ids,
    keys.repeated_keys,
    keys.avoidance_of_oneself,
    keys.choices_beyond,
    dates.after_reference,
    dates.unit_after_post,
    dates.service_backwards,
)
"""What makes a single row unusable; such rows are left out of everything that follows."""

OF_TABLES: tuple[Check, ...] = (keys.repeated_wishes, pins.assigned_twice, pins.other_level)
"""What sound rows must not say together."""


@dataclass(frozen=True)
class Checked:
    """The result of a check. ``case`` and ``roster`` are there exactly when there is no fault.

    Faults are sorted by place, warnings by code and arguments; warnings are given for sound cases only.
    """

    case: RotationCase | None
    faults: tuple[Fault, ...]
    warnings: tuple[Notice, ...]
    roster: Roster | None = None

    @property
    def ready(self) -> Roster | None:
        """The case made ready for deciding."""
        return self.roster


def check(draft: Draft, rulebook: RotationRulebook, lottery_option: str | None = None) -> Checked:
    """Checks a case as read: its rows, what they say together, and whether its pins can be kept.

    Args:
        draft: the case as read; its own faults are carried over.
        rulebook: the numbers in force.
        lottery_option: a lottery seed given by hand instead of the case's.
    """
    found = list(draft.faults)
    material = Material.from_draft(draft, rulebook, TABLES)
    if impossible := list(dates.reference_date(material)):
        found += impossible
        material = replace(material, info=None)
    of_rows = [fault for rule in OF_ROWS for fault in rule(material)]
    sound = material.without(of_rows)
    found += of_rows
    of_tables = [fault for rule in OF_TABLES for fault in rule(sound)]
    found += of_tables
    anchored = references.anchored(sound.without(of_tables))
    case = _case_of(anchored)
    if case is None:
        return Checked(None, listed(found), ())
    drawn = Lottery.of(case.case, lottery_option)
    roster = Roster(case, rulebook, Draw(seed=drawn.seed, source=drawn.source))
    if not found:
        found += pins.broken_by_pins(anchored, roster)
    if found:
        return Checked(None, listed(found), ())
    return Checked(case, (), in_order(of_case(Moves(roster))), roster)


def _case_of(material: Material) -> RotationCase | None:
    """The rows as a case, unless the date, the units, the posts or the people are not there."""
    if material.info is None or not all(material.rows.get(table) for table in ("units", "posts", "officers")):
        return None
    tables = {table: tuple(at.value for at in material.rows.get(table, ())) for table in ROW_TYPES}
    return RotationCase(case=material.info, **tables)  # type: ignore[arg-type]
