"""Commands about people: who is named how often and where, and the user's word on who is who."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from clipper.cli.answers import asked_query, print_hits, warn
from clipper.cli.find import print_grid
from clipper.cli.options import db_option, filter_options, form_options, open_archive
from clipper.cli.read import number_of

if TYPE_CHECKING:
    from clipper.archive import Archive

PEOPLE_COLUMNS = ("name", "clippings", "major", "first", "last")
DECISION_COLUMNS = ("id", "made", "verb", "subject", "object", "undone")


class PeopleCommands(click.Group):
    """`people` lists, `people NAME` shows where somebody is named, `people VERB` does what the verb says."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if ctx.resilient_parsing and not args:
            return super().parse_args(ctx, args)  # the shell asks which verbs there are
        if args and (args[0] in self.commands or args[0] in ("-h", "--help")):
            return super().parse_args(ctx, args)
        verb = "list" if not args or args[0].startswith("-") else "find"
        return super().parse_args(ctx, [verb, *args])


@click.group(cls=PeopleCommands, short_help="List the people named, or one person's clippings.")
def people() -> None:
    """List the people named in the clippings, show one, or say who is who.

    \b
    clipper people                     everybody, the most named first
    clipper people Onodera             where anyone of that name is named
    clipper people show Bob Work       all about one person
    clipper people merge "Bob Work" "Robert O. Work"

    NAME is any form of a name, in any order, without accents, or a person's number. What you decide is kept
    through every rebuild and can be undone.
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
        found = archive.people(query, limit=limit or None)
    columns = PEOPLE_COLUMNS if form is None else ("id", *PEOPLE_COLUMNS)
    print_grid(({name: getattr(row, name) for name in columns} for row in found), columns, form)
    if not found and form is None:
        warn("nobody there.")


@people.command("find")
@click.argument("name", nargs=-1, required=True)
@filter_options
@click.option(
    "--limit", type=click.IntRange(0), default=20, help="At most this many clippings, 0 for all. [20]"
)
@form_options
@db_option
def find_person(name: tuple[str, ...], limit: int, form: str | None, **filters: Any) -> None:
    """Show the people of a name and the clippings that name them; the same as `clipper people NAME`."""
    wanted = " ".join(name)
    with open_archive() as archive:
        found = [archive.one_person(who(name))] if wanted.isdigit() else archive.person(wanted)
        wanted = found[0].name if wanted.isdigit() else wanted
        filters["person"] = (*(filters.get("person") or ()), wanted)
        hits = archive.search(asked_query((), filters), sort="date", limit=limit or -1)
    if form is None:
        columns = ("id", *PEOPLE_COLUMNS)
        print_grid(({c: getattr(row, c) for c in columns} for row in found), columns, None)
        click.echo()
    print_hits(hits, form, snippets=False)


@people.command("show")
@click.argument("name", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(1), default=10, help="At most this many clippings. [10]")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@db_option
def show_person(name: tuple[str, ...], limit: int, as_json: bool, **_: Any) -> None:
    """Show all about one person: names, titles over time, months, company, major clippings first."""
    with open_archive() as archive:
        profile = archive.profile(who(name), limit=limit)
    if as_json:
        from dataclasses import asdict

        from clipper.export.tables import json_text

        sys.stdout.write(json_text(asdict(profile)) + "\n")
        return
    from clipper import show

    show.write(show.profile(profile))


@people.command("merge")
@click.argument("kept")
@click.argument("other")
@db_option
def merge(kept: str, other: str, **_: Any) -> None:
    """Say that two people are one, called as KEPT is."""
    with open_archive() as archive:
        decided(archive, archive.merge_people(who((kept,)), who((other,))))


@people.command("split")
@click.argument("name")
@click.argument("clippings", nargs=-1, required=True, metavar="ID...")
@db_option
def split(name: str, clippings: tuple[str, ...], **_: Any) -> None:
    """Say that these clippings name somebody else of the same name."""
    with open_archive() as archive:
        numbers = [number_of(archive, clipping) for clipping in clippings]
        decided(archive, archive.split_person(who((name,)), numbers))


@people.command("rename")
@click.argument("name")
@click.argument("new_name")
@db_option
def rename(name: str, new_name: str, **_: Any) -> None:
    """Call a person by another name; the old one stays an alias."""
    with open_archive() as archive:
        decided(archive, archive.rename_person(who((name,)), new_name))


@people.group("alias")
def alias() -> None:
    """Add or remove a name of a person."""


@alias.command("add")
@click.argument("name")
@click.argument("other_name")
@db_option
def add_alias(name: str, other_name: str, **_: Any) -> None:
    """Let OTHER_NAME mean this person too."""
    with open_archive() as archive:
        decided(archive, archive.add_alias(who((name,)), other_name))


@alias.command("remove")
@click.argument("name")
@click.argument("other_name")
@db_option
def remove_alias(name: str, other_name: str, **_: Any) -> None:
    """Say that OTHER_NAME is not this person's."""
    with open_archive() as archive:
        decided(archive, archive.remove_alias(who((name,)), other_name))


@people.command("not-a-person")
@click.argument("name", nargs=-1, required=True)
@db_option
def not_a_person(name: tuple[str, ...], **_: Any) -> None:
    """Say that a name means no person: a ship, a firm, a place."""
    with open_archive() as archive:
        decided(archive, archive.not_a_person(" ".join(name)))


@people.command("decisions")
@form_options
@db_option
def decisions(form: str | None, **_: Any) -> None:
    """List everything you said about people, oldest first."""
    with open_archive() as archive:
        found = archive.decisions()
    print_grid(({c: getattr(row, c) for c in DECISION_COLUMNS} for row in found), DECISION_COLUMNS, form)
    if not found and form is None:
        warn("nothing was decided yet.")


@people.command("undo")
@click.argument("decision", type=click.IntRange(1), required=False)
@db_option
def undo(decision: int | None, **_: Any) -> None:
    """Take back a decision, the last one if none is named."""
    with open_archive() as archive:
        taken = archive.undo(decision)
    click.echo(f"undone {taken.id}: {sentence(taken)}")


@people.command("candidates")
@click.option("--json", "as_json", is_flag=True, help="One JSON array.")
@db_option
def candidates(as_json: bool, **_: Any) -> None:
    """List people known by one word only, with those whom the word may mean."""
    with open_archive() as archive:
        found = archive.candidates()
    if as_json:
        from dataclasses import asdict

        from clipper.export.tables import json_array

        sys.stdout.writelines(json_array(asdict(candidate) for candidate in found))
        return
    from clipper import show

    for candidate in found:
        show.write(show.candidate(candidate))
    if not found:
        warn("nobody is known by one word only.")


@click.command(short_help="Find the people of all clippings again.")
@click.argument("what", type=click.Choice(["people"]))
@click.option("-q", "--quiet", is_flag=True, help="No progress.")
@db_option
def reindex(what: str, quiet: bool, **_: Any) -> None:
    """Find the people of all clippings again, with today's rules; what you decided is kept."""
    from clipper.cli.progress import Bar, drawable
    from clipper.clip import people_of

    with open_archive() as archive:
        bar = Bar("reading", archive.status().clippings, on=not quiet and drawable())
        done = 0
        try:
            for _number in archive.rebuild_people(people_of):
                done += 1
                bar.step()
        finally:
            bar.clear()
    click.echo(f"people of {done} clippings found again")


def who(name: tuple[str, ...]) -> int | str:
    """A person as named on the command line: a number or a name."""
    joined = " ".join(name)
    return int(joined) if joined.isascii() and joined.isdigit() and len(joined) < 16 else joined


def decided(archive: Archive, number: int) -> None:
    """Say what was decided and how to take it back."""
    taken = next(decision for decision in archive.decisions() if decision.id == number)
    click.echo(f"{sentence(taken)} (decision {number}; `clipper people undo {number}` takes it back)")


def sentence(decision: Any) -> str:
    """A decision in words, the names in quotes."""
    return " ".join([decision.verb, *(f'"{name}"' for name in (decision.subject, decision.object) if name)])
