"""Commands that find: search, list, sources."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import Any

import click

from clipper.cli.answers import Asked, answer, asked_query, print_hits, warn, write_rows
from clipper.cli.options import (
    QueryCommand,
    chosen_archive,
    db_option,
    filter_options,
    form_options,
    open_archive,
)


@click.command(
    cls=QueryCommand,
    short_help="Find clippings by words, people, source and date.",
)
@click.argument("words", nargs=-1, metavar="QUERY...")
@filter_options
@click.option("--sort", type=click.Choice(["relevance", "date"]), default="relevance", help="[relevance]")
@click.option("--limit", type=click.IntRange(0), default=20, help="At most this many, 0 for all. [20]")
@click.option("--offset", type=click.IntRange(0), default=0, help="Leave out this many first.")
@click.option("--count", is_flag=True, help="Print only how many there are.")
@click.option("--exact", is_flag=True, help="Search for what was typed: no acronyms or long forms beside it.")
@form_options
@db_option
def search(**said: Any) -> int:
    """Find clippings.

    Words must all occur; "a phrase" in quotes, OR, -word, word*, and parentheses work as written.
    Fields: title: source: person: author: lang: major: date:A..B since: until: on:

    \b
    clipper search ISR
    clipper search '"guideline revision" OR person:Onodera since:2013'
    clipper search person:Work --source defensenews.com --sort date
    """
    return answer(Asked(**{**said, "words": list(said["words"]), "db": chosen_archive()}))


@click.command("list", short_help="List clippings, newest first.")
@filter_options
@click.option("--limit", type=click.IntRange(0), default=20, help="At most this many, 0 for all. [20]")
@click.option("--offset", type=click.IntRange(0), default=0, help="Leave out this many first.")
@form_options
@db_option
def list_(limit: int, offset: int, form: str | None, **filters: Any) -> None:
    """List clippings by date, newest first; "?" marks a date that is not a publication date."""
    query = asked_query((), filters)
    with open_archive() as archive:
        found = archive.search(query, sort="date", limit=limit or -1, offset=offset)
    print_hits(found, form, snippets=False)
    if not found and form is None:
        warn("nothing there.")


@click.command(short_help="List the sites that clippings came from.")
@form_options
@db_option
def sources(form: str | None, **_: Any) -> None:
    """List the sites that clippings came from, the most clipped first."""
    with open_archive() as archive:
        found = archive.sources()
    columns = ("domain", "name", "clippings", "first", "last")
    rows = [{name: getattr(row, name) for name in columns} for row in found]
    if form is None:
        rows = [{**row, "domain": row["domain"] or "(no address)"} for row in rows]
    print_grid(rows, columns, form)


def print_grid(rows: Iterable[dict[str, Any]], columns: Sequence[str], form: str | None) -> None:
    """Print rows as a table for a person, moments cut to their day, or in a machine form as they are."""
    if form is None:
        from clipper import show

        show.grid(({name: shown(name, row[name]) for name in columns} for row in rows), columns)
    else:
        write_rows(rows, columns, form)
    sys.stdout.flush()


def shown(column: str, value: Any) -> Any:
    """A value as a table shows it: of a first or last date just the day."""
    return str(value or "")[:10] if column in ("first", "last") else value
