"""url -> Page: redirects followed with care, retries within the deadline, every failure with its own kind."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from types import TracebackType
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from clipper.errors import FetchError
from clipper.fetch.challenge import challenge_of
from clipper.fetch.deadline import Deadline
from clipper.fetch.refusals import refusal
from clipper.fetch.retries import BUSY, backoff, retry_after
from clipper.fetch.settings import Settings
from clipper.fetch.sniff import READABLE, VAGUE, binary_type_of, described, media_type_of
from clipper.records import Page
from clipper.urls import host_of, is_url, sendable, trimmed, without_login

if TYPE_CHECKING:
    import requests

    from clipper.fetch.answers import Answer

_SECRET = frozenset(("set-cookie", "set-cookie2"))


def fetch(url: str, settings: Settings | None = None) -> Page:
    """Fetch one address; see `Fetcher.fetch`. Several of them go faster through one Fetcher."""
    with Fetcher(settings) as fetcher:
        return fetcher.fetch(url)


class Fetcher:
    """Fetches addresses over shared connections and cookies; to be used from several threads at once.

    A context manager: leaving it closes the connections and ends what is still running.
    Raises FetchError of kind bad-cookies, no-such-file or not-readable for a cookie file it cannot read.
    """

    def __init__(self, settings: Settings | None = None) -> None:
        from clipper.fetch.answers import session_for
        from clipper.fetch.cookies import load_cookies

        self.settings = settings or Settings()
        self._session: requests.Session = session_for(self.settings)
        self._running: set[Deadline] = set()
        self._lock = threading.Lock()
        if self.settings.cookies is not None:
            self._session.cookies = load_cookies(self.settings.cookies)  # type: ignore[assignment]

    def fetch(self, url: str) -> Page:
        """The page at an http or https address, at most ``settings.total`` seconds later.

        ``requested_url`` of the page is ``url`` as given, but for a password in it; cookies that the host
        set are left out of its headers: an archive is handed on, a session is not. ``media_type`` is what
        the header says, or what the bytes show where it says nothing; XHTML counts as ``text/html``.
        Raises FetchError with one of the kinds of ``clipper.fetch.refusals``.
        """
        if not is_url(url):
            raise refusal("bad-address", what=url)
        with self._deadline() as deadline:
            url = sendable(url)
            return _page(url, _followed(self._session, trimmed(url), deadline, self.settings))

    @contextlib.contextmanager
    def _deadline(self) -> Iterator[Deadline]:
        with Deadline(self.settings.total) as deadline:
            with self._lock:
                self._running.add(deadline)
            try:
                yield deadline
            finally:
                with self._lock:
                    self._running.discard(deadline)

    def close(self) -> None:
        """Close all connections; a fetch still running in another thread ends with kind time-out."""
        with self._lock:
            for deadline in self._running:
                deadline.expire()
        self._session.close()

    def __enter__(self) -> Fetcher:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _followed(session: requests.Session, url: str, deadline: Deadline, settings: Settings) -> Answer:
    """The answer at the end of the redirects."""
    from clipper.fetch.answers import prepared
    from clipper.fetch.connections import names_private

    seen: set[tuple[str, str]] = set()
    guarded = False
    while True:
        request = prepared(session, url)
        # Sites that set a cookie and send the reader back to the same address do not go in a circle.
        state = (str(request.url), request.headers.get("Cookie", ""))
        if state in seen:
            raise refusal("redirect-loop", host_of(url))
        if len(seen) > settings.max_redirects:
            raise refusal("too-many-redirects", host_of(url), settings.max_redirects)
        seen.add(state)
        if guarded and names_private(host_of(url)):
            raise refusal("private-redirect", "The site", host_of(url))
        answer = _answered(session, url, guarded, deadline, settings)
        if not answer.target:
            return answer
        guarded = guarded or _is_public(answer)
        url = _next(answer)


def _is_public(answer: Answer) -> bool:
    """Whether an answer came from outside: then it may not send the reader inside."""
    from clipper.fetch.connections import is_private, names_private

    return not is_private(answer.peer) and not names_private(host_of(answer.url))


def _next(answer: Answer) -> str:
    """The address a redirect leads to, with the fragment it inherits (RFC 9110, 10.2.2)."""
    try:
        url = urljoin(answer.url, answer.target)
        fragment = urlsplit(answer.url).fragment
    except ValueError:
        url = fragment = ""
    if not is_url(url):
        raise refusal("bad-redirect", host_of(answer.url), answer.target)
    return f"{url}#{fragment}" if fragment and "#" not in url else url


def _answered(
    session: requests.Session, url: str, guarded: bool, deadline: Deadline, settings: Settings
) -> Answer:
    """One address asked until it answers, waits included: a redirect or a page, everything else raised."""
    from clipper.fetch.answers import ask
    from clipper.fetch.connections import Hop

    attempt = 0
    while True:
        hop = Hop(host_of(url), deadline, settings.connect, settings.read, guarded)
        try:
            answer = ask(session, url, hop, settings)
            _check_status(answer)
        except FetchError as error:
            if not _worth_another(error) or attempt >= settings.retries:
                raise
            wait = backoff(attempt, settings.backoff) if error.retry_after is None else error.retry_after
            if wait >= deadline.remaining():
                raise
            deadline.wait(wait)
        else:
            return answer
        attempt += 1


def _worth_another(error: FetchError) -> bool:
    return error.kind == "broken-off" or error.kind in {f"http-{status}" for status in BUSY}


def _check_status(answer: Answer) -> None:
    """Raise unless the answer is a page or a redirect that can be followed."""
    from clipper.fetch.answers import OK

    host = host_of(answer.url)
    guard = challenge_of(answer.status, answer.headers, answer.body)
    if guard:
        raise refusal("challenge", host, guard)
    if answer.status in (204, 205):
        raise refusal("empty", host)
    if answer.status not in OK and not answer.target:
        asked = retry_after(answer.header("retry-after")) if answer.status in BUSY else None
        raise refusal(f"http-{answer.status}", host, answer.status, asked)


def _page(url: str, answer: Answer) -> Page:
    declared, charset = answer.content_type()
    if not answer.body.strip():
        raise refusal("empty", host_of(answer.url))
    vague = declared in VAGUE or "/" not in declared
    # A PDF stays one where the header calls it text/html.
    media_type = media_type_of(answer.body) if vague else binary_type_of(answer.body) or declared
    if media_type not in READABLE:
        raise refusal("not-a-page", what=described(media_type))
    return Page(
        requested_url=without_login(url),
        final_url=without_login(answer.url),
        fetched_at=datetime.now(UTC),
        status=answer.status,
        media_type=READABLE[media_type],
        charset=charset,
        headers=tuple((name, value) for name, value in answer.headers if name.lower() not in _SECRET),
        body=answer.body,
    )
