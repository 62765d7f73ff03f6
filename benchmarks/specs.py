"""What is measured: an explicit list of frozen specs."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spec:
    """One measured command.

    ``arguments`` follow the ``allocator`` command; ``{case}`` and ``{out}`` stand for the generated case and a fresh
    folder. ``limit`` is the most the median may take, in seconds on two cores; the table shows it, nothing enforces it.
    """

    name: str
    arguments: tuple[str, ...]
    limit: float
    people: int = 0
    sections: int = 0
    seed: str = "1"


SPECS: tuple[Spec, ...] = (
    Spec("help", ("--help",), limit=0.5),
    Spec("optimal-300", ("solve", "{case}", "--method", "optimal", "-o", "{out}"), 20.0, people=300, sections=25),
    Spec("rules-2000", ("solve", "{case}", "--method", "rules", "-o", "{out}"), 3.0, people=2000, sections=100),
    Spec("optimal-2000", ("solve", "{case}", "--method", "optimal", "-o", "{out}"), 3.0, people=2000, sections=100),
    Spec("optimal-20000", ("solve", "{case}", "--method", "optimal", "-o", "{out}"), 30.0, people=20000, sections=1000),
    Spec("score-20000", ("score", "{case}", "-o", "{out}/scores.csv"), 30.0, people=20000, sections=1000),
)
"""``score-20000`` counts the reading and checking of 20,000 people too, not the scoring alone."""
