"""What is typed wrongly is said in the language asked for, with exit code 2 and nothing on standard output."""

import json

import pytest

from allocator.words import CATALOGUE

VERBS = ("demo", "template", "generate", "check", "score", "solve", "compare", "verify", "solver", "rulebook")


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_explains_itself_in_both_languages(allocator, verb, lang):
    """Help is made from the catalogue alone, so that an option without words cannot be added."""
    code, out, err = allocator(verb, "--help", "--lang", lang)
    entry = CATALOGUE[f"help.verb.{verb}"]
    assert (code, err) == (0, "")
    assert (entry.zh if lang == "zh" else entry.en) in out
    assert "--json" in out
    assert "--lang zh|en" in out


@pytest.mark.parametrize(("lang", "text"), [("zh", "命令："), ("en", "Verbs:")])
def test_help_lists_the_verbs(allocator, lang, text):
    code, out, _ = allocator("--lang", lang, "--help")
    assert code == 0
    assert text in out
    assert all(f"  {verb} " in out for verb in VERBS)


@pytest.mark.parametrize(
    ("arguments", "zh", "en"),
    [
        (["frob"], "没有此命令：frob", "no such verb: frob"),
        (["check"], "缺少参数：CASE", "missing argument: CASE"),
        (["check", "x", "--frob"], "没有此选项：--frob", "no such option: --frob"),
        (["check", "x", "--rulebook"], "选项 --rulebook 后面应有一个值", "option --rulebook needs a value"),
        (["solve", "x", "--method", "best"], "应为：rules|optimal", "expected: rules|optimal"),
        (["solve", "x", "--workers", "0"], "--workers 的值不对", "bad value for --workers"),
        (["solve", "x", "--time-limit", "soon"], "--time-limit 的值不对", "bad value for --time-limit"),
        (["solve", "x", "--stage", "clerks"], "须用 --given", "needs --given"),
        (["solve", "x", "--stage", "chiefs", "--given", "y"], "不能用 --given", "nothing to give"),
        (["solve", "x", "--method", "optimal", "--trace"], "--trace 只用于", "--trace is used with"),
        (["compare", "x", "--stage", "institution"], "须用 --given", "needs --given"),
        (["demo", "--as-kept", "y.xls"], "须以 .xlsx 结尾", "must end in .xlsx"),
        (["demo", "--as-kept", "y.xlsx", "-o", "z"], "不能与 --output 合用", "does not go with --output"),
        (["score", "x", "-o", "y.txt"], "须以 .csv 或 .json 结尾", "must end in .csv or .json"),
        (["score", "x", "--section", "s1"], "须与 --person 合用", "together with --person"),
        (["generate", "x", "--people", "2", "--sections", "3"], "人数不得少于科室数", "at least as many people"),
        (["check", "x", "--seed", ""], "--seed 不能为空", "--seed must not be empty"),
    ],
)
def test_a_usage_error_is_said_in_both_languages(allocator, arguments, zh, en):
    for lang, text in (("zh", zh), ("en", en)):
        code, out, err = allocator(*arguments, "--lang", lang)
        assert (code, out) == (2, "")
        assert text in err


def test_no_verb_at_all_shows_the_help(allocator):
    code, out, err = allocator("--lang", "en")
    assert (code, out) == (2, "")
    assert "Verbs:" in err


def test_an_unknown_language_is_refused(allocator):
    code, out, err = allocator("check", "x", "--lang", "fr")
    assert (code, out) == (2, "")
    assert "zh|en" in err


def test_the_language_may_stand_anywhere(allocator):
    assert allocator("--lang=en", "check")[2] == allocator("check", "--lang", "en")[2]


def test_the_version_is_told(allocator):
    code, out, _ = allocator("--version")
    assert code == 0
    assert out.startswith("allocator ")


def test_a_file_in_place_of_the_result_folder_is_refused_before_any_work(allocator, folder, tmp_path):
    taken = tmp_path / "out"
    taken.write_text("mine")
    assert allocator("solve", folder, "-o", taken)[0] == 2
    assert allocator("compare", folder, "-o", taken)[0] == 2
    assert taken.read_text() == "mine"


@pytest.mark.parametrize(
    "arguments",
    [
        ["frob"],
        ["check"],
        ["check", "x", "--frob"],
        ["solve", "x", "--method", "best"],
        ["solve", "x", "--workers", "0"],
        ["score", "x", "-o", "y.txt"],
        ["check", "x", "--lang", "fr"],
        ["solve", "x", "-o", "y.xlsx"],
    ],
)
def test_a_usage_error_is_json_where_json_is_asked_for(allocator, arguments):
    """Protects programs that read the output: one document on standard output, whatever was typed wrongly."""
    code, out, err = allocator(*arguments, "--json")
    told = json.loads(out)
    assert (code, told["schema_version"], told["error"]) == (2, 1, "usage")
    assert told["text"] in err


@pytest.mark.parametrize("suffix", [".xlsx", ".JSON", ".csv", ".docx"])
@pytest.mark.parametrize("verb", [["solve"], ["compare"], ["report"], ["demo"]])
def test_no_folder_is_made_that_is_called_like_a_file(allocator, folder, tmp_path, verb, suffix):
    """Protects whoever asks for a workbook from a folder of that name."""
    target = tmp_path / f"result{suffix}"
    case = [] if verb == ["demo"] else [folder]
    code, out, err = allocator(*verb, *case, "-o", target, "--lang", "en")
    assert (code, out) == (2, "")
    assert "name a folder" in err
    assert not target.exists()
