"""Commands that take articles in: add, extract."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import click

from clipper.cli.adding import add_inputs, checked_overrides, fetch_settings, piped
from clipper.cli.answers import warn
from clipper.cli.options import chosen_archive, db_option
from clipper.errors import ClipperError
from clipper.text import one_line


def fetch_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """How pages are fetched."""
    command = click.option("--user-agent", metavar="TEXT", help="How clipper names itself to the host.")(
        command
    )
    command = click.option(
        "--cookies", type=click.Path(dir_okay=False), help="A cookies.txt (Netscape form) of your browser."
    )(command)
    return click.option(
        "--timeout",
        type=click.FloatRange(1, 3600),
        metavar="SECONDS",
        help="Deadline for each address in all. [60]",
    )(command)


def file_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """What the user says of a file that does not say it itself."""
    command = click.option("--source", metavar="NAME", help="The source's name; wins over the page's.")(
        command
    )
    command = click.option("--date", metavar="DATE", help="The publication date; wins over the page's.")(
        command
    )
    return click.option("--url", metavar="URL", help="The address that a saved page came from.")(command)


@click.command(short_help="Clip articles: addresses, saved pages, text files.")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@file_options
@fetch_options
@click.option("-n", "--dry-run", is_flag=True, help="Fetch, extract and show, but store nothing.")
@click.option("--json", "form", flag_value="json", default=None, help="One JSON array of outcomes.")
@click.option("--nl", "form", flag_value="nl", help="One JSON outcome a line, each once it is stored.")
@click.option("-q", "--quiet", is_flag=True, help="Print no cards and no progress, only failures.")
@db_option
@click.pass_context
def add(
    ctx: click.Context, /, inputs: tuple[str, ...], form: str | None, dry_run: bool, quiet: bool, **said: Any
) -> None:
    """Clip articles.

    INPUT is an address, a saved page (HTML, also gzipped or from SingleFile), a text file whose first
    line is the title, a PDF, an e-mail, or - for a list of these on standard input, one a line, or for
    one page.
    An article that the archive holds already is left as it is and reported as "exists".

    \b
    clipper add https://example.org/news/story
    clipper add saved.html --url https://example.org/news/story
    clipper add - < addresses.txt
    """
    said["db"] = chosen_archive()
    ctx.exit(add_inputs(inputs, form=form, dry_run=dry_run, quiet=quiet, **said))


@click.command(short_help="Show what a page says; store nothing.")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("--json", "form", flag_value="json", default=None, help="One JSON object a line, in order.")
@click.option("--markdown", "form", flag_value="markdown", help="A note with front matter.")
@click.option("--text", "form", flag_value="text", help="The text alone.")
@file_options
@fetch_options
@click.pass_context
def extract(ctx: click.Context, /, inputs: tuple[str, ...], form: str | None, **said: Any) -> None:
    """Show what a page says, storing nothing.

    INPUT is as for add; - reads a page from standard input, or a list of inputs, one a line.
    """
    from clipper import clip

    settings, overrides = fetch_settings(said), checked_overrides(said, inputs)
    stdin = piped(inputs)
    told: list[tuple[bool, int]] = []
    wanted = clip.expanded(inputs, stdin, page=True)
    for given, result in clip.load_in_order(wanted, settings, overrides, stdin):
        try:
            if isinstance(result, ClipperError):
                raise result
            print_article(given, clip.derive(result, overrides), form)
            told.append((True, 0))
        except ClipperError as error:
            refuse(given, error, form)
            told.append((False, error.exit_code))
    ctx.exit(clip.exit_code(told))


def print_article(given: str, made: Any, form: str | None) -> None:
    """Print one article in the form asked for."""
    from clipper import show
    from clipper.export.markdown import article_note
    from clipper.export.objects import article_object
    from clipper.export.tables import json_text

    if form == "json":
        sys.stdout.write(json_text(article_object(made.article, made.people, given)) + "\n")
    elif form == "markdown":
        sys.stdout.write(article_note(made.article, made.people))
    elif form == "text":
        sys.stdout.write(made.article.text + "\n")
    else:
        from clipper.archive.preview import preview

        show.write(show.reading(preview(made.page, made.article, made.people)))
    sys.stdout.flush()


def refuse(given: str, error: ClipperError, form: str | None) -> None:
    """Say why an input gave no article, in its place among the results when they are JSON."""
    from clipper.export.objects import refusal_object
    from clipper.export.tables import json_text

    if form == "json":
        sys.stdout.write(json_text(refusal_object(given, error.kind, str(error))) + "\n")
    else:
        warn(f"{one_line(given)}: {error}")
