"""The levels of each stage, counted from who took which seat; the same quantities for either method."""

from collections.abc import Callable, Iterable, Mapping

from allocator.competition.pools.composition import composition_shortfall
from allocator.competition.pools.mutual import named_sections
from allocator.competition.scoring import PairScores, Scores
from models.common.outcome import Level
from models.competition.codes import Role
from models.competition.rulebook import MINIMISED
from models.competition.standing import Member, Standing

Values = Mapping[str, Callable[[], int]]


def measure_chiefs(scores: Scores, before: Standing, after: Standing) -> tuple[Level, ...]:
    """The levels of the chiefs' stage: posts filled, composites, votes, filed pairs, rounds, lots."""
    bureau = scores.bureau
    won = [scores.pair[m.person_id, m.section_id] for m in decided(before, after, "chief")]
    values: dict[str, Callable[[PairScores], int]] = {
        "posts_filled": lambda _: 1,
        "composite": lambda pair: pair.composite or 0,
        "votes": lambda pair: pair.votes,
        "applied": lambda pair: int(pair.applied),
        "round": lambda pair: pair.round,
        "lot": lambda pair: bureau.pair_lot(pair.person_id, pair.section_id),
    }
    return tuple(level(name, sum(map(values[name], won))) for name in bureau.rulebook.objective.chiefs)


def measure_clerks(scores: Scores, before: Standing, after: Standing) -> tuple[Level, ...]:
    """The levels of the clerks' stage; only mutual and one-sided seats count beyond the number placed."""
    bureau = scores.bureau
    seated = decided(before, after, "clerk")
    mutual = [m for m in seated if m.basis == "mutual"]
    directed = [m for m in seated if m.basis == "directed"]
    filed = {m.person_id: frozenset(bureau.clerk_filings.get(m.person_id, {}).values()) for m in directed}
    named = named_sections(bureau, filed, {p: dict.fromkeys(s, 0) for p, s in filed.items()}, "clerk")
    one_sided = [m for m in directed if m.section_id in named[m.person_id]]
    values: Values = {
        "placed": lambda: len(seated),
        "mutual": lambda: len(mutual),
        "quantification": lambda: quantification_sum(scores, mutual),
        "one_sided": lambda: len(one_sided),
        "round": lambda: sum(m.round or 0 for m in mutual),
        "pick_order": lambda: sum(m.pick_order or 0 for m in mutual),
        "lot": lambda: lot_sum(scores, [*mutual, *one_sided]),
    }
    return tuple(level(name, values[name]()) for name in bureau.rulebook.objective.clerks)


def measure_institution(
    scores: Scores, before: Standing, after: Standing, sections: Iterable[str] | None = None
) -> tuple[Level, ...]:
    """The levels of the institution stage; the shortfall counts everybody, the rest only whom the stage seats.

    ``sections`` are those whose shortfall counts: all, unless ``after`` is a part of an outcome.
    """
    bureau = scores.bureau
    seated = decided(before, after, "institution")
    values: Values = {
        "required": lambda: sum(m.basis == "required" for m in seated),
        "placed": lambda: len(seated),
        "shortfall": lambda: composition_shortfall(bureau, after, sections),
        "quantification": lambda: quantification_sum(scores, seated),
        "round": lambda: sum(m.round or 0 for m in seated),
        "pick_order": lambda: sum(m.pick_order or 0 for m in seated),
        "lot": lambda: lot_sum(scores, seated),
    }
    return tuple(level(name, values[name]()) for name in bureau.rulebook.objective.institution)


def decided(before: Standing, after: Standing, role: Role) -> list[Member]:
    """The members whom a stage seated in its role."""
    return [m for m in after.members if m.role == role and m.person_id not in before.seated]


def quantification_sum(scores: Scores, members: list[Member]) -> int:
    """The sum of the members' quantifications, in thousandths."""
    return sum(scores.people[m.person_id].quantification or 0 for m in members)


def lot_sum(scores: Scores, members: list[Member]) -> int:
    """The sum of the draws: of the seat with its round for mutual seats, of the pair for all others."""
    bureau = scores.bureau
    return sum(
        bureau.seat_lot(m.person_id, m.section_id, m.round)
        if m.basis == "mutual" and m.round is not None
        else bureau.pair_lot(m.person_id, m.section_id)
        for m in members
    )


def level(name: str, value: int) -> Level:
    """A level that was counted, not proven."""
    return Level(name=name, sense="min" if name in MINIMISED else "max", value=value, bound=None, proven=False)
