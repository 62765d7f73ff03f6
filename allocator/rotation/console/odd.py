"""Options of the command line that mean nothing in exchange and rotation."""

from typing import TYPE_CHECKING

from allocator.console.misuse import Misuse

if TYPE_CHECKING:
    from allocator.exercise import Asked

NAME = "rotation"


def refuse_odd(asked: "Asked") -> None:
    """Refuses stages, of which there is one, and earlier ones given.

    Raises:
        Misuse: for either.
    """
    if asked.stage != "all":
        raise Misuse("no_stages_here", exercise=NAME)
    if asked.given is not None:
        raise Misuse("nothing_given_here", exercise=NAME)
