"""Sheets of a plan: its moves in the order of handover, what is not met, ties, units, sensitive posts."""

from fractions import Fraction

from allocator.report.sheet import Cell, Column, Sheet, Tone
from allocator.rotation.duties import duties
from allocator.rotation.labels import Labels
from allocator.rotation.report.findings import Findings
from allocator.rotation.report.table import columns, sheet
from allocator.rotation.summary import Tenures
from models.rotation.outcome import RotationOutcome


def due_sheet(findings: Findings, labels: Labels) -> Sheet:
    """One row a person who is due: by which article, since when, and what becomes of it."""
    roster, met = findings.roster, {one.person_id for one in findings.outcome.unmet}
    rows: list[list[Cell]] = []
    tones: list[Tone] = []
    for person, one in duties(roster).items():
        if one.duty == "none":
            continue
        post = roster.posts[roster.present[person]]
        rows.append(
            [
                person,
                labels.person(person),
                labels.unit(post.unit_id),
                post.name,
                labels.words(f"rotation.level.{post.level}"),
                labels.words(f"word.kind.{post.kind}"),
                labels.words(f"rotation.duty.{one.duty}"),
                " ".join(one.articles),
                "" if one.since is None else one.since.isoformat(),
                one.overdue,
                labels.words("rotation.mark.open" if person in met else "rotation.mark.met"),
            ]
        )
        tones.append("bad" if person in met else "")
    names = "person_id person unit post level kind_of_post duty articles since #overdue met"
    return sheet(labels, "due", names, rows, tones)


def plan_sheet(outcome: RotationOutcome, labels: Labels) -> Sheet:
    """One row a move, in the order of handover."""
    tied = {tie.person_id for tie in outcome.ties}
    rows: list[list[Cell]] = [
        [
            move.chain,
            move.step,
            move.person_id,
            labels.person(move.person_id),
            labels.post(move.from_post),
            labels.post(move.to_post),
            labels.words(f"rotation.kind.{move.kind}"),
            labels.words(f"rotation.duty.{move.duty}"),
            " ".join(move.articles),
            move.overdue,
            move.choice,
            labels.words("yes") if move.objected else "",
            labels.words(f"rotation.basis.{move.basis}"),
            labels.words("rotation.mark.tied") if move.person_id in tied else "",
        ]
        for move in sorted(outcome.moves, key=lambda move: (move.chain, move.step))
    ]
    names = "#chain #step person_id person from to kind duty articles #overdue #choice objected basis draw"
    return sheet(labels, "plan", names, rows, method=labels.words(f"method.{outcome.method}"))


def unmet_sheet(findings: Findings, labels: Labels) -> Sheet:
    """One row a person who did not get what is owed, musts first."""
    found = sorted(findings.outcome.unmet, key=lambda one: (one.duty != "must", one.person_id))
    rows: list[list[Cell]] = [
        [
            one.person_id,
            labels.person(one.person_id),
            labels.post(findings.roster.present[one.person_id]),
            labels.words(f"rotation.duty.{one.duty}"),
            " ".join(one.articles),
            one.overdue,
            "" if one.instead is None else labels.words(f"rotation.kind.{one.instead}"),
            labels.words(f"rotation.reason.{one.reason}"),
        ]
        for one in found
    ]
    tones: list[Tone] = ["bad" if one.duty == "must" else "" for one in found]
    return sheet(labels, "unmet", "person_id person from duty articles #overdue instead ~reason", rows, tones)


def ties_sheet(findings: Findings, labels: Labels) -> Sheet:
    """One row a person whose fate only the draw decided, with room for the confirmation."""
    rows: list[list[Cell]] = [
        [tie.person_id, labels.person(tie.person_id), labels.joined(map(labels.fate, tie.fates)), "", ""]
        for tie in findings.outcome.ties
    ]
    return sheet(labels, "ties", "person_id person ~fates confirmed signed", rows)


def units_sheet(findings: Findings, labels: Labels) -> Sheet:
    """One row a unit: its people and seats, who is due, and who comes, leaves and changes posts inside."""
    roster, made = findings.roster, findings.summary
    seats: dict[str, int] = {}
    for post in roster.posts.values():
        seats[post.unit_id] = seats.get(post.unit_id, 0) + post.seats
    rows: list[list[Cell]] = []
    for unit, people in roster.members.items():
        came, left, inside = made.moves_of_unit[unit]
        tally = made.by_unit.get(unit)
        due, met = (tally.due, tally.met) if tally else (0, 0)
        after = len(people) + came - left
        rows.append([unit, labels.unit(unit), seats.get(unit, 0), len(people), after, came, left, inside, due, met])
    names = "unit_id unit #seats #people #people_after #came #left #inside #due #met_count"
    return sheet(labels, "units", names, rows)


def sensitive_sheet(findings: Findings, labels: Labels) -> Sheet:
    """One row a sensitive post whose holder is beyond the limit today, and whether the plan ends it."""
    roster, made = findings.roster, findings.summary
    still = set(made.after.sensitive_beyond)
    rows: list[list[Cell]] = [
        [
            person,
            labels.person(person),
            labels.post(roster.present[person]),
            labels.words(f"word.kind.{roster.posts[roster.present[person]].kind}"),
            roster.months_in_post[person],
            labels.words("rotation.mark.still" if person in still else "rotation.mark.ends"),
        ]
        for person in made.today.sensitive_beyond
    ]
    tones: list[Tone] = ["bad" if row[0] in still else "" for row in rows]
    return sheet(labels, "sensitive", "person_id person from kind_of_post #months after_plan", rows, tones)


def summary_sheet(findings: Findings, labels: Labels) -> Sheet:
    """The figures of the summary, today and after the plan."""
    made, say = findings.summary, labels.words
    rows: list[list[Cell]] = [
        [say("rotation.sum.moved"), "", made.moved],
        [say("rotation.sum.exchanged"), "", made.exchanged],
        [say("rotation.sum.share"), "", made.share_moved],
        [say("rotation.sum.chains"), "", made.handovers.chains],
        [say("rotation.sum.cycles"), "", made.handovers.cycles],
        [say("rotation.sum.longest_chain"), "", made.handovers.longest],
        [say("rotation.sum.musts_unmet"), "", len(made.musts_unmet)],
    ]
    pairs = zip(_tenure_rows(made.today, labels), _tenure_rows(made.after, labels), strict=True)
    rows += [[name, before, after] for (name, before), (_, after) in pairs]
    for family, tallies in (("article", made.by_article), ("level", made.by_level)):
        for key, tally in tallies.items():
            what = key if family == "article" else say(f"rotation.level.{key}")
            rows.append([say(f"rotation.sum.due_{family}", key=what), tally.due, tally.met])
    return sheet(labels, "summary", "figure #before #after", rows)


def _tenure_rows(tenures: Tenures, labels: Labels) -> list[tuple[str, Cell]]:
    say = labels.words
    return [
        (say("rotation.sum.sensitive"), len(tenures.sensitive_beyond)),
        (say("rotation.sum.mean_post"), months_text(tenures.in_post.mean)),
        (say("rotation.sum.longest_post"), tenures.in_post.longest),
        (say("rotation.sum.mean_unit"), months_text(tenures.in_unit.mean)),
        (say("rotation.sum.longest_unit"), tenures.in_unit.longest),
        (say("rotation.sum.reserves"), f"{tenures.reserves_met}/{tenures.reserves}"),
    ]


def months_text(months: Fraction) -> str:
    """A mean of months with one decimal, rounded half up."""
    tenths = int(months * 10 + Fraction(1, 2))
    return f"{tenths // 10}.{tenths % 10}"


def levels_sheet(findings: Findings, labels: Labels) -> Sheet:
    """One row a level, of both methods where both were run."""
    outcomes = findings.outcomes
    by_name = [{level.name: level for level in outcome.stages[0].levels} for outcome in outcomes]
    rows: list[list[Cell]] = []
    for level in outcomes[-1].stages[0].levels:
        found = [own[level.name] for own in by_name]
        proven = labels.words("level.proven") if level.proven else ""
        rows.append(
            [
                labels.words(f"level.{level.name}"),
                labels.words(f"sense.{level.sense}"),
                *(o.value for o in found),
                proven,
            ]
        )
    methods = [Column(labels.words(f"method.{outcome.method}"), "number") for outcome in outcomes]
    return sheet(labels, "levels", [*columns(labels, "level_name sense"), *methods, *columns(labels, "proof")], rows)
