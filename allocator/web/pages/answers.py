"""An explanation as the blocks of a page: a heading with its sentences and details."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from allocator.competition.explain import Explanation, Line, PostAnswer
    from allocator.competition.scoring import Scores
    from allocator.words import Lang

LOST = ("outranked", "given_up", "lost_to_total", "lost_to_draw", "barred")
PRICED = ("lost_to_total", "lost_to_draw")
"""How a chief post came out when it can be asked what would have won it."""


@dataclass
class Block:
    """A heading with its sentences; ``answers`` are the posts it speaks of, if it speaks of any."""

    heading: str
    lines: list[Line] = field(default_factory=list)
    details: list[Line] = field(default_factory=list)
    answers: list[PostAnswer] = field(default_factory=list)

    @property
    def askable(self) -> list[PostAnswer]:
        """The posts of which it can be asked what they would cost, or what would have won them."""
        return [one for one in self.answers if one.verdict in PRICED or _lost_chief_post(one)]


def _lost_chief_post(answer: PostAnswer) -> bool:
    return answer.role == "chief" and answer.verdict in LOST


def blocks(explanation: Explanation, scores: Scores, lang: Lang) -> list[Block]:
    """The seat, the scores, then one block for each post or for several of which the same is to be said."""
    found = _said(replace(explanation, posts=()), scores, lang)
    bare = replace(explanation, scores=())
    group: list[PostAnswer] = []
    for answer in explanation.posts:
        together = _said(replace(bare, posts=(*group, answer)), scores, lang)[2:]
        if group and len(together) == 1:
            group.append(answer)
            found[-1] = together[0]
        else:
            group = [answer]
            found.append(together[-1])
        found[-1].answers = list(group)
    return found


def _said(explanation: Explanation, scores: Scores, lang: Lang) -> list[Block]:
    """The lines of an explanation under their headings."""
    from allocator.competition.explain import sentences

    found: list[Block] = []
    for line in sentences(explanation, scores, lang, audience="office"):
        if line.kind == "heading":
            found.append(Block(line.text))
        elif found:
            (found[-1].details if line.kind == "detail" else found[-1].lines).append(line)
    return found
