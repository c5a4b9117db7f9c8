"""Every way a fetch can fail has its own kind and a sentence with a cure."""

from __future__ import annotations

import re
import socket

import pytest
from loopback_site import OTHER_PEM, PEM, STORY, Site

from clipper.errors import FetchError
from clipper.fetch import Settings, challenge_of, fetch
from clipper.fetch.refusals import _SENTENCES, refusal

QUICK = Settings(total=5, retries=0)


def refused(url: str, settings: Settings = QUICK) -> FetchError:
    with pytest.raises(FetchError) as caught:
        fetch(url, settings)
    return caught.value


@pytest.mark.parametrize("kind", [*_SENTENCES, "http-418", "http-503", "http-304"])
def test_every_kind_has_a_whole_sentence_and_a_cure(kind: str) -> None:
    sentence = str(refusal(kind, "news.example.org", "something"))
    assert re.fullmatch(r"[^:]+: [a-z].{13,}\.", sentence), "no cure after a colon"
    assert "{" not in sentence
    assert "\n" not in sentence


@pytest.mark.parametrize(
    "address",
    [
        "",
        "news.example.org/story",
        "ftp://news.example.org/x",
        "file:///etc/passwd",
        "ftp://[x]/",
        "http://[x]/",
        "http:///story",
        "http://a b.example/",
        "http://a.example:99999/",
        "javascript:alert(1)",
        "caf\udce9",
    ],
)
def test_what_is_no_address_is_said_to_be_none(address: str) -> None:
    error = refused(address)
    assert error.kind == "bad-address"
    assert str(error).encode().endswith(b"https://www.example.com/story.")


@pytest.mark.parametrize(
    "host", ["no-such-host.invalid", "a..b.invalid", "x" * 70 + ".invalid", "nö.invalid"]
)
def test_a_host_that_does_not_exist_is_named(host: str) -> None:
    assert refused(f"http://{host}/").kind in ("dns", "bad-address")


def test_a_closed_port_refuses() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        error = refused(f"http://127.0.0.1:{unused.getsockname()[1]}/")
    assert (error.kind, error.exit_code) == ("refused", 1)


def test_a_certificate_nobody_vouches_for_is_refused(tls_site: Site) -> None:
    error = refused(tls_site.serve("/a"))
    assert error.kind == "tls"
    assert "self-signed certificate" in str(error)


def test_the_computers_own_list_of_authorities_is_honoured(
    tls_site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(PEM))
    assert fetch(tls_site.serve("/a"), QUICK).body == STORY


def test_a_certificate_for_another_name_is_refused(
    misnamed_site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(OTHER_PEM))
    error = refused(misnamed_site.serve("/a"))
    assert error.kind == "tls"
    assert "127.0.0.1" in str(error)


def test_a_port_that_speaks_no_tls_is_refused(site: Site) -> None:
    assert refused(site.serve("/a").replace("http:", "https:")).kind == "tls"


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (401, "http-401"),
        (403, "http-403"),
        (404, "http-404"),
        (410, "http-410"),
        (418, "http-418"),
        (429, "http-429"),
        (451, "http-451"),
        (500, "http-500"),
        (503, "http-503"),
        (206, "http-206"),
        (304, "http-304"),
        (302, "http-302"),
        (300, "http-300"),
    ],
)
def test_a_status_that_is_no_page_has_its_own_kind(site: Site, status: int, kind: str) -> None:
    body = b"" if status == 304 else b"<html><body>Sorry.</body></html>"
    error = refused(site.serve("/a", status, body, Content_Length="" if status == 304 else str(len(body))))
    assert error.kind == kind
    assert error.exit_code == (75 if status == 429 else 1)


CHALLENGES = [
    (
        "Cloudflare",
        403,
        {"Server": "cloudflare", "CF-Mitigated": "challenge"},
        b"<title>Just a moment...</title>",
    ),
    ("Cloudflare", 503, {"Server": "cloudflare"}, b"<script>window._cf_chl_opt={}</script>"),
    ("Cloudflare", 403, {"Server": "cloudflare"}, b"<title>Attention Required! | Cloudflare</title>"),
    ("DDoS-Guard", 403, {"Server": "ddos-guard"}, b"<title>DDoS-Guard</title>"),
    ("DataDome", 403, {}, b"<p>Please enable JS and disable any ad blocker</p>"),
    (
        "Akamai",
        403,
        {"Server": "AkamaiGHost"},
        b"<H1>Access Denied</H1> <P>\nReference&#32;&#35;18&#46;2</P>",
    ),
    ("Imperva", 403, {}, b"Request unsuccessful. Incapsula incident ID: 12-34"),
    ("PerimeterX", 403, {}, b"<div id='px-captcha'></div>"),
    ("AWS WAF", 202, {"x-amzn-waf-action": "challenge"}, b""),
    ("a captcha", 429, {}, b"<div class='g-recaptcha'></div>"),
]


@pytest.mark.parametrize(("guard", "status", "headers", "body"), CHALLENGES)
def test_a_guard_before_the_site_is_told_from_the_site(
    site: Site, guard: str, status: int, headers: dict[str, str], body: bytes
) -> None:
    assert challenge_of(status, headers.items(), body) == guard
    named = {name.replace("-", "_"): value for name, value in headers.items()}
    site.routes["/a"] = lambda asked: asked.answer(status, body, **named)
    error = refused(site.url("/a"), Settings(total=5, retries=2, backoff=0.01))
    assert error.kind == "challenge"
    assert guard in str(error)
    assert "`clipper add FILE --url URL`" in str(error)
    assert site.count["/a"] == 1, "a guard does not change its mind"


@pytest.mark.parametrize(
    ("status", "headers", "body"),
    [
        (200, {"Server": "cloudflare"}, b"<p>How _cf_chl_opt and px-captcha work, Incapsula incident ID</p>"),
        (403, {"Server": "cloudflare"}, b"<p>Subscribers only</p>"),
        (404, {"Server": "cloudflare"}, b"<div class='g-recaptcha'></div>"),
        (503, {"Server": "nginx"}, b"<h1>Down for maintenance</h1>"),
    ],
)
def test_a_site_that_answers_for_itself_is_no_challenge(
    status: int, headers: dict[str, str], body: bytes
) -> None:
    assert challenge_of(status, headers.items(), body) is None


def test_what_a_host_says_cannot_reach_the_terminal(site: Site) -> None:
    error = refused(site.serve("/a", 302, Location="gopher://x/\x1b[31m"))
    assert error.kind == "bad-redirect"
    assert "\x1b" not in str(error)
