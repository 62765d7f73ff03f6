"""The licences of the packages a user installs; ``python -m tests.house.licences`` writes the list anew."""

import tomllib
from importlib import metadata
from pathlib import Path

from packaging.markers import default_environment
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "THIRD_PARTY_LICENSES.md"
PROJECT = "post-allocator"
EXTRAS = ("batch", "benchmarks")
"""What a user may install besides; the packages for developing are left out."""

BUNDLED: tuple[tuple[str, str, str], ...] = (
    ("Noto Serif CJK SC", "allocator/papers/fonts/NotoSerifCJKsc-Regular.otf", "OFL-1.1 (OFL.txt beside it)"),
    ("htmx", "allocator/web/static/htmx.min.js", "0BSD (htmx.LICENSE.txt beside it)"),
    ("axe-core", "tests/browser/axe.min.js", "MPL-2.0 (axe.LICENSE.txt beside it); for tests alone, not installed"),
)
"""Works of others that stand in the tree itself: what, where, and under which licence."""


def asked_for(name: str) -> list[str]:
    """What a package asks for; of the project itself as its tree stands, whatever was installed of it."""
    if name != PROJECT:
        return metadata.requires(name) or []
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"].items()
    return [*project["dependencies"], *(f'{text}; extra == "{extra}"' for extra, texts in extras for text in texts)]


def runtime_packages(root: str = PROJECT, extra: str = "") -> list[str]:
    """Every package the project needs at run time, with an extra, directly or not, without the project itself."""
    seen: set[str] = set()
    waiting = [root]
    while waiting:
        name = waiting.pop()
        asked = extra if name == root else ""
        for text in asked_for(name):
            requirement = Requirement(text)
            environment = {**default_environment(), "extra": asked}
            key = requirement.name.lower().replace("_", "-")
            if key not in seen and (requirement.marker is None or requirement.marker.evaluate(environment)):
                seen.add(key)
                waiting.append(key)
    return sorted(seen)


def licence_of(name: str) -> str:
    """The licence a package states: its expression, else its classifiers, else the licence field's first line."""
    about = metadata.metadata(name)
    expression = about.get("License-Expression")
    if expression:
        return str(expression)
    classes = [c.rsplit(" :: ", 1)[-1] for c in about.get_all("Classifier") or [] if c.startswith("License ::")]
    named = [c for c in classes if c != "OSI Approved"]
    if named:
        return ", ".join(named)
    return str(about.get("License", "")).strip().splitlines()[0] if about.get("License") else "not stated"


def page() -> str:
    """The list as it stands in the tree."""
    lines = ["# Licences of the packages installed with Post Allocator", "", "| package | licence |", "|---|---|"]
    lines += [f"| {name} | {licence_of(name)} |" for name in runtime_packages()]
    known = set(runtime_packages())
    for extra in EXTRAS:
        added = [name for name in runtime_packages(extra=extra) if name not in known]
        lines += ["", f"With the extra `{extra}`:", "", "| package | licence |", "|---|---|"]
        lines += [f"| {name} | {licence_of(name)} |" for name in added]
    lines += ["", "In the tree itself:", "", "| work | file | licence |", "|---|---|---|"]
    lines += [f"| {what} | `{where}` | {licence} |" for what, where, licence in BUNDLED]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
