"""The explanations of curated cases in the tree; ``python -m tests.competition.explain.golden`` writes them anew.

One file a case: each person by each method, in both languages, without the traces of scores (one case apart).
"""

from dataclasses import replace
from pathlib import Path

from allocator.competition.check import check
from allocator.competition.explain import Explanation, explain_person, sentences
from allocator.competition.files import read_rulebook
from allocator.competition.pipeline import run
from allocator.files import draft_of
from allocator.words import Lang
from models.competition.rulebook import Rulebook
from scenarios import curated, curated_folder
from tests.competition.explain.changing import METHODS

FOLDER = Path(__file__).parent / "golden"
LANGUAGES: tuple[Lang, ...] = ("zh", "en")
WHOLE = "scores"
"""The case whose explanations are kept with every line of the scores."""
PEOPLE: dict[str, tuple[str, ...]] = {
    "avoidance": ("P2",),
    "composite_total": ("P1",),
    "direction": ("P2", "P4", "P5"),
    "eligibility": ("P1", "P3"),
    "fixed_post": ("P1",),
    "floor_exact": ("P1", "P2"),
    "institution_pool": ("I1", "I2", "I5", "I6"),
    "institution_retention": ("I2",),
    "over_subscription": ("P2", "P3", "P5"),
    "pin": ("K1", "P2", "C2"),
    "required_retention": ("I1", "I2", "I3"),
    "retention": ("P2",),
    "round_priority": ("P1", "P2", "P4"),
    "scores": ("P1",),
    "tie_by_lot": ("P1", "P2"),
    "tie_by_rate": ("P1",),
    "vacancy": ("P2",),
    "withdrew": ("W1", "P1"),
    "write_in": ("P1", "P2"),
}


def page(name: str) -> str:
    """The explanations of one curated case as text."""
    own = curated_folder(name) / "rulebook.toml"
    rulebook = read_rulebook(own) if own.exists() else Rulebook()
    scores = check(draft_of(curated(name)), rulebook).scores
    assert scores is not None
    blocks = []
    for method in METHODS:
        done = run(scores, method)
        for person_id in PEOPLE[name]:
            found = explain_person(scores, done, person_id)
            shown = found if name == WHOLE else without_traces(found)
            for lang in LANGUAGES:
                audiences = ("office", "person") if name == "tie_by_rate" else ("office",)
                for audience in audiences:
                    lines = sentences(shown, scores, lang, audience=audience)
                    blocks.append("\n".join(f"{one.kind:7} {one.text}  [{one.article or ''}]" for one in lines))
    return "\n\n".join(blocks) + "\n"


def without_traces(found: Explanation) -> Explanation:
    """The explanation without the lines of the scores."""
    return replace(found, scores=(), posts=tuple(replace(answer, scores=()) for answer in found.posts))


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for known in PEOPLE:
        (FOLDER / f"{known}.txt").write_text(page(known), encoding="utf-8")
