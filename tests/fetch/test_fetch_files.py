"""What a reader saved: told apart by content, dated and addressed by what the saving program wrote."""

from __future__ import annotations

import gzip
import os
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipper.errors import FetchError
from clipper.fetch import files, read_bytes, read_file
from clipper.fetch.marks import declared_address, saved_mark

HTML = b"<!DOCTYPE html><html><head><title>A story</title></head><body><p>The text.</p></body></html>"
SINGLEFILE = b"""<!DOCTYPE html> <html lang=en><!--
 Page saved with SingleFile 
 url: https://news.example.org/2013/09/27/story?a=1&amp;b=2 
 saved date: Fri Sep 27 2013 10:11:12 GMT+0900 (Japan Standard Time)
--><meta charset=utf-8><link rel=canonical href=https://news.example.org/canonical><p>The text.
"""
MHTML = b"""From: <Saved by Blink>
Snapshot-Content-Location: https://news.example.org/story
Subject: A story
Date: Fri, 27 Sep 2013 10:11:12 +0900
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="----x"

------x
Content-Type: text/html; charset=windows-1252
Content-Transfer-Encoding: quoted-printable
Content-Location: https://news.example.org/story

<!DOCTYPE html><p>caf=E9 =3D good</p>
------x
Content-Type: image/png
Content-Transfer-Encoding: base64

iVBORw0KGgo=
------x--
"""
EMAIL = (
    b"From: a@b.example\nTo: c@d.example\nSubject: News\nDate: Fri, 27 Sep 2013 10:11:12 +0000\n\nThe text.\n"
)
SAVED = datetime(2013, 9, 27, 1, 11, 12, tzinfo=UTC)


def write(tmp_path: Path, name: str, data: bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


def refused(path: Path) -> FetchError:
    with pytest.raises(FetchError) as caught:
        read_file(path)
    assert str(caught.value).endswith(".")
    assert ": " in str(caught.value)
    return caught.value


def test_a_singlefile_page_tells_its_address_and_time(tmp_path: Path) -> None:
    page = read_file(write(tmp_path, "story.html", SINGLEFILE))
    assert page.requested_url == page.final_url == "https://news.example.org/2013/09/27/story?a=1&b=2"
    assert page.fetched_at == SAVED
    assert (page.status, page.media_type, page.charset, page.headers) == (200, "text/html", None, ())
    assert page.body == SINGLEFILE


@pytest.mark.parametrize(
    ("comment", "url", "saved"),
    [
        ("saved from url=(0030)https://news.example.org/story", "https://news.example.org/story", None),
        (
            "Saved from https://news.example.org/story at 2013-09-27T01:11:12Z using monolith v2.8.1",
            "https://news.example.org/story",
            SAVED,
        ),
        (
            "Mirrored from www.example.org/story by HTTrack Website Copier/3.x [XR&CO'2014], "
            "Fri, 27 Sep 2013 01:11:12 GMT",
            "http://www.example.org/story",
            SAVED,
        ),
        (
            "Archive processed by SingleFile url: https://news.example.org/story saved date: long ago\n",
            "https://news.example.org/story",
            None,
        ),
        ("saved from url=(0014)about:internet", "", None),
        ("Page saved with SingleFile url: javascript:alert(1) ", "", None),
    ],
)
def test_other_programs_leave_their_mark_too(comment: str, url: str, saved: datetime | None) -> None:
    assert saved_mark(f"<!-- {comment} -->{HTML.decode()}".encode()) == (url, saved)


def test_a_page_saved_by_no_known_program_has_the_address_it_gives_itself() -> None:
    canonical = b"<link rel='canonical' href='https://a.example/c'>"
    graph = b'<meta content="https://a.example/og?x=1&amp;y=2" property="og:url" />'
    assert declared_address(graph + canonical) == "https://a.example/c"
    assert declared_address(graph) == "https://a.example/og?x=1&y=2"
    front = b"<link rel=canonical href=https://a.example/index.html>"
    assert declared_address(front) == ""
    assert declared_address(front + graph) == "https://a.example/og?x=1&y=2"
    assert (
        declared_address(b"<link rel=canonical href=/relative><link rel=icon href=https://a.example/i>") == ""
    )


def test_a_file_of_unknown_origin_has_no_address_and_its_own_time(tmp_path: Path) -> None:
    path = write(tmp_path, "story.html", HTML)
    os.utime(path, (SAVED.timestamp(), SAVED.timestamp()))
    page = read_file(path)
    assert (page.requested_url, page.final_url, page.fetched_at) == ("", "", SAVED)


def test_the_readers_word_wins(tmp_path: Path) -> None:
    tokyo = datetime(2014, 1, 1, 9, tzinfo=timezone(timedelta(hours=9)))
    page = read_file(write(tmp_path, "a.html", SINGLEFILE), url="https://b.example/x", fetched_at=tokyo)
    assert (page.requested_url, page.final_url) == ("https://b.example/x", "https://b.example/x")
    assert (page.fetched_at, page.fetched_at.tzinfo) == (datetime(2014, 1, 1, tzinfo=UTC), UTC)


def test_no_file_was_saved_in_the_future(tmp_path: Path) -> None:
    path = write(tmp_path, "story.html", HTML)
    os.utime(path, (4e9, 4e9))
    assert read_file(path).fetched_at <= datetime.now(UTC)


def test_a_gzipped_page_is_read_whatever_it_is_called(tmp_path: Path) -> None:
    for name in ("story.html.gz", "story.html", "story"):
        page = read_file(write(tmp_path, name, gzip.compress(SINGLEFILE)))
        assert (page.body, page.media_type, page.fetched_at) == (SINGLEFILE, "text/html", SAVED)


def test_a_browsers_mhtml_is_the_page_in_it(tmp_path: Path) -> None:
    page = read_file(write(tmp_path, "story.mhtml", MHTML))
    assert page.body.strip() == b"<!DOCTYPE html><p>caf\xe9 = good</p>"
    assert (page.media_type, page.charset) == ("text/html", "windows-1252")
    assert (page.final_url, page.fetched_at) == ("https://news.example.org/story", SAVED)


def test_a_newsletter_of_the_same_shape_stays_an_e_mail() -> None:
    letter = MHTML.replace(b"<Saved by Blink>", b"news@example.org").replace(b"Snapshot-Content-", b"X-")
    assert read_bytes(letter, "letter.eml").media_type == "message/rfc822"


@pytest.mark.parametrize(
    ("name", "data", "media_type"),
    [
        ("story.txt", b"A title\n\nThe text.\n", "text/plain"),
        ("story", b"A title\n\nThe text.\n", "text/plain"),
        ("notes.md", b"# A title\n\n<p> is a tag, <br> and <div> too.\n", "text/plain"),
        ("story.txt", b"<p>, <br> and <a> are tags.\n", "text/plain"),
        ("story.txt", HTML, "text/html"),
        ("story.pdf", b"%PDF-1.4\n...", "application/pdf"),
        ("story.html", b"%PDF-1.4\n...", "application/pdf"),
        ("mail.eml", EMAIL, "message/rfc822"),
        ("mail", EMAIL, "message/rfc822"),
        ("short.eml", b"Subject: x\n\nThe text.", "message/rfc822"),
        ("story.htm", b"Words first. <p>Then a tag", "text/html"),
        ("story.html", b"\x00<html><p>a stray NUL</html>", "text/html"),
        ("story.html", HTML.decode().encode("utf-16"), "text/html"),
        ("story.xhtml", b"<?xml version='1.0'?><html xmlns='x'><p>a</p></html>", "text/html"),
        ("-", b"\xef\xbb\xbf\n<HTML><body>", "text/html"),
        ("japanese.txt", "防衛省".encode("iso2022_jp"), "text/plain"),
        ("korean.txt", "국방부".encode("euc-kr"), "text/plain"),
    ],
)
def test_the_content_decides_and_the_name_helps(name: str, data: bytes, media_type: str) -> None:
    assert read_bytes(data, name).media_type == media_type


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.png", b"\x89PNG\r\n\x1a\n\x00", "an image"),
        ("a.html", b"PK\x03\x04\x00", "a zip archive"),
        ("a.txt", b"\x00\x01\x02", "binary data"),
        ("feed.xml", b"<?xml version='1.0'?><feed xmlns='x'></feed>", "a feed"),
        ("clippings.db", b"SQLite format 3\x00", "a database"),
    ],
)
def test_what_is_no_text_is_no_page(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    error = refused(write(tmp_path, name, data))
    assert error.kind == "not-a-page"
    assert words in str(error)


def test_files_that_cannot_be_read_are_refused_by_kind(tmp_path: Path) -> None:
    assert refused(tmp_path / "none.html").kind == "no-such-file"
    assert refused(write(tmp_path, "a", b"x") / "under-a-file").kind == "no-such-file"
    assert refused(tmp_path / "nul\0").kind == "no-such-file"
    assert refused(tmp_path / ("n" * 300)).kind == "no-such-file"
    assert refused(tmp_path).kind == "is-a-folder"
    assert refused(write(tmp_path, "empty.html", b"")).kind == "empty"
    assert refused(write(tmp_path, "blank.html", b" \n")).kind == "empty"
    assert refused(write(tmp_path, "empty.gz", b"")).kind == "empty"
    assert refused(write(tmp_path, "empty.html.gz", gzip.compress(b""))).kind == "empty"
    assert refused(write(tmp_path, "cut.html.gz", gzip.compress(HTML)[:-9])).kind == "bad-gzip"
    assert refused(write(tmp_path, "plain.html.gz", HTML)).kind == "bad-gzip"


def test_a_name_that_is_no_text_can_be_told(tmp_path: Path) -> None:
    assert str(refused(tmp_path / "caf\udce9\x1b[31m.html")).isprintable()


def test_a_file_that_cannot_be_opened_is_said_so(tmp_path: Path) -> None:
    circle = tmp_path / "circle.html"
    circle.symlink_to(circle)
    assert refused(circle).kind == "not-readable"


def test_a_file_larger_than_any_article_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST", 1000)
    assert refused(write(tmp_path, "a.html", b"a" * 1001)).kind == "too-large"
    assert refused(write(tmp_path, "bomb.html.gz", gzip.compress(bytes(100_000)))).kind == "too-large"


@given(st.binary(max_size=300), st.sampled_from(["a.html", "a.txt", "a.eml", "a.gz", "a", "a.mhtml"]))
def test_any_bytes_are_a_page_or_a_refusal(data: bytes, name: str) -> None:
    for form in (
        data,
        b"<!-- Page saved with SingleFile url: " + data,
        MHTML[:250] + data,
        b"\x1f\x8b" + data,
    ):
        try:
            assert read_bytes(form, name).body
        except FetchError as error:
            assert error.kind in ("empty", "not-a-page", "bad-gzip", "too-large")  # noqa: PT017
