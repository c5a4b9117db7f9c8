"""Addresses and files -> clippings: the one place where fetching, extraction, people and archive are joined.

Rooms raise; a batch catches, tells each failure as an Outcome and goes on. Nothing is fetched while a
transaction is open, and an outcome is handed on only after the commit that it reports.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from clipper.errors import ClipperError, NotFound, UsageError
from clipper.records import Article, Clipping, Outcome, Page, Person, Source
from clipper.urls import is_url, registered_domain, without_login

if TYPE_CHECKING:
    from clipper.archive import Archive
    from clipper.fetch import Settings
    from clipper.fetch.stream import Stream

STDIN = "-"


class Overrides(NamedTuple):
    """What the user says of an input; it wins over what the page says and has the origin ``user``."""

    url: str | None = None
    date: str | None = None
    source: str | None = None


class Derived(NamedTuple):
    """All that is made from a page without the archive: pure, picklable, fit for another process."""

    page: Page
    article: Article
    people: tuple[Person, ...]


def derive(page: Page, overrides: Overrides | None = None, learned: frozenset[str] = frozenset()) -> Derived:
    """Extract the article of ``page`` and the people in it. Raises ExtractError when it is no article.

    ``learned`` holds lines that the archive knows as boilerplate of the page's site.
    """
    from clipper.extract import extract

    article = overridden(extract(page, learned=learned), overrides or Overrides())
    return Derived(page, article, people_in(article))


def people_in(article: Article) -> tuple[Person, ...]:
    """The people named in an article."""
    from clipper.people import find_people

    return find_people(article.text, article.title, article.captions, article.authors, article.language)


def people_of(clipping: Clipping) -> tuple[Person, ...]:
    """The people named in a stored clipping, found again."""
    return people_in(clipping.article)


def overridden(article: Article, overrides: Overrides) -> Article:
    """``article`` with the user's date and source in place of the page's."""
    origins = dict(article.origins)
    if overrides.date:
        origins["published"] = "user"
        article = replace(article, published=overrides.date, origins=origins)
    if overrides.source:
        origins["source"] = "user"
        named = Source(article.source.domain, overrides.source)
        article = replace(article, source=named, origins=origins)
    return article


def load(
    inputs: Iterable[str],
    settings: Settings,
    overrides: Overrides | None = None,
    stdin: Stream | None = None,
    known: Callable[[str], bool] | None = None,
) -> Iterator[tuple[str, Page | ClipperError | None]]:
    """Yield each input with its page or its failure: files in their order, addresses as they answer.

    Different hosts are asked in parallel, each host one request at a time. Addresses that are ``known`` come
    at once and with None.
    """
    for addressed, run in groupby(inputs, key=is_url):
        if addressed:
            from clipper.fetch import fetch_many

            ready = stdin.ready if stdin is not None else None
            yield from fetch_many(run, settings, known=known, ready=ready)
        else:
            for given in run:
                yield given, read_input(given, overrides or Overrides(), stdin)


def read_input(given: str, overrides: Overrides, stdin: Stream | None = None) -> Page | ClipperError:
    """The page in a file or on standard input, or why there is none."""
    from clipper.fetch.files import read_file

    try:
        if given == STDIN and stdin is not None:
            return stdin.page(overrides.url)
        refuse_nonsense(given)
        return read_file(Path(given), url=overrides.url)
    except ClipperError as error:
        return error


def refuse_nonsense(given: str) -> None:
    """Raise FetchError for what neither names a file nor is an address that clipper fetches."""
    from clipper.fetch.files import is_file
    from clipper.fetch.refusals import refusal

    if not given.strip():
        raise refusal("bad-address", what="An empty name")
    if "://" in given[:40] and not is_file(given):
        raise refusal("bad-address", what=given)


def load_in_order(
    inputs: Iterable[str],
    settings: Settings,
    overrides: Overrides | None = None,
    stdin: Stream | None = None,
) -> Iterator[tuple[str, Page | ClipperError]]:
    """As ``load``, in the order of ``inputs``; an answer that came early waits for those before it."""
    order: list[str] = []

    def noted() -> Iterator[str]:
        for given in inputs:
            order.append(given)
            yield given

    early: dict[str, list[Page | ClipperError]] = {}
    for given, result in load(noted(), settings, overrides, stdin):
        if result is not None:
            early.setdefault(given, []).append(result)
        while order and early.get(order[0]):
            first = order.pop(0)
            yield first, early[first].pop(0)


class Clipper:
    """Adds inputs to one archive; ``dry_run`` does everything but save."""

    def __init__(
        self, archive: Archive, settings: Settings, overrides: Overrides, *, dry_run: bool = False
    ) -> None:
        self.archive = archive
        self.settings = settings
        self.overrides = overrides
        self.dry_run = dry_run

    def add(self, inputs: Iterable[str], stdin: Stream | None = None) -> Iterator[Outcome]:
        """Yield one outcome per input, each after the commit that it reports."""
        for given, result in load(inputs, self.settings, self.overrides, stdin, self._known):
            yield self.keep(given, result)

    def _known(self, url: str) -> bool:
        """Whether the archive holds an address already, so that it need not be fetched again."""
        return self.archive.find(url) is not None

    def keep(self, given: str, result: Page | ClipperError | None) -> Outcome:
        """Turn one page into a clipping, or into the outcome that says why not; None is a known one."""
        try:
            if result is None:
                return self._save_known(given)
            if isinstance(result, ClipperError):
                raise result
            return self._save(given, result)
        except ClipperError as error:
            return Outcome(given, "failed", None, error.kind, str(error), error.exit_code)

    def _save_known(self, given: str) -> Outcome:
        there = self.archive.find(given)
        if there is None:  # another process removed it since it was read
            raise NotFound(f"{given} was removed from the archive a moment ago; add it again.")
        return self._exists(given, there)

    def _save(self, given: str, page: Page) -> Outcome:
        there = self.archive.find(page.final_url) if page.final_url else None
        if there is not None:
            return self._exists(given, there)
        learned = (
            self.archive.boilerplate(registered_domain(page.final_url)) if page.final_url else frozenset()
        )
        made = derive(page, self.overrides, learned)
        given_url = without_login(given) if is_url(given) else (self.overrides.url or "")
        if self.dry_run:
            return self._tried(given, given_url, made)
        number, new = self.archive.save(made.page, made.article, made.people, given_url=given_url)
        if not new:
            return self._exists(given, number)
        return Outcome(given, "added", number, clipping=self.archive.get(number))

    def _exists(self, given: str, number: int) -> Outcome:
        return Outcome(given, "exists", number, clipping=self.archive.get(number))

    def _tried(self, given: str, given_url: str, made: Derived) -> Outcome:
        """What a real run would have said, with no id because nothing was saved."""
        from clipper.archive.preview import preview

        there = self.archive.find(made.article.canonical_url) if made.article.canonical_url else None
        if there is not None:
            return self._exists(given, there)
        return Outcome(
            given, "added", None, clipping=preview(made.page, made.article, made.people, given_url)
        )


def date_said(typed: str, today: date) -> str:
    """A publication date that the user typed, as ISO 8601: a moment, a day ("yesterday" too), month or year.

    Raises QueryError for what is no date, and UsageError for a span that is none of these or in the future.
    """
    from clipper.query import span

    first, last = span(typed, today=today)
    if first > (today + timedelta(days=1)).isoformat():
        raise UsageError(f"{typed!r} lies in the future.", "date")
    if "T" in typed.strip():
        return moment_said(typed.strip())
    if first == last or typed.strip() in (first[:4], first[:7]):
        return first if first == last else typed.strip()
    raise UsageError(f"{typed!r} is more than one day; write the date as 2013-09-27.", "date")


def moment_said(typed: str) -> str:
    """A date with a time in ISO 8601. Raises UsageError."""
    try:
        return datetime.fromisoformat(typed).isoformat()
    except ValueError as error:
        raise UsageError(f"{typed!r} is no time; write it as 2013-09-27T10:00:00+09:00.", "date") from error


def expanded(inputs: Iterable[str], stdin: Stream | None, *, page: bool = False) -> Iterator[str]:
    """``inputs`` with "-" replaced by the lines on standard input, unless a page stands there.

    ``page`` says that nothing at all on standard input is a page that is missing, not an empty list.
    """
    for given in inputs:
        if given != STDIN or stdin is None or stdin.holds_page(expected=page):
            yield given
        else:
            yield from stdin.lines()


def exit_code(outcomes: Iterable[tuple[bool, int]]) -> int:
    """The exit code of a batch of (succeeded, code): 0, the failure's own code for one input, 1 or 75 when
    all failed, 3 when some did."""
    seen = list(outcomes)
    failed = [code for succeeded, code in seen if not succeeded]
    if not failed:
        return 0
    if len(failed) < len(seen):
        return 3
    return 75 if all(code == 75 for code in failed) else 1
