"""The records that rooms hand on: frozen, one per stage, with no methods that reach outside.

Page ── extract ──▶ Article ── people ──▶ Person ── archive ──▶ Clipping, Hit
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, NamedTuple

from clipper.hits import Hit
from clipper.persons import Mention, Person, Where

__all__ = [
    "Article",
    "Change",
    "Clipping",
    "Hit",
    "Mention",
    "Outcome",
    "Page",
    "Person",
    "Removed",
    "Renewal",
    "Result",
    "Source",
    "Status",
    "Where",
]


@dataclass(frozen=True, slots=True)
class Page:
    """One answer to one request, or one local file: the evidence everything else is derived from.

    ``body`` is the entity as received, after the transfer's own compression was undone.
    ``requested_url`` is the address as given ("" for a file whose address nobody knows), ``final_url``
    the address that answered. ``media_type`` is lower case without parameters (``text/html``,
    ``text/plain``, ``application/pdf``, ``message/rfc822``), ``charset`` only what the Content-Type
    header declared. ``fetched_at`` is aware and in UTC. A file has status 200 and its own headers if any.
    """

    requested_url: str
    final_url: str
    fetched_at: datetime
    status: int
    media_type: str
    charset: str | None
    headers: tuple[tuple[str, str], ...]
    body: bytes


@dataclass(frozen=True, slots=True)
class Source:
    """The site a story was read on: its registered domain and the name it gives itself."""

    domain: str
    name: str


@dataclass(frozen=True, slots=True)
class Removed:
    """A line that was cut from the text and the name of the rule that cut it."""

    rule: str
    text: str


@dataclass(frozen=True, slots=True)
class Article:
    """What a page says, without what surrounds it.

    ``text`` holds paragraphs joined by one newline, no blank lines. ``layout`` has one letter per
    line of ``text``: p paragraph, h subheading, q quotation, l list item, t table row, e embedded post.
    ``published`` and ``modified`` are ISO 8601 in the precision and time zone that the page declared
    (``2013-09-27`` or ``2013-09-27T10:00:00+09:00``). ``page_timestamp`` is the ISO form of a line of the
    page that was nothing but a time. ``slug`` is a wire slug taken off the title (``UPDATE 1-``).
    ``origins`` names, per field, the declaration it came from (``{"published": "json-ld:datePublished"}``);
    a value set by hand has the origin ``user``. ``rules`` is the version of the rules that made the text.
    """

    url: str
    canonical_url: str
    title: str
    authors: tuple[str, ...]
    published: str | None
    modified: str | None
    page_timestamp: str | None
    source: Source
    credited: str | None
    language: str | None
    section: str | None
    image: str | None
    dateline: str | None
    slug: str | None
    text: str
    layout: str
    captions: tuple[str, ...]
    removed: tuple[Removed, ...]
    warnings: tuple[str, ...]
    origins: Mapping[str, str]
    rules: str

    @property
    def words(self) -> int:
        """Words of ``text``, as runs of characters between white space."""
        return len(self.text.split())


@dataclass(frozen=True, slots=True)
class Clipping:
    """An article in the archive with what the archive knows of it.

    ``dated`` is what lists sort by (ISO 8601 in UTC, or a bare day), ``dated_from`` one of ``published``,
    ``page_timestamp``, ``fetched``, ``user``; ``day`` is what date filters and people to look at go by: the
    day, or bare month or year, as the page declared it in its own zone. ``added`` is ISO 8601 in UTC.
    """

    id: int
    article: Article
    people: tuple[Person, ...]
    given_url: str
    dated: str
    dated_from: str
    day: str
    added: str
    fetched: str
    sha256: str


Status = Literal["added", "exists", "failed"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input of a batch; ``kind`` and ``message`` are set when it failed."""

    input: str
    status: Status
    id: int | None = None
    kind: str | None = None
    message: str | None = None
    exit_code: int = 0
    clipping: Clipping | None = field(default=None, repr=False)


class Change(NamedTuple):
    """A run of text that two texts share, or that only the old (removed) or the new one (added) has."""

    kind: Literal["same", "removed", "added"]
    text: str


Result = Literal["same", "changed", "kept", "failed"]


@dataclass(frozen=True, slots=True)
class Renewal:
    """What became of one clipping's text under new rules; ``changed`` holds each part that differs."""

    id: int
    title: str
    result: Result
    reason: str
    changed: tuple[tuple[str, tuple[Change, ...]], ...] = ()
