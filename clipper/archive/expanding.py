"""A query tree -> the same tree with other spellings and meanings of its acronyms, and what was added.

``ISR`` also finds intelligence, surveillance and reconnaissance, and the other way round. Meanings come from
the texts of the archive itself and from clipper's own small list; typed in small letters, from the list only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from clipper.acronyms import (
    IN_CAPITALS,
    long_key,
    long_spellings,
    shipped_long,
    shipped_shorts,
    short_key,
    spellings,
)
from clipper.query import And, Near, Not, Or, Phrase, Record, Word, any_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from clipper.query import Node

MOST_MEANINGS = 3
LONGEST = 10

# Acronyms that are ordinary words when they are not in capitals.
_ORDINARY = frozenset(
    [
        "aid",
        "arm",
        "cap",
        "coin",
        "inf",
        "it",
        "mod",
        "plan",
        "salt",
        "sam",
        "sofa",
        "star",
        "start",
        "us",
        "who",
    ]
)
_LONG_OF_SHORT = """
SELECT min(long) FROM acronyms WHERE short_folded = ?
GROUP BY long_folded ORDER BY count(*) DESC, long_folded LIMIT 9"""
_SHORT_OF_LONG = """
SELECT min(short) FROM acronyms WHERE long_folded = ?
GROUP BY short_folded ORDER BY count(*) DESC, short_folded LIMIT 9"""


class Expansion(Record):
    """What was typed and what was searched besides."""

    typed: str
    also: tuple[str, ...]


class Expander:
    """Widens trees with the acronyms one archive knows; ``made`` collects what it added."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.made: list[Expansion] = []

    def widened(self, node: Node) -> Node:
        """The tree with alternatives beside each acronym and long form."""
        if isinstance(node, And):
            return And(tuple(self._sequence(node.parts)))
        if isinstance(node, Or):
            return any_of([self.widened(part) for part in node.parts]) if node.parts else node
        if isinstance(node, Not):
            return Not(self.widened(node.part))
        if isinstance(node, Word) and not node.prefix:
            return self._word(node)
        return self._phrase(node) if isinstance(node, Phrase) else node

    def _word(self, word: Word) -> Node:
        if word.text.casefold() in IN_CAPITALS and word.text.isupper():
            word = word.but(capitals=True)
        others = [_spelled(word, spelling) for spelling in spellings(word.text)]
        meanings = self._meanings(word.text)
        self._note(word.text, meanings)
        return any_of([word, *others, *(_near(meaning, word.in_title) for meaning in meanings)])

    def _phrase(self, phrase: Phrase) -> Node:
        shorts = self._shorts(phrase.text)
        self._note(phrase.text, shorts)
        return any_of([phrase, *(Word(short, in_title=phrase.in_title) for short in shorts)])

    def _sequence(self, parts: Sequence[Node]) -> list[Node]:
        """The parts of an AND, with runs of words that are a long form taken together."""
        done: list[Node] = []
        at = 0
        while at < len(parts):
            length, shorts = self._long_form_at(parts, at)
            if shorts:
                run = parts[at : at + length]
                self._note(" ".join(part.text for part in run if isinstance(part, Word)), shorts)
                done.append(any_of([And(tuple(run)), *map(Word, shorts)]))
            else:
                done.append(self.widened(parts[at]))
            at += length
        return done

    def _long_form_at(self, parts: Sequence[Node], at: int) -> tuple[int, tuple[str, ...]]:
        """Length and acronyms of the longest long form that begins at a part; (1, ()) if there is none."""
        run: list[str] = []
        for part in parts[at : at + LONGEST]:
            if not isinstance(part, Word) or part.prefix or part.in_title:
                break
            run.append(part.text)
        for length in range(len(run), 1, -1):
            shorts = self._shorts(" ".join(run[:length]))
            if shorts:
                return length, shorts
        return 1, ()

    def _meanings(self, typed: str) -> tuple[str, ...]:
        key = short_key(typed)
        in_capitals = typed.upper() == typed
        if len(key) < 2 or key.isdigit() or (key in _ORDINARY and not in_capitals):
            return ()
        found = list(shipped_long(typed))
        if in_capitals:
            found += [long for (long,) in self.connection.execute(_LONG_OF_SHORT, (key,))]
        return tuple({long_key(long): long for long in reversed(found)}.values())[::-1][:MOST_MEANINGS]

    def _shorts(self, typed: str) -> tuple[str, ...]:
        key = long_key(typed)
        if " " not in key:
            return ()
        found = list(shipped_shorts().get(key, ()))
        found += [short for (short,) in self.connection.execute(_SHORT_OF_LONG, (key,))]
        return tuple({short_key(short): short for short in reversed(found)}.values())[::-1][:MOST_MEANINGS]

    def _note(self, typed: str, also: tuple[str, ...]) -> None:
        expansion = Expansion(typed, also)
        if also and expansion not in self.made:
            self.made.append(expansion)


def _spelled(word: Word, spelling: str) -> Word:
    return Word(spelling, in_title=word.in_title, capitals=spelling.casefold() in IN_CAPITALS)


def _near(long: str, in_title: bool) -> Node:
    return any_of([_near_words(words, len(long.split()), in_title) for words in long_spellings(long)])


def _near_words(words: tuple[str, ...], length: int, in_title: bool) -> Node:
    if len(words) == 1:
        return Word(words[0], in_title=in_title)
    return Near(words, max(2, length - len(words) + 2), in_title)
