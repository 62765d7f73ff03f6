"""The tables of the store. Rows are added, never changed; only what the log says was purged can be deleted."""

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, MetaData, String, Table, Text

METADATA = MetaData()


def _who() -> tuple[Column[str], Column[str]]:
    return Column("at", String, nullable=False), Column("operator", Text, nullable=False)


LOG = Table(
    "log",
    METADATA,
    Column("entry_id", Integer, primary_key=True, autoincrement=True),
    *_who(),
    Column("act", String, nullable=False),
    Column("target", String, nullable=False),
    Column("detail", Text, nullable=False),
)
"""Who did what when. It names cases and runs by their ids, and no person."""

CASES = Table(
    "cases",
    METADATA,
    Column("case_id", String, primary_key=True),
    *_who(),
    Column("label", Text, nullable=False),
)

CASE_FILES = Table(
    "case_files",
    METADATA,
    Column("case_id", String, ForeignKey("cases.case_id"), primary_key=True),
    Column("name", Text, primary_key=True),
    Column("sha256", String, nullable=False),
    Column("content", LargeBinary, nullable=False),
)
"""The files of a case, byte for byte as they came."""

READINGS = Table(
    "readings",
    METADATA,
    Column("confirmation_id", Integer, primary_key=True, autoincrement=True),
    Column("case_id", String, ForeignKey("cases.case_id"), nullable=False, index=True),
    *_who(),
    Column("readings", Text, nullable=False),
)
"""How the cells of a case were read, by kind, as the operator confirmed it; it names no person."""

PINS = Table(
    "pins",
    METADATA,
    Column("pin_id", Integer, primary_key=True, autoincrement=True),
    Column("case_id", String, ForeignKey("cases.case_id"), nullable=False, index=True),
    *_who(),
    Column("act", String, nullable=False),
    Column("person_id", Text, nullable=False),
    Column("section_id", Text, nullable=False),
    Column("role", String, nullable=False),
    Column("mode", String, nullable=False),
    Column("reason", Text, nullable=False),
    Column("authority", Text, nullable=False),
)
"""Pins set on the page, and their withdrawals: the last row of a seat is in force."""

RUNS = Table(
    "runs",
    METADATA,
    Column("run_id", String, primary_key=True),
    Column("case_id", String, ForeignKey("cases.case_id"), nullable=False, index=True),
    *_who(),
    Column("method", String, nullable=False),
    Column("request", Text, nullable=False),
)

RUN_EVENTS = Table(
    "run_events",
    METADATA,
    Column("event_id", Integer, primary_key=True, autoincrement=True),
    Column("run_id", String, ForeignKey("runs.run_id"), nullable=False, index=True),
    *_who(),
    Column("kind", String, nullable=False),
    Column("detail", Text, nullable=False),
)

OUTCOMES = Table(
    "outcomes",
    METADATA,
    Column("run_id", String, ForeignKey("runs.run_id"), primary_key=True),
    Column("outcome", LargeBinary, nullable=False),
)

COMPANIONS = Table(
    "companions",
    METADATA,
    Column("run_id", String, ForeignKey("runs.run_id"), primary_key=True),
    Column("name", String, primary_key=True),
    Column("outcome", LargeBinary, nullable=False),
)
"""What a run of both methods leaves beside the optimum: the rules' outcome, and stages solved from its standing."""

ACTS = Table(
    "acts",
    METADATA,
    Column("act_id", Integer, primary_key=True, autoincrement=True),
    Column("run_id", String, ForeignKey("runs.run_id"), nullable=False, index=True),
    *_who(),
    Column("act", String, nullable=False),
    Column("follows", Integer, ForeignKey("acts.act_id")),
    Column("authority", Text),
    Column("document", Text),
    Column("date", String),
)
"""A draft, a decision or a publication; each decision follows a draft, each publication a decision."""

CHANGES = Table(
    "changes",
    METADATA,
    Column("act_id", Integer, ForeignKey("acts.act_id"), primary_key=True),
    Column("person_id", Text, primary_key=True),
    Column("run_id", String, ForeignKey("runs.run_id"), nullable=False, index=True),
    Column("section_id", Text),
    Column("role", String),
    Column("reason", Text, nullable=False),
)
"""Where a draft differs from the proposal of its run; no section: the person is given no place."""

OF_A_RUN = (CHANGES, ACTS, COMPANIONS, OUTCOMES, RUN_EVENTS, RUNS)
"""What goes with a run when it is purged, in the order in which it is deleted."""
OF_A_CASE = (READINGS, PINS, CASE_FILES, CASES)


def triggers() -> list[str]:
    """The statements that make the tables append-only, whoever writes to the file."""
    made = []
    for table in METADATA.sorted_tables:
        name = table.name
        key = "run_id" if table in OF_A_RUN else "case_id"
        latest = f"(SELECT act FROM log WHERE target = OLD.{key} ORDER BY entry_id DESC LIMIT 1)"
        may_delete = "" if table is LOG else f" WHEN {latest} IS NOT 'purged'"
        same = " AND ".join(f"{column.name} = NEW.{column.name}" for column in table.primary_key.columns)
        taken = f"EXISTS (SELECT 1 FROM {name} WHERE {same})"  # names of this module, nothing from outside
        for event, when in (("UPDATE", ""), ("DELETE", may_delete), ("INSERT", f" WHEN {taken}")):
            made.append(
                f"CREATE TRIGGER IF NOT EXISTS {name}_{event.lower()} BEFORE {event} ON {name}{when} "
                f"BEGIN SELECT RAISE(ABORT, 'append-only'); END"
            )
    return made
