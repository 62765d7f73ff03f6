"""Why a person has this post and not another: whom it went to and on which key, what it would cost, what would win."""

from allocator.competition.explain.answers import (
    Explanation,
    PostAnswer,
    Price,
    PriceLevel,
    Reason,
    StagePrice,
    Verdict,
    WouldHave,
)
from allocator.competition.explain.audience import Audience
from allocator.competition.explain.document import document, price_document
from allocator.competition.explain.explaining import explain_person
from allocator.competition.explain.pricing import price_of
from allocator.competition.explain.rebuilding import run_from
from allocator.competition.explain.sentences import Line, price_sentences, sentences

__all__ = [
    "Audience",
    "Explanation",
    "Line",
    "PostAnswer",
    "Price",
    "PriceLevel",
    "Reason",
    "StagePrice",
    "Verdict",
    "WouldHave",
    "document",
    "explain_person",
    "price_document",
    "price_of",
    "price_sentences",
    "run_from",
    "sentences",
]
