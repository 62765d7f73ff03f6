"""The smallest exercise there is: clerks wish for one another's desks. It shows what every exercise must say."""

import datetime as dt
from itertools import permutations
from types import SimpleNamespace
from typing import Annotated, Any, Literal

from pydantic import AfterValidator

from allocator.checking.listing import listed
from allocator.checking.material import Material, Tables
from allocator.checking.rows import unknown_ids
from allocator.console.page import Page
from allocator.files import outcome_bytes, outcomes, rulebooks
from allocator.files.form import CaseForm
from allocator.files.layout import Column, Kind, Layout
from allocator.files.rulebooks import RulebookForm
from allocator.labels import Wording
from allocator.words.tables import CASE_HEADINGS, EXERCISE_KEY
from models.common.base import Frozen, Id, Method, Text
from models.common.canonical import sha256
from models.common.outcome import Draw, Named


class Clerk(Frozen):
    clerk_id: Id
    wish: Id


class Info(Frozen):
    exercise: Literal["toy"] = "toy"
    name: Text
    reference_date: dt.date


class Case(Frozen):
    case: Info
    clerks: Annotated[tuple[Clerk, ...], AfterValidator(lambda rows: tuple(sorted(rows, key=lambda r: r.clerk_id)))]


class Rulebook(Frozen):
    name: Text = "toy"


class Outcome(Frozen):
    method: Method
    case: Named
    lottery: Draw
    status: Literal["complete", "optimal"]
    desks: dict[Id, Id]
    met: int
    warnings: tuple[()] = ()


def column(name: str, kind: Kind = "id") -> Column:
    return Column(name, (name,), kind, True)


def form(_rulebook: Any = None) -> CaseForm:
    key = tuple(Column(one, (one, chinese), "text", True) for one, chinese in CASE_HEADINGS.items())
    clerks = Layout("clerks", (column("clerk_id"), column("wish")), title="clerks", row_type=Clerk, key=("clerk_id",))
    exercise = Column(EXERCISE_KEY[0], EXERCISE_KEY, "code", False, codes=(("toy", "toy"),))
    return CaseForm(
        exercise="toy",
        layouts={"case": Layout("case", key, title="case", key=("key",)), "clerks": clerks},
        required=("case", "clerks"),
        info=Info,
        info_rows=(column("name", "text"), column("reference_date", "date"), exercise),
        written=("exercise", "name", "reference_date"),
        listed={},
        points={},
    )


def check(draft: Any, rulebook: Any, _seed: Any) -> Any:
    material = Material.from_draft(draft, rulebook, Tables({"clerks": Clerk}, {"clerks": "clerk_id"}))
    known = material.known("clerks") or frozenset()
    faults = [*draft.faults, *unknown_ids(material, "clerks", "wish", known, "unknown_section")]
    if faults:
        return SimpleNamespace(case=None, ready=None, faults=listed(faults), warnings=())
    case = Case(case=draft.info, clerks=tuple(at.value for at in material.rows["clerks"]))
    return SimpleNamespace(case=case, ready=case, faults=(), warnings=())


def wishes_met(case: Case, desks: dict[str, str]) -> int:
    return sum(desks[clerk.clerk_id] == clerk.wish for clerk in case.clerks)


def solved(case: Case, method: Method) -> Any:
    """By hand everybody stays; the optimum meets as many wishes as can be."""
    people = [clerk.clerk_id for clerk in case.clerks]
    plans = [dict(zip(people, order, strict=True)) for order in permutations(people)]
    plan = plans[0] if method == "rules" else max(plans, key=lambda one: wishes_met(case, one))
    outcome = Outcome(
        method=method,
        case=Named(name=case.case.name, sha256=sha256(case)),
        lottery=Draw(seed=case.case.name, source="default"),
        status="complete" if method == "rules" else "optimal",
        desks=plan,
        met=wishes_met(case, plan),
    )
    return SimpleNamespace(outcome=outcome)


class Screen:
    """Pages of plain lines; an exercise of its own takes them from the catalogue."""

    rule = staticmethod(str)
    counted = staticmethod(lambda draft: f"{len(draft.rows['clerks'])} clerks")
    grounds = staticmethod(lambda *_: None)
    grounds_document = staticmethod(lambda checked: {"clerks": len(checked.case.clerks) if checked.case else 0})
    outcome = staticmethod(lambda outcome, *_: Page([f"{who}: {desk}" for who, desk in outcome.desks.items()]))
    outcome_files = staticmethod(lambda _, run: {"outcome.json": outcome_bytes(run.outcome)})
    proof_files = staticmethod(lambda *_: {})
    comparison = staticmethod(lambda made, _: Page([f"{made.rules.outcome.met} {made.optimal.outcome.met}"]))
    passed = staticmethod(lambda outcome: f"{outcome.met} wishes met")


class Toy:
    name = "toy"
    screen = Screen
    form = staticmethod(form)
    check = staticmethod(check)
    read_rulebook = staticmethod(lambda path: rulebooks.read_rulebook(path, RulebookForm(model=Rulebook)))
    read_outcome = staticmethod(lambda path: outcomes.read_outcome(path, Outcome))
    labels = staticmethod(lambda _, lang: SimpleNamespace(arguments=dict, level=Wording(lang).level))
    refuse_odd = facts = staticmethod(lambda _: None)
    work = staticmethod(lambda opened, _: SimpleNamespace(opened=opened, run=lambda m, *_: solved(opened.case, m)))

    @staticmethod
    def compare(work: Any, *_: Any) -> Any:
        return SimpleNamespace(rules=work.run("rules"), optimal=work.run("optimal"), proven=True)

    @staticmethod
    def audit(opened: Any, outcome: Outcome) -> list[Any]:
        args = {"expected": wishes_met(opened.case, outcome.desks), "found": outcome.met}
        found = SimpleNamespace(rule=None, field="met", code="audit.differs", args=args, sort_key="met")
        return [found] if args["expected"] != args["found"] else []


EXERCISE = Toy()
