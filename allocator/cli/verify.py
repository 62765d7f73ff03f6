"""The verb ``verify``: an outcome held against the case and every rule, without the solver."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from allocator.console.failures import DONE, REFUTED
from allocator.console.options import AsJson, Case, Rulebook, Strict
from allocator.console.outputs import PROOF
from allocator.console.session import audited, open_claimed
from allocator.console.show import document
from allocator.console.verdict import verdict_document, verdict_page

if TYPE_CHECKING:
    pass

OutcomeFile = Annotated[Path, typer.Argument(metavar="OUTCOME.json")]
ProofFolder = Annotated[str | None, typer.Option("--proof", metavar="[DIR]")]


def verify(
    case: Case,
    outcome: OutcomeFile,
    proof: ProofFolder = None,
    rulebook: Rulebook = None,
    strict: Strict = False,
    as_json: AsJson = False,
) -> int:
    """Re-checks every rule and recomputes every number; exit code 6 when anything is not as it should be."""
    opened, claimed = open_claimed(case, rulebook, outcome, strict)
    screen = opened.exercise.screen
    violations = audited(opened, claimed)
    verdict = None if proof is None else screen.proof(opened, claimed, Path(proof or outcome.parent / PROOF))
    if as_json:
        told = {} if verdict is None else {"proof": dict(verdict.document)}
        document({**verdict_document(violations, verdict), **told})
    else:
        verdict_page(opened, claimed, violations, verdict).show()
        if verdict is not None:
            verdict.page.show()
    return REFUTED if violations or (verdict is not None and not verdict.accepted) else DONE
