"""The verb ``solver``: any problem given as arrays, solved level by level."""

from pathlib import Path
from typing import Annotated, Any

import typer

from allocator.console.failures import DONE, INFEASIBLE, UNPROVEN
from allocator.console.language import words
from allocator.console.options import AsJson, CrossCheck, SolvingOptions, with_groups
from allocator.console.page import Page
from allocator.console.show import bare_document, note
from allocator.console.solving import Teller, interruptible, limits_of
from allocator.faults import Fault, InvalidInput

ProblemFile = Annotated[Path, typer.Argument(metavar="FILE.npz")]


@with_groups
def solver(
    problem: ProblemFile,
    solving: SolvingOptions,
    cross_check: CrossCheck = False,
    as_json: AsJson = False,
) -> int:
    """Solves a problem and gives level values, bounds and column values."""
    from allocator.solver import ProblemError, load, solve

    limits = limits_of(None, solving, cross_check)
    try:
        loaded = load(problem)
        with interruptible(limits):
            solution = solve(loaded, limits=limits, progress=Teller().of_problem)
    except ProblemError as error:
        raise InvalidInput((Fault(error.code, table=problem.name, args=error.arguments),)) from error
    if as_json:
        bare_document(_document(solution))
    else:
        _page(solution).show()
    if solution.status == "infeasible":
        note("error.infeasible")
        return INFEASIBLE
    if solution.status != "optimal":
        note("error.unproven")
        return UNPROVEN
    return DONE


def _document(solution: Any) -> dict[str, Any]:
    return {
        "status": solution.status,
        "levels": [
            {"name": one.name, "sense": one.sense, "value": one.value, "bound": one.bound, "proven": one.proven}
            for one in solution.levels
        ],
        "columns": solution.values.tolist(),
    }


def _page(solution: Any) -> Page:
    page = Page()
    page.say(f"solver.{solution.status}", columns=len(solution.values))
    rows = [
        [
            one.name,
            words(f"sense.{one.sense}"),
            str(one.value),
            words("none") if one.bound is None else str(one.bound),
            words("yes" if one.proven else "no"),
        ]
        for one in solution.levels
    ]
    page.table([words(f"head.{name}") for name in ("level", "sense", "value", "bound", "proven")], rows, [2, 3])
    return page
