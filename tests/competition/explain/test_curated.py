"""Explanations of the curated cases, sentence by sentence, as they stand in the tree."""

import pytest

from tests.competition.explain.golden import FOLDER, PEOPLE, page


@pytest.mark.parametrize("name", sorted(PEOPLE))
def test_the_explanation_is_the_one_in_the_tree(name: str) -> None:
    """Protects what officers read: every sentence in both languages, by both methods."""
    assert page(name) == (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
