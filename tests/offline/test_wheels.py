"""What a platform needs, walked from the wheels' own words; no registry is asked."""

import zipfile

import pytest
from packaging.requirements import Requirement

from tools.offline import wheels
from tools.offline.targets import TARGETS
from tools.offline.wheels import NoWheels, Unbuildable, fetch, gather, read_pins, stored, wheel_of

WINDOWS, LINUX = TARGETS["windows-amd64"], TARGETS["linux-aarch64"]
PINS = {"own": "1", "click": "8", "colorama": "0.4", "dask": "2", "backport": "3"}


def made(folder, name, version, *requirements):
    path = folder / f"{name}-{version}-py3-none-any.whl"
    lines = ["Metadata-Version: 2.1", f"Name: {name}", f"Version: {version}"]
    lines += [f"Requires-Dist: {text}" for text in requirements]
    folder.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(f"{name}-{version}.dist-info/METADATA", "\n".join(lines) + "\n")
    return path


@pytest.fixture
def registry(tmp_path, monkeypatch):
    """A registry of four small wheels, from which fetching copies."""
    folder = tmp_path / "store"
    known = {
        "click": ["colorama; platform_system == 'Windows'"],
        "colorama": [],
        "dask": ["backport>=3; python_version < '3.12'"],
        "backport": [],
    }

    def fetched(missing, _target, _python, into):
        for name, version in missing.items():
            made(into, name, version, *known[name])

    monkeypatch.setattr(wheels, "fetch", fetched)
    own = wheel_of(made(tmp_path, "own", "1", "click", "dask; extra == 'batch'", "other; extra == 'dev'"))
    return own, folder


@pytest.mark.parametrize(
    ("target", "python", "needed"),
    [
        (LINUX, "3.11", ["backport", "click", "dask", "own"]),
        (LINUX, "3.12", ["click", "dask", "own"]),
        (WINDOWS, "3.12", ["click", "colorama", "dask", "own"]),
    ],
)
def test_markers_are_those_of_the_platform(registry, target, python, needed):
    """Protects Windows users: what only their platform needs is in their bundle, though it is built on Linux."""
    own, folder = registry
    found = gather([Requirement("own[batch]")], own, target, python, PINS, folder)
    assert [wheel.name for wheel in found] == needed


def test_a_package_without_a_pin_is_named(registry):
    own, folder = registry
    with pytest.raises(Unbuildable, match=r"colorama, needed by click, has no pin; add it to constraints\.txt"):
        gather([Requirement("own")], own, WINDOWS, "3.12", {"own": "1", "click": "8"}, folder)


def test_a_pin_that_another_package_does_not_take_is_named(registry):
    own, folder = registry
    with pytest.raises(Unbuildable, match=r"backport is pinned to 2, but dask takes >=3"):
        gather([Requirement("own[batch]")], own, LINUX, "3.11", {**PINS, "backport": "2"}, folder)


def test_every_package_without_a_wheel_is_named(tmp_path, monkeypatch):
    """Protects who builds: one run tells all that is missing, for which platform and which Python."""

    class Told:
        def __init__(self, returncode, stderr=""):
            self.returncode, self.stderr = returncode, stderr

    def pip(asked, *_others):
        missing = [one for one in asked if one.startswith(("a", "c"))]
        return Told(1, f"ERROR: No matching distribution found for {missing[0]}") if missing else Told(0)

    monkeypatch.setattr(wheels, "_pip", pip)
    with pytest.raises(NoWheels, match=r"^no wheel for linux-aarch64, CPython 3\.12: a==1, c==3$"):
        fetch({"a": "1", "b": "2", "c": "3"}, LINUX, "3.12", tmp_path)


def test_an_unreachable_registry_is_not_told_as_a_missing_wheel(tmp_path, monkeypatch):
    class Told:
        returncode = 1
        stderr = "WARNING: Retrying (Retry(total=0))\nERROR: No matching distribution found for a==1"

    monkeypatch.setattr(wheels, "_pip", lambda *_: Told)
    with pytest.raises(Unbuildable, match="pip could not fetch a==1") as raised:
        fetch({"a": "1"}, LINUX, "3.12", tmp_path)
    assert not isinstance(raised.value, NoWheels)


def test_a_wheel_cut_short_is_fetched_again(tmp_path):
    """Protects the bundle from what an interrupted download left behind."""
    path = made(tmp_path, "click", "8")
    assert stored("click", "8", tmp_path).path == path
    path.write_bytes(path.read_bytes()[:-30])
    assert stored("click", "8", tmp_path) is None


def test_the_pins_of_the_bundle_agree_with_those_of_the_project():
    """Protects from two versions of one package: a pin stands in one of the two files."""
    project, own = read_pins(wheels.Path("constraints.txt")), read_pins(wheels.Path("tools/offline/pins.txt"))
    assert set(project) & set(own) == set()
