"""The group `clipper`: which commands there are, where they live, and what `clipper --help` says of them.

Commands are imported when they are called for: reading a clipping does not pay for fetching one.
"""

from __future__ import annotations

import os
from typing import NamedTuple

import click

from clipper import __version__


class Entry(NamedTuple):
    """Where a command lives, the sentence `clipper --help` shows for it, and its section there."""

    home: str
    summary: str
    section: str


COMMANDS = {
    "add": Entry("clipper.cli.add:add", "Clip articles: addresses, saved pages, text files.", "Clip"),
    "extract": Entry("clipper.cli.add:extract", "Show what a page says; store nothing.", "Clip"),
    "search": Entry("clipper.cli.find:search", "Find clippings by words, people, source and date.", "Find"),
    "list": Entry("clipper.cli.find:list_", "List clippings, newest first.", "Find"),
    "people": Entry("clipper.cli.people:people", "List the people named, or one person's clippings.", "Find"),
    "sources": Entry("clipper.cli.find:sources", "List the sites that clippings came from.", "Find"),
    "show": Entry("clipper.cli.read:show", "Read one clipping.", "Read"),
    "export": Entry("clipper.cli.export:export", "Write clippings as CSV, JSON or Markdown.", "Read"),
    "edit": Entry("clipper.cli.read:edit", "Correct a clipping's title, date, source or authors.", "Keep"),
    "remove": Entry("clipper.cli.read:remove", "Remove clippings from the archive.", "Keep"),
    "reextract": Entry("clipper.cli.renew:reextract", "Make texts again from their stored pages.", "Keep"),
    "versions": Entry(
        "clipper.cli.renew:versions", "List a clipping's earlier texts, compare or restore one.", "Keep"
    ),
    "boilerplate": Entry(
        "clipper.cli.renew:boilerplate", "List the lines learned as a site's boilerplate.", "Keep"
    ),
    "reindex": Entry("clipper.cli.people:reindex", "Find the people of all clippings again.", "Keep"),
    "status": Entry("clipper.cli.keep:status", "Show what the archive holds and where it lies.", "Keep"),
    "path": Entry("clipper.cli.keep:path", "Print the path of the archive.", "Keep"),
    "completion": Entry("clipper.cli.keep:completion", "Print the shell's completion script.", "Keep"),
}
SECTIONS = ("Clip", "Find", "Read", "Keep")


class ReaderGone(Exception):
    """Nobody reads standard output any more."""


class Commands(click.Group):
    """A group that knows its commands' summaries without importing them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        entry = COMMANDS.get(cmd_name)
        if entry is None:
            return None
        from importlib import import_module

        module, _, attribute = entry.home.partition(":")
        command = getattr(import_module(module), attribute)
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            raise click.UsageError(unknown_command(args[0]), ctx)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            # click would end the process with 1; who stops reading a list has not met a failure.
            raise ReaderGone from error

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        for section in SECTIONS:
            with formatter.section(section):
                formatter.write_dl([(n, e.summary) for n, e in COMMANDS.items() if e.section == section])


def unknown_command(name: str) -> str:
    """The sentence for a command that does not exist, with the nearest one that does."""
    from difflib import get_close_matches

    near = get_close_matches(name, COMMANDS, 1)
    if near:
        return f"There is no command {name!r}. Did you mean {near[0]!r}?"
    if "://" in name:
        return f"There is no command {name!r}. To clip it: clipper add {name}"
    return f"There is no command {name!r}. See clipper --help."


@click.command(
    cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(__version__, "-V", "--version", prog_name="clipper", message="%(prog)s %(version)s")
@click.option(
    "--db", type=click.Path(dir_okay=False), help="The archive file; else CLIPPER_DB, else the usual place."
)
@click.pass_context
def cli(ctx: click.Context, db: str | None) -> None:
    """Clip news articles and find them again years later.

    \b
    clipper add URL            fetch an article, keep the page, find its text and people
    clipper search ISR         find it again
    clipper export --csv       hand everything on

    Results go to standard output, all else to standard error. Exit codes: 0 done, 1 failed,
    2 misuse, 3 some of several failed, 75 try again later, 130 interrupted.
    """
    ctx.obj = db


def invoke(args: list[str]) -> int:
    """Run one command; return its exit code. Misuse is told on standard error, all else is raised."""
    try:
        return int(cli.main(args, prog_name="clipper", standalone_mode=False, terminal_width=width()) or 0)
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as misuse:
        misuse.show()
        return misuse.exit_code
    except ReaderGone as error:
        raise BrokenPipeError from error
    except click.Abort as error:
        raise KeyboardInterrupt from error


def width() -> int:
    """Columns for help texts. click would import shutil, and that four compression libraries, to find out."""
    try:
        columns = int(os.environ.get("COLUMNS") or os.get_terminal_size(2).columns)
    except (OSError, ValueError):
        columns = 80
    return max(50, min(columns, 100) - 2)
