"""Runs of capitalised words -> spans with the probability that each is a person: a small linear-chain CRF.

Trained by python-crfsuite (L-BFGS, L1 and L2 penalties), kept as one byte a weight, read and decoded here.
A word's score depends on its own features, those of its neighbours and those of the whole document;
probabilities of whole spans come from the forward-backward recursions (Lafferty, McCallum, Pereira 2001;
Culotta and McCallum 2004 for segments).
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Sequence
from functools import cache
from math import exp
from pathlib import Path
from typing import Any

from clipper.people.evidence import Evidence
from clipper.people.features import (
    EDGE,
    PLACES,
    Pattern,
    evidence_features,
    pattern,
    pattern_features,
    run_features,
    word_features,
)
from clipper.people.tokens import Tokens

LEAST = 0.03
_CACHED = 30_000
_LIMIT = 15.0
NEVER_SEEN = -6.0  # for one label after another that no training text shows

Pair = tuple[float, float]
Found = tuple[int, int, float]


class Weights:
    """A table of features, each with two weights against "outside": for beginning and for inside a name."""

    def __init__(self, features: Sequence[str], values: bytes, scale: float, moves: dict[str, float]) -> None:
        self._index = dict(zip(features, range(len(features)), strict=True))
        signed = array("b")
        signed.frombytes(values)
        self._begin, self._inside = signed[0::2], signed[1::2]
        self._scale = scale
        self._words: dict[str, dict[str, Pair]] = {place: {} for place in PLACES}
        self._tables = tuple(self._words[place] for place in "0-+<>")
        self._patterns: dict[Pattern, Pair] = {}
        self._marks: dict[tuple[str, int, str], Pair] = {}
        self.moves = {a + b: exp(moves.get(a + b, NEVER_SEEN)) for a in "BIO" for b in "BIO"}

    def _sum(self, features: Sequence[str]) -> Pair:
        index, begin, inside = self._index.get, self._begin, self._inside
        known = [k for f in features if (k := index(f)) is not None]
        scale = self._scale
        return sum([begin[k] for k in known]) * scale, sum([inside[k] for k in known]) * scale

    def total(self, features: Sequence[str]) -> float:
        """The summed weights of features for "begin" against "outside"."""
        return self._sum(features)[0]

    def word(self, place: str, word: str) -> Pair:
        """What a word at a place (see PLACES) adds to the judged word's score."""
        table = self._words[place]
        pair = table.get(word)
        if pair is None:
            if len(table) > _CACHED:
                table.clear()
            pair = table[word] = self._sum(word_features(place, word))
        return pair

    def _pattern(self, shown: Pattern) -> Pair:
        pair = self._patterns.get(shown)
        if pair is None:
            if len(self._patterns) > _CACHED:
                self._patterns.clear()
            pair = self._patterns[shown] = self._sum(pattern_features(shown))
        return pair

    def _evidence(self, bits: str, size: int, kind: str) -> Pair:
        key = (bits, size, kind)
        pair = self._marks.get(key)
        if pair is None:
            pair = self._marks[key] = self._sum(evidence_features(bits, size, kind))
        return pair

    def _score(self, tokens: Tokens, shown: Pattern, bits: str, size: int, i: int) -> Pair:
        """What a word's own look, its neighbours and the document say for beginning and for continuing."""
        words, count = tokens.words, len(tokens.words)
        here, before, after, before2, after2 = self._tables
        word = words[i]
        last = words[i - 1] if i > 0 else EDGE
        following = words[i + 1] if i + 1 < count else EDGE
        last2 = words[i - 2] if i > 1 else EDGE
        following2 = words[i + 2] if i + 2 < count else EDGE
        # A pair is never false; most words have been met before, and a call for each would cost as much.
        parts = (
            self._pattern(shown),
            self._evidence(bits, size, shown[2]),
            here.get(word) or self.word("0", word),
            before.get(last) or self.word("-", last),
            after.get(following) or self.word("+", following),
            before2.get(last2) or self.word("<", last2),
            after2.get(following2) or self.word(">", following2),
        )
        return sum([pair[0] for pair in parts]), sum([pair[1] for pair in parts])

    def spans(self, tokens: Tokens, evidence: Evidence, start: int, end: int) -> list[Found]:
        """Spans of a run, best first and not overlapping: token numbers and probability, at least LEAST."""
        base_begin, base_inside = self._sum(run_features(tokens, start, end))
        size = min(end - start, 4)
        begins, insides = [], []
        for i in range(start, end):
            shown = pattern(tokens, start, end, i)
            begin, inside = self._score(tokens, shown, evidence.bits(tokens.lower[i]), size, i)
            begins.append(exp(max(-_LIMIT, min(_LIMIT, base_begin + begin))))
            insides.append(exp(max(-_LIMIT, min(_LIMIT, base_inside + inside))))
        found = _decode(begins, insides, self.moves)
        found.sort(key=lambda one: -one[2])
        kept: list[Found] = []
        for s, e, p in found:
            if all(e <= a or s >= b for a, b, _ in kept):
                kept.append((s, e, p))
        return [(s + start, e + start, p) for s, e, p in kept]


def _decode(begin: list[float], inside: list[float], moves: dict[str, float]) -> list[Found]:
    """Every span's probability, by forward and backward sums over the labellings of one run."""
    size = len(begin)
    bb, bi, bo = moves["BB"], moves["BI"], moves["BO"]
    ib, ii, io = moves["IB"], moves["II"], moves["IO"]
    ob, oo = moves["OB"], moves["OO"]
    # before[k]: the weight of all ways up to word k that leave it free to begin a name.
    before, b, i, o = [1.0], begin[0], 0.0, 1.0
    for k in range(1, size):
        before.append(b * bb + i * ib + o * ob)
        b, i, o = begin[k] * before[k], inside[k] * (b * bi + i * ii), b * bo + i * io + o * oo
    total = b + i + o
    # after[k]: the weight of all ways on from word k-1 when it ends a name; by its label B or I.
    after_b, after_i = [1.0] * (size + 1), [1.0] * (size + 1)
    back_b = back_i = back_o = 1.0
    for k in range(size - 1, 0, -1):
        to_b, to_i = begin[k] * back_b, inside[k] * back_i
        after_b[k], after_i[k] = bb * to_b + bo * back_o, ib * to_b + io * back_o
        back_b, back_i, back_o = after_b[k] + bi * to_i, after_i[k] + ii * to_i, ob * to_b + oo * back_o
    found = []
    for s in range(size):
        weight = begin[s] * before[s] / total
        if weight * after_b[s + 1] > LEAST:
            found.append((s, s + 1, min(1.0, weight * after_b[s + 1])))
        for e in range(s + 1, size):
            weight *= inside[e] * (bi if e == s + 1 else ii)
            if weight * after_i[e + 1] > LEAST:
                found.append((s, e + 1, min(1.0, weight * after_i[e + 1])))
    return found


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
