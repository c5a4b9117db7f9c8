"""A clipping as it is -> as the user or better rules want it; the old text is kept as a version."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING

from clipper.acronyms import pairs
from clipper.archive import people, saving
from clipper.archive.dates import now
from clipper.archive.words import folded
from clipper.records import Article, Removed, Source

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence

    from clipper.records import Clipping, Person

_ADD_VERSION = """
INSERT INTO versions (clipping, page, replaced, reason, rules, title, words, text_sha256, article) VALUES (
    ?, (SELECT max(id) FROM pages WHERE clipping = ?), ?, ?, ?, ?, ?, ?, ?
)"""
_VERSIONS = """
SELECT id, clipping, replaced, reason, rules, title, words FROM versions WHERE clipping = ? ORDER BY id"""
_VERSION = "SELECT article FROM versions WHERE id = ?"
_OUTDATED = "SELECT id FROM clippings WHERE rules <> ? AND id > ? ORDER BY id LIMIT 500"
_NAMES = "SELECT name, person FROM appearances WHERE clipping = ?"
_PARTS = ("authors", "removed", "acronyms", "edge_lines", "appearances")

# Fields that a user's correction protects from any later rule.
_CORRECTABLE = ("title", "published", "source", "authors")


@dataclass(frozen=True, slots=True)
class Version:
    """An earlier text of a clipping: when and why it was replaced, and by which rules it was made."""

    id: int
    clipping: int
    replaced: str
    reason: str
    rules: str
    title: str
    words: int


def edit(connection: sqlite3.Connection, clipping: Clipping, corrections: Mapping[str, object]) -> None:
    """Set fields of a clipping to the user's word."""
    kept = clipping.article
    origins = {**kept.origins, **dict.fromkeys(corrections, "user")}
    article = saving.storable_article(replace(kept, **corrections, origins=origins))  # type: ignore[arg-type]
    names = [name for name, _ in connection.execute(_NAMES, (clipping.id,))]
    dated = _date(clipping, article, clipping.fetched, corrected="published" in corrections)
    row = saving.article_row(connection, article, clipping.fetched, names, dated)
    saving.change_clipping(connection, clipping.id, row)
    connection.execute("DELETE FROM authors WHERE clipping = ?", (clipping.id,))
    saving.add_authors(connection, clipping.id, article.authors)


def _date(clipping: Clipping, article: Article, fetched: str, *, corrected: bool = False) -> saving.Dated:
    """The date that the user gave a clipping, unless it is what is corrected now; else the article's."""
    if clipping.dated_from == "user" and not corrected:
        return saving.Dated(clipping.dated, "user", clipping.day)
    return saving.choose_date(article, fetched, None)


def replace_text(
    connection: sqlite3.Connection,
    clipping: Clipping,
    article: Article,
    found: Sequence[Person],
    *,
    reason: str,
    page_row: Mapping[str, object] | None = None,
) -> bool:
    """Give a clipping a new text and keep the old one as a version; False when only the rules differ."""
    wanted = with_corrections(clipping.article, saving.storable_article(article))
    found = tuple(saving.storable_person(person) for person in found)
    changed = replace(wanted, rules="") != replace(clipping.article, rules="") or found != clipping.people
    if changed:
        _keep_version(connection, clipping, reason)
    if page_row is not None:
        saving.add_page(connection, clipping.id, page_row)
    _rewrite(connection, clipping, wanted, found, str(page_row["fetched"]) if page_row else clipping.fetched)
    return changed


def with_corrections(old: Article, new: Article) -> Article:
    """``new`` with the fields that the user corrected in ``old``."""
    fields = [name for name in _CORRECTABLE if old.origins.get(name) == "user"]
    origins = {**new.origins, **dict.fromkeys(fields, "user")}
    return replace(new, **{name: getattr(old, name) for name in fields}, origins=origins)


def remove(connection: sqlite3.Connection, clipping: int) -> bool:
    """Delete a clipping with all that hangs on it; False when there is none of this number."""
    named = [person for _, person in connection.execute(_NAMES, (clipping,))]
    if not connection.execute("DELETE FROM clippings WHERE id = ?", (clipping,)).rowcount:
        return False
    people.drop_unseen(connection, named)
    people.recount_titles(connection, named)
    return True


def _keep_version(connection: sqlite3.Connection, clipping: Clipping, reason: str) -> None:
    old = clipping.article
    digest = saving.text_digest(old.text)
    told = (now(), reason, old.rules, old.title, old.words, digest, saving.as_json(asdict(old)))
    connection.execute(_ADD_VERSION, (clipping.id, clipping.id, *told))


def _rewrite(
    connection: sqlite3.Connection,
    clipping: Clipping,
    article: Article,
    found: Sequence[Person],
    fetched: str,
) -> None:
    settled = {folded(name): person for name, person in connection.execute(_NAMES, (clipping.id,))}
    for table in _PARTS:
        connection.execute(f"DELETE FROM {table} WHERE clipping = ?", (clipping.id,))
    names = [person.name for person in found]
    dated = _date(clipping, article, fetched)
    row = saving.article_row(connection, article, fetched, names, dated)
    saving.change_clipping(connection, clipping.id, row)
    saving.add_parts(connection, clipping.id, article, pairs(article.text))
    people.add_appearances(connection, clipping.id, dated.day, found, settled=settled)
    people.drop_unseen(connection, settled.values())


def outdated(connection: sqlite3.Connection, rules: str, after: int) -> list[int]:
    """Some ids above ``after`` of clippings whose text other rules made, in order."""
    return [id for (id,) in connection.execute(_OUTDATED, (rules, after))]


def versions(connection: sqlite3.Connection, clipping: int) -> list[Version]:
    """Earlier texts of a clipping, oldest first."""
    return [Version(*row) for row in connection.execute(_VERSIONS, (clipping,))]


def version_article(connection: sqlite3.Connection, version: int) -> Article | None:
    """The article that a version held, or None when there is no such version."""
    import json

    row = connection.execute(_VERSION, (version,)).fetchone()
    if row is None:
        return None
    fields = json.loads(row[0])
    fields |= {name: tuple(fields[name]) for name in ("authors", "captions", "warnings")}
    fields["source"] = Source(**fields["source"])
    fields["removed"] = tuple(Removed(**cut) for cut in fields["removed"])
    return Article(**fields)
