"""An archive file, open: what all of its methods stand on."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from clipper.archive.opening import open_archive
from clipper.query import Query, parse

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType
    from typing import Self


class Opened:
    """A connection to an archive file, closed at the end of a ``with`` block."""

    def __init__(self, path: str | Path, *, create: bool = True) -> None:
        """Open the archive at ``path``, making it (with ``create``) or bringing its schema up to date.

        Raises ArchiveError with the kinds ``no-archive``, ``folder``, ``not-an-archive``, ``newer-schema``,
        ``read-only``, ``cannot-open`` and ``damaged``.
        """
        self.path = os.fspath(path)
        self._connection = open_archive(self.path, create=create)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def _widened(self, query: Query | str | None, exact: bool) -> Query:
        """The query understood, with its acronyms' other forms unless ``exact``."""
        wanted = understood(query)
        if exact or wanted.is_everything:
            return wanted
        from clipper.archive.expanding import Expander

        return Query(Expander(self._connection).widened(wanted.root), wanted.typed)


def understood(query: Query | str | None) -> Query:
    """A query as it is, or a text parsed with today's date; None is everything."""
    if isinstance(query, Query):
        return query
    from datetime import date

    return parse(query or "", today=date.today())
