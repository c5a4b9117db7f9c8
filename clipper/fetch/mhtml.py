"""a browser's .mhtml file -> the HTML document in it, with its address and time.

Chrome, Edge and the old Internet Explorer save "web page, single file" as an e-mail whose parts are the
page and its pictures. A newsletter saved as .eml has the same shape; only the browser's own marks tell.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from clipper.urls import is_url

if TYPE_CHECKING:
    from email.message import Message


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The document of an .mhtml file; ``url`` is "" and ``saved`` None where the browser did not say."""

    url: str
    saved: datetime | None
    charset: str | None
    body: bytes


def snapshot_of(data: bytes) -> Snapshot | None:
    """The page that a browser saved as ``data``; None when this is an e-mail like any other."""
    if b"multipart/related" not in data[:4096].lower():
        return None
    from email import message_from_bytes  # ten milliseconds that other files need not pay

    message = message_from_bytes(data)
    location = str(message.get("Snapshot-Content-Location", ""))
    if not location and "saved by" not in str(message.get("From", "")).lower():
        return None
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            return _snapshot(message, part, location)
    return None


def _snapshot(message: Message, part: Message, location: str) -> Snapshot:
    url = next((text for text in (location, str(part.get("Content-Location", ""))) if is_url(text)), "")
    body = part.get_payload(decode=True)
    return Snapshot(url, _date(message), part.get_content_charset(), body if isinstance(body, bytes) else b"")


def _date(message: Message) -> datetime | None:
    from email.utils import parsedate_to_datetime

    try:
        moment = parsedate_to_datetime(str(message.get("Date", "")))
    except ValueError:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
