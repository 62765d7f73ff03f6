"""Pages about a case and a run: each module has a router."""

from fastapi import APIRouter

from allocator.web.pages import board, comparison, people, pinning, tables

ROUTERS: tuple[APIRouter, ...] = (board.router, pinning.router, people.router, comparison.router, tables.router)
CASE_LINKS: tuple[tuple[str, str], ...] = (
    ("pages.tab.people", "/cases/{case_id}/people"),
    ("pages.tab.pairs", "/cases/{case_id}/pairs"),
    ("pages.tab.pins", "/cases/{case_id}/pins"),
)
"""Links on the page of a sound case: the code of the words, and the path with ``{case_id}``."""
RUN_LINKS: tuple[tuple[str, str], ...] = (
    ("pages.tab.board", "/runs/{run_id}/board"),
    ("pages.tab.people", "/runs/{run_id}/people"),
    ("pages.tab.pairs", "/runs/{run_id}/pairs"),
    ("pages.tab.comparison", "/runs/{run_id}/comparison"),
)
"""Links on the page of a finished run: the code of the words, and the path with ``{run_id}``."""
