"""Arguments that cannot be followed."""


class Misuse(Exception):
    """Arguments that are each possible but make no sense together; ``code`` is the catalogue's ``usage.<code>``."""

    def __init__(self, code: str, **arguments: object) -> None:
        self.code = code
        self.arguments = arguments
        super().__init__(code)
