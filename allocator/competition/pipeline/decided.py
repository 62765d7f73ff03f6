"""How a decision of the party group departs from a method's proposal: a tie confirmed, or a choice with a price."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from allocator.competition.pipeline.given import Given
from allocator.competition.pipeline.stages import ROLE_OF
from allocator.competition.results import StageResult
from allocator.competition.rules import confirmed_sections
from allocator.competition.scoring import Scores
from models.common.base import Method
from models.common.outcome import Argument, Notice
from models.competition.codes import Stage
from models.competition.standing import Standing

if TYPE_CHECKING:  # the solver is heavy and only the optimal method needs it
    from allocator.competition.optimum import Weighed
    from allocator.solver import Limits


@dataclass(frozen=True, slots=True)
class Differing:
    """Who was decided for a section and whom the method proposes; the two are not the same people."""

    section_id: str
    decided: tuple[str, ...]
    proposed: tuple[str, ...]


def differing_sections(stage: Stage, before: Standing, proposed: Standing, given: Given) -> tuple[Differing, ...]:
    """The sections, in order, whose people are not those proposed."""
    decided_in = _decided(stage, given)
    proposed_in: dict[str, list[str]] = {}
    for member in proposed.members:
        if member.role == ROLE_OF[stage] and member.person_id not in before.seated:
            proposed_in.setdefault(member.section_id, []).append(member.person_id)
    found = []
    for section_id in sorted(decided_in.keys() | proposed_in.keys()):
        pair = (decided_in.get(section_id, frozenset()), frozenset(proposed_in.get(section_id, ())))
        if pair[0] != pair[1]:
            found.append(Differing(section_id, *(tuple(sorted(people)) for people in pair)))
    return tuple(found)


def _decided(stage: Stage, given: Given) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for member in given.of(stage):
        found.setdefault(member.section_id, set()).add(member.person_id)
    return {section_id: frozenset(people) for section_id, people in found.items()}


def _everywhere(scores: Scores, stage: Stage, given: Given) -> dict[str, frozenset[str]]:
    """Every section with the people decided for it, perhaps nobody."""
    nobody: frozenset[str] = frozenset()
    return dict.fromkeys(scores.bureau.sections, nobody) | _decided(stage, given)


def decisions_told(
    method: Method,
    scores: Scores,
    before: Standing,
    proposal: StageResult,
    given: Given,
    differing: tuple[Differing, ...],
    limits: Limits | None = None,
) -> Iterator[Notice]:
    """One notice a section decided otherwise than proposed, and what the stage loses by it (articles 13 and 17).

    A decision that reaches every level before the draw confirms a tie of the optimum. A decision that the procedure
    comes to as well, with another draw and every level before the draw as it was, confirms a tie of the procedure.
    """
    stage = proposal.stage
    proven = method == "optimal" and all(level.proven for level in proposal.levels)
    weighed = _weighed(scores, before, proposal, given, differing, limits) if proven and differing else None
    if method == "rules":
        told = tuple(one.section_id for one in differing)
        as_good = confirmed_sections(scores, before, proposal, _everywhere(scores, stage, given), told)
    else:
        as_good = frozenset() if weighed is None else weighed.as_good
    for one in differing:
        args: dict[str, Argument] = {"stage": stage, "section_id": one.section_id}
        args |= {"decided": one.decided, "proposed": one.proposed}
        if one.section_id in as_good:
            by = {
                who for section, role, who in given.authorities if (section, role) == (one.section_id, ROLE_OF[stage])
            }
            yield Notice(code="tie_confirmed", args={**args, "authority": tuple(sorted(by))})
        else:
            yield Notice(code="decision_differs", args=args)
    if weighed is not None and weighed.shortfall is not None:
        short = weighed.shortfall
        price: Mapping[str, Argument] = {"level": short.level, "reached": short.decided, "best": short.proposed}
        yield Notice(code="decision_price", args={"stage": stage, **price})


def _weighed(
    scores: Scores,
    before: Standing,
    proposal: StageResult,
    given: Given,
    differing: tuple[Differing, ...],
    limits: Limits | None,
) -> Weighed:
    from allocator.competition import optimum
    from allocator.solver import Limits

    formulate = {
        "chiefs": optimum.formulate_chiefs,
        "clerks": optimum.formulate_clerks,
        "institution": optimum.formulate_institution,
    }[proposal.stage]
    formulation = formulate(scores, before)
    decided = _everywhere(scores, proposal.stage, given)
    sections = tuple(one.section_id for one in differing)
    return optimum.weigh_decision(formulation, decided, sections, proposal.levels, limits or Limits())
