"""standard input -> the one page that it holds, or the lines of a list as they come.

Which of the two it is shows in its first bytes, which are looked at and not taken.
"""

from __future__ import annotations

import codecs
import io
import os
import select
from collections import deque
from collections.abc import Iterable, Iterator

from clipper.errors import UsageError
from clipper.fetch.files import LARGEST, is_file, read_bytes
from clipper.fetch.refusals import refusal
from clipper.fetch.sniff import TEXT, media_type_of
from clipper.records import Page
from clipper.urls import is_url

NAME = "Standard input"
_HEAD = 8192
_MOST = 1 << 16


class Stream:
    """A stream of bytes that a user piped in. Raises UsageError when it is closed."""

    def __init__(self, file: io.BufferedReader | None) -> None:
        if file is None:
            raise UsageError("Standard input is closed; name the inputs, or pipe them in.", "stdin")
        self._file = file
        self._waiting: deque[str] = deque()
        self._rest = ""
        self._ended = False

    def holds_page(self, *, expected: bool = False) -> bool:
        """Whether this is a page rather than a list of addresses or file names.

        What is no plain text is a page. Plain text is one when its first line has blanks, names no file and
        no line after it is an address; nothing at all, when a page is ``expected``.
        """
        head = self._file.peek(_HEAD)[:_HEAD]
        if not head.strip():
            return expected
        if media_type_of(head) != TEXT:
            return True
        lines = list(_significant(head.decode(_encoding(head), "replace").splitlines()))
        if not lines or any(is_url(line) for line in lines):
            return False
        return len(lines[0].split()) > 1 and not is_file(lines[0])

    def lines(self) -> Iterator[str]:
        """The lines of a list as they come, without blank ones and those that begin with #.

        Bytes that are no UTF-8 become lone surrogates, as in the names of files on the command line.
        """
        encoding = _encoding(self._file.peek(2))
        errors = "surrogateescape" if encoding == "utf-8-sig" else "replace"
        decoder = codecs.getincrementaldecoder(encoding)(errors)
        while data := self._file.read1(_MOST):
            *whole, self._rest = (self._rest + decoder.decode(data)).split("\n")
            self._waiting.extend(whole)
            while self._waiting:
                yield from _significant([self._waiting.popleft()])
        self._ended = True
        yield from _significant([self._rest + decoder.decode(b"", final=True)])

    def ready(self) -> bool:
        """Whether the next line is there, as far as this system can tell without waiting for it."""
        if self._waiting or self._ended or os.name != "posix":
            return True
        try:
            return bool(select.select([self._file], [], [], 0)[0])
        except (OSError, ValueError):  # what has no file behind it does not make anyone wait
            return True

    def page(self, url: str | None = None) -> Page:
        """The page; ``url`` is the address that the reader gives for it. Raises FetchError, as read_bytes."""
        data = self._file.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise refusal("too-large file", what=NAME)
        return read_bytes(data, NAME, url=url)


def _significant(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        plain = line.strip()
        if plain and not plain.startswith("#"):
            yield plain


def _encoding(head: bytes) -> str:
    """UTF-16 where a mark says so, as Windows' own tools write lists; UTF-8, with or without a mark, else."""
    return "utf-16" if head.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
