import re

import pytest

from allocator.words import CATALOGUE, default_language, say
from allocator.words._entry import placeholders


@pytest.mark.parametrize("code", sorted(CATALOGUE))
def test_both_languages_take_the_same_arguments(code):
    """Protects readers of either language from a sentence that tells less than the other."""
    entry = CATALOGUE[code]
    assert placeholders(entry.zh) == placeholders(entry.en)


@pytest.mark.parametrize("code", sorted(CATALOGUE))
def test_the_english_sentence_is_english(code):
    """An English sentence may quote Chinese headings and codes, but never be empty or all Chinese."""
    assert re.search(r"[A-Za-z]|^\W*(\{\w+\}\W*)+$|^[0-9]+-[0-9]+$", CATALOGUE[code].en)
    assert CATALOGUE[code].zh.strip()


def test_lists_are_joined_as_each_language_does():
    assert say("step.chiefs.without_post", "en", person_id=["a", "b"]).startswith("a, b ")
    assert say("step.chiefs.without_post", "zh", person_id=["a", "b"]).startswith("a、b")


@pytest.mark.parametrize(
    ("locale_name", "language"), [("zh_CN.UTF-8", "zh"), ("en_US.UTF-8", "en"), ("C", "zh"), ("de_DE", "en")]
)
def test_the_machine_speaks_its_locales_language(monkeypatch, locale_name, language):
    monkeypatch.setenv("LC_ALL", locale_name)
    assert default_language() == language
