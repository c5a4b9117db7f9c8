"""A word or phrase -> which lists hold it: forenames, surnames, places, groups, things; each is read once.

Where the lists come from and under which licence: lists/ATTRIBUTION.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable
from functools import cache
from typing import Any
from zlib import adler32, crc32

from clipper.people.files import contents, packed, unpacked
from clipper.people.memory import remembered

# How many letters those on one line of a packed list share (see _lines), and what stands for no more letters.
# No word has this sign or one of those below.
HEAD, WHOLE = 3, "!"
# In names.txt, on each line, forenames come first; then BOTH stands before what is also a surname, and SECOND
# before what is only that. After KINDS follow, with the same signs, names of places and those of groups.
BOTH, SECOND, KINDS = "+", "*", "="
_BOTH, _SECOND, _KINDS = BOTH.encode(), SECOND.encode(), KINDS.encode()

_counted: list[str] = []


@remembered(limit=30_000)
def marks(lower: str) -> str:
    """The marks of the lists that hold a lower-case word, in this order: F for forenames, S for surnames,
    K for one-word names of countries, regions and large cities, G for those of outlets, makers, movements
    and peoples."""
    line, rest = _sharing(lower[:HEAD]), f",{lower[HEAD:] or WHOLE},".encode()
    place = line.find(rest)
    if place < 0:
        return ""
    kinds = line.find(_KINDS)
    if kinds < 0:
        return _marks(line, 0, place, "FS")
    if place > kinds:
        return _marks(line, kinds, place, "KG")
    other = line.find(rest, kinds)
    return _marks(line, 0, place, "FS") + (_marks(line, kinds, other, "KG") if other > 0 else "")


def _marks(line: bytes, start: int, place: int, both: str) -> str:
    """The marks of what stands at ``place`` of a line, in its part that begins at ``start``."""
    if line.find(_SECOND, start, place + 1) >= 0:
        return both[1]
    return both if line.find(_BOTH, start, place + 1) >= 0 else both[0]


class _Marked(Container[str]):
    """The words that names.txt gives one mark."""

    def __init__(self, mark: str) -> None:
        self._mark = mark

    def __contains__(self, lower: Any) -> bool:
        return self._mark in marks(lower)


_FORENAMES, _PLACES, _GROUPS = map(_Marked, "FKG")


def forenames() -> Container[str]:
    """Known forenames in lower case."""
    return _FORENAMES


def places() -> Container[str]:
    """One-word names of countries, regions and large cities in lower case."""
    return _PLACES


def groups() -> Container[str]:
    """One-word names of outlets, makers, movements and peoples in lower case."""
    return _GROUPS


def is_surname(lower: str) -> bool:
    """Whether a lower-case word is a known surname."""
    return "S" in marks(lower)


@cache
def common() -> frozenset[str]:
    """Words that English text mostly writes small, as counted in the training text."""
    return frozenset(_counted or contents("model", "common.txt").decode().split())


def set_common(words: Iterable[str]) -> None:
    """Use these words in place of the model's, while another model is trained."""
    _counted[:] = words
    common.cache_clear()


@cache
def phrases() -> Container[str]:
    """Names of several words that are places' and things', in lower case."""
    return Hashed(contents("lists", "phrases.hashes"))


class Hashed(Container[str]):
    """A list of phrases of which only two sums each are kept, in five bytes: a third of the phrases' size,
    and one strange phrase in twenty million is taken for one of them."""

    def __init__(self, table: bytes) -> None:
        count = len(table) // 5
        self._hashes, self._checks = unpacked(table[: 4 * count]), table[4 * count :]
        self._hashes.append(0xFFFFFFFF)  # so that something stands wherever a hash is sought

    def __contains__(self, phrase: Any) -> bool:
        key, check = sums(phrase)
        at = bisect_left(self._hashes, key)
        return self._hashes[at] == key and check in self._checks[at : bisect_right(self._hashes, key, at)]


def sums(phrase: str) -> tuple[int, int]:
    """What is kept of a phrase: its CRC-32 sum, and the lowest byte of its Adler-32 sum, which differs for
    most phrases that share the first."""
    letters = phrase.encode()
    return crc32(letters), adler32(letters) & 0xFF


def hashed(phrases: Iterable[str]) -> bytes:
    """What `Hashed` reads: the first sums in their order, four bytes each, then the second ones."""
    kept = sorted(set(map(sums, phrases)))
    return packed([key for key, _ in kept]) + bytes([check for _, check in kept])


@cache
def _lines() -> list[bytes]:
    """The list of words: each line holds the first letters that some share and, after commas, the rest of
    each (a set of 200,000 words is slow to load)."""
    return contents("lists", "names.txt").splitlines()


@remembered(limit=10_000)
def _sharing(head: str) -> bytes:
    """The line of what begins with a head and a comma after it, nothing if there is none."""
    start, lines = head.encode() + b",", _lines()
    at = bisect_left(lines, start)
    return lines[at] + b"," if at < len(lines) and lines[at].startswith(start) else b""
