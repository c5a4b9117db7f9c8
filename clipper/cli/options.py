"""Options that several commands share, and what they lead to: an archive, a query, rows for output."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

from clipper.errors import UsageError

if TYPE_CHECKING:
    from clipper.archive import Archive
    from clipper.query import Query

Command = TypeVar("Command", bound=Callable[..., Any])


def archive_path() -> str:
    """Where the archive lies: --db, else CLIPPER_DB, else the user's data folder."""
    context = click.get_current_context()
    chosen = context.params.get("db") or context.find_root().params.get("db") or os.environ.get("CLIPPER_DB")
    if chosen:
        return os.path.expanduser(chosen)
    from platformdirs import user_data_path

    return str(user_data_path("clipper", appauthor=False) / "clippings.db")


def open_archive(*, create: bool = False) -> Archive:
    """Open the archive; without ``create`` a missing one is a sentence, not an empty file."""
    from clipper.archive import Archive

    path = archive_path()
    if create:
        folder = os.path.dirname(os.path.abspath(path))
        try:
            os.makedirs(folder, exist_ok=True)
        except OSError as error:
            raise UsageError(
                f"The folder {folder} cannot be made: {error.strerror}.", "archive"
            ) from error
    return Archive(path, create=create)


def db_option(command: Command) -> Command:
    """Let --db stand after the command as well as before it."""
    return click.option("--db", type=click.Path(dir_okay=False), help="The archive file.")(command)


def form_options(command: Command) -> Command:
    """--json, --nl, --csv and --tsv, of which the last one given counts."""
    for form, meaning in (
        ("tsv", "Tab-separated values."),
        ("csv", "Comma-separated values (RFC 4180)."),
        ("nl", "One JSON object a line."),
        ("json", "One JSON array."),
    ):
        command = click.option(f"--{form}", "form", flag_value=form, default=None, help=meaning)(command)
    return command


FILTERS = ("source", "person", "author", "lang", "since", "until")


def filter_options(command: Command) -> Command:
    """The filters that search, list, people and export have in common."""
    for flag, metavar, several, meaning in (
        ("--until", "DATE", False, "Dated at the latest then (2013 ends on 31 December)."),
        ("--since", "DATE", False, "Dated then or later (2013, 2013-09, 2013-09-27, 2w, yesterday)."),
        ("--lang", "CODE", True, "Only this language (en, de, ja ...)."),
        ("--author", "NAME", True, "Only by this author."),
        ("--person", "NAME", True, "Only naming this person."),
        ("--source", "SITE", True, "Only from this site (domain or name)."),
    ):
        command = click.option(flag, metavar=metavar, multiple=several, help=meaning)(command)
    return command


def asked(words: Sequence[str], filters: Mapping[str, Any]) -> Query | None:
    """What was typed and the filter options as one Query, None when nothing was.

    Raises QueryError with a sentence.
    """
    given = {name: filters[name] for name in FILTERS if filters.get(name)}
    if not words and not given:
        return None
    from datetime import date

    from clipper.query import narrowed, parse

    query = parse(" ".join(words), today=date.today())
    return narrowed(query, today=date.today(), **given) if given else query


def on_terminal() -> bool:
    """Whether results go to a person's terminal and not to a file or another program."""
    return sys.stdout.isatty()


def write_rows(
    rows: Iterable[Mapping[str, Any]], columns: Sequence[str], form: str, *, raw: bool = False
) -> None:
    """Write rows to standard output in one of the machine forms, each as it comes."""
    from clipper.export.tables import table

    for piece in table(rows, columns, form, raw=raw):  # type: ignore[arg-type]
        sys.stdout.write(piece)


def warn(sentence: str) -> None:
    """Say something to the person beside the results."""
    click.echo(f"clipper: {sentence}", err=True)
