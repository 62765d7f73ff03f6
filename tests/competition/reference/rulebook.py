"""The built-in numbers, and a folder's differences from them."""

import tomllib
from pathlib import Path
from typing import Any

RULEBOOK: dict[str, dict[str, Any]] = {
    "rounding": {"decimals": 3},
    "eligibility": {
        "years": {"head": 0, "head_nominal": 3, "deputy": 2, "deputy_nominal": 3},
        "dissatisfied_below": "1/3",
    },
    "exam": {"weights": {"aptitude": "0.3", "essay": "0.5", "knowledge": "0.2"}},
    "appraisal": {
        "weights": {"virtue": "0.30", "ability": "0.15", "diligence": "0.10", "results": "0.25", "integrity": "0.20"}
    },
    "review": {"years": 3},
    "quantification": {
        "weights": {"exam": "0.1", "appraisal": "0.3", "review": "0.6"},
        "bonus": {"head": 4, "head_nominal": 2, "deputy": 1, "deputy_nominal": 0, "staff": 0},
    },
    "speech": {"drop_highest": 2, "drop_lowest": 2},
    "recommendation": {
        "weights": {"leaders": "0.35", "staff": "0.40", "institutions": "0.15", "counties": "0.10"},
        "floor": "1/3",
    },
    "composite": {"weights": {"quantification": "0.3", "speech": "0.1", "recommendation": "0.6"}},
    "applications": {"caps": [2, 2, 1], "reading": "tiers", "priority": True},
    "clerks": {"retain": 1},
    "institution": {
        "retain": 1,
        "required": True,
        "composition": [
            {"attribute": "gender", "values": ["female"], "min_count": 1, "from_headcount": 3},
            {"attribute": "gender", "values": ["male"], "min_count": 1, "from_headcount": 3},
            {"attribute": "age", "below": 35, "min_count": 1, "from_headcount": 3},
            {"attribute": "education", "values": ["bachelor", "master", "doctor"], "min_count": 1, "from_headcount": 3},
        ],
    },
    "objective": {
        "chiefs": ["posts_filled", "composite", "votes", "applied", "round", "lot"],
        "clerks": ["placed", "mutual", "quantification", "one_sided", "round", "pick_order", "lot"],
        "institution": ["required", "placed", "shortfall", "quantification", "round", "pick_order", "lot"],
    },
}


def read_rulebook(folder: Path) -> dict[str, dict[str, Any]]:
    """The built-in rulebook with the folder's differences: weights replaced whole, years and bonus key by key."""
    path = folder / "rulebook.toml"
    own = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    book = {part: dict(values) for part, values in RULEBOOK.items()}
    for part, values in own.items():
        if not isinstance(values, dict):
            continue
        for key, value in values.items():
            book[part][key] = {**book[part][key], **value} if key in ("years", "bonus") else value
    return book
