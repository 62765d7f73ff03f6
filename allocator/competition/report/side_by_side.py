"""Tables of the report in which what both outcomes have in common stands once."""

from collections.abc import Callable
from typing import Any, TypeAlias

from allocator.competition.labels import Labels
from allocator.competition.report.findings import Findings
from allocator.competition.report.of_outcomes import follows_text, tie_decided, unplaced_reason
from allocator.competition.report.seats import seat_text, seats_of
from allocator.report.sheet import Cell, Column, Kind, Sheet, columns, sheet
from models.competition.codes import STAGES
from models.competition.outcome import Outcome

Row: TypeAlias = tuple[tuple[Any, ...], tuple[str | None, ...]]
"""By what a row is sorted, and its cells."""


def vacancies(findings: Findings, labels: Labels) -> Sheet:
    """One row a section and kind of seat: how many stay free in each outcome."""
    free = [{(one.section_id, one.role): one.count for one in run.outcome.vacancies} for run in findings.runs]
    rows: list[list[Cell]] = [
        [
            labels.section(section_id),
            labels.words("arg.role.chief" if role == "chief" else "seat.other"),
            *(own.get((section_id, role), 0) for own in free),
        ]
        for section_id, role in sorted({seat for own in free for seat in own})
    ]
    headings = [*columns(labels, "section role"), *_methods(findings, labels, "number")]
    return sheet(labels, "vacancies", headings, rows)


def unplaced(findings: Findings, labels: Labels) -> Sheet:
    """One row a person whom an outcome leaves without a seat: why, or where the other outcome has that person."""
    people = findings.scores.bureau.people
    left = [{one.person_id: one for one in run.outcome.unplaced} for run in findings.runs]
    seats = [seats_of(run.outcome) for run in findings.runs]
    rows: list[list[Cell]] = []
    for who in sorted({who for own in left for who in own}):
        track = next(own[who].track for own in left if who in own)
        told: list[Cell] = []
        for run, own, seated in zip(findings.runs, left, seats, strict=True):
            if who in own:
                told.append(labels.words("mark.left_out", reason=unplaced_reason(run.outcome, own[who], labels)))
            else:
                told.append(labels.words("mark.seated", seat=seat_text(seated[who], labels)) if who in seated else None)
        place = [labels.section(people[who].section_id), people[who].home_unit]
        rows.append([who, labels.person(who), labels.words(f"track.{track}"), *place, *told])
    headings = [*columns(labels, "person_id person track from home_unit"), *_methods(findings, labels, "long")]
    return sheet(labels, "unplaced", headings, rows)


def ties(findings: Findings, labels: Labels) -> Sheet:
    """One row a result that rests on the draw alone, in one outcome or in both."""

    def of(outcome: Outcome) -> list[Row]:
        return [
            (
                (STAGES.index(tie.stage), tie.section_id, *tie.people),
                (
                    labels.words(f"arg.stage.{tie.stage}"),
                    labels.section(tie.section_id),
                    labels.people(tie.people),
                    labels.words("mark.to_confirm"),
                    tie_decided(findings, tie, labels),
                    None,
                ),
            )
            for tie in outcome.ties
        ]

    rows = _shared(findings, of, labels)
    headings = "method stage section ~people confirm ~tie_decided ~signature"
    return sheet(labels, "ties", headings, rows, ["note"] * len(rows))


def follows(findings: Findings, labels: Labels) -> list[str]:
    """Of each outcome shown, the people whose seats only follow from its ties, in a sentence."""
    return [text for run in findings.runs if (text := follows_text(run.outcome, labels))]


def warnings(findings: Findings, labels: Labels) -> Sheet:
    """One row a warning of one outcome or of both, in words, with its code."""

    def of(outcome: Outcome) -> list[Row]:
        told = [(labels.notice(notice), notice.code) for notice in outcome.warnings]
        return [((code, words), (words, code)) for words, code in told]

    return sheet(labels, "warnings", "method ~warning code", _shared(findings, of, labels))


def _shared(findings: Findings, of: Callable[[Outcome], list[Row]], labels: Labels) -> list[list[Cell]]:
    """The rows of every outcome in order, each once, the method or methods in front."""
    found: dict[Row, list[str]] = {}
    for run in findings.runs:
        for row in dict.fromkeys(of(run.outcome)):
            found.setdefault(row, []).append(labels.words(f"method.{run.outcome.method}"))
    both = len(findings.runs) > 1
    return [
        [labels.words("method.both") if both and len(methods) == len(findings.runs) else methods[0], *row[1]]
        for row, methods in sorted(found.items(), key=lambda one: one[0][0])
    ]


def _methods(findings: Findings, labels: Labels, kind: Kind) -> list[Column]:
    return [Column(labels.words(f"method.{run.outcome.method}"), kind) for run in findings.runs]
