"""Whatever the bytes are: an article or one sentence, soon, and never a traceback."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from clipper.errors import ExtractError
from clipper.extract import extract
from clipper.records import Article

PARTS = (
    b"<html lang=en>",
    b"<head>",
    b"<title>Plan | Gazette</title>",
    b"<meta charset=utf-16>",
    b"<meta name=author>",
    b'<meta property="og:title" content="Plan">',
    b'<script type="application/ld+json">',
    b'{"@type":"NewsArticle",',
    b'"author":{"@id":"#a"},',
    b'"datePublished":"2024-13-45",',
    b'"headline":"\\ud800"}',
    b"[[[[",
    b"</script>",
    b"<body>",
    b"<h1>",
    b"By ",
    b"<time datetime=",
    b"9999-99-99",
    b">",
    b"<p>",
    b"The board said on Tuesday that. ",
    b"</p>",
    b"&#xD800;",
    b"&#0;",
    b"\x00",
    b"\xff\xfe",
    b"\x1b$B",
    b"<!--",
    b"-->",
    b"<table><tr><td>",
    b"]]>",
    b"<a href=http://[x>",
    b"<link rel=canonical href=http://[::1>",
    "語".encode("shift_jis"),
    "ж".encode("koi8-r"),
)


def told(body: bytes, url: str | None = "https://example-gazette.com/a") -> str:
    """The outcome of an extraction: "article", or the kind of the refusal."""
    try:
        article = extract(body, url)
    except ExtractError as error:
        return f"{error.kind}: {error}"
    assert isinstance(article, Article)
    assert len(article.layout) == len(article.text.split("\n"))
    assert all(article.text.split("\n"))
    whole = "\n".join((article.title, article.text, *article.authors, *article.captions))
    whole.encode("utf-8")
    assert not any(letter < " " and letter != "\n" for letter in whole)
    return "article"


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(PARTS), max_size=40).map(b"".join))
def test_pages_of_broken_parts_are_an_article_or_a_sentence(body: bytes):
    assert told(body)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.binary(max_size=400))
@example(b"\xff\xfe\x00")
@example(b"%PDF-")
@example(b"From: a\nSubject: =?utf-8?q?=ff?=\n\n\xff")
@example(b"From: a\nDate: Fri, 99 Foo 2013 10:00:00\nContent-Type: text/html; charset=nope\n\n<p>x</p>")
def test_arbitrary_bytes_are_an_article_or_a_sentence(body: bytes):
    assert told(body)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=40))
@example("\ud800", "\x00", "javascript:alert(1)")
@example("https://[", "http://example.com:99999999/", "//")
def test_arbitrary_values_of_declarations_are_survived(title: str, author: str, url: str):
    head = (
        f'<meta property="og:title" content="{title}"><meta name="author" content="{author}">'
        f'<meta property="og:url" content="{url}"><link rel="canonical" href="{url}">'
        f'<meta property="article:published_time" content="{author}">'
    )
    text = "<p>The board said on Tuesday that the plan was approved.</p>"
    page = f"<html><head>{head}</head><body>{text}</body></html>"
    assert told(page.encode("utf-8", "surrogatepass"), url if url.isprintable() else None)


@pytest.mark.parametrize(
    "body",
    [
        b"<div>" * 10_000 + b"deep",
        b"<blockquote><b>" * 10_000 + b"deep",
        b"<table><tr><td>" * 3_000 + b"deep",
        b"<p>" * 1_500_000,
        b"<a href=/x>y</a>" * 150_000,
        b"<title>" + b" " * 2_000_000 + b"</title><p>" + b" " * 2_000_000 + b"x",
        b"<p>" + b"x" * 4_000_000,
        b"<h1>x</h1><p>" + b"-" * 1_000_000 + b"</p>",
        b"<head>" + b"<meta name=author content='By Ann Li and '>" * 60_000,
        b'<script type="application/ld+json">' + b"[" * 100_000 + b"</script>",
        b"<h1>x</h1><span class=date>" + b"1/2/2020 " * 100_000 + b"</span>",
        b"\x00" * 1_000_000,
    ],
    ids=lambda body: repr(body[:24]),
)
def test_deep_and_endless_pages_end_within_five_seconds(body: bytes):
    start = time.process_time()
    assert told(b"<html><body>" + body)
    assert time.process_time() - start < 5


def test_importing_the_room_costs_no_parser():
    heavy = "('lxml', 'trafilatura', 'htmldate', 'dateparser', 'charset_normalizer', 'pypdf', 'requests')"
    code = (
        f"import sys, clipper.extract, clipper.text; print([name for name in {heavy} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_common_page_needs_no_date_library():
    code = (
        "import sys; from clipper.extract import extract\n"
        "page = b'<html lang=en><head><meta property=article:published_time "
        "content=2024-01-02></head><body><h1>Plan</h1>'\n"
        "page += b'<p>The board approved a plan on Tuesday to deepen the channel by two metres, officials "
        "said.</p>' * 3\n"
        "assert extract(page).published == '2024-01-02'\n"
        "print([name for name in ('htmldate', 'dateparser', 'charset_normalizer') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "dateparser" not in done.stdout
