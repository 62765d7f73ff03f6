"""Pages about a case and a run: each module has a router."""

from fastapi import APIRouter

ROUTERS: tuple[APIRouter, ...] = ()
CASE_LINKS: tuple[tuple[str, str], ...] = ()
"""Links on the page of a sound case: the code of the words, and the path with ``{case_id}``."""
RUN_LINKS: tuple[tuple[str, str], ...] = ()
"""Links on the page of a finished run: the code of the words, and the path with ``{run_id}``."""
