"""The house rules, held by tests: import order, rule kinds, one catalogue."""

import ast
from pathlib import Path

import pytest

from allocator.exercise_names import NAMES
from models.common.rules import NEEDS
from models.competition import rule_ids as of_competition
from models.rotation import rule_ids as of_rotation
from tests.house.rule_table import PAGE, RULES, carriers, page

ROOT = Path(__file__).parents[2]

KERNEL: dict[str, frozenset[str]] = {
    name: frozenset(allowed.split())
    for name, allowed in {
        "exercise_names": "",
        "lots": "",
        "words": "exercise_names",
        "tabular": "",
        "labels": "words",
        "solver": "",
        "faults": "",
        "files": "words faults tabular",
        "checking": "faults files",
        "certificates": "solver files competition",
        "report": "words labels files",
        "papers": "words labels faults files",
        "exercise": "words faults files solver",
        "exercises": "exercise_names exercise files",
        "exercise_base": "console",
        "console": "words labels faults files solver tabular exercise exercises papers",
        "batch": "lots words tabular faults files solver competition",
        "web": "words tabular labels faults files solver report papers competition",
    }.items()
}
"""What each part of the kernel may import besides the models and itself; the command line may import everything."""

COMPETITION: dict[str, frozenset[str]] = {
    name: frozenset(allowed.split())
    for name, allowed in {
        "words": "",
        "labels": "",
        "bureau": "",
        "results": "",
        "audit": "",
        "scoring": "bureau results",
        "pools": "bureau results scoring",
        "files": "words",
        "check": "files bureau results scoring pools",
        "rules": "bureau results scoring pools",
        "optimum": "bureau results scoring pools",
        "pipeline": "bureau results scoring pools rules optimum check",
        "proving": "bureau results scoring pools optimum",
        "compare": "bureau results scoring pools rules optimum check pipeline",
        "phrases": "labels compare",
        "explain": "words labels bureau results scoring pools check rules optimum pipeline compare",
        "report": "labels phrases bureau results scoring pools rules optimum check pipeline compare explain words",
        "papers": "labels bureau results scoring pools pipeline explain report words",
        "placements": "",
        "exercise_base": "console",
        "console": "words labels phrases placements scoring results files check pipeline compare audit explain report "
        "papers proving bureau",
        "exercise": "console files check labels audit compare",
    }.items()
}
"""What each room of the competition may import of its own house; of the kernel it may import the tools."""

TOOLS = frozenset(
    (
        *("words", "labels", "tabular", "faults", "files", "checking", "solver", "report", "papers", "lots"),
        *("exercise", "exercise_base", "console", "certificates"),
    )
)
"""The parts of the kernel that an exercise builds on."""


def part_of(module: str) -> str:
    pieces = module.split(".")
    if pieces[0] == "allocator":
        return pieces[1] if len(pieces) > 1 else "allocator"
    return pieces[0]


def room_of(module: str) -> str:
    """The room of the competition a module is in."""
    pieces = module.split(".")
    return pieces[2] if len(pieces) > 2 else "competition"


def sources() -> list[Path]:
    return [p for top in ("models", "allocator", "scenarios") for p in sorted((ROOT / top).rglob("*.py"))]


def imported(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found.update(f"{node.module}.{alias.name}" for alias in node.names if node.module == "allocator")
    return {name for name in found if name.split(".")[0] in ("models", "allocator", "scenarios")}


def module_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


@pytest.mark.parametrize("path", sources(), ids=lambda p: str(p.relative_to(ROOT)))
def test_nothing_imports_to_its_right(path):
    """Protects the one-way flow of data: a part imports only what stands before it."""
    own = part_of(module_of(path))
    if own in ("cli", "__init__", "__main__"):
        return
    found = imported(path)
    if own in ("models", "scenarios"):
        allowed = {"models", own}
    elif own in NAMES:
        allowed = {"models", "allocator", own, *TOOLS}
        room = room_of(module_of(path))
        if own == "competition" and room not in ("__init__", own):
            rooms = {own, room, *COMPETITION[room]}
            assert {m for m in found if part_of(m) == own and room_of(m) not in rooms} == set()
    else:
        allowed = {"models", "allocator", own, *KERNEL[own]}
    assert {m for m in found if part_of(m) not in allowed} == set()


@pytest.mark.parametrize("path", [p for p in sources() if "competition" in p.parts and "audit" in p.parts], ids=str)
def test_the_audit_shares_only_the_types_with_the_rest(path):
    """Protects the independence of the audit: it imports the models and itself alone."""
    own = "allocator.competition.audit"
    assert {m for m in imported(path) if not m.startswith(("models.", own)) and m != "models"} == set()


CARRIED = {rule: {part for part, _ in found} for rule, found in carriers().items()}


@pytest.mark.parametrize("rule", list(RULES))
def test_every_rule_has_what_its_kind_needs(rule):
    """Protects the list of rules from drifting: each is checked, enforced, audited, shown and documented."""
    missing = NEEDS[RULES[rule].kind] - CARRIED[rule] - {"docs", "case"}
    assert missing == set()


def test_every_rule_is_listed_with_its_article():
    assert set(RULES) == {*of_competition.RuleId, *of_rotation.RuleId}


def test_the_rule_table_is_current():
    """The rule table of the docs names each id, kind, article and file exactly as the program has them."""
    assert PAGE.read_text(encoding="utf-8") == page()


@pytest.mark.parametrize("rule", [r for r in RULES if "case" in NEEDS[RULES[r].kind]])
def test_every_rule_is_shown_by_a_curated_case(rule):
    """Each rule that decides something has a case worked by hand."""
    pages = "\n".join(p.read_text(encoding="utf-8") for p in (ROOT / "scenarios").rglob("curated/*/page.md"))
    assert f"`{rule}`" in pages


CJK = range(0x4E00, 0xA000)


@pytest.mark.parametrize(
    "path",
    [p for p in sources() if "words" not in p.parts and p.is_relative_to(ROOT / "allocator")],
    ids=lambda p: str(p.relative_to(ROOT)),
)
def test_no_sentence_stands_outside_the_catalogue(path):
    """Protects translation: outside the words no string constant but a docstring holds Chinese."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    texts = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings
    ]
    attribute_docs = {
        node.value.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    assert [t for t in texts if t not in attribute_docs and any(ord(c) in CJK for c in t)] == []


def test_the_project_speaks_of_itself_alone():
    """Nothing in the tree refers to the workplace it was written in."""
    words = ("../sha" + "red", ".lib" + "rary/", "RULES" + ".md", "FORMAT" + ".md", "SOLVER" + ".md")
    files = [p for p in ROOT.rglob("*") if p.suffix in (".py", ".md", ".toml", ".cfg") and ".venv" not in p.parts]
    assert [(str(p), w) for p in files for w in words if w in p.read_text(encoding="utf-8", errors="ignore")] == []
