"""Stored texts -> the people index made anew, in small transactions; what the user decided stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clipper.archive.facets import facets
from clipper.archive.opening import writing
from clipper.archive.people import add_appearances
from clipper.archive.reading import read_clipping
from clipper.archive.saving import storable_person, text_digest

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator, Sequence

    from clipper.records import Clipping, Person

CHUNK = 100

_NEXT = "SELECT id FROM clippings WHERE id > ? ORDER BY id LIMIT ?"
_FOUND = "SELECT text_sha256, source, facets FROM clippings WHERE id = ?"

# Names that joined by older rules are weighed again: without a date they are not believed until a text
# shows them.
_BEGIN = (
    """UPDATE aliases SET added = '' WHERE origin = 'text'
        AND reason NOT IN ('the name itself', 'split off by the user')""",
    "DELETE FROM person_titles",
)
_END = (
    "DELETE FROM aliases WHERE added = ''",
    """DELETE FROM people WHERE origin = 'text' AND is_person AND merged_into IS NULL
        AND id NOT IN (SELECT person FROM appearances)
        AND id NOT IN (SELECT merged_into FROM people WHERE merged_into IS NOT NULL)
        AND id NOT IN (SELECT person FROM aliases WHERE origin = 'user')
        AND id NOT IN (SELECT person FROM kept_apart)
        AND id NOT IN (SELECT person FROM assignments)""",
)


def rebuild(
    connection: sqlite3.Connection, path: str, find: Callable[[Clipping], Sequence[Person]]
) -> Iterator[int]:
    """Find the people of every clipping again; yields the id of each that is done, after its commit.

    ``find`` runs outside of any transaction. A rebuild that is broken off leaves a sound archive; the next
    one does everything again.
    """
    with writing(connection, path):
        for statement in _BEGIN:
            connection.execute(statement)
    after = 0
    while ids := [id for (id,) in connection.execute(_NEXT, (after, CHUNK))]:
        found = [(clipping, find(clipping)) for id in ids if (clipping := read_clipping(connection, id))]
        with writing(connection, path):
            for clipping, people in found:
                _replace_people(connection, clipping, [storable_person(person) for person in people])
        yield from ids
        after = ids[-1]
    with writing(connection, path):
        for statement in _END:
            connection.execute(statement)


def _replace_people(connection: sqlite3.Connection, clipping: Clipping, people: Sequence[Person]) -> None:
    row = connection.execute(_FOUND, (clipping.id,)).fetchone()
    article = clipping.article
    if row is None or row[0] != text_digest(article.text):
        return  # another program removed or changed it meanwhile, and found its people when it did
    connection.execute("DELETE FROM appearances WHERE clipping = ?", (clipping.id,))
    add_appearances(connection, clipping.id, clipping.day, people, since="0")
    names = [person.name for person in people]
    tokens = facets(row[1], clipping.day, names, f"{article.title}\n{article.text}")
    if tokens != row[2]:
        connection.execute("UPDATE clippings SET facets = ? WHERE id = ?", (tokens, clipping.id))
