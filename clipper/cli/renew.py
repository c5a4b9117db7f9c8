"""Commands on texts as rules made them: reextract, versions, boilerplate."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from clipper.cli.answers import asked_query, warn, write_rows
from clipper.cli.find import print_grid
from clipper.cli.options import QueryCommand, db_option, filter_options, form_options, open_archive
from clipper.cli.read import number_of
from clipper.errors import UsageError

if TYPE_CHECKING:
    from clipper.archive import Archive
    from clipper.records import Renewal


@click.command(short_help="Make texts again from their stored pages.")
@click.argument("clippings", nargs=-1, metavar="[ID]...")
@click.option("--outdated", is_flag=True, help="Only texts that older rules made.")
@click.option("-n", "--dry-run", is_flag=True, help="Show what would change, word by word; store nothing.")
@click.option("--force", is_flag=True, help="Also take texts that lose more than a third of their words.")
@click.option("--nl", is_flag=True, help="One JSON object a line.")
@filter_options
@db_option
@click.pass_context
def reextract(
    ctx: click.Context,
    /,
    clippings: tuple[str, ...],
    outdated: bool,
    dry_run: bool,
    force: bool,
    nl: bool,
    **filters: Any,
) -> None:
    """Run today's rules over stored pages, without the network.

    Takes the clippings named, or all, or those of the filters. The text a clipping had is kept as a version,
    what you corrected stays corrected, and a page that today's rules refuse or cut short keeps its text.
    """
    from clipper.clip import exit_code
    from clipper.reextract import renew

    told: list[tuple[bool, int]] = []
    with open_archive() as archive:
        ids = chosen(archive, clippings, outdated, filters)
        for renewal in renew(archive, ids, dry_run=dry_run, force=force):
            told.append((renewal.result != "failed", 1))
            report(renewal, nl=nl, dry_run=dry_run)
    ctx.exit(exit_code(told))


def chosen(
    archive: Archive, named: tuple[str, ...], outdated: bool, filters: dict[str, Any]
) -> Iterator[int]:
    """The ids of the clippings that the arguments mean. Raises UsageError for a mix of kinds."""
    query = asked_query((), filters)
    if named and (outdated or query is not None):
        raise UsageError("Name clippings, or choose them with --outdated or filters, not both.", "choice")
    if named:
        return iter([number_of(archive, one) for one in named])
    if outdated:
        from clipper.extract import RULES

        wanted = None if query is None else {row.id for row in archive.recent(query, limit=None)}
        return (number for number in archive.outdated(RULES) if wanted is None or number in wanted)
    return iter([row.id for row in archive.recent(query, limit=None)])


def report(renewal: Renewal, *, nl: bool, dry_run: bool) -> None:
    """Tell what became of one clipping; unchanged ones are told only in JSON."""
    from clipper import show

    if nl:
        from clipper.export.objects import renewal_object
        from clipper.export.tables import json_text

        sys.stdout.write(json_text(renewal_object(renewal)) + "\n")
    elif renewal.result == "changed":
        show.write(show.renewal(renewal, dry_run=dry_run))
    elif renewal.result == "failed":
        warn(f"clipping {renewal.id}: {renewal.reason}")
    elif renewal.result == "kept":
        warn(f"clipping {renewal.id} keeps its text: {renewal.reason}")
    sys.stdout.flush()


@click.command(short_help="List a clipping's earlier texts, compare or restore one.")
@click.argument("clipping", metavar="ID")
@click.argument("version", required=False, type=int, metavar="[VERSION]")
@click.option("--restore", is_flag=True, help="Take this version's text back; today's is kept as a version.")
@form_options
@db_option
def versions(clipping: str, version: int | None, restore: bool, form: str | None, **_: Any) -> None:
    """List the earlier texts of a clipping, or show what changed since VERSION."""
    from clipper import show
    from clipper.reextract import restored, since

    if restore and version is None:
        raise UsageError("Say which version to restore; clipper versions ID lists them.", "version")
    with open_archive() as archive:
        number = number_of(archive, clipping)
        if version is None:
            archive.get(number)
            columns = ("id", "replaced", "reason", "rules", "words", "title")
            found = archive.versions(number)
            print_grid(({name: getattr(row, name) for name in columns} for row in found), columns, form)
            if not found and form is None:
                warn("this clipping has had one text only.")
        elif restore:
            restored(archive, number, version)
            show.write(show.head(archive.get(number)))
        elif form in ("json", "nl"):
            from clipper.export.objects import renewal_object

            write_rows([renewal_object(since(archive, number, version))], (), form)
        else:
            show.write(show.renewal(since(archive, number, version), dry_run=False))


@click.command(cls=QueryCommand, short_help="List the lines learned as a site's boilerplate.")
@click.argument("site", required=False, default="")
@click.option("--reject", metavar="LINE", help="This line of the site is part of its stories.")
@click.option("--accept", metavar="LINE", help="Take a rejection back.")
@form_options
@db_option
def boilerplate(site: str, reject: str | None, accept: str | None, form: str | None, **_: Any) -> None:
    """List lines that begin or end the texts of three or more clippings of one site.

    Such lines are cut from the site's texts (rule learned-site-line), whatever they say. Reject one that
    belongs to the stories, then run `clipper reextract --source SITE`.
    """
    if (reject or accept) and not site:
        raise UsageError("Name the site whose line it is.", "site")
    with open_archive() as archive:
        for line, rejected in ((reject, True), (accept, False)):
            if line:
                archive.reject_line(site, line, rejected=rejected)
        found = archive.learned_lines(site)
    columns = ("domain", "line", "clippings", "rejected")
    print_grid(({name: getattr(row, name) for name in columns} for row in found), columns, form)
    if not found and form is None:
        warn("no lines were learned yet.")
