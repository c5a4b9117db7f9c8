"""first bytes -> media type; pure. The signs follow the WHATWG MIME Sniffing Standard."""

from __future__ import annotations

import re

HTML = "text/html"
TEXT = "text/plain"
PDF = "application/pdf"
EMAIL = "message/rfc822"
UNKNOWN = "application/octet-stream"

# What clipper reads, under all the names it travels by, and the one name a Page gives it.
READABLE = {
    "text/html": HTML,
    "application/xhtml+xml": HTML,
    "application/vnd.wap.xhtml+xml": HTML,
    "text/plain": TEXT,
    "text/markdown": TEXT,
    "text/x-markdown": TEXT,
    "application/pdf": PDF,
    "application/x-pdf": PDF,
    "message/rfc822": EMAIL,
}
# Names that say nothing: what came has to be looked at.
VAGUE = frozenset(
    (
        "",
        "*/*",
        UNKNOWN,
        "application/force-download",
        "application/unknown",
        "application/x-download",
        "application/x-unknown",
        "application/xml",
        "binary/octet-stream",
        "text/xml",
        "unknown/unknown",
    )
)

_SIGNATURES = (
    (b"%PDF-", PDF),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"PK\x03\x04", "application/zip"),
    (b"\x1f\x8b", "application/gzip"),
    (b"BZh", "application/x-bzip2"),
    (b"7z\xbc\xaf", "application/x-7z-compressed"),
    (b"\xfd7zXZ\x00", "application/x-xz"),
    (b"\x28\xb5\x2f\xfd", "application/zstd"),
    (b"Rar!", "application/vnd.rar"),
    (b"\xd0\xcf\x11\xe0", "application/msword"),
    (b"{\\rtf", "application/rtf"),
    (b"SQLite format 3\x00", "application/vnd.sqlite3"),
    (b"ID3", "audio/mpeg"),
    (b"OggS", "audio/ogg"),
    (b"RIFF", "audio/wav"),
    (b"\x7fELF", "application/x-executable"),
    (b"WARC/", "application/warc"),
)
_HTML_START = re.compile(
    rb"(?:\s|<!--.*?-->|<\?xml[^>]*\?>)*<(?:!doctype\s+html|html|head|body|title|script|meta|article|div|p|h[1-6]"
    rb"|link|style|section|main|table|iframe|a|b|br|font|base|svg:)(?:[\s>/]|$)",
    re.I | re.S,
)
_FEED_START = re.compile(rb"(?:\s|<!--.*?-->|<\?.*?\?>)*<(?:rss|feed|rdf:RDF)[\s>]", re.I | re.S)
_XML_START = re.compile(rb"\s*<\?xml\b", re.I)
_TAGS = re.compile(rb"<(?:p|br|div|span|a|h[1-6]|article|body|html)(?:\s[^<>]*)?/?>", re.I)
_HEADER = rb"[A-Za-z][A-Za-z0-9-]{1,40}:[ \t]*[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*"
_EMAIL_START = re.compile(rb"(?:From [^\r\n]*\r?\n)?(?:" + _HEADER + rb"){3,}", re.I)
_EMAIL_NAMES = re.compile(
    rb"^(?:From|Date|Subject|Message-ID|MIME-Version|Received|Return-Path|Content-Type):", re.I | re.M
)
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def binary_type_of(body: bytes) -> str:
    """The media type of a form that is known by its first bytes, such as PDF or PNG; "" for all others."""
    for signature, media_type in _SIGNATURES:
        if body.startswith(signature):
            return media_type
    return "video/mp4" if body[4:8] == b"ftyp" else ""


def media_type_of(body: bytes) -> str:
    """The media type that the first 8 kB of ``body`` show.

    One of the types that clipper reads, ``application/rss+xml`` for a feed, the type of a well-known
    binary form, or ``application/octet-stream``.
    """
    binary = binary_type_of(body)
    if binary:
        return binary
    start = _single_bytes(body[:8192])
    if _FEED_START.match(start):
        return "application/rss+xml"
    if _HTML_START.match(start):
        return HTML
    if _EMAIL_START.match(start) and len(set(_EMAIL_NAMES.findall(start[:4096]))) >= 3:
        return EMAIL
    return _text_or_unknown(start)


def _text_or_unknown(start: bytes) -> str:
    if any(byte < 9 or 13 < byte < 27 or 27 < byte < 32 for byte in start):
        return UNKNOWN
    if len(_TAGS.findall(start)) >= 3:
        return HTML
    return "application/xml" if _XML_START.match(start) else TEXT


def _single_bytes(start: bytes) -> bytes:
    """The bytes without a byte order mark, and UTF-16 as one byte a character, enough to see tags."""
    if start.startswith(_BOMS[0]):
        return start[3:]
    if start.startswith(_BOMS[1:]):
        return start.decode("utf-16", "replace").encode("latin-1", "replace")
    return start


def described(media_type: str) -> str:
    """A media type in words for a sentence: "a feed", "an image", "a zip archive"."""
    exact = {
        "application/rss+xml": "a feed",
        "application/atom+xml": "a feed",
        "application/json": "JSON data",
        "application/zip": "a zip archive or an Office document",
        "application/gzip": "a gzip archive",
        "application/vnd.sqlite3": "a database",
        "application/warc": "a web archive",
        UNKNOWN: "binary data",
    }
    families = {"image": "an image", "video": "a video", "audio": "a sound", "font": "a font"}
    return exact.get(media_type) or families.get(media_type.partition("/")[0]) or f"data of type {media_type}"
