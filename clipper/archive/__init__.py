"""One SQLite file <-> clippings: saved whole, kept with their pages, found by words, people and dates.

All SQL of the program is in this room. A clipping is written in one transaction or not at all; two programs
may use one archive at the same time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from clipper.archive import searching
from clipper.archive.opened import understood
from clipper.archive.opening import translated, writing
from clipper.archive.searching import Sort
from clipper.archive.whose import WithPeople
from clipper.errors import NotFound, UsageError
from clipper.query import Query

if TYPE_CHECKING:
    from clipper.archive.changing import Version
    from clipper.archive.edges import LearnedLine
    from clipper.archive.listing import SourceRow, Status
    from clipper.archive.reading import Row
    from clipper.export.clippings import Form
    from clipper.records import Article, Clipping, Hit, Page, Person

__all__ = ["Archive", "Sort"]


class Archive(WithPeople):
    """An archive file, open. Use it as a context manager.

    Every method may raise ArchiveError, or ArchiveBusy when another program writes for over 15 seconds.
    """

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
        from clipper.archive.changing import remove

        with writing(self._connection, self.path) as connection:
            if not _is_id(id) or not remove(connection, id):
                raise _no_clipping(id)

    def edit(
        self,
        id: int,
        *,
        title: str | None = None,
        published: str | None = None,
        source: str | None = None,
        authors: Sequence[str] | None = None,
    ) -> None:
        """Set fields of a clipping to the user's word, with the origin ``user``; later rules keep it.

        ``published`` is ISO 8601, ``source`` the name of the site. Raises NotFound, and UsageError for a date
        that is none.
        """
        from clipper.archive import changing
        from clipper.archive.dates import in_utc
        from clipper.records import Source

        if published is not None and not in_utc(published):
            raise UsageError(f"{published!r} is no date; write it as 2013-09-27.", "date")
        with writing(self._connection, self.path) as connection:
            clipping = self._must_read(id)
            domain = clipping.article.source.domain
            given = {
                "title": title,
                "published": published,
                "source": None if source is None else Source(domain, source),
                "authors": None if authors is None else tuple(authors),
            }
            told = {name: word for name, word in given.items() if word is not None}
            changing.edit(connection, clipping, told)

    def replace_text(
        self,
        id: int,
        article: Article,
        people: Sequence[Person] = (),
        *,
        reason: str = "reextract",
        page: Page | None = None,
    ) -> bool:
        """Give a clipping a newly made text and keep the old one as a version; False when nothing changed.

        What the user corrected stays as corrected. ``page`` is a new answer of the site to keep as evidence
        beside the old one. Raises NotFound.
        """
        from clipper.archive import changing, saving

        row = saving.page_row(page) if page is not None else None
        with writing(self._connection, self.path) as connection:
            clipping = self._must_read(id)
            return changing.replace_text(connection, clipping, article, people, reason=reason, page_row=row)

    def outdated(self, rules: str) -> Iterator[int]:
        """Ids of clippings whose text was not made by these rules; they may be replaced while iterating."""
        from clipper.archive import changing

        after = 0
        with translated(self.path):
            while ids := changing.outdated(self._connection, rules, after):
                yield from ids
                after = ids[-1]

    def versions(self, id: int) -> list[Version]:
        """Earlier texts of a clipping, oldest first."""
        from clipper.archive import changing

        with translated(self.path):
            return changing.versions(self._connection, id)

    def version(self, version: int) -> Article:
        """The article as it was in a version. Raises NotFound."""
        from clipper.archive import changing

        with translated(self.path):
            article = changing.version_article(self._connection, version)
        if article is None:
            raise NotFound(f"There is no version {version}.")
        return article

    # Boilerplate learned from the texts themselves

    def boilerplate(self, domain: str) -> frozenset[str]:
        """Lines that recur at the edges of this site's texts and are part of no story."""
        from clipper.archive import edges

        with translated(self.path):
            return edges.known_lines(self._connection, domain)

    def learned_lines(self, domain: str = "") -> list[LearnedLine]:
        """The lines learned for a site ("" for all sites), with the clippings that show them."""
        from clipper.archive import edges

        with translated(self.path):
            return edges.listed_lines(self._connection, domain)

    def reject_line(self, domain: str, line: str, *, rejected: bool = True) -> None:
        """Say that a learned line is no boilerplate, or with ``rejected=False`` that it is after all.

        Raises NotFound when the site has no such learned line.
        """
        from clipper.archive import edges

        with writing(self._connection, self.path) as connection:
            if not edges.judge_line(connection, domain, line, rejected=rejected):
                raise NotFound(f"{domain} has no learned line {line!r}.")

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
            return self._must_read(id)

    def _must_read(self, id: int) -> Clipping:
        from clipper.archive.reading import read_clipping

        clipping = read_clipping(self._connection, id) if _is_id(id) else None
        if clipping is None:
            raise _no_clipping(id)
        return clipping

    def page(self, id: int) -> Page:
        """The stored page of a clipping, its bytes checked against their sha-256.

        Raises NotFound, and ArchiveError of kind ``damaged`` when the bytes are not those received.
        """
        from clipper.archive.reading import read_page

        with translated(self.path):
            page = read_page(self._connection, id) if _is_id(id) else None
        if page is None:
            raise _no_clipping(id)
        return page

    # Searching

    def search(
        self,
        query: Query | str | None,
        *,
        sort: Sort = "relevance",
        limit: int = 20,
        offset: int = 0,
        exact: bool = False,
    ) -> list[Hit]:
        """Hits for a query: best first by bm25 (title over text), or newest first; ``limit`` -1 for all.

        A query without words, only filters or nothing at all, is answered newest first. ``score`` is higher
        for better hits and 0 without words. Acronyms find their long forms and the other way round unless
        ``exact``. Raises QueryError for text that is no query.
        """
        with translated(self.path):
            wanted = self._widened(query, exact)
            return searching.search(self._connection, wanted, sort=sort, limit=limit, offset=offset)

    def count(self, query: Query | str | None, *, exact: bool = False) -> int:
        """How many clippings a query finds."""
        with translated(self.path):
            return searching.count(self._connection, self._widened(query, exact))

    def clippings(
        self,
        query: Query | str | None = None,
        *,
        sort: Sort = "date",
        limit: int | None = None,
        offset: int = 0,
        exact: bool = False,
    ) -> Iterator[Clipping]:
        """Whole clippings of a query (all without one), one at a time: memory stays flat."""
        from clipper.archive.reading import read_clipping

        with translated(self.path):
            wanted = self._widened(query, exact)
            for id in searching.ids(self._connection, wanted, sort=sort, limit=limit, offset=offset):
                clipping = read_clipping(self._connection, id)
                if clipping is not None:
                    yield clipping

    def export(
        self,
        query: Query | str | None = None,
        form: Form = "csv",
        columns: Sequence[str] | None = None,
        *,
        raw: bool = False,
        exact: bool = False,
    ) -> Iterator[str]:
        """Yield the clippings of a query (all without one), newest first, as pieces of text to write out.

        ``form`` is csv, tsv, json, nl (one JSON object a line) or markdown; ``columns`` chooses and orders
        the fields, all of a clipping in JSON and the usual fourteen in tables without it; ``raw`` leaves
        cells that begin a formula as they are. Raises UsageError for an unknown form or column at once.
        """
        from clipper.export.clippings import pieces

        write = pieces(form, columns, raw=raw)
        return write(self.clippings(query, exact=exact))

    def recent(
        self, query: Query | str | None = None, *, limit: int | None = 20, offset: int = 0
    ) -> Iterator[Row]:
        """Short lines of the clippings of a query (all without one), newest first."""
        from clipper.archive.reading import read_rows

        with translated(self.path):
            wanted = self._widened(query, exact=False)
            subquery, values = searching.selection(self._connection, wanted)
            tail = "" if wanted.is_everything else f"WHERE clippings.id IN ({subquery})"
            tail += " ORDER BY clippings.dated DESC, clippings.id DESC LIMIT ? OFFSET ?"
            page = (-1 if limit is None else limit, offset)
            yield from read_rows(self._connection, tail, (*values, *page))

    def expansions(self, query: Query | str | None, *, exact: bool = False) -> list[str]:
        """A sentence for each acronym or long form of a query that is searched under its other form too."""
        from clipper.archive.expanding import Expander

        if exact:
            return []
        with translated(self.path):
            expander = Expander(self._connection)
            expander.widened(understood(query).root)
        return [f"{made.typed} also finds {', '.join(made.also)}." for made in expander.made]

    # From above

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


def _is_id(id: int) -> bool:
    return 0 < id < 2**63


def _no_clipping(id: int) -> NotFound:
    return NotFound(f"There is no clipping {id}; `clipper list` shows the numbers.")
