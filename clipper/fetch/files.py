"""file or bytes -> Page: what a reader saved in a browser is evidence as good as what clipper fetched.

Imports no network. Of two addresses the better witness wins: the one given by the reader, else the one the
saving program noted, else the one the page gives as its own.
"""

from __future__ import annotations

import errno
import re
from datetime import UTC, datetime
from pathlib import Path

from clipper.fetch.marks import declared_address, saved_mark
from clipper.fetch.mhtml import snapshot_of
from clipper.fetch.refusals import refusal
from clipper.fetch.sniff import EMAIL, HTML, READABLE, TEXT, UNKNOWN, described, media_type_of
from clipper.fetch.unpack import TooLarge, Truncated, Undecodable, ungzipped
from clipper.records import Page

LARGEST = 60_000_000  # bytes, before and after unpacking
_HTML_SUFFIXES = (".html", ".htm", ".xhtml", ".xht", ".shtml", ".php", ".aspx")
_TEXT_SUFFIXES = (".txt", ".text", ".md", ".markdown")
_DOCUMENT = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:\s|<!--.*?-->|<\?xml[^>]*>)*<(?:!doctype\s|html[\s>])", re.I | re.S
)


def read_file(path: Path, *, url: str | None = None, fetched_at: datetime | None = None) -> Page:
    """A saved page: HTML (SingleFile, MHTML and gzipped too), plain text, PDF or e-mail.

    ``url`` overrides the address found in the file. ``fetched_at`` (aware) overrides the time: without
    it the moment that the saving program noted, else the file's modification time, which is when most
    browsers wrote it and which copying with `cp -p`, unpacking and syncing keep; never the future.
    Raises FetchError of kind no-such-file, is-a-folder, not-readable, too-large, empty, not-a-page, bad-gzip.
    """
    data, modified = _read(path)
    return read_bytes(data, str(path), url, fetched_at, modified)


def read_bytes(
    data: bytes,
    name: str,
    url: str | None = None,
    fetched_at: datetime | None = None,
    modified: datetime | None = None,
) -> Page:
    """The same for bytes that are already here; ``name`` is for sentences, and its suffix is a hint.

    ``modified`` stands in for a time that the bytes themselves do not tell; without it, now.
    Raises FetchError of kind too-large, empty, not-a-page, bad-gzip.
    """
    suffixes = [suffix.lower() for suffix in Path(name).suffixes]
    if data.startswith(b"\x1f\x8b") or suffixes[-1:] == [".gz"]:
        data, suffixes = _unpacked(data, name), suffixes[:-1]
    if len(data) > LARGEST:
        raise refusal("too-large file", what=name)
    if not data.strip():
        raise refusal("empty file", what=name)
    media_type, charset = _media_type(data, suffixes[-1] if suffixes else ""), None
    address, saved = "", None
    snapshot = snapshot_of(data) if media_type == EMAIL else None
    if snapshot is not None:
        media_type, data, charset = HTML, snapshot.body, snapshot.charset
        address, saved = snapshot.url, snapshot.saved
        if not data.strip():
            raise refusal("empty file", what=name)
    elif media_type == HTML:
        address, saved = saved_mark(data)
    if media_type == HTML:
        address = address or declared_address(data)
    now = datetime.now(UTC)
    moment = min(now, (fetched_at or saved or modified or now).astimezone(UTC))
    known = url or address
    return Page(known, known, moment, 200, media_type, charset, (), data)


def is_file(name: str) -> bool:
    """Whether anything lies under this name; no name is too strange to ask."""
    try:
        return Path(name).exists()
    except (OSError, ValueError):
        return False


def _read(path: Path) -> tuple[bytes, datetime]:
    """The bytes of a file, one more than allowed at most, and its modification time."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
            modified = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:  # ValueError: a NUL in the name
        raise refusal("no-such-file", what=path) from error
    except IsADirectoryError as error:
        raise refusal("is-a-folder", what=path) from error
    except OSError as error:
        raise refusal(_unreadable(path, error), what=path) from error
    if len(data) > LARGEST:
        raise refusal("too-large file", what=path)
    return data, modified


def _unreadable(path: Path, error: OSError) -> str:
    """The kind of a failed opening: Windows calls opening a folder forbidden."""
    if error.errno == errno.ENAMETOOLONG:
        return "no-such-file"
    return "is-a-folder" if isinstance(error, PermissionError) and path.is_dir() else "not-readable"


def _unpacked(data: bytes, name: str) -> bytes:
    if not data:
        raise refusal("empty file", what=name)
    try:
        return ungzipped(data, LARGEST)
    except TooLarge:
        raise refusal("too-large file", what=name) from None
    except (Truncated, Undecodable) as error:
        raise refusal("bad-gzip", what=name) from error


def _media_type(data: bytes, suffix: str) -> str:
    """What the content shows; the suffix decides where the content leaves it open."""
    shown = media_type_of(data)
    if shown == HTML and suffix in _TEXT_SUFFIXES and not _DOCUMENT.match(data):
        return TEXT  # an article about tags is not a page
    if shown in (TEXT, UNKNOWN, "application/xml") and suffix in _HTML_SUFFIXES:
        return HTML  # a stray control character or an unusual beginning does not unmake a page
    if shown == TEXT and suffix == ".eml":
        return EMAIL
    if shown == UNKNOWN and suffix in _TEXT_SUFFIXES and b"\0" not in data[:8192]:
        return TEXT
    if shown not in READABLE:
        raise refusal("not-a-page", what=described(shown))
    return shown
