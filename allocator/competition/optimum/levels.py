"""What is better, level by level: the coefficients of every level a rulebook may put in its order."""

from collections.abc import Mapping

import numpy as np

from allocator.competition.optimum.builder import FormulationBuilder
from allocator.competition.scoring import Scores
from allocator.solver import Ints
from models.common.rules import carries
from models.competition.rule_ids import RuleId


@carries(RuleId.CHIEF_ORDER, "level")
def chief_levels(scores: Scores, sheet: FormulationBuilder) -> Mapping[str, Ints]:
    """Posts filled, composites (thousandths), votes, filed pairs, rounds and lots of the chief pairs (article 13)."""
    seats = zip(sheet.person.tolist(), sheet.section.tolist(), strict=True)
    pairs = [scores.pair[sheet.people[p], sheet.sections[s]] for p, s in seats]
    return {
        "posts_filled": sheet.numbers(1 for _ in pairs),
        "composite": sheet.numbers(pair.composite or 0 for pair in pairs),
        "votes": sheet.numbers(pair.votes for pair in pairs),
        "applied": sheet.numbers(int(pair.applied) for pair in pairs),
        "round": sheet.round,
        "lot": draws(sheet),
    }


@carries(RuleId.CLERK_ORDER, "level")
def clerk_levels(scores: Scores, sheet: FormulationBuilder) -> Mapping[str, Ints]:
    """People placed, and of the mutual and one-sided seats what the bureau and the people wanted (article 15)."""
    mutual = sheet.of_kind("mutual").astype(np.int64)
    return {
        "placed": sheet.of_kind("mutual", "one_sided", "neutral").astype(np.int64),
        "mutual": mutual,
        "quantification": mutual * quantifications(scores, sheet),
        "one_sided": sheet.of_kind("one_sided").astype(np.int64),
        "round": mutual * sheet.round,
        "pick_order": mutual * pick_orders(sheet),
        "lot": draws(sheet),
    }


@carries(RuleId.INSTITUTION_ORDER, "level")
def institution_levels(scores: Scores, sheet: FormulationBuilder) -> Mapping[str, Ints]:
    """Duties met, people placed, composition missed, and what people and sections wanted (article 16)."""
    seats = sheet.of_kind("mutual", "required").astype(np.int64)
    return {
        "required": sheet.of_kind("required").astype(np.int64),
        "placed": seats,
        "shortfall": sheet.of_kind("shortfall").astype(np.int64),
        "quantification": seats * quantifications(scores, sheet),
        "round": seats * sheet.round,
        "pick_order": seats * pick_orders(sheet),
        "lot": draws(sheet),
    }


@carries(RuleId.LOT, "level")
def draws(sheet: FormulationBuilder) -> Ints:
    """The published draw of every seat that one side at least named; it ends every remaining tie."""
    return np.where(sheet.columns.is_settled, sheet.columns.draw, 0)


def quantifications(scores: Scores, sheet: FormulationBuilder) -> Ints:
    """The quantification of each column's person, in thousandths."""
    return sheet.columns.by_person(scores.people[p].quantification or 0 for p in sheet.people)


def pick_orders(sheet: FormulationBuilder) -> Ints:
    """The rank of each column's person in the section's list, 0 where it has none."""
    return sheet.columns.pick_order
