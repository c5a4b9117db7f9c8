"""What a filter names -> the rows and index tokens it means."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from clipper.archive.facets import person_facet, source_facet
from clipper.archive.words import folded

if TYPE_CHECKING:
    import sqlite3

_SOURCES = "SELECT id, domain, name FROM sources"
_ALIASES_OF_WORD = "SELECT alias FROM name_words WHERE word = ?"
_PEOPLE_OF_ALIASES = """
SELECT DISTINCT member.id FROM aliases JOIN people ON people.id = aliases.person
JOIN people AS whole ON whole.id = people.identity AND whole.is_person
JOIN people AS member ON member.identity = whole.id
WHERE aliases.id IN ({aliases}) ORDER BY member.id"""
_MOST_NAMES = 64
_OFTEN = 1000


def folded_words(text: str) -> list[str]:
    """The words of a name as they are looked up."""
    return folded(text).split()


def source_ids(connection: sqlite3.Connection, value: str) -> list[int]:
    """Sources whose domain is or ends in ``value``, or whose domain or name holds all its words."""
    typed = value.casefold().strip()
    words = set(folded_words(value))
    rows = connection.execute(_SOURCES).fetchall()
    exact = [key for key, domain, name in rows if typed in (domain.casefold(), name.casefold())]
    return exact or [
        key
        for key, domain, name in rows
        if domain.endswith("." + typed)
        or (words and words <= set(folded_words(f"{domain} {name}")))
        or (words and folded(value).replace(" ", "") == folded(name).replace(" ", ""))
    ]


def source_tokens(connection: sqlite3.Connection, value: str) -> list[str]:
    """Index tokens of the sources that ``value`` names."""
    return [source_facet(source) for source in source_ids(connection, value)]


def person_ids(connection: sqlite3.Connection, value: str) -> list[int]:
    """People one of whose names holds every word of ``value``, in any order and without accents."""
    words = list(dict.fromkeys(folded_words(value)))
    if not words:
        return []
    same_alias = " INTERSECT ".join([_ALIASES_OF_WORD] * len(words))
    rows = connection.execute(_PEOPLE_OF_ALIASES.format(aliases=same_alias), words)
    return [person for (person,) in rows]


def appear_often(connection: sqlite3.Connection, people: list[int], further: str) -> bool:
    """Whether so many appearances of these people (and ``further``, SQL) are there that all take long."""
    places = ", ".join("?" * len(people))
    often = f"SELECT 1 FROM appearances WHERE person IN ({places}){further} LIMIT 1 OFFSET {_OFTEN}"
    return connection.execute(often, people).fetchone() is not None


def person_tokens(connection: sqlite3.Connection, value: str) -> tuple[list[str], bool]:
    """Index tokens of all names of the people meant, and whether nobody else bears one of these names."""
    people = person_ids(connection, value)
    if not people or len(people) > _MOST_NAMES:
        return [], False
    places = ", ".join("?" * len(people))
    names = [
        name
        for (name,) in connection.execute(
            f"SELECT DISTINCT name_folded FROM aliases WHERE person IN ({places})", people
        )
    ]
    if len(names) > _MOST_NAMES:
        return [], False
    shared = connection.execute(
        f"SELECT 1 FROM aliases WHERE name_folded IN ({', '.join('?' * len(names))}) "
        f"AND person NOT IN ({places}) LIMIT 1",
        [*names, *people],
    ).fetchone()
    return [person_facet(name) for name in names], shared is None


def month_tokens(first: str, last: str, *, most: int) -> tuple[list[str], bool]:
    """Index tokens of the months from one day to another, and whether they cover exactly these days.

    None for an open span and for one of more than ``most`` months.
    """
    if not first or not last or first > last:
        return [], False
    begin, end = date.fromisoformat(first), date.fromisoformat(last)
    months = range(begin.year * 12 + begin.month - 1, end.year * 12 + end.month)
    if len(months) > most:
        return [], False
    tokens = [f"month{month // 12:04}{month % 12 + 1:02}" for month in months]
    years = [f"month{year:04}" for year in range(begin.year, end.year + 1) if f"{year:04}-01-01" >= first]
    return [*tokens, *years], begin.day == 1 and day_after(last).endswith("-01")


def shortest(day: str) -> str:
    """``2013`` for the first day of a year, ``2013-09`` for that of a month: how imprecise dates sort."""
    return day[:4] if day.endswith("-01-01") else day.removesuffix("-01")


def day_after(day: str) -> str:
    """The next day; beyond the calendar's last day a text that sorts after all dates."""
    if day >= "9999-12-31":
        return "9999-99"
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def day_before(day: str) -> str:
    """The day before; that of the calendar's first day is itself."""
    given = date.fromisoformat(day)
    return day if given == date.min else (given - timedelta(days=1)).isoformat()
