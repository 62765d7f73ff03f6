"""What is measured: an explicit list of frozen specs."""

from dataclasses import asdict, dataclass, replace
from typing import Literal

Part = Literal["clerks", "network"]


@dataclass(frozen=True, slots=True)
class Bureau:
    """An invented bureau, as ``scenarios.generate`` takes it. ``None`` leaves a number to the generator."""

    people: int
    sections: int
    seed: str = "1"
    clerk_rounds: int = 3
    avoidance_pairs: int | None = None
    trios: int = 0
    seats: int | None = None
    popularity: int = 1
    retention: int = 100
    ties: int = 0

    def tiny(self) -> "Bureau":
        """The same shape with 40 people, for runs that only show that everything works."""
        pairs = None if self.avoidance_pairs is None else min(self.avoidance_pairs, 12)
        return replace(
            self,
            people=min(self.people, 40),
            sections=min(self.sections, 6),
            avoidance_pairs=pairs,
            trios=min(self.trios, 3),
        )

    def arguments(self) -> dict[str, int | str | None]:
        """The arguments of the generator, by name."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Command:
    """A whole command, from reading csv to writing its result.

    ``arguments`` follow ``allocator``; ``{case}`` and ``{out}`` stand for the generated case and a fresh folder,
    ``{outcome}`` for the case's optimal outcome, made beforehand, ``{seated}`` and ``{directed}`` for the first person
    whom it seats by mutual choice in the first round and the first whom it directs.
    ``seconds`` and ``gigabytes`` are the most the medians may take on two cores; the table shows them, nothing
    enforces them. ``growth`` marks the sizes over which the growth of time is fitted. ``share`` is the most that the
    command may take of what it took in the version before, ``times`` the most that it may take of what another spec
    takes, both measured in turns.
    """

    name: str
    arguments: tuple[str, ...]
    bureau: Bureau | None = None
    seconds: float | None = None
    gigabytes: float | None = None
    growth: bool = False
    share: float | None = None
    times: tuple[float, str] | None = None
    runs: int = 3

    def tiny(self) -> "Command":
        """The same command on a tiny bureau."""
        return self if self.bureau is None else replace(self, bureau=self.bureau.tiny())


@dataclass(frozen=True, slots=True)
class Chain:
    """The clerks' stage of a bureau, written once as arrays and solved level after level by every peer.

    The stage begins where the procedure by hand left the chiefs. ``seconds`` is what each peer is given. A peer that
    did not finish a smaller bureau of the same subject is not run again, unless the spec is for ``everybody``.
    ``part`` ``network`` keeps the rows that are a network and the level with the largest numbers: what an assignment
    solver can do too. ``times`` is how many times faster than HiGHS the certified engine is to be; both are then run
    three times, side by side, the others once.
    """

    name: str
    subject: str
    bureau: Bureau
    peers: tuple[str, ...]
    seconds: float
    everybody: bool = False
    part: Part = "clerks"
    times: float | None = None

    def runs(self, peer: str) -> int:
        """How often a peer is measured."""
        return 3 if self.times is not None and peer in ("certified", "highs") else 1

    def tiny(self) -> "Chain":
        """The same on a tiny bureau, every peer given 60 seconds."""
        return replace(self, bureau=self.bureau.tiny(), seconds=60)


@dataclass(frozen=True, slots=True)
class Batch:
    """Many bureaus by both methods in one command, from csv to the summary, every outcome audited.

    ``workers``: two processes of this machine (``pool``), or a scheduler with two worker processes over TCP (``dask``).
    ``least`` is the fewest bureaus a second, ``share`` the least part of the spec named ``pool`` to be reached.
    """

    name: str
    workers: Literal["pool", "dask"]
    bureau: Bureau
    bureaus: int = 1000
    arguments: tuple[str, ...] = ("--method", "rules,optimal")
    least: float | None = None
    share: float | None = None
    runs: int = 3

    def tiny(self) -> "Batch":
        """The same of two tiny bureaus."""
        return replace(self, bureau=self.bureau.tiny(), bureaus=2)


@dataclass(frozen=True, slots=True)
class Act:
    """An act on a table of the web page: sorting by a click, filtering by typing or by a choice.

    ``targets`` are the controls, or the words typed, in turn. ``milliseconds`` is the most the median may take, from
    the act to the first frame painted with the new rows.
    """

    name: str
    about: str
    table: Literal["people", "pairs"]
    act: Literal["click", "type", "choose"]
    targets: tuple[str, ...]
    turns: int = 15
    milliseconds: float = 200


Spec = Command | Chain | Batch

OPTIMAL = ("solve", "{case}", "--method", "optimal", "-o", "{out}")
EXPLAIN = ("--outcome", "{outcome}")
RULES = ("solve", "{case}", "--method", "rules", "-o", "{out}")

COMMANDS: tuple[Command, ...] = (
    Command("help", ("--help",), seconds=0.5),
    Command("optimal-300", OPTIMAL, Bureau(300, 25), seconds=20),
    Command("rules-2000", RULES, Bureau(2_000, 100), seconds=3),
    Command("optimal-2000", OPTIMAL, Bureau(2_000, 100), seconds=3, share=1.5),
    Command("optimal-2000-ties", OPTIMAL, Bureau(2_000, 100, ties=100), seconds=3, share=1.5),
    Command("optimal-5000", OPTIMAL, Bureau(5_000, 250), growth=True),
    Command("optimal-10000", OPTIMAL, Bureau(10_000, 500), growth=True),
    Command("optimal-20000", OPTIMAL, Bureau(20_000, 1_000), seconds=30, gigabytes=2, growth=True, share=2),
    Command("optimal-20000-ties", OPTIMAL, Bureau(20_000, 1_000, ties=100), seconds=30, gigabytes=2, share=2),
    Command("optimal-50000", OPTIMAL, Bureau(50_000, 2_500), growth=True),
    Command("optimal-100000", OPTIMAL, Bureau(100_000, 5_000), seconds=240, gigabytes=8, growth=True),
    Command("optimal-20000-8-rounds", OPTIMAL, Bureau(20_000, 1_000, clerk_rounds=8), seconds=60),
    Command("compare-20000", ("compare", "{case}"), Bureau(20_000, 1_000), times=(3, "optimal-20000")),
    Command("report-20000", ("report", "{case}", "-o", "{out}"), Bureau(20_000, 1_000), times=(3, "optimal-20000")),
    Command("explain-20000", ("explain", "{case}", "{seated}", *EXPLAIN), Bureau(20_000, 1_000), seconds=4),
    Command("explain-20000-priced", ("explain", "{case}", "{directed}", *EXPLAIN), Bureau(20_000, 1_000), seconds=4),
    Command("score-20000", ("score", "{case}", "-o", "{out}/scores.csv"), Bureau(20_000, 1_000), seconds=30),
)
"""``explain-20000-priced`` solves the whole bureau again for each post that has a price; ``explain-20000`` has none.
``score-20000`` counts the reading and checking of 20,000 people too, not the scoring alone."""

EVERY_CPSAT = ("cpsat-1-1", "cpsat-1-2", "cpsat-2-1", "cpsat-2-2", "cpsat-8-1", "cpsat-8-2")
EVERY_PEER = ("certified", "highs", "highs-1", "scip", *EVERY_CPSAT, "mincostflow")
LARGE_PEERS = ("certified", "highs", "scip", "cpsat-1-2", "cpsat-8-2", "mincostflow")
LARGEST_PEERS = ("certified", "mincostflow")
SHAPE_PEERS = ("certified", "highs", "scip", "cpsat-1-2")

SIZES: tuple[Chain, ...] = (
    Chain("sizes-200", "sizes", Bureau(200, 10), EVERY_PEER, 20),
    Chain("sizes-1000", "sizes", Bureau(1_000, 50), EVERY_PEER, 30),
    Chain("sizes-2000", "sizes", Bureau(2_000, 100), EVERY_PEER, 60, times=50),
    Chain("sizes-5000", "sizes", Bureau(5_000, 250), LARGE_PEERS, 60),
    Chain("sizes-10000", "sizes", Bureau(10_000, 500), LARGE_PEERS, 60),
    Chain("sizes-20000", "sizes", Bureau(20_000, 1_000), LARGE_PEERS, 600, everybody=True),
    Chain("sizes-50000", "sizes", Bureau(50_000, 2_500), LARGEST_PEERS, 600),
    Chain("sizes-100000", "sizes", Bureau(100_000, 5_000), LARGEST_PEERS, 600),
)
"""The relaxation of ``sizes-2000`` is whole in every level."""

SHAPES: tuple[Chain, ...] = (
    Chain("fractional-2000", "side rows, fractional", Bureau(2_000, 100, trios=133), SHAPE_PEERS, 60, times=10),
    Chain("fractional-2000-400", "side rows, fractional", Bureau(2_000, 100, trios=400), SHAPE_PEERS, 60),
    Chain("side-2000-400", "side rows", Bureau(2_000, 100, avoidance_pairs=400), SHAPE_PEERS, 60),
    *(
        Chain(name, subject, bureau, SHAPE_PEERS, 15)
        for name, subject, bureau in (
            ("usual-500", "usual", Bureau(500, 25)),
            ("tight-90", "tightness", Bureau(500, 25, seats=90)),
            ("tight-130", "tightness", Bureau(500, 25, seats=130)),
            ("popular-0", "popularity", Bureau(500, 25, popularity=0)),
            ("popular-3", "popularity", Bureau(500, 25, popularity=3)),
            ("side-0", "side rows", Bureau(500, 25, avoidance_pairs=0, retention=0)),
            ("side-100", "side rows", Bureau(500, 25, avoidance_pairs=100)),
            ("trios-33", "side rows, fractional", Bureau(500, 25, trios=33)),
            ("ties-30", "tie density", Bureau(500, 25, ties=30)),
            ("ties-100", "tie density", Bureau(500, 25, ties=100)),
            ("rounds-8", "clerk rounds", Bureau(500, 25, clerk_rounds=8)),
        )
    ),
    Chain(
        "assignment-2000",
        "one level, network part",
        Bureau(2_000, 100),
        ("certified", "mincostflow", "assignment", "highs", "scip", "cpsat-1-2"),
        60,
        part="network",
    ),
)
"""Pairs who avoid one another leave the relaxation whole; trios do not. 133 trios are 399 pairs, 400 are 1,200."""

BATCHES: tuple[Batch, ...] = (
    Batch("batch-pool", "pool", Bureau(90, 15), least=20),
    Batch("batch-dask", "dask", Bureau(90, 15), share=0.9),
    Batch("batch-pool-outcomes", "pool", Bureau(90, 15), arguments=("--method", "rules,optimal", "--outcomes"), runs=1),
)

PAGES_BUREAU = Bureau(2_000, 120)
PAGES: tuple[Act, ...] = (
    Act("pages-sort-number", "people by a number", "people", "click", ("#sort-exam", "#sort-quantification")),
    Act("pages-sort-text", "people by a name", "people", "click", ("#sort-from", "#sort-person")),
    Act("pages-filter-text", "people by a text", "people", "type", ("12", "1", "P19", "")),
    Act("pages-filter-section", "people by a section", "people", "choose", ("#table-section",)),
    Act("pages-sort-pairs", "pairs by a number", "pairs", "click", ("#sort-composite", "#sort-votes")),
)
"""Measured by ``python -m benchmarks.pages``, which needs a browser."""

SPECS: tuple[Spec, ...] = (*COMMANDS, *BATCHES, *SHAPES, *SIZES)
