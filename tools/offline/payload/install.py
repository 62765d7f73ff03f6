"""Installs the tool from this folder alone, without a network; ``--uninstall`` takes it away again.

Nothing is installed before every file of the folder has been held against SHA256SUMS. Python's own library only.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
VENV = HERE / "venv"
MARK = "post-allocator-offline.txt"
WINDOWS = os.name == "nt"
PARTS = (
    "allocator.cli, allocator.web, docxtpl, fastapi, lxml.etree, numpy, ortools.sat.python.cp_model, pandas, "
    "pyarrow, scipy.optimize, sqlalchemy, typst"
)
"""What is loaded once after installing, to see that the machine has what the wheels take from it."""


class Refused(Exception):
    """Why nothing was installed: a code of messages.json and its arguments."""

    def __init__(self, code: str, **arguments: object) -> None:
        super().__init__(code)
        self.code, self.arguments = code, arguments


def main() -> int:
    """Does what is asked; 0 when it is done, 1 when it was refused."""
    parser = argparse.ArgumentParser(prog="install")
    parser.add_argument("--uninstall", action="store_true")
    parser.add_argument("--probe", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--lang", choices=["zh", "en"], default="zh")
    asked = parser.parse_args()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        if asked.probe:
            return 0 if suits(manifest()) else 1
        uninstall(asked.lang) if asked.uninstall else install(asked.lang)
    except Refused as refused:
        sys.stderr.write(words(refused.code, asked.lang, **refused.arguments) + "\n")
        return 1
    return 0


def install(lang: str) -> None:
    """Checks everything, then makes the environment beside this script and fills it from the wheels."""
    tell("offline.checking", lang)
    check_files()
    about = manifest()
    check_machine(about)
    earlier = set_aside()
    try:
        tell("offline.installing", lang, folder=VENV)
        make_environment()
        fill()
    except BaseException:
        shutil.rmtree(str(VENV), ignore_errors=True)
        if earlier is not None:
            earlier.rename(VENV)
            earlier.parent.rmdir()
        raise
    if earlier is not None:
        shutil.rmtree(str(earlier.parent), ignore_errors=True)
    start = HERE / ("start.cmd" if WINDOWS else "start.sh")
    tell("offline.installed", lang, version=about["version"], start=start, program=program())


def uninstall(lang: str) -> None:
    """Takes the environment away; the data of the user stay, and it is said where."""
    earlier = set_aside()
    if earlier is None:
        raise Refused("offline.nothing_to_remove", folder=VENV)
    shutil.rmtree(str(earlier.parent), ignore_errors=True)
    tell("offline.uninstalled", lang, folder=VENV, store=store())


def check_files() -> None:
    """Holds every file against its checksum; a wheel that nobody listed is refused too."""
    listed = {}
    for line in (HERE / "SHA256SUMS").read_text(encoding="utf-8").splitlines():
        digest, _, name = line.partition("  ")
        listed[name] = digest
    wrong = [name for name, digest in listed.items() if not same(HERE / name, digest)]
    for folder, pattern in (("wheels", "*"), (".", "requirements-*.txt")):
        found = {path.relative_to(HERE).as_posix() for path in (HERE / folder).glob(pattern)}
        wrong += sorted(found - set(listed))
    if wrong or not any(name.startswith("wheels/") for name in listed):
        raise Refused("offline.spoiled", files=", ".join(wrong) or "SHA256SUMS")


def same(path: Path, digest: str) -> bool:
    """Whether a file is there and has this hash."""
    if not path.is_file():
        return False
    found = hashlib.sha256()
    with path.open("rb") as stream:
        for part in iter(lambda: stream.read(1 << 20), b""):
            found.update(part)
    return found.hexdigest() == digest


def suits(about: dict[str, Any]) -> bool:
    """Whether this Python is one that the bundle has wheels for."""
    return minor_version() in about["pythons"] and sys.implementation.name == "cpython" and sys.maxsize > 2**32


def minor_version() -> str:
    """The version of this Python, like 3.11."""
    return "{}.{}".format(*sys.version_info)


def check_machine(about: dict[str, Any]) -> None:
    """Refuses a machine or a Python that the wheels are not made for."""
    here = f"{platform.system()} {platform.machine()}"
    if (platform.system(), platform.machine().lower()) != (about["system"], about["machine"].lower()):
        raise Refused("offline.other_machine", here=here, bundle=about["target"])
    if not suits(about):
        raise Refused("offline.other_python", here=sys.version.split()[0], pythons=", ".join(about["pythons"]))
    name, version = platform.libc_ver()
    if about["glibc"] and (name != "glibc" or [int(n) for n in version.split(".")[:2]] < about["glibc"]):
        raise Refused("offline.old_glibc", here=f"{name} {version}", needed="{}.{}".format(*about["glibc"]))


def set_aside() -> Path | None:
    """Moves an earlier installation out of the way; nothing else is ever moved or deleted."""
    if not VENV.exists():
        return None
    if not (VENV / MARK).is_file():
        raise Refused("offline.foreign_folder", folder=VENV)
    aside = Path(tempfile.mkdtemp(prefix="venv-old-", dir=str(HERE))) / "venv"
    try:
        VENV.rename(aside)
    except OSError:
        aside.parent.rmdir()
        raise Refused("offline.in_use", folder=VENV) from None
    return aside


def make_environment() -> None:
    """An empty environment; pip comes from the wheels, since some systems leave it out of Python."""
    try:
        import venv
    except ImportError:
        raise Refused("offline.no_venv") from None
    VENV.mkdir()
    (VENV / MARK).write_text("made by install.py; deleted by its --uninstall\n", encoding="utf-8")
    venv.EnvBuilder(with_pip=False, symlinks=not WINDOWS).create(str(VENV))


def fill() -> None:
    """Installs from the wheels alone, each held against its hash once more, then loads the parts."""
    pip = next((HERE / "wheels").glob("pip-*.whl"))
    command = [str(python()), "-I", str(pip / "pip"), "--isolated", "install", "--no-index", "--require-hashes"]
    command += ["--no-cache-dir", "--disable-pip-version-check", "--quiet", "--find-links", str(HERE / "wheels")]
    command += ["--requirement", str(HERE / f"requirements-{minor_version()}.txt")]
    settings = {k: v for k, v in os.environ.items() if not k.upper().startswith(("PIP_", "PYTHON"))}
    settings["PIP_CONFIG_FILE"] = os.devnull
    if subprocess.call(command, env=settings) != 0:
        raise Refused("offline.pip_failed")
    loaded = subprocess.run([str(python()), "-I", "-c", "import " + PARTS], env=settings, stderr=subprocess.PIPE)
    if loaded.returncode != 0 or not program().is_file():
        last = loaded.stderr.decode(errors="replace").strip().splitlines()[-1:]
        raise Refused("offline.not_loading", error=" ".join(last))


def python() -> Path:
    """The Python of the environment."""
    return VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")


def program() -> Path:
    """The command that was installed."""
    return VENV / ("Scripts/allocator.exe" if WINDOWS else "bin/allocator")


def store() -> Path:
    """Where the web page keeps its data unless told otherwise."""
    home = os.environ.get("LOCALAPPDATA" if WINDOWS else "XDG_DATA_HOME")
    return (Path(home) if home else Path.home() / ".local" / "share") / "post-allocator"


def manifest() -> dict[str, Any]:
    """What the bundle says of itself."""
    about: dict[str, Any] = json.loads((HERE / "manifest.json").read_text(encoding="utf-8"))
    return about


def words(code: str, lang: str, **arguments: object) -> str:
    """A sentence of the catalogue."""
    sentences: dict[str, dict[str, str]] = json.loads((HERE / "messages.json").read_text(encoding="utf-8"))
    return sentences[code][lang].format(**arguments)


def tell(code: str, lang: str, **arguments: object) -> None:
    """Says a sentence."""
    sys.stdout.write(words(code, lang, **arguments) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
