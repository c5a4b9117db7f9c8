"""A person of the archive -> everything known: names with reasons, titles over time, months, company."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clipper.archive.listing import PersonRow, people_rows
from clipper.archive.reading import Row, read_rows
from clipper.archive.words import folded

if TYPE_CHECKING:
    import sqlite3

# The clippings of a person, each once, with whether the person is major there.
_CLIPPINGS = """
SELECT clipping, max(major) AS major, day FROM appearances JOIN people ON people.id = appearances.person
WHERE identity = ? GROUP BY clipping"""
_ALIASES = """
SELECT aliases.name, aliases.origin, reason, name_folded FROM aliases
JOIN people ON people.id = aliases.person WHERE identity = ? ORDER BY aliases.id"""
_NAMED = """
SELECT appearances.name, count(*) FROM appearances JOIN people ON people.id = appearances.person
WHERE identity = ? GROUP BY appearances.name"""
_TITLES = """
SELECT appearances.title, count(DISTINCT clipping), min(day), max(day) FROM appearances
JOIN people ON people.id = appearances.person
WHERE identity = ? AND appearances.title <> '' GROUP BY appearances.title ORDER BY 3, 4, 1"""
_MONTHS = f"""
SELECT substr(day, 1, 7), count(*) FROM ({_CLIPPINGS})
GROUP BY 1 ORDER BY 1"""
_BEST = f"""
JOIN ({_CLIPPINGS}) AS seen ON seen.clipping = clippings.id
ORDER BY seen.major DESC, clippings.dated DESC, clippings.id DESC LIMIT ?"""
_LONE = """
SELECT people.id, people.name FROM people JOIN aliases ON aliases.person = people.id
WHERE people.identity = people.id AND people.is_person
GROUP BY people.id HAVING max(instr(aliases.name_folded, ' ')) = 0"""


@dataclass(frozen=True, slots=True)
class Alias:
    """One name of a person: how often clippings use it, and why it is the person's."""

    name: str
    clippings: int
    origin: str
    reason: str


@dataclass(frozen=True, slots=True)
class Title:
    """An office or rank under which clippings name a person, and from when to when."""

    title: str
    clippings: int
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Profile:
    """What the archive knows of one person; ``months`` are pairs of month and number of clippings."""

    person: PersonRow
    aliases: tuple[Alias, ...]
    titles: tuple[Title, ...]
    months: tuple[tuple[str, int], ...]
    company: tuple[PersonRow, ...]
    clippings: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody known by one word only, and the people whom that word may mean."""

    person: PersonRow
    titles: tuple[Title, ...]
    possible: tuple[PersonRow, ...]


def profile(connection: sqlite3.Connection, row: PersonRow, *, limit: int) -> Profile:
    """Everything about a person; at most ``limit`` clippings (the major ones first) and companions."""
    key = (row.id,)
    return Profile(
        person=row,
        aliases=_aliases(connection, row.id),
        titles=_titles(connection, row.id),
        months=tuple(connection.execute(_MONTHS, key)),
        company=company(connection, row.id, limit=limit),
        clippings=tuple(read_rows(connection, _BEST, (row.id, limit))),
    )


def _titles(connection: sqlite3.Connection, person: int) -> tuple[Title, ...]:
    return tuple(Title(*row) for row in connection.execute(_TITLES, (person,)))


def _aliases(connection: sqlite3.Connection, person: int) -> tuple[Alias, ...]:
    used: dict[str, int] = {}
    for name, count in connection.execute(_NAMED, (person,)):
        used[folded(name)] = used.get(folded(name), 0) + count
    rows = connection.execute(_ALIASES, (person,)).fetchall()
    told = {
        key: Alias(name, used.get(key, 0), origin, reason) for name, origin, reason, key in reversed(rows)
    }
    return tuple(sorted(told.values(), key=lambda alias: (-alias.clippings, alias.name)))


def company(connection: sqlite3.Connection, person: int, *, limit: int) -> tuple[PersonRow, ...]:
    """Whom the clippings of a person name most, with how often they do."""
    theirs = "SELECT clipping FROM appearances JOIN people ON people.id = person WHERE identity = ?"
    condition = f"appearances.clipping IN ({theirs}) AND people.identity <> ?"
    return tuple(people_rows(connection, condition, (person, person), limit=limit))


def candidates(connection: sqlite3.Connection) -> list[Candidate]:
    """People known by one word only, each with the people of full name who share it, most named first."""
    from clipper.archive.lookup import person_ids

    found = []
    for person, name in connection.execute(_LONE).fetchall():
        rows = people_rows(connection, "people.identity = ?", (person,), limit=1)
        others = ", ".join(map(str, person_ids(connection, name)))
        possible = people_rows(
            connection, f"appearances.person IN ({others}) AND people.identity <> ?", (person,), limit=None
        )
        if rows:
            found.append(Candidate(rows[0], _titles(connection, person), tuple(possible)))
    return sorted(found, key=lambda candidate: (-candidate.person.clippings, candidate.person.name))
