"""The Linux bundle: built, unpacked into an empty folder, installed and used where there is no network."""

import hashlib
import json
import os
import platform
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.offline import netless
from tools.offline import build
from tools.offline.targets import TARGETS

TARGET = TARGETS[f"linux-{platform.machine()}"]


@pytest.fixture(scope="session")
def bundle(tmp_path_factory):
    """The zip of this machine's platform, and its folder as it was unpacked."""
    base = tmp_path_factory.mktemp("bundle")
    assert build.main(["--target", TARGET.name, "--dist", str(base / "dist")]) == 0
    [path] = (base / "dist").glob("*.zip")
    with zipfile.ZipFile(path) as archive:
        archive.extractall(base / "unpacked")
    return path, base / "unpacked" / path.stem


@pytest.fixture
def copy(bundle, tmp_path):
    """A folder of the bundle to spoil; its files are shared with the good one until they are replaced."""
    return Path(shutil.copytree(bundle[1], tmp_path / "copy", copy_function=os.link))


@pytest.fixture(scope="session")
def installed(bundle, tmp_path_factory):
    """The bundle installed without a network, by its own script, with a portable Python beside it."""
    folder = tmp_path_factory.mktemp("machine")
    place = Path(shutil.copytree(bundle[1], folder / "post-allocator", copy_function=os.link))
    (place / "python").symlink_to(sys.base_prefix)
    made = netless.run(["sh", str(place / "install.sh")], folder)
    assert made.returncode == 0, made.stdout + made.stderr
    assert "安装完成" in made.stdout
    return folder, place


def replace(path, data):
    path.unlink()
    path.write_bytes(data)


def refused(folder, copy):
    """Runs the install script as it would be run, and returns what it said when it refused."""
    (copy / "python").symlink_to(sys.base_prefix)
    made = netless.run(["sh", str(copy / "install.sh")], folder)
    assert made.returncode == 1
    assert not (copy / "venv").exists()
    return made.stderr


def test_the_demo_runs(installed):
    """Protects officers without a network: the embedded bureau is decided and verified where only the bundle is."""
    folder, place = installed
    shown = netless.run([str(place / "venv/bin/allocator"), "demo", "-o", str(folder / "demo"), "--lang", "zh"], folder)
    assert shown.returncode == 0, shown.stderr
    assert "已证明" in shown.stdout
    assert json.loads((folder / "demo/optimal/outcome.json").read_text(encoding="utf-8"))["method"] == "optimal"


def test_papers_and_report_are_made(installed):
    """Protects officers from a bundle that lacks what papers and the report are made with."""
    folder, place = installed
    case = str(build.ROOT / "scenarios" / "embedded")
    program = str(place / "venv/bin/allocator")
    for command in (["report", case, "-o", "report"], ["notice", "quantification", case, "-o", "papers"]):
        made = netless.run([program, *command], folder)
        assert made.returncode == 0, made.stderr
    names = {path.suffix for path in (folder / "papers").rglob("*") if path.is_file()}
    assert {".docx", ".pdf"} <= names
    assert (folder / "report/result.xlsx").is_file()


def test_the_web_page_answers(installed):
    """Protects the start script: the server comes up on 127.0.0.1 and shows the case."""
    folder, place = installed
    script = Path(__file__).with_name("serving.py")
    case = str(build.ROOT / "scenarios" / "embedded")
    command = [sys.executable, "-I", str(script), str(place / "start.sh"), str(folder / "store.sqlite3"), case]
    page = netless.run(command, folder)
    assert page.returncode == 0, page.stderr
    assert page.stdout.startswith("200 http://127.0.0.1:")
    assert "/cases/" in page.stdout
    assert "<h1" in page.stdout


def test_uninstalling_leaves_the_data(installed):
    """Protects the data of the user: only the environment is taken away, and where the data lie is said."""
    folder, place = installed
    store = folder / "home/.local/share/post-allocator/store.sqlite3"
    store.parent.mkdir(parents=True, exist_ok=True)
    store.write_bytes(b"kept")
    gone = shutil.copytree(place, folder / "second", symlinks=True, ignore=shutil.ignore_patterns("wheels"))
    taken = netless.run(["sh", str(gone / "uninstall.sh")], folder)
    assert taken.returncode == 0, taken.stderr
    assert str(store.parent) in taken.stdout
    assert not (gone / "venv").exists()
    assert list(gone.glob("venv-old-*")) == []
    assert store.read_bytes() == b"kept"
    assert netless.run(["sh", str(gone / "uninstall.sh")], folder).returncode == 1
    assert "install" in netless.run(["sh", str(gone / "start.sh")], folder).stderr


def test_a_wheel_with_one_byte_changed_is_refused(copy, tmp_path):
    """Protects officers from a copy that went wrong, or was meddled with: nothing is installed."""
    [wheel] = (copy / "wheels").glob("numpy-*.whl")
    data = bytearray(wheel.read_bytes())
    data[len(data) // 2] ^= 1
    replace(wheel, data)
    assert f"wheels/{wheel.name}" in refused(tmp_path, copy)


def test_a_wheel_nobody_listed_is_refused(copy, tmp_path):
    (copy / "wheels" / "numpy-99.0-py3-none-any.whl").write_bytes(b"")
    assert "numpy-99.0-py3-none-any.whl" in refused(tmp_path, copy)


def test_a_missing_file_is_refused(copy, tmp_path):
    (copy / "requirements-3.11.txt").unlink()
    assert "requirements-3.11.txt" in refused(tmp_path, copy)


def test_a_folder_that_is_not_ours_is_left_alone(copy, tmp_path):
    """Protects what somebody keeps under the name of our environment."""
    (copy / "python").symlink_to(sys.base_prefix)
    (copy / "venv").mkdir()
    (copy / "venv" / "own.txt").write_text("mine", encoding="utf-8")
    for script in ("install.sh", "uninstall.sh"):
        assert netless.run(["sh", str(copy / script)], tmp_path).returncode == 1
        assert (copy / "venv" / "own.txt").read_text(encoding="utf-8") == "mine"


def test_a_failed_update_leaves_the_earlier_installation(copy, tmp_path):
    """Protects who updates: pip holds each wheel against its hash once more, and a failure puts everything back."""
    (copy / "python").symlink_to(sys.base_prefix)
    (copy / "venv").mkdir()
    for name in ("post-allocator-offline.txt", "earlier.txt"):
        (copy / "venv" / name).write_text("earlier", encoding="utf-8")
    listed = copy / "requirements-3.11.txt"
    before = listed.read_bytes()
    [numpy] = (line for line in before.decode().splitlines() if line.startswith("numpy=="))
    wrong = before.replace(numpy[-64:].encode(), b"0" * 64)
    sums = (copy / "SHA256SUMS").read_bytes()
    replace(listed, wrong)
    old, new = (hashlib.sha256(text).hexdigest().encode() for text in (before, wrong))
    replace(copy / "SHA256SUMS", sums.replace(old, new))
    made = netless.run(["sh", str(copy / "install.sh")], tmp_path)
    assert made.returncode == 1
    assert "已恢复到安装之前的状态" in made.stderr
    assert (copy / "venv" / "earlier.txt").read_text(encoding="utf-8") == "earlier"
    assert list(copy.glob("venv-old-*")) == []


def test_without_a_python_it_says_what_is_needed(copy, tmp_path):
    """Protects officers from a bare 'not found': the versions that fit are named, in both languages."""
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in ("sh", "cat", "dirname"):
        (tools / name).symlink_to(shutil.which(name))
    made = subprocess.run(
        ["/bin/sh", str(copy / "install.sh")], env={"PATH": str(tools)}, capture_output=True, text=True, check=False
    )
    assert made.returncode == 1
    assert "CPython 3.11" in made.stderr
    assert "没有找到" in made.stderr


def test_every_file_is_listed_with_its_checksum(bundle):
    """Protects the check itself: what is in the zip is what SHA256SUMS names, entry by entry."""
    path, folder = bundle
    sums = dict(
        reversed(line.split("  ", 1)) for line in (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    )
    with zipfile.ZipFile(path) as archive:
        entries = archive.infolist()
        assert [e.filename for e in entries] == sorted(e.filename for e in entries)
        assert {e.date_time for e in entries} == {build.EARLIEST}
        named = {e.filename.partition("/")[2]: hashlib.sha256(archive.read(e)).hexdigest() for e in entries}
    named.pop("SHA256SUMS")
    assert sums == named
    digest = path.with_name(path.name + ".sha256").read_text(encoding="utf-8").split()[0]
    assert digest == hashlib.sha256(path.read_bytes()).hexdigest()


def test_the_same_tree_gives_the_same_zip(bundle, tmp_path):
    """Protects whoever compares hashes: a bundle made again, with a wheel built again, has the same bytes."""
    assert build.main(["--target", TARGET.name, "--dist", str(tmp_path)]) == 0
    assert (tmp_path / bundle[0].name).read_bytes() == bundle[0].read_bytes()


def test_manuals_and_licences_are_inside(bundle):
    folder = bundle[1]
    page = (folder / "docs/install-offline-zh.html").read_text(encoding="utf-8")
    assert '<html lang="zh-CN">' in page
    assert 'href="tutorial-zh.html"' in page
    assert (folder / "licences/LICENSE").is_file()
    assert list((folder / "licences").glob("ortools-*"))
