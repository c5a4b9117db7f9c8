"""Page, Article and people -> rows; all of a clipping or nothing of it."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from clipper.acronyms import long_key, pairs, short_key
from clipper.archive import edges, facets, people
from clipper.archive.dates import day_of, in_utc, moment_text, now
from clipper.archive.words import folded, letter_pairs, storable

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence

    from clipper.records import Article, Page, Person

_ARTICLE_COLUMNS = (
    "dated",
    "dated_from",
    "day",
    "source",
    "title",
    "authors",
    "url",
    "canonical_url",
    "published",
    "published_as_declared",
    "modified",
    "modified_as_declared",
    "page_timestamp",
    "fetched",
    "credited",
    "language",
    "section",
    "dateline",
    "slug",
    "image",
    "words",
    "rules",
    "origins",
    "warnings",
    "text_sha256",
    "facets",
    "letter_pairs",
    "layout",
    "captions",
    "text",
)
_CLIPPING_COLUMNS = ("given_url", "added", *_ARTICLE_COLUMNS)
_ADD_CLIPPING = f"""
INSERT INTO clippings ({", ".join(_CLIPPING_COLUMNS)})
VALUES ({", ".join(f":{column}" for column in _CLIPPING_COLUMNS)})"""
_CHANGE_CLIPPING = f"""
UPDATE clippings SET {", ".join(f"{column} = :{column}" for column in _ARTICLE_COLUMNS)} WHERE id = :id"""
_ADD_PAGE = """
INSERT INTO pages (
    clipping, fetched, requested_url, final_url, status, media_type, charset, headers, sha256, bytes,
    compression, body
) VALUES (
    :clipping, :fetched, :requested_url, :final_url, :status, :media_type, :charset, :headers, :sha256,
    :bytes, :compression, :body
)"""
_ADD_ADDRESS = "INSERT OR IGNORE INTO addresses (key, clipping, role, address, seen) VALUES (?, ?, ?, ?, ?)"
_ADD_AUTHOR = "INSERT INTO authors (clipping, position, name, name_folded) VALUES (?, ?, ?, ?)"
_ADD_REMOVED = "INSERT INTO removed (clipping, position, rule, text) VALUES (?, ?, ?, ?)"
_ADD_ACRONYM = """
INSERT OR IGNORE INTO acronyms (clipping, short, long, short_folded, long_folded) VALUES (?, ?, ?, ?, ?)"""
_SOURCE_OF_DOMAIN = "SELECT id, name FROM sources WHERE domain = ? ORDER BY id LIMIT 1"
_SOURCE_OF_NAME = "SELECT id FROM sources WHERE domain = ? AND name = ?"
_CLIPPING_OF_KEY = "SELECT clipping FROM addresses WHERE key = ?"
_CLIPPING_OF_TEXT = "SELECT id FROM clippings WHERE text_sha256 = ? ORDER BY id LIMIT 1"
_CLIPPING_OF_PAGE = "SELECT clipping FROM pages WHERE sha256 = ? ORDER BY clipping LIMIT 1"
_TITLE_AND_TEXT = "SELECT title, text_sha256 FROM clippings WHERE id = ?"


class Dated(NamedTuple):
    """A clipping's date: in UTC to sort by, where it came from, and the day by the page's own clock."""

    moment: str
    origin: str
    day: str


@dataclass(frozen=True, slots=True)
class Prepared:
    """A clipping ready to be written: the slow work is done, so the write lock is held for a moment only."""

    page_row: Mapping[str, object]
    article: Article
    people: tuple[Person, ...]
    addresses: tuple[tuple[str, str, str], ...]
    acronyms: tuple[tuple[str, str], ...]
    given_url: str
    dated: str | None


def prepare(
    page: Page, article: Article, people: Sequence[Person], *, given_url: str, dated: str | None
) -> Prepared:
    """Compress, hash, normalise and learn, outside of any transaction."""
    if people:
        from clipper.people.identity import candidates_key

        for person in people:  # what is worked out here is remembered and need not be while the lock is held
            candidates_key(storable(person.name))
    given = given_url or page.requested_url
    kept = storable_article(article)
    return Prepared(
        page_row=page_row(page),
        article=kept,
        people=tuple(storable_person(person) for person in people),
        addresses=addresses(given, page.final_url, article.canonical_url),
        acronyms=tuple(pairs(kept.text)),
        given_url=storable(given),
        dated=dated,
    )


def addresses(given: str, final: str, canonical: str) -> tuple[tuple[str, str, str], ...]:
    """(key, role, address) for each of a clipping's addresses, without repeated keys."""
    from clipper.urls import normal_key

    rows: dict[str, tuple[str, str, str]] = {}
    for role, address in (("given", given), ("final", final), ("canonical", canonical)):
        key = storable(normal_key(address)) if address else ""
        if key and key not in rows:
            rows[key] = (key, role, storable(address))
    return tuple(rows.values())


def page_row(page: Page) -> dict[str, object]:
    """The evidence as a row: body compressed reproducibly, sha-256 of the bytes as received."""
    packed = gzip.compress(page.body, 6, mtime=0)
    smaller = len(packed) < len(page.body)
    return {
        "fetched": moment_text(page.fetched_at),
        "requested_url": storable(page.requested_url),
        "final_url": storable(page.final_url),
        "status": page.status,
        "media_type": storable(page.media_type),
        "charset": None if page.charset is None else storable(page.charset),
        "headers": as_json([list(header) for header in page.headers]),
        "sha256": sha256(page.body).hexdigest(),
        "bytes": len(page.body),
        "compression": "gzip" if smaller else "none",
        "body": packed if smaller else page.body,
    }


def as_json(value: object) -> str:
    """JSON that a reader of the table can read, and that SQLite can hold."""
    return storable(json.dumps(value, ensure_ascii=False))


def text_digest(text: str) -> str:
    """sha-256 of a text as the archive keeps it."""
    return sha256(storable(text).encode()).hexdigest()


def add_clipping(connection: sqlite3.Connection, ready: Prepared) -> int:
    """Write a new clipping with everything that belongs to it; returns its id."""
    names = [person.name for person in ready.people]
    fetched = str(ready.page_row["fetched"])
    dated = choose_date(ready.article, fetched, ready.dated)
    row = article_row(connection, ready.article, fetched, names, dated)
    row |= {"given_url": ready.given_url, "added": now()}
    clipping = connection.execute(_ADD_CLIPPING, row).lastrowid
    assert clipping is not None
    add_page(connection, clipping, ready.page_row)
    add_addresses(connection, clipping, ready)
    add_parts(connection, clipping, ready.article, ready.acronyms)
    people.add_appearances(connection, clipping, dated.day, ready.people)
    return clipping


def add_page(connection: sqlite3.Connection, clipping: int, row: Mapping[str, object]) -> None:
    """Keep one more page as evidence for a clipping."""
    connection.execute(_ADD_PAGE, {**row, "clipping": clipping})


def add_addresses(connection: sqlite3.Connection, clipping: int, ready: Prepared) -> None:
    """Remember under which addresses the clipping is known; an address that is taken stays where it is."""
    seen = str(ready.page_row["fetched"])
    connection.executemany(
        _ADD_ADDRESS, [(key, clipping, role, address, seen) for key, role, address in ready.addresses]
    )


def add_parts(
    connection: sqlite3.Connection, clipping: int, article: Article, acronyms: Sequence[tuple[str, str]]
) -> None:
    """Write the rows that hang on a clipping's text: authors, cut lines, acronyms, edge lines."""
    add_authors(connection, clipping, article.authors)
    connection.executemany(
        _ADD_REMOVED, [(clipping, place, cut.rule, cut.text) for place, cut in enumerate(article.removed)]
    )
    connection.executemany(
        _ADD_ACRONYM,
        [(clipping, short, long, short_key(short), long_key(long)) for short, long in acronyms],
    )
    edges.remember(connection, clipping, article)


def add_authors(connection: sqlite3.Connection, clipping: int, authors: Sequence[str]) -> None:
    """Write the authors of a clipping, in their order."""
    connection.executemany(
        _ADD_AUTHOR, [(clipping, place, name, folded(name)) for place, name in enumerate(authors)]
    )


def change_clipping(connection: sqlite3.Connection, clipping: int, row: Mapping[str, object]) -> None:
    """Give a clipping other columns; the index follows by its trigger."""
    connection.execute(_CHANGE_CLIPPING, {**row, "id": clipping})


def article_row(
    connection: sqlite3.Connection,
    article: Article,
    fetched: str,
    names: Sequence[str],
    dated: Dated,
) -> dict[str, object]:
    """The columns of ``clippings`` that follow from the article, its dates and who is named."""
    place = named_source_id if article.origins.get("source") == "user" else source_id
    source = place(connection, article.source.domain, article.source.name)
    return {
        "dated": dated.moment,
        "dated_from": dated.origin,
        "day": dated.day,
        "source": source,
        "title": article.title,
        "authors": "; ".join(article.authors),
        "url": article.url,
        "canonical_url": article.canonical_url,
        "published": in_utc(article.published),
        "published_as_declared": article.published,
        "modified": in_utc(article.modified),
        "modified_as_declared": article.modified,
        "page_timestamp": article.page_timestamp,
        "fetched": fetched,
        "credited": article.credited,
        "language": article.language,
        "section": article.section,
        "dateline": article.dateline,
        "slug": article.slug,
        "image": article.image,
        "words": article.words,
        "rules": article.rules,
        "origins": as_json(dict(article.origins)),
        "warnings": as_json(list(article.warnings)),
        "text_sha256": text_digest(article.text),
        "facets": facets.facets(source, dated.day, names, f"{article.title}\n{article.text}"),
        "letter_pairs": letter_pairs("\n".join((article.title, article.text, *article.captions))),
        "layout": article.layout,
        "captions": "\n".join(article.captions),
        "text": article.text,
    }


def choose_date(article: Article, fetched: str, given: str | None) -> Dated:
    """The date of a clipping: the user's word, else published, else page timestamp, else the day fetched."""
    candidates = (
        (given, "user"),
        (article.published, "user" if article.origins.get("published") == "user" else "published"),
        (article.page_timestamp, "page_timestamp"),
    )
    for declared, origin in candidates:
        moment = in_utc(declared)
        if declared and moment:
            return Dated(moment, origin, day_of(declared))
    return Dated(fetched[:10], "fetched", fetched[:10])


def source_id(connection: sqlite3.Connection, domain: str, name: str) -> int:
    """The row of a site; a site first met without a name gets it from the first page that gives one."""
    known = connection.execute(_SOURCE_OF_DOMAIN, (domain,)).fetchone() if domain else None
    if known:
        if known[1] in ("", domain) and name not in ("", domain):
            connection.execute("UPDATE OR IGNORE sources SET name = ? WHERE id = ?", (name, known[0]))
        return int(known[0])
    return named_source_id(connection, domain, name)


def named_source_id(connection: sqlite3.Connection, domain: str, name: str) -> int:
    """The row of exactly this domain and name."""
    connection.execute("INSERT OR IGNORE INTO sources (domain, name) VALUES (?, ?)", (domain, name))
    return int(connection.execute(_SOURCE_OF_NAME, (domain, name)).fetchone()[0])


def known_clipping(connection: sqlite3.Connection, ready: Prepared) -> int | None:
    """The clipping that this page already is, by any address; without addresses by its bytes or text.

    A canonical address alone is believed only when title or text agree: there are sites that declare their
    front page as the canonical address of every story.
    """
    for key, role, _ in ready.addresses:
        row = connection.execute(_CLIPPING_OF_KEY, (key,)).fetchone()
        if row and (role != "canonical" or _is_same_story(connection, row[0], ready.article)):
            return int(row[0])
    if ready.addresses:
        return None
    return known_text(connection, str(ready.page_row["sha256"]), text_digest(ready.article.text))


def known_text(connection: sqlite3.Connection, page_sha256: str, text_sha256: str) -> int | None:
    """The oldest clipping with the same bytes or the same text ("" for either: not looked for)."""
    for statement, digest in ((_CLIPPING_OF_PAGE, page_sha256), (_CLIPPING_OF_TEXT, text_sha256)):
        row = connection.execute(statement, (digest,)).fetchone() if digest else None
        if row:
            return int(row[0])
    return None


def _is_same_story(connection: sqlite3.Connection, clipping: int, article: Article) -> bool:
    title, digest = connection.execute(_TITLE_AND_TEXT, (clipping,)).fetchone()
    return folded(title) == folded(article.title) or digest == text_digest(article.text)


def storable_article(article: Article) -> Article:
    """The article in characters that SQLite can hold; a line break in a caption or name becomes a space."""
    texts = {
        name: storable(value)
        for name, value in ((name, getattr(article, name)) for name in _TEXT_FIELDS)
        if value is not None
    }
    return replace(
        article,
        **texts,
        authors=tuple(_one_line(name) for name in article.authors),
        captions=tuple(_one_line(caption) for caption in article.captions),
        removed=tuple(
            replace(cut, rule=storable(cut.rule), text=storable(cut.text)) for cut in article.removed
        ),
        warnings=tuple(storable(warning) for warning in article.warnings),
        origins={storable(field): storable(origin) for field, origin in article.origins.items()},
        source=replace(
            article.source, domain=_one_line(article.source.domain), name=_one_line(article.source.name)
        ),
    )


_TEXT_FIELDS = (
    "url",
    "canonical_url",
    "title",
    "published",
    "modified",
    "page_timestamp",
    "credited",
    "language",
    "section",
    "image",
    "dateline",
    "slug",
    "text",
    "layout",
    "rules",
)


def _one_line(text: str) -> str:
    return storable(text).replace("\n", " ").replace("\r", " ")


def storable_person(person: Person) -> Person:
    """The person in characters that SQLite can hold; offsets stay true."""
    mentions = tuple(replace(mention, text=storable(mention.text)) for mention in person.mentions)
    return replace(person, name=_one_line(person.name), title=_one_line(person.title), mentions=mentions)
