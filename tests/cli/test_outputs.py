"""What is written or printed: who may read it, and that JSON names the version of its schema."""

import json
import os

import pytest


@pytest.fixture(autouse=True)
def usual_umask():
    """The machine's usual permissions, whatever the tests are run with."""
    mask = os.umask(0o022)
    yield
    os.umask(mask)


def modes(folder) -> set[int]:
    return {path.stat().st_mode & 0o777 for path in folder.rglob("*") if path.is_file()}


def folder_modes(folder) -> set[int]:
    return {path.stat().st_mode & 0o777 for path in (folder, *folder.rglob("*")) if path.is_dir()}


@pytest.mark.parametrize(
    "verb",
    [["solve", "--method", "optimal"], ["compare"], ["report"], ["score"], ["generate"], ["template"], ["intake"]],
)
@pytest.mark.parametrize("shared", [False, True])
def test_only_the_user_reads_what_is_written(allocator, folder, tmp_path, verb, shared):
    """Protects personal data on a machine with several users; ``--shared`` leaves it to the machine."""
    out = tmp_path / "deep" / "out"
    more = ["--shared"] if shared else []
    name, *options = verb
    if name in ("generate", "template"):
        code, _, _ = allocator(name, out, *options, *more)
    else:
        target = out / "scores.csv" if name == "score" else out
        code, _, _ = allocator(name, folder, *options, "-o", target, *more)
    assert code == 0
    assert modes(out) == ({0o644} if shared else {0o600})
    assert folder_modes(out) == ({0o755} if shared else {0o700})
    assert os.umask(0o022) == 0o022


def test_an_earlier_file_becomes_the_users_alone(allocator, folder, tmp_path):
    """Protects what an older version left open to everybody, once it is written anew."""
    target = tmp_path / "scores.json"
    target.write_text("{}", encoding="utf-8")
    target.chmod(0o644)
    assert allocator("score", folder, "-o", target)[0] == 0
    assert target.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("verb", ["check", "score", "verify", "rulebook", "solve", "compare", "explain", "template"])
def test_json_names_the_version_of_its_schema(allocator, folder, tmp_path, verb):
    """Protects programs that read the output from a change they cannot see."""
    allocator("solve", folder, "--method", "rules", "-o", tmp_path / "out")
    arguments = {
        "verify": [folder, tmp_path / "out" / "outcome.json"],
        "rulebook": [],
        "explain": [folder, "a"],
        "template": [tmp_path / "template"],
    }.get(verb, [folder])
    code, out, _ = allocator(verb, *arguments, "--json")
    assert (code, json.loads(out)["schema_version"]) == (0, 1)


def test_an_outcome_of_a_newer_program_says_so(allocator, folder, tmp_path):
    """Protects from a list of unknown fields that hides the one thing to do."""
    allocator("solve", folder, "--method", "rules", "-o", tmp_path / "out")
    path = tmp_path / "out" / "outcome.json"
    path.write_text(path.read_text(encoding="utf-8").replace('"schema_version": 1', '"schema_version": 2'), "utf-8")
    code, out, _ = allocator("verify", folder, path, "--json")
    assert code == 3
    (fault,) = json.loads(out)["faults"]
    assert (fault["code"], fault["args"]) == ("outcome_newer", {"version": 2, "known": 1})
