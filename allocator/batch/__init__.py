"""Many cases at once: every case with every rulebook by every method, one row a run, resumable after any kill."""

from allocator.batch.planning import Book, Plan, Run, Settings, Unit, book_of, plan
from allocator.batch.pool import Pool
from allocator.batch.rows import COLUMNS, FOUND, MEASURED, PROGRAM_ERRORS, Record, Row
from allocator.batch.running import Count, Here, SchedulerLost, Workforce, run_batch
from allocator.batch.store import FolderInUse, Store
from allocator.batch.tables import rows_csv, rows_parquet
from allocator.batch.working import Done, work

__all__ = [
    "COLUMNS",
    "FOUND",
    "MEASURED",
    "PROGRAM_ERRORS",
    "Book",
    "Count",
    "Done",
    "FolderInUse",
    "Here",
    "Plan",
    "Pool",
    "Record",
    "Row",
    "Run",
    "SchedulerLost",
    "Settings",
    "Store",
    "Unit",
    "Workforce",
    "book_of",
    "plan",
    "rows_csv",
    "rows_parquet",
    "run_batch",
    "work",
]
