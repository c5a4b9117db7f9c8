"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from clipper.cli import answers

if TYPE_CHECKING:
    from clipper.archive import Archive

Command = TypeVar("Command", bound=Callable[..., Any])


def chosen_archive() -> str | None:
    """The value of --db, whether it stands after the command or before it."""
    context = click.get_current_context()
    chosen = context.params.get("db") or context.find_root().params.get("db")
    return str(chosen) if chosen else None


def open_archive() -> Archive:
    """Open the archive that --db, CLIPPER_DB or the system's usual place says."""
    return answers.open_archive(chosen_archive())


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


class QueryCommand(click.Command):
    """A command whose words may begin with one hyphen, as ``-word`` does in the search language.

    An option that does not exist is still misuse: it begins with two.
    """

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        extra.setdefault("ignore_unknown_options", True)
        return super().make_context(info_name, args, parent, **extra)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        before = args[: args.index("--")] if "--" in args else args
        known = {flag for param in self.get_params(ctx) for flag in param.opts}
        for arg in before:
            if arg.startswith("--") and arg.partition("=")[0] not in known:
                raise click.NoSuchOption(arg.partition("=")[0], possibilities=sorted(known), ctx=ctx)
        return super().parse_args(ctx, args)
