"""The verb ``explain`` of exchange and rotation: a person with the posts in question, or a post."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from allocator.console.failures import DONE, UNPROVEN
from allocator.console.misuse import Misuse
from allocator.console.session import open_claimed, open_work
from allocator.console.show import document, note, sentences_shown
from allocator.console.solving import Teller, interruptible, limits_of
from allocator.faults import Fault, InvalidInput

if TYPE_CHECKING:
    from allocator.console.options import RunOptions
    from allocator.exercise import Opened
    from allocator.rotation.explain import PersonExplained, PostExplained
    from allocator.solver import Limits
    from models.rotation.outcome import RotationOutcome


def explain(
    asked: RunOptions,
    *,
    person: str | None,
    section: str | None = None,
    post: str | None = None,
    method: Literal["rules", "optimal"] | None = None,
    outcome: Path | None = None,
    audience: Literal["office", "person"] = "office",
    as_json: bool = False,
) -> int:
    """Explains a person, or a post where nobody is named; exit code 5 when something could not be proven."""
    if section is not None:
        raise Misuse("option_of_another", option="--section", exercise="rotation")
    if audience != "office":
        raise Misuse("option_of_another", option="--for", exercise="rotation")
    if person is None and post is None:
        raise Misuse("person_or_post")
    opened, claimed, limits = _of(asked, method, outcome)
    _refuse_unknown(opened, person, post)
    from allocator.rotation.explain import document as as_document
    from allocator.rotation.explain import explain_person, explain_post, sentences

    found: PersonExplained | PostExplained
    if person is None:
        found = explain_post(opened.ready, claimed, str(post))
    else:
        with interruptible(limits):
            asked_posts = () if post is None else (post,)
            found = explain_person(opened.ready, claimed, person, posts=asked_posts, limits=limits)
    if as_json:
        document(as_document(found))
    else:
        sentences_shown(sentences(found, opened.labels))
    return _exit_code(claimed, found)


def _of(
    asked: RunOptions, method: Literal["rules", "optimal"] | None, outcome: Path | None
) -> tuple[Opened, RotationOutcome, Limits | None]:
    """The case with an outcome made now, or with one that is there already."""
    if outcome is None:
        limits = limits_of(method or "rules", asked)
        work = open_work(asked)
        with interruptible(limits):
            return work.opened, work.run(method or "rules", limits, Teller()).outcome, limits
    if asked.given is not None or asked.stage != "all" or asked.seed is not None:
        raise Misuse("outcome_has_its_own")
    opened, claimed = open_claimed(asked.case, asked.rulebook, outcome, asked.strict)
    if method not in (None, claimed.method):
        raise Misuse("outcome_has_method")
    return opened, claimed, limits_of(claimed.method, asked)


def _refuse_unknown(opened: Opened, person: str | None, post: str | None) -> None:
    faults = []
    if person is not None and person not in opened.ready.officers:
        faults.append(Fault("rotation_unknown_person", table="officers", value=person, args={"id": person}))
    if post is not None and post not in opened.ready.posts:
        faults.append(Fault("rotation_unknown_post", table="posts", value=post, args={"id": post}))
    if faults:
        raise InvalidInput(tuple(faults))


def _exit_code(outcome: RotationOutcome, found: PersonExplained | PostExplained) -> int:
    prices = [one.price for one in getattr(found, "posts", ()) if one.price is not None]
    pin_price = getattr(found, "pin_price", None)
    prices += [] if pin_price is None else [pin_price]
    if outcome.status != "feasible" and all(price.proven for price in prices):
        return DONE
    note("error.unproven")
    return UNPROVEN
