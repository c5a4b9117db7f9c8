"""A document's words -> what the whole document says of each capitalised word.

One pass over all its texts: a word that follows "Mr." once, that stands beside "said", that comes after "in"
or "the", or that is also written small, is judged in the light of that wherever else it stands.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache
from itertools import compress

from clipper.people import names
from clipper.people.memory import remembered
from clipper.people.tokens import Tokens
from clipper.people.words import HONORIFICS, NATIONS, ORG_WORDS, SPEECH_VERBS, is_title_form

_IN = frozenset(
    [
        "in",
        "at",
        "near",
        "from",
        "into",
        "across",
        "outside",
        "inside",
        "around",
        "via",
        "toward",
        "towards",
        "throughout",
    ]
)


# The marks as bits, from the first that is shown to the last.
_BITS = {mark: 1 << k for k, mark in enumerate("dfijlmopst")}
_JOINED, _SMALL = _BITS["j"], _BITS["l"]
# What the word before a run says, unless it is a title.
_BEFORE = {"the": _BITS["d"]} | dict.fromkeys(_IN, _BITS["i"]) | dict.fromkeys(SPEECH_VERBS, _BITS["s"])
# What the word after says at the end of a run, and inside it.
_POSSESSIVE = dict.fromkeys(("'s", "’s"), _BITS["p"])
_AFTER = dict.fromkeys(SPEECH_VERBS, _BITS["s"]) | _POSSESSIVE
_NEXT = {word: bits | _JOINED for word, bits in (dict.fromkeys(ORG_WORDS, _BITS["o"]) | _AFTER).items()}


class Evidence:
    """What was seen of each word (in lower case), as a short string of marks.

    t follows a title, m follows a form of address, f follows a forename, s beside a verb of speech,
    i follows "in" and the like, d follows "the", o comes before an organisation's word, p before 's,
    l also written small, n more than once, r more than three times, j part of a longer run.
    """

    def __init__(self) -> None:
        self._seen: defaultdict[str, int] = defaultdict(int)
        self._bits: dict[str, str] = {}
        self._counts: Counter[str] = Counter()

    def bits(self, lower: str) -> str:
        """The marks of a word in a fixed order."""
        return self.known().get(lower, "")

    def known(self) -> dict[str, str]:
        """The marks of every word that stands in a run of the texts read."""
        if not self._bits:
            counts = self._counts
            for word, seen in self._seen.items():
                times = counts[word]
                self._bits[word] = _shown(seen) if times == 1 else _shown(seen) + ("r" if times > 3 else "n")
        return self._bits

    def read(self, tokens: Tokens, spans: Sequence[tuple[int, int]]) -> None:
        """Take in one text, whose runs of capitalised words are ``spans``; inside them, only spaces stand
        between words."""
        lower, joined, seen = tokens.lower, tokens.joined, self._seen
        count = len(tokens)
        self._counts.update([word for start, end in spans for word in lower[start:end]])
        for start, end in spans:
            bits = _before(lower[start - 1]) if start and joined[start] else 0
            if end - start > 1:
                for i in range(start, end - 1):
                    seen[lower[i]] |= bits | _NEXT.get(lower[i + 1], _JOINED)
                    bits = _inside(lower[i])
            if end < count:
                bits |= (_AFTER if joined[end] else _POSSESSIVE).get(lower[end], 0)
            seen[lower[end - 1]] |= bits
        for word in seen.keys() & set(compress(lower, [not capital for capital in tokens.cap])):
            seen[word] |= _SMALL
        self._bits.clear()


@cache
def _shown(seen: int) -> str:
    return "".join([mark for mark, bit in _BITS.items() if seen & bit])


@remembered(limit=30_000)
def _before(before: str) -> int:
    """What the word before a run says of the run's first word."""
    plain = before[:-1] if before[-1] == "." else before
    if plain in HONORIFICS:
        return _BITS["m"]
    return _BITS["t"] if is_title_form(plain) else _BEFORE.get(before, 0)


@remembered(limit=30_000)
def _inside(before: str) -> int:
    """What a run's word says of the next one."""
    bits = _before(before)
    if not bits and "F" in names.marks(before) and before not in NATIONS:
        bits = _BITS["f"]
    return bits | _JOINED
