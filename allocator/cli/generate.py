"""The verb ``generate``: an invented bureau of any size."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from allocator.cli._samples import ExerciseName, samples_of
from allocator.console.failures import DONE
from allocator.console.misuse import Misuse
from allocator.console.options import AsJson
from allocator.console.show import document, result
from allocator.exercises import DEFAULT
from allocator.exercises import exercise as exercise_named

Target = Annotated[Path, typer.Argument(metavar="PATH")]
Size = Annotated[int | None, typer.Option("--people", metavar="N", min=1)]
Sections = Annotated[int | None, typer.Option("--sections", metavar="N", min=1)]
ClerkRounds = Annotated[int | None, typer.Option("--clerk-rounds", metavar="N", min=0, max=99)]
Pairs = Annotated[int | None, typer.Option("--avoidance-pairs", metavar="N", min=0)]
Trios = Annotated[int | None, typer.Option("--trios", metavar="N", min=0)]
Seats = Annotated[int | None, typer.Option("--seats", metavar="PERCENT", min=1, max=1000)]
Popularity = Annotated[int | None, typer.Option("--popularity", metavar="N", min=0, max=9)]
Retention = Annotated[int | None, typer.Option("--retention", metavar="PERCENT", min=0, max=100)]
Ties = Annotated[int | None, typer.Option("--ties", metavar="PERCENT", min=0, max=100)]
Units = Annotated[int | None, typer.Option("--units", metavar="N", min=1)]
Vacancies = Annotated[int | None, typer.Option("--vacancies", metavar="PERCENT", min=0, max=90)]
Chains = Annotated[int | None, typer.Option("--chains", metavar="N", min=0)]


def generate(
    path: Target,
    exercise: ExerciseName = DEFAULT,
    people: Size = None,
    sections: Sections = None,
    units: Units = None,
    seed: Annotated[str, typer.Option("--seed", metavar="TEXT")] = "1",
    rounds: ClerkRounds = None,
    avoidance_pairs: Pairs = None,
    trios: Trios = None,
    seats: Seats = None,
    popularity: Popularity = None,
    retention: Retention = None,
    ties: Ties = None,
    vacancies: Vacancies = None,
    chains: Chains = None,
    as_json: AsJson = False,
) -> int:
    """Writes a synthetic case; the same sizes, shape and seed give the same case."""
    from allocator.files.case_writer import write_case

    typed = {
        "people": people,
        "sections": sections,
        "units": units,
        "clerk_rounds": rounds,
        "avoidance_pairs": avoidance_pairs,
        "trios": trios,
        "seats": seats,
        "popularity": popularity,
        "retention": retention,
        "ties": ties,
        "vacancies": vacancies,
        "chains": chains,
    }
    samples, found = samples_of(exercise), exercise_named(exercise)
    shape = _shape(exercise, samples.SHAPE, typed)
    sizes = {name: shape[name] for name in samples.SIZES}
    if len(sizes) > 1 and sizes["people"] < sizes[samples.SIZES[1]]:
        raise Misuse(f"more_people_than_{samples.SIZES[1]}")
    write_case(samples.generate(seed=seed, **shape), path, found.form(found.read_rulebook(None)))
    if as_json:
        document({"wrote": str(path), **{name: shape[name] for name in samples.TOLD}, "seed": seed})
    else:
        result(f"generate.{exercise}", path=path, seed=seed, **sizes)
    return DONE


def _shape(exercise: str, known: Mapping[str, Any], typed: Mapping[str, Any]) -> dict[str, Any]:
    """What the generator is asked for: what was typed, else its own sizes.

    Raises:
        Misuse: for an option of another exercise.
    """
    for name, value in typed.items():
        if value is not None and name not in known:
            raise Misuse("option_of_another", option=f"--{name.replace('_', '-')}", exercise=exercise)
    return {name: default if typed[name] is None else typed[name] for name, default in known.items()}
