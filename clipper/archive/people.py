"""People of documents -> people of the archive: joined where names, titles and dates leave no doubt.

Whether two are the same is decided in ``clipper.people.identity``; here it is decided who is compared with
whom, and the reason of each join is kept with the name that it added. What the user decided comes first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from clipper.archive.dates import now
from clipper.archive.words import folded

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from clipper.people.identity import Known
    from clipper.records import Person

MOST_CANDIDATES = 200
MOST_TITLES = 12
NEVER = "9999"  # later than any alias was added

_ASSIGNED = "SELECT person FROM assignments WHERE clipping = ? AND name_folded = ?"
_OF_ALIAS = """
SELECT DISTINCT people.identity FROM aliases JOIN people ON people.id = aliases.person
WHERE name_folded = ?1 AND (aliases.origin = 'user' OR reason = 'the name itself' OR aliases.added >= ?2)
    AND NOT EXISTS (SELECT 1 FROM kept_apart WHERE person = people.identity AND name_folded = ?1)
ORDER BY people.identity"""
_MEMBER = """
SELECT people.id FROM aliases JOIN people ON people.id = aliases.person
WHERE people.identity = ? AND name_folded = ? ORDER BY people.id LIMIT 1"""
_OF_USER_ALIAS = """
SELECT people.identity FROM aliases JOIN people ON people.id = aliases.person
WHERE name_folded = ? AND aliases.origin = 'user' ORDER BY aliases.id DESC LIMIT 1"""
_OF_KEY = """
SELECT DISTINCT people.identity FROM name_keys JOIN people ON people.id = name_keys.person
WHERE key = ?1 AND people.is_person
    AND NOT EXISTS (SELECT 1 FROM kept_apart WHERE person = people.identity AND name_folded = ?2)
ORDER BY people.identity DESC LIMIT ?3"""
_NAME = "SELECT name, origin FROM people WHERE id = ?"
_NAMES = """
SELECT DISTINCT aliases.name FROM aliases JOIN people ON people.id = aliases.person
WHERE people.identity = ?"""
_TITLES = """
SELECT title, first, last FROM person_titles JOIN people ON people.id = person_titles.person
WHERE people.identity = ? ORDER BY last DESC"""
_BEARS_TITLE = """
SELECT 1 FROM person_titles JOIN people ON people.id = person_titles.person
WHERE people.identity = ? AND title = ?"""
_SEEN = """
INSERT INTO person_titles (person, title, first, last) VALUES (?1, ?2, ?3, ?3)
ON CONFLICT (person, title) DO UPDATE SET first = min(first, ?3), last = max(last, ?3)"""
_COUNT_TITLES = """
INSERT INTO person_titles (person, title, first, last)
SELECT person, title, min(day), max(day) FROM appearances WHERE person = ? GROUP BY 1, 2"""
_ADD_PERSON = "INSERT INTO people (name, origin, added) VALUES (?, ?, ?)"
_ADD_ALIAS = """
INSERT INTO aliases (person, name, name_folded, origin, reason, added) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (person, name_folded) DO UPDATE SET added = excluded.added,
    origin = CASE WHEN excluded.origin = 'user' THEN 'user' ELSE origin END
RETURNING id"""
_ADD_NAME_WORD = "INSERT OR IGNORE INTO name_words (word, alias) VALUES (?, ?)"
_ADD_KEY = "INSERT OR IGNORE INTO name_keys (key, person) VALUES (?, ?)"
_ADD_APPEARANCE = """
INSERT INTO appearances (clipping, day, person, name, title, major, passing, mentions)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)"""
_ADD_MENTION = """
INSERT INTO mentions (appearance, position, place, starts, ends, text, confidence, ambiguous)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)"""


def add_appearances(
    connection: sqlite3.Connection,
    clipping: int,
    day: str,
    people: Sequence[Person],
    *,
    settled: Mapping[str, int] | None = None,
    since: str = "",
) -> None:
    """Write who is named in a clipping, joining each to a person of the archive.

    ``settled`` maps folded names to people for whom that is decided already; names that joined a person
    before ``since`` are weighed again.
    """
    taken: set[int] = set()  # a document's people are different people, however alike their names
    for person in people:
        identity = (settled or {}).get(folded(person.name)) or find_identity(
            connection, clipping, day, person, since=since, taken=taken
        )
        taken.add(identity)
        called = (person.name, person.title, person.major, person.passing, len(person.mentions))
        appearance = connection.execute(_ADD_APPEARANCE, (clipping, day, identity, *called)).lastrowid
        connection.execute(_SEEN, (identity, person.title, day))
        connection.executemany(
            _ADD_MENTION,
            [
                (appearance, at, m.where, m.start, m.end, m.text, m.confidence, m.ambiguous)
                for at, m in enumerate(person.mentions)
            ],
        )


def find_identity(
    connection: sqlite3.Connection,
    clipping: int,
    day: str,
    person: Person,
    *,
    since: str = "",
    taken: Collection[int] = (),
) -> int:
    """The person of the archive whom a document names; a new one unless exactly one is surely meant."""
    key = folded(person.name)
    assigned = connection.execute(_ASSIGNED, (clipping, key)).fetchone()
    if assigned:
        return int(assigned[0])
    said = connection.execute(_OF_USER_ALIAS, (key,)).fetchone()
    if said:
        return _member(connection, int(said[0]), key)
    joined = _join(connection, day, person, since, taken)
    if joined is None:
        return add_person(connection, person.name)
    identity, reason = joined
    if reason:
        add_alias(connection, identity, person.name, "text", reason)
        _lengthen_name(connection, identity, person.name)
    return _member(connection, identity, key)


def _member(connection: sqlite3.Connection, identity: int, key: str) -> int:
    """The row of this name among those merged into one person, so that a merge undone takes its own along."""
    row = connection.execute(_MEMBER, (identity, key)).fetchone()
    return int(row[0]) if row else identity


def _join(
    connection: sqlite3.Connection, day: str, person: Person, since: str, taken: Collection[int]
) -> tuple[int, str] | None:
    """Whom a name means, and why ("" when the archive knows the person by exactly this name)."""
    key = folded(person.name)
    whole = " " in key
    known = connection.execute(_OF_ALIAS, (key, since if whole else NEVER)).fetchall()
    same_name = [who for (who,) in known if _member(connection, who, key) not in taken]
    if whole and (found := _of_same_name(connection, day, person, same_name)) is not None:
        return found, ""
    refused = frozenset([*taken, *(same_name if whole else ())])
    return _of_like_name(connection, day, person, refused) or _plain(connection, person, same_name)


def _of_same_name(
    connection: sqlite3.Connection, day: str, person: Person, known: Sequence[int]
) -> int | None:
    """Among people of exactly this name the one who bears the title, else the first who fits."""
    for identity in known:
        if person.title and connection.execute(_BEARS_TITLE, (identity, person.title)).fetchone():
            return identity
    from clipper.people.identity import same_person

    candidate = _candidate(person, day)
    return next(
        (who for who in known if same_person(candidate, known_person(connection, who)).same),
        None,
    )


def _plain(connection: sqlite3.Connection, person: Person, known: Sequence[int]) -> tuple[int, str] | None:
    """Among people of exactly this name the one without any title, for a mention that has none either.

    Who that is remains open, but the archive need not hold one unknown John Smith per clipping.
    """
    if person.title:
        return None
    return next(((who, "") for who in known if not known_person(connection, who).titles), None)


def _of_like_name(
    connection: sqlite3.Connection, day: str, person: Person, refused: frozenset[int]
) -> tuple[int, str] | None:
    """The one person of another form of this name who is surely meant, and why."""
    from clipper.people.identity import candidates_key, choose

    found: dict[int, Known] = {}
    for key in candidates_key(person.name):
        for (who,) in connection.execute(_OF_KEY, (key, folded(person.name), MOST_CANDIDATES)).fetchall():
            if who not in refused and who not in found:
                found[who] = known_person(connection, who)
    chosen = choose(_candidate(person, day), list(found.values()))
    return None if chosen is None else (list(found)[chosen[0]], chosen[1])


def _candidate(person: Person, day: str) -> Known:
    from clipper.people.identity import Known

    return Known(person.name, (), (person.title,) if person.title else (), day, day)


def known_person(connection: sqlite3.Connection, identity: int) -> Known:
    """What the archive knows of a person, for comparing: names, latest titles, first and last date."""
    from clipper.people.identity import Known

    name, _ = connection.execute(_NAME, (identity,)).fetchone()
    whole = " " in folded(
        name
    )  # then a bare surname among the aliases is no evidence, but was joined by some
    aliases = (alias for (alias,) in connection.execute(_NAMES, (identity,)) if alias != name)
    names = tuple(alias for alias in aliases if not whole or " " in folded(alias))
    rows = connection.execute(_TITLES, (identity,)).fetchall()
    titles = tuple(dict.fromkeys(title for title, _, _ in rows if title))[:MOST_TITLES]
    first = min((first for _, first, _ in rows), default="")
    last = max((last for _, _, last in rows), default="")
    return Known(name, names, titles, first, last)


def _lengthen_name(connection: sqlite3.Connection, identity: int, name: str) -> None:
    """Let a person known by a bare surname be called by the full name that joined."""
    known, origin = connection.execute(_NAME, (identity,)).fetchone()
    if origin == "text" and " " not in folded(known) and " " in folded(name):
        connection.execute("UPDATE people SET name = ? WHERE id = ?", (name, identity))


def add_person(connection: sqlite3.Connection, name: str, origin: str = "text") -> int:
    """A new person with this name as first alias; one of origin ``user`` decides later joins."""
    person = add_nameless(connection, name, origin)
    add_alias(connection, person, name, origin, "the name itself")
    return person


def add_nameless(connection: sqlite3.Connection, name: str, origin: str) -> int:
    """A new person who is called so, but whom no name means yet."""
    person = connection.execute(_ADD_PERSON, (name, origin, now())).lastrowid
    assert person is not None
    connection.execute("UPDATE people SET identity = id WHERE id = ?", (person,))
    return person


def add_alias(
    connection: sqlite3.Connection, person: int, name: str, origin: str, reason: str, *, may_join: bool = True
) -> None:
    """Let a person be known under one more name; with ``may_join`` other forms of it may join the person."""
    from clipper.people.identity import candidates_key

    key = folded(name)
    (alias,) = connection.execute(_ADD_ALIAS, (person, name, key, origin, reason, now())).fetchone()
    connection.executemany(_ADD_NAME_WORD, [(word, alias) for word in key.split()])
    if may_join:
        connection.executemany(_ADD_KEY, [(blocking, person) for blocking in candidates_key(name)])


def drop_unseen(connection: sqlite3.Connection, people: Iterable[int]) -> None:
    """Forget people whom no clipping names any more and about whom the user said nothing."""
    connection.executemany(_DROP_UNSEEN, [(person,) for person in people])


_DROP_UNSEEN = """
DELETE FROM people WHERE id = ?1 AND origin = 'text' AND is_person AND merged_into IS NULL
    AND NOT EXISTS (SELECT 1 FROM appearances WHERE person = ?1)
    AND NOT EXISTS (SELECT 1 FROM people AS other WHERE other.merged_into = ?1)
    AND NOT EXISTS (SELECT 1 FROM aliases WHERE person = ?1 AND origin = 'user')
    AND NOT EXISTS (SELECT 1 FROM kept_apart WHERE person = ?1)
    AND NOT EXISTS (SELECT 1 FROM assignments WHERE person = ?1)"""


def recount_titles(connection: sqlite3.Connection, people: Iterable[int]) -> None:
    """Work out again from when to when people bore which titles."""
    for person in people:
        connection.execute("DELETE FROM person_titles WHERE person = ?", (person,))
        connection.execute(_COUNT_TITLES, (person,))
