"""Stored pages -> texts of today's rules, without the network; no good text is lost on the way.

A text is replaced only by one that the rules stand for: a page that is refused today, or whose text would
lose much, keeps what it has and says why. The archive keeps the older version of every text it replaces.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from clipper.changes import changes
from clipper.clip import derive, people_in
from clipper.errors import ArchiveError, ClipperError, NotFound
from clipper.records import Article, Change, Clipping, Renewal
from clipper.urls import registered_domain

if TYPE_CHECKING:
    from clipper.archive import Archive

# A new text with fewer than this share of the old one's words is a loss until a person has looked at it.
ENOUGH = 2 / 3


def renew(
    archive: Archive, ids: Iterable[int], *, dry_run: bool = False, force: bool = False
) -> Iterator[Renewal]:
    """Yield what becomes of each clipping, stored before it is yielded unless ``dry_run``.

    ``force`` also takes a text that lost more than a third of its words. Raises ArchiveError when nothing
    can be written at all.
    """
    for number in ids:
        try:
            yield _renew(archive, number, dry_run=dry_run, force=force)
        except ArchiveError as error:
            if not isinstance(error, NotFound) and error.kind != "damaged":
                raise  # what keeps the archive from being written keeps every other clipping too
            yield Renewal(number, "", "failed", str(error))


def _renew(archive: Archive, number: int, *, dry_run: bool, force: bool) -> Renewal:
    old = archive.get(number)
    page = archive.page(number)
    learned = archive.boilerplate(registered_domain(page.final_url)) if page.final_url else frozenset()
    try:
        made = derive(page, learned=learned)
    except ClipperError as error:
        return Renewal(number, old.article.title, "kept", f"today's rules refuse the page: {error}")
    loss = lost(old.article, made.article)
    if loss and not force:
        return Renewal(number, old.article.title, "kept", loss)
    differences = tuple(compared(old, made.article, [person.name for person in made.people]))
    if not dry_run:
        archive.replace_text(number, made.article, made.people)
    return Renewal(number, made.article.title, "changed" if differences else "same", "", differences)


def lost(old: Article, new: Article) -> str:
    """The sentence for a new text that misses too much of the old one, "" when it does not."""
    if new.words >= ENOUGH * old.words:
        return ""
    return f"the new text has {new.words} words where the old one has {old.words}; look, then use --force"


def compared(old: Clipping, new: Article, people: list[str]) -> Iterator[tuple[str, tuple[Change, ...]]]:
    """The parts of a clipping that differ, each with its changes; what the user corrected is not compared."""
    if old.article.title != new.title and old.article.origins.get("title") != "user":
        yield "title", changes(old.article.title, new.title)
    if old.article.text != new.text:
        yield "text", changes(old.article.text, new.text)
    before = "; ".join(person.name for person in old.people)
    if before != "; ".join(people):
        yield "people", changes(before, "; ".join(people))


def since(archive: Archive, number: int, version: int) -> Renewal:
    """What changed between an earlier version of a clipping and its text of today. Raises NotFound."""
    now, then = archive.get(number), version_of(archive, number, version)
    parts = (("title", then.title, now.article.title), ("text", then.text, now.article.text))
    differences = tuple((name, changes(old, new)) for name, old, new in parts if old != new)
    return Renewal(number, now.article.title, "changed", "", differences)


def restored(archive: Archive, number: int, version: int) -> None:
    """Give a clipping the text of an earlier version, the people found anew in it. Raises NotFound."""
    then = version_of(archive, number, version)
    archive.replace_text(number, then, people_in(then), reason="restore")


def version_of(archive: Archive, number: int, version: int) -> Article:
    """An earlier version of this very clipping. Raises NotFound."""
    if version not in [known.id for known in archive.versions(number)]:
        raise NotFound(f"Clipping {number} has no version {version}; `clipper versions {number}` lists them.")
    return archive.version(version)
