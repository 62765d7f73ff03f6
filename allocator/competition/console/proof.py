"""A proof checked from the command line: what each level rests on, or why it is not accepted."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from allocator.competition.console.labels import level_value
from allocator.console.language import joined, words
from allocator.console.page import Page
from allocator.console.screen import ProofChecked

if TYPE_CHECKING:
    from allocator.certificates import ProofVerdict, Refusal
    from allocator.exercise import Opened
    from models.competition.outcome import Outcome


def proof_checked(opened: "Opened", outcome: "Outcome", folder: Path) -> ProofChecked:
    """What came of checking the proof in a folder; one that cannot be read is refused like any other."""
    verdict = _verdict(opened, outcome, folder)
    settled = verdict.accepted and not any(stage.open_levels for stage in verdict.stages)
    return ProofChecked(verdict.accepted, settled, proof_page(verdict), proof_document(verdict))


def _verdict(opened: "Opened", outcome: "Outcome", folder: Path) -> "ProofVerdict":
    from allocator.certificates import ProofError, ProofVerdict, Refusal, read_proof, verify_proof

    try:
        return verify_proof(opened.ready, outcome, read_proof(folder))
    except ProofError as error:
        return ProofVerdict((), (Refusal(error.code, args=error.arguments),))


def proof_page(verdict: "ProofVerdict") -> Page:
    """Every level with its value, the bound of the integers and what it rests on; then the reasons against it."""
    page = Page()
    page.heading("proof.heading")
    levels = [(stage.stage, level) for stage in verdict.stages for level in stage.levels]
    if verdict.accepted:
        grounds = Counter(level.ground for _, level in levels)
        word = grounds["cp_sat"] + grounds["cp_sat_twice"]
        if levels:
            page.say("proof.accepted", integers=grounds["integers"], trying=grounds["trying"], word=word)
        else:
            page.say("proof.nothing")
    else:
        page.say("proof.refused", count=len(verdict.refusals))
        for refusal in verdict.refusals:
            page.text(f"  {_place(refusal)}{_sentence(refusal)}")
    rows = [
        [
            words(f"arg.stage.{stage}"),
            words(f"level.{level.name}"),
            level_value(level.name, level.value),
            level_value(level.name, level.bound),
            words(f"proof.ground.{level.ground}"),
        ]
        for stage, level in levels
    ]
    page.table([words(f"head.{name}") for name in ("stage", "level", "value", "dual_bound", "rests_on")], rows, [2, 3])
    for stage in verdict.stages:
        if stage.open_levels:
            names = joined(words(f"level.{name}") for name in stage.open_levels)
            page.say("proof.open", stage=words(f"arg.stage.{stage.stage}"), levels=names)
    return page


def proof_document(verdict: "ProofVerdict") -> dict[str, Any]:
    """The same as data."""
    stages = [
        {
            "stage": stage.stage,
            "levels": [
                {"name": one.name, "value": one.value, "bound": one.bound, "rests_on": one.ground}
                for one in stage.levels
            ],
            "open": list(stage.open_levels),
        }
        for stage in verdict.stages
    ]
    refusals = [
        {"code": one.code, "stage": one.stage, "level": one.level, "args": dict(one.args), "text": _sentence(one)}
        for one in verdict.refusals
    ]
    return {"accepted": verdict.accepted, "stages": stages, "refusals": refusals}


def _sentence(refusal: "Refusal") -> str:
    return words(f"proof.refused.{refusal.code}", **refusal.args)


def _place(refusal: "Refusal") -> str:
    parts = [] if refusal.stage is None else [words(f"arg.stage.{refusal.stage}")]
    parts += [] if refusal.level is None else [words(f"level.{refusal.level}")]
    return " ".join([*parts, ""]) if parts else ""
