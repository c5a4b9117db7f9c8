"""Features -> the scores that the model gives them: a table of weights, and the sums made from it.

Trained by python-crfsuite (L-BFGS, L1 and L2 penalties) and kept as one byte a weight. A word's score depends
on its own features, those of its neighbours and those of the whole document; sums that recur are kept.
"""

from __future__ import annotations

import json
import sys
from array import array
from collections.abc import Sequence
from functools import cache
from itertools import repeat
from math import exp
from pathlib import Path
from typing import Any
from zlib import compress, decompress

from clipper.people.features import (
    AFTER,
    BEFORE,
    EDGE,
    NAMELIKE,
    letter_features,
    look_features,
    look_of,
    place_features,
    word_class,
)

_CACHED = 30_000
NEVER_SEEN = -6.0  # for one label after another that no training text shows

Pair = tuple[float, float]

# Weights are stored as signed bytes; the table's numbers have this added, so that none is negative in its
# lowest byte. An unknown feature counts as just this, and from a sum of n features n times this is taken off.
UNKNOWN = 128
_BIASED = bytes((value + UNKNOWN) & 0xFF for value in range(256))
_SIGN = bytes(0xFF if value > 127 else 0 for value in range(256))


# The sums below that are asked for most write their features out, as features.py does and the tests hold them
# to, since lists of them would take twice the time. How those write what stands before a word:
_GAPS = {" ": "", "|": "|"}


class Weights:
    """A table of features, each with two weights against "outside": for beginning and for inside a name.

    Both are added at once, as one number: begin + inside * 2**16. A word has fewer features than
    the 258 of full weight (127) that would make the sums touch.
    """

    def __init__(self, features: Sequence[str], values: bytes, scale: float, moves: dict[str, float]) -> None:
        self.weigh = dict(zip(features, _both(values), strict=True)).get
        self.scale = scale
        self.kept: list[_Sums] = []
        self.seen = _Seen()
        self.words: dict[str, _Sums] = {
            "0": _OwnSums(self),
            **{place: _BesideSums(self, place) for place in "-+"},
            **{place: _DistantSums(self, place) for place in "<>"},
        }
        self.patterns = _PatternSums(self)
        self.marks = _MarkSums(self)
        self.around = tuple(
            (_AroundSums(self, BEFORE, size), _AroundSums(self, AFTER, size)) for size in ("n", "1")
        )
        self.moves = {a + b: exp(moves.get(a + b, NEVER_SEEN)) for a in "BIO" for b in "BIO"}

    def sum(self, features: Sequence[str]) -> int:
        """The summed weights of features, both in one number."""
        return sum(map(self.weigh, features, repeat(UNKNOWN))) - UNKNOWN * len(features)

    def apart(self, both: int) -> Pair:
        """The two scores that one number holds."""
        inside = (both + 0x8000) >> 16
        return (both - (inside << 16)) * self.scale, inside * self.scale

    def trim(self) -> None:
        """Limit the memory that kept sums take: asked once a text, since to ask at each sum costs more."""
        for sums in self.kept:
            if len(sums) > _CACHED:
                sums.clear()
        if len(self.seen) > _CACHED:
            self.seen.clear()

    def total(self, features: Sequence[str]) -> float:
        """The summed weights of features for "begin" against "outside"."""
        return self.apart(self.sum(features))[0]


class _Sums(dict[str, int]):
    """Sums of weights that recur, each made when it is first asked for and kept (see Weights.trim)."""

    def __init__(self, weights: Weights) -> None:
        super().__init__()
        self.sum, self.weigh = weights.sum, weights.weigh
        weights.kept.append(self)


class _Seen(dict[str, str]):
    """A word -> the key of its sums beside a judged word, which begins with its class: words of a class that
    tomorrow's names have share that of their look, others have their own. "" stands for what is beyond the
    first and the last word."""

    def __missing__(self, word: str) -> str:
        if not word:
            key = EDGE + EDGE
        elif (kind := word_class(word)) in NAMELIKE:
            key = look_of(word, word.lower())
        else:
            key = kind + word
        self[word] = key
        return key


class _LookSums(_Sums):
    """What a word's look adds at one place, the sum of features.look_features: there are few looks and many
    words."""

    def __init__(self, weights: Weights, place: str) -> None:
        super().__init__(weights)
        self._place = place

    def __missing__(self, look: str) -> int:
        both = self[look] = self.sum(look_features(self._place, look))
        return both


class _BesideSums(_Sums):
    """What each word adds to its neighbour's score: the sum of features.word_features, by _Seen's keys."""

    def __init__(self, weights: Weights, place: str) -> None:
        super().__init__(weights)
        self._place, self._looks = place, _LookSums(weights, place)

    def __missing__(self, key: str) -> int:
        if key[0] in NAMELIKE:
            both = self._looks[key]
        else:
            word, lower = key[1:], key[1:].lower()
            both = self._looks[look_of(word, lower)]
            both += self.weigh(f"{self._place}w={lower}", UNKNOWN) - UNKNOWN
        self[key] = both
        return both


class _DistantSums(_Sums):
    """The same for the places two words away, where a word counts and its class."""

    def __init__(self, weights: Weights, place: str) -> None:
        super().__init__(weights)
        self._place = place

    def __missing__(self, key: str) -> int:
        place, kind = self._place, "-" if key[0] == EDGE else key[0]
        both = self.weigh(f"{place}c={kind}", UNKNOWN) - UNKNOWN
        if kind not in NAMELIKE:
            both += self.weigh(f"{place}w={key[1:].lower()}", UNKNOWN) - UNKNOWN
        self[key] = both
        return both


class _OwnSums(_Sums):
    """What each word adds to its own score: the sum of features.word_features at place 0, by the word."""

    def __init__(self, weights: Weights) -> None:
        super().__init__(weights)
        self._looks, self._seen = _LookSums(weights, "0"), weights.seen

    def __missing__(self, word: str) -> int:
        key, lower = self._seen[word], word.lower()
        both = self._letters(word, lower)
        if key[0] in NAMELIKE:
            both += self._looks[key]
        else:
            both += self._looks[look_of(word, lower)] + self.weigh(f"0w={lower}", UNKNOWN) - UNKNOWN
        self[word] = both
        return both

    def _letters(self, word: str, lower: str) -> int:
        """The sum of features.letter_features, of most words written out."""
        if len(lower) < 5 or "-" in lower:
            return self.sum(letter_features(word, lower))
        weigh = self.weigh
        return (
            weigh(f"0l={min(len(word), 12)}", UNKNOWN)
            + weigh("0e=" + lower[-2:], UNKNOWN)
            + weigh("0e=" + lower[-3:], UNKNOWN)
            + weigh("0e=" + lower[-4:], UNKNOWN)
            + weigh("0b=" + lower[:2], UNKNOWN)
            + weigh("0b=" + lower[:3], UNKNOWN)
            - 6 * UNKNOWN
        )


class _PatternSums(_Sums):
    """What the classes of words around the judged one add: the sum of features.pattern_features.

    A key has the classes of five words, a space or "|" for what stands before the judged one, "1" if it opens
    a sentence, else "0"; in runs of several words also the class of the last, their number, and its place.
    """

    def __init__(self, weights: Weights) -> None:
        super().__init__(weights)
        self._near = _NearSums(weights)
        self._placed = _PlaceSums(weights)

    def __missing__(self, key: str) -> int:
        weigh, gap = self.weigh, _GAPS[key[5]]
        both = (
            self._near[key[1:4] + key[5:7]]
            + self._placed[f"{key[2]}{key[6]}{key[7:] or key[2] + '100'}"]
            + weigh(f"aab={key[0]}{gap}{key[1:3]}", UNKNOWN)
            + weigh(f"bcc={key[2:5]}", UNKNOWN)
            + weigh(f"all={key[:5]}", UNKNOWN)
            - 3 * UNKNOWN
        )
        self[key] = both
        return both


class _NearSums(_Sums):
    """The sums of features.near_features, by the classes of three words and the two signs after them."""

    def __missing__(self, key: str) -> int:
        weigh, gap = self.weigh, _GAPS[key[3]]
        both = (
            weigh(f"ab={gap}{key[:2]}", UNKNOWN)
            + weigh(f"bc={key[1:3]}", UNKNOWN)
            + weigh(f"abc={gap}{key[:3]}", UNKNOWN)
            + weigh(f"fn={key[4]}{key[1:3]}", UNKNOWN)
            - 4 * UNKNOWN
        )
        self[key] = both
        return both


class _PlaceSums(_Sums):
    """The sums of features.place_features, by the class, the sign of an opened sentence, and the place."""

    def __missing__(self, key: str) -> int:
        both = self[key] = self.sum(place_features(key[0], key[2], key[1], key[3], key[4:]))
        return both


class _AroundSums(_Sums):
    """What a small word near a run adds: the sum of features.around_features."""

    def __init__(self, weights: Weights, side: str, size: str) -> None:
        super().__init__(weights)
        self._side, self._size = side, size

    def __missing__(self, word: str) -> int:
        both = self[word] = self.weigh(f"{self._side}={word}|{self._size}", UNKNOWN) - UNKNOWN
        return both


class _MarkSums(_Sums):
    """What the document's evidence of a word adds: the sum of features.evidence_features.

    A key is the class of the word, the length of its run (4 for more) and the word's marks.
    """

    def __missing__(self, key: str) -> int:
        weigh, kind, size, bits = self.weigh, key[0], key[1], key[2:]
        both = weigh(f"ev={bits}", UNKNOWN) + weigh(f"es={bits}{size}", UNKNOWN) - (2 + len(bits)) * UNKNOWN
        for bit in bits:
            both += weigh(f"e1={bit}{size}{kind}", UNKNOWN)
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


def table(name: str) -> tuple[list[str], bytes, dict[str, Any]]:
    """One of the model's tables: its features, its bytes and what is written beside them. Not kept, since the
    collector of garbage would look at each feature."""
    folder = Path(__file__).parent / "model"
    about = json.loads((folder / "model.json").read_text(encoding="utf8"))[name]
    return read_features(folder / name), (folder / f"{name}.weights").read_bytes(), about


def read_features(table: Path) -> list[str]:
    """The features of a table, in the order of its weights; their file is compressed."""
    joined = decompress(table.with_suffix(".features.z").read_bytes()).decode()
    return joined.split("\n") if joined else []


def write_features(table: Path, features: Sequence[str]) -> None:
    """Write what read_features reads."""
    table.with_suffix(".features.z").write_bytes(compress("\n".join(features).encode(), 9))


@cache
def spotter() -> Weights:
    """The model that spots names in runs."""
    features, values, about = table("spotter")
    return Weights(features, values, about["scale"], about["moves"])
