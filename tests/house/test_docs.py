"""The pages people read: what they point to is there, and what they tell to type is understood."""

import re

import pytest

from allocator.cli import main
from tests.house.test_architecture import ROOT

PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md")), *sorted((ROOT / "scenarios").rglob("*.md"))]
FOLDERS = ("allocator", "benchmarks", "docs", "models", "scenarios", "tests", "tools")


def text_of(page):
    return page.read_text(encoding="utf-8")


def named(page):
    return str(page.relative_to(ROOT))


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_links_lead_somewhere(page):
    """Protects readers from dead links, to files and to headings alike."""
    for link, picture in re.findall(r'\]\(([^)\s]+)\)|src="([^"]+)"', text_of(page)):
        target, _, heading = (link or picture).partition("#")
        if target.startswith("https://"):
            continue
        found = (page.parent / target).resolve() if target else page
        assert found.exists(), link or picture
        if heading:
            headings = re.findall(r"^#+ (.*)", text_of(found), re.MULTILINE)
            assert heading in [re.sub(r"[^\w\- ]", "", one.lower()).replace(" ", "-") for one in headings], link


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_files_that_are_named_are_there(page):
    for path in re.findall(rf"`((?:{'|'.join(FOLDERS)})/[\w./\-]+)`", text_of(page)):
        assert (ROOT / path).exists(), path


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_targets_of_make_exist(page):
    made = re.findall(r"^([a-z][a-z\-]*):", text_of(ROOT / "Makefile"), re.MULTILINE)
    for target in re.findall(r"(?:`|^)make ([a-z][a-z\-]*)", text_of(page), re.MULTILINE):
        assert target in made, target


def commands():
    """Every command line of the program that a page tells to type, with the page."""
    found = {}
    for page in PAGES:
        for line in re.findall(r"(?:^|`)(?:venv[\\/]\w+[\\/])?allocator ([a-z][^`\n]*)", text_of(page), re.MULTILINE):
            found.setdefault(line.split(" # ")[0].strip(), named(page))
    return sorted(found.items())


@pytest.mark.parametrize(("line", "page"), commands())
def test_commands_name_verbs_and_options_that_exist(line, page, capsys):
    """Protects whoever copies a command: its verb and each of its options are those of the program."""
    assert main([line.split()[0], "--help", "--lang", "en"]) == 0, page
    told = capsys.readouterr().out
    for option in re.findall(r"(?<![\w-])--?[a-z][a-z\-]*", line):
        assert option in told, option


def test_the_readme_names_every_part_of_the_program():
    line = next(one for one in text_of(ROOT / "README.md").splitlines() if one.startswith("allocator/ "))
    parts = {path.name for path in (ROOT / "allocator").iterdir() if path.is_dir() and not path.name.startswith("_")}
    assert set(re.split(r"\s+·\s+|\s+", line)[1:]) == parts


@pytest.mark.parametrize(("exercise", "place"), [("competition", 0), ("rotation", 1)])
def test_the_readme_quotes_the_demo(tmp_path, capsys, exercise, place):
    """Protects the first screen: every row of the result it shows is printed by the command it names."""
    text = text_of(ROOT / "README.md")
    block = [one for one in re.findall(r"```\n(.*?)```", text, re.DOTALL) if one.startswith("== ")][place]
    assert main(["demo", "-o", str(tmp_path / "demo"), "--exercise", exercise, "--lang", "zh"]) == 0
    printed = [re.sub(r"\s+", " ", row) for row in capsys.readouterr().out.splitlines()]
    for row in filter(None, block.splitlines()):
        if not row.startswith("--"):
            assert any(re.sub(r"\s+", " ", row) in one for one in printed), row
