"""What a search, a list or one of the filters asks for -> an archive, a query, hits on standard output.

Nothing here needs the command-line library, so that a plain search can do without it.
"""

from __future__ import annotations

import os
import sys

from clipper.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any

    from clipper.archive import Archive
    from clipper.query import Query
    from clipper.records import Hit

FILTERS = ("source", "person", "author", "lang", "since", "until")
HIT_COLUMNS = ("id", "title", "url", "source", "dated", "dated_from", "day", "snippet", "score")


class Asked:
    """A search as typed: words, options and filters with the values they have when nothing was said."""

    def __init__(self, **said: Any) -> None:
        self.words: list[str] = []
        self.db: str | None = None
        self.sort = "relevance"
        self.limit = 20
        self.offset = 0
        self.count = False
        self.exact = False
        self.form: str | None = None
        self.source: list[str] = []
        self.person: list[str] = []
        self.author: list[str] = []
        self.lang: list[str] = []
        self.since: str | None = None
        self.until: str | None = None
        self.__dict__.update(said)

    def query(self) -> Query | None:
        """Words and filters as one query, None when nothing was typed. Raises QueryError."""
        return asked_query(self.words, self.__dict__)


def answer(asked: Asked) -> int:
    """Print the hits of a search, or their number; returns the exit code."""
    query = asked.query()
    with open_archive(asked.db) as archive:
        for sentence in archive.expansions(query, exact=asked.exact):
            warn(sentence)
        if asked.count:
            sys.stdout.write(f"{archive.count(query, exact=asked.exact)}\n")
            return 0
        found = archive.search(
            query,
            sort="date" if asked.sort == "date" else "relevance",
            limit=asked.limit or -1,
            offset=asked.offset,
            exact=asked.exact,
        )
    print_hits(found, asked.form)
    if not found and asked.form is None:
        warn("nothing found.")
    return 0


def print_hits(found: Sequence[Hit], form: str | None, *, snippets: bool = True) -> None:
    """Print hits for a person (``snippets`` shows the place of each) or in a machine form."""
    if form is None:
        from clipper import show

        show.write(show.hits(found, snippets=snippets), hang=show.HANG)
        return
    from clipper.export.objects import hit_object

    write_rows((hit_object(hit) for hit in found), HIT_COLUMNS, form)


def asked_query(words: Sequence[str], filters: Mapping[str, Any]) -> Query | None:
    """What was typed and the filter options as one Query, None when nothing was.

    Raises QueryError and UsageError with a sentence.
    """
    given = {name: filters[name] for name in FILTERS if filters.get(name)}
    for name in ("since", "until"):
        if filters.get(name) == "":
            raise UsageError(f"--{name} needs a date: write 2013, 2013-09-27, 2w or yesterday.", "date")
    if not words and not given:
        return None
    from datetime import date

    from clipper.query import narrowed, parse

    query = parse(" ".join(words), today=date.today())
    return narrowed(query, today=date.today(), **given) if given else query


def archive_path(chosen: str | None) -> str:
    """Where the archive lies: the place chosen, else CLIPPER_DB, else the user's data folder."""
    place = chosen or os.environ.get("CLIPPER_DB")
    if place:
        return os.path.expanduser(place)
    if sys.platform == "linux":
        # What platformdirs says there, too, but its import takes as long as the search.
        data = os.environ.get("XDG_DATA_HOME", "").strip() or os.path.expanduser("~/.local/share")
        return os.path.join(data, "clipper", "clippings.db")
    from platformdirs import user_data_path

    return str(user_data_path("clipper", appauthor=False) / "clippings.db")


def open_archive(chosen: str | None, *, create: bool = False, keep: bool = True) -> Archive:
    """Open the archive; without ``create`` a missing one is a sentence, not an empty file.

    With ``create`` a missing one is made: on the disk, or in memory when it is not to be kept.
    """
    from clipper.archive import Archive

    path = archive_path(chosen)
    if create and not keep and not os.path.exists(path):
        return Archive(":memory:")
    if create:
        folder = os.path.dirname(os.path.abspath(path))
        try:
            os.makedirs(folder, exist_ok=True)
        except OSError as error:
            raise UsageError(f"The folder {folder} cannot be made: {error.strerror}.", "archive") from error
    return Archive(path, create=create)


def write_rows(
    rows: Iterable[Mapping[str, Any]], columns: Sequence[str], form: str, *, raw: bool = False
) -> None:
    """Write rows to standard output in one of the machine forms, each as it comes."""
    from clipper.export.tables import table

    for piece in table(rows, columns, form, raw=raw):  # type: ignore[arg-type]
        sys.stdout.write(piece)


def warn(sentence: str) -> None:
    """Say something to the person beside the results."""
    sys.stderr.write(f"clipper: {sentence}\n")
