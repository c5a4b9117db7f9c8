"""A word or phrase -> which lists hold it: forenames, surnames, places, groups, things; each is read once.

Where the lists come from and under which licence: lists/ATTRIBUTION.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from functools import cache
from typing import Any
from zlib import adler32, crc32

from clipper.people.files import contents, packed, unpacked
from clipper.people.memory import remembered

# The prime by which Adler-32 sums are divided for a second sum of twelve bits.
_CHECKS = 4093
# What the four bits below a word's second sum say, from the lowest (see marked).
MARKS = "FSKG"
_SHOWN = ["".join([mark for k, mark in enumerate(MARKS) if bits >> k & 1]) for bits in range(16)]

_counted: list[str] = []


@remembered(limit=30_000)
def marks(lower: str) -> str:
    """The marks of the lists that hold a lower-case word, in this order: F for forenames, S for surnames,
    K for one-word names of countries, regions and large cities, G for those of outlets, makers, movements
    and peoples."""
    return _names().marks(lower)


class _Marked(Container[str]):
    """The words that have one mark."""

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


class Listed:
    """Words with the marks of the lists that hold them, as `marked` writes them."""

    def __init__(self, table: bytes) -> None:
        self._table = _Table(table)

    def marks(self, word: str) -> str:
        """The marks of a word, in the order of MARKS."""
        letters = word.encode()
        for both in self._table.beside(crc32(letters)):
            if both >> 4 == adler32(letters) % _CHECKS:  # as `sums`, made only where it is asked for
                return _SHOWN[both & 0xF]
        return ""


class Hashed(Container[str]):
    """A list of phrases of which only two sums each are kept, in a third of the phrases' size; one strange
    phrase in millions is taken for one of them."""

    def __init__(self, table: bytes) -> None:
        self._table = _Table(table)

    def __contains__(self, phrase: Any) -> bool:
        key, check = sums(phrase)
        return check in self._table.beside(key)


class _Table:
    """Of many words the hashes, and a number that goes with each, as `_table` writes them.

    Kept by the first bits of the hash, so that to seek one takes two steps and no search through all.
    """

    def __init__(self, table: bytes) -> None:
        bits, count = table[0], int.from_bytes(table[1:4], "little")
        places = 4 + 4 * ((1 << bits) + 1)
        rests = places + 2 * count
        self._shift = 32 - bits
        self._places = unpacked(table[4:places])
        self._rests, self._beside = unpacked(table[places:rests], "H"), unpacked(table[rests:], "H")

    def beside(self, key: int) -> Sequence[int]:
        """The numbers that go with a hash: for most none, rarely more than one."""
        first, rest = key >> self._shift, key & 0xFFFF
        start = self._places[first]
        rests = self._rests[start : self._places[first + 1]]
        if rest not in rests:
            return ()
        start += rests.index(rest)
        return self._beside[start : start + rests.count(rest)]


def sums(name: str) -> tuple[int, int]:
    """What is kept of a word or phrase: its CRC-32 sum, and twelve bits made of its Adler-32 sum, which
    differ for most that share the first."""
    letters = name.encode()
    return crc32(letters), adler32(letters) % _CHECKS


def hashed(phrases: Iterable[str]) -> bytes:
    """What `Hashed` reads: the first sums, and with each the second."""
    return _table(set(map(sums, phrases)))


def marked(words: Mapping[str, Iterable[str]]) -> bytes:
    """What `Listed` reads, of the words of each mark: their first sums, and with each the second, below which
    four bits are its marks. One strange word in millions is taken for one of them."""
    bits: defaultdict[tuple[int, int], int] = defaultdict(int)
    for k, mark in enumerate(MARKS):
        for word in words[mark]:
            key, check = sums(word)
            bits[key, check << 4] |= 1 << k
    return _table((key, check | shown) for (key, check), shown in bits.items())


def _table(rows: Iterable[tuple[int, int]]) -> bytes:
    """What `_Table` reads, of hashes and numbers: by how many of their first bits the hashes lie together,
    and how many there are; where those of each such beginning start; the last 16 bits of each; the numbers.
    Two to four share a beginning. Bits between, if any, are left out."""
    found = list(rows)
    bits = min(16, max(len(found).bit_length() - 2, 1))
    kept = sorted((key >> (32 - bits), key & 0xFFFF, beside) for key, beside in found)
    firsts, rests, besides = zip(*kept, strict=True)
    places = [bisect_left(firsts, first) for first in range((1 << bits) + 1)]
    head = bytes([bits]) + len(kept).to_bytes(3, "little")
    return head + packed(places) + packed(rests, "H") + packed(besides, "H")


@cache
def _names() -> Listed:
    """The names by their hashes: a set of 200,000 words is slow to load, and a text slow to search."""
    return Listed(contents("lists", "names.hashes"))
