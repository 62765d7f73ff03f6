"""The verb ``explain``: one person's scores, seat and posts, with prices and what would have won."""

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from allocator.console.failures import DONE, UNPROVEN
from allocator.console.language import language
from allocator.console.misuse import Misuse
from allocator.console.options import RunOptions
from allocator.console.session import open_claimed, open_work
from allocator.console.show import document, note, sentences_shown
from allocator.console.solving import Teller, interruptible, limits_of
from allocator.exercise import Opened
from allocator.faults import Fault, InvalidInput

if TYPE_CHECKING:
    from allocator.competition.explain import Explanation


def explain(
    asked: RunOptions,
    *,
    person: str | None,
    post: str | None = None,
    section: str | None = None,
    method: Literal["rules", "optimal"] | None = None,
    outcome: Path | None = None,
    audience: Literal["office", "person"] = "office",
    as_json: bool = False,
) -> int:
    """Explains one person under one method; exit code 5 when the optimum is not proven."""
    if person is None:
        raise Misuse("person_missing")
    if post is not None:
        raise Misuse("option_of_another", option="--post", exercise="competition")
    from allocator.competition.explain import document as as_document
    from allocator.competition.explain import sentences

    opened, found = (
        _made(asked, method, person, section) if outcome is None else _of(asked, outcome, method, person, section)
    )
    if as_json:
        document(as_document(found, audience=audience))
    else:
        sentences_shown(sentences(found, opened.ready, language(), audience=audience))
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
        return work.opened, explain_person(work.opened.ready, run, person, section_id=section, limits=limits)


def _of(
    asked: RunOptions, outcome: Path, method: str | None, person: str, section: str | None
) -> "tuple[Opened, Explanation]":
    """The explanation of an outcome that is there already, with the stages and seed it has."""
    from allocator.competition.explain import explain_person, run_from

    if asked.given is not None or asked.stage != "all" or asked.seed is not None:
        raise Misuse("outcome_has_its_own")
    from allocator.files import no_collection

    with no_collection():
        opened, claimed = open_claimed(asked.case, asked.rulebook, outcome, asked.strict)
    if method not in (None, claimed.method):
        raise Misuse("outcome_has_method")
    _refuse_unknown(opened, person, section)
    limits = limits_of(claimed.method, asked)
    with interruptible(limits), no_collection():
        run = run_from(opened.ready, claimed)
        return opened, explain_person(opened.ready, run, person, section_id=section, limits=limits)


def _refuse_unknown(opened: Opened, person: str, section: str | None) -> None:
    faults = []
    if person not in opened.ready.people:
        faults.append(Fault("unknown_person", table="people", value=person, args={"id": person}))
    if section is not None and section not in opened.ready.bureau.sections:
        faults.append(Fault("unknown_section", table="sections", value=section, args={"id": section}))
    if faults:
        raise InvalidInput(tuple(faults))


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
