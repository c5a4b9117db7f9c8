"""Redirects are followed as far as they lead somewhere, and never from outside to inside."""

from __future__ import annotations

import pytest
from loopback_site import STORY, Asked, Site

from clipper.errors import FetchError
from clipper.fetch import Settings, fetch
from clipper.fetch.connections import is_private, names_private

QUICK = Settings(total=5, retries=0, max_redirects=5)


def refused(url: str, settings: Settings = QUICK) -> FetchError:
    with pytest.raises(FetchError) as caught:
        fetch(url, settings)
    return caught.value


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_the_page_keeps_both_ends_of_a_redirect(site: Site, status: int) -> None:
    site.serve("/news/b")
    page = fetch(site.serve("/news/a", status, Location="b?x=1"), QUICK)
    assert page.requested_url == site.url("/news/a")
    assert (page.final_url, page.status, page.body) == (site.url("/news/b?x=1"), 200, STORY)


def test_a_fragment_survives_the_redirect(site: Site) -> None:
    site.serve("/b")
    assert fetch(site.serve("/a", 301, Location="/b") + "#p2", QUICK).final_url == site.url("/b#p2")


def test_a_redirect_to_another_host_is_followed(site: Site, other_site: Site) -> None:
    there = other_site.serve("/b")
    assert fetch(site.serve("/a", 301, Location=there), QUICK).final_url == there


def test_an_address_with_letters_outside_ascii_is_followed(site: Site) -> None:
    site.serve("/caf%C3%A9")
    raw = "/café".encode().decode("latin-1")  # how the bytes of UTF-8 look in a header
    assert fetch(site.serve("/a", 301, Location=raw), QUICK).final_url == site.url("/caf%C3%A9")


def test_redirects_in_a_circle_are_found_out(site: Site) -> None:
    site.serve("/a", 302, Location="/b")
    site.serve("/b", 302, Location="/a")
    error = refused(site.url("/a"))
    assert error.kind == "redirect-loop"
    assert "--cookies" in str(error)
    assert len(site.asked) == 2


def test_a_circle_that_sets_a_cookie_on_the_way_is_none(site: Site) -> None:
    def route(asked: Asked) -> None:
        if "seen=1" in asked.headers.get("Cookie", ""):
            asked.answer()
        else:
            asked.answer(302, b"", Location="/a", Set_Cookie="seen=1; Path=/")

    site.routes["/a"] = route
    assert fetch(site.url("/a"), QUICK).body == STORY


def test_redirects_without_end_are_cut(site: Site) -> None:
    site.routes["/a"] = lambda asked: asked.answer(302, b"", Location=f"/a?{len(site.asked)}")
    error = refused(site.url("/a"))
    assert error.kind == "too-many-redirects"
    assert "more than 5 times" in str(error)
    assert len(site.asked) == 6


@pytest.mark.parametrize(
    "target",
    ["ftp://news.example.org/a", "file:///etc/passwd", "mailto:a@b.example", "http://[x", "https://"],
)
def test_a_redirect_to_no_web_address_is_refused(site: Site, target: str) -> None:
    assert refused(site.serve("/a", 302, Location=target)).kind == "bad-redirect"


def test_an_address_inside_may_redirect_inside(site: Site, other_site: Site) -> None:
    assert fetch(site.serve("/a", 302, Location=other_site.serve("/b")), QUICK).body == STORY


@pytest.fixture
def outside(site: Site, monkeypatch: pytest.MonkeyPatch) -> Site:
    """The site as a proxy, which makes any host name a public one."""
    monkeypatch.setenv("HTTP_PROXY", site.url())
    monkeypatch.setenv("http_proxy", site.url())
    monkeypatch.setenv("NO_PROXY", "127.0.0.1,localhost,2130706433,0x7f000001")
    monkeypatch.setenv("no_proxy", "127.0.0.1,localhost,2130706433,0x7f000001")
    return site


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "localhost",
        "2130706433",
        "0x7f000001",
        "10.0.0.1",
        "192.168.1.1",
        "[::1]",
        "169.254.169.254",
        "[::ffff:127.0.0.1]",
        "metadata.google.internal",
    ],
)
def test_an_address_outside_may_not_redirect_inside(outside: Site, other_site: Site, host: str) -> None:
    other_site.serve("/secret")
    outside.serve("http://news.example.org/a", 302, Location=f"http://{host}:{other_site.server_port}/secret")
    error = refused("http://news.example.org/a")
    assert error.kind == "private-redirect"
    assert host.strip("[]") in str(error)
    assert other_site.asked == []


def test_an_address_outside_may_not_lead_inside_over_a_connection_that_is_open(
    outside: Site, other_site: Site
) -> None:
    from clipper.fetch import Fetcher

    typed = other_site.serve("/typed").replace("127.0.0.1", "2130706433")
    outside.serve("http://news.example.org/a", 302, Location=typed)
    with Fetcher(QUICK) as fetcher:
        assert fetcher.fetch(typed).body == STORY
        with pytest.raises(FetchError) as caught:
            fetcher.fetch("http://news.example.org/a")
    assert caught.value.kind == "private-redirect"
    assert len(other_site.asked) == 1


def test_an_address_outside_may_redirect_outside(outside: Site) -> None:
    outside.serve("http://other.example.org/b")
    outside.serve("http://news.example.org/a", 302, Location="http://other.example.org/b")
    assert fetch("http://news.example.org/a", QUICK).body == STORY


@pytest.mark.parametrize(
    ("address", "private"),
    [
        ("8.8.8.8", False),
        ("2606:4700::1111", False),
        ("10.1.2.3", True),
        ("100.64.0.1", True),
        ("::1", True),
        ("fe80::1%eth0", True),
        ("fd00::1", True),
        ("::ffff:10.0.0.1", True),
        ("2002:0a00:0001::1", True),
        ("64:ff9b::7f00:1", True),
        ("64:ff9b::808:808", False),
        ("224.0.0.1", True),
        ("0.0.0.0", True),
        ("news.example.org", False),
    ],
)
def test_addresses_inside_are_told_from_those_outside(address: str, private: bool) -> None:
    assert is_private(address) is private


def test_some_names_are_inside_by_convention() -> None:
    assert all(map(names_private, ["localhost", "a.localhost", "printer.local", "x.internal", "127.0.0.1"]))
    assert not names_private("local.example.org")
