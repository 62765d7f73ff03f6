"""The one catalogue of words: every code with its Chinese and its English sentence.

No sentence a user reads stands anywhere else. Each module of this folder whose name does not begin with an
underscore defines ``ENTRIES``, a mapping from code to :class:`Entry`; the arguments of a code are the
``{placeholders}`` of its sentences, the same in both languages.
"""

from allocator.words._catalogue import CATALOGUE, Lang, default_language, said, say
from allocator.words._describe import article_text, describe
from allocator.words._entry import Entry

__all__ = ["CATALOGUE", "Entry", "Lang", "article_text", "default_language", "describe", "said", "say"]
