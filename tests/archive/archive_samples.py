"""Pages, articles and people for the archive's tests, as short as they can be."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from typing import Any

from clipper.archive import Archive
from clipper.records import Article, Mention, Page, Person, Removed, Source

FETCHED = datetime(2014, 10, 9, 3, 4, 5, tzinfo=UTC)


def page(url: str = "", body: bytes = b"<html>a page</html>", **changes: Any) -> Page:
    fields: dict[str, Any] = {
        "requested_url": url,
        "final_url": url,
        "fetched_at": FETCHED,
        "status": 200,
        "media_type": "text/html",
        "charset": "utf-8",
        "headers": (("Content-Type", "text/html; charset=utf-8"), ("X-Twice", "1"), ("X-Twice", "2")),
        "body": body,
    }
    return Page(**{**fields, **changes})


def article(title: str = "A title", text: str = "A text.", url: str = "", **changes: Any) -> Article:
    fields: dict[str, Any] = {
        "url": url,
        "canonical_url": "",
        "title": title,
        "authors": (),
        "published": None,
        "modified": None,
        "page_timestamp": None,
        "source": Source("example.org", "Example News"),
        "credited": None,
        "language": "en",
        "section": None,
        "image": None,
        "dateline": None,
        "slug": None,
        "text": text,
        "layout": "p" * len(text.split("\n")),
        "captions": (),
        "removed": (Removed("comment-form", "Leave a Reply"),),
        "warnings": (),
        "origins": {"title": "h1"},
        "rules": "1",
    }
    return Article(**{**fields, **changes})


def person(name: str, title: str = "", *, major: bool = False, at: int = 0) -> Person:
    return Person(name, title, major, False, (Mention(name, at, at + len(name)),))


def fill(path: str, first: int, count: int) -> None:
    """Add numbered clippings, one transaction each: what a program beside this one would do."""
    with Archive(path) as archive:
        for number in range(first, first + count):
            url = f"https://example.org/story/{number}"
            text = f"Story {number} about radar and the talks in Tokyo.\n" * 20
            archive.save(
                page(url, text.encode() * 5),
                article(f"Story {number}", text.strip(), url),
                [person("Bob Work")],
            )
            sys.stdout.write(f"{number}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    fill(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
