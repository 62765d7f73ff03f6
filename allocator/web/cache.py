"""The last few of what is costly to make: each made once, however many ask for it, and nobody waits for another's."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Cache(Generic[K, V]):
    """Values by key, the last used ``most`` of them."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._values: OrderedDict[K, V] = OrderedDict()
        self._turns: dict[K, Lock] = {}
        self._age = 0
        self._lock = Lock()

    def get(self, key: K, make: Callable[[], V]) -> V:
        """The value of a key, made where it is not there; whatever ``make`` raises is raised."""
        with self._lock:
            if key in self._values:
                self._values.move_to_end(key)
                return self._values[key]
            turn, age = self._turns.setdefault(key, Lock()), self._age
        with turn:
            with self._lock:
                if key in self._values:
                    return self._values[key]
            try:
                value = make()
                self._put(key, value, age)
            finally:
                with self._lock:
                    self._turns.pop(key, None)
            return value

    def put(self, key: K, value: V) -> None:
        """Keeps a value that is there already."""
        self._put(key, value, self._age)

    def forget(self) -> None:
        """Lets go of everything, also of what is just being made."""
        with self._lock:
            self._values.clear()
            self._age += 1

    def _put(self, key: K, value: V, age: int) -> None:
        with self._lock:
            if age != self._age:
                return
            self._values[key] = value
            self._values.move_to_end(key)
            while len(self._values) > self._most:
                self._values.popitem(last=False)
