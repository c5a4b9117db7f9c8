"""compressed bytes + limit -> plain bytes, never more than the limit in memory; pure."""

from __future__ import annotations

import zlib

_GZIP = 16 + zlib.MAX_WBITS
_GZIP_START = b"\x1f\x8b"


class TooLarge(Exception):
    """More came out than was allowed."""


class Truncated(Exception):
    """The compressed bytes end before their own end mark."""


class Undecodable(Exception):
    """The bytes are not in the compression they claim to be in; ``str`` of it is the compression's name."""


def unpacked(data: bytes, encodings: str, limit: int) -> bytes:
    """Undo a Content-Encoding such as ``gzip`` or ``deflate, gzip``.

    A body that claims gzip and is plain is left as it is: some servers say so and mean the file inside.
    Raises TooLarge, Truncated, Undecodable.
    """
    names = [name.strip().lower() for name in encodings.split(",")]
    for name in reversed(names):
        if name in ("gzip", "x-gzip"):
            data = ungzipped(data, limit) if data.startswith(_GZIP_START) else data
        elif name == "deflate":
            data = _inflated(data, limit)
        elif name not in ("", "identity", "none", "utf-8"):
            raise Undecodable(name)
    if len(data) > limit:
        raise TooLarge
    return data


def ungzipped(data: bytes, limit: int) -> bytes:
    """All members of a gzip file; what follows the last one is ignored, as browsers do.

    Raises TooLarge, Truncated, Undecodable.
    """
    parts: list[bytes] = []
    left = limit
    while data.startswith(_GZIP_START) or not parts:
        plain, data = _member(data, _GZIP, left, "gzip")
        parts.append(plain)
        left -= len(plain)
    return b"".join(parts)


def _inflated(data: bytes, limit: int) -> bytes:
    """``deflate`` as RFC 9110 has it (zlib) or as some servers send it (raw)."""
    if not data:
        return data
    try:
        return _member(data, zlib.MAX_WBITS, limit, "deflate")[0]
    except Undecodable:
        return _member(data, -zlib.MAX_WBITS, limit, "deflate")[0]


def _member(data: bytes, window: int, limit: int, name: str) -> tuple[bytes, bytes]:
    """One compressed stream and what follows it."""
    engine = zlib.decompressobj(window)
    try:
        plain = engine.decompress(data, limit + 1)
    except zlib.error as error:
        raise Undecodable(name) from error
    if len(plain) > limit:
        raise TooLarge
    if not engine.eof:
        raise Truncated
    return plain, engine.unused_data
