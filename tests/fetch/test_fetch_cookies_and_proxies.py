"""The reader's own cookies and proxies are used, and bad ones are said to be bad."""

from __future__ import annotations

import base64
import time
from pathlib import Path

import pytest
from loopback_site import STORY, Site

from clipper.errors import FetchError
from clipper.fetch import Fetcher, Settings, fetch

HEAD = "# Netscape HTTP Cookie File\n"


def cookie_file(tmp_path: Path, *lines: str, head: str = HEAD) -> Path:
    path = tmp_path / "cookies.txt"
    path.write_text(head + "\n".join(lines) + "\n")
    return path


def test_a_cookies_txt_logs_the_reader_in(site: Site, tmp_path: Path) -> None:
    later = int(time.time()) + 3600
    path = cookie_file(
        tmp_path,
        f"127.0.0.1\tFALSE\t/\tFALSE\t{later}\tplain\t1",
        f"#HttpOnly_127.0.0.1\tFALSE\t/\tFALSE\t{later}\thidden\t2",
        "127.0.0.1\tFALSE\t/\tFALSE\t0\tsession\t3",
        "127.0.0.1\tFALSE\t/\tFALSE\t86400\texpired\t4",
        f".example.org\tTRUE\t/\tFALSE\t{later}\tforeign\t5",
        "# a remark",
    )
    fetch(site.serve("/a"), Settings(cookies=path))
    sent = site.asked[0][1]["Cookie"]
    assert sorted(sent.split("; ")) == ["hidden=2", "plain=1", "session=3"]


def test_cookies_that_a_host_sets_are_kept_for_the_batch(site: Site) -> None:
    site.serve("/a", Set_Cookie="seen=1; Path=/")
    with Fetcher() as fetcher:
        fetcher.fetch(site.url("/a"))
        fetcher.fetch(site.serve("/b"))
    assert site.asked[1][1]["Cookie"] == "seen=1"


@pytest.mark.parametrize("content", [b"", b'[{"name": "a"}]', HEAD.encode() + b"a\tb\n", b"\xff\xfe\x00\x80"])
def test_a_file_that_is_no_cookies_txt_is_refused_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "cookies.txt"
    path.write_bytes(content)
    with pytest.raises(
        FetchError, match=r"is not a Netscape cookies.txt .*: export the cookies again\.$"
    ) as caught:
        Fetcher(Settings(cookies=path))
    assert caught.value.kind == "bad-cookies"


def test_a_cookie_file_that_is_missing_or_a_folder_is_said_so(tmp_path: Path) -> None:
    for path, kind in ((tmp_path / "none.txt", "no-such-file"), (tmp_path, "is-a-folder")):
        with pytest.raises(FetchError) as caught:
            Fetcher(Settings(cookies=path))
        assert caught.value.kind == kind


def proxied(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy"):
        monkeypatch.setenv(name, address)


def test_the_proxy_of_the_environment_is_asked(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    proxied(monkeypatch, site.url().replace("127.0.0.1", "me:secret@127.0.0.1"))
    site.serve("http://news.example.org/a")
    page = fetch("http://news.example.org/a")
    assert (page.body, page.final_url) == (STORY, "http://news.example.org/a")
    said = site.asked[0][1]["Proxy-Authorization"]
    assert base64.b64decode(said.removeprefix("Basic ")) == b"me:secret"


def test_a_host_that_needs_no_proxy_is_asked_itself(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    proxied(monkeypatch, "http://127.0.0.1:9")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    assert fetch(site.serve("/a")).body == STORY


@pytest.mark.parametrize("url", ["http://news.example.org/a", "https://news.example.org/a"])
@pytest.mark.parametrize("proxy", ["http://127.0.0.1:9", "http://no-such-proxy.invalid:80", "nonsense://x:1"])
def test_a_proxy_that_does_not_work_is_named(url: str, proxy: str, monkeypatch: pytest.MonkeyPatch) -> None:
    proxied(monkeypatch, proxy)
    with pytest.raises(FetchError) as caught:
        fetch(url, Settings(total=5, retries=0))
    assert caught.value.kind == "proxy"
    assert str(caught.value).endswith("check HTTP_PROXY, HTTPS_PROXY and NO_PROXY.")


def test_a_proxy_that_opens_no_tunnel_is_named(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    proxied(monkeypatch, site.url())  # the site knows no CONNECT
    with pytest.raises(FetchError) as caught:
        fetch("https://news.example.org/a", Settings(total=5, retries=0))
    assert caught.value.kind == "proxy"
