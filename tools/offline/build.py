"""``make offline-bundle``: one zip a platform with everything an offline machine needs to install the tool.

The same tree and pins give the same bytes: entries are sorted, stored without compression, and carry no time.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from packaging.requirements import Requirement

from allocator.words import CATALOGUE, say
from tools.offline.pages import html_pages, licence_files
from tools.offline.targets import OLDEST_GLIBC, TARGETS, Target
from tools.offline.wheels import NoWheels, Unbuildable, Wheel, gather, read_pins, wheel_of

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
STORE = ROOT / "build" / "offline"
"""Wheels fetched before, by platform and Python; delete it to fetch them anew."""

EXTRAS = ("batch",)
TESTED = "3.11"
"""The Python the tests run under: a bundle without it is not made."""

SOURCES = ("models", "allocator", "scenarios")
BESIDE = ("pyproject.toml", "README.md", "LICENSE", "THIRD_PARTY_LICENSES.md")
MESSAGES = {"no-python.txt": "offline.no_python", "not-installed.txt": "offline.not_installed"}
EARLIEST = (1980, 1, 1, 0, 0, 0)
Content = bytes | Path


def main(arguments: list[str] | None = None) -> int:
    """Makes the bundles asked for; 1 when one could not be made."""
    parser = argparse.ArgumentParser(prog="python -m tools.offline.build", description=__doc__)
    parser.add_argument("--target", action="append", choices=sorted(TARGETS), help="a platform; all by default")
    parser.add_argument("--python", action="append", metavar="3.N", help=f"CPython versions; {TESTED} by default")
    parser.add_argument("--dist", type=Path, default=ROOT / "dist", metavar="DIR", help="where the zips are written")
    asked = parser.parse_args(arguments)
    pythons = tuple(dict.fromkeys([TESTED, *(asked.python or [])]))
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        own = own_wheel(Path(folder))
        for name in asked.target or TARGETS:
            try:
                _tell(bundle(TARGETS[name], pythons, own, asked.dist))
            except Unbuildable as reason:
                failed = True
                _tell([f"{name}: no bundle made: {reason}"])
    return int(failed)


def bundle(target: Target, pythons: Iterable[str], own: Wheel, dist: Path) -> list[str]:
    """Writes the zip of a platform and its hash beside it; returns what there is to say about it.

    Raises:
        Unbuildable: when the tested Python lacks a wheel there, or pip failed; another that lacks one is left out.
    """
    pins = read_pins(ROOT / "constraints.txt", HERE / "pins.txt")
    roots = [Requirement(f"{own.name}[{','.join(EXTRAS)}]=={own.version}"), Requirement("pip")]
    sets: dict[str, tuple[Wheel, ...]] = {}
    told = []
    for python in pythons:
        try:
            sets[python] = gather(roots, own, target, python, pins, STORE / target.name / python)
        except NoWheels as reason:
            if python == TESTED:
                raise
            told.append(f"{target.name}: CPython {python} left out: {reason}")
    name = f"{own.name}-{own.version}-{target.name}"
    files = contents(target, own, sets)
    path = dist / f"{name}.zip"
    write_zip(path, name, files)
    digest = Wheel(path, "", "").sha256
    _replace(dist / f"{name}.zip.sha256", f"{digest}  {path.name}\n".encode())
    wheels = json.loads(_bytes(files["manifest.json"]))["wheels"]
    told += [f"  {one['file']}  {one['sha256']}" for one in wheels]
    size = f"{path.stat().st_size / 1e6:.0f} MB"
    told.append(f"{path}: {len(wheels)} wheels for CPython {', '.join(sets)}, {size}, sha256 {digest}")
    return told


def contents(target: Target, own: Wheel, sets: Mapping[str, tuple[Wheel, ...]]) -> dict[str, Content]:
    """Every file of a bundle by its path, with the checksums of all the others."""
    used: dict[str, Wheel] = {}
    for wheel in (wheel for wheels in sets.values() for wheel in wheels):
        known = used.setdefault(wheel.path.name, wheel)
        if known.sha256 != wheel.sha256:
            raise Unbuildable(f"two different files are called {wheel.path.name}")
    hashes = {file: wheel.sha256 for file, wheel in used.items()}
    files: dict[str, Content] = {f"wheels/{file}": wheel.path for file, wheel in used.items()}
    for python, wheels in sets.items():
        lines = [f"{w.name}=={w.version} --hash=sha256:{hashes[w.path.name]}\n" for w in wheels if w.name != "pip"]
        files[f"requirements-{python}.txt"] = "".join(lines).encode()
    files["manifest.json"] = _json(_manifest(target, own, sets, hashes))
    files["messages.json"] = _json(
        {code: {"zh": entry.zh, "en": entry.en} for code, entry in CATALOGUE.items() if code.startswith("offline.")}
    )
    versions = ", ".join(sets)
    for file, code in MESSAGES.items():
        both = "\n".join(say(code, lang, pythons=versions) for lang in ("zh", "en")) + "\n"
        windows = target.system == "Windows"
        files[f"messages/{file}"] = both.replace("\n", "\r\n").encode("utf-8-sig") if windows else both.encode()
    for script in sorted((HERE / "payload").iterdir()):
        if script.is_file() and target.scripts(script.name):
            text = script.read_text(encoding="utf-8")
            files[script.name] = (text.replace("\n", "\r\n") if script.suffix == ".cmd" else text).encode()
    files |= html_pages(ROOT / "docs")
    files |= licence_files(used.values())
    files |= {f"licences/{name}": ROOT / name for name in ("LICENSE", "THIRD_PARTY_LICENSES.md")}
    sums = [f"{hashlib.sha256(_bytes(files[name])).hexdigest()}  {name}\n" for name in sorted(files)]
    return {**files, "SHA256SUMS": "".join(sums).encode()}


def _manifest(
    target: Target, own: Wheel, sets: Mapping[str, tuple[Wheel, ...]], hashes: Mapping[str, str]
) -> dict[str, object]:
    rows: dict[str, dict[str, object]] = {}
    for python, wheels in sets.items():
        for wheel in wheels:
            file = wheel.path.name
            row = {"name": wheel.name, "version": wheel.version, "file": file, "sha256": hashes[file]}
            pythons = rows.setdefault(file, {**row, "bytes": wheel.path.stat().st_size, "pythons": []})["pythons"]
            assert isinstance(pythons, list)
            pythons.append(python)
    return {
        "name": own.name,
        "version": own.version,
        "target": target.name,
        "system": target.system,
        "machine": target.machine,
        "glibc": [2, OLDEST_GLIBC] if target.system == "Linux" else None,
        "pythons": list(sets),
        "wheels": [rows[file] for file in sorted(rows)],
    }


def own_wheel(folder: Path) -> Wheel:
    """The wheel of the tool itself, built from a clean copy of its sources with one fixed time."""
    source = folder / "source"
    source.mkdir()
    for name in SOURCES:
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__", "*.pyc"))
    for name in BESIDE:
        shutil.copyfile(ROOT / name, source / name)
    for path in source.rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)
    project = tomllib.loads((source / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--disable-pip-version-check", "--no-deps"]
    settings = {"PIP_CONSTRAINT": str(HERE / "pins.txt"), "SOURCE_DATE_EPOCH": "315532800"}
    made = subprocess.run(
        [*command, "--no-cache-dir", "--wheel-dir", str(folder), str(source)],
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
        check=False,
    )
    if made.returncode:
        raise SystemExit(f"{project['name']} could not be built:\n{made.stderr}")
    return wheel_of(next(folder.glob("*.whl")))


def write_zip(path: Path, top: str, files: Mapping[str, Content]) -> None:
    """Writes a zip under one top folder, to a temporary name first."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    os.close(handle)
    try:
        with zipfile.ZipFile(temporary, "w", zipfile.ZIP_STORED) as archive:
            for name in sorted(files):
                entry = zipfile.ZipInfo(f"{top}/{name}", EARLIEST)
                entry.create_system = 3
                entry.external_attr = (0o100755 if name.endswith(".sh") else 0o100644) << 16
                archive.writestr(entry, _bytes(files[name]))
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    finally:
        Path(temporary).unlink(missing_ok=True)


def _replace(path: Path, data: bytes) -> None:
    temporary = path.with_name(f".{path.name}.new")
    temporary.write_bytes(data)
    temporary.replace(path)


def _bytes(content: Content) -> bytes:
    return content if isinstance(content, bytes) else content.read_bytes()


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _tell(lines: Iterable[str]) -> None:
    sys.stdout.writelines(f"{line}\n" for line in lines)
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
