"""Sheets of the outcomes: placements, choices of clerks and sections, vacancies, people without a seat, ties."""

from collections import defaultdict

from allocator.competition.labels import Labels
from allocator.competition.pipeline import Run
from allocator.competition.report.findings import Findings
from allocator.competition.report.level_cell import level_cell
from allocator.competition.report.seats import basis_text, seat_text, seats_of
from allocator.report.sheet import Cell, Column, Sheet, Tone, columns, points, sheet
from models.competition.outcome import Outcome, Placement, Tie, Unplaced


def placements_sheet(findings: Findings, run: Run, labels: Labels) -> Sheet:
    """One row a seat that is taken, by section, role and person."""
    scores = findings.scores
    people, assigned = scores.bureau.people, scores.bureau.assigned
    tied = {(tie.section_id, person) for tie in run.outcome.ties for person in tie.people}
    following = frozenset(run.outcome.follows)
    rows: list[list[Cell]] = []
    for one in run.outcome.placements:
        present = people[one.person_id].section_id
        pin = assigned.get(one.person_id) if one.basis == "pinned" else None
        pair = scores.pair.get((one.person_id, one.section_id)) if one.composite is not None else None
        rows.append(
            [
                one.section_id,
                labels.section(one.section_id),
                labels.words(f"arg.role.{one.role}"),
                one.person_id,
                labels.person(one.person_id),
                labels.section(present),
                labels.words(_move(present, one.section_id)),
                labels.words(f"basis.{one.basis}"),
                one.round,
                one.pick_order,
                None if pair is None else points(pair.composite),
                None if one.quantification is None else points(scores.people[one.person_id].quantification),
                one.votes,
                one.present,
                None if pin is None else pin.reason,
                None if pin is None else pin.authority,
                _rests_on_draw((one.section_id, one.person_id) in tied, one.person_id in following, labels),
                *decision_cells(findings, one, labels),
            ]
        )
    method = labels.words(f"method.{run.outcome.method}")
    names = "section_id section role person_id person from move basis #round #pick_order"
    headings = [
        *columns(labels, names),
        *(Column(labels.words(f"score.{name}"), "number") for name in ("composite", "quantification")),
        *columns(labels, "#votes #present ~pin_reason pin_authority draw decision decision_paper"),
    ]
    return sheet(labels, "placements", headings, rows, method=method)


def _move(present: str | None, section_id: str) -> str:
    if present is None:
        return "mark.comes"
    return "mark.stays" if present == section_id else "mark.moves"


def _rests_on_draw(tied: bool, follows: bool, labels: Labels) -> str | None:
    """Whether only the draw decided a seat, or the seat may change with others that it decided."""
    if tied:
        return labels.words("mark.to_confirm")
    return labels.words("mark.follows") if follows else None


def follows_text(outcome: Outcome, labels: Labels) -> str | None:
    """In a sentence, the people whose seats only follow from the ties of an outcome; nothing where there are none."""
    if not outcome.follows:
        return None
    method = labels.words(f"method.{outcome.method}")
    return labels.words("page.follows", method=method, people=labels.people(outcome.follows))


def decision_cells(findings: Findings, one: Placement, labels: Labels) -> list[Cell]:
    """Whether the placement has been decided, and by which paper; a proposal until it has."""
    decision = findings.decision_of.get(one.person_id)
    if decision is None:
        return [labels.words("decided.fixed" if one.basis == "fixed" else "decided.no"), None]
    parts = (decision.authority, decision.date and decision.date.isoformat(), decision.document)
    paper = labels.joined((part for part in parts if part), "semicolon") if any(parts) else None
    if (decision.section_id, decision.role) == (one.section_id, one.role):
        return [labels.words("decided.yes"), paper]
    seat = {"section": labels.section(decision.section_id), "role": labels.words(f"arg.role.{decision.role}")}
    return [labels.words("decided.otherwise", seat=labels.words("seat", **seat)), paper]


def choices_sheet(findings: Findings, labels: Labels) -> Sheet:
    """One row a wish of either side: a filing in a round, or a listing by a section (articles 15 and 16)."""
    bureau = findings.scores.bureau
    rounds: dict[tuple[str, str], list[int]] = defaultdict(list)
    for row in bureau.case.clerk_applications:
        rounds[row.person_id, row.section_id].append(row.round)
    wishes = {(p, s): r for (p, s), found in rounds.items() for r in found}
    records = [(r, s, p) for (p, s), found in rounds.items() for r in found]
    listed = [(0, s, p) for s, ranks in bureau.pick_rank.items() for p in ranks if (p, s) not in wishes]
    seats = [seats_of(run.outcome) for run in findings.runs]
    rows: list[list[Cell]] = []
    tones: list[Tone] = []
    rank_of = bureau.pick_rank
    for round_, section_id, person_id in sorted(
        records + listed, key=lambda r: (not r[0], r[0], r[1], rank_of.get(r[1], {}).get(r[2], 10**9), r[2])
    ):
        rank = rank_of.get(section_id, {}).get(person_id)
        got = [own.get(person_id) for own in seats]
        wish = "mark.both" if round_ and rank else "mark.filed_only" if round_ else "mark.listed_only"
        rows.append(
            [
                round_ or None,
                section_id,
                labels.section(section_id),
                person_id,
                labels.person(person_id),
                labels.words(f"track.{findings.scores.tracks[person_id].track}"),
                points(findings.scores.people[person_id].quantification),
                rank,
                labels.words(wish),
                *(_got(seat, section_id, labels) for seat in got),
            ]
        )
        here = [seat for seat in got if seat and seat.section_id == section_id and seat.role != "chief"]
        tones.append("good" if here else "")
    headings = [
        *columns(labels, "#round section_id section person_id person track"),
        Column(labels.words("score.quantification"), "number"),
        *columns(labels, "#pick_order sides"),
        *(Column(labels.words(f"method.{run.outcome.method}")) for run in findings.runs),
    ]
    return sheet(labels, "choices", headings, rows, tones)


def _got(seat: Placement | None, section_id: str, labels: Labels) -> str:
    if seat is None:
        return labels.words("mark.no_seat")
    if seat.section_id != section_id or seat.role == "chief":
        return labels.words("mark.elsewhere", seat=seat_text(seat, labels))
    return labels.words("mark.here_by", basis=basis_text(seat, labels))


def _by_method(findings: Findings, labels: Labels) -> list[tuple[str, Outcome]]:
    return [(labels.words(f"method.{run.outcome.method}"), run.outcome) for run in findings.runs]


def vacancies_sheet(findings: Findings, labels: Labels) -> Sheet:
    """One row a kind of free seat of a section."""
    rows: list[list[Cell]] = [
        [
            method,
            one.section_id,
            labels.section(one.section_id),
            labels.words("arg.role.chief" if one.role == "chief" else "seat.other"),
            one.count,
        ]
        for method, outcome in _by_method(findings, labels)
        for one in outcome.vacancies
    ]
    return sheet(labels, "vacancies", "method section_id section role #count", rows)


def unplaced_sheet(findings: Findings, labels: Labels) -> Sheet:
    """One row a person without a seat, with the reason."""
    people = findings.scores.bureau.people
    rows: list[list[Cell]] = [
        [
            method,
            one.person_id,
            labels.person(one.person_id),
            labels.words(f"track.{one.track}"),
            labels.section(people[one.person_id].section_id),
            people[one.person_id].home_unit,
            unplaced_reason(outcome, one, labels),
        ]
        for method, outcome in _by_method(findings, labels)
        for one in outcome.unplaced
    ]
    return sheet(labels, "unplaced", "method person_id person track from home_unit ~reason", rows)


def unplaced_reason(outcome: Outcome, one: Unplaced, labels: Labels) -> str:
    """Why somebody has no seat; of whoever is in a tie of his stage, that the draw told him and the others apart."""
    reason = labels.words(f"reason.{one.reason}")
    stage = "institution" if one.track == "institution" else "clerks"
    mine = [tie.people for tie in outcome.ties if tie.stage == stage and one.person_id in tie.people]
    others = sorted({who for people in mine for who in people} - {one.person_id})
    return labels.words("report.unplaced.drawn", reason=reason, people=labels.people(others)) if others else reason


def ties_sheet(findings: Findings, labels: Labels) -> Sheet:
    """One row a result that the draw alone decided, for the party group to confirm (articles 13 and 17)."""
    rows: list[list[Cell]] = [
        [
            method,
            labels.words(f"arg.stage.{tie.stage}"),
            tie.section_id,
            labels.section(tie.section_id),
            labels.people(tie.people),
            labels.words("mark.to_confirm"),
            tie_decided(findings, tie, labels),
            None,
        ]
        for method, outcome in _by_method(findings, labels)
        for tie in outcome.ties
    ]
    headings = "method stage section_id section ~people confirm ~tie_decided ~signature"
    return sheet(labels, "ties", headings, rows, ["note"] * len(rows))


def tie_decided(findings: Findings, tie: Tie, labels: Labels) -> str | None:
    """Who of a tie was decided for its section; nothing while there is no decision on any of its people."""
    known = [findings.decision_of[one] for one in tie.people if one in findings.decision_of]
    if not known:
        return None
    return labels.people(sorted(one.person_id for one in known if one.section_id == tie.section_id))


def warnings_sheet(findings: Findings, labels: Labels) -> Sheet:
    """One row a warning of an outcome, in words, with its code."""
    rows: list[list[Cell]] = [
        [method, labels.notice(notice), notice.code]
        for method, outcome in _by_method(findings, labels)
        for notice in outcome.warnings
    ]
    return sheet(labels, "warnings", "method ~warning code", rows)


def levels_sheet(findings: Findings, labels: Labels) -> Sheet:
    """One row a level of an outcome's stages: its value, the bound proven on it, and whether it is proven."""
    rows: list[list[Cell]] = [
        [
            method,
            labels.words(f"arg.stage.{stage.stage}"),
            labels.words(f"state.{stage.state}"),
            number,
            labels.words(f"level.{level.name}"),
            labels.words(f"sense.{level.sense}"),
            level_cell(level.name, level.value),
            level_cell(level.name, level.bound),
            labels.words("mark.proven" if level.proven else "mark.unproven"),
        ]
        for method, outcome in _by_method(findings, labels)
        for stage in outcome.stages
        for number, level in enumerate(stage.levels, start=1)
    ]
    return sheet(labels, "levels", "method stage state #order level sense #value #bound proven", rows)


def pins_sheet(findings: Findings, labels: Labels) -> Sheet:
    """One row a seat assigned or forbidden beforehand, with reason and authority."""
    rows: list[list[Cell]] = [
        [
            pin.person_id,
            labels.person(pin.person_id),
            pin.section_id,
            labels.section(pin.section_id),
            labels.words(f"arg.role.{pin.role}"),
            labels.words(f"pin.{pin.mode}"),
            pin.reason,
            pin.authority,
        ]
        for pin in findings.case.pins
    ]
    return sheet(labels, "pins", "person_id person section_id section role pin_mode ~pin_reason pin_authority", rows)
