"""The JSON Schemas of the case, the rulebook and the outcome, kept in ``models/schemas``.

``python -m models.schema_export`` writes them anew.
"""

import json
from pathlib import Path

from models.common.base import Frozen
from models.competition.case import Case
from models.competition.outcome import Outcome
from models.competition.rulebook import Rulebook

FOLDER = Path(__file__).parent / "schemas"
EXPORTED: dict[str, type[Frozen]] = {"case": Case, "rulebook": Rulebook, "outcome": Outcome}


def schema_text(name: str) -> str:
    """The schema of one exported type, as it stands in the tree."""
    schema = EXPORTED[name].model_json_schema(mode="validation")
    return json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def write_schemas() -> None:
    """Writes every schema."""
    FOLDER.mkdir(exist_ok=True)
    for name in EXPORTED:
        (FOLDER / f"{name}.schema.json").write_text(schema_text(name), encoding="utf-8")


if __name__ == "__main__":
    write_schemas()
