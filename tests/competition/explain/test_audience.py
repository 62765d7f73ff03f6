"""What a person reads of others: what is published, and nothing else."""

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from allocator.competition.explain import Explanation, document, sentences
from allocator.competition.scoring import Scores
from models.common.base import Method, thousandths_text
from models.competition.case import KEYS, Case
from tests.competition.agreement.product import Opened
from tests.competition.explain.changing import METHODS, QUICK, TINY, explained, scored, tiny_case

EACH = [pytest.param(i, marks=() if i in QUICK else (pytest.mark.exhaustive,), id=str(i)) for i in range(TINY)]
ID, NAME = re.compile(r"ID-\w+?-END"), re.compile(r"NAME-\w+?-END")
PEOPLE_COLUMNS = ("person_id", "person_a", "person_b", "chief_id")
OTHERS = {"holder", "loser", "sitting"}
"""The only arguments that may name somebody else."""
OWN_NUMBERS = {
    *("round", "rounds", "choice", "composite", "rate", "votes", "present", "needed", "short", "floor", "own_rank"),
    *("has_round", "pick_order", "wish", "quantification", "cap", "count"),
}
WORDS = {"section_id", "role", "bar", "track", "clause", "reason", "has_section", "own_role", "ground", "authority"}
PUBLISHED = {"holder_composite", "loser_composite"}


@cache
def marked(index: int) -> Opened:
    """A tiny case with ids and names that nothing else can be mistaken for."""
    case = tiny_case(index)
    tables: dict[str, Any] = {}
    for table in KEYS:
        rows = getattr(case.case, table)
        tables[table] = tuple(row.model_copy(update=_marked(row)) for row in rows)
    changed = Case(case=case.case.case, **tables)
    return Opened(changed, case.rulebook, scored(changed, case.rulebook), ())


@cache
def marked_explained(index: int, method: Method) -> tuple[Explanation, ...]:
    """Everybody of the marked case explained."""
    return explained(marked(index), method)[1]


def _marked(row: Any) -> dict[str, str]:
    columns = [name for name in PEOPLE_COLUMNS if getattr(row, name, None) is not None]
    found = {name: f"ID-{getattr(row, name)}-END" for name in columns}
    if hasattr(row, "staffing"):
        found["name"] = f"NAME-{row.person_id}-END"
    return found


def arguments(found: Any) -> Iterator[tuple[str, str, Any, dict[str, Any]]]:
    """Every argument of every reason: its post's section, its name, its value, all arguments."""
    for section_id, reasons in [
        (None, found["why"]),
        *((post["section_id"], post["reasons"]) for post in found["posts"]),
    ]:
        for reason in reasons:
            for name, value in reason["args"].items():
                yield section_id or reason["args"].get("section_id"), name, value, reason["args"]


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("index", EACH)
def test_a_person_reads_nothing_of_others_that_is_not_published(index: int, method: Method) -> None:
    """Ids and names: whoever holds the post or stands next in its ranking. Numbers: their composites, and one's own."""
    case = marked(index)
    for explanation in marked_explained(index, method):
        found = document(explanation, audience="person")
        named = own_or_published(case.scores, explanation, found)
        assert set(ID.findall(json.dumps(found))) <= named
        for lang in ("zh", "en"):
            said = "\n".join(line.text for line in sentences(explanation, case.scores, lang, audience="person"))  # type: ignore[arg-type]
            assert set(NAME.findall(said)) <= {one.replace("ID", "NAME") for one in named}
            assert not ID.search(said)


def own_or_published(scores: Scores, explanation: Explanation, found: dict[str, Any]) -> set[str]:
    """Checks every argument, price and need of a document; gives the ids that may occur in it."""
    who = explanation.person_id
    named = {who}
    for section_id, name, value, args in arguments(found):
        assert name in OTHERS | OWN_NUMBERS | WORDS | PUBLISHED
        if name in OTHERS:
            named.update([value] if isinstance(value, str) else value)
        if name in PUBLISHED:
            pair = scores.pair[args[name.removesuffix("_composite")], section_id]
            assert pair.admissible and value == thousandths_text(pair.composite or 0)
        if name in ("composite", "votes"):
            pair = scores.pair[who, section_id]
            assert value == (thousandths_text(pair.composite or 0) if name == "composite" else pair.votes)
        if name == "quantification":
            assert value == thousandths_text(scores.people[who].quantification or 0)
        if name == "pick_order":
            assert value == scores.bureau.pick_rank[section_id][who]
    for post in found["posts"]:
        price = post["price"]
        if price is not None:
            assert price.keys() == {"section_id", "role", "mode", "possible", "rule", "proven", "first"}
            hidden = {"votes", "quantification", "pick_order", "lot", "shortfall"}
            assert (
                price["first"] is None or price["first"]["name"] not in hidden or price["first"]["difference"] is None
            )
        for need in post["would_have_won_with"]:
            assert need["withheld"] == ("needed" not in need)
            if need["quantity"] == "votes":
                ballots = scores.bureau.case.ballots
                key = (who, post["section_id"], need["group"])
                own = [row.votes for row in ballots if (row.person_id, row.section_id, row.group) == key]
                assert need["now"] == sum(own)
    return named


@pytest.mark.parametrize("method", METHODS)
def test_the_office_reads_what_a_person_does_not(method: Method) -> None:
    """The office's document names more people than the person's: the whitelist is at work in these cases."""
    more = 0
    for index in QUICK:
        for explanation in marked_explained(index, method):
            office, person = (json.dumps(document(explanation, audience=a)) for a in ("office", "person"))  # type: ignore[arg-type]
            assert set(ID.findall(person)) <= set(ID.findall(office))
            more += len(set(ID.findall(office))) - len(set(ID.findall(person)))
    assert more
