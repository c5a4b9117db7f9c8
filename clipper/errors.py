"""The error tree: every failure a user can meet, each a finished sentence that says what to do.

    ClipperError                 exit 1
    ├── FetchError               an address that could not be fetched, with its kind
    ├── ExtractError             a page that is no article, with its kind
    ├── ArchiveError             the archive cannot be opened, read or written
    │   ├── ArchiveBusy          exit 75: another program holds it; try again
    │   └── NotFound             no clipping, person or source of that name
    ├── QueryError               exit 2: a search that cannot be understood
    └── UsageError               exit 2: a value that makes no sense

Anything else that is raised is a bug and keeps its traceback.
"""

from __future__ import annotations


class ClipperError(Exception):
    """Root of all failures that clipper foresees.

    ``str(error)`` is a sentence for the reader; ``kind`` is a short stable word for programs
    (``dns``, ``too-large``, ``consent-wall`` ...); ``exit_code`` is what the command ends with.

        try:
            article = clipper.extract(clipper.fetch(url))
        except clipper.ClipperError as error:
            print(error.kind, error)
    """

    exit_code = 1
    kind = "error"

    def __init__(self, message: str, kind: str | None = None) -> None:
        super().__init__(message)
        if kind is not None:
            self.kind = kind


class FetchError(ClipperError):
    """An address could not be fetched; ``retry_after`` is seconds when the host asks to wait."""

    kind = "fetch"

    def __init__(self, message: str, kind: str | None = None, *, retry_after: float | None = None) -> None:
        super().__init__(message, kind)
        self.retry_after = retry_after
        if retry_after is not None:
            self.exit_code = 75


class ExtractError(ClipperError):
    """What was fetched is not an article (challenge, consent wall, teaser, empty shell ...)."""

    kind = "no-article"


class ArchiveError(ClipperError):
    """The archive cannot be opened, read or written."""

    kind = "archive"


class ArchiveBusy(ArchiveError):
    """Another program holds the archive for longer than the busy time-out."""

    kind = "archive-busy"
    exit_code = 75


class NotFound(ArchiveError):
    """The archive holds no clipping, person or source of that name."""

    kind = "not-found"


class QueryError(ClipperError):
    """A search that cannot be understood."""

    kind = "query"
    exit_code = 2


class UsageError(ClipperError):
    """A value given by the user that makes no sense where it stands."""

    kind = "usage"
    exit_code = 2
