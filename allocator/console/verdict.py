"""What came of auditing an outcome, for reading and as data."""

from collections import Counter
from typing import TYPE_CHECKING, Any

from allocator.console.language import language, words
from allocator.console.page import Page

if TYPE_CHECKING:
    from allocator.console.screen import ProofChecked
    from allocator.exercise import Opened, Violation

NOT_CHECKED = ("optimality", "bounds", "uniqueness", "versions")


def verdict_page(
    opened: "Opened", outcome: Any, violations: tuple["Violation", ...], proof: "ProofChecked | None" = None
) -> Page:
    """The violations by rule, and what was not re-checked."""
    page, named = Page(), opened.exercise.screen.rule
    page.heading("verify.heading", method=words(f"method.{outcome.method}"), case=outcome.case.name)
    if violations:
        page.say("verify.refuted", count=len(violations))
        counts = Counter(named(one.rule) for one in violations)
        page.table([words("head.rule"), words("head.count")], [[r, str(n)] for r, n in sorted(counts.items())], [1])
        rows = [
            [named(one.rule), one.field, _sentence(one)]
            for one in sorted(violations, key=lambda v: (named(v.rule), v.sort_key))
        ]
        page.table([words("head.rule"), words("head.field"), words("head.violation")], rows)
    else:
        page.text(opened.exercise.screen.passed(outcome))
    page.say("verify.not_checked", what=[words(f"verify.not.{name}") for name in _not_checked(proof)])
    return page


def _not_checked(proof: "ProofChecked | None") -> tuple[str, ...]:
    """What stays unchecked: a proof that holds for every level settles optimality and its bounds."""
    return NOT_CHECKED[2:] if proof is not None and proof.settled else NOT_CHECKED


def _sentence(violation: "Violation") -> str:
    from allocator.words import describe

    return describe(violation.code, violation.args, language())


def verdict_document(violations: tuple["Violation", ...], proof: "ProofChecked | None") -> dict[str, Any]:
    """The violations, and what was not re-checked, as data."""
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
