"""A path -> an open, up-to-date connection; every way SQLite can fail -> a sentence.

Opening a file whose steps are all applied costs one SELECT and imports only the standard library.
"""

# pathlib would cost every search 4 ms of its start
# ruff: noqa: PTH100, PTH103, PTH110, PTH112, PTH120

from __future__ import annotations

import os
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from clipper.errors import ArchiveBusy, ArchiveError

if TYPE_CHECKING:
    from collections.abc import Iterator

STEPS = ("0001_first", "0002_acronyms_in_key_order")
BUSY_SECONDS = 15.0

_APPLIED = "SELECT name FROM _sqlite_migrations WHERE migration_set = 'clipper'"
_HAS_TABLE = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"

# Tests meet every statement on a sound file, so on a user's the tables are at fault.
_SCHEMA_SIGNS = (
    "no such table",
    "no such column",
    "has no column named",
    "already exists",
    "but index associated with",
    "vtable constructor failed",
)
_OTHER_TABLES = (
    "The archive {path} is damaged or from a version of clipper in development: its tables are not "
    "those of its schema. Restore a backup, or start a new archive with --db and add the pages again."
)
_SENTENCES = (
    ("not a database", "not-an-archive", "{path} is not a clipper archive: it is no SQLite file."),
    (
        "malformed",
        "damaged",
        "The archive {path} is damaged. Restore a backup, or try `sqlite3 FILE .recover`.",
    ),
    (
        "full",
        "disk-full",
        "The disk is full: nothing of this clipping was written to {path}. Free space and repeat.",
    ),
    ("readonly", "read-only", "The archive {path} cannot be written: the file or its folder is read-only."),
    ("read-only", "read-only", "The archive {path} cannot be written: the file or its folder is read-only."),
    (
        "unable to open",
        "cannot-open",
        "The archive {path} cannot be opened: look at the folder and its rights.",
    ),
    *((sign, "damaged", _OTHER_TABLES) for sign in _SCHEMA_SIGNS),
    ("disk i/o", "disk", "The disk under {path} failed while the archive was read or written."),
)


@contextmanager
def translated(path: str) -> Iterator[None]:
    """Turn SQLite's exceptions about the file at ``path`` into ArchiveError and ArchiveBusy.

    Only what a user's machine or file can cause is translated: a misspelt statement stays itself.
    """
    try:
        yield
    except sqlite3.DatabaseError as error:
        said = str(error).lower()
        if "locked" in said or "busy" in said:
            raise ArchiveBusy(
                f"Another program has been writing to {path} for {BUSY_SECONDS:.0f} seconds; try again later."
            ) from error
        for sign, kind, sentence in _SENTENCES:
            if sign in said:
                raise ArchiveError(sentence.format(path=path), kind) from error
        raise


def open_archive(path: str, *, create: bool) -> sqlite3.Connection:
    """Open the archive at ``path``, creating and migrating it where needed.

    Raises ArchiveError (kinds ``no-archive``, ``folder``, ``not-an-archive``, ``newer-schema``,
    ``read-only``, ``cannot-open`` ...) and ArchiveBusy.
    """
    _refuse_impossible(path, create)
    with translated(path):
        connection = _connect(path)
        try:
            _prepare(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def _refuse_impossible(path: str, create: bool) -> None:
    if os.path.isdir(path):
        raise ArchiveError(f"{path} is a folder; name the archive file itself.", "folder")
    if os.path.exists(path):
        return
    if not create:
        raise ArchiveError(
            f"There is no archive at {path} yet. `clipper add URL` makes one; --db names another.",
            "no-archive",
        )
    try:
        os.makedirs(os.path.dirname(os.path.abspath(path)), exist_ok=True)
    except OSError as error:
        raise ArchiveError(
            f"The folder for {path} cannot be made: {error.strerror or error}.", "cannot-open"
        ) from error


def _connect(path: str) -> sqlite3.Connection:
    if os.path.exists(path) and not os.access(path, os.W_OK):
        return _connect_read_only(path)
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = NORMAL")
    return connection


def _connect_read_only(path: str) -> sqlite3.Connection:
    """Open a file that may only be read; on a medium that takes no lock files, as unchanging."""
    from urllib.parse import quote

    address = f"file:{quote(os.path.abspath(path))}?mode=ro"
    for options in ("", "&immutable=1"):
        connection = sqlite3.connect(address + options, timeout=BUSY_SECONDS, isolation_level=None, uri=True)
        try:
            connection.execute("SELECT 1 FROM sqlite_master").fetchone()
        except sqlite3.OperationalError:
            connection.close()
            if options:
                raise
        else:
            return connection
    raise AssertionError("unreachable: the last attempt returns or raises")


def _prepare(connection: sqlite3.Connection, path: str) -> None:
    applied = applied_steps(connection)
    if applied == set(STEPS):
        return
    _refuse_foreign(connection, path, applied)
    _migrate(connection, path)


def applied_steps(connection: sqlite3.Connection) -> set[str]:
    """Names of the schema steps the file has seen (empty for a new file)."""
    try:
        return {name for (name,) in connection.execute(_APPLIED)}
    except sqlite3.OperationalError as error:
        if "no such table" not in str(error):
            raise
        return set()


def _refuse_foreign(connection: sqlite3.Connection, path: str, applied: set[str]) -> None:
    newer = applied - set(STEPS)
    if newer:
        raise ArchiveError(
            f"{path} was written by a newer clipper (schema {max(newer)}, this program knows {STEPS[-1]}). "
            "Upgrade clipper to open it.",
            "newer-schema",
        )
    has_tables = connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
    if has_tables and not applied and not connection.execute(_HAS_TABLE, ("_sqlite_migrations",)).fetchone():
        raise ArchiveError(
            f"{path} is a SQLite file of another program; choose another place with --db.", "not-an-archive"
        )


def _migrate(connection: sqlite3.Connection, path: str) -> None:
    """Bring the schema up to date; a second process that comes at the same time waits and finds it done."""
    from clipper.archive.fresh import lay_out

    connection.execute("PRAGMA page_size = 16384")  # takes effect on a new file: 7 % smaller
    _enter_wal(connection)
    connection.execute("BEGIN IMMEDIATE")
    try:
        if applied_steps(connection) != set(STEPS) and not lay_out(connection, STEPS):
            from clipper.archive.migrations import bring_up_to_date

            _back_up(connection, path)
            bring_up_to_date(connection)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _enter_wal(connection: sqlite3.Connection) -> None:
    """Switch to write-ahead logging; SQLite does not wait for other openers here, so this does."""
    from time import monotonic, sleep

    give_up = monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or monotonic() > give_up:
                raise
            sleep(0.05)
        else:
            return


def _back_up(connection: sqlite3.Connection, path: str) -> None:
    """Copy an archive that holds clippings beside itself before a step changes it."""
    if not connection.execute(_HAS_TABLE, ("clippings",)).fetchone():
        return
    if not connection.execute("SELECT 1 FROM clippings LIMIT 1").fetchone():
        return
    last = max(applied_steps(connection), default="0000")
    reader, copy = sqlite3.connect(path), sqlite3.connect(f"{path}.before-{_next_step(last)}.backup")
    try:
        reader.backup(copy)
    finally:
        reader.close()
        copy.close()


def _next_step(last: str) -> str:
    return next((step for step in STEPS if step > last), last)


@contextmanager
def writing(connection: sqlite3.Connection, path: str) -> Iterator[sqlite3.Connection]:
    """One write transaction that takes its lock at once: all of it is kept, or nothing."""
    with translated(path):
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
