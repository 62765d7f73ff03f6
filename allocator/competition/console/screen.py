"""How the results of the competition are shown and written."""

from typing import TYPE_CHECKING, Any

from allocator.competition.console.check import counted as counted
from allocator.competition.console.check import grounds as grounds
from allocator.competition.console.check import grounds_document as grounds_document
from allocator.competition.console.comparison import comparison_page
from allocator.competition.console.comparison_files import comparison_files as comparison_files
from allocator.competition.console.outcome import outcome_page
from allocator.competition.console.proof import proof_checked
from allocator.competition.console.results import outcome_files as outcome_files
from allocator.competition.console.results import proof_files as proof_files
from allocator.competition.console.results import trace as trace
from allocator.console.language import language, words
from allocator.words import article_text
from models.competition.rule_ids import RULES, RuleId

if TYPE_CHECKING:
    from allocator.competition.compare import Comparison
    from models.competition.outcome import Outcome


comparison, outcome, proof = comparison_page, outcome_page, proof_checked


def comparison_document(made: "Comparison") -> dict[str, Any]:
    """A comparison as data."""
    from allocator.competition.compare import document

    return document(made)


def passed(claimed: "Outcome") -> str:
    """That every placement was looked at."""
    return words("verify.passed", placements=len(claimed.placements))


def rule(broken: RuleId | None) -> str:
    """A rule by its name with its article."""
    if broken is None:
        return words("verify.no_rule")
    return words("verify.rule", rule=words(f"rule.{broken}"), article=article_text(RULES[broken].article, language()))
