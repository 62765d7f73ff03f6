"""Who may come in: the token of the start-up address, spent once, and the sessions it opened."""

import secrets
from dataclasses import dataclass, field
from threading import Lock

from allocator.words import Lang

Told = tuple[str, dict[str, object]]


@dataclass
class Session:
    """One browser: its language, whether it sees names in full, and what is still to be told it."""

    lang: Lang
    masked: bool = True
    told: list[Told] = field(default_factory=list)

    def tell(self, code: str, **arguments: object) -> None:
        """Has a sentence of the catalogue shown on the next page."""
        self.told.append((code, arguments))

    def take_told(self) -> list[Told]:
        """What is to be told, once."""
        told, self.told = self.told, []
        return told


class Sessions:
    """The sessions of one server, in memory only, and the token that opens the next one."""

    def __init__(self, token: str, lang: Lang) -> None:
        self.lang = lang
        self._token: str | None = token
        self._open: dict[str, Session] = {}
        self._lock = Lock()

    def enter(self, token: str) -> str | None:
        """Swaps the token for a session; returns its secret, or nothing where the token is wrong or spent."""
        with self._lock:
            if self._token is None or not secrets.compare_digest(token.encode(), self._token.encode()):
                return None
            self._token = None
            secret = secrets.token_urlsafe(32)
            self._open[secret] = Session(self.lang)
            return secret

    def renew(self) -> str:
        """A new token, for a second browser or for one that lost its session."""
        with self._lock:
            self._token = secrets.token_urlsafe(32)
            return self._token

    def of(self, secret: str | None) -> Session | None:
        """The session of a secret."""
        return None if secret is None else self._open.get(secret)
