"""An archive file of any age -> today's schema: append-only steps, each with its record in one transaction.

A released step is never edited: what changes comes as a new step below the last one. The names of the
steps stand in ``clipper.archive.opening.STEPS`` too, so that opening an up-to-date file need not import
sqlite_utils.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from sqlite_utils import Database, Migrations

from clipper.archive.schema import FIRST, SECOND

if TYPE_CHECKING:
    from collections.abc import Sequence

SET = "clipper"
migrations = Migrations(SET)


def _run(db: Database, statements: Sequence[str]) -> None:
    for statement in statements:  # not executescript, which would commit the step's transaction
        db.conn.execute(statement)


@migrations(name="0001_first")
def first(db: Database) -> None:
    """Clippings, their pages, addresses, people and the search index."""
    _run(db, FIRST)


@migrations(name="0002_acronyms_in_key_order")
def second(db: Database) -> None:
    """The acronyms' table with the columns of its key first."""
    _run(db, SECOND)


def names() -> list[str]:
    """Names of all steps this program knows, oldest first."""
    return [step.name for step in migrations._migrations]


def bring_up_to_date(connection: sqlite3.Connection) -> None:
    """Apply the pending steps on ``connection``, inside the transaction it holds."""
    migrations.apply(Database(connection, execute_plugins=False))
