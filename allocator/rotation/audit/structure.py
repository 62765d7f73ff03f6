"""Whether an outcome is of this case and this rulebook, names only what is known, and stands in order."""

from collections.abc import Iterator, Sequence

from allocator.rotation.audit.told import Told
from allocator.rotation.audit.violation import Violation, breach, differs
from models.common.canonical import sha256
from models.common.outcome import Level
from models.rotation.codes import MINIMISED
from models.rotation.rule_ids import RuleId


def same_case(told: Told) -> Iterator[Violation]:
    """The case and the rulebook are the ones the outcome names; nothing was given to it beforehand."""
    outcome, facts = told.outcome, told.facts
    expected = {
        "case.name": (outcome.case.name, facts.case.case.name),
        "case.sha256": (outcome.case.sha256, sha256(facts.case)),
        "rulebook.name": (outcome.rulebook.name, facts.rulebook.name),
        "rulebook.sha256": (outcome.rulebook.sha256, sha256(facts.rulebook)),
    }
    for where, (found, known) in expected.items():
        if found != known:
            yield differs(None, where, known, found)
    if outcome.given is not None:
        yield differs(None, "given", None, outcome.given.sha256)


def draw(told: Told) -> Iterator[Violation]:
    """The seed is the one it is said to be; one given by hand may be any."""
    lottery, info = told.outcome.lottery, told.facts.case.case
    if lottery.source == "case" and lottery.seed != info.lottery_seed:
        yield differs(None, "lottery.seed", info.lottery_seed, lottery.seed)
    if lottery.source == "default":
        if info.lottery_seed is not None:
            yield differs(None, "lottery.source", "case", "default")
        elif lottery.seed != info.name:
            yield differs(None, "lottery.seed", info.name, lottery.seed)


def known_ids(told: Told) -> Iterator[Violation]:
    """Every person and post is of the case; everybody moves once at most, and is listed in order."""
    people, posts = told.facts.officer, told.facts.post
    for name in ("moves", "unmet", "ties"):
        rows = getattr(told.outcome, name)
        ids = [row.person_id for row in rows]
        for at, person in enumerate(ids):
            if person not in people:
                yield breach(None, f"{name}[{at}].person_id", "unknown_person", person_id=person)
        yield from _in_order(name, ids)
    for at, move in enumerate(told.outcome.moves):
        for field in ("from_post", "to_post"):
            if getattr(move, field) not in posts:
                yield breach(None, f"moves[{at}].{field}", "unknown_post", post_id=getattr(move, field))


def _in_order(name: str, ids: Sequence[str]) -> Iterator[Violation]:
    for at in range(1, len(ids)):
        if ids[at] == ids[at - 1]:
            yield breach(None, f"{name}[{at}]", "listed_twice", person_id=ids[at])
        elif ids[at] < ids[at - 1]:
            yield breach(None, f"{name}[{at}]", "out_of_order", person_id=ids[at])


def one_stage(told: Told) -> Iterator[Violation]:
    """There is one stage, the plan, with the levels of the rulebook in its order."""
    stages = told.outcome.stages
    if [stage.stage for stage in stages] != ["plan"]:
        yield differs(None, "stages", ["plan"], [stage.stage for stage in stages])
        return
    names = [level.name for level in stages[0].levels]
    if names != list(told.facts.rulebook.objective.plan):
        yield differs(RuleId.PLAN, "stages[0].levels", told.facts.rulebook.objective.plan, names)


def bounds(told: Told) -> Iterator[Violation]:
    """Senses, bounds and proofs of the levels fit one another and the method, and the status fits them."""
    levels, method = told.outcome.stages[0].levels, told.outcome.method
    proven = True
    for at, level in enumerate(levels):
        where = f"stages[0].levels[{at}]"
        sense = "min" if level.name in MINIMISED else "max"
        if level.sense != sense:
            yield differs(RuleId.PLAN, f"{where}.sense", sense, level.sense)
        if method == "rules" and level.bound is not None:
            yield differs(None, f"{where}.bound", None, level.bound)
        if level.proven and (method == "rules" or not proven or level.bound != level.value):
            yield breach(None, f"{where}.proven", "not_proven", level=level.name)
        if level.bound is not None and _beyond(level):
            yield breach(None, f"{where}.bound", "beyond_bound", level=level.name, value=level.value, bound=level.bound)
        proven = proven and level.proven
    status = "complete" if method == "rules" else "optimal" if proven else "feasible"
    if told.outcome.status != status:
        yield differs(None, "status", status, told.outcome.status)


def _beyond(level: Level) -> bool:
    """Whether a value is better than its own bound."""
    if level.bound is None:
        return False
    return level.value < level.bound if level.sense == "min" else level.value > level.bound
