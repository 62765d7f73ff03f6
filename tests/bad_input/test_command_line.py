"""Bad input at the command line: exit code 3, the fault by name in both languages, no traceback, nothing written."""

import json
import re

import pytest

from allocator.cli import main
from tests.bad_input.raw_case import valid_tables, write_tables
from tests.bad_input.specimens import SPECIMENS

CARRIED = [
    pytest.param(bad, lang, id=f"{bad}-{lang}")
    for bad in SPECIMENS
    for lang in ("zh", "en")
    if bad.code != "case_other_exercise"  # the command line asks the exercise that the case names
]


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
    assert all(fault["text"] and not re.search(r"\{[a-z_]+\}", fault["text"]) for fault in said)
    assert f"[{bad.code}]" in err
    assert "Traceback" not in out + err
    assert not (tmp_path / "out").exists()


def test_a_rulebook_in_another_encoding(tmp_path, capsys):
    """No specimen of text can hold bytes that are no text: ``rulebook_encoding`` is brought about here."""
    case = write_tables(valid_tables(), tmp_path, "csv")
    (case / "rulebook.toml").write_bytes('name = "轮岗"\n'.encode("gb18030"))
    assert main(["solve", str(case), "-o", str(tmp_path / "out"), "--json"]) == 3
    assert [fault["code"] for fault in json.loads(capsys.readouterr().out)["faults"]] == ["rulebook_encoding"]
    assert not (tmp_path / "out").exists()
