"""An empty file -> an archive of today's schema, without sqlite_utils.

The steps of a new file are the same statements, in the same order and with the same record, that
``migrations`` would apply (a test compares the two files); but importing sqlite_utils takes a third of the
time of a newcomer's first `clipper add`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from clipper.archive.schema import FIRST, SECOND

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

# Steps that are nothing but statements.
STATEMENTS = {"0001_first": FIRST, "0002_acronyms_in_key_order": SECOND}
# As sqlite_utils 4 makes its record of migrations.
_RECORD = (
    'CREATE TABLE "_sqlite_migrations" (\n   "id" INTEGER PRIMARY KEY,\n   "migration_set" TEXT,\n'
    '   "name" TEXT,\n   "applied_at" TEXT\n)',
    'CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"\n'
    '    ON "_sqlite_migrations" ("migration_set", "name")',
)
_APPLIED = "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('clipper', ?, ?)"


def lay_out(connection: sqlite3.Connection, steps: Sequence[str]) -> bool:
    """Apply ``steps`` to an empty file, inside the transaction that ``connection`` holds.

    False, with nothing done, when the file is not empty or a step is more than statements.
    """
    from datetime import UTC, datetime

    holds_something = connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
    if holds_something or any(step not in STATEMENTS for step in steps):
        return False
    for statement in _RECORD:
        connection.execute(statement)
    for step in steps:
        for statement in STATEMENTS[step]:
            connection.execute(statement)
        connection.execute(_APPLIED, (step, str(datetime.now(UTC))))
    return True
