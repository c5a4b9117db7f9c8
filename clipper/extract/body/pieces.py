"""tree -> pieces: every stretch of text of a page that stands on a line of its own, with where it stands.

The walk is a loop, not a recursion: a page nested ten thousand deep costs what its length costs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from clipper.extract.body.marks import CHROME, SECTION, marks_of

Element = Any

INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark meter o-p q ruby rb rp rt "
    "s samp small span strike strong sub sup time tt u var wbr".split()
)
# What never carries a sentence of a story, or not in a form that can be read.
DEAF = frozenset(
    "script style svg noscript template iframe link meta head select option datalist button input textarea "
    "object embed applet video audio canvas map area math source track param dialog progress".split()
)
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_UNSEEN = re.compile(r"sr-only|screen-?reader|visually-?hidden|assistive-text|a11y-text", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…。！？:;]['\"”’»“)]*$")


@dataclass(slots=True)
class Piece:
    """One line of a page's text.

    ``home`` is the block element that holds the text, ``marks`` the union of what its ancestors' names
    say about it, ``linked`` the number of its characters that are link text, ``scope`` the number of the
    <article> it stands in (0 for none), ``letter`` what it is (p h q l t e, as in ``Article.layout``).
    """

    number: int
    text: str
    home: Element
    tag: str
    letter: str
    marks: int
    linked: int
    emphasised: int
    scope: int
    deep: int
    chosen: bool = False
    why: str = ""
    squashed: str = field(default="", repr=False)

    @property
    def link_share(self) -> float:
        """Share of the characters that are links."""
        return self.linked / len(self.text)


@dataclass(slots=True)
class _Place:
    tag: str
    marks: int
    scope: int
    letter: str


class _Walk:
    """One pass over the tree; holds the line being read and the places it is nested in."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.places: list[_Place] = [_Place("", 0, 0, "p")]
        self.homes: list[Element] = [None]
        self.buffer: list[str] = []
        self.linked = self.emphasised = self.links = self.strong = self.scopes = 0

    def say(self, text: str | None) -> None:
        if not text:
            return
        self.buffer.append(text)
        if self.links:
            self.linked += len(text.strip())
        if self.strong:
            self.emphasised += len(text.strip())

    def flush(self) -> None:
        if not self.buffer:
            return
        text = " ".join("".join(self.buffer).replace("\u00ad", "").replace("\u200b", "").split())
        if text:
            place = self.places[-1]
            self.pieces.append(
                Piece(len(self.pieces), text, self.homes[-1], place.tag, place.letter, place.marks,
                      min(self.linked, len(text)), min(self.emphasised, len(text)), place.scope, len(self.places))
            )  # fmt: skip
        self.buffer.clear()
        self.linked = self.emphasised = 0

    def enter(self, element: Element, tag: str) -> None:
        self.flush()
        outer = self.places[-1]
        scope = outer.scope
        if tag == "article":
            self.scopes += 1
            scope = self.scopes
        marks = outer.marks | marks_of(element, tag)
        self.places.append(_Place(tag, marks, scope, _letter(tag, outer.letter)))
        self.homes.append(element)

    def leave(self) -> None:
        self.flush()
        self.places.pop()
        self.homes.pop()

    def broken(self) -> None:
        """A <br>: two in a row, or one after a full stop, end the line."""
        said = "".join(self.buffer).rstrip(" \t\r\f")
        if said.endswith("\n") or _SENTENCE_END.search(said):
            self.flush()
        else:
            self.buffer.append("\n")


def _letter(tag: str, outer: str) -> str:
    if tag in HEADINGS:
        return "h"
    if tag == "blockquote":
        return "q"
    if tag in ("li", "dd", "dt"):
        return "l"
    if tag in ("td", "th"):
        return "t"
    return outer if outer != "h" else "p"


def pieces_of(root: Element) -> list[Piece]:
    """All lines of text below ``root`` in reading order, chrome included; never raises on depth."""
    walk = _Walk()
    steps = etree.iterwalk(root, events=("start", "end"))
    for event, element in steps:
        tag = element.tag
        if event == "start":
            _start(walk, steps, element, tag)
        else:
            _end(walk, element, tag)
    walk.flush()
    return walk.pieces


def _start(walk: _Walk, steps: Any, element: Element, tag: str) -> None:
    if tag in DEAF:
        steps.skip_subtree()
    elif tag in INLINE:
        if tag == "span" and _UNSEEN.search(element.get("class") or ""):
            steps.skip_subtree()
            return
        walk.links += tag == "a"
        walk.strong += tag in ("b", "strong", "em", "i")
        walk.say(element.text)
    elif tag == "br":
        walk.broken()
    else:
        walk.enter(element, tag)
        walk.say(element.text)


def _end(walk: _Walk, element: Element, tag: str) -> None:
    if tag in INLINE:
        if not (tag == "span" and _UNSEEN.search(element.get("class") or "")):
            walk.links -= tag == "a"
            walk.strong -= tag in ("b", "strong", "em", "i")
    elif tag not in DEAF and tag != "br":
        walk.leave()
    walk.say(element.tail)


__all__ = ["CHROME", "SECTION", "Piece", "pieces_of"]
