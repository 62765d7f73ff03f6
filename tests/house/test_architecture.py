"""The house rules, held by tests: import order, rule kinds, one catalogue."""

import ast
from pathlib import Path

import pytest

from models.rule_ids import NEEDS, RULES, RuleId
from tests.house.rule_table import PAGE, carriers, page

ROOT = Path(__file__).parents[2]

MAY_IMPORT: dict[str, frozenset[str]] = {
    name: frozenset(allowed.split())
    for name, allowed in {
        "models": "",
        "words": "models",
        "tabular": "",
        "labels": "models words",
        "solver": "",
        "faults": "models",
        "results": "models solver",
        "bureau": "models",
        "audit": "models",
        "files": "models words faults tabular",
        "scoring": "models bureau results",
        "pools": "models bureau results scoring",
        "check": "models words faults files bureau results scoring pools",
        "rules": "models bureau results scoring pools",
        "optimum": "models bureau results scoring pools solver",
        "pipeline": "models faults bureau results scoring pools rules optimum solver check files",
        "certificates": "models bureau results scoring pools optimum solver files",
        "compare": "models faults bureau results scoring pools rules optimum solver check pipeline",
        "phrases": "models words labels compare",
        "explain": "models words labels faults files bureau results scoring pools check rules optimum solver pipeline "
        "compare",
        "report": "models words labels phrases faults files bureau results scoring pools rules optimum solver check "
        "pipeline compare explain",
        "papers": "models words labels faults files bureau results scoring pools pipeline explain report",
        "batch": "models words tabular faults files bureau results scoring pools check solver optimum pipeline audit",
        "placements": "models words tabular",
        "web": "models words tabular labels phrases placements faults files bureau results scoring pools check solver "
        "optimum pipeline compare explain report papers audit",
        "scenarios": "models",
    }.items()
}
"""What each part may import besides itself; the command line (cli) may import everything."""


def part_of(module: str) -> str:
    pieces = module.split(".")
    if pieces[0] == "allocator":
        return pieces[1] if len(pieces) > 1 else "allocator"
    return pieces[0]


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


@pytest.mark.parametrize("path", sources(), ids=lambda p: str(p.relative_to(ROOT)))
def test_nothing_imports_to_its_right(path):
    """Protects the one-way flow of data: a part imports only what stands before it."""
    own = part_of(".".join(path.relative_to(ROOT).with_suffix("").parts))
    if own in ("cli", "__init__", "__main__"):
        return
    allowed = MAY_IMPORT[own] | {own, "allocator"}
    assert {m for m in imported(path) if part_of(m) not in allowed} == set()


CARRIED = {rule: {part for part, _ in found} for rule, found in carriers().items()}


@pytest.mark.parametrize("rule", list(RuleId))
def test_every_rule_has_what_its_kind_needs(rule):
    """Protects the list of rules from drifting: each is checked, enforced, audited, shown and documented."""
    missing = NEEDS[RULES[rule].kind] - CARRIED[rule] - {"docs", "case"}
    assert missing == set()


def test_every_rule_is_listed_with_its_article():
    assert set(RULES) == set(RuleId)


def test_the_rule_table_is_current():
    """The rule table of the docs names each id, kind, article and file exactly as the program has them."""
    assert PAGE.read_text(encoding="utf-8") == page()


@pytest.mark.parametrize("rule", [r for r in RuleId if "case" in NEEDS[RULES[r].kind]])
def test_every_rule_is_shown_by_a_curated_case(rule):
    """Each rule that decides something has a case worked by hand."""
    pages = "\n".join(p.read_text(encoding="utf-8") for p in (ROOT / "scenarios" / "curated").glob("*/page.md"))
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
