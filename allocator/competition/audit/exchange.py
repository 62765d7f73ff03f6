"""Small exchanges: one or two people of a stage take other seats, and every level before the draw is kept.

Whatever such an exchange gives or takes is tied. It needs no solver and no proof: the rules and the levels are worked
out for the few sections concerned. Ties for which three people or more must move together are not found.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property
from itertools import takewhile
from typing import NamedTuple

from allocator.competition.audit.chiefs import overtaken
from allocator.competition.audit.ledger import Ledger
from allocator.competition.audit.levels import level_names, section_shortfall
from allocator.competition.audit.options import REQUIRED, is_named, options_held, wishes
from allocator.competition.audit.replay import ROLE_OF
from models.competition.codes import Stage

Gain = tuple[int, ...]
Seat = tuple[str, str]


class Place(NamedTuple):
    """A seat of the stage: ``round`` is that of a mutual seat; ``wished`` unless neither side named the other."""

    section: str
    round: int | None
    wished: bool


OUT = Place("", None, True)
"""No seat at all."""
NEUTRAL = Place("", None, False)
"""Some seat that neither side named."""


class Exchanges:
    """The exchanges of one stage of an outcome that would change a seat other than those ``told`` to be tied."""

    def __init__(self, ledger: Ledger, stage: Stage, told: Set[Seat]) -> None:
        self._ledger, self._stage, self._facts, self._told = ledger, stage, ledger.facts, told
        before = list(takewhile(lambda name: name != "lot", level_names(ledger.facts, stage)))
        self._names = [name for name in before if name != "shortfall"]
        self._shortfall = "shortfall" in before

    def seats(self) -> Iterator[Seat]:
        """The section and person of each such wished-for seat, some more than once."""
        none = (0,) * len(self._names)
        for person, gains in self._gains.items():
            for gain, places in gains.items():
                needed = tuple(-part for part in gain)
                for place in places:
                    new = self._is_new(person, place)
                    if gain == none and new:
                        yield from self._changed({person: place})
                    leaving = self._leaving if new else self._leaving_anew
                    for other, left_for in leaving.get((place.section, needed), ()):
                        if other != person and left_for.section != place.section:
                            yield from self._changed({person: place, other: left_for})

    @cached_property
    def _leaving(self) -> dict[tuple[str, Gain], list[tuple[str, Place]]]:
        """Who sits in each section and may leave it for another place, by what that adds to each level."""
        found: dict[tuple[str, Gain], list[tuple[str, Place]]] = {}
        for section, people in self._inside.items():
            for person in people:
                for gain, places in self._gains[person].items():
                    found.setdefault((section, gain), []).extend((person, place) for place in places)
        return found

    @cached_property
    def _leaving_anew(self) -> dict[tuple[str, Gain], list[tuple[str, Place]]]:
        """Those of them that change a seat that is not told."""
        found = {key: [own for own in leaving if self._is_new(*own)] for key, leaving in self._leaving.items()}
        return {key: leaving for key, leaving in found.items() if leaving}

    def _is_new(self, person: str, place: Place) -> bool:
        """Whether going to a place changes a seat of the person that is not told."""
        if person in self._leaving_new:
            return True
        return place.wished and place.section != "" and (place.section, person) not in self._told

    @cached_property
    def _leaving_new(self) -> frozenset[str]:
        """The people whose seat is wished for and not told, so that any other place changes one."""
        seats = ((person, place) for person, place in self._now.items() if place.wished and place.section)
        return frozenset(person for person, place in seats if (place.section, person) not in self._told)

    def _changed(self, moves: Mapping[str, Place]) -> Iterator[Seat]:
        """The seats not told that change when people move, if they may."""
        now, then = (
            {(p.section, who) for who, p in places if p.wished} for places in (self._left(moves), moves.items())
        )
        seats = {(section, person) for section, person in now ^ then if section}
        if seats <= self._told or self._blocked(moves):
            return
        touched = {place.section for _, place in (*self._left(moves), *moves.items())}
        sections = sorted(touched - {""})
        apart = {person: place for person, place in moves.items() if place != NEUTRAL}
        if len(apart) < len(moves) and not self._bearable(moves, apart):
            return
        if any(self._kept(moves, spare) for spare in self._spare(moves, sections)):
            yield from seats - self._told

    def _bearable(self, moves: Mapping[str, Place], apart: Mapping[str, Place]) -> bool:
        """Whether the sections bear the moves ``apart`` from those to a neutral seat, wherever that may be."""
        going = {**dict.fromkeys(moves, OUT), **apart}
        return all(self._section_kept(place.section, going) for place in apart.values() if place.section)

    def _blocked(self, moves: Mapping[str, Place]) -> bool:
        """Whether somebody who stays has the very pick of a round, or all seats, that somebody comes for."""
        for place in moves.values():
            if place.round is not None and self._holder.get(place[:2]) not in (None, *moves):
                return True
            leaving = sum(self._now[person].section == place.section for person in moves)
            if place.section and len(self._inside.get(place.section, ())) - leaving >= self._seats[place.section]:
                return True
        return False

    @cached_property
    def _holder(self) -> dict[tuple[str, int | None], str]:
        return {place[:2]: person for person, place in self._now.items() if place.round is not None}

    @cached_property
    def _seats(self) -> Mapping[str, int]:
        return (
            dict.fromkeys(self._facts.sections, 1) if self._stage == "chiefs" else self._ledger.before(self._stage).free
        )

    def _left(self, people: Iterable[str]) -> list[tuple[str, Place]]:
        return [(person, self._now[person]) for person in people]

    def _spare(self, moves: Mapping[str, Place], sections: Sequence[str]) -> Sequence[str]:
        """The sections where whoever goes to some neutral seat may find it; one that stands for none if nobody does."""
        if NEUTRAL not in moves.values():
            return ("",)
        return (*sections, *self._roomy)

    def _kept(self, moves: Mapping[str, Place], spare: str) -> bool:
        """Whether the rules hold in the sections concerned after the moves, and the shortfall is the same."""
        going: dict[str, Place] = {}
        for person, place in moves.items():
            if place == NEUTRAL:
                place = Place(spare, None, False)
                if is_named(self._ledger, self._stage, spare, person) or not self._open(person, spare):
                    return False
            going[person] = place
        sections = {place.section for p in moves for place in (self._now[p], going[p]) if place.section}
        if self._stage == "chiefs":
            return self._posts_kept(going, self._after(going, sections))
        if not all(self._section_kept(section, going) for section in sections):
            return False
        if not self._shortfall:
            return True
        return sum(self._more_missing(s, people) for s, people in self._after(going, sections).items()) == 0

    def _after(self, going: Mapping[str, Place], sections: Iterable[str]) -> dict[str, list[str]]:
        """Who sits in some sections through the stage after the moves."""
        inside = {s: [p for p in self._inside.get(s, ()) if p not in going] for s in sections}
        for person, place in going.items():
            if place.section:
                inside[place.section].append(person)
        return inside

    def _posts_kept(self, going: Mapping[str, Place], inside: Mapping[str, Sequence[str]]) -> bool:
        if any(len(people) > 1 for people in inside.values()):
            return False
        if not self._facts.rulebook.applications.priority:
            return True
        after = {**self._now, **going}
        holders = {place.section: person for person, place in after.items() if place != OUT}
        return next(overtaken(self._ledger, holders), None) is None

    def _section_kept(self, section: str, going: Mapping[str, Place]) -> bool:
        """Whether those coming break none of headcount, one pick a round, retention and avoidance in a section."""
        board, role, avoided = self._ledger.before(self._stage), ROLE_OF[self._stage], self._facts.avoided
        coming = [(person, place) for person, place in going.items() if place.section == section]
        inside = self._inside.get(section, ())
        leaving = sum(self._now[person].section == section for person in going)
        if len(inside) - leaving + len(coming) > board.free[section]:
            return False
        for person, place in coming:
            if (
                place.round is not None
                and sum(other.round == place.round for _, other in coming)
                + sum(self._now[p].round == place.round for p in inside if p not in going)
                > 1
            ):
                return False
            if self._facts.original(person, section):
                kept = sum(p not in going for p in self._own.get(section, ()))
                own = sum(self._facts.original(p, section) for p, _ in coming)
                if kept + own > board.room_for_own(section, role):
                    return False
            if person in avoided and not avoided[person].isdisjoint(
                [*(p for p in inside if p not in going), *(p for p, _ in coming)]
            ):
                return False
        return True

    def _more_missing(self, section: str, people: Iterable[str]) -> int:
        """By how much more a section misses its targets with these people of the stage than as it is."""
        others = self._ledger.before(self._stage).members[section]
        now = section_shortfall(self._facts, section, [*others, *self._inside.get(section, ())])
        return section_shortfall(self._facts, section, [*others, *people]) - now

    def _open(self, person: str, section: str) -> bool:
        return section != "" and self._ledger.before(self._stage).open_to(person, section, ROLE_OF[self._stage])

    @cached_property
    def _now(self) -> dict[str, Place]:
        """Where everybody of the stage sits."""
        found: dict[str, Place] = dict.fromkeys(self._options, OUT)
        for row in self._ledger.decided(self._stage):
            basis, own = row.placement.basis, row.placement.round
            round_ = REQUIRED if basis == "required" else own if basis == "mutual" else None
            found[row.person] = Place(row.section, round_, is_named(self._ledger, self._stage, row.section, row.person))
        return found

    @cached_property
    def _inside(self) -> dict[str, list[str]]:
        """Who sits in each section through the stage."""
        found: dict[str, list[str]] = {}
        for person, place in self._now.items():
            if place != OUT:
                found.setdefault(place.section, []).append(person)
        return found

    @cached_property
    def _own(self) -> dict[str, list[str]]:
        """Who sits in the own section through the stage."""
        found = {s: [p for p in people if self._facts.original(p, s)] for s, people in self._inside.items()}
        return {section: people for section, people in found.items() if people}

    @cached_property
    def _roomy(self) -> list[str]:
        """The sections with a free seat after the stage."""
        return [section for section, seats in self._ledger.after(self._stage).free.items() if seats > 0]

    @cached_property
    def _options(self) -> dict[str, dict[Place, Gain]]:
        """The places open to everybody of the stage, with what each adds to the levels."""
        ledger, stage = self._ledger, self._stage
        pool = {"chiefs": frozenset[str](), "clerks": ledger.clerks, "institution": ledger.staff}[stage]
        found = {person: {OUT: self._vector({})} for person in sorted(pool)}
        for person, section in wishes(ledger, stage):
            held = options_held(ledger, stage, section, person)
            if held:
                places = found.setdefault(person, {OUT: self._vector({})})
                for round_, value in held:
                    places[Place(section, round_, True)] = self._vector(value)
        if stage == "clerks":
            for places in found.values():
                places[NEUTRAL] = self._vector({"placed": 1})
        return found

    @cached_property
    def _gains(self) -> dict[str, dict[Gain, list[Place]]]:
        """Everybody's other places by what moving there adds to each level."""
        found: dict[str, dict[Gain, list[Place]]] = {}
        for person, places in self._options.items():
            now = self._now[person]
            own = places[now if now.wished else NEUTRAL]
            gains = found.setdefault(person, {})
            for place, value in places.items():
                if place not in (now, NEUTRAL if not now.wished else now):
                    gains.setdefault(tuple(new - old for new, old in zip(value, own, strict=True)), []).append(place)
        return found

    def _vector(self, value: Mapping[str, int]) -> Gain:
        return tuple(value.get(name, 0) for name in self._names)
