"""What an explanation consists of: reasons as codes with arguments, prices level by level, changes that would win."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from allocator.competition.scoring import TraceLine
from allocator.faults import Fault
from models.common.base import Method, PinMode, Sense
from models.common.outcome import Status
from models.competition.codes import Role, Stage, UnplacedReason
from models.competition.outcome import Placement
from models.competition.rule_ids import RULES, RuleId

Verdict = Literal[
    "placed", "barred", "outranked", "given_up", "lost_to_total", "lost_to_draw", "not_mutual", "decided", "pending"
]
"""How a post came out for a person.

``placed``: it is his. ``barred``: a rule keeps him out. ``outranked``: another stands before him on the rules' own
order. ``given_up``: he has one that comes first in his own order. ``lost_to_total``: the optimum seats him elsewhere
because the whole is better. ``lost_to_draw``: the optimum seats him elsewhere though an allocation that gives him the
post is equal at every level before the draw; or the procedure does, which with another draw would give it to him.
``not_mutual``: mutual choice needs the wish of both sides. ``decided``: the stage was taken as given. ``pending``: the
stage has not been decided.
"""
Quantity = Literal["votes", "speech"]
Argument = str | int | tuple[str, ...] | tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason: the sentence ``explain.<code>`` with its arguments (ids, codes and numbers), and its rule."""

    code: str
    rule: RuleId
    args: Mapping[str, Argument]

    @property
    def article(self) -> str:
        """The article the reason rests on."""
        return RULES[self.rule].article


@dataclass(frozen=True, slots=True)
class WouldHave:
    """The smallest change of one number that would have won a post, everything else as recorded.

    ``votes`` are those of one voter group for the pair, whole numbers up to the group's people present; ``speech`` is
    the named score in thousandths, in steps of the rulebook's rounding, from 0 to 100. With ``needed`` the method
    places the person there, with one ``unit`` nearer to ``now`` it does not; ``None``: no value of the whole range
    does, or, where ``searched`` is false, time ran out. ``decided_by`` are the keys or levels on which the last step
    turns.
    """

    quantity: Quantity
    group: str | None
    now: int
    most: int
    unit: int
    needed: int | None
    searched: bool = True
    decided_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PriceLevel:
    """One level with the seat pinned, beside the outcome's own.

    ``pinned`` is what the rest reaches, as the outcome of the case with that pin has it; ``own`` is what the pinned
    seat itself adds, counted as if it had been won; ``proven`` is whether both values are proven.
    """

    name: str
    sense: Sense
    value: int
    pinned: int
    own: int
    proven: bool

    @property
    def difference(self) -> int:
        """By how much the total changes with the pin; for a level that is minimised more is worse."""
        return self.pinned + self.own - self.value

    @property
    def better(self) -> bool:
        """Whether the change is a gain; only asked of levels that differ."""
        return (self.difference > 0) == (self.sense == "max")


@dataclass(frozen=True, slots=True)
class StagePrice:
    """The levels of one stage with the seat pinned, in the rulebook's order."""

    stage: Stage
    levels: tuple[PriceLevel, ...]


@dataclass(frozen=True, slots=True)
class Price:
    """What it would cost to pin a person to a seat, or to rule a seat out (``mode``): every stage run, solved again
    with the pin, beside the outcome.

    Where the pin cannot be (``fault``), ``rule`` is the hard rule that it breaks and there are no stages.
    """

    person_id: str
    section_id: str
    role: Role
    method: Method
    stages: tuple[StagePrice, ...] = ()
    rule: RuleId | None = None
    fault: Fault | None = None
    mode: PinMode = "assign"

    @property
    def possible(self) -> bool:
        """Whether the seat can be pinned at all."""
        return self.fault is None

    @property
    def first(self) -> tuple[Stage, PriceLevel] | None:
        """The first level that differs, with its stage; ``None`` where the pin changes no level."""
        return next(((s.stage, level) for s in self.stages for level in s.levels if level.difference), None)

    @property
    def proven(self) -> bool:
        """Whether every value up to the first that differs is proven; never for the rules method, which proves none."""
        for stage in self.stages:
            for level in stage.levels:
                if not level.proven:
                    return False
                if level.difference:
                    return True
        return self.possible


@dataclass(frozen=True, slots=True)
class PostAnswer:
    """One post that a person filed for, was written in for or is listed by, and how it came out for him."""

    stage: Stage
    section_id: str
    role: Role
    verdict: Verdict
    reasons: tuple[Reason, ...]
    scores: tuple[TraceLine, ...] = ()
    price: Price | None = None
    would_have: tuple[WouldHave, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything there is to say to or about one person under one method.

    ``placement`` is the seat he has, ``why`` the reasons for it; ``unplaced_reason`` tells why he has none.
    ``ties_known`` is false where time ran out before every seat that only the draw decides was found.
    """

    person_id: str
    method: Method
    status: Status
    scores: tuple[TraceLine, ...]
    placement: Placement | None
    why: tuple[Reason, ...]
    unplaced_reason: UnplacedReason | None
    posts: tuple[PostAnswer, ...]
    ties_known: bool = True
