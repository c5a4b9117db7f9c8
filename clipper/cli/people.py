"""Commands about people: who is named how often, and where."""

from __future__ import annotations

from typing import Any

import click

from clipper.cli.answers import asked_query, print_hits, warn
from clipper.cli.find import print_grid
from clipper.cli.options import db_option, filter_options, form_options, open_archive
from clipper.errors import NotFound

PEOPLE_COLUMNS = ("name", "clippings", "major", "first", "last")


class PeopleCommands(click.Group):
    """`people` lists, `people NAME` shows that person, `people VERB ...` does what the verb says."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if any(flag in args for flag in ("-h", "--help")) and (not args or args[0] not in self.commands):
            return super().parse_args(ctx, args)
        first = next((arg for arg in args if not arg.startswith("-")), None)
        if not args or args[0].startswith("-"):
            args = ["list", *args]
        elif first not in self.commands:
            args = ["show", *args]
        return super().parse_args(ctx, args)


@click.group(
    cls=PeopleCommands,
    invoke_without_command=True,
    short_help="List the people named, or one person's clippings.",
)
@click.pass_context
def people(ctx: click.Context) -> None:
    """List the people named in the clippings, or show one person's clippings.

    \b
    clipper people                     everybody, the most named first
    clipper people Onodera             that person's clippings
    clipper people --since 2013        whom the news of that time named
    """


@people.command("list")
@filter_options
@click.option("--limit", type=click.IntRange(0), default=50, help="At most this many, 0 for all. [50]")
@form_options
@db_option
def list_people(limit: int, form: str | None, **filters: Any) -> None:
    """List people with the number of clippings that name them, and the first and last date."""
    query = asked_query((), filters)
    with open_archive() as archive:
        found = archive.people(query, limit=limit or -1)
    rows = ({name: getattr(row, name) for name in PEOPLE_COLUMNS} for row in found)
    print_grid(rows, PEOPLE_COLUMNS, form)
    if not found and form is None:
        warn("nobody there.")


@people.command("show")
@click.argument("name", nargs=-1, required=True)
@filter_options
@click.option(
    "--limit", type=click.IntRange(0), default=20, help="At most this many clippings, 0 for all. [20]"
)
@form_options
@db_option
def show_person(name: tuple[str, ...], limit: int, form: str | None, **filters: Any) -> None:
    """Show the clippings that name a person, by any form of the name."""
    wanted = " ".join(name)
    with open_archive() as archive:
        found = archive.person(wanted)
        if not found:
            raise NotFound(f"No clipping names a person {wanted!r}; clipper people lists those it knows.")
        filters["person"] = (*(filters.get("person") or ()), wanted)
        hits = archive.search(asked_query((), filters), sort="date", limit=limit or -1)
    if form is None:
        print_grid(({c: getattr(row, c) for c in PEOPLE_COLUMNS} for row in found), PEOPLE_COLUMNS, None)
        click.echo()
    print_hits(hits, form, snippets=False)
