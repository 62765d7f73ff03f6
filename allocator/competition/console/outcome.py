"""An outcome for reading: the posts, the levels, who has no seat, and what the party group must still look at."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from allocator.competition.console.grounds import pins_block
from allocator.competition.console.labels import level_value
from allocator.competition.labels import Labels
from allocator.console.language import joined, language, words
from allocator.console.page import Page
from allocator.words import article_text

if TYPE_CHECKING:
    from allocator.competition.results import Step
    from models.competition.outcome import Outcome, Placement, StageReport


def outcome_page(outcome: "Outcome", labels: Labels, brief: bool = False) -> Page:
    """The whole outcome; in brief, the posts and what is open, without levels and warnings."""
    page = Page()
    page.heading(f"outcome.{outcome.method}", case=outcome.case.name)
    page.say("outcome.proposal")
    page.say(f"status.{outcome.status}")
    _sections(page, outcome, labels)
    pins_block(page, labels.pins, labels)
    for report in () if brief else outcome.stages:
        _levels(page, report)
    _unplaced(page, outcome, labels)
    _vacancies(page, outcome, labels)
    _ties(page, outcome, labels)
    if outcome.warnings and not brief:
        page.heading("check.warnings", count=len(outcome.warnings))
        for notice in outcome.warnings:
            page.text(f"- {labels.notice(notice)}  [{notice.code}]")
    return page


def _sections(page: Page, outcome: "Outcome", labels: Labels) -> None:
    """One line a section: chief, clerks, institution staff, each with the basis."""
    found: dict[str, dict[str, list[str]]] = {}
    for placement in outcome.placements:
        roles = found.setdefault(placement.section_id, {"chief": [], "clerk": [], "institution": []})
        roles[placement.role].append(_seated(placement, labels))
    rows = [[labels.section(section), *(joined(roles[role]) for role in roles)] for section, roles in found.items()]
    page.heading("outcome.sections")
    page.table([words("head.section"), *(words(f"arg.role.{r}") for r in ("chief", "clerk", "institution"))], rows)


def _seated(placement: "Placement", labels: Labels) -> str:
    basis = words(f"basis.{placement.basis}")
    if placement.round is not None:
        basis = words("basis.round", basis=basis, round=placement.round)
    score = placement.composite if placement.role == "chief" else None
    return words("outcome.seated", person=labels.person(placement.person_id), basis=basis) + (
        f" {score}" if score else ""
    )


def _levels(page: Page, report: "StageReport") -> None:
    stage = words(f"arg.stage.{report.stage}")
    if report.state != "run":
        page.text("")
        page.say("outcome.stage_state", stage=stage, state=words(f"state.{report.state}"))
        return
    page.heading("outcome.levels", stage=stage)
    rows = []
    for level in report.levels:
        proven = words("level.proven") if level.proven else words("none")
        value, bound = level_value(level.name, level.value), level_value(level.name, level.bound)
        rows.append([words(f"level.{level.name}"), words(f"sense.{level.sense}"), value, bound, proven])
    page.table([words(f"head.{name}") for name in ("level", "sense", "value", "bound", "proven")], rows, numbers=[2, 3])
    if report.unique is not None:
        page.say("outcome.unique" if report.unique else "outcome.not_unique")


def _unplaced(page: Page, outcome: "Outcome", labels: Labels) -> None:
    if not outcome.unplaced:
        return
    page.heading("outcome.unplaced", count=len(outcome.unplaced))
    rows = [
        [labels.person(one.person_id), words(f"track.{one.track}"), words(f"reason.{one.reason}")]
        for one in outcome.unplaced
    ]
    page.table([words("head.person"), words("head.track"), words("head.reason")], rows)


def _vacancies(page: Page, outcome: "Outcome", labels: Labels) -> None:
    if not outcome.vacancies:
        return
    page.heading("outcome.vacancies", count=sum(vacancy.count for vacancy in outcome.vacancies))
    rows = [
        [
            labels.section(one.section_id),
            words("arg.role.chief" if one.role == "chief" else "seat.other"),
            str(one.count),
        ]
        for one in outcome.vacancies
    ]
    page.table([words("head.section"), words("head.role"), words("head.count")], rows, numbers=[2])


def _ties(page: Page, outcome: "Outcome", labels: Labels) -> None:
    if not outcome.ties:
        return
    page.heading("outcome.ties", count=len(outcome.ties))
    rows = [
        [words(f"arg.stage.{tie.stage}"), labels.section(tie.section_id), labels.people(tie.people)]
        for tie in outcome.ties
    ]
    page.table([words("head.stage"), words("head.section"), words("head.people")], rows)


def trace_page(steps: Sequence["Step"], labels: Labels) -> Page:
    """The procedure's decisions one by one, each with the article that decides it."""
    from models.competition.rule_ids import RULES

    page = Page()
    stage = None
    for number, step in enumerate(steps, start=1):
        if step.stage != stage:
            stage = step.stage
            page.heading("trace.stage", stage=words(f"arg.stage.{stage}"))
        sentence = words(f"step.{step.code}", **labels.arguments(step.args))
        article = article_text(RULES[step.rule].article, language())
        page.say("trace.step", number=number, sentence=sentence, article=article)
    return page
