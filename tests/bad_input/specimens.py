"""All specimens together: whatever any module of this folder lists."""

import importlib
from pathlib import Path

import pytest

from tests.bad_input.corpus import Specimen


def _listed() -> dict[str, list[Specimen]]:
    found: dict[str, list[Specimen]] = {}
    for path in sorted(Path(__file__).parent.glob("*.py")):
        if path.stem.startswith("test_") or path.stem in ("specimens", "codes_page"):
            continue
        module = importlib.import_module(f"tests.bad_input.{path.stem}")
        seen: dict[int, Specimen] = {}
        for value in vars(module).values():
            if isinstance(value, list | tuple):
                seen |= {id(one): one for one in value if isinstance(one, Specimen)}
        if seen:
            found[path.stem] = list(seen.values())
    return found


BY_MODULE = _listed()
SPECIMENS = list({id(one): one for listed in BY_MODULE.values() for one in listed}.values())
CARRIED = [pytest.param(bad, form, id=f"{bad}-{form}") for bad in SPECIMENS for form in bad.forms]
"""Each specimen in each form that can carry it."""
