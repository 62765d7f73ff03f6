"""What a personal slip says to somebody whom the draw alone kept out."""

import pytest

from allocator.competition.check import check
from allocator.competition.papers import Grounds, Options, material
from allocator.competition.pipeline import run
from allocator.files import draft_of
from models.competition.rulebook import Rulebook
from tests.competition.builders import case, institution, person
from tests.papers.making import shown

NAMES = {"x": "甲某", "y": "乙某", "z": "丙某"}


@pytest.mark.parametrize("method", ["rules", "optimal"])
def test_a_slip_tells_how_many_were_equal_and_not_who(method):
    """x, y and z are equal for the seat that u must keep: each loser reads that two others were, that the draw
    decided, who sits there, and neither the name of the third nor that the whole is better so.
    """
    made = case(
        [person("c"), *(institution(p, "u", name=name) for p, name in NAMES.items())],
        {"t": 2, "u": 2},
        marks={"c": 70, **dict.fromkeys(NAMES, 80)},
        clerk_filed={"c": ["t"], **{p: ["u"] for p in NAMES}},
        picks={"t": ["c"]},
    )
    checked = check(draft_of(made), Rulebook())
    done = run(checked.scores, method)
    kept = next(p.person_id for p in done.outcome.placements if p.basis == "required")
    for lang, told, better in (
        ("zh", "另有2人", ("更优", "合计取舍")),
        ("en", "besides you: 2.", ("is better", "goes by its levels")),
    ):
        slips = material("personal-slip", Grounds(checked.scores, done, ()), Options(), lang)
        for loser in set(NAMES) - {kept}:
            text = shown(slips[f"personal-slip-{loser}"])
            third = (set(NAMES) - {kept, loser}).pop()
            assert told in text and NAMES[kept] in text and NAMES[third] not in text
            assert not any(claim in text for claim in better)
