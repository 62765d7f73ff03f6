"""Claims: someone lower on a post's own order holds what a person ranked higher wanted, or nobody holds it.

The procedure of article 13-3 leaves no claim on a chief post. The optimum may, and each is shown; that is why the
optimal method is advisory. In mutual choice a claim is one that the section could have answered: both sides want the
seat no later than the holder's round and while the person has none, the pick of that round is free or the holder's own,
and headcount, retention and avoidance allow the change. People who withdrew are directed first (article 15-1); nobody
has a claim on their seats. So the rules' own outcome leaves none.
"""

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace

from allocator.competition.compare.wishes import Wishes
from allocator.competition.pools import InstitutionContest, MutualContest, MutualSeat, chief_contest
from allocator.competition.rules.preferences import POST_CLAUSES
from allocator.competition.scoring import Scores
from models.competition.codes import Role, Stage
from models.competition.outcome import Tie
from models.competition.standing import Member, Standing


@dataclass(frozen=True, slots=True)
class Claim:
    """``person_id`` wanted a seat of ``section_id`` more than what he has, and stands before ``holder`` there.

    ``holder`` is ``None`` where a seat is left empty. ``clause`` is the key of the post's own order that puts the
    person first; ``person_value`` and ``holder_value`` are the figures compared (0 where ids are; the holder's is
    ``None`` too where he is not on the section's list). ``equals`` are those who could have a seat there as well, where
    only the draw kept the person out: an outcome with him there is as good on every level before it.
    """

    stage: Stage
    section_id: str
    person_id: str
    holder: str | None
    clause: str
    person_value: int
    holder_value: int | None
    has_section: str | None
    equals: tuple[str, ...] | None = None


def claims_of(
    scores: Scores, wishes: Wishes, stage: Stage, before: Standing, after: Standing, ties: tuple[Tie, ...]
) -> tuple[Claim, ...]:
    """Every claim that a stage's outcome leaves, by section, person and holder; ``ties`` are those of the outcome."""
    if stage == "chiefs":
        found = _chief_claims(scores, wishes, before, after)
    else:
        found = _mutual_claims(scores, wishes, stage, before, after)
    told = (replace(claim, equals=equals_of(ties, claim.person_id, claim.section_id)) for claim in found)
    return tuple(sorted(told, key=lambda c: (c.section_id, c.person_id, c.holder or "")))


def equals_of(ties: Iterable[Tie], person_id: str, section_id: str) -> tuple[str, ...] | None:
    """The others in the ties of a section that a person is part of; ``None`` where there is no such tie."""
    mine = [tie.people for tie in ties if tie.section_id == section_id and person_id in tie.people]
    return tuple(sorted({one for people in mine for one in people} - {person_id})) if mine else None


def _chief_claims(scores: Scores, wishes: Wishes, before: Standing, after: Standing) -> Iterator[Claim]:
    orders = wishes.orders
    for pair in chief_contest(scores, before).pairs:
        own = after.seated.get(pair.person_id)
        if own is not None and wishes.rank(pair.person_id, own) <= (0, *orders.person_key(pair)):
            continue
        has = None if own is None else own.section_id
        holder = after.chief_of(pair.section_id)
        if holder is None:
            yield Claim("chiefs", pair.section_id, pair.person_id, None, "vacant", pair.composite or 0, None, has)
            continue
        rival = scores.pair.get((holder, pair.section_id))
        if rival is None or orders.post_key(pair) >= orders.post_key(rival):
            continue
        clause = orders.posts_clause(pair, rival)
        mine, theirs = _figures(clause, orders.post_key(pair), orders.post_key(rival))
        yield Claim("chiefs", pair.section_id, pair.person_id, holder, clause, mine, theirs, has)


def _figures(clause: str, mine: tuple[int | str, ...], theirs: tuple[int | str, ...]) -> tuple[int, int]:
    """The figures behind a clause, as people write them (keys hold what is better when higher negated)."""
    if clause == "id":
        return 0, 0
    position = POST_CLAUSES.index(clause)
    return abs(int(mine[position])), abs(int(theirs[position]))


def _mutual_claims(scores: Scores, wishes: Wishes, stage: Stage, before: Standing, after: Standing) -> Iterator[Claim]:
    role: Role = "clerk" if stage == "clerks" else "institution"
    contest = wishes.contest(stage, before)
    wanted_seats: dict[tuple[str, str], list[MutualSeat]] = {}
    for seat in contest.mutual:
        wanted_seats.setdefault((seat.person_id, seat.section_id), []).append(seat)
    first = contest.withdrawn if isinstance(contest, MutualContest) else frozenset()
    swap = _Swap(scores, role, after)
    holders: dict[str, list[tuple[Member, int]]] = {}
    for (person_id, section_id), seats in wanted_seats.items():
        own = after.seated.get(person_id)
        rank, rounds = seats[0].pick_order, {seat.round for seat in seats if _still_without(own, seat.round)}
        wanted = (1, wishes.filed_round(person_id, section_id, role) or 0)
        if not rounds or (own is not None and wishes.rank(person_id, own) <= wanted):
            continue
        has = None if own is None else own.section_id
        if swap.possible(person_id, section_id, None, rounds):
            yield Claim(stage, section_id, person_id, None, "vacant", rank, None, has)
        if section_id not in holders:
            holders[section_id] = [(m, _rank_of(scores, m)) for m in _decided(before, after, section_id, role)]
        for holder, theirs in holders[section_id]:
            in_time = {r for r in rounds if holder.basis != "mutual" or r <= (holder.round or 0)}
            if holder.basis == "required" or holder.person_id in first or theirs <= rank or not in_time:
                continue
            if swap.possible(person_id, section_id, holder.person_id, in_time):
                shown = theirs if holder.person_id in scores.bureau.pick_rank.get(section_id, {}) else None
                yield Claim(stage, section_id, person_id, holder.person_id, "pick_order", rank, shown, has)
    if isinstance(contest, InstitutionContest):
        yield from _required_claims(scores, wishes, contest, before, after, swap)


def _still_without(own: Member | None, round_: int) -> bool:
    """Whether the person has no seat yet when a round is played: required seats come first, direction last."""
    if own is None or own.basis == "directed":
        return True
    return own.basis == "mutual" and round_ < (own.round or 0)


def _required_claims(
    scores: Scores, wishes: Wishes, contest: InstitutionContest, before: Standing, after: Standing, swap: "_Swap"
) -> Iterator[Claim]:
    """Claims on the seat that a section had to keep for one of its own, by its order of them (article 16)."""
    for section_id, candidates in contest.required_people.items():
        ranks = dict(candidates)
        holder = next((m for m in _decided(before, after, section_id, "institution") if m.basis == "required"), None)
        for person_id, rank in candidates:
            own = after.seated.get(person_id)
            wanted = (1, wishes.filed_round(person_id, section_id, "institution") or 0)
            if own is not None and wishes.rank(person_id, own) <= wanted:
                continue
            has = None if own is None else own.section_id
            if holder is None:
                if swap.possible(person_id, section_id, None):
                    yield Claim("institution", section_id, person_id, None, "vacant", rank, None, has)
            elif _before(scores, person_id, rank, holder.person_id, ranks[holder.person_id]) and swap.possible(
                person_id, section_id, holder.person_id
            ):
                clause, mine, theirs = _required_figures(scores, section_id, person_id, holder.person_id)
                yield Claim("institution", section_id, person_id, holder.person_id, clause, mine, theirs, has)


def _required_figures(scores: Scores, section_id: str, one: str, other: str) -> tuple[str, int, int | None]:
    """By what a section's order of its own people puts one before the other: the list, or else the quantification."""
    listed = scores.bureau.pick_rank.get(section_id, {})
    if one in listed:
        return "pick_order", listed[one], listed.get(other)
    people = scores.people
    return "quantification", people[one].quantification or 0, people[other].quantification or 0


def _before(scores: Scores, one: str, one_rank: int, other: str, other_rank: int) -> bool:
    """Whether the section's own order of its people puts one before the other, the draw apart."""
    people = scores.people
    return (one_rank, -(people[one].quantification or 0)) < (other_rank, -(people[other].quantification or 0))


def _decided(before: Standing, after: Standing, section_id: str, role: Role) -> Iterable[Member]:
    return [m for m in after.of_section(section_id) if m.role == role and m.person_id not in before.seated]


def _rank_of(scores: Scores, member: Member) -> int:
    ranks = scores.bureau.pick_rank.get(member.section_id, {})
    return ranks.get(member.person_id, len(ranks) + 1)


class _Swap:
    """Whether picks, headcount, retention and avoidance would let one person take another's seat, or an empty one."""

    def __init__(self, scores: Scores, role: Role, after: Standing) -> None:
        self._bureau = scores.bureau
        self._role = role
        self._after = after
        self._sections: dict[str, _Inside] = {}

    def possible(self, person_id: str, section_id: str, holder: str | None, rounds: Set[int] = frozenset()) -> bool:
        """Whether the person could sit in the section in place of the holder (``None``: beside everybody).

        ``rounds`` are those in which both sides want the seat: the section's one pick of some of them must be free.
        """
        inside, leaving = self._inside(section_id), {holder}
        if rounds and all(inside.picks.get(round_, leaving) - leaving for round_ in rounds):
            return False
        if holder is None and inside.seated >= self._bureau.sections[section_id].headcount - 1:
            return False
        avoided = self._bureau.avoided.get(person_id)
        if avoided is not None and avoided & inside.people - leaving:
            return False
        if not self._bureau.is_original(person_id, section_id):
            return True
        own_cap = self._role == "clerk"
        cap = self._bureau.retain(section_id) if own_cap else self._bureau.rulebook.institution.retain
        return len(inside.kept - leaving) < cap

    def _inside(self, section_id: str) -> "_Inside":
        known = self._sections.get(section_id)
        if known is None:
            known = self._sections[section_id] = self._counted(section_id)
        return known

    def _counted(self, section_id: str) -> "_Inside":
        members = self._after.of_section(section_id)
        picks: dict[int | None, set[str | None]] = {}
        for member in members:
            if member.role == self._role and member.basis == "mutual":
                picks.setdefault(member.round, set()).add(member.person_id)
        own = (m for m in members if m.role == self._role and self._bureau.is_original(m.person_id, section_id))
        return _Inside(
            people=frozenset(member.person_id for member in members),
            seated=sum(member.role != "chief" for member in members),
            kept=frozenset(member.person_id for member in own),
            picks=picks,
        )


@dataclass(frozen=True, slots=True)
class _Inside:
    """A section as an outcome has it: its people, how many beside the chief, its own whom it keeps in the role, and
    who is its pick of each round."""

    people: Set[str]
    seated: int
    kept: Set[str]
    picks: Mapping[int | None, Set[str | None]]
