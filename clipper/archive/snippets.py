"""A hit whose snippet marks nothing -> one around what was meant: a person's name, or an East Asian word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clipper.archive.lookup import person_ids
from clipper.archive.words import EAST_ASIAN, normalized
from clipper.query import And, Or, PersonIs

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from clipper.hits import Hit
    from clipper.query import Node, Query

OPEN, CLOSE = "\ue000", "\ue001"
BEFORE, AFTER = 60, 100

_TEXT = "SELECT text FROM clippings WHERE id = ?"
# The plus keeps SQLite from asking for each of many people in turn.
_NAMED = """
SELECT starts, ends FROM mentions JOIN appearances ON appearances.id = mentions.appearance
WHERE clipping = ? AND +person IN ({people}) AND place = 'text' ORDER BY starts LIMIT 1"""


def marked(connection: sqlite3.Connection, query: Query, hits: Sequence[Hit]) -> list[Hit]:
    """The hits, those without a mark with a snippet around the person or word that was searched.

    The index marks words only; a person is found by number, and a word without spaces around it by its pairs.
    """
    runs = () if query.typed.isascii() else EAST_ASIAN.findall(normalized(query.typed))
    names = [name for name in _persons(query.root) if name]
    if not runs and not names:
        return list(hits)
    people = [person for name in names for person in person_ids(connection, name)]
    named = _NAMED.format(people=", ".join(map(str, people)))
    return [hit if OPEN in hit.snippet else _around_hit(connection, hit, runs, named) for hit in hits]


def _persons(node: Node) -> list[str]:
    if isinstance(node, And | Or):
        return [name for part in node.parts for name in _persons(part)]
    return [node.value] if isinstance(node, PersonIs) else []


def _around_hit(connection: sqlite3.Connection, hit: Hit, runs: Sequence[str], named: str) -> Hit:
    text = connection.execute(_TEXT, (hit.id,)).fetchone()[0]
    for run in runs:
        if run in text:
            return hit._replace(snippet=around(text, text.find(run), text.find(run) + len(run)))
    place = connection.execute(named, (hit.id,)).fetchone()
    return hit._replace(snippet=around(text, *place)) if place else hit


def around(text: str, start: int, end: int) -> str:
    """One line of text around a marked place, cut between words where there are any."""
    first, last = max(0, start - BEFORE), min(len(text), end + AFTER)
    before, after = text[first:start], text[end:last]
    if first and " " in before:
        before = before[before.index(" ") + 1 :]
    if last < len(text) and " " in after:
        after = after[: after.rindex(" ")]
    shown = " ".join(f"{before}{OPEN}{text[start:end]}{CLOSE}{after}".split())
    return f"{'…' if first else ''}{shown}{'…' if last < len(text) else ''}"
