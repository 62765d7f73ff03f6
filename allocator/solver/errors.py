"""Why a problem cannot be solved as it stands, or was not solved to the end."""

from collections.abc import Mapping


class ProblemError(ValueError):
    """A problem or its file that cannot be used: a stable code with its arguments, no sentence."""

    def __init__(self, code: str, **arguments: str | int) -> None:
        self.code = code
        self.arguments: Mapping[str, str | int] = arguments
        super().__init__(f"{code} {dict(arguments)}" if arguments else code)


class Unfinished(Exception):
    """Time ran out, or somebody stopped the work, before everything was known."""
