"""An outcome put together from what the stages left: codes and numbers only, in one order."""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.metadata import version

import allocator
from allocator.competition.check import in_order
from allocator.competition.pipeline.given import Given
from allocator.competition.results import LeftOut, StageResult
from allocator.competition.scoring import PairScores, Scores
from models.common.base import Method, thousandths_text
from models.common.canonical import sha256
from models.common.lottery import Lottery
from models.common.outcome import Draw, Named, Notice, Status, Versions
from models.common.outcome import Given as GivenHash
from models.competition.codes import STAGES, Stage
from models.competition.outcome import Outcome, Placement, StageReport, Tie, Unplaced, Vacancy
from models.competition.standing import Member, Standing


def assemble(
    scores: Scores,
    method: Method,
    standing: Standing,
    reports: tuple[StageReport, ...],
    results: Mapping[Stage, StageResult],
    left_out: tuple[LeftOut, ...],
    given: Given | None,
    warnings: Iterable[Notice],
) -> Outcome:
    """The outcome of one method; the same input gives the same bytes."""
    bureau = scores.bureau
    return Outcome(
        schema_version=1,
        method=method,
        case=Named(name=bureau.case.case.name, sha256=bureau.case_sha256),
        rulebook=Named(name=bureau.rulebook.name, sha256=sha256(bureau.rulebook)),
        lottery=Draw(seed=bureau.lottery.seed, source=bureau.lottery.source),
        given=None if given is None or not given.stages else GivenHash(sha256=given.sha256),
        versions=versions(),
        status=_status(method, results.values()),
        placements=_placements(scores, standing),
        unplaced=tuple(Unplaced(person_id=one.person_id, track=one.track, reason=one.reason) for one in left_out),
        vacancies=vacancies(scores, standing),
        stages=reports,
        ties=_ties(results.values()),
        follows=tuple(sorted(person for result in results.values() for person in result.follows)),
        warnings=in_order((*warnings, *lottery_notices(bureau.lottery), *_lists_of_others(scores, standing, results))),
    )


@cache
def versions() -> Versions:
    """The programs that decide an outcome."""
    return Versions(allocator=allocator.__version__, ortools=version("ortools"))


def _status(method: Method, results: Iterable[StageResult]) -> Status:
    if method == "rules":
        return "complete"
    return "optimal" if all(result.proven for result in results) else "feasible"


def _placements(scores: Scores, standing: Standing) -> tuple[Placement, ...]:
    pairs = {(pair.person_id, pair.section_id): pair for pair in scores.pairs}
    found = [
        _placement(scores, member, pairs.get((member.person_id, member.section_id))) for member in standing.members
    ]
    return tuple(sorted(found, key=lambda placement: placement.sort_key))


def _placement(scores: Scores, member: Member, pair: PairScores | None) -> Placement:
    """One seat. Votes and composite speak only of chiefs whom the contest itself placed."""
    person = scores.people.get(member.person_id)
    contested = pair if member.role == "chief" and member.basis in ("filed", "written_in") else None
    return Placement(
        person_id=member.person_id,
        section_id=member.section_id,
        role=member.role,
        basis=member.basis,
        round=member.round if member.basis in ("filed", "mutual") else None,
        pick_order=member.pick_order if member.basis == "mutual" else None,
        composite=_score(contested.composite if contested else None),
        quantification=_score(person.quantification if person else None),
        votes=contested.votes if contested else None,
        present=contested.present if contested else None,
    )


def _score(value: int | None) -> str | None:
    return None if value is None else thousandths_text(value)


def vacancies(scores: Scores, standing: Standing) -> tuple[Vacancy, ...]:
    """The free seats of a standing: the chief post where nobody holds it, and every other seat (article 1-2)."""
    found = []
    for section in sorted(scores.bureau.case.sections, key=lambda section: section.section_id):
        others = sum(1 for member in standing.of_section(section.section_id) if member.role != "chief")
        if standing.chief_of(section.section_id) is None:
            found.append(Vacancy(section_id=section.section_id, role="chief", count=1))
        if section.headcount - 1 > others:
            found.append(Vacancy(section_id=section.section_id, role="clerk", count=section.headcount - 1 - others))
    return tuple(found)


def _ties(results: Iterable[StageResult]) -> tuple[Tie, ...]:
    ties = {(STAGES.index(tie.stage), tie.section_id, tie.people): tie for result in results for tie in result.ties}
    return tuple(ties[key] for key in sorted(ties))


def lottery_notices(lottery: Lottery) -> tuple[Notice, ...]:
    """A draw that was not published with the case could have been chosen after the fact; the outcome says so."""
    code = {"case": None, "default": "lottery_default", "option": "lottery_overridden"}[lottery.source]
    return () if code is None else (Notice(code=code, args={"seed": lottery.seed}),)


def _lists_of_others(scores: Scores, standing: Standing, results: Mapping[Stage, StageResult]) -> list[Notice]:
    """Lists made by somebody who is not the chief placed; they stay the section's and are used (article 15-3)."""
    if not {"clerks", "institution"} & results.keys():
        return []
    found = []
    for section_id, chief_id in sorted({(pick.section_id, pick.chief_id or "") for pick in scores.bureau.case.picks}):
        placed = standing.chief_of(section_id)
        if placed is not None and chief_id and chief_id != placed:
            args = {"section_id": section_id, "chief_id": chief_id, "placed": placed}
            found.append(Notice(code="list_of_other_chief", args=args))
    return found
