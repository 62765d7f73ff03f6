"""The web page of one machine: cases, runs, decisions and papers, for one officer, on 127.0.0.1 only."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from allocator.web.app import create_app
    from allocator.web.store import NotAStore, Store, StoreInUse

__all__ = ["NotAStore", "Store", "StoreInUse", "create_app"]
_WHERE = {"NotAStore": "store", "Store": "store", "StoreInUse": "store", "create_app": "app"}


def __getattr__(name: str) -> Any:
    """Loads the server when it is asked for: the process of a run is of this part too and needs none of it."""
    if name not in _WHERE:
        raise AttributeError(name)
    return getattr(import_module(f"allocator.web.{_WHERE[name]}"), name)
