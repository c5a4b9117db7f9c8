"""Rows -> records: clippings with their people, pages with their bodies, the short lines of lists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clipper.errors import ArchiveError
from clipper.records import Article, Clipping, Mention, Page, Person, Removed, Source

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

# Named one by one, so that a file without one of them is refused by SQLite.
CLIPPING = """
SELECT clippings.id, dated, dated_from, day, title, url, canonical_url, given_url, published_as_declared,
    modified_as_declared, page_timestamp, fetched, added, credited, language, section, dateline, slug, image,
    rules, origins, warnings, layout, captions, text, sources.domain, sources.name,
    (SELECT sha256 FROM pages WHERE pages.clipping = clippings.id ORDER BY pages.id DESC LIMIT 1) AS sha256
FROM clippings JOIN sources ON sources.id = clippings.source
WHERE clippings.id = ?"""

_AUTHORS = "SELECT name FROM authors WHERE clipping = ? ORDER BY position"
_REMOVED = "SELECT rule, text FROM removed WHERE clipping = ? ORDER BY position"
_APPEARANCES = """
SELECT appearances.id, appearances.name, title, major, passing FROM appearances
JOIN people ON people.id = appearances.person JOIN people AS whole ON whole.id = people.identity
WHERE clipping = ? AND whole.is_person ORDER BY appearances.id"""
_MENTIONS = """
SELECT text, starts, ends, place, confidence, ambiguous
FROM mentions WHERE appearance = ? ORDER BY position"""
_PAGE = """
SELECT requested_url, final_url, fetched, status, media_type, charset, headers, sha256, compression, body
FROM pages WHERE clipping = ? ORDER BY id DESC LIMIT 1"""

ROW = """
SELECT clippings.id, clippings.dated, dated_from, clippings.day,
    coalesce(nullif(sources.name, ''), sources.domain), title, words, url
FROM clippings LEFT JOIN sources ON sources.id = clippings.source"""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of ``clipper list``: what is cheap to read of a clipping."""

    id: int
    dated: str
    dated_from: str
    day: str
    source: str
    title: str
    words: int
    url: str


def read_clipping(connection: sqlite3.Connection, clipping: int) -> Clipping | None:
    """The clipping of this id with its people, or None when there is none."""
    found = connection.execute(CLIPPING, (clipping,))
    values = found.fetchone()
    if values is None:
        return None
    row = dict(zip((column[0] for column in found.description), values, strict=True))
    return Clipping(
        id=row["id"],
        article=_article(connection, row),
        people=read_people(connection, clipping),
        given_url=row["given_url"],
        dated=row["dated"],
        dated_from=row["dated_from"],
        day=row["day"],
        added=row["added"],
        fetched=row["fetched"],
        sha256=row["sha256"] or "",
    )


def _article(connection: sqlite3.Connection, row: dict[str, str]) -> Article:
    import json

    key = (row["id"],)
    return Article(
        url=row["url"],
        canonical_url=row["canonical_url"],
        title=row["title"],
        authors=tuple(name for (name,) in connection.execute(_AUTHORS, key)),
        published=row["published_as_declared"],
        modified=row["modified_as_declared"],
        page_timestamp=row["page_timestamp"],
        source=Source(row["domain"], row["name"]),
        credited=row["credited"],
        language=row["language"],
        section=row["section"],
        image=row["image"],
        dateline=row["dateline"],
        slug=row["slug"],
        text=row["text"],
        layout=row["layout"],
        captions=tuple(row["captions"].split("\n")) if row["captions"] else (),
        removed=tuple(Removed(rule, text) for rule, text in connection.execute(_REMOVED, key)),
        warnings=tuple(json.loads(row["warnings"])),
        origins=json.loads(row["origins"]),
        rules=row["rules"],
    )


def read_people(connection: sqlite3.Connection, clipping: int) -> tuple[Person, ...]:
    """The people of a clipping as its document names them."""
    rows = connection.execute(_APPEARANCES, (clipping,)).fetchall()
    return tuple(
        Person(name, title, bool(major), bool(passing), _mentions(connection, appearance))
        for appearance, name, title, major, passing in rows
    )


def _mentions(connection: sqlite3.Connection, appearance: int) -> tuple[Mention, ...]:
    return tuple(
        Mention(text, start, end, place, confidence, bool(ambiguous))
        for text, start, end, place, confidence, ambiguous in connection.execute(_MENTIONS, (appearance,))
    )


def read_page(connection: sqlite3.Connection, clipping: int) -> Page | None:
    """The newest stored page of a clipping, its bytes checked against their sha-256."""
    import gzip
    import json
    import zlib
    from datetime import datetime
    from hashlib import sha256

    row = connection.execute(_PAGE, (clipping,)).fetchone()
    if row is None:
        return None
    requested, final, fetched, status, media_type, charset, headers, digest, compression, body = row
    try:
        body = gzip.decompress(body) if compression == "gzip" else body
    except (OSError, EOFError, zlib.error):
        body = b""
    if sha256(body).hexdigest() != digest:
        raise ArchiveError(
            f"The stored page of clipping {clipping} is not what was received: its sha-256 differs.",
            "damaged",
        )
    return Page(
        requested_url=requested,
        final_url=final,
        fetched_at=datetime.fromisoformat(fetched),
        status=status,
        media_type=media_type,
        charset=charset,
        headers=tuple((name, value) for name, value in json.loads(headers)),
        body=body,
    )


def read_rows(connection: sqlite3.Connection, tail: str, values: tuple[object, ...]) -> Iterator[Row]:
    """Short lines of clippings, with the conditions, order and limits of ``tail``."""
    for row in connection.execute(f"{ROW} {tail}", values):
        yield Row(*row)
