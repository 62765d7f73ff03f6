"""The files of an outcome of the competition, its procedure step by step, and its proof."""

from typing import TYPE_CHECKING, Any

from allocator.competition.console.outcome import trace_page
from allocator.competition.placements import placements_csv
from allocator.console.language import language
from allocator.console.outputs import PROOF, json_bytes

if TYPE_CHECKING:
    from allocator.competition.labels import Labels
    from allocator.competition.pipeline import Run
    from allocator.console.page import Page
    from allocator.exercise import Opened


def trace(done: "Run", labels: "Labels") -> "Page":
    """The procedure's decisions one by one."""
    return trace_page([step for result in done.results.values() for step in result.trace], labels)


def outcome_files(opened: "Opened", done: "Run") -> dict[str, bytes]:
    """The files of one outcome by name."""
    from allocator.files import outcome_bytes

    files = {
        "outcome.json": outcome_bytes(done.outcome),
        "placements.csv": placements_csv(done.outcome, opened.case, language()),
    }
    steps = [step for result in done.results.values() for step in result.trace]
    if done.outcome.method == "rules":
        files["trace.json"] = json_bytes([_step(step) for step in steps])
        files["trace.txt"] = trace_page(steps, opened.labels).plain().encode()
    return files


def proof_files(opened: "Opened", done: "Run") -> dict[str, bytes]:
    """The proof of an optimum, in a folder of its own; nothing where nothing was proven by multipliers."""
    from allocator.certificates import proof_files as files_of

    found = files_of(opened.case, done.outcome, done.results)
    return {f"{PROOF}/{name}": content for name, content in found.items()}


def _step(step: Any) -> dict[str, Any]:
    args = {name: list(value) if isinstance(value, tuple) else value for name, value in step.args.items()}
    return {"stage": step.stage, "code": step.code, "rule": step.rule, "args": args}
