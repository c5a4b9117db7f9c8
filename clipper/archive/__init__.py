"""One SQLite file <-> clippings: saved whole, kept with their pages, found by words, people, sources and dates.

All SQL of the program is in this room. A clipping is written in one transaction or not at all; two programs
may use one archive at the same time.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from clipper.archive import searching
from clipper.archive.lookup import person_ids
from clipper.archive.opening import open_archive, translated, writing
from clipper.archive.reading import Row, read_clipping, read_page, read_rows
from clipper.archive.searching import Sort
from clipper.errors import NotFound
from clipper.query import EVERYTHING, Query, parse

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from clipper.archive.listing import PersonRow, SourceRow, Status
    from clipper.records import Article, Clipping, Hit, Page, Person

__all__ = ["Archive", "Row", "Sort"]


class Archive:
    """An archive file, open. Use it as a context manager.

    Every method may raise ArchiveError, or ArchiveBusy when another program writes for longer than 15 seconds.
    """

    def __init__(self, path: str | Path, *, create: bool = True) -> None:
        """Open the archive at ``path``, making it (with ``create``) or bringing its schema up to date.

        Raises ArchiveError with the kinds ``no-archive``, ``folder``, ``not-an-archive``, ``newer-schema``,
        ``read-only``, ``cannot-open`` and ``damaged``.
        """
        self.path = os.fspath(path)
        self._connection = open_archive(self.path, create=create)

    def __enter__(self) -> Archive:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    # Writing

    def save(
        self,
        page: Page,
        article: Article,
        people: Sequence[Person] = (),
        *,
        given_url: str = "",
        dated: str | None = None,
    ) -> tuple[int, bool]:
        """Store a clipping; returns its id and whether it is new.

        A page that is already there under any of its addresses (or, without addresses, with the same bytes or
        text) stays as it is; the addresses it is newly known under are remembered. ``dated`` is the user's
        word for the date. Characters that no text may hold (NUL, lone surrogates, private use) become one
        other character each.
        """
        from clipper.archive import saving

        ready = saving.prepare(page, article, people, given_url=given_url, dated=dated)
        with writing(self._connection, self.path) as connection:
            known = saving.known_clipping(connection, ready)
            if known is not None:
                saving.add_addresses(connection, known, ready)
                return known, False
            return saving.add_clipping(connection, ready), True

    def remove(self, id: int) -> None:
        """Delete a clipping with its pages, versions and appearances. Raises NotFound."""
        with writing(self._connection, self.path) as connection:
            if not connection.execute("DELETE FROM clippings WHERE id = ?", (id,)).rowcount:
                raise _no_clipping(id)

    # Looking up

    def find(self, url: str) -> int | None:
        """The clipping known under this address, whichever of its addresses it is."""
        from clipper.archive.saving import addresses

        with translated(self.path):
            for key, _, _ in addresses(url, "", ""):
                row = self._connection.execute(
                    "SELECT clipping FROM addresses WHERE key = ?", (key,)
                ).fetchone()
                if row:
                    return int(row[0])
        return None

    def find_text(self, *, body: bytes = b"", text: str = "") -> int | None:
        """The oldest clipping with exactly these bytes as its page, or exactly this text."""
        from hashlib import sha256

        from clipper.archive.saving import known_text, text_digest

        with translated(self.path):
            page = sha256(body).hexdigest() if body else ""
            return known_text(self._connection, page, text_digest(text) if text else "")

    def get(self, id: int) -> Clipping:
        """The clipping of this id with its people. Raises NotFound."""
        with translated(self.path):
            clipping = read_clipping(self._connection, id) if _is_id(id) else None
        if clipping is None:
            raise _no_clipping(id)
        return clipping

    def page(self, id: int) -> Page:
        """The stored page of a clipping, its bytes checked against their sha-256.

        Raises NotFound, and ArchiveError of kind ``damaged`` when the bytes are not those received.
        """
        with translated(self.path):
            page = read_page(self._connection, id) if _is_id(id) else None
        if page is None:
            raise _no_clipping(id)
        return page

    # Searching

    def search(
        self, query: Query | str, *, sort: Sort = "relevance", limit: int = 20, offset: int = 0
    ) -> list[Hit]:
        """Hits for a query: best first by bm25 (title over text), or newest first.

        A query without words, only filters or nothing at all, is answered newest first. ``score`` is higher
        for better hits and 0 without words. Raises QueryError for text that is no query.
        """
        with translated(self.path):
            return searching.search(
                self._connection, understood(query), sort=sort, limit=limit, offset=offset
            )

    def count(self, query: Query | str) -> int:
        """How many clippings a query finds."""
        with translated(self.path):
            return searching.count(self._connection, understood(query))

    def clippings(
        self,
        query: Query | str | None = None,
        *,
        sort: Sort = "date",
        limit: int | None = None,
        offset: int = 0,
    ) -> Iterator[Clipping]:
        """Whole clippings of a query (all without one), one at a time: memory stays flat."""
        with translated(self.path):
            for id in searching.ids(
                self._connection, understood(query), sort=sort, limit=limit, offset=offset
            ):
                clipping = read_clipping(self._connection, id)
                if clipping is not None:
                    yield clipping

    def recent(
        self, query: Query | str | None = None, *, limit: int | None = 20, offset: int = 0
    ) -> Iterator[Row]:
        """Short lines of the clippings of a query (all without one), newest first."""
        with translated(self.path):
            subquery, values = searching.selection(self._connection, understood(query))
            tail = f"WHERE clippings.id IN ({subquery})" if understood(query).root != EVERYTHING else ""
            tail += " ORDER BY dated DESC, clippings.id DESC LIMIT ? OFFSET ?"
            page = (-1 if limit is None else limit, offset)
            yield from read_rows(self._connection, tail, (*values, *page))

    # From above

    def people(
        self, query: Query | str | None = None, *, limit: int | None = 50, offset: int = 0
    ) -> list[PersonRow]:
        """People named in the clippings of a query (in all without one), most named first."""
        from clipper.archive.listing import people_rows

        with translated(self.path):
            wanted = understood(query)
            if wanted.is_everything:
                return people_rows(self._connection, "1", (), limit=limit, offset=offset)
            subquery, values = searching.selection(self._connection, wanted)
            condition = f"appearances.clipping IN ({subquery})"
            return people_rows(self._connection, condition, values, limit=limit, offset=offset)

    def person(self, name: str) -> list[PersonRow]:
        """People one of whose names holds all these words, in any order, without accents; most named first.

        Raises NotFound when there is none.
        """
        from clipper.archive.listing import people_rows

        with translated(self.path):
            people = person_ids(self._connection, name)
            condition = f"appearances.person IN ({', '.join(map(str, people))})"
            rows = people_rows(self._connection, condition, (), limit=None)
        if not rows:
            raise NotFound(f"No clipping names anyone called {name!r}; `clipper people` lists everybody.")
        return rows

    def sources(self) -> list[SourceRow]:
        """Sites with their clippings, most first."""
        from clipper.archive.listing import source_rows

        with translated(self.path):
            return source_rows(self._connection)

    def status(self) -> Status:
        """Where the file is, how large, of which schema, and what it holds."""
        from clipper.archive.listing import status_of

        with translated(self.path):
            return status_of(self._connection, self.path)


def understood(query: Query | str | None) -> Query:
    """A query as it is, or a text parsed with today's date; None is everything."""
    if isinstance(query, Query):
        return query
    from datetime import date

    return parse(query or "", today=date.today())


def _is_id(id: int) -> bool:
    return 0 < id < 2**63


def _no_clipping(id: int) -> NotFound:
    return NotFound(f"There is no clipping {id}; `clipper list` shows the numbers.")
