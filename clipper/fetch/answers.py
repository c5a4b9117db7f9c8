"""one request -> one Answer: its status, headers and unpacked body, or a FetchError; no retries here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import requests
import urllib3
from requests.cookies import extract_cookies_to_jar

from clipper.errors import FetchError
from clipper.fetch.connections import Hop, WatchedAdapter, current_hop
from clipper.fetch.refusals import refusal
from clipper.fetch.settings import Settings
from clipper.fetch.sniff import READABLE, VAGUE, described
from clipper.fetch.unpack import TooLarge, Truncated, Undecodable, unpacked

OK = (200, 203)
_CHUNK = 65_536
_EXCUSE = 262_144  # bytes of an error page that are read: enough to tell a challenge from a plain refusal


@dataclass(frozen=True, slots=True)
class Answer:
    """What one request brought; ``url`` is as it was sent, ``target`` where a redirect leads ("" if none)."""

    url: str
    status: int
    headers: tuple[tuple[str, str], ...]
    target: str
    body: bytes
    peer: str

    def header(self, name: str) -> str:
        """The first header of that name, "" if there is none."""
        return next((value for key, value in self.headers if key.lower() == name), "")

    def content_type(self) -> tuple[str, str | None]:
        """Media type in lower case without parameters ("" if not declared), and the charset declared."""
        return content_type(self.header("content-type"))


def content_type(value: str) -> tuple[str, str | None]:
    """``text/html; charset="UTF-8"`` as ``("text/html", "UTF-8")``."""
    media_type, *parameters = value.split(";")
    for parameter in parameters:
        name, _, charset = parameter.partition("=")
        if name.strip().lower() == "charset" and charset.strip(" \"'"):
            return media_type.strip().lower(), charset.strip(" \"'")
    return media_type.strip().lower(), None


def session_for(settings: Settings) -> requests.Session:
    """A session with clipper's headers and watched connections; cookies are the caller's to add."""
    session = requests.Session()
    session.headers.update(
        {
            "User-Agent": settings.user_agent,
            "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8,*/*;q=0.5",
            "Accept-Language": settings.language,
            "Accept-Encoding": "gzip, deflate",
        }
    )
    adapter = WatchedAdapter(pool_connections=32, pool_maxsize=8)
    session.mount("http://", adapter)
    session.mount("https://", adapter)
    return session


def ask(session: requests.Session, url: str, hop: Hop, settings: Settings) -> Answer:
    """Send one GET and read its answer within the hop's deadline and the settings' sizes.

    Raises FetchError for everything that goes wrong on the way, for what is too large, in an unknown
    compression or of a kind that clipper does not read; any status is an Answer.
    """
    token = current_hop.set(hop)
    try:
        return _asked(session, url, hop, settings)
    except (requests.RequestException, urllib3.exceptions.HTTPError, ValueError, OSError) as error:
        raise _translated(error, hop) from error
    finally:
        current_hop.reset(token)


def prepared(session: requests.Session, url: str) -> requests.PreparedRequest:
    """The request as it will be sent; raises FetchError of kind bad-address.

    Not session.prepare_request: it copies the whole cookie jar for each request, and other threads may
    be adding to it. The jar itself is asked under its own lock.
    """
    try:
        return requests.Request("GET", url, session.headers, cookies=session.cookies).prepare()
    except (requests.RequestException, ValueError) as error:  # ValueError: UnicodeError, malformed [hosts]
        raise refusal("bad-address", what=url) from error


def _asked(session: requests.Session, url: str, hop: Hop, settings: Settings) -> Answer:
    request = prepared(session, url)
    within = max(0.001, hop.deadline.remaining())
    ways: Any = session.merge_environment_settings(request.url, {}, True, None, None)
    timeouts = (min(settings.connect, within), min(settings.read, within))
    # Not session.send: even told not to follow a redirect it reads that answer's body without a limit.
    response = session.get_adapter(str(request.url)).send(request, timeout=timeouts, **ways)
    with response:
        extract_cookies_to_jar(session.cookies, request, response.raw)  # type: ignore[no-untyped-call]
        headers = tuple((str(name), str(value)) for name, value in response.raw.headers.items())
        target = session.get_redirect_target(response) or ""
        body = _body(response, target, hop, settings)
    return Answer(str(request.url), response.status_code, headers, target, body, hop.peer)


def _body(response: requests.Response, target: str, hop: Hop, settings: Settings) -> bytes:
    encoding = response.headers.get("Content-Encoding", "")
    if target or response.status_code not in OK:
        return _excuse(_received(response.raw, hop, _EXCUSE), encoding)
    _check_kind(response)
    declared = response.headers.get("Content-Length", "")
    if declared.isdigit() and int(declared) > settings.max_received:
        raise refusal("too-large", hop.host, megabytes(settings.max_received))
    received = _received(response.raw, hop, settings.max_received + 1)
    if len(received) > settings.max_received:
        raise refusal("too-large", hop.host, megabytes(settings.max_received))
    try:
        return unpacked(received, encoding, settings.max_body)
    except TooLarge:
        raise refusal("too-large", hop.host, megabytes(settings.max_body)) from None
    except Truncated:
        raise refusal("broken-off", hop.host) from None
    except Undecodable as error:
        raise refusal("bad-encoding", hop.host, error) from error


def _excuse(received: bytes, encoding: str) -> bytes:
    """The body of an answer that is not the page, as far as it can be read: it may name a guard."""
    try:
        return unpacked(received, encoding, 8 * _EXCUSE)
    except (TooLarge, Truncated, Undecodable):
        return b""


def _check_kind(response: requests.Response) -> None:
    """Refuse by the header what clipper cannot read, before its bytes are fetched."""
    media_type, _ = content_type(response.headers.get("Content-Type", ""))
    if media_type not in READABLE and media_type not in VAGUE and "/" in media_type:
        raise refusal("not-a-page", what=described(media_type))


def _received(raw: Any, hop: Hop, most: int) -> bytes:
    """The bytes as they travelled, at most ``most``."""
    parts: list[bytes] = []
    size = 0
    while size < most:
        part = raw.read(min(_CHUNK, most - size), decode_content=False)
        if hop.deadline.expired:  # a socket that was shut down looks like the end of the page
            raise _late(hop)
        if not part:
            break
        parts.append(part)
        size += len(part)
    return b"".join(parts)


def _late(hop: Hop) -> FetchError:
    return refusal("time-out", hop.host, f"{hop.deadline.seconds:g}")


def _translated(error: Exception, hop: Hop) -> FetchError:
    if hop.deadline.expired:
        return _late(hop)
    if isinstance(error, (requests.Timeout, urllib3.exceptions.TimeoutError)):
        return refusal("time-out", hop.host, f"{min(hop.read, hop.deadline.seconds):g}")
    if isinstance(error, (requests.exceptions.SSLError, urllib3.exceptions.SSLError)):
        return refusal("tls", hop.host, _reason(error))
    # The address itself was found good before: what is malformed or of an unknown scheme is the proxy's.
    if isinstance(error, (requests.exceptions.ProxyError, requests.exceptions.InvalidURL)):
        return refusal("proxy", hop.host, _reason(error))
    if isinstance(error, requests.exceptions.InvalidSchema):  # SOCKS without the package it needs
        return refusal("proxy", hop.host, error)
    if isinstance(error, UnicodeError):
        return refusal("bad-address", what=hop.host)
    return refusal("broken-off", hop.host)


def _reason(error: BaseException) -> str:
    """The innermost cause, in OpenSSL's or the system's own words without their codes."""
    while (inner := error.__cause__ or error.__context__) is not None:
        error = inner
    words = getattr(error, "verify_message", "") or getattr(error, "reason", "") or str(error)
    return str(words).replace("_", " ").lower()


def megabytes(size: int) -> str:
    """A size in words: ``30 MB``, ``500 bytes``."""
    return f"{size / 1_000_000:g} MB" if size >= 100_000 else f"{size} bytes"
