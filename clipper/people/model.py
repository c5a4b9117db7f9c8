"""Features -> the scores that the model gives them: a table of weights, and the sums made from it.

Trained by python-crfsuite (L-BFGS, L1 and L2 penalties) and kept as one byte a weight. A word's score depends
on its own features, those of its neighbours and those of the whole document; sums that recur are kept.
"""

from __future__ import annotations

import json
import sys
from array import array
from collections.abc import Hashable, Sequence
from functools import cache
from itertools import repeat
from math import exp
from pathlib import Path
from typing import Any, TypeVar

from clipper.people.features import (
    PLACES,
    Look,
    evidence_features,
    far_features,
    letter_features,
    look_features,
    look_of,
    near_features,
    own_features,
    pattern_of,
    word_features,
)

_CACHED = 30_000
NEVER_SEEN = -6.0  # for one label after another that no training text shows

Pair = tuple[float, float]
Seen = tuple[str, bool, bool, str, int, int, int]  # what features.pattern_of is asked
Key = TypeVar("Key", bound=Hashable)

# Weights are stored as signed bytes; the table's numbers have this added, so that none is negative in its
# lowest byte. An unknown feature counts as just this, and from a sum of n features n times this is taken off.
_UNKNOWN = 128
_BIASED = bytes((value + _UNKNOWN) & 0xFF for value in range(256))
_SIGN = bytes(0xFF if value > 127 else 0 for value in range(256))


class Weights:
    """A table of features, each with two weights against "outside": for beginning and for inside a name.

    Both are added at once, as one number: begin + inside * 2**16. A word has fewer than a hundred features of
    at most 127 each, so that the sums do not touch.
    """

    def __init__(self, features: Sequence[str], values: bytes, scale: float, moves: dict[str, float]) -> None:
        self._weight = dict(zip(features, _both(values), strict=True)).get
        self.scale = scale
        self.words = {place: _WordSums(self, place) for place in PLACES}
        self._patterns: dict[Seen, int] = {}
        self._near: dict[Seen, int] = {}
        self._marks: dict[tuple[str, int, str], int] = {}
        self.moves = {a + b: exp(moves.get(a + b, NEVER_SEEN)) for a in "BIO" for b in "BIO"}

    def sum(self, features: Sequence[str]) -> int:
        """The summed weights of features, both in one number."""
        return sum(map(self._weight, features, repeat(_UNKNOWN))) - _UNKNOWN * len(features)

    def apart(self, both: int) -> Pair:
        """The two scores that one number holds."""
        inside = (both + 0x8000) >> 16
        return (both - (inside << 16)) * self.scale, inside * self.scale

    def total(self, features: Sequence[str]) -> float:
        """The summed weights of features for "begin" against "outside"."""
        return self.apart(self.sum(features))[0]

    def pattern(self, seen: Seen) -> int:
        """What the kinds of words around the judged word (see features.pattern_of) add to its score."""
        both = self._patterns.get(seen)
        if both is None:
            shown = pattern_of(*seen)
            nearest = (seen[0][1:4], *seen[1:])
            near = self._near.get(nearest)
            if near is None:
                near = _keep(self._near, nearest, self.sum(near_features(shown)))
            both = _keep(self._patterns, seen, near + self.sum(far_features(shown)))
        return both

    def evidence(self, bits: str, size: int, kind: str) -> int:
        """What the document's evidence of a word (see features.evidence_features) adds to its score."""
        key = (bits, size, kind)
        both = self._marks.get(key)
        if both is None:
            both = _keep(self._marks, key, self.sum(evidence_features(bits, size, kind)))
        return both


class _WordSums(dict[str, int]):
    """What each word adds to a score at one place (see features.PLACES), summed when it is first met."""

    def __init__(self, weights: Weights, place: str) -> None:
        self._weights = weights
        self._place = place
        self._looks: dict[Look, int] = {}

    def __missing__(self, word: str) -> int:
        return _keep(self, word, self._summed(word))

    def _summed(self, word: str) -> int:
        """The sum of features.word_features, what hangs on the word's look kept: few looks, many words."""
        place, weigh = self._place, self._weights.sum
        if place in "<>":
            return weigh(word_features(place, word))
        lower = word.lower()
        look = look_of(word, lower)
        both = self._looks.get(look)
        if both is None:
            both = _keep(self._looks, look, weigh(look_features(place, look)))
        own = own_features(place, lower, look[0])
        if place == "0":
            own += letter_features(word, lower)
        return both + weigh(own)


def _keep(known: dict[Key, int], key: Key, both: int) -> int:
    """Note a sum, so that it is not made again; the memory that this takes is limited."""
    if len(known) > _CACHED:
        known.clear()
    known[key] = both
    return both


def _both(values: bytes) -> array[int]:
    """Signed bytes in pairs -> one number for each pair, begin + inside * 2**16 + _UNKNOWN.

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


@cache
def table(name: str) -> tuple[list[str], bytes, dict[str, Any]]:
    """One of the model's tables: its features, its bytes and what is written beside them."""
    folder = Path(__file__).parent / "model"
    features = (folder / f"{name}.features").read_text(encoding="utf8").split("\n")
    about = json.loads((folder / "model.json").read_text(encoding="utf8"))[name]
    return features, (folder / f"{name}.weights").read_bytes(), about


@cache
def spotter() -> Weights:
    """The model that spots names in runs."""
    features, values, about = table("spotter")
    return Weights(features, values, about["scale"], about["moves"])
