"""tree -> pieces: every stretch of text that stands on a line of its own, and where on the page it stands.

The walk is a loop, not a recursion: a page nested ten thousand deep costs what its length costs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from lxml import etree

from clipper.extract.body.marks import Marks
from clipper.patterns import pattern

Element = Any

_INLINE = """
a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q ruby rb rp rt rtc s samp
small span strike strong sub sup time tt u var wbr
"""
INLINE = frozenset(_INLINE.split())
# What never carries a sentence of a story, or not in a form that can be read.
_DEAF = """
script style svg noscript template iframe link meta head select option datalist button input textarea object
embed applet video audio canvas map area math source track param dialog progress nav
"""
DEAF = frozenset(_DEAF.split())
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
# Below this depth blocks are lines but no places of their own; and after so many elements no page is read on.
DEEPEST = 150
MOST_ELEMENTS = 60_000
# A longer cell holds paragraphs.
LONGEST_CELL = 300
_LETTERS = {"blockquote": "q", "li": "l", "dd": "l", "dt": "l", "tr": "t", "td": "p", "th": "p"}
_MAYBE_UNREAD = frozenset(("span", "rt"))
_MARKING = frozenset(("a", "b", "strong", "em", "i"))
_STRONG = frozenset(("b", "strong", "em", "i"))
_UNSEEN = pattern(r"sr-only|screen-?reader|visually-?hidden|assistive-text|a11y-text", re.IGNORECASE)
_NEW_WINDOW = pattern(
    r"(?i)(?:link )?(?:opens|öffnet|s['’]ouvre|se abre|si apre|abre)\b.{0,16}"
    r"\b(?:tab|window|fenster|fenêtre|onglet|ventana|pestaña|finestra|scheda|janela|aba)"
)
_SENTENCE_END = pattern(r"[.!?…。！？:;]['\"”’»“)]*$")
_INVISIBLE = str.maketrans("", "", "\u00ad\u200b\ufeff\u2060")


class Place:
    """A block element on the path from the root to a piece.

    ``scope`` is the number of the innermost <article> (0 outside of any), ``letter`` that of the lines in it.
    """

    __slots__ = ("_marks", "_reader", "depth", "element", "letter", "scope", "tag", "up")

    def __init__(
        self, element: Element, tag: str, up: Place | None, reader: Marks, letter: str, scope: int
    ) -> None:
        self.element, self.tag, self.up, self.letter, self.scope = element, tag, up, letter, scope
        self.depth: int = up.depth + 1 if up else 0
        self._reader, self._marks = reader, -1

    @property
    def marks(self) -> int:
        """What its own names say (see `marks`); read when first asked for, as few places ever are."""
        if self._marks < 0:
            self._marks = self._reader.of(self.element, self.tag) if self.element is not None else 0
        return self._marks

    def path(self) -> Iterator[Place]:
        """This place and those around it, innermost first."""
        place: Place | None = self
        while place is not None:
            yield place
            place = place.up


@dataclass(slots=True, eq=False)
class Piece:
    """One line of a page's text, at ``place``.

    ``linked`` and ``strong`` count its characters that are link text or emphasised.
    """

    number: int
    text: str
    place: Place
    linked: int
    strong: int

    @property
    def link_share(self) -> float:
        """Share of the characters that are links, 0 to 1."""
        return min(1.0, self.linked / len(self.text))


class _Walk:
    """One pass over the tree: the line being read and the places it is nested in."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.place = Place(None, "", None, Marks(), "p", 0)
        self.buffer: list[str] = []
        self.linked = self.emphasised = self.links = self.strong = self.scopes = self.below = 0

    def say(self, text: str) -> None:
        self.buffer.append(text)
        if self.links or self.strong:
            size = len(text.strip())
            self.linked += size if self.links else 0
            self.emphasised += size if self.strong else 0

    def flush(self) -> None:
        if not self.buffer:
            return
        text = " ".join("".join(self.buffer).split())
        if text and not text.isascii():
            text = text.translate(_INVISIBLE)
        if text:
            self.pieces.append(Piece(len(self.pieces), text, self.place, self.linked, self.emphasised))
        self.buffer.clear()
        self.linked = self.emphasised = 0

    def enter(self, element: Element, tag: str) -> None:
        self.flush()
        outer = self.place
        letter = (
            "h" if tag in HEADINGS else _LETTERS.get(tag) or ("p" if outer.letter == "h" else outer.letter)
        )
        scope = outer.scope
        if tag == "article":
            self.scopes += 1
            scope = self.scopes
        if outer.depth >= DEEPEST:
            self.below += 1
            return
        self.place = Place(element, tag, outer, outer._reader, letter, scope)

    def leave(self) -> None:
        self.flush()
        if self.below:
            self.below -= 1
        else:
            self.place = self.place.up or self.place

    def broken(self) -> None:
        """A <br>: two in a row, or one after a full stop, end the line."""
        said = "".join(self.buffer).rstrip(" \t\r\f\u00a0")
        if said.endswith("\n") or _SENTENCE_END.search(said[-4:]):
            self.flush()
        else:
            self.buffer.append("\n")


def pieces_of(root: Element) -> list[Piece]:
    """All lines of text below ``root`` in reading order, chrome included, of `MOST_ELEMENTS` at most."""
    walk = _Walk()
    steps = etree.iterwalk(root, events=("start", "end"))
    cells: list[Element] = []
    for event, element in islice(steps, 2 * MOST_ELEMENTS):
        tag = element.tag
        if tag in DEAF or (tag in _MAYBE_UNREAD and _is_unread(element, tag)):
            if event == "start":
                steps.skip_subtree()
                continue
        elif event == "start":
            if tag not in INLINE:
                _start(walk, element, tag, cells)
            elif tag in _MARKING:
                walk.links += tag == "a"
                walk.strong += tag in _STRONG
            if element.text:
                walk.say(element.text)
            continue
        elif tag not in INLINE:
            _end(walk, element, tag, cells)
        elif tag in _MARKING:
            walk.links -= tag == "a"
            walk.strong -= tag in _STRONG
        if element.tail:
            walk.say(element.tail)
    walk.flush()
    return walk.pieces


def _start(walk: _Walk, element: Element, tag: str, cells: list[Element]) -> None:
    if tag == "br":
        walk.broken()
    elif tag in ("td", "th") and walk.place.tag == "tr" and _is_plain_cell(element):
        cells.append(element)
        if any(map(str.strip, walk.buffer)):
            walk.buffer.append(" | ")
    else:
        walk.enter(element, tag)


def _end(walk: _Walk, element: Element, tag: str, cells: list[Element]) -> None:
    if cells and cells[-1] is element:
        cells.pop()
    elif tag != "br":
        walk.leave()


def _is_unread(element: Element, tag: str) -> bool:
    if tag == "span":
        return _is_unseen(element)
    # Without <rp> nothing tells the reading from the word; with it, it stands in brackets.
    return tag == "rt" and (element.getprevious() is None or element.getprevious().tag != "rp")


def _is_unseen(span: Element) -> bool:
    """Words for screen readers, by class, or by what they say at the end of a link."""
    names = span.get("class")
    if names and _UNSEEN.search(names):
        return True
    text = span.text
    return (
        bool(text) and len(text) < 40 and len(span) == 0 and bool(_NEW_WINDOW.fullmatch(text.strip(" ,()[]")))
    )


def _is_plain_cell(cell: Element) -> bool:
    """A cell of a table of data; one that holds blocks or much text is a part of an old page's layout."""
    if not all(child.tag in INLINE or child.tag == "br" for child in cell):
        return False
    return sum(map(len, cell.itertext())) <= LONGEST_CELL
