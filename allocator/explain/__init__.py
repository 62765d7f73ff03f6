"""Why a person has this post and not another: whom it went to and on which key, what it would cost, what would win."""

from allocator.explain.answers import (
    Explanation,
    PostAnswer,
    Price,
    PriceLevel,
    Reason,
    StagePrice,
    Verdict,
    WouldHave,
)
from allocator.explain.audience import Audience
from allocator.explain.document import document, price_document
from allocator.explain.explaining import explain_person
from allocator.explain.pricing import price_of
from allocator.explain.rebuilding import run_from
from allocator.explain.sentences import Line, price_sentences, sentences

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
