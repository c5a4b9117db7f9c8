"""Sums of weights that recur from word to word, each made when it is first asked for and kept."""

from __future__ import annotations

from math import exp
from zlib import crc32

from clipper.people.features import EDGE, NAMELIKE, look_features, look_of, word_class
from clipper.people.weights import UNKNOWN, Weights, seed

_LIMIT = 15.0  # no score counts for more when odds are made of it

# The sums below that are asked for most write their features out, as features.py does and the tests hold them
# to, since lists of them would take twice the time. How those write what stands before a word:
_GAPS = {" ": "", "|": "|"}


class Odds(dict[int, float]):
    """The odds for which one of the two scores of a sum stands; ``nought`` stands for even ones."""

    __slots__ = ("_nought", "_scale")

    def __init__(self, scale: float, nought: int) -> None:
        super().__init__()
        self._scale, self._nought = scale, nought

    def __missing__(self, shown: int) -> float:
        score = (shown - self._nought) * self._scale
        odds = self[shown] = exp(min(max(score, -_LIMIT), _LIMIT))
        return odds


class Sums(dict[str, int]):
    """Sums of weights that recur, each made when it is first asked for and kept (see Weights.trim).

    With slots, since a new sum looks up some of them, which takes a sixth off its time.
    """

    __slots__ = ("weights",)

    def __init__(self, weights: Weights) -> None:
        super().__init__()
        self.weights = weights
        weights.kept.append(self)


class Seen(dict[str, str]):
    """A word -> the key of its sums beside a judged word, which begins with its class: words of a class that
    tomorrow's names have share that of their look, others have their own. "" stands for what is beyond the
    first and the last word."""

    def __init__(self, weights: Weights) -> None:
        super().__init__()
        weights.kept.append(self)

    def __missing__(self, word: str) -> str:
        if not word:
            key = EDGE + EDGE
        elif (kind := word_class(word)) in NAMELIKE:
            key = look_of(kind, word, word.lower())
        else:
            key = kind + word
        self[word] = key
        return key


class _LookSums(Sums):
    """What a word's look adds at one place, the sum of features.look_features: there are few looks and many
    words."""

    __slots__ = ("_place",)

    def __init__(self, weights: Weights, place: str) -> None:
        super().__init__(weights)
        self._place = place

    def __missing__(self, look: str) -> int:
        both = self[look] = self.weights.sum(look_features(self._place, look))
        return both


class BesideSums(Sums):
    """What each word adds to its neighbour's score: the sum of features.word_features, by Seen's keys."""

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


class DistantSums(Sums):
    """The same for the places two words away, where a word counts and its class."""

    __slots__ = ("_kinds", "_word")

    def __init__(self, weights: Weights, place: str) -> None:
        super().__init__(weights)
        self._kinds = NamedSums(weights, f"{place}c=")
        (self._word,) = seed(f"{place}w=")

    def __missing__(self, key: str) -> int:
        kind = "-" if key[0] == EDGE else key[0]
        both = self._kinds[kind]
        if kind not in NAMELIKE:
            both += self.weights.find(crc32(key[1:].lower().encode(), self._word), UNKNOWN) - UNKNOWN
        self[key] = both
        return both


class _LetterSums(Sums):
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


class OwnSums(Sums):
    """What each word adds to its own score: the sum of features.word_features at place 0, by the word."""

    __slots__ = ("_beginnings", "_endings", "_looks", "_seen")

    def __init__(self, weights: Weights, seen: Seen) -> None:
        super().__init__(weights)
        self._looks, self._seen = _LookSums(weights, "0"), seen
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


class NearSums(Sums):
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


class PlaceSums(Sums):
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


class NamedSums(Sums):
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


class BeforeSums(Sums):
    """The weights of the feature of a word's class and of the two before it, by these three and the sign for
    what stands before the judged word: the first of features.far_features."""

    __slots__ = ()

    def __missing__(self, key: str) -> int:
        rest = f"{key[0]}{_GAPS[key[3]]}{key[1:3]}"
        both = self[key] = self.weights.find(crc32(rest.encode(), _TWO_BEFORE), UNKNOWN) - UNKNOWN
        return both


_MARKS, _MARKS_OF, _MARK = seed("ev=", "es=", "e1=")


class MarkSums(Sums):
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
