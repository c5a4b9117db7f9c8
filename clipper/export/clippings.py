"""Clippings -> pieces of text in the form and with the columns that a reader chose."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Literal, get_args

from clipper.errors import UsageError
from clipper.records import Clipping

Form = Literal["csv", "tsv", "json", "nl", "markdown"]

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
    "day": lambda c: c.day,
    "text": lambda c: c.article.text,
}

USUAL = tuple(COLUMNS)[:14]


def pieces(
    form: str, columns: str | Sequence[str] | None = None, *, raw: bool = False
) -> Callable[[Iterable[Clipping]], Iterator[str]]:
    """What turns clippings into text in ``form``, one at a time.

    ``columns`` are names or a comma-separated list of them; ``raw`` leaves cells that begin a formula as
    they are. Raises UsageError for a form or a column that does not exist, and for columns of Markdown.
    """
    from clipper.export.markdown import clipping_note
    from clipper.export.objects import clipping_object
    from clipper.export.tables import json_array, json_lines, table

    if form not in get_args(Form):
        raise UsageError(f"There is no form {form!r}; choose from {', '.join(get_args(Form))}.", "form")
    if form == "markdown":
        if columns is not None:
            raise UsageError("A Markdown note has no columns; choose them for CSV, TSV or JSON.", "columns")
        return lambda clippings: (clipping_note(clipping) + "\n" for clipping in clippings)
    if form in ("json", "nl") and columns is None:
        lines = json_array if form == "json" else json_lines
        return lambda clippings: lines(map(clipping_object, clippings))
    chosen = chosen_columns(columns)
    return lambda clippings: table(rows(clippings, chosen), chosen, form, raw=raw)  # type: ignore[arg-type]


def chosen_columns(names: str | Sequence[str] | None) -> tuple[str, ...]:
    """The columns of a list or a comma-separated one, the usual fourteen for None. Raises UsageError."""
    if names is None:
        return USUAL
    listed = names.split(",") if isinstance(names, str) else names
    wanted = tuple(name.strip() for name in listed if name.strip())
    unknown = [name for name in wanted if name not in COLUMNS]
    if unknown or not wanted:
        what = f"There is no column {unknown[0]!r}" if unknown else "No column was named"
        raise UsageError(f"{what}; choose from {', '.join(COLUMNS)}.", "columns")
    return wanted


def rows(clippings: Iterable[Clipping], columns: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Yield one row per clipping with just ``columns``."""
    for clipping in clippings:
        yield {name: COLUMNS[name](clipping) for name in columns}
