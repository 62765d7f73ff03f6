"""A plan for reading: its moves in the order of handover, the levels, what is not met, and the ties."""

from typing import TYPE_CHECKING

from allocator.console.language import joined, language, words
from allocator.console.page import Page
from allocator.rotation.console.check import pins_block
from allocator.rotation.labels import Labels

if TYPE_CHECKING:
    from allocator.rotation.planning import PlanRun
    from models.rotation.outcome import Move, RotationOutcome


def outcome_page(outcome: "RotationOutcome", labels: Labels, brief: bool = False) -> Page:
    """The whole plan; in brief, the moves and what is open, without levels and warnings."""
    page = Page()
    page.heading(f"rotation.outcome.{outcome.method}", case=outcome.case.name)
    page.say("rotation.outcome.proposal")
    page.say(f"status.{outcome.status}")
    _moves(page, outcome, labels)
    pins_block(page, labels.pins, labels)
    if not brief:
        _levels(page, outcome, labels)
    _unmet(page, outcome, labels)
    _ties(page, outcome, labels)
    if outcome.warnings and not brief:
        page.heading("check.warnings", count=len(outcome.warnings))
        for notice in outcome.warnings:
            page.text(f"- {labels.notice(notice)}  [{notice.code}]")
    return page


def _moves(page: Page, outcome: "RotationOutcome", labels: Labels) -> None:
    page.heading("rotation.outcome.moves", count=len(outcome.moves))
    names = ("chain", "step", "person", "from", "to", "kind", "duty", "ground")
    rows = [
        [
            str(move.chain),
            str(move.step),
            labels.person(move.person_id),
            labels.post(move.from_post),
            labels.post(move.to_post),
            words(f"rotation.kind.{move.kind}"),
            words(f"rotation.duty.{move.duty}"),
            _ground(move),
        ]
        for move in sorted(outcome.moves, key=lambda move: (move.chain, move.step))
    ]
    page.table([words(f"rotation.head.{name}") for name in names], rows, numbers=[0, 1])


def _ground(move: "Move") -> str:
    """What a move rests on: the pin, the articles with the months overdue, the wish, the objection."""
    parts = [] if move.basis == "proposed" else [words("rotation.basis.pinned")]
    if move.articles:
        parts.append(words("rotation.ground.articles", articles=" ".join(move.articles)))
    if move.overdue:
        parts.append(words("rotation.ground.overdue", months=move.overdue))
    if move.choice is not None:
        parts.append(words("rotation.ground.choice", choice=move.choice))
    if move.objected:
        parts.append(words("rotation.ground.objected"))
    return joined(parts)


def _levels(page: Page, outcome: "RotationOutcome", labels: Labels) -> None:
    report = outcome.stages[0]
    page.heading("outcome.levels", stage=words("arg.stage.plan"))
    rows = []
    for level in report.levels:
        proven = words("level.proven") if level.proven else words("none")
        value, bound = labels.level(level.name, level.value), labels.level(level.name, level.bound)
        rows.append([words(f"level.{level.name}"), words(f"sense.{level.sense}"), value, bound, proven])
    page.table([words(f"head.{name}") for name in ("level", "sense", "value", "bound", "proven")], rows, numbers=[2, 3])
    if report.unique is not None:
        page.say("rotation.outcome.unique" if report.unique else "rotation.outcome.not_unique")


def _unmet(page: Page, outcome: "RotationOutcome", labels: Labels) -> None:
    if not outcome.unmet:
        return
    page.heading("rotation.outcome.unmet", count=len(outcome.unmet))
    rows = [
        [
            labels.person(one.person_id),
            words(f"rotation.duty.{one.duty}"),
            " ".join(one.articles),
            str(one.overdue),
            words("none") if one.instead is None else words(f"rotation.kind.{one.instead}"),
            words(f"rotation.reason.{one.reason}"),
        ]
        for one in outcome.unmet
    ]
    names = ("person", "duty", "articles", "overdue", "instead", "reason")
    page.table([words(f"rotation.head.{name}") for name in names], rows, numbers=[3])


def _ties(page: Page, outcome: "RotationOutcome", labels: Labels) -> None:
    if not outcome.ties:
        return
    page.heading("outcome.ties", count=len(outcome.ties))
    rows = [[labels.person(tie.person_id), joined(map(labels.fate, tie.fates))] for tie in outcome.ties]
    page.table([words("head.person"), words("rotation.head.fates")], rows)


def trace_page(run: "PlanRun", labels: Labels) -> Page:
    """The decisions made by hand one by one, each with the article that decides it."""
    page = Page()
    page.heading("trace.stage", stage=words("arg.stage.plan"))
    for number, step in enumerate(run.trace, start=1):
        sentence = words(f"step.{step.code}", **labels.arguments(step.args))
        page.say("trace.step", number=number, sentence=sentence, article=step.article)
    return page


def moves_csv(outcome: "RotationOutcome", labels: Labels) -> bytes:
    """Every move, one a row, with names; codes are in words."""
    from allocator.tabular import table_bytes

    names = ("chain", "step", "person_id", "person", "from_post", "from", "to_post", "to", "kind", "duty", "ground")
    rows = [
        [
            move.chain,
            move.step,
            move.person_id,
            labels.person(move.person_id),
            move.from_post,
            labels.post(move.from_post),
            move.to_post,
            labels.post(move.to_post),
            labels.words(f"rotation.kind.{move.kind}"),
            labels.words(f"rotation.duty.{move.duty}"),
            _ground(move),
        ]
        for move in sorted(outcome.moves, key=lambda move: (move.chain, move.step))
    ]
    return table_bytes([words(f"rotation.head.{name}") for name in names], rows)


__all__ = ["language", "moves_csv", "outcome_page", "trace_page"]
