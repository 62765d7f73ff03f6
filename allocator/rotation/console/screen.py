"""How the results of exchange and rotation are shown and written."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from allocator.console.language import words
from allocator.console.misuse import Misuse
from allocator.console.outputs import json_bytes
from allocator.console.screen import ProofChecked
from allocator.rotation.console.check import counted as counted
from allocator.rotation.console.check import grounds as grounds
from allocator.rotation.console.check import grounds_document as grounds_document
from allocator.rotation.console.comparison import comparison_files as comparison_files
from allocator.rotation.console.comparison import comparison_page
from allocator.rotation.console.outcome import moves_csv, outcome_page, trace_page
from models.rotation.rule_ids import RULES, RuleId

if TYPE_CHECKING:
    from allocator.console.page import Page
    from allocator.exercise import Opened
    from allocator.rotation.compare import Comparison
    from allocator.rotation.labels import Labels
    from allocator.rotation.planning import PlanRun
    from models.rotation.outcome import RotationOutcome


comparison, outcome = comparison_page, outcome_page


def trace(run: "PlanRun", labels: "Labels") -> "Page":
    """The procedure by hand, step by step."""
    return trace_page(run, labels)


def outcome_files(opened: "Opened", run: "PlanRun") -> dict[str, bytes]:
    """The files of a plan by name."""
    from allocator.files import outcome_bytes

    files = {"outcome.json": outcome_bytes(run.outcome), "moves.csv": moves_csv(run.outcome, opened.labels)}
    if run.outcome.method == "rules":
        files["trace.json"] = json_bytes(
            [{"code": step.code, "article": step.article, "args": dict(step.args)} for step in run.trace]
        )
        files["trace.txt"] = trace_page(run, opened.labels).plain().encode()
    return files


def comparison_document(made: "Comparison") -> dict[str, Any]:
    """A comparison as data."""
    from allocator.rotation.compare import document

    return document(made)


def passed(claimed: "RotationOutcome") -> str:
    """That every move was looked at."""
    return words("rotation.verify.passed", moves=len(claimed.moves))


def rule(broken: RuleId | None) -> str:
    """A rule by its name with its article."""
    if broken is None:
        return words("verify.no_rule")
    return words("verify.rule", rule=words(f"rule.{broken}"), article=RULES[broken].article)


def proof_files(_opened: "Opened", _run: "PlanRun") -> dict[str, bytes]:
    """No proof is written beside a plan; its levels are proven by the solver alone."""
    return {}


def proof(_opened: "Opened", _outcome: "RotationOutcome", _folder: Path) -> ProofChecked:
    """Refuses: there is no proof to check.

    Raises:
        Misuse: always.
    """
    raise Misuse("no_proof_here", exercise="rotation")
