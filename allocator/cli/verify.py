"""The verb ``verify``: an outcome held against the case and every rule, without the solver."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from allocator.cli._failures import DONE, REFUTED
from allocator.cli._language import language, words
from allocator.cli._options import AsJson, Case, Rulebook, Strict
from allocator.cli._page import Page
from allocator.cli._proof import PROOF, proof_checked, proof_document, proof_page
from allocator.cli._session import Opened, open_claimed
from allocator.cli._show import document

if TYPE_CHECKING:
    from allocator.certificates import ProofVerdict
    from allocator.competition.audit import Violation
    from models.competition.outcome import Outcome

OutcomeFile = Annotated[Path, typer.Argument(metavar="OUTCOME.json")]
ProofFolder = Annotated[str | None, typer.Option("--proof", metavar="[DIR]")]
NOT_CHECKED = ("optimality", "bounds", "uniqueness", "versions")


def verify(
    case: Case,
    outcome: OutcomeFile,
    proof: ProofFolder = None,
    rulebook: Rulebook = None,
    strict: Strict = False,
    as_json: AsJson = False,
) -> int:
    """Re-checks every rule and recomputes every number; exit code 6 when anything is not as it should be."""
    opened, claimed = open_claimed(case, rulebook, outcome, strict=strict)
    violations = audited(opened, claimed)
    verdict = None if proof is None else proof_checked(opened, claimed, Path(proof or outcome.parent / PROOF))
    if as_json:
        document({**_document(violations, verdict), **proof_document(verdict)})
    else:
        verdict_page(claimed, violations, verdict).show()
        if verdict is not None:
            proof_page(verdict).show()
    return REFUTED if violations or (verdict is not None and not verdict.accepted) else DONE


def audited(opened: Opened, outcome: "Outcome") -> tuple["Violation", ...]:
    """Everything about an outcome that is not as the rules or the case say."""
    from allocator.competition.audit import audit

    facts = opened.facts if opened.facts.seed == outcome.lottery.seed else None
    return audit(opened.case, opened.rulebook, outcome, case_warnings=opened.checked.warnings, facts=facts)


def verdict_page(outcome: "Outcome", violations: tuple["Violation", ...], proof: "ProofVerdict | None" = None) -> Page:
    """The violations by rule, and what was not re-checked."""
    page = Page()
    page.heading("verify.heading", method=words(f"method.{outcome.method}"), case=outcome.case.name)
    if violations:
        page.say("verify.refuted", count=len(violations))
        counts = Counter(_rule(one) for one in violations)
        page.table([words("head.rule"), words("head.count")], [[r, str(n)] for r, n in sorted(counts.items())], [1])
        rows = [
            [_rule(one), one.field, _sentence(one)] for one in sorted(violations, key=lambda v: (_rule(v), v.sort_key))
        ]
        page.table([words("head.rule"), words("head.field"), words("head.violation")], rows)
    else:
        page.say("verify.passed", placements=len(outcome.placements))
    page.say("verify.not_checked", what=[words(f"verify.not.{name}") for name in _not_checked(proof)])
    return page


def _not_checked(proof: "ProofVerdict | None") -> tuple[str, ...]:
    """What stays unchecked: a proof that holds for every level settles optimality and its bounds."""
    settled = proof is not None and proof.accepted and not any(stage.open_levels for stage in proof.stages)
    return NOT_CHECKED[2:] if settled else NOT_CHECKED


def _rule(violation: "Violation") -> str:
    from allocator.words import article_text
    from models.competition.rule_ids import RULES

    if violation.rule is None:
        return words("verify.no_rule")
    article = article_text(RULES[violation.rule].article, language())
    return words("verify.rule", rule=words(f"rule.{violation.rule}"), article=article)


def _sentence(violation: "Violation") -> str:
    from allocator.words import describe

    return describe(violation.code, violation.args, language())


def _document(violations: tuple["Violation", ...], proof: "ProofVerdict | None") -> dict[str, Any]:
    return {
        "passed": not violations and (proof is None or proof.accepted),
        "violations": [
            {
                "rule": one.rule,
                "field": one.field,
                "code": one.code,
                "args": {name: list(v) if isinstance(v, tuple) else v for name, v in one.args.items()},
                "text": _sentence(one),
            }
            for one in violations
        ],
        "not_checked": list(_not_checked(proof)),
    }
