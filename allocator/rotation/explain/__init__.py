"""Why somebody moves or not, and what a post could have: everything told is looked up or solved, never guessed."""

from allocator.rotation.explain.document import document
from allocator.rotation.explain.person import PersonExplained, explain_person
from allocator.rotation.explain.post import PostExplained, explain_post
from allocator.rotation.explain.sentences import Line, sentences

__all__ = [
    "Line",
    "PersonExplained",
    "PostExplained",
    "document",
    "explain_person",
    "explain_post",
    "sentences",
]
