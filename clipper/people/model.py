"""Features -> the scores that the model gives them: a table of weights, and the sums made from it.

Trained by python-crfsuite (L-BFGS, L1 and L2 penalties) and kept as one byte a weight under the hash of the
feature (Weinberger et al. 2009, without their folding: the hashes are whole CRC-32 sums, so that one unknown
feature in 90,000 has another's weight). A word's score depends on its own features, those of its neighbours
and those of the whole document; sums that recur are kept.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from itertools import repeat
from math import exp
from zlib import crc32

from clipper.people.features import (
    AFTER,
    BEFORE,
    EDGE,
    NAMELIKE,
    look_features,
    look_of,
    word_class,
)
from clipper.people.files import contents, packed, unpacked

_CACHED = 30_000
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
_LIMIT = 15.0  # no score counts for more when odds are made of it
_BIASED = bytes((value + UNKNOWN) & 0xFF for value in range(256))
_SIGN = bytes(0xFF if value > 127 else 0 for value in range(256))


# How many features are sought in the table as it is in its file, before a dictionary of all is made of it,
# which takes as long as seeking 20,000: a page asks for some 1,000.
_SOUGHT = 5_000

# The sums below that are asked for most write their features out, as features.py does and the tests hold them
# to, since lists of them would take twice the time. How those write what stands before a word:
_GAPS = {" ": "", "|": "|"}


def seed(*openings: str) -> list[int]:
    """The hashes of the openings of features, which go on to those of whole ones."""
    return [crc32(opening.encode()) for opening in openings]


class Weights:
    """A table of features, each with two weights against "outside": for beginning and for inside a name.

    Both are added at once, as one number: begin + inside * 2**16. A word has fewer features than
    the 258 of full weight (127) that would make the sums touch. ``find`` gives the weights of a feature by
    its hash, or the second argument if the feature is unknown.
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
        self.moves = {a + b: exp(float(numbers.get(a + b, NEVER_SEEN))) for a in "BIO" for b in "BIO"}
        # The odds of what a sum holds for beginning a name, with MIDDLE added, and for inside one.
        self.begins, self.insides = _Odds(self.scale, MIDDLE), _Odds(self.scale, 0)
        self.kept: list[_Sums] = []
        self.seen = _Seen()
        self.words: dict[str, _Sums] = {
            "0": _OwnSums(self),
            **{place: _BesideSums(self, place) for place in "-+"},
            **{place: _DistantSums(self, place) for place in "<>"},
        }
        # What the classes of words around the judged one add, the sum of features.pattern_features, in parts:
        # those of three words, of the word at its place, of two words before, of two after. All five are in
        # most places others than ever before, so that their feature is looked up without keeping it.
        self.patterns = (_NearSums(self), _PlaceSums(self), _BeforeSums(self), _NamedSums(self, "bcc="))
        self.marks = _MarkSums(self)
        self.around = tuple(
            (_NamedSums(self, f"{BEFORE}{size}="), _NamedSums(self, f"{AFTER}{size}=")) for size in ("n", "1")
        )

    def _seek(self, key: int, unknown: int) -> int:
        if not self._left:  # asked by somebody who took ``find`` before all were loaded
            return self.find(key, unknown)
        self._left -= 1
        if not self._left:
            self.find = dict(zip(self._hashes, self._values, strict=True)).get
        at = bisect_left(self._hashes, key)
        return self._values[at] if at < len(self._hashes) and self._hashes[at] == key else unknown

    def weigh(self, feature: str) -> int:
        """The two weights of a feature."""
        return self.find(crc32(feature.encode()), UNKNOWN)

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
        if len(self.seen) > _CACHED:
            self.seen.clear()

    def total(self, features: Sequence[str]) -> float:
        """The summed weights of features for "begin" against "outside"."""
        return self.apart(self.sum(features))[0]


class _Odds(dict[int, float]):
    """The odds for which one of the two scores of a sum stands; ``nought`` stands for even ones."""

    __slots__ = ("_nought", "_scale")

    def __init__(self, scale: float, nought: int) -> None:
        super().__init__()
        self._scale, self._nought = scale, nought

    def __missing__(self, shown: int) -> float:
        score = (shown - self._nought) * self._scale
        odds = self[shown] = exp(min(max(score, -_LIMIT), _LIMIT))
        return odds


class _Sums(dict[str, int]):
    """Sums of weights that recur, each made when it is first asked for and kept (see Weights.trim).

    With slots, since a new sum looks up some of them, which takes a sixth off its time.
    """

    __slots__ = ("weights",)

    def __init__(self, weights: Weights) -> None:
        super().__init__()
        self.weights = weights
        weights.kept.append(self)


class _Seen(dict[str, str]):
    """A word -> the key of its sums beside a judged word, which begins with its class: words of a class that
    tomorrow's names have share that of their look, others have their own. "" stands for what is beyond the
    first and the last word."""

    def __missing__(self, word: str) -> str:
        if not word:
            key = EDGE + EDGE
        elif (kind := word_class(word)) in NAMELIKE:
            key = look_of(kind, word, word.lower())
        else:
            key = kind + word
        self[word] = key
        return key


class _LookSums(_Sums):
    """What a word's look adds at one place, the sum of features.look_features: there are few looks and many
    words."""

    __slots__ = ("_place",)

    def __init__(self, weights: Weights, place: str) -> None:
        super().__init__(weights)
        self._place = place

    def __missing__(self, look: str) -> int:
        both = self[look] = self.weights.sum(look_features(self._place, look))
        return both


class _BesideSums(_Sums):
    """What each word adds to its neighbour's score: the sum of features.word_features, by _Seen's keys."""

    __slots__ = ("_looks", "_word")

    def __init__(self, weights: Weights, place: str) -> None:
        super().__init__(weights)
        self._looks = _LookSums(weights, place)
        (self._word,) = seed(f"{place}w=")

    def __missing__(self, key: str) -> int:
        if key[0] in NAMELIKE:
            both = self._looks[key]
        else:
            kind, word, lower = "-" if key[0] == EDGE else key[0], key[1:], key[1:].lower()
            both = self._looks[look_of(kind, word, lower)]
            both += self.weights.find(crc32(lower.encode(), self._word), UNKNOWN) - UNKNOWN
        self[key] = both
        return both


class _DistantSums(_Sums):
    """The same for the places two words away, where a word counts and its class."""

    __slots__ = ("_kinds", "_word")

    def __init__(self, weights: Weights, place: str) -> None:
        super().__init__(weights)
        self._kinds = _NamedSums(weights, f"{place}c=")
        (self._word,) = seed(f"{place}w=")

    def __missing__(self, key: str) -> int:
        kind = "-" if key[0] == EDGE else key[0]
        both = self._kinds[kind]
        if kind not in NAMELIKE:
            both += self.weights.find(crc32(key[1:].lower().encode(), self._word), UNKNOWN) - UNKNOWN
        self[key] = both
        return both


class _LetterSums(_Sums):
    """What a word's last letters add, or its first ones: the outermost two, the outermost three and so on.
    ``fewer`` takes the innermost off."""

    __slots__ = ("_fewer", "_opening")

    def __init__(self, weights: Weights, opening: str, fewer: slice) -> None:
        super().__init__(weights)
        self._fewer = fewer
        (self._opening,) = seed(opening)

    def __missing__(self, letters: str) -> int:
        both = self.weights.find(crc32(letters.encode(), self._opening), UNKNOWN) - UNKNOWN
        if len(letters) > 2:
            both += self[letters[self._fewer]]
        self[letters] = both
        return both


_WORD, _HALF = seed("0w=", "0h=")
_LENGTHS = seed(*[f"0l={size}" for size in range(13)])


class _OwnSums(_Sums):
    """What each word adds to its own score: the sum of features.word_features at place 0, by the word."""

    __slots__ = ("_beginnings", "_endings", "_looks", "_seen")

    def __init__(self, weights: Weights) -> None:
        super().__init__(weights)
        self._looks, self._seen = _LookSums(weights, "0"), weights.seen
        self._endings = _LetterSums(weights, "0e=", slice(1, None))
        self._beginnings = _LetterSums(weights, "0b=", slice(-1))

    def __missing__(self, word: str) -> int:
        key, lower = self._seen[word], word.lower()
        both = self._letters(word, lower)
        if key[0] in NAMELIKE:
            both += self._looks[key]
        else:
            both += self._looks[look_of(key[0], word, lower)] - UNKNOWN
            both += self.weights.find(crc32(lower.encode(), _WORD), UNKNOWN)
        self[word] = both
        return both

    def _letters(self, word: str, lower: str) -> int:
        """The sum of features.letter_features."""
        find, count = self.weights.find, len(lower)
        both = find(_LENGTHS[len(word) if len(word) < 12 else 12], UNKNOWN) - UNKNOWN
        if count > 4:
            both += self._endings[lower[-4:]] + self._beginnings[lower[:3]]
        elif count > 2:
            both += self._endings[lower[1:]] + self._beginnings[lower[: count - 1]]
        if "-" in lower:
            for half in (lower[: lower.index("-")], lower[lower.rindex("-") :]):
                both += find(crc32(half.encode(), _HALF), UNKNOWN) - UNKNOWN
        return both


class _NearSums(_Sums):
    """The sums of features.near_features, by the classes of three words, a space or "|" for what stands
    before the judged one, and "1" if that opens a sentence, else "0"."""

    __slots__ = ()

    def __missing__(self, key: str) -> int:
        find, gap = self.weights.find, _GAPS[key[3]]
        both = (
            find(crc32(f"ab={gap}{key[:2]}".encode()), UNKNOWN)
            + find(crc32(f"bc={key[1:3]}".encode()), UNKNOWN)
            + find(crc32(f"abc={gap}{key[:3]}".encode()), UNKNOWN)
            + find(crc32(f"fn={key[4]}{key[1:3]}".encode()), UNKNOWN)
            - 4 * UNKNOWN
        )
        self[key] = both
        return both


_POSITION, _POSITION_OF, _FIRST, _LAST, _SIZE = seed("pos=", "pc=", "fc=", "lc=", "sz=")


class _PlaceSums(_Sums):
    """The sums of features.place_features, by the word's class, the sign of an opened sentence, the class of
    the run's last word, the number of its words, and the word's place in it."""

    __slots__ = ()

    def __missing__(self, key: str) -> int:
        find, here, size, place = self.weights.find, key[0], key[3], key[4:]
        both = (
            find(crc32(place.encode(), _POSITION), UNKNOWN)
            + find(crc32(f"{place}{here}".encode(), _POSITION_OF), UNKNOWN)
            + find(crc32(f"{key[1]}{here}{size}".encode(), _FIRST), UNKNOWN)
            + find(crc32(f"{key[2]}{here}".encode(), _LAST), UNKNOWN)
            + find(crc32(f"{size}{here}".encode(), _SIZE), UNKNOWN)
            - 5 * UNKNOWN
        )
        self[key] = both
        return both


class _NamedSums(_Sums):
    """The weights of the features that begin in one way, by what they go on with; "" is none."""

    __slots__ = ("_opening",)

    def __init__(self, weights: Weights, opening: str) -> None:
        super().__init__(weights)
        (self._opening,) = seed(opening)

    def __missing__(self, rest: str) -> int:
        found = self.weights.find(crc32(rest.encode(), self._opening), UNKNOWN) - UNKNOWN if rest else 0
        self[rest] = found
        return found


(_TWO_BEFORE,) = seed("aab=")


class _BeforeSums(_Sums):
    """The weights of the feature of a word's class and of the two before it, by these three and the sign for
    what stands before the judged word: the first of features.far_features."""

    __slots__ = ()

    def __missing__(self, key: str) -> int:
        rest = f"{key[0]}{_GAPS[key[3]]}{key[1:3]}"
        both = self[key] = self.weights.find(crc32(rest.encode(), _TWO_BEFORE), UNKNOWN) - UNKNOWN
        return both


_MARKS, _MARKS_OF, _MARK = seed("ev=", "es=", "e1=")


class _MarkSums(_Sums):
    """What the document's evidence of a word adds: the sum of features.evidence_features.

    A key is the class of the word, the length of its run (4 for more) and the word's marks.
    """

    __slots__ = ()

    def __missing__(self, key: str) -> int:
        find, kind, size, bits = self.weights.find, key[0], key[1], key[2:]
        both = find(crc32(bits.encode(), _MARKS), UNKNOWN) - (2 + len(bits)) * UNKNOWN
        both += find(crc32(f"{bits}{size}".encode(), _MARKS_OF), UNKNOWN)
        for bit in bits:
            both += find(crc32(f"{bit}{size}{kind}".encode(), _MARK), UNKNOWN)
        self[key] = both
        return both


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


@cache
def spotter() -> Weights:
    """The model that spots names in runs."""
    return Weights(contents("model", "spotter.table"))
