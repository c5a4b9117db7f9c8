"""What the user says about people -> rows that can be undone and that a rebuild keeps.

A merge is one number on a row, a name that is not somebody's a row in ``kept_apart``, a clipping that means
somebody else a row in ``assignments``: nothing that was found in a text is deleted.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from clipper.archive.dates import now
from clipper.archive.people import add_alias, add_nameless, add_person, recount_titles
from clipper.archive.words import folded
from clipper.errors import NotFound, UsageError

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

_DECIDE = "INSERT INTO decisions (made, verb, subject, object, details) VALUES (?, ?, ?, ?, ?)"
_DECISIONS = "SELECT id, made, verb, subject, object, coalesce(undone, '') FROM decisions ORDER BY id"
_LAST = "SELECT max(id) FROM decisions WHERE undone IS NULL"
_DECISION = "SELECT id, verb, details, undone FROM decisions WHERE id = ?"
_MEMBERS = "SELECT id FROM people WHERE identity = ?"
_NAMED = """
SELECT appearances.id, clipping, appearances.name, person FROM appearances
JOIN people ON people.id = appearances.person WHERE people.identity = ?"""
_ALIASES_OF_NAME = """
SELECT aliases.id, aliases.person, aliases.name, aliases.origin, aliases.reason FROM aliases
JOIN people ON people.id = aliases.person WHERE people.identity = ? AND name_folded = ?"""


@dataclass(frozen=True, slots=True)
class Decision:
    """One thing the user said about people; ``undone`` is when it was taken back ("" if it stands)."""

    id: int
    made: str
    verb: str
    subject: str
    object: str
    undone: str


def decisions(connection: sqlite3.Connection) -> list[Decision]:
    """All decisions, oldest first."""
    return [Decision(*row) for row in connection.execute(_DECISIONS)]


def _note(connection: sqlite3.Connection, verb: str, subject: str, object: str, **details: Any) -> int:
    told = (now(), verb, subject, object, json.dumps(details, ensure_ascii=False))
    return int(connection.execute(_DECIDE, told).lastrowid or 0)


def name_of(connection: sqlite3.Connection, person: int) -> str:
    """What a person is called."""
    return str(connection.execute("SELECT name FROM people WHERE id = ?", (person,)).fetchone()[0])


def merge(connection: sqlite3.Connection, kept: int, other: int) -> int:
    """Count ``other`` as ``kept``; returns the decision. Raises UsageError for one and the same person."""
    if kept == other:
        raise UsageError(f"{name_of(connection, kept)} is one person already.", "same-person")
    connection.execute("UPDATE people SET merged_into = ? WHERE id = ?", (kept, other))
    connection.execute("UPDATE people SET identity = ? WHERE identity = ?", (kept, other))
    return _note(
        connection, "merge", name_of(connection, kept), name_of(connection, other), kept=kept, other=other
    )


def rename(connection: sqlite3.Connection, person: int, name: str) -> int:
    """Call a person by another name, under which the person is found too; returns the decision."""
    name = said(name)
    old, origin = connection.execute("SELECT name, origin FROM people WHERE id = ?", (person,)).fetchone()
    new_alias = not connection.execute(_ALIASES_OF_NAME, (person, folded(name))).fetchone()
    if new_alias:
        add_alias(connection, person, name, "user", "renamed by the user")
    connection.execute("UPDATE people SET name = ?, origin = 'user' WHERE id = ?", (name, person))
    details = {"person": person, "name": old, "origin": origin, "alias": folded(name) if new_alias else ""}
    return _note(connection, "rename", old, name, **details)


def add_name(connection: sqlite3.Connection, person: int, name: str) -> int:
    """Let a name mean this person from now on; returns the decision."""
    name = said(name)
    kept = connection.execute(_ALIASES_OF_NAME, (person, folded(name))).fetchone()
    if kept and kept[3] == "user":
        raise UsageError(f"{name_of(connection, person)} is known as {name} already.", "known-name")
    add_alias(connection, person, name, "user", "named by the user")
    apart = connection.execute(
        "DELETE FROM kept_apart WHERE person = ? AND name_folded = ?", (person, folded(name))
    ).rowcount
    details = {"person": person, "alias": folded(name), "had": bool(kept), "apart": apart > 0}
    return _note(connection, "add name", name_of(connection, person), name, **details)


def remove_name(connection: sqlite3.Connection, person: int, name: str) -> int:
    """Say that a name is not this person's; whom clippings call so becomes a person apart.

    Returns the decision. Raises NotFound when the person has no such name, UsageError when it has no other.
    """
    key = folded(name)
    aliases = connection.execute(_ALIASES_OF_NAME, (person, key)).fetchall()
    if not aliases:
        raise NotFound(f"{name_of(connection, person)} is not known as {name!r}.")
    moved = [
        (at, who) for at, _, called, who in connection.execute(_NAMED, (person,)) if folded(called) == key
    ]
    others = connection.execute(
        "SELECT 1 FROM aliases JOIN people ON people.id = person WHERE identity = ? AND name_folded <> ?",
        (person, key),
    ).fetchone()
    if not others:
        raise UsageError(f"{name_of(connection, person)} has no other name; rename instead.", "only-name")
    connection.executemany("DELETE FROM aliases WHERE id = ?", [(alias[0],) for alias in aliases])
    connection.execute("INSERT OR IGNORE INTO kept_apart VALUES (?, ?)", (person, key))
    apart = add_person(connection, aliases[0][2], "user")
    connection.executemany("UPDATE appearances SET person = ? WHERE id = ?", [(apart, at) for at, _ in moved])
    recount_titles(connection, [apart, *{who for _, who in moved}])
    told = {"person": person, "key": key, "apart": apart, "aliases": [list(alias[1:]) for alias in aliases]}
    return _note(connection, "remove name", name_of(connection, person), aliases[0][2], **told)


def split(connection: sqlite3.Connection, person: int, clippings: Sequence[int]) -> int:
    """Make whom these clippings name a person apart; returns the decision. Raises NotFound if they do not.

    Raises UsageError (kind ``whole-person``) when no clipping would remain.
    """
    chosen = set(clippings)
    named = connection.execute(_NAMED, (person,)).fetchall()
    moved = [row for row in named if row[1] in chosen]
    called = name_of(connection, person)
    if not moved:
        raise NotFound(f"None of these clippings names {called}.")
    if len(moved) == len(named):
        raise UsageError(
            f"These are all the clippings of {called}: nobody would be left; "
            "`clipper people rename` gives the person another name.",
            "whole-person",
        )
    apart = add_nameless(connection, moved[0][2], "user")
    for name in dict.fromkeys(row[2] for row in moved):
        add_alias(connection, apart, name, "text", "split off by the user", may_join=False)
    for at, clipping, name, _ in moved:
        connection.execute("UPDATE appearances SET person = ? WHERE id = ?", (apart, at))
        connection.execute(
            "INSERT OR REPLACE INTO assignments VALUES (?, ?, ?)", (clipping, folded(name), apart)
        )
    recount_titles(connection, [apart, *{row[3] for row in moved}])
    subject, object = name_of(connection, person), ", ".join(map(str, sorted(chosen)))
    return _note(connection, "split", subject, object, person=person, apart=apart)


def not_a_person(connection: sqlite3.Connection, name: str) -> int:
    """Say that a name means no person, now and later; returns the decision."""
    name = said(name)
    rows = connection.execute(
        "SELECT DISTINCT identity FROM aliases JOIN people ON people.id = person WHERE name_folded = ?",
        (folded(name),),
    )
    hidden = [who for (who,) in rows]
    made = [] if hidden else [add_person(connection, name, "user")]
    for who in hidden:
        add_alias(connection, who, name, "user", "not a person, says the user")
    _set_person(connection, [*hidden, *made], is_person=False)
    return _note(connection, "not a person", name, "", hidden=hidden, made=made, alias=folded(name))


def _set_person(connection: sqlite3.Connection, people: Iterable[int], *, is_person: bool) -> None:
    connection.executemany(
        "UPDATE people SET is_person = ? WHERE id = ?", [(is_person, who) for who in people]
    )


def said(name: str) -> str:
    """A name as the user typed it, on one line. Raises UsageError when it holds no letter."""
    from clipper.archive.words import storable

    name = " ".join(storable(name).split())
    if not folded(name):
        raise UsageError(f"{name!r} is no name.", "name")
    return name


def undo(connection: sqlite3.Connection, decision: int | None) -> Decision:
    """Take back a decision, the last one if none is named. Raises NotFound when there is none to undo."""
    wanted = connection.execute(_LAST).fetchone()[0] if decision is None else decision
    row = connection.execute(_DECISION, (wanted,)).fetchone() if wanted is not None else None
    if row is None or row[3] is not None:
        raise NotFound(
            "There is no decision to undo." if row is None else f"Decision {wanted} is undone already."
        )
    _UNDO[row[1]](connection, json.loads(row[2]))
    connection.execute("UPDATE decisions SET undone = ? WHERE id = ?", (now(), wanted))
    return next(made for made in decisions(connection) if made.id == wanted)


def _undo_merge(connection: sqlite3.Connection, told: dict[str, Any]) -> None:
    connection.execute("UPDATE people SET merged_into = NULL WHERE id = ?", (told["other"],))
    root = connection.execute("SELECT identity FROM people WHERE id = ?", (told["other"],)).fetchone()
    for (member,) in connection.execute(_MEMBERS, root).fetchall() if root else ():
        connection.execute("UPDATE people SET identity = ? WHERE id = ?", (_root(connection, member), member))


def _root(connection: sqlite3.Connection, person: int) -> int:
    while above := connection.execute("SELECT merged_into FROM people WHERE id = ?", (person,)).fetchone()[0]:
        person = above
    return person


def _undo_rename(connection: sqlite3.Connection, told: dict[str, Any]) -> None:
    connection.execute(
        "UPDATE people SET name = ?, origin = ? WHERE id = ?", (told["name"], told["origin"], told["person"])
    )
    _drop_user_name(connection, told)


def _undo_add_name(connection: sqlite3.Connection, told: dict[str, Any]) -> None:
    if told["had"]:
        connection.execute(
            "UPDATE aliases SET origin = 'text' WHERE person = ? AND name_folded = ?",
            (told["person"], told["alias"]),
        )
    else:
        _drop_user_name(connection, told)
    if told["apart"]:
        connection.execute("INSERT OR IGNORE INTO kept_apart VALUES (?, ?)", (told["person"], told["alias"]))


def _drop_user_name(connection: sqlite3.Connection, told: dict[str, Any]) -> None:
    """Take back a name that the user gave, unless clippings that used it have come meanwhile."""
    used = any(
        folded(name) == told["alias"] for _, _, name, _ in connection.execute(_NAMED, (told["person"],))
    )
    change = "UPDATE aliases SET origin = 'text'" if used else "DELETE FROM aliases"
    connection.execute(f"{change} WHERE person = ? AND name_folded = ?", (told["person"], told["alias"]))


def _undo_remove_name(connection: sqlite3.Connection, told: dict[str, Any]) -> None:
    connection.execute(
        "DELETE FROM kept_apart WHERE person = ? AND name_folded = ?", (told["person"], told["key"])
    )
    for owner, name, origin, reason in told["aliases"]:
        add_alias(connection, owner, name, origin, reason)
    _take_back(connection, told["apart"], told["person"])


def _undo_split(connection: sqlite3.Connection, told: dict[str, Any]) -> None:
    connection.execute("DELETE FROM assignments WHERE person = ?", (told["apart"],))
    _take_back(connection, told["apart"], told["person"])


def _take_back(connection: sqlite3.Connection, apart: int, person: int) -> None:
    """Give the clippings of a person that was set apart back to where they came from."""
    for (name,) in connection.execute(
        "SELECT DISTINCT name FROM appearances WHERE person = ?", (apart,)
    ).fetchall():
        if not connection.execute(_ALIASES_OF_NAME, (person, folded(name))).fetchone():
            add_alias(connection, person, name, "text", "split taken back by the user")
    connection.execute("UPDATE appearances SET person = ? WHERE person = ?", (person, apart))
    connection.execute("DELETE FROM people WHERE id = ?", (apart,))
    recount_titles(connection, [person])


def _undo_not_a_person(connection: sqlite3.Connection, told: dict[str, Any]) -> None:
    _set_person(connection, [*told["hidden"], *told["made"]], is_person=True)
    for who in told["hidden"]:
        _drop_user_name(connection, {"person": who, "alias": told["alias"]})
    for who in told["made"]:
        connection.execute("UPDATE people SET origin = 'text' WHERE id = ?", (who,))
        connection.execute("UPDATE aliases SET origin = 'text' WHERE person = ?", (who,))


_UNDO = {
    "merge": _undo_merge,
    "rename": _undo_rename,
    "add name": _undo_add_name,
    "remove name": _undo_remove_name,
    "split": _undo_split,
    "not a person": _undo_not_a_person,
}
