"""A document's words -> what the whole document says of each capitalised word.

One pass over all its texts: a word that follows "Mr." once, that stands beside "said", that comes after "in"
or "the", or that is also written small, is judged in the light of that wherever else it stands.
"""

from __future__ import annotations

from collections.abc import Iterable

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
_JOINED, _SMALL, _ONCE = _BITS["j"], _BITS["l"], 1 << len(_BITS)
# What the word before a run says, unless it is a title.
_BEFORE = {"the": _BITS["d"]} | dict.fromkeys(_IN, _BITS["i"]) | dict.fromkeys(SPEECH_VERBS, _BITS["s"])
# What the word after says at the end of a run, and inside it.
_POSSESSIVE = ("'s", "’s")
_AFTER = dict.fromkeys(SPEECH_VERBS, _BITS["s"]) | dict.fromkeys(_POSSESSIVE, _BITS["p"])
_NEXT = {word: bits | _JOINED for word, bits in (dict.fromkeys(ORG_WORDS, _BITS["o"]) | _AFTER).items()}


class Evidence:
    """What was seen of each word (in lower case), as a short string of marks.

    t follows a title, m follows a form of address, f follows a forename, s beside a verb of speech,
    i follows "in" and the like, d follows "the", o comes before an organisation's word, p before 's,
    l also written small, n more than once, r more than three times, j part of a longer run.
    """

    def __init__(self) -> None:
        # Of each word its marks as bits, and how often it stands in runs: _ONCE for each time.
        self._seen: dict[str, int] = {}
        self._bits: dict[str, str] = {}

    def bits(self, lower: str) -> str:
        """The marks of a word in a fixed order."""
        return self.known().get(lower, "")

    def known(self) -> dict[str, str]:
        """The marks of every word that stands in a run of the texts read."""
        if not self._bits:
            self._bits = dict(zip(self._seen, map(_shown, self._seen.values()), strict=True))
        return self._bits

    def read(self, tokens: Tokens, spans: Iterable[tuple[int, int]]) -> None:
        """Take in one text, whose runs of capitalised words are ``spans``; inside them, only spaces stand
        between words."""
        lower, joined, count = tokens.lower, tokens.joined, len(tokens)
        seen, known = self._seen, self._seen.get
        for start, end in spans:
            word = lower[start]
            bits = _before(lower[start - 1]) if joined[start] and start else 0
            if end - start > 1:
                for following in lower[start + 1 : end]:
                    seen[word] = (known(word, 0) | bits | _NEXT.get(following, _JOINED)) + _ONCE
                    bits = _inside(word)
                    word = following
            if end < count and lower[end] in _AFTER and (joined[end] or lower[end] in _POSSESSIVE):
                bits |= _AFTER[lower[end]]
            seen[word] = (known(word, 0) | bits) + _ONCE
        for word in {*seen}.intersection(tokens.quiet):
            seen[word] |= _SMALL
        self._bits = {}


@remembered(limit=10_000)
def _shown(seen: int) -> str:
    """What was seen of a word as its marks."""
    often = "r" if seen >= 4 * _ONCE else "n" if seen >= 2 * _ONCE else ""
    return "".join([mark for mark, bit in _BITS.items() if seen & bit]) + often


def _says(before: str) -> int:
    """What a word says of the next one, if it stands before that one's run."""
    plain = before[:-1] if before[-1] == "." else before
    if plain in HONORIFICS:
        return _BITS["m"]
    return _BITS["t"] if is_title_form(plain) else _BEFORE.get(before, 0)


_before = remembered(limit=30_000)(_says)


@remembered(limit=30_000)
def _inside(before: str) -> int:
    """What a run's word says of the next one."""
    bits = _says(before)
    if not bits and "F" in names.marks(before) and before not in NATIONS:
        bits = _BITS["f"]
    return bits | _JOINED
