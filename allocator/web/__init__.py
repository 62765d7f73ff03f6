"""The web page of one machine: cases, runs, decisions and papers, for one officer, on 127.0.0.1 only."""

from allocator.web.app import create_app
from allocator.web.store import Store, StoreInUse

__all__ = ["Store", "StoreInUse", "create_app"]
