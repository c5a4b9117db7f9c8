"""Whatever is typed and whatever a server sends: a Page or a FetchError, in time."""

from __future__ import annotations

import contextlib
import re
import socket
import threading
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from clipper.errors import FetchError
from clipper.fetch import Fetcher, Settings
from clipper.records import Page

QUICK = Settings(total=1, retries=0, max_body=100_000)


class Parrot:
    """A server that sends the same bytes to everyone and hangs up."""

    def __init__(self) -> None:
        self.says = b""
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        while True:
            connection, _ = self._listener.accept()
            with connection, contextlib.suppress(OSError):
                asked = connection.recv(65_536)
                if asked == b"stop":
                    return
                connection.sendall(self.says)
                connection.shutdown(socket.SHUT_WR)
                connection.settimeout(0.01)  # one at a time: a redirect to itself must find it free
                connection.recv(65_536)

    def close(self) -> None:
        with socket.create_connection(("127.0.0.1", self.port)) as last:
            last.sendall(b"stop")
        self._thread.join(2)
        self._listener.close()


@pytest.fixture(scope="module")
def parrot() -> Iterator[Parrot]:
    bird = Parrot()
    yield bird
    bird.close()


def outcome(fetcher: Fetcher, url: str) -> Page | FetchError:
    try:
        return fetcher.fetch(url)
    except FetchError as error:
        return error


anything = st.characters(exclude_categories=())
headers = st.lists(
    st.one_of(
        st.binary(max_size=30),
        st.sampled_from(
            [
                b"Content-Type: text/html",
                b"Content-Type: \xff/\x00; charset=\xe9",
                b"Content-Length: 3",
                b"Content-Length: -1",
                b"Content-Length: 99999999999999999999",
                b"Content-Length: 3, 4",
                b"Content-Encoding: gzip",
                b"Content-Encoding: deflate",
                b"Transfer-Encoding: chunked",
                b"Location: http://[",
                b"Location: //",
                b"Location: http://127.0.0.1:99999/",
                b"Location: \xff\xfe",
                b"Set-Cookie: a=\x00; expires=never",
                b"Retry-After: \xb2",
                b"Connection: close",
                b": nameless",
            ]
        ),
    ),
    max_size=5,
)
LENIENT = settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@LENIENT
@given(
    st.sampled_from(
        [b"HTTP/1.1 200 OK", b"HTTP/1.0 302 Found", b"HTTP/1.1 503", b"HTTP/1.1 99 x", b"HTTP/9.9 200 x"]
    ),
    headers,
    st.one_of(
        st.binary(max_size=60), st.sampled_from([b"\x1f\x8b\x08" + bytes(20), b"5\r\nabc", b"ffffffffff\r\n"])
    ),
)
@example(b"", [], b"")
@example(b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK", [], b"<p>")
@example(b"HTTP/1.1 200 OK", [b"X-%d: a" % number for number in range(150)], b"<p>")
@example(b"HTTP/1.1 200 OK", [b"X: " + b"a" * 70_000], b"<p>")
def test_no_answer_breaks_a_fetch(parrot: Parrot, status: bytes, lines: list[bytes], body: bytes) -> None:
    parrot.says = b"\r\n".join([status, *lines, b"", body])
    with Fetcher(QUICK) as fetcher:
        outcome(fetcher, f"http://127.0.0.1:{parrot.port}/a")


@LENIENT
@given(st.text(anything, max_size=40))
@example("caf\udce9?\ud800")
@example("%%%#%")
@example("\x00\n\\")
def test_no_path_breaks_a_fetch(parrot: Parrot, path: str) -> None:
    parrot.says = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 3\r\n\r\n<p>"
    with Fetcher(QUICK) as fetcher:
        page = outcome(fetcher, f"http://127.0.0.1:{parrot.port}/{path}")
    if isinstance(page, Page):
        assert page.requested_url.encode()
        assert page.final_url.encode()


@settings(max_examples=60, deadline=None)
@given(st.text(anything, max_size=20).map(lambda host: re.sub(r"[/?#\\\\]", "", host)))
@example("xn--")
@example("a" * 64)
@example("\u2024")
@example("[")
@example("a@b:c")
def test_no_host_breaks_a_fetch(host: str) -> None:
    with Fetcher(QUICK) as fetcher:
        assert isinstance(outcome(fetcher, f"http://{host}.invalid/"), FetchError)
