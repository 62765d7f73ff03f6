"""The options that several verbs share; their meaning is in the catalogue under their names.

A verb takes options in groups: its parameter annotated with a group stands for all options of the group, each an
option of the command line of its own (:func:`with_groups`).
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import MISSING, dataclass, fields, is_dataclass
from functools import wraps
from pathlib import Path
from typing import Annotated, Any, Literal, get_type_hints

import typer

Case = Annotated[Path, typer.Argument(metavar="CASE")]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="DIR")]
Rulebook = Annotated[Path | None, typer.Option("--rulebook", metavar="FILE")]
Seed = Annotated[str | None, typer.Option("--seed", metavar="TEXT")]
Strict = Annotated[bool, typer.Option("--strict")]
AsJson = Annotated[bool, typer.Option("--json")]
TimeLimit = Annotated[float | None, typer.Option("--time-limit", metavar="SECONDS", min=0)]
Workers = Annotated[int | None, typer.Option("--workers", metavar="N", min=1, max=64)]
Engine = Annotated[Literal["certified", "reference"], typer.Option("--engine")]
CrossCheck = Annotated[bool, typer.Option("--cross-check")]
Stages = Annotated[Literal["all", "chiefs", "clerks", "institution"], typer.Option("--stage")]
GivenFile = Annotated[Path | None, typer.Option("--given", metavar="FILE")]
OutcomeFile = Annotated[Path | None, typer.Option("--outcome", metavar="OUTCOME.json")]
MethodName = Annotated[Literal["rules", "optimal"], typer.Option("--method")]


@dataclass(frozen=True, kw_only=True)
class CaseOptions:
    """The case of a verb and how it is read."""

    case: Case
    rulebook: Rulebook = None
    seed: Seed = None
    strict: Strict = False


@dataclass(frozen=True, kw_only=True)
class SolvingOptions:
    """How long and by what the optimum is sought."""

    time_limit: TimeLimit = None
    workers: Workers = None
    engine: Engine = "certified"


@dataclass(frozen=True, kw_only=True)
class StageOptions:
    """Which stages are asked for, and those taken as they stand."""

    stage: Stages = "all"
    given: GivenFile = None


@dataclass(frozen=True, kw_only=True)
class RunOptions(SolvingOptions, StageOptions, CaseOptions):
    """Everything a proposal or a comparison needs."""


def with_groups(verb: Callable[..., int]) -> Callable[..., int]:
    """The verb with each option of its groups as a parameter, where the group stands."""
    hints = get_type_hints(verb, include_extras=True)
    groups: dict[str, Any] = {name: hint for name, hint in hints.items() if is_dataclass(hint)}
    parameters = []
    for parameter in inspect.signature(verb).parameters.values():
        if parameter.name in groups:
            parameters += _parameters(groups[parameter.name])
        else:
            parameters.append(parameter.replace(annotation=hints[parameter.name], kind=parameter.KEYWORD_ONLY))

    @wraps(verb)
    def taken(**typed: Any) -> int:
        for name, group in groups.items():
            typed[name] = group(**{one.name: typed.pop(one.name) for one in fields(group)})
        return verb(**typed)

    taken.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    return taken


def _parameters(group: Any) -> list[inspect.Parameter]:
    hints = get_type_hints(group, include_extras=True)
    empty, kind = inspect.Parameter.empty, inspect.Parameter.KEYWORD_ONLY
    return [
        inspect.Parameter(
            one.name, kind, default=empty if one.default is MISSING else one.default, annotation=hints[one.name]
        )
        for one in fields(group)
    ]
