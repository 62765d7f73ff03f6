"""The check of a case: every fault in one run, then everything worth a second look."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from allocator.checking.listing import listed
from allocator.competition.bureau import Bureau
from allocator.competition.check import complete, dates, keys, pins, records, references, seats
from allocator.competition.check.material import Material
from allocator.competition.check.warnings import warnings_of
from allocator.competition.scoring import Scores, score
from allocator.competition.scoring.pairs import pair_scores
from allocator.faults import Fault
from allocator.files.draft import Draft, draft_of
from models.common.lottery import Lottery
from models.common.outcome import Notice
from models.competition.case import ROW_TYPES, Case, row_key
from models.competition.filings import Pin
from models.competition.rulebook import Rulebook

Check = Callable[[Material], Iterator[Fault]]

OF_ROWS: tuple[Check, ...] = (
    references.empty_tables,
    references.unknown_people,
    references.unknown_sections,
    references.unknown_groups,
    keys.repeated_keys,
    keys.avoidance_of_oneself,
    records.empty_polls,
    dates.births,
    seats.fixed_without_section,
)
"""What makes a single row unusable; such rows are left out of everything that follows."""

OF_PINS: tuple[Check, ...] = (
    pins.pins_on_fixed,
    pins.pins_against_staffing,
    pins.people_assigned_twice,
    pins.posts_assigned_twice,
    pins.pins_over_seats,
    pins.pins_over_clerk_retention,
    pins.pins_over_institution_retention,
    pins.pins_against_avoidance,
)
"""What pins must not say together with everything else."""

OF_TABLES: tuple[Check, ...] = (
    keys.repeated_choices,
    keys.repeated_pick_orders,
    records.missing_attendance,
    records.nobody_present,
    records.votes_over_present,
    records.rounds_beyond_caps,
    records.filings_over_cap,
    seats.two_chiefs,
    seats.fixed_over_seats,
    *OF_PINS,
)
"""What sound rows must not say together."""

OF_SCORES: tuple[Callable[[Material, Scores], Iterator[Fault]], ...] = (
    complete.missing_parts,
    complete.too_few_speech_marks,
    complete.pins_against_track,
)
"""What depends on who takes part in what."""


@dataclass(frozen=True)
class Checked:
    """The result of a check. ``case`` and its ``scores`` are there exactly when there is no fault.

    Faults are sorted by place, warnings by code and arguments; warnings are given for sound cases only, since a
    faulty row would make others look odd.
    """

    case: Case | None
    faults: tuple[Fault, ...]
    warnings: tuple[Notice, ...]
    scores: Scores | None = None

    @property
    def ready(self) -> Scores | None:
        """The case made ready for deciding."""
        return self.scores


def check(draft: Draft, rulebook: Rulebook, lottery_option: str | None = None) -> Checked:
    """Checks a case as read: its rows, what they say together, and whether everybody's records are complete.

    Args:
        draft: the case as read; its own faults are carried over.
        rulebook: the numbers in force; voter groups, caps and limits are its.
        lottery_option: a lottery seed given by hand instead of the case's.
    """
    found = list(draft.faults)
    material = Material.of(draft, rulebook)
    if impossible := list(dates.reference_date(material)):
        found += impossible
        material = replace(material, info=None)
    of_rows = [fault for rule in OF_ROWS for fault in rule(material)]
    sound = material.without(of_rows)
    found += of_rows
    found += [fault for rule in OF_TABLES for fault in rule(sound)]
    anchored = references.anchored(sound)
    case = _case_of(anchored)
    if case is None:
        return Checked(None, listed(found), ())
    scores = score(Bureau(case, rulebook, Lottery.of(case.case, lottery_option)))
    found += [fault for rule in OF_SCORES for fault in rule(anchored, scores)]
    if found:
        return Checked(None, listed(found), ())
    return Checked(case, (), warnings_of(scores), scores)


def check_pin(scores: Scores, pin: Pin) -> Scores | Fault:
    """A sound case with one pin more, about a person and section of it: its scores, or the first fault of the check.

    Only what looks at pins is checked again. Tracks and named scores depend on no pin.
    """
    bureau = scores.bureau
    case = bureau.case.model_copy(update={"pins": (*bureau.case.pins, pin)})
    material = Material.of(draft_of(case), bureau.rulebook)
    found = list(keys.repeated_keys(material))
    sound = material.without(found)
    found += [fault for rule in OF_PINS for fault in rule(sound)]
    kept = sorted((row for _, row in sound.table(Pin)), key=lambda row: row_key("pins", row))
    again = Bureau(case.model_copy(update={"pins": tuple(kept)}), bureau.rulebook, bureau.lottery)
    pinned = Scores(again, scores.tracks, scores.people, pair_scores(again, scores.tracks, scores.people))
    found += [fault for rule in OF_SCORES for fault in rule(sound, pinned)]
    return listed(found)[0] if found else pinned


def _case_of(material: Material) -> Case | None:
    """The rows as a case, unless the date, the people or the sections are not there."""
    if material.info is None or not material.people or not material.sections:
        return None
    tables = {table: tuple(at.value for at in material.rows.get(table, ())) for table in ROW_TYPES}
    return Case(case=material.info, **tables)  # type: ignore[arg-type]
