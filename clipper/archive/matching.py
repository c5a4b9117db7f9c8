"""A query tree -> what SQLite understands: an FTS5 expression, SQL conditions, or both.

Words go into the index's own language, always quoted; filters become index tokens (facets) where a token says
exactly the same, and conditions otherwise. Values are bound, never written into a statement.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from clipper.archive import lookup
from clipper.archive.facets import capitals_facet
from clipper.archive.words import EAST_ASIAN, normalized, pairs_of_run, storable
from clipper.query import (
    And,
    AuthorIs,
    Dates,
    LanguageIs,
    Near,
    Not,
    Or,
    PersonIs,
    Phrase,
    Record,
    SourceIs,
    Word,
)

if TYPE_CHECKING:
    import sqlite3

    from clipper.query import Node

TEXT_COLUMNS = "{title text captions authors}"
NEVER = "0"
_IN_INDEX = "clippings.id IN (SELECT rowid FROM search WHERE search MATCH ?)"
_MOST_MONTHS = 24


class Plan(Record):
    """How to run a search: ``match`` for the index ("" for none), and conditions with their values.

    ``has_words`` says that hits can be ranked: filters alone leave nothing to rank by.
    """

    match: str
    has_words: bool
    conditions: tuple[str, ...]
    values: tuple[object, ...]


class Condition(Record):
    """A piece of a WHERE clause over ``clippings`` and the values it binds."""

    sql: str
    values: tuple[object, ...] = ()


def plan(connection: sqlite3.Connection, root: Node) -> Plan:
    """Divide a tree between the index and SQL conditions.

    Filters without words are conditions only: tables have indexes by source, date and person that end early.
    """
    parts = root.parts if isinstance(root, And) else (root,)
    wanted = [part for part in parts if is_text(part)]
    if not wanted:
        return _plan("", False, [condition(connection, part) for part in parts])
    match = [expression(part) for part in wanted]
    conditions = [check for part in wanted for check in exact_checks(connection, part)]
    unwanted = []
    for part in parts:
        if isinstance(part, Not) and is_text(part.part) and not holds_phrase(part.part):
            unwanted.append(expression(part.part))
        elif not is_text(part):
            token, exact = facet(connection, part)
            match += [token] if token else []
            conditions += [] if exact else [condition(connection, part)]
    joined = " AND ".join(match)
    return _plan(f"({joined}) NOT ({' OR '.join(unwanted)})" if unwanted else joined, True, conditions)


def _plan(match: str, has_words: bool, conditions: list[Condition]) -> Plan:
    values = tuple(value for condition in conditions for value in condition.values)
    return Plan(match, has_words, tuple(condition.sql for condition in conditions), values)


def is_text(node: Node) -> bool:
    """Whether the index alone can rank: words joined by AND and OR, with something positive in each AND."""
    if isinstance(node, And):
        negative = [part.part for part in node.parts if isinstance(part, Not)]
        positive = [part for part in node.parts if not isinstance(part, Not)]
        # A phrase is matched by its stems, which are too many words to leave out.
        without = all(is_text(part) and not holds_phrase(part) for part in negative)
        return bool(positive) and all(map(is_text, positive)) and without
    if isinstance(node, Or):
        return bool(node.parts) and all(map(is_text, node.parts))
    return isinstance(node, Word | Phrase | Near)


def expression(node: Node) -> str:
    """The FTS5 expression of a tree for which ``is_text`` holds."""
    if isinstance(node, And):
        wanted = " AND ".join(expression(part) for part in node.parts if not isinstance(part, Not))
        unwanted = " OR ".join(expression(part.part) for part in node.parts if isinstance(part, Not))
        return f"(({wanted}) NOT ({unwanted}))" if unwanted else f"({wanted})"
    if isinstance(node, Or):
        return f"({' OR '.join(expression(part) for part in node.parts)})"
    return _leaf(node)


def _leaf(node: Node) -> str:
    if isinstance(node, Near):
        text = f"NEAR({' '.join(quoted(word) for word in node.words)}, {node.distance})"
    elif isinstance(node, Word | Phrase):
        runs = [] if node.text.isascii() else EAST_ASIAN.findall(normalized(node.text))
        if runs:
            return _east_asian(node, runs)
        text = quoted(node.text)
    else:
        raise AssertionError(f"{type(node).__name__} is no text")
    if isinstance(node, Word) and node.capitals:
        column = "title : " if node.in_title else ""
        return f"({column}{text} AND facets : {quoted(capitals_facet(node.text))})"
    if isinstance(node, Word) and node.prefix:
        # A prefix could begin a facet token; whole words cannot be mistaken for one.
        return f"{'title' if node.in_title else TEXT_COLUMNS} : {text} *"
    return f"title : {text}" if node.in_title else text


def _east_asian(node: Word | Phrase, runs: list[str]) -> str:
    """Words of a script without spaces, by their pairs of letters; other letters beside them as words."""
    wanted = [f"letter_pairs : {quoted(pairs_of_run(run))}{' *' if len(run) == 1 else ''}" for run in runs]
    others = EAST_ASIAN.sub(" ", normalized(node.text))
    if any(map(str.isalnum, others)):
        wanted.append(quoted(others))
    column = "title : " if node.in_title else ""
    return f"({column}{quoted(node.text)} OR ({' AND '.join(wanted)}))"


def quoted(text: str) -> str:
    """Text as one FTS5 string: whatever it holds, it is words and no operator."""
    return '"' + storable(text).replace('"', " ") + '"'


def facet(connection: sqlite3.Connection, node: Node) -> tuple[str, bool]:
    """The index token(s) that a filter implies ("" for none) and whether they say exactly the same."""
    tokens: list[str] = []
    exact = False
    if isinstance(node, SourceIs):
        tokens, exact = lookup.source_tokens(connection, node.value), True
    elif isinstance(node, PersonIs):
        tokens, exact = lookup.person_tokens(connection, node.value)
        exact = exact and not node.major
    elif isinstance(node, Dates):
        tokens, exact = lookup.month_tokens(node.first, node.last, most=_MOST_MONTHS)
    if not tokens:
        return "", False
    return f"facets : ({' OR '.join(quoted(token) for token in tokens)})", exact


def condition(connection: sqlite3.Connection, node: Node) -> Condition:
    """Any tree as a condition over ``clippings``."""
    if isinstance(node, And | Or):
        return _joined(connection, node)
    if isinstance(node, Not):
        inner = condition(connection, node.part)
        return Condition(f"NOT coalesce({inner.sql}, 0)", inner.values)
    if isinstance(node, Word | Phrase | Near):
        return _text_condition(connection, node)
    return _filter_condition(connection, node)


def _joined(connection: sqlite3.Connection, node: And | Or) -> Condition:
    if not node.parts:
        return Condition("1" if isinstance(node, And) else NEVER)
    inner = [condition(connection, part) for part in node.parts]
    joint = " AND " if isinstance(node, And) else " OR "
    values = tuple(value for part in inner for value in part.values)
    return Condition("(" + joint.join(part.sql for part in inner) + ")", values)


def _text_condition(connection: sqlite3.Connection, node: Word | Phrase | Near) -> Condition:
    checks = exact_checks(connection, node)
    sql = " AND ".join([_IN_INDEX, *(check.sql for check in checks)])
    return Condition(f"({sql})", (expression(node), *(value for check in checks for value in check.values)))


def _filter_condition(
    connection: sqlite3.Connection, node: SourceIs | PersonIs | AuthorIs | LanguageIs | Dates
) -> Condition:
    if isinstance(node, SourceIs):
        return _one_of("clippings.source", lookup.source_ids(connection, node.value))
    if isinstance(node, PersonIs):
        return _person_condition(connection, node)
    if isinstance(node, AuthorIs):
        return _author_condition(node)
    if isinstance(node, LanguageIs):
        code = storable(node.value).casefold()
        return Condition(
            "(lower(clippings.language) = ? OR substr(lower(clippings.language), 1, ?) = ?)",
            (code, len(code) + 1, code + "-"),
        )
    return _date_condition(node)


def _person_condition(connection: sqlite3.Connection, node: PersonIs) -> Condition:
    """For few clippings, those that name the person; for many, a look into each: the newest come soon."""
    people = lookup.person_ids(connection, node.value)
    major = " AND major" if node.major else ""
    wanted = _one_of("person", people)
    if lookup.appear_often(connection, people, major):
        # The plus keeps SQLite from asking the index by person once for each of them.
        each = f"SELECT 1 FROM appearances WHERE clipping = clippings.id AND +{wanted.sql}{major}"
        return Condition(f"EXISTS ({each})", wanted.values)
    return Condition(
        f"clippings.id IN (SELECT clipping FROM appearances WHERE {wanted.sql}{major})", wanted.values
    )


def _author_condition(node: AuthorIs) -> Condition:
    words = lookup.folded_words(node.value)
    each = " AND ".join("instr(' ' || name_folded || ' ', ?)" for _ in words) or NEVER
    return Condition(
        f"clippings.id IN (SELECT clipping FROM authors WHERE {each})", tuple(f" {word} " for word in words)
    )


def _date_condition(node: Dates) -> Condition:
    """The page's own day decides; the moment in UTC, at most a day off, lets the index end early."""
    conditions, values = [], []
    if node.first:
        conditions.append("clippings.day >= ? AND clippings.dated >= ?")
        values += [lookup.shortest(node.first), lookup.shortest(lookup.day_before(node.first))]
    if node.last:
        after = lookup.day_after(node.last)
        conditions.append("clippings.day < ? AND clippings.dated < ?")
        values += [lookup.shortest(after), lookup.day_after(after)]
    return Condition("(" + (" AND ".join(conditions) or "1") + ")", tuple(values))


def _one_of(column: str, ids: list[int]) -> Condition:
    return Condition(f"{column} IN ({', '.join('?' * len(ids))})", tuple(ids)) if ids else Condition(NEVER)


def holds_phrase(node: Node) -> bool:
    """Whether an exact phrase stands somewhere in a tree of text."""
    if isinstance(node, And | Or):
        return any(map(holds_phrase, node.parts))
    return holds_phrase(node.part) if isinstance(node, Not) else isinstance(node, Phrase)


def exact_checks(connection: sqlite3.Connection, node: Node) -> list[Condition]:
    """Conditions that hold phrases to the exact form typed (the index knows only stems)."""
    if isinstance(node, And):
        return [
            check
            for part in node.parts
            if not isinstance(part, Not)
            for check in exact_checks(connection, part)
        ]
    if isinstance(node, Phrase):
        columns = ", ".join(f"clippings.{name}" for name in _checked(node))
        return [Condition(f"holds_phrase(?, {columns})", (storable(node.text),))]
    return [condition(connection, node)] if holds_phrase(node) else []


def _checked(node: Phrase) -> tuple[str, ...]:
    return ("title",) if node.in_title else ("title", "text", "captions", "authors")
