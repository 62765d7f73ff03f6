"""Bad input at the command line: exit code 3, the fault by name in both languages, no traceback, nothing written."""

import json

import pytest

from allocator.cli import main
from tests.bad_input.specimens import SPECIMENS

CARRIED = [pytest.param(bad, lang, id=f"{bad}-{lang}") for bad in SPECIMENS for lang in ("zh", "en")]


@pytest.mark.parametrize(("bad", "lang"), CARRIED)
def test_bad_input_ends_with_3_and_leaves_nothing(tmp_path, capsys, bad, lang):
    """Protects the officer from tracebacks and from half a result."""
    form = bad.forms[0 if lang == "zh" else -1]
    (tmp_path / "in").mkdir()
    case = bad.write(tmp_path / "in", form)
    arguments = ["solve", str(case), "-o", str(tmp_path / "out"), "--json", "--lang", lang]
    if bad.rulebook is not None:
        (tmp_path / "rulebook.toml").write_text(bad.rulebook, encoding="utf-8")
        arguments += ["--rulebook", str(tmp_path / "rulebook.toml")]
    assert main(arguments) == 3
    out, err = capsys.readouterr()
    said = json.loads(out)["faults"]
    assert bad.code in {fault["code"] for fault in said}
    assert all(fault["text"] and "{" not in fault["text"].replace(fault["value"] or "", "") for fault in said)
    assert f"[{bad.code}]" in err
    assert "Traceback" not in out + err
    assert not (tmp_path / "out").exists()
