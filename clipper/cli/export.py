"""The command that hands clippings on: export."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

import click

from clipper.cli.answers import asked_query, warn
from clipper.cli.options import QueryCommand, db_option, filter_options, open_archive
from clipper.errors import ArchiveError, UsageError
from clipper.export.clippings import pieces
from clipper.records import Clipping

BOM = "\ufeff"


@click.command(cls=QueryCommand, short_help="Write clippings as CSV, JSON or Markdown.")
@click.argument("words", nargs=-1, metavar="[QUERY]...")
@click.option(
    "--csv", "form", flag_value="csv", default=None, help="Comma-separated values (RFC 4180, UTF-8)."
)
@click.option("--tsv", "form", flag_value="tsv", help="Tab-separated values.")
@click.option("--json", "form", flag_value="json", help="One JSON array of whole clippings.")
@click.option("--nl", "form", flag_value="nl", help="One JSON clipping a line.")
@click.option("--markdown", "form", flag_value="markdown", help="Notes with front matter.")
@click.option("--columns", metavar="NAMES", help="Columns or JSON fields, separated by commas.")
@click.option("--excel", is_flag=True, help="Begin a CSV with the mark by which Excel knows UTF-8.")
@click.option("--raw", is_flag=True, help="Leave cells that begin a formula as they are.")
@click.option(
    "-o", "--output", type=click.Path(), help="A file, or a folder (ending in /) for Markdown notes."
)
@click.option("--force", is_flag=True, help="Replace an existing file.")
@filter_options
@db_option
def export(
    words: tuple[str, ...],
    form: str | None,
    columns: str | None,
    excel: bool,
    raw: bool,
    output: str | None,
    force: bool,
    **filters: Any,
) -> None:
    """Write clippings, all of them or those of a query (as in search), newest first.

    \b
    clipper export --csv -o clippings.csv
    clipper export --csv --columns dated,source,title,people ISR since:2013
    clipper export --markdown -o notes/
    """
    output = None if output == "-" else output
    form = form or form_of(output)
    if excel and form != "csv":
        raise UsageError("--excel marks a CSV: give --csv with it.", "form")
    query = asked_query(words, filters)
    if form == "markdown" and output and (output.endswith(os.sep) or Path(output).is_dir()):
        with open_archive() as archive:
            written = write_notes(archive.clippings(query), Path(output), force=force)
        warn(f"{written} {'note' if written == 1 else 'notes'} in {output}.")
        return
    to_text = pieces(form, columns, raw=raw)
    with open_archive() as archive:
        text = to_text(archive.clippings(query))
        if excel:
            text = chain([BOM], text)
        if output is None:
            for piece in text:
                sys.stdout.write(piece)
        else:
            write_file(text, file_named(output), force=force)


def file_named(output: str) -> Path:
    """The file that -o names. Raises UsageError for a folder."""
    if output.endswith(os.sep) or Path(output).is_dir():
        raise UsageError(f"{output} is a folder; name a file in it.", "folder")
    return Path(output)


SUFFIXES = {".csv": "csv", ".tsv": "tsv", ".json": "json", ".jsonl": "nl", ".ndjson": "nl", ".md": "markdown"}


def form_of(output: str | None) -> str:
    """The form that the output's name asks for. Raises UsageError when nothing says which."""
    form = SUFFIXES.get(Path(output or "").suffix.lower())
    if form is None:
        raise UsageError("Say in which form: --csv, --tsv, --json, --nl or --markdown.", "form")
    return form


def write_notes(clippings: Iterable[Clipping], folder: Path, *, force: bool) -> int:
    """Write a note per clipping into ``folder``; return how many."""
    from clipper.export.markdown import clipping_note, file_name

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ArchiveError(f"The folder {folder} cannot be made: {error.strerror}.", "output") from error
    written = 0
    for clipping in clippings:
        write_file([clipping_note(clipping)], folder / file_name(clipping), force=force)
        written += 1
    return written


def write_file(pieces: Iterable[str], target: Path, *, force: bool) -> None:
    """Write ``pieces`` beside ``target`` and rename, so that the name never holds half a file.

    Raises UsageError when ``target`` exists and ``force`` is off, ArchiveError when the disk refuses.
    """
    if target.exists() and not force:
        raise UsageError(f"{target} exists already; give --force to replace it.", "exists")
    try:
        with NamedTemporaryFile(
            "w", encoding="utf-8", newline="", dir=target.parent, prefix=f".{target.name}.", delete=False
        ) as beside:
            try:
                beside.writelines(pieces)
                beside.flush()
                os.fsync(beside.fileno())
                Path(beside.name).chmod(0o666 & ~current_umask())
                Path(beside.name).replace(target)
            except BaseException:
                Path(beside.name).unlink(missing_ok=True)
                raise
    except OSError as error:
        raise ArchiveError(f"{target} cannot be written: {error.strerror}.", "output") from error


def current_umask() -> int:
    """The process's file mode mask, which can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
