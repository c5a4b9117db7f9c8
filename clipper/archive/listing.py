"""The archive seen from above: people with counts, sources with spans, the state of the file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from clipper.archive.opening import applied_steps

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

# A count over ids first and the names after: the group needs only the narrow index on appearances.
_PEOPLE = """
SELECT people.id, people.name, clippings, major, first, last FROM (
    SELECT identity, count(DISTINCT clipping) AS clippings,
        count(DISTINCT CASE WHEN major THEN clipping END) AS major,
        min(appearances.day) AS first, max(appearances.day) AS last
    FROM appearances JOIN people ON people.id = appearances.person
    WHERE {condition}
    GROUP BY identity
) AS seen JOIN people ON people.id = seen.identity AND people.is_person
ORDER BY clippings DESC, major DESC, last DESC, people.name LIMIT ? OFFSET ?"""

_SOURCES = """
SELECT domain, name, count(clippings.id), min(day), max(day)
FROM sources JOIN clippings ON clippings.source = sources.id
GROUP BY sources.id ORDER BY 3 DESC, name, domain"""

_COUNTS = """
SELECT (SELECT count(*) FROM clippings), (SELECT count(*) FROM people WHERE identity = id AND is_person),
    (SELECT count(*) FROM sources),
    (SELECT count(*) FROM versions), (SELECT count(*) FROM pages), (SELECT total(bytes) FROM pages),
    (SELECT total(length(body)) FROM pages), (SELECT min(day) FROM clippings),
    (SELECT max(day) FROM clippings), sqlite_version()"""


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person and how often, and from when to when, clippings name them."""

    id: int
    name: str
    clippings: int
    major: int
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A site and the clippings from it."""

    domain: str
    name: str
    clippings: int
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Status:
    """The state of an archive file; sizes in bytes, ``first`` and ``last`` days ("" if empty)."""

    path: str
    size: int
    schema: str
    clippings: int
    people: int
    sources: int
    versions: int
    pages: int
    page_bytes: int
    stored_bytes: int
    first: str
    last: str
    sqlite: str


def people_rows(
    connection: sqlite3.Connection,
    condition: str,
    values: Sequence[object],
    *,
    limit: int | None,
    offset: int = 0,
) -> list[PersonRow]:
    """People whose appearances meet a condition over ``appearances`` and ``clippings``, most named first."""
    page = (-1 if limit is None else limit, offset)
    rows = connection.execute(_PEOPLE.format(condition=condition), (*values, *page))
    return [PersonRow(*row) for row in rows]


def source_rows(connection: sqlite3.Connection) -> list[SourceRow]:
    """Sources that have clippings, most first."""
    return [SourceRow(*row) for row in connection.execute(_SOURCES)]


def status_of(connection: sqlite3.Connection, path: str) -> Status:
    """Size, schema and counts of an archive."""
    clippings, people, sources, versions, pages, raw, stored, first, last, sqlite = connection.execute(
        _COUNTS
    ).fetchone()
    files = [Path(path + tail) for tail in ("", "-wal")]
    return Status(
        path=path,
        size=sum(file.stat().st_size for file in files if file.exists()),
        schema=max(applied_steps(connection)),
        clippings=clippings,
        people=people,
        sources=sources,
        versions=versions,
        pages=pages,
        page_bytes=int(raw),
        stored_bytes=int(stored),
        first=first or "",
        last=last or "",
        sqlite=sqlite,
    )
