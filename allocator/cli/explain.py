"""The verb ``explain``: one person's scores, seat and posts, with prices and what would have won."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from allocator.cli._failures import DONE, UNPROVEN
from allocator.cli._help import Misuse
from allocator.cli._language import language, words
from allocator.cli._options import AsJson, OutcomeFile, RunOptions, with_groups
from allocator.cli._session import Opened, open_claimed, open_work
from allocator.cli._show import document, line, note
from allocator.cli._solving import Teller, interruptible, limits_of
from allocator.faults import Fault, InvalidInput

if TYPE_CHECKING:
    from allocator.competition.explain import Explanation, Line

PersonId = Annotated[str, typer.Argument(metavar="PERSON")]
SectionId = Annotated[str | None, typer.Option("--section", metavar="ID")]
Method = Annotated[Literal["rules", "optimal"] | None, typer.Option("--method")]
For = Annotated[Literal["office", "person"], typer.Option("--for")]


@with_groups
def explain(
    asked: RunOptions,
    person: PersonId,
    section: SectionId = None,
    method: Method = None,
    outcome: OutcomeFile = None,
    audience: For = "office",
    as_json: AsJson = False,
) -> int:
    """Explains one person under one method; exit code 5 when the optimum is not proven."""
    from allocator.competition.explain import document as as_document
    from allocator.competition.explain import sentences

    opened, found = (
        _made(asked, method, person, section) if outcome is None else _of(asked, outcome, method, person, section)
    )
    if as_json:
        document(as_document(found, audience=audience))
    else:
        _show(sentences(found, opened.scores, language(), audience=audience))
    return _exit_code(found)


def _made(
    asked: RunOptions, method: Literal["rules", "optimal"] | None, person: str, section: str | None
) -> "tuple[Opened, Explanation]":
    """The explanation of an outcome made now."""
    from allocator.competition.explain import explain_person

    limits = limits_of(method or "rules", asked)
    work = open_work(asked)
    _refuse_unknown(work.opened, person, section)
    with interruptible(limits):
        run = work.run(method or "rules", limits, Teller())
        return work.opened, explain_person(work.opened.scores, run, person, section_id=section, limits=limits)


def _of(
    asked: RunOptions, outcome: Path, method: str | None, person: str, section: str | None
) -> "tuple[Opened, Explanation]":
    """The explanation of an outcome that is there already, with the stages and seed it has."""
    from allocator.competition.explain import explain_person, run_from

    if asked.given is not None or asked.stage != "all" or asked.seed is not None:
        raise Misuse("outcome_has_its_own")
    from allocator.files import no_collection

    with no_collection():
        opened, claimed = open_claimed(asked.case, asked.rulebook, outcome, strict=asked.strict)
    if method not in (None, claimed.method):
        raise Misuse("outcome_has_method")
    _refuse_unknown(opened, person, section)
    limits = limits_of(claimed.method, asked)
    with interruptible(limits), no_collection():
        run = run_from(opened.scores, claimed)
        return opened, explain_person(opened.scores, run, person, section_id=section, limits=limits)


def _refuse_unknown(opened: Opened, person: str, section: str | None) -> None:
    faults = []
    if person not in opened.scores.people:
        faults.append(Fault("unknown_person", table="people", value=person, args={"id": person}))
    if section is not None and section not in opened.scores.bureau.sections:
        faults.append(Fault("unknown_section", table="sections", value=section, args={"id": section}))
    if faults:
        raise InvalidInput(tuple(faults))


def _show(lines: "tuple[Line, ...]") -> None:
    """The lines, details set in, each with its article behind it."""
    for one in lines:
        if one.kind in ("title", "heading"):
            line(f"== {one.text} ==" if one.kind == "title" else f"\n-- {one.text} --")
            continue
        article = "" if one.article is None else "  " + words("explain.article", article=one.article)
        line(("    " if one.kind == "detail" else "  ") + one.text + article)


def _exit_code(found: "Explanation") -> int:
    prices = [answer.price for answer in found.posts if answer.price is not None]
    unsure = found.status == "feasible" or any(
        price.method == "optimal" and price.possible and not price.proven for price in prices
    )
    searched = all(one.searched for answer in found.posts for one in answer.would_have)
    if not unsure and searched:
        return DONE
    note("error.unproven")
    return UNPROVEN
