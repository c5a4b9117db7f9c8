"""What a Page says of the answer it was made from, and what never becomes one."""

from __future__ import annotations

import gzip
import subprocess
import sys
import tracemalloc
import zlib
from datetime import UTC, datetime, timedelta

import pytest
from loopback_site import STORY, Asked, Site

import clipper
from clipper.errors import FetchError, UsageError
from clipper.fetch import Fetcher, Settings, fetch

QUICK = Settings(total=5, retries=0)


def refused(url: str, settings: Settings = QUICK) -> FetchError:
    with pytest.raises(FetchError) as caught:
        fetch(url, settings)
    return caught.value


def test_a_page_keeps_the_answer_as_evidence(site: Site) -> None:
    url = site.serve(
        "/a", Content_Type="Text/HTML; Charset=Windows-1252", X_Trace="7", Set_Cookie="session=1"
    )
    page = fetch(f" {url} ")
    assert page.requested_url == f" {url} "
    assert (page.final_url, page.status, page.body) == (url, 200, STORY)
    assert (page.media_type, page.charset) == ("text/html", "Windows-1252")
    assert ("X-Trace", "7") in page.headers
    assert "session=1" not in str(page.headers)
    assert timedelta(0) <= datetime.now(UTC) - page.fetched_at < timedelta(seconds=5)


def test_the_room_itself_can_be_called_whatever_was_imported_before(site: Site) -> None:
    assert clipper.fetch(site.serve("/a")).body == STORY


def test_importing_the_room_loads_no_network_library() -> None:
    code = "import sys, clipper.fetch; from clipper.fetch.files import read_file\n"
    code += "print([m for m in ('requests', 'urllib3', 'ssl', 'http.client', 'email') if m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("declared", "body", "media_type"),
    [
        ("application/xhtml+xml", STORY, "text/html"),
        ("text/plain", b"Just text.", "text/plain"),
        ("text/plain; charset=utf-8", STORY, "text/plain"),
        ("application/pdf", b"%PDF-1.7 ...", "application/pdf"),
        ("message/rfc822", b"From: a@b.example\r\n\r\nHi", "message/rfc822"),
        ("", STORY, "text/html"),
        ("application/octet-stream", b"%PDF-1.7 ...", "application/pdf"),
        ("application/octet-stream", b"\xef\xbb\xbf  <!-- x --><HTML><p>a", "text/html"),
        ("nonsense", b"<p>One</p><p>Two</p><p>Three</p>", "text/html"),
        ("application/xml", b'<?xml version="1.0"?><!DOCTYPE html><html><p>a</p></html>', "text/html"),
        ("application/octet-stream", b"Only words.", "text/plain"),
        ("text/html", b"%PDF-1.7 ...", "application/pdf"),
    ],
)
def test_the_media_type_is_declared_or_seen(site: Site, declared: str, body: bytes, media_type: str) -> None:
    assert fetch(site.serve("/a", body=body, Content_Type=declared)).media_type == media_type


@pytest.mark.parametrize(
    ("declared", "body", "words"),
    [
        ("image/png", b"\x89PNG\r\n\x1a\n...", "an image"),
        ("application/zip", b"PK\x03\x04", "a zip archive"),
        ("application/json", b"{}", "JSON data"),
        ("application/rss+xml", b"<rss></rss>", "a feed"),
        ("text/xml", b"<?xml version='1.0'?><rss version='2.0'></rss>", "a feed"),
        ("application/octet-stream", b"\xff\xd8\xff\xe0", "an image"),
        ("", b"\x00\x01\x02\x03", "binary data"),
        ("video/mp4", b"", "a video"),
        ("text/html", b"\x89PNG\r\n\x1a\n...", "an image"),
    ],
)
def test_what_nobody_can_read_is_no_page(site: Site, declared: str, body: bytes, words: str) -> None:
    error = refused(site.serve("/a", body=body, Content_Type=declared))
    assert error.kind == "not-a-page"
    assert words in str(error)


def test_the_charset_is_the_headers_even_when_it_is_wrong_and_the_bytes_stay(site: Site) -> None:
    body = "<html><meta charset=utf-8><p>café</p></html>".encode()
    page = fetch(site.serve("/a", body=body, Content_Type='text/html; charset="x-no-such-charset"'))
    assert (page.charset, page.body) == ("x-no-such-charset", body)
    assert fetch(site.serve("/b", body=body, Content_Type="text/html; charset=")).charset is None


def _raw_deflate(data: bytes) -> bytes:
    engine = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return engine.compress(data) + engine.flush()


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("gzip", gzip.compress(STORY, mtime=0)),
        ("x-gzip", gzip.compress(STORY[:40], mtime=0) + gzip.compress(STORY[40:], mtime=0)),
        ("gzip", gzip.compress(STORY, mtime=0) + b"trailing rubbish"),
        ("deflate", zlib.compress(STORY)),
        ("deflate", _raw_deflate(STORY)),
        ("deflate, gzip", gzip.compress(zlib.compress(STORY), mtime=0)),
        ("gzip", STORY),
        ("identity", STORY),
    ],
)
def test_the_transfers_compression_is_undone(site: Site, encoding: str, body: bytes) -> None:
    assert fetch(site.serve("/a", body=body, Content_Encoding=encoding)).body == STORY


def test_a_compression_nobody_asked_for_is_refused(site: Site) -> None:
    error = refused(site.serve("/a", body=b"\x0b\x02\x80", Content_Encoding="br"))
    assert (error.kind, "br" in str(error)) == ("bad-encoding", True)
    assert (
        refused(site.serve("/b", body=b"\x78\x9cgarbage", Content_Encoding="deflate")).kind == "bad-encoding"
    )


def test_a_page_larger_than_allowed_is_refused_before_and_while_it_comes(site: Site) -> None:
    small = Settings(total=5, retries=0, max_received=1000)
    assert refused(site.serve("/declared", body=b"a" * 1001), small).kind == "too-large"

    def endless(asked: Asked) -> None:
        asked.send_response(200)
        asked.send_header("Content-Type", "text/html")
        asked.end_headers()
        while True:
            asked.wfile.write(b"a" * 1000)

    site.routes["/endless"] = endless
    assert refused(site.url("/endless"), small).kind == "too-large"
    assert len(fetch(site.serve("/fits", body=b"a" * 1000), small).body) == 1000


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "gzip, gzip"])
def test_a_bomb_does_not_go_off(site: Site, encoding: str) -> None:
    engine = zlib.compressobj(9, wbits=31 if "gzip" in encoding else 15)
    bomb = b"".join(engine.compress(bytes(1_000_000)) for _ in range(50)) + engine.flush()
    bomb = gzip.compress(bomb, mtime=0) if encoding == "gzip, gzip" else bomb
    url = site.serve("/a", body=bomb, Content_Encoding=encoding)
    with Fetcher(Settings(total=5, max_body=1_000_000)) as fetcher:
        tracemalloc.start()
        with pytest.raises(FetchError) as caught:
            fetcher.fetch(url)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert caught.value.kind == "too-large"
    assert peak < 8_000_000


@pytest.mark.parametrize("body", [b"", b" \r\n\t "])
def test_an_empty_page_is_refused(site: Site, body: bytes) -> None:
    assert refused(site.serve("/a", body=body)).kind == "empty"


def test_an_answer_without_content_is_refused_as_empty(site: Site) -> None:
    assert refused(site.serve("/a", 204, b"", Content_Length="")).kind == "empty"


def test_the_user_agent_is_the_readers_to_choose(site: Site) -> None:
    url = site.serve("/a")
    fetch(url)
    fetch(url, Settings(user_agent="Reader/1.0"))
    agents = [headers["User-Agent"] for _, headers, _ in site.asked]
    assert agents == [f"Mozilla/5.0 (compatible; clipper/{clipper.__version__})", "Reader/1.0"]


@pytest.mark.parametrize(
    "said",
    [
        {"total": 0},
        {"read": -1},
        {"retries": -1},
        {"user_agent": "a\nb"},
        {"user_agent": ""},
        {"language": "é"},
    ],
)
def test_settings_that_make_no_sense_are_refused_at_once(said: dict[str, object]) -> None:
    with pytest.raises(UsageError):
        Settings(**said)  # type: ignore[arg-type]


def test_one_fetcher_reuses_its_connection(site: Site) -> None:
    ports = set()

    def noted(asked: Asked) -> None:
        ports.add(asked.client_address[1])
        asked.answer()

    site.routes["/a"] = noted
    with Fetcher() as fetcher:
        for _ in range(3):
            fetcher.fetch(site.url("/a"))
    assert len(ports) == 1
