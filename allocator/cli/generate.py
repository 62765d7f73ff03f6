"""The verb ``generate``: an invented bureau of any size."""

from pathlib import Path
from typing import Annotated

import typer

from allocator.cli._failures import DONE
from allocator.cli._help import Misuse
from allocator.cli._options import AsJson
from allocator.cli._show import document, result

Target = Annotated[Path, typer.Argument(metavar="PATH")]
Size = Annotated[int, typer.Option("--people", metavar="N", min=1)]
Sections = Annotated[int, typer.Option("--sections", metavar="N", min=1)]
ClerkRounds = Annotated[int, typer.Option("--clerk-rounds", metavar="N", min=0, max=99)]
Pairs = Annotated[int | None, typer.Option("--avoidance-pairs", metavar="N", min=0)]
Trios = Annotated[int, typer.Option("--trios", metavar="N", min=0)]
Seats = Annotated[int | None, typer.Option("--seats", metavar="PERCENT", min=1, max=1000)]
Popularity = Annotated[int, typer.Option("--popularity", metavar="N", min=0, max=9)]
Retention = Annotated[int, typer.Option("--retention", metavar="PERCENT", min=0, max=100)]
Ties = Annotated[int, typer.Option("--ties", metavar="PERCENT", min=0, max=100)]


def generate(
    path: Target,
    people: Size = 90,
    sections: Sections = 15,
    seed: Annotated[str, typer.Option("--seed", metavar="TEXT")] = "1",
    rounds: ClerkRounds = 3,
    avoidance_pairs: Pairs = None,
    trios: Trios = 0,
    seats: Seats = None,
    popularity: Popularity = 1,
    retention: Retention = 100,
    ties: Ties = 0,
    as_json: AsJson = False,
) -> int:
    """Writes a synthetic case; the same sizes, shape and seed give the same case."""
    from allocator.competition.files import write_case
    from scenarios import generate as invent

    if people < sections:
        raise Misuse("more_people_than_sections")
    case = invent(
        people,
        sections,
        seed,
        clerk_rounds=rounds,
        avoidance_pairs=avoidance_pairs,
        trios=trios,
        seats=seats,
        popularity=popularity,
        retention=retention,
        ties=ties,
    )
    write_case(case, path)
    if as_json:
        sizes = {"people": people, "sections": sections, "clerk_rounds": rounds}
        document({"wrote": str(path), **sizes, "seed": seed})
    else:
        result("generate.done", path=path, people=people, sections=sections, seed=seed)
    return DONE
