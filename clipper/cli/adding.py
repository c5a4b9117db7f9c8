"""What `clipper add` does with its arguments: no command-line library, so that a plain add is quick."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from clipper.cli.answers import open_archive, warn
from clipper.cli.progress import Bar, drawable
from clipper.errors import UsageError
from clipper.text import one_line

if TYPE_CHECKING:
    from clipper.clip import Overrides
    from clipper.fetch import Settings
    from clipper.fetch.stream import Stream
    from clipper.records import Outcome


def add_inputs(
    inputs: tuple[str, ...],
    *,
    db: str | None = None,
    form: str | None = None,
    dry_run: bool = False,
    quiet: bool = False,
    **said: Any,
) -> int:
    """Clip the inputs, telling each outcome as it is kept; returns the exit code of the batch.

    ``db`` is the archive chosen on the command line, ``said`` the values of the other options.
    """
    from clipper import clip

    settings, overrides = fetch_settings(said), checked_overrides(said, inputs)
    stdin = piped(inputs)
    several = len(inputs) > 1 or stdin is not None
    told: list[tuple[bool, int]] = []
    with open_archive(db, create=True, keep=not dry_run) as archive:
        adder = clip.Clipper(archive, settings, overrides, dry_run=dry_run)
        outcomes = adder.add(clip.expanded(inputs, stdin), stdin)
        bar = Bar("clipping", len(inputs), on=several and not quiet and stdin is None and drawable())
        try:
            report(noted(outcomes, told, bar), form, quiet=quiet, dry_run=dry_run)
        except BrokenPipeError:
            # Nobody hears what becomes of the rest, so it is not begun and the batch has not succeeded.
            return 1
        finally:
            bar.clear()
    if several and form is None:
        tally(told)
    return clip.exit_code(told)


def noted(outcomes: Iterable[Outcome], told: list[tuple[bool, int]], bar: Bar) -> Iterator[Outcome]:
    """Pass outcomes on, counting them and saying on standard error what failed."""
    for outcome in outcomes:
        bar.clear()
        failed = outcome.status == "failed"
        told.append((not failed, outcome.exit_code))
        if failed:
            warn(f"{one_line(outcome.input)}: {outcome.message}")
        yield outcome
        bar.step()


def report(outcomes: Iterable[Outcome], form: str | None, *, quiet: bool, dry_run: bool) -> None:
    """Print each outcome in the form asked for, flushed at once: a printed "added" is a promise."""
    from clipper import show
    from clipper.export.objects import outcome_object
    from clipper.export.tables import json_array, json_lines

    if form is not None:
        objects = (outcome_object(outcome) for outcome in outcomes)
        for piece in json_array(objects) if form == "json" else json_lines(objects):
            sys.stdout.write(piece)
            sys.stdout.flush()
        return
    for outcome in outcomes:
        if not quiet:
            show.write(show.card(outcome, dry_run=dry_run), hang=4)
            sys.stdout.flush()


def tally(told: list[tuple[bool, int]]) -> None:
    """The last line of a batch, beside the results."""
    failed = sum(not succeeded for succeeded, _ in told)
    if failed:
        warn(f"{len(told) - failed} of {len(told)} inputs are in the archive, {failed} failed.")


def piped(inputs: tuple[str, ...]) -> Stream | None:
    """Standard input, when one of the inputs is "-". Raises UsageError when it is closed."""
    from clipper.clip import STDIN
    from clipper.fetch.stream import Stream

    if STDIN not in inputs:
        return None
    return Stream(getattr(sys.stdin, "buffer", None))


def fetch_settings(said: dict[str, Any]) -> Settings:
    """The options of a command as fetch settings; the settings' own defaults where nothing was said."""
    from pathlib import Path

    from clipper.fetch import Settings

    chosen: dict[str, Any] = {}
    if said.get("user_agent"):
        chosen["user_agent"] = said["user_agent"]
    if said.get("cookies"):
        chosen["cookies"] = Path(said["cookies"])
    if said.get("timeout"):
        chosen["total"] = said["timeout"]
    return Settings(**chosen)


def checked_overrides(said: dict[str, Any], inputs: tuple[str, ...]) -> Overrides:
    """--url, --date and --source, in full or refused. Raises UsageError."""
    from datetime import date as day

    from clipper.clip import Overrides, date_said
    from clipper.urls import is_url

    url, date = said.get("url"), said.get("date")
    if url and len(inputs) > 1:
        raise UsageError("--url is the address of one page; give it with one input.", "url")
    if url and not is_url(url):
        raise UsageError(f"{url!r} is not an address; write it as https://host/path.", "url")
    source = one_line(said.get("source") or "")
    return Overrides(url, date_said(date, day.today()) if date else None, source or None)
