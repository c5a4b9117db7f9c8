"""A query -> hits, counts and ids, best or newest first; on the standard library alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from clipper.archive.matching import Plan, plan
from clipper.archive.words import has_word, holds_phrase
from clipper.hits import Hit
from clipper.patterns import pattern

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

    from clipper.query import Query

Sort = Literal["relevance", "date"]
OPEN, CLOSE = "\ue000", "\ue001"
SNIPPET_WORDS = 24
WINDOW = 200
CHUNK = 500

_TYPED_WORD = pattern(r"(?<![\w:-])[^\W\d_]{3,}(?![\w:*])")
_TITLE_AND_TEXT = "SELECT title, text FROM clippings WHERE id = ?"

_WEIGHTS = "4.0, 1.0, 1.0, 1.0, 1.0, 0.0"
_SNIPPET = f"snippet(search, 1, '{OPEN}', '{CLOSE}', '…', {SNIPPET_WORDS})"
_HIT = """
SELECT clippings.id, title, url, coalesce(nullif(sources.name, ''), sources.domain), dated, dated_from, day
FROM clippings JOIN sources ON sources.id = clippings.source WHERE clippings.id = ?"""

# ``ORDER BY rank`` is sorted inside the index, so that a snippet is cut only for the rows that are shown.
_BEST = f"""
SELECT rowid, rank, {_SNIPPET} FROM search WHERE search MATCH ? ORDER BY rank LIMIT ? OFFSET ?"""

# CROSS JOIN keeps the index outermost: the other way round SQLite would run the match once per clipping.
_FROM_INDEX = "FROM search CROSS JOIN clippings ON clippings.id = search.rowid WHERE search MATCH ?"
_FROM_CLIPPINGS = "FROM clippings WHERE 1"
_NEWEST = "ORDER BY clippings.dated DESC, clippings.id DESC"


def search(connection: sqlite3.Connection, query: Query, *, sort: Sort, limit: int, offset: int) -> list[Hit]:
    """One page of hits."""
    found = _found(connection, query, plan(connection, query.root), sort, limit, offset)
    if all(OPEN in hit.snippet for hit in found):
        return found
    from clipper.archive.snippets import marked

    return marked(connection, query, found)


def _found(
    connection: sqlite3.Connection, query: Query, prepared: Plan, sort: Sort, limit: int, offset: int
) -> list[Hit]:
    if sort == "relevance" and prepared.has_words:
        names = telling_names(query.typed) if offset < WINDOW else ()
        if names:
            return _named_first(connection, prepared, names, limit, offset)
        if not prepared.conditions:
            best = connection.execute(_BEST, (prepared.match, limit, offset)).fetchall()
            return [_hit(connection, clipping, -rank, snippet) for clipping, rank, snippet in best]
    return _shown(connection, prepared, _ranked(connection, prepared, sort, limit, offset))


def _shown(connection: sqlite3.Connection, prepared: Plan, rows: Sequence[tuple[int, float]]) -> list[Hit]:
    found: list[Hit] = []
    for at in range(0, len(rows), CHUNK):  # the texts of a whole archive would not fit into memory
        some = rows[at : at + CHUNK]
        snippets = _snippets(connection, prepared.match, [clipping for clipping, _ in some])
        found += [_hit(connection, clipping, score, snippets[clipping]) for clipping, score in some]
    return found


def telling_names(typed: str) -> tuple[str, ...]:
    """Words of a search whose capital says that a name is meant: ``Work``, but not the first word of a
    sentence, nor every word of a headline.

    The index knows stems in small letters, where Bob Work, working and Works Council are one.
    """
    words = _TYPED_WORD.findall(typed)
    capitalised = [word for word in words if word[0].isupper() and word[1:].islower()]
    if len(capitalised) == len(words) > 2:
        return ()
    first = words[:1] if len(words) > len(capitalised) else []
    return tuple(word for word in capitalised if [word] != first)


def _named_first(
    connection: sqlite3.Connection, prepared: Plan, names: Sequence[str], limit: int, offset: int
) -> list[Hit]:
    """Hits, the first 200 in a new order: those that hold the names as typed count up to thrice."""
    end = -1 if limit < 0 else max(WINDOW, offset + limit)
    rows = _ranked(connection, prepared, "relevance", end, 0)
    window = [
        (clipping, score * (1 + 2 * _share(connection, clipping, names))) for clipping, score in rows[:WINDOW]
    ]
    window.sort(key=lambda row: -row[1])
    best = [*window, *rows[WINDOW:]]
    return _shown(connection, prepared, best[offset : None if limit < 0 else offset + limit])


def _share(connection: sqlite3.Connection, clipping: int, names: Sequence[str]) -> float:
    title, text = connection.execute(_TITLE_AND_TEXT, (clipping,)).fetchone()
    return sum(has_word(title, name) or has_word(text, name) for name in names) / len(names)


def _ranked(
    connection: sqlite3.Connection, prepared: Plan, sort: Sort, limit: int, offset: int
) -> list[tuple[int, float]]:
    needs_exact(connection, prepared)
    score = f"-bm25(search, {_WEIGHTS})" if prepared.has_words else "0.0"
    by_score = sort == "relevance" and prepared.has_words
    order = "ORDER BY score DESC, clippings.id DESC" if by_score else _NEWEST
    statement = f"SELECT clippings.id, {score} AS score {_where(prepared)} {order} LIMIT ? OFFSET ?"
    return connection.execute(statement, (*_values(prepared), limit, offset)).fetchall()


def count(connection: sqlite3.Connection, query: Query) -> int:
    """How many clippings the query finds."""
    prepared = plan(connection, query.root)
    if prepared.match and not prepared.conditions:
        statement = "SELECT count(*) FROM search WHERE search MATCH ?"
    else:
        needs_exact(connection, prepared)
        statement = f"SELECT count(*) {_where(prepared)}"
    return int(connection.execute(statement, _values(prepared)).fetchone()[0])


def ids(
    connection: sqlite3.Connection, query: Query, *, sort: Sort, limit: int | None, offset: int
) -> Iterator[int]:
    """Ids of the clippings found, in order, as the reader asks for them."""
    prepared = plan(connection, query.root)
    needs_exact(connection, prepared)
    relevance = sort == "relevance" and prepared.has_words
    order = f"ORDER BY bm25(search, {_WEIGHTS}), clippings.id DESC" if relevance else _NEWEST
    statement = f"SELECT clippings.id {_where(prepared)} {order} LIMIT ? OFFSET ?"
    values = (*_values(prepared), -1 if limit is None else limit, offset)
    for (clipping,) in connection.execute(statement, values):
        yield clipping


def selection(connection: sqlite3.Connection, query: Query) -> tuple[str, tuple[object, ...]]:
    """A subquery that yields the ids found, and its values: for facets over a search."""
    prepared = plan(connection, query.root)
    needs_exact(connection, prepared)
    return f"SELECT clippings.id {_where(prepared)}", _values(prepared)


def needs_exact(connection: sqlite3.Connection, prepared: Plan) -> None:
    """Teach SQLite the check for exact phrases when a plan uses it."""
    if any("holds_phrase" in condition for condition in prepared.conditions):
        connection.create_function("holds_phrase", -1, holds_phrase, deterministic=True)


def _where(prepared: Plan) -> str:
    start = _FROM_INDEX if prepared.match else _FROM_CLIPPINGS
    return " AND ".join([start, *prepared.conditions])


def _values(prepared: Plan) -> tuple[object, ...]:
    return (prepared.match, *prepared.values) if prepared.match else prepared.values


def _hit(connection: sqlite3.Connection, clipping: int, score: float, snippet: str) -> Hit:
    key, title, url, source, dated, dated_from, day = connection.execute(_HIT, (clipping,)).fetchone()
    return Hit(key, title, url, source, dated, dated_from, day, " ".join(snippet.split()), round(score, 6))


def _snippets(connection: sqlite3.Connection, match: str, clippings: Sequence[int]) -> dict[int, str]:
    """Snippets of a few clippings, from an index in memory that holds only these.

    Asking the archive's index again per clipping would walk the whole posting lists each time.
    """
    texts = [(clipping, *connection.execute(_SEARCHED, (clipping,)).fetchone()) for clipping in clippings]
    if not match:
        return {clipping: _beginning(text) for clipping, _, text, *_ in texts}
    import sqlite3

    memory = sqlite3.connect(":memory:")
    try:
        memory.execute(_SMALL_INDEX)
        memory.executemany(
            _FILL_SMALL_INDEX,
            texts,
        )
        found = dict(memory.execute(f"SELECT rowid, {_SNIPPET} FROM search WHERE search MATCH ?", (match,)))
    finally:
        memory.close()
    return {clipping: found.get(clipping) or _beginning(text) for clipping, _, text, *_ in texts}


_SEARCHED = "SELECT title, text, captions, authors, letter_pairs, facets FROM clippings WHERE id = ?"
_FILL_SMALL_INDEX = """
INSERT INTO search (rowid, title, text, captions, authors, letter_pairs, facets)
VALUES (?, ?, ?, ?, ?, ?, ?)"""
_SMALL_INDEX = """
CREATE VIRTUAL TABLE search USING fts5(
    title, text, captions, authors, letter_pairs, facets, tokenize='porter unicode61 remove_diacritics 2'
)"""


def _beginning(text: str) -> str:
    words = text.split(maxsplit=SNIPPET_WORDS)
    return " ".join(words[:SNIPPET_WORDS]) + ("…" if len(words) > SNIPPET_WORDS else "")
