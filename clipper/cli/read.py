"""Commands on single clippings: show, edit, remove."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from clipper.cli.answers import warn
from clipper.cli.options import db_option, open_archive
from clipper.errors import ClipperError, NotFound, UsageError
from clipper.text import one_line

if TYPE_CHECKING:
    from clipper.archive import Archive


def number_of(archive: Archive, named: str) -> int:
    """The id that the user named by number or address. Raises NotFound."""
    if named.isascii() and named.isdigit():
        return int(named)
    there = archive.find(named)
    if there is None:
        raise NotFound(f"No clipping has the number or address {named!r}; clipper list shows what there is.")
    return there


@click.command(short_help="Read one clipping.")
@click.argument("clipping", metavar="ID")
@click.option("--json", "form", flag_value="json", default=None, help="Everything known, as one JSON object.")
@click.option("--text", "form", flag_value="text", help="The text alone.")
@click.option("--markdown", "form", flag_value="markdown", help="A note with front matter.")
@click.option("--html", "form", flag_value="html", help="The page as it was received, byte by byte.")
@click.option("--removed", "form", flag_value="removed", help="The lines that were cut, each with its rule.")
@click.option("--open", "form", flag_value="open", help="Open the article's address in the browser.")
@db_option
def show(clipping: str, form: str | None, **_: Any) -> None:
    """Read one clipping; ID is its number or its address."""
    with open_archive() as archive:
        number = number_of(archive, clipping)
        if form == "html":
            sys.stdout.flush()
            sys.stdout.buffer.write(archive.page(number).body)
            return
        found = archive.get(number)
    print_clipping(found, form)


def print_clipping(found: Any, form: str | None) -> None:
    """Print a clipping in the form asked for."""
    from clipper import show as lines

    if form == "json":
        from clipper.export.objects import clipping_object
        from clipper.export.tables import json_text

        sys.stdout.write(json_text(clipping_object(found)) + "\n")
    elif form == "text":
        sys.stdout.write(found.article.text + "\n")
    elif form == "markdown":
        from clipper.export.markdown import clipping_note

        sys.stdout.write(clipping_note(found))
    elif form == "removed":
        lines.write(lines.removed(found.article))
        if not found.article.removed:
            warn("nothing was cut from this text.")
    elif form == "open":
        open_address(found.article.canonical_url or found.article.url)
    else:
        lines.write(lines.reading(found))


def open_address(address: str) -> None:
    """Open an address in the browser.

    Raises UsageError when it is none that a browser should open, ClipperError when there is no browser.
    """
    import webbrowser

    if not address.startswith(("http://", "https://")):
        raise UsageError(
            "This clipping has no web address; clipper show ID --html prints its page.", "no-address"
        )
    if not webbrowser.open(address):
        raise ClipperError(f"No browser could be started; the address is {address}", "browser")


@click.command(short_help="Correct a clipping's title, date, source or authors.")
@click.argument("clipping", metavar="ID")
@click.option("--title", help="The title.")
@click.option("--date", metavar="DATE", help="The publication date.")
@click.option("--source", metavar="NAME", help="The source's name.")
@click.option(
    "--author", "authors", multiple=True, metavar="NAME", help='An author; repeat for several, "" for none.'
)
@db_option
def edit(
    clipping: str, title: str | None, date: str | None, source: str | None, authors: tuple[str, ...], **_: Any
) -> None:
    """Correct what the page said; your word is kept with the origin "user" and survives re-extraction."""
    from datetime import date as day

    from clipper import show as lines
    from clipper.clip import date_said

    if title is None and date is None and source is None and not authors:
        raise UsageError("Nothing to change; give --title, --date, --source or --author.", "nothing")
    for name, value in (("title", title), ("date", date)):
        if value is not None and not value.strip():
            raise UsageError(f"A {name} cannot be empty.", name)
    with open_archive() as archive:
        number = number_of(archive, clipping)
        archive.edit(
            number,
            title=title and one_line(title),
            published=date_said(date, day.today()) if date else None,
            source=source and one_line(source),
            authors=tuple(filter(None, map(one_line, authors))) if authors else None,
        )
        found = archive.get(number)
    lines.write(lines.head(found))


@click.command(short_help="Remove clippings from the archive.")
@click.argument("clippings", nargs=-1, required=True, metavar="ID...")
@click.option("-y", "--yes", is_flag=True, help="Do not ask.")
@db_option
@click.pass_context
def remove(ctx: click.Context, /, clippings: tuple[str, ...], yes: bool, **_: Any) -> None:
    """Remove clippings with their pages and people; asks before each."""
    from clipper.clip import exit_code

    told: list[tuple[bool, int]] = []
    with open_archive() as archive:
        for named in clippings:
            try:
                remove_one(archive, named, yes=yes)
                told.append((True, 0))
            except NotFound as error:
                warn(str(error))
                told.append((False, error.exit_code))
    ctx.exit(exit_code(told))


def remove_one(archive: Archive, named: str, *, yes: bool) -> None:
    """Remove one clipping if the user means it. Raises NotFound, and UsageError when nobody answers."""
    number = number_of(archive, named)
    title = archive.get(number).article.title
    if not yes and not confirmed(f"Remove clipping {number}, {title!r}, and its page?"):
        warn(f"clipping {number} is kept.")
        return
    archive.remove(number)
    click.echo(f"removed {number}")


def confirmed(question: str) -> bool:
    """The user's answer to a question. Raises UsageError when standard input holds none."""
    try:
        return click.confirm(question, err=True)
    except click.Abort as stop:
        if not isinstance(stop.__context__, EOFError):
            raise
        sys.stderr.write("\n")
        raise UsageError("Nobody answered; give --yes to remove without being asked.", "answer") from None
