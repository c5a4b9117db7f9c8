"""A fetch ends at its deadline, whatever the host does to keep it waiting."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager

import pytest
from loopback_site import Asked, Site

from clipper.errors import FetchError
from clipper.fetch import Fetcher, Settings, fetch

SHORT = Settings(total=0.35, read=0.3, retries=3, backoff=0.05)


def seconds_until_late(url: str, settings: Settings = SHORT) -> float:
    began = time.monotonic()
    with pytest.raises(FetchError) as caught:
        fetch(url, settings)
    assert caught.value.kind == "time-out", caught.value
    assert "seconds" in str(caught.value)
    return time.monotonic() - began


def drip(asked: Asked, data: bytes, pace: float = 0.1) -> None:
    for byte in data:
        asked.wfile.write(bytes([byte]))
        time.sleep(pace)


def test_a_body_that_drips_is_cut_at_the_deadline(site: Site) -> None:
    def route(asked: Asked) -> None:
        asked.send_response(200)
        asked.send_header("Content-Type", "text/html")
        asked.send_header("Content-Length", "5000")
        asked.end_headers()
        drip(asked, b"<p>" * 6)

    site.routes["/a"] = route
    assert seconds_until_late(site.url("/a")) < 1.0


def test_a_body_without_length_that_drips_is_not_taken_for_whole(site: Site) -> None:
    def route(asked: Asked) -> None:
        asked.close_connection = True
        asked.wfile.write(b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n<p>")
        drip(asked, b"<p>" * 6)

    site.routes["/a"] = route
    assert seconds_until_late(site.url("/a")) < 1.0


def test_chunks_that_drip_are_cut_at_the_deadline(site: Site) -> None:
    def route(asked: Asked) -> None:
        asked.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n")
        drip(asked, b"1\r\na\r\n" * 10)

    site.routes["/a"] = route
    assert seconds_until_late(site.url("/a")) < 1.0


def test_headers_that_drip_are_cut_at_the_deadline(site: Site) -> None:
    def route(asked: Asked) -> None:
        drip(asked, b"HTTP/1.1 200 OK\r\nX-Long: " + b"a" * 20)

    site.routes["/a"] = route
    assert seconds_until_late(site.url("/a")) < 1.0


def test_redirects_that_dawdle_share_one_deadline(site: Site) -> None:
    def route(asked: Asked) -> None:
        time.sleep(0.1)
        asked.answer(302, b"", Location=f"/a?{time.monotonic()}")

    site.routes["/a"] = route
    assert seconds_until_late(site.url("/a")) < 1.0


def test_a_host_that_says_nothing_is_left_after_the_read_time_out(site: Site) -> None:
    site.routes["/a"] = lambda asked: time.sleep(0.7)
    assert seconds_until_late(site.url("/a"), Settings(total=5, read=0.2)) < 0.6


@contextmanager
def mute_listener() -> Iterator[int]:
    """A port that takes connections and bytes and never answers: no HTTP, no TLS handshake."""
    with closing(socket.create_server(("127.0.0.1", 0))) as listener:
        yield listener.getsockname()[1]


def test_a_handshake_that_never_comes_is_cut(site: Site) -> None:
    with mute_listener() as port:
        settings = Settings(total=0.4, connect=5, read=5)
        assert seconds_until_late(f"https://127.0.0.1:{port}/", settings) < 1.0


def test_a_tls_body_that_drips_is_cut(tls_site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    from loopback_site import PEM

    def route(asked: Asked) -> None:
        asked.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 900\r\n\r\n")
        drip(asked, b"<p>" * 6)

    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(PEM))
    tls_site.routes["/a"] = route
    assert seconds_until_late(tls_site.url("/a")) < 1.0


def test_a_kept_connection_obeys_the_deadline_of_the_next_fetch(site: Site) -> None:
    def route(asked: Asked) -> None:
        asked.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 900\r\n\r\n")
        drip(asked, b"<p>" * 6)

    site.routes["/slow"] = route
    began = time.monotonic()
    with Fetcher(SHORT) as fetcher:
        fetcher.fetch(site.serve("/quick"))
        with pytest.raises(FetchError) as caught:
            fetcher.fetch(site.url("/slow"))
    assert caught.value.kind == "time-out"
    assert time.monotonic() - began < 1.5


def test_closing_a_fetcher_ends_what_another_thread_is_fetching(site: Site) -> None:
    site.routes["/a"] = lambda asked: time.sleep(1)
    kinds: list[str] = []

    def wait_for_it() -> None:
        try:
            fetcher.fetch(site.url("/a"))
        except FetchError as error:
            kinds.append(error.kind)

    with Fetcher() as fetcher:
        thread = threading.Thread(target=wait_for_it)
        thread.start()
        time.sleep(0.15)
    thread.join(0.5)
    assert kinds == ["time-out"]
