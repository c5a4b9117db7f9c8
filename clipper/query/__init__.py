"""What a user types -> Query: a tree of words, phrases and filters, that knows nothing of SQL.

Words mean AND, ``OR`` is weaker, ``-`` negates a word, phrase, filter or group, ``*`` ends a prefix. What has
no meaning in this language is text: a lone quote or bracket, ``AND`` without neighbours, ``U.S.``, ``F-35``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from clipper.errors import QueryError
from clipper.patterns import pattern
from clipper.query.nodes import (
    EVERYTHING,
    NOTHING,
    And,
    AuthorIs,
    Dates,
    Filter,
    LanguageIs,
    Near,
    Node,
    Not,
    Or,
    PersonIs,
    Phrase,
    Query,
    Record,
    SourceIs,
    Word,
    all_of,
    any_of,
    is_everything,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

__all__ = [
    "EVERYTHING",
    "NOTHING",
    "And",
    "AuthorIs",
    "Dates",
    "Filter",
    "LanguageIs",
    "Near",
    "Node",
    "Not",
    "Or",
    "PersonIs",
    "Phrase",
    "Query",
    "Record",
    "SourceIs",
    "Word",
    "all_of",
    "any_of",
    "dates",
    "is_everything",
    "narrowed",
    "parse",
    "span",
]

MOST_WORDS = 200
DEEPEST_GROUP = 20

_TEXT_FIELDS = ("title", "source", "person", "author", "lang", "major")
_DATE_FIELDS = ("date", "since", "until", "on")
_TOKEN = pattern(
    rf"""\s*(?:
        (?P<open>-?(?:(?P<group>{"|".join(_TEXT_FIELDS + _DATE_FIELDS)}):)?\()
      | (?P<close>\))
      | (?P<minus>-?)(?:(?P<field>{"|".join(_TEXT_FIELDS + _DATE_FIELDS)}):(?=[^\s()]))?
        (?:"(?P<quoted>[^"]*)" | (?P<word>[^\s()"]+))
      | (?P<stray>["])
    )""",
    re.VERBOSE | re.IGNORECASE,
)


def parse(text: str, *, today: date) -> Query:
    """Understand a search as typed; ``today`` is what ``yesterday`` and ``2w`` count from.

    Raises QueryError for a date that is none, a search of more than 200 words, groups nested over 20 deep and
    brackets after a field other than ``title:``.
    """
    if text.isascii() and text.isalnum():
        return Query(Word(text), text)  # most searches are one word, and compiling the language costs 3 ms
    tokens = list(_TOKEN.finditer(_plain(text)))
    if len(tokens) > MOST_WORDS:
        raise QueryError(f"The search has {len(tokens)} words; {MOST_WORDS} are the most that make sense.")
    root = _Parser(tokens, today).alternatives(0)
    if is_everything(root) and text.strip():
        root = NOTHING  # signs only: no text holds them, and showing everything would be an odd answer
    return Query(root, text)


def _plain(text: str) -> str:
    """Typographic quotes as typewriter quotes; what no text holds as a space."""
    text = re.sub("[“”„«»＂]", '"', text)
    return re.sub("[\x00\ue000-\uf8ff\ud800-\udfff]", " ", text)


class _Parser:
    """Recursive descent over tokens; ``place`` is the next one."""

    def __init__(self, tokens: Sequence[re.Match[str]], today: date) -> None:
        self.tokens, self.today, self.place = tokens, today, 0
        self.in_title = False

    def alternatives(self, depth: int) -> Node:
        """``a b OR c``: groups of words parted by OR, up to the group's end."""
        groups: list[Node] = [self.sequence(depth)]
        while self._at_or():
            self.place += 1
            groups.append(self.sequence(depth))
        if self._at_close(depth):
            self.place += 1
        told = [group for group in groups if group != EVERYTHING]
        return any_of(told) if told else EVERYTHING

    def sequence(self, depth: int) -> Node:
        """Words, phrases, filters and groups that all must hold."""
        parts: list[Node] = []
        while self.place < len(self.tokens):
            if self._at_close(depth) or (parts and self._at_or()):
                break
            part = self._part(depth, bool(parts))
            if part != EVERYTHING:
                parts.append(part)
        return all_of(parts)

    def _part(self, depth: int, has_left: bool) -> Node:
        token = self.tokens[self.place]
        self.place += 1
        if token["open"]:
            if depth >= DEEPEST_GROUP:
                raise QueryError(f"The search nests groups more than {DEEPEST_GROUP} deep; write it flatter.")
            group = self._group(token, depth + 1)
            return Not(group) if token["open"][0] == "-" and group != EVERYTHING else group
        if token["word"] == "AND" and not token["minus"] and has_left and self._has_operand_next():
            return EVERYTHING
        leaf = self._leaf(token)
        return Not(leaf) if token["minus"] and leaf != EVERYTHING else leaf

    def _group(self, token: re.Match[str], depth: int) -> Node:
        """What stands in brackets; ``title:`` before them holds for each word in them."""
        field = (token["group"] or "").lower()
        if field not in ("", "title"):
            raise QueryError(
                f'{field}: takes one value, no brackets; write {field}:"one value" OR {field}:"another".'
            )
        around, self.in_title = self.in_title, self.in_title or field == "title"
        group = self.alternatives(depth)
        self.in_title = around
        return group

    def _leaf(self, token: re.Match[str]) -> Node:
        quoted, word = token["quoted"], token["word"]
        value = (quoted if quoted is not None else word) or ""
        field = (token["field"] or "").lower()
        if not any(char.isalnum() for char in value):
            return _word(field, self.in_title) if field else EVERYTHING
        if field in _DATE_FIELDS:
            return dates(field, value, today=self.today)
        if field and field != "title":
            return _filter(field, value)
        in_title = field == "title" or self.in_title
        return Phrase(value, in_title) if quoted is not None else _word(value, in_title)

    def _at_or(self) -> bool:
        """An OR that has something on its right; elsewhere the word is text."""
        if self.place >= len(self.tokens) or self.place == 0:
            return False
        token = self.tokens[self.place]
        is_or = token["word"] == "OR" and not token["minus"] and not token["field"]
        return is_or and self._has_operand(self.place + 1)

    def _has_operand_next(self) -> bool:
        return self._has_operand(self.place)

    def _has_operand(self, place: int) -> bool:
        return place < len(self.tokens) and not self.tokens[place]["close"]

    def _at_close(self, depth: int) -> bool:
        return depth > 0 and self.place < len(self.tokens) and bool(self.tokens[self.place]["close"])


def _word(text: str, in_title: bool = False) -> Word:
    bare = text.rstrip("*")
    return Word(bare, prefix=bare != text and bare[-1:].isalnum(), in_title=in_title)


def _filter(field: str, value: str) -> Node:
    value = _plain(value).replace('"', " ")
    if field in ("person", "major"):
        return PersonIs(value, major=field == "major")
    if field == "source":
        return SourceIs(value)
    if field == "author":
        return AuthorIs(value)
    from clipper.query.languages import code

    return LanguageIs(code(value))


def narrowed(
    query: Query,
    *,
    today: date,
    source: str | Sequence[str] = (),
    person: str | Sequence[str] = (),
    major: str | Sequence[str] = (),
    author: str | Sequence[str] = (),
    lang: str | Sequence[str] = (),
    since: str = "",
    until: str = "",
    on: str = "",
) -> Query:
    """The query with further filters that must hold too.

    Several sources or languages are alternatives (a clipping has one); several persons, majors and authors
    must all be there. Empty values narrow nothing. Raises QueryError for a date that is none.
    """
    parts: list[Node] = [query.root]
    for field, given in (("source", source), ("lang", lang)):
        if _values(given):
            parts.append(any_of([_filter(field, value) for value in _values(given)]))
    for field, given in (("person", person), ("major", major), ("author", author)):
        parts += [_filter(field, value) for value in _values(given)]
    for field, value in (("since", since), ("until", until), ("on", on)):
        if value:
            parts.append(dates(field, value, today=today))
    return Query(all_of(parts), query.typed)


def _values(given: str | Sequence[str]) -> list[str]:
    return [value for value in ([given] if isinstance(given, str) else given) if value.strip()]


def dates(field: str, value: str, *, today: date) -> Dates:
    """The days that ``since:``, ``until:``, ``on:`` or ``date:`` with this value covers.

    Raises QueryError when the value is no date or a span runs backwards.
    """
    if field == "since":
        return Dates(span(value, today=today)[0], "")
    if field == "until":
        return Dates("", span(value, today=today)[1])
    if field == "on" or ".." not in value:
        return Dates(*span(value, today=today))
    first, _, last = value.partition("..")
    days = Dates(span(first, today=today)[0] if first else "", span(last, today=today)[1] if last else "")
    if days.first and days.last and days.first > days.last:
        raise QueryError(f"The span {value} runs backwards: its first day is after its last.")
    return days


def span(value: str, *, today: date) -> tuple[str, str]:
    """First and last day of what a date may say: ``2013`` is a year, ``2w`` the day two weeks ago.

    Known are 2013, 2013-09, 2013-09-27, 3d, 2w, 6m, 1y, today, yesterday and this or last week, month, year.
    Raises QueryError for anything else.
    """
    from clipper.query import days

    return days.span(value, today=today)
