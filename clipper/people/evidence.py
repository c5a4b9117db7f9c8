"""A document's words -> what the whole document says of each capitalised word.

One pass over all its texts: a word that follows "Mr." once, that stands beside "said", that comes after "in"
or "the", or that is also written small, is judged in the light of that wherever else it stands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import compress
from operator import not_

from clipper.people import names
from clipper.people.tokens import Tokens
from clipper.people.words import HONORIFICS, NATIONS, ORG_WORDS, SPEECH_VERBS, is_title

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


class Evidence:
    """What was seen of each word (in lower case), as a short string of marks.

    t follows a title, m follows a form of address, f follows a forename, s beside a verb of speech,
    i follows "in" and the like, d follows "the", o comes before an organisation's word, p before 's,
    l also written small, n more than once, r more than three times, j part of a longer run.
    """

    def __init__(self) -> None:
        self._marks: dict[str, set[str]] = {}
        self._bits: dict[str, str] = {}
        self._counts: Counter[str] = Counter()

    def bits(self, lower: str) -> str:
        """The marks of a word in a fixed order."""
        return self.known().get(lower, "")

    def known(self) -> dict[str, str]:
        """The marks of every word that stands in a run of the texts read."""
        if not self._bits:
            counts = self._counts
            for word, marks in self._marks.items():
                times = counts[word]
                seen = "".join(sorted(marks)) if marks else ""
                self._bits[word] = seen if times == 1 else seen + ("r" if times > 3 else "n")
        return self._bits

    def has(self, lower: str, mark: str) -> bool:
        """Whether a word bears a mark."""
        return mark in self._marks.get(lower, ())

    def read(self, tokens: Tokens, spans: Iterable[tuple[int, int]]) -> None:
        """Take in one text, whose runs of capitalised words are ``spans``."""
        lower, joined, known = tokens.lower, tokens.joined, self._marks
        count = len(tokens)
        places = list(spans)
        self._counts.update([word for start, end in places for word in lower[start:end]])
        for start, end in places:
            for i in range(start, end):
                marks = known.get(lower[i])
                if marks is None:
                    marks = known[lower[i]] = set()
                if i > 0 and joined[i]:
                    self._look_back(marks, lower[i - 1], i > start)
                if i + 1 < count:
                    self._look_ahead(marks, lower[i + 1], joined[i + 1], i + 1 < end)
        for word in self._marks.keys() & set(compress(lower, map(not_, tokens.cap))):
            self._marks[word].add("l")
        self._bits.clear()

    def _look_back(self, marks: set[str], before: str, inside: bool) -> None:
        plain = before[:-1] if before[-1] == "." else before
        if plain in HONORIFICS:
            marks.add("m")
        elif is_title(plain):
            marks.add("t")
        elif before in SPEECH_VERBS:
            marks.add("s")
        elif before in _IN:
            marks.add("i")
        elif before == "the":
            marks.add("d")
        elif inside and before in names.forenames() and before not in NATIONS:
            marks.add("f")
        if inside:
            marks.add("j")

    def _look_ahead(self, marks: set[str], after: str, close: bool, inside: bool) -> None:
        if after in ("'s", "’s"):
            marks.add("p")
        elif close and after in SPEECH_VERBS:
            marks.add("s")
        elif inside and after in ORG_WORDS:
            marks.add("o")
        if inside:
            marks.add("j")
