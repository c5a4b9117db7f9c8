"""saved HTML -> the address it came from and when it was saved, as the saving program wrote them; pure.

SingleFile: ``Page saved with SingleFile url: ... saved date: Fri Sep 27 2013 10:11:12 GMT+0900 (...)``
monolith:   ``Saved from https://... at 2013-09-27T01:11:12Z using monolith v2.8.1``
HTTrack:    ``Mirrored from www.example.org/story by HTTrack Website Copier/3.x [...], Fri, 27 Sep 2013 ...``
browsers:   ``saved from url=(0042)https://...`` (the mark of the web)
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from html import unescape

from clipper.patterns import pattern
from clipper.urls import is_front_page, is_url

_START = 200_000
_SINGLEFILE = re.compile(
    rb"<!--\s*(?:Page saved with|Archive processed by) SingleFile\s+url:\s*(?P<url>\S+)"
    rb"(?:[^>]*?saved date:\s*(?P<date>[^\r\n]*?)\s*(?:\r|\n|-->))?",
    re.I,
)
_MONOLITH = re.compile(rb"<!--\s*Saved from (?P<url>\S+) at (?P<date>\S+) using monolith", re.I)
_HTTRACK = re.compile(rb"<!--\s*Mirrored from (?P<url>\S+) by HTTrack[^>]*\], (?P<date>[^>]*?)\s*-->", re.I)
_MARK_OF_THE_WEB = re.compile(rb"<!--\s*saved from url=\(\d+\)(?P<url>\S+?)\s*-->", re.I)

_TAG = re.compile(rb"<(?:link|meta)\b[^>]*>", re.I)
_CANONICAL = re.compile(rb"\brel\s*=\s*[\"']?[^\"'>]*\bcanonical\b", re.I)
_OG_URL = re.compile(rb"\bproperty\s*=\s*[\"']?og:url[\"'\s>]", re.I)
_VALUE = re.compile(rb"\b(?:href|content)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))", re.I)
_JAVASCRIPT_DATE = pattern(r"^\w{3} (\w{3} \d{1,2} \d{4} \d\d:\d\d:\d\d) GMT([+-]\d{4})")


def saved_mark(html: bytes) -> tuple[str, datetime | None]:
    """The address and the moment (aware, UTC) that the saving program noted; ``("", None)`` without a note.

    Only the first 200 kB are read, as bytes: every encoding that HTML may have spells these notes alike.
    """
    start = html[:_START]
    for form in (_SINGLEFILE, _MONOLITH, _HTTRACK, _MARK_OF_THE_WEB):
        found = form.search(start)
        url = _address(found["url"], form is _HTTRACK) if found else ""
        if found and url:
            return url, _moment(found.groupdict().get("date") or b"")
    return "", None


def declared_address(html: bytes) -> str:
    """The address a page gives as its own (canonical link, else og:url); "" when it gives none.

    Some sites declare their front page on every page: that names no story, and would make all of them one.
    """
    found = {"canonical": "", "og": ""}
    for tag in _TAG.finditer(html[:_START]):
        name = "canonical" if _CANONICAL.search(tag[0]) else "og" if _OG_URL.search(tag[0]) else ""
        value = _VALUE.search(tag[0]) if name else None
        address = _address(value[1] or value[2] or value[3] or b"") if value else ""
        if address and not found[name] and not is_front_page(address):
            found[name] = address
    return found["canonical"] or found["og"]


def _address(raw: bytes, without_scheme: bool = False) -> str:
    text = unescape(raw.decode("utf-8", "replace")).strip()
    text = f"http://{text}" if without_scheme else text
    return text if is_url(text) else ""


def _moment(raw: bytes) -> datetime | None:
    """A date as JavaScript, ISO 8601 or e-mail writes it, in UTC; None for anything else."""
    from email.utils import parsedate_to_datetime

    text = raw.decode("utf-8", "replace").strip()
    for read in (_javascript_date, datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = read(text)
            return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
        except (ValueError, OverflowError):
            continue
    return None


def _javascript_date(text: str) -> datetime:
    found = _JAVASCRIPT_DATE.match(text)
    if not found:
        raise ValueError("not as JavaScript writes it")
    return datetime.strptime(f"{found[1]} {found[2]}", "%b %d %Y %H:%M:%S %z")
