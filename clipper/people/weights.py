"""Features -> the weights that the model gives them: the table that training writes.

Trained by python-crfsuite (L-BFGS, L1 and L2 penalties) and kept as one byte a weight under the hash of the
feature (Weinberger et al. 2009, without their folding: the hashes are whole CRC-32 sums, so that one unknown
feature in 90,000 has another's weight).
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import repeat
from math import exp
from typing import Any
from zlib import crc32

from clipper.people.files import packed, unpacked

NEVER_SEEN = -6.0  # for one label after another that no training text shows

Pair = tuple[float, float]
# A feature, its weights for beginning and for inside a name: multiples of the table's scale, -127 to 127.
Row = tuple[str, int, int]

# Weights are stored as signed bytes; the table's numbers have this added, so that none is negative in its
# lowest byte. An unknown feature counts as just this, and from a sum of n features n times this is taken off.
UNKNOWN = 128
# Added to a sum, it makes what that holds for beginning a name, in the lowest two bytes, a number from 0 on,
# and leaves in the higher ones what it holds for inside.
MIDDLE = 0x8000
_BIASED = bytes((value + UNKNOWN) & 0xFF for value in range(256))
_SIGN = bytes(0xFF if value > 127 else 0 for value in range(256))
# How many features are sought in the table as it is in its file, before a dictionary of all is made of it,
# which takes as long as seeking 20,000: a page asks for some 1,000.
_SOUGHT = 5_000
_CACHED = 30_000


def seed(*openings: str) -> list[int]:
    """The hashes of the openings of features, which go on to those of whole ones."""
    return [crc32(opening.encode()) for opening in openings]


class Weights:
    """A table of features, each with two weights against "outside": for beginning and for inside a name.

    Both are added at once, as one number: begin + inside * 2**16. A word has fewer features than
    the 258 of full weight (127) that would make the sums touch. ``find`` gives the weights of a feature by
    its hash, or the second argument if the feature is unknown; ``kept`` are the memories of what was made of
    the weights (see sums.py).
    """

    def __init__(self, table: bytes) -> None:
        head, _, body = table.partition(b"\n")
        numbers = dict(zip(*[iter(head.decode().split())] * 2, strict=True))
        count = len(body) // 6
        self._hashes = unpacked(body[: 4 * count])
        self._values = _both(body[4 * count :])
        self._left = _SOUGHT
        self.find: Callable[[int, int], int] = self._seek
        self.scale = float(numbers["scale"])
        self.kept: list[dict[str, Any]] = []
        self.moves = {a + b: exp(float(numbers.get(a + b, NEVER_SEEN))) for a in "BIO" for b in "BIO"}

    def _seek(self, key: int, unknown: int) -> int:
        if not self._left:  # asked by somebody who took ``find`` before all were loaded
            return self.find(key, unknown)
        self._left -= 1
        if not self._left:
            self.find = dict(zip(self._hashes, self._values, strict=True)).get
        at = bisect_left(self._hashes, key)
        return self._values[at] if at < len(self._hashes) and self._hashes[at] == key else unknown

    def sum(self, features: Sequence[str]) -> int:
        """The summed weights of features, both in one number."""
        hashes = map(crc32, map(str.encode, features))
        return sum(map(self.find, hashes, repeat(UNKNOWN))) - UNKNOWN * len(features)

    def apart(self, both: int) -> Pair:
        """The two scores that one number holds."""
        inside = (both + MIDDLE) >> 16
        return (both - (inside << 16)) * self.scale, inside * self.scale

    def trim(self) -> None:
        """Limit the memory that kept sums take: asked once a document, as to ask at each sum costs more."""
        for sums in self.kept:
            if len(sums) > _CACHED:
                sums.clear()


def _both(values: bytes) -> array[int]:
    """Signed bytes in pairs -> one number for each pair, begin + inside * 2**16 + UNKNOWN.

    Done with whole slices of bytes, since a loop over the table would be a tenth of the first call's time.
    """
    lanes = bytearray(2 * len(values))
    lanes[0::4] = values[0::2].translate(_BIASED)
    lanes[2::4] = values[1::2]
    lanes[3::4] = values[1::2].translate(_SIGN)
    both = array("i", bytes(lanes))
    if sys.byteorder == "big":
        both.byteswap()
    return both


def table(rows: Iterable[Row], scale: float, moves: Mapping[str, float]) -> bytes:
    """What `Weights` reads: a line with the scale of the weights and the log weights of one label after
    another, the hashes of the features in their order, four bytes each, and their weights, two bytes each. Of
    two features with one hash the heavier stays."""
    kept: dict[int, tuple[int, int]] = {}
    for feature, begin, inside in sorted(rows, key=lambda row: (-max(abs(row[1]), abs(row[2])), row[0])):
        kept.setdefault(crc32(feature.encode()), (begin, inside))
    values = array("b", [value for key in sorted(kept) for value in kept[key]])
    numbers = {"scale": scale, **moves}
    head = " ".join([f"{name} {value!r}" for name, value in numbers.items()])
    return head.encode() + b"\n" + packed(sorted(kept)) + values.tobytes()
