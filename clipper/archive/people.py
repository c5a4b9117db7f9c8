"""People of documents -> people of the archive: joined on equal full names, found by any alias."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clipper.acronyms import IN_CAPITALS
from clipper.archive.dates import now
from clipper.archive.words import folded, has_word

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping, Sequence

    from clipper.records import Person

_PERSON_OF_NAME = "SELECT person FROM aliases WHERE name_folded = ? ORDER BY person"
_ADD_PERSON = "INSERT INTO people (name, origin, added) VALUES (?, ?, ?)"
_ADD_ALIAS = "INSERT INTO aliases (person, name, name_folded, origin, reason) VALUES (?, ?, ?, ?, ?)"
_ADD_NAME_WORD = "INSERT OR IGNORE INTO name_words (word, alias) VALUES (?, ?)"
_ADD_APPEARANCE = """
INSERT INTO appearances (clipping, person, name, title, major, passing, mentions)
VALUES (?, ?, ?, ?, ?, ?, ?)"""
_ADD_MENTION = """
INSERT INTO mentions (appearance, position, place, starts, ends, text, confidence, ambiguous)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)"""


def facets(source: int, dated: str, names: Iterable[str], text: str) -> str:
    """The index's filter tokens: ``source12 month201309 person0bob0work0 capitals0us0``."""
    people = dict.fromkeys(person_facet(name) for name in names)
    capitals = [capitals_facet(word) for word in sorted(IN_CAPITALS) if has_word(text, word.upper())]
    return " ".join(
        [source_facet(source), month_facet(dated), *(person for person in people if person), *capitals]
    )


def capitals_facet(word: str) -> str:
    """The filter token of a word that stands in the text in capitals."""
    return f"capitals0{word.casefold()}0"


def source_facet(source: int) -> str:
    """The filter token of a source."""
    return f"source{source}"


def month_facet(dated: str) -> str:
    """The filter token of the month of a date (``month2013`` for a date that is only a year)."""
    return "month" + dated[:7].replace("-", "")


def person_facet(name: str) -> str:
    """The filter token of a name: it follows from the document alone, so that merging people moves no index.

    The noughts keep the words apart and the stemmer off.
    """
    words = folded(name).split()
    return f"person0{'0'.join(words)}0" if words else ""


def add_appearances(
    connection: sqlite3.Connection,
    clipping: int,
    people: Sequence[Person],
    known: Mapping[str, int] | None = None,
) -> None:
    """Write who is named in a clipping, joining each to the person of the archive of that name.

    ``known`` maps folded names to people for whom that is settled already.
    """
    for person in people:
        identity = (known or {}).get(folded(person.name)) or person_id(connection, person.name)
        called = (person.name, person.title, person.major, person.passing, len(person.mentions))
        appearance = connection.execute(_ADD_APPEARANCE, (clipping, identity, *called)).lastrowid
        connection.executemany(
            _ADD_MENTION,
            [
                (appearance, at, m.where, m.start, m.end, m.text, m.confidence, m.ambiguous)
                for at, m in enumerate(person.mentions)
            ],
        )


def person_id(connection: sqlite3.Connection, name: str) -> int:
    """The person of the archive whose alias is this full name; a new one if there is none."""
    known = connection.execute(_PERSON_OF_NAME, (folded(name),)).fetchone()
    return int(known[0]) if known else add_person(connection, name)


def add_person(connection: sqlite3.Connection, name: str, origin: str = "text") -> int:
    """A new person with this name as first alias."""
    person = connection.execute(_ADD_PERSON, (name, origin, now())).lastrowid
    assert person is not None
    add_alias(connection, person, name, origin, "the name itself")
    return person


def add_alias(connection: sqlite3.Connection, person: int, name: str, origin: str, reason: str) -> None:
    """Let a person be known under one more name."""
    alias = connection.execute(_ADD_ALIAS, (person, name, folded(name), origin, reason)).lastrowid
    connection.executemany(_ADD_NAME_WORD, [(word, alias) for word in folded(name).split()])
