"""Clippings -> rows of the columns a reader chose."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from clipper.errors import UsageError
from clipper.records import Clipping

COLUMNS: dict[str, Callable[[Clipping], Any]] = {
    "id": lambda c: c.id,
    "dated": lambda c: c.dated,
    "dated_from": lambda c: c.dated_from,
    "published": lambda c: c.article.published,
    "source": lambda c: c.article.source.name or c.article.source.domain,
    "credited": lambda c: c.article.credited,
    "title": lambda c: c.article.title,
    "authors": lambda c: c.article.authors,
    "people": lambda c: tuple(person.name for person in c.people),
    "words": lambda c: c.article.words,
    "url": lambda c: c.article.url,
    "canonical_url": lambda c: c.article.canonical_url,
    "added": lambda c: c.added,
    "language": lambda c: c.article.language,
    "domain": lambda c: c.article.source.domain,
    "modified": lambda c: c.article.modified,
    "published_from": lambda c: c.article.origins.get("published"),
    "page_timestamp": lambda c: c.article.page_timestamp,
    "section": lambda c: c.article.section,
    "dateline": lambda c: c.article.dateline,
    "captions": lambda c: c.article.captions,
    "fetched": lambda c: c.fetched,
    "sha256": lambda c: c.sha256,
    "text": lambda c: c.article.text,
}

USUAL = tuple(COLUMNS)[:14]


def chosen_columns(names: str | None) -> tuple[str, ...]:
    """The columns of a comma-separated list, the usual fourteen for None. Raises UsageError."""
    if names is None:
        return USUAL
    wanted = tuple(name.strip() for name in names.split(",") if name.strip())
    unknown = [name for name in wanted if name not in COLUMNS]
    if unknown or not wanted:
        what = f"There is no column {unknown[0]!r}" if unknown else "No column was named"
        raise UsageError(f"{what}; choose from {', '.join(COLUMNS)}.", "columns")
    return wanted


def rows(clippings: Iterable[Clipping], columns: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Yield one row per clipping with just ``columns``."""
    for clipping in clippings:
        yield {name: COLUMNS[name](clipping) for name in columns}
