"""Runs of capitalised words -> spans with the probability that each is a person: a small linear-chain CRF.

The model's weights are trained elsewhere (train.py) and summed elsewhere (model.py); here runs are decoded.
Probabilities of whole spans come from the forward-backward recursions (Lafferty, McCallum, Pereira 2001;
Culotta and McCallum 2004 for segments).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache
from math import ceil, log
from zlib import crc32

from clipper.people.evidence import Evidence
from clipper.people.features import EDGE, REACH, STOPS, is_apposition, word_class
from clipper.people.model import Spotter
from clipper.people.tokens import Tokens
from clipper.people.weights import MIDDLE, UNKNOWN, seed

LEAST = 0.03
# A lone word whose kind, or kind and letters and neighbours, score less than this is read no further. On the
# training articles this loses one in a thousand of those that would have had .35; one in 25 of weaker ones.
_HOPELESS = -5.2
# A run of several words is read no further if none of them scores this much for beginning a name, by its own
# looks and the classes around it: many of those that hold none, and two in ten thousand of the others.
_DIM = -3.0
_WORTH_OF_A_WORD = 0.4  # how much each word more speaks for the longer of two spans

# With what the features of words beside a run begin, by the run's length: see features.edge_features.
_OUT, _NEXT, _OUT_TWO, _NEXT_TWO, _APPOSITION = (
    seed(*[f"{name}{size}=" for size in range(5)]) for name in ("out", "nxt", "o2", "n2", "app")
)
_MORE = MIDDLE - UNKNOWN  # for the one feature that is looked up beside the sums
(_ALL,) = seed("all=")  # the feature of the classes of five words: see features.far_features

Found = tuple[int, int, float]


class Reader:
    """One text under the model.

    Some 150 runs of a page are read, three quarters of them of one word: their own method, and sums that are
    found without a call, make reading a page three times as fast.
    """

    def __init__(self, weights: Spotter, tokens: Tokens, evidence: Evidence) -> None:
        self._tokens, self.marks = tokens, evidence.known()
        # Two words beyond either end, so that the five around word i are those from i to i + 5.
        self._words = ["", "", *tokens.words, "", ""]
        self._lower = [EDGE, EDGE, *tokens.lower, EDGE, EDGE]
        self._joined = [True, *tokens.joined[1:]]
        self._sentences = sentences(tokens)
        self._around = [(earlier.__getitem__, later.__getitem__) for earlier, later in weights.around]
        self._find, self._key = weights.find, weights.seen.__getitem__
        self._patterns, self._marks = weights.patterns, weights.marks
        self._moves, self._begins, self._insides = weights.moves, weights.begins, weights.insides
        self._places = tuple(weights.words[place] for place in "<-0+>")
        self._floor, self._hopeless, self._dim = _floors(weights.scale)

    def spans(self, start: int, end: int) -> list[Found]:
        """Spans of a run in their order, not overlapping: token numbers and probability, at least LEAST.
        Where spans overlap, the best stay, longer ones preferred."""
        words = self._words[start : end + 4]  # with the two on either side
        kinds = "".join(map(word_class, words))
        if end - start == 1:
            return self._lone(start, words, kinds)
        own = self._own(start, end, kinds)
        for both in own:  # the first one or two tell it of most runs
            if both & 0xFFFF >= self._dim:
                break
        else:
            return []
        begins, insides = self._odds_of(start, end, own, list(map(self._key, words)))
        found = _DECODERS.get(end - start, decode)(begins, insides, self._moves)
        if len(found) < 2:
            return [(s + start, e + start, p) for s, e, p in found]
        found.sort(key=lambda one: -one[2] * (1 + _WORTH_OF_A_WORD * (one[1] - one[0] - 1)))
        kept: list[Found] = []
        while found:
            s, e, p = found[0]
            kept.append((s + start, e + start, p))
            found = [one for one in found if one[1] <= s or one[0] >= e]
        kept.sort()
        return kept

    def _edge(self, start: int, end: int) -> int:
        """What the words right before and right after a run add: the sum of features.edge_features."""
        lower, find, size = self._lower, self._find, end - start if end - start < 4 else 4
        out, following, beyond = lower[start + 1], lower[end + 2], lower[end + 3]
        two = f"{following} {'#' if beyond[0].isdigit() else beyond}"
        both = (
            find(crc32(out.encode(), _OUT[size]), UNKNOWN)
            + find(crc32(following.encode(), _NEXT[size]), UNKNOWN)
            + find(crc32(f"{lower[start]} {out}".encode(), _OUT_TWO[size]), UNKNOWN)
            + find(crc32(two.encode(), _NEXT_TWO[size]), UNKNOWN)
            - 4 * UNKNOWN
        )
        if following == "," and is_apposition(self._tokens, end + 1):
            both += find(_APPOSITION[size], UNKNOWN) - UNKNOWN
        return both

    def _near(self, start: int, end: int) -> int:
        """What the small words around a run add: the sum of features.around_features, kept by word."""
        sentences, quiet = self._sentences, self._tokens.quiet
        opening, closing = (
            sentences[bisect_right(sentences, start) - 1],
            sentences[bisect_left(sentences, end)],
        )
        if start - opening > REACH:
            opening = start - REACH
        if closing - end > REACH:
            closing = end + REACH
        earlier, later = self._around[end - start == 1]
        return sum(map(earlier, quiet[opening:start])) + sum(map(later, quiet[end:closing]))

    def _lone(self, i: int, words: list[str], kinds: str) -> list[Found]:
        """A run of one word: it begins a name or is outside. Most that are none are given up early."""
        tokens, hopeless = self._tokens, self._hopeless
        near, placed, before, after = self._patterns
        opening = (" 1" if tokens.first[i] else " 0") if self._joined[i] else _AFTER_A_GAP[tokens.first[i]]
        kind = kinds[2]
        both = (
            near[kinds[1:4] + opening]
            + placed[f"{kind}{opening[1]}{kind}100"]
            + before[kinds[:3] + opening[0]]
            + after[kinds[2:]]
            + self._find(crc32(kinds.encode(), _ALL), UNKNOWN)
            + _MORE
            + self._marks[f"{kind}1{self.marks[tokens.lower[i]]}"]
        )
        if both & 0xFFFF < hopeless:
            return []
        left2, left, here, right, right2 = self._places
        both += here[tokens.words[i]]
        if both & 0xFFFF < hopeless:
            return []
        last2, last, _, following, following2 = map(self._key, words)
        both += left[last] + right[following] + left2[last2] + right2[following2]
        if both & 0xFFFF < hopeless:
            return []
        begin = (both + self._edge(i, i + 1) + self._near(i, i + 1)) & 0xFFFF
        if begin < self._floor:
            return []
        odds = self._begins[begin]
        p = odds / (odds + 1.0)
        return [(i, i + 1, p)] if p > LEAST else []

    def _own(self, start: int, end: int, around: str) -> list[int]:
        """What each word of a run adds by its own look, by the document and by the classes around it, and
        MIDDLE."""
        tokens, marks, known, here = self._tokens, self._marks, self.marks, self._places[2]
        first, joined = tokens.first, self._joined
        near, placed, before, after = self._patterns
        places, last_kind, find, sums = places_in(end - start), around[-3], self._find, []
        size = places[0][0]
        for k, place in enumerate(places):
            i, five = start + k, around[k : k + 5]
            opening = (" 1" if first[i] else " 0") if joined[i] else _AFTER_A_GAP[first[i]]
            sums.append(
                near[five[1:4] + opening]
                + placed[five[2] + opening[1] + last_kind + place]
                + before[five[:3] + opening[0]]
                + after[five[2:]]
                + find(crc32(five.encode(), _ALL), UNKNOWN)
                + _MORE
                + marks[five[2] + size + known[tokens.lower[i]]]
                + here[tokens.words[i]]
            )
        return sums

    def _odds_of(
        self, start: int, end: int, own: list[int], keys: list[str]
    ) -> tuple[list[float], list[float]]:
        """The odds of each word of a run for beginning a name and for continuing one: by what it adds itself,
        by its neighbours, and by what the run's surroundings say."""
        before2, before, _, after, after2 = self._places
        base = self._edge(start, end) + self._near(start, end)
        begins, insides = [], []
        for k, both in enumerate(own):
            both += base + before2[keys[k]] + before[keys[k + 1]] + after[keys[k + 3]] + after2[keys[k + 4]]
            begins.append(self._begins[both & 0xFFFF])  # as Weights.apart
            insides.append(self._insides[both >> 16])
        return begins, insides


@cache
def _floors(scale: float) -> tuple[int, int, int]:
    """Below which whole numbers a sum for beginning a name, with MIDDLE added, gives less than LEAST, is
    hopeless, is dim."""
    scores = log(LEAST / (1 - LEAST)) / scale - 1, _HOPELESS / scale, _DIM / scale
    least, hopeless, dim = [ceil(score) + MIDDLE for score in scores]
    return least, hopeless, dim


@cache
def places_in(size: int) -> list[str]:
    """For each word of a run of some size how its key ends: see model._PlaceSums."""
    return [f"{min(size, 4)}{min(k, 3)}{min(size - 1 - k, 3)}" for k in range(size)]


def sentences(tokens: Tokens) -> list[int]:
    """Before which words a sentence or a line begins; the first word and the end of the text always.
    Some stand there twice."""
    count, lower = len(tokens), tokens.lower
    starts = [0, *tokens.lines, *[i + 1 for i in tokens.signs if lower[i] in STOPS], count]
    starts.sort()
    return starts


# What a word's key ends in that is not joined to the one before, by whether it opens a sentence: see
# model._NearSums.
_AFTER_A_GAP = ("|0", "|1")


def decode_two(begin: list[float], inside: list[float], moves: dict[str, float]) -> list[Found]:
    """What decode gives for a run of two words, as most are, in a third of its time."""
    first, second = begin
    after_name = first * moves["BB"] + moves["OB"]  # all ways to a name that begins at the second word
    through = first * inside[1] * moves["BI"]
    total = second * after_name + through + first * moves["BO"] + moves["OO"]
    found = [
        (0, 1, first * (moves["BB"] * second + moves["BO"]) / total),
        (0, 2, through / total),
        (1, 2, second * after_name / total),
    ]
    return [(s, e, min(1.0, p)) for s, e, p in found if p > LEAST]


def decode_three(begin: list[float], inside: list[float], moves: dict[str, float]) -> list[Found]:
    """What decode gives for a run of three words, the same sums written out: in half its time."""
    first, second, third = begin
    _, second_in, third_in = inside
    bb, bi, bo = moves["BB"], moves["BI"], moves["BO"]
    ib, ii, io = moves["IB"], moves["II"], moves["IO"]
    ob, oo = moves["OB"], moves["OO"]
    # All ways to a name that begins at the second word, and at the third.
    to_second = first * bb + ob
    b, i, o = second * to_second, second_in * (first * bi), first * bo + oo
    to_third = b * bb + i * ib + o * ob
    total = third * to_third + third_in * (b * bi + i * ii) + (b * bo + i * io + o * oo)
    # All ways on after a name that ends at the second word: by that word's label.
    after_begun, after_inside = bb * third + bo, ib * third + io
    after_first = bb * (second * (after_begun + bi * third_in)) + bo * (ob * third + oo)
    one, two, three = first / total, second * to_second / total, third * to_third / total
    one_two, two_three = one * (second_in * bi), two * (third_in * bi)
    found = [
        (0, 1, one * after_first),
        (0, 2, one_two * after_inside),
        (0, 3, one_two * (third_in * ii)),
        (1, 2, two * after_begun),
        (1, 3, two_three),
        (2, 3, three),
    ]
    return [(s, e, min(1.0, p)) for s, e, p in found if p > LEAST]


def decode(begin: list[float], inside: list[float], moves: dict[str, float]) -> list[Found]:
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


_DECODERS = {2: decode_two, 3: decode_three}
