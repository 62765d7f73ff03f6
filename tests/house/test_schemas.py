import json

import pytest

from models.schema_export import EXPORTED, FOLDER, schema_text


@pytest.mark.parametrize("name", sorted(EXPORTED))
def test_the_schema_in_the_tree_is_current(name):
    """Protects programs that read our files by schema: it is generated from the very types we read and write."""
    assert (FOLDER / f"{name}.schema.json").read_text(encoding="utf-8") == schema_text(name)


def test_an_outcome_schema_is_closed():
    schema = json.loads(schema_text("outcome"))
    assert schema["additionalProperties"] is False
    assert all(part["additionalProperties"] is False for part in schema["$defs"].values() if "properties" in part)
