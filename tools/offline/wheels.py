"""The wheels of a platform: what is needed there, at the pinned versions, fetched by pip.

pip reads environment markers as the machine it runs on has them, whatever ``--platform`` says. So the closure of what
is needed is walked here, with the markers of the platform, from what the wheels themselves say.
"""

from __future__ import annotations

import email
import hashlib
import subprocess
import sys
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name, parse_wheel_filename

from tools.offline.targets import Target


class Unbuildable(Exception):
    """Why there can be no bundle, in a sentence."""


class NoWheels(Unbuildable):
    """Packages that have no wheel for a platform."""


@dataclass(frozen=True)
class Wheel:
    """One wheel file."""

    path: Path
    name: str
    version: str

    @property
    def sha256(self) -> str:
        """The hash of the file."""
        with self.path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()

    def requirements(self) -> tuple[Requirement, ...]:
        """What its metadata ask for."""
        with zipfile.ZipFile(self.path) as archive:
            about = next(n for n in archive.namelist() if n.endswith(".dist-info/METADATA") and n.count("/") == 1)
            message = email.message_from_bytes(archive.read(about))
        return tuple(Requirement(text) for text in message.get_all("Requires-Dist") or [])


def wheel_of(path: Path) -> Wheel:
    """A wheel by its file name."""
    name, version, _, _ = parse_wheel_filename(path.name)
    return Wheel(path, name, str(version))


def read_pins(*files: Path) -> dict[str, str]:
    """Versions by package, from files of ``name==version`` lines."""
    lines = [line.strip() for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    split = [line.partition("==") for line in lines if line and not line.startswith("#")]
    return {canonicalize_name(name): version for name, _, version in split}


def gather(
    roots: Iterable[Requirement], own: Wheel, target: Target, python: str, pins: Mapping[str, str], folder: Path
) -> tuple[Wheel, ...]:
    """Every wheel that the roots need on a platform with a Python, in order of name; fetched where not in ``folder``.

    Raises:
        NoWheels: naming every package found that has no wheel for the platform.
        Unbuildable: for a package without a pin, or a pin that another package does not take.
    """
    folder.mkdir(parents=True, exist_ok=True)
    wheels = {own.name: own}
    while True:
        needed = walk(roots, wheels, target.environment(python), {**pins, own.name: own.version})
        missing = {name: pins[name] for name in sorted(needed - set(wheels))}
        if not missing:
            return tuple(wheels[name] for name in sorted(needed))
        kept = {name: stored(name, version, folder) for name, version in missing.items()}
        fetch({name: version for name, version in missing.items() if kept[name] is None}, target, python, folder)
        for name, version in missing.items():
            wheel = kept[name] or stored(name, version, folder)
            if wheel is None:
                raise Unbuildable(f"pip fetched no wheel of {name}=={version}")
            wheels[name] = wheel


def walk(
    roots: Iterable[Requirement], wheels: Mapping[str, Wheel], environment: dict[str, str], pins: Mapping[str, str]
) -> set[str]:
    """The packages the roots need, as far as the wheels at hand tell.

    Raises:
        Unbuildable: for a package without a pin, or a pin that another package does not take.
    """
    done: set[tuple[str, frozenset[str]]] = set()
    waiting = [("", root) for root in roots]
    while waiting:
        parent, asked = waiting.pop()
        name, extras = canonicalize_name(asked.name), frozenset(asked.extras)
        if name not in pins:
            raise Unbuildable(f"{name}, needed by {parent or 'the bundle'}, has no pin; add it to constraints.txt")
        if not asked.specifier.contains(pins[name], prereleases=True):
            raise Unbuildable(f"{name} is pinned to {pins[name]}, but {parent} takes {asked.specifier}")
        if (name, extras) in done:
            continue
        done.add((name, extras))
        if name in wheels:
            waiting += [(name, r) for r in wheels[name].requirements() if _holds(r, extras, environment)]
    return {name for name, _ in done}


def _holds(requirement: Requirement, extras: frozenset[str], environment: dict[str, str]) -> bool:
    marker = requirement.marker
    return marker is None or any(marker.evaluate({**environment, "extra": extra}) for extra in extras or {""})


def fetch(missing: Mapping[str, str], target: Target, python: str, folder: Path) -> None:
    """Downloads wheels at their pinned versions.

    Raises:
        NoWheels: naming those that have none for the platform.
        Unbuildable: with pip's last words, when it failed otherwise.
    """
    asked = [f"{name}=={version}" for name, version in missing.items()]
    if not asked or _pip(asked, target, python, folder).returncode == 0:
        return
    without = []
    for one in asked:
        told = _pip([one], target, python, folder)
        if told.returncode == 0:
            continue
        if "No matching distribution found" not in told.stderr or "Retrying (" in told.stderr:
            raise Unbuildable(f"pip could not fetch {one}:\n" + "\n".join(told.stderr.splitlines()[-5:]))
        without.append(one)
    if without:
        raise NoWheels(f"no wheel for {target.name}, CPython {python}: {', '.join(without)}")


def _pip(asked: list[str], target: Target, python: str, folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
    command += ["--only-binary=:all:", "--implementation", "cp", "--python-version", python, "--dest", str(folder)]
    command += [part for tag in target.tags for part in ("--platform", tag)]
    return subprocess.run([*command, *asked], capture_output=True, text=True, check=False)


def stored(name: str, version: str, folder: Path) -> Wheel | None:
    """The wheel of a package in the folder, of several builds the latest; one that was cut short does not count."""
    found = [(parse_wheel_filename(path.name), path) for path in folder.glob("*.whl")]
    fitting = [(tags[2], path.name, path) for tags, path in found if (tags[0], str(tags[1])) == (name, version)]
    if not fitting:
        return None
    path = max(fitting)[2]
    try:
        with zipfile.ZipFile(path) as archive:
            return None if archive.testzip() else Wheel(path, name, version)
    except zipfile.BadZipFile:
        return None
