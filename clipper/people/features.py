"""Words in a run -> the features by which the model judges them, the same in training and in use.

Every feature belongs to one place relative to the judged word ("0" itself, "-" the word before, "+" after,
"<" and ">" two away), or to several words' classes together, or to what the whole document says of the
word. A feature of one place depends on that word alone, so its weight is looked up once per distinct word.
"""

from __future__ import annotations

from functools import lru_cache

from clipper.people import names
from clipper.people.tokens import Tokens
from clipper.people.words import (
    FUNCTION_WORDS,
    HONORIFICS,
    NATIONS,
    ORG_WORDS,
    PARTICLES,
    PASSING_AFTER,
    SHIP_WORDS,
    SPEECH_VERBS,
    SUFFIXES,
    TITLE_BODY,
    bare,
    is_initial,
    is_title,
)

Pattern = tuple[str, str, str, str, str, str, str, str, str]

EDGE = "¶"  # stands for the word beyond the first and the last
PLACES = "0-+<>"
# Classes of words that may be names: the model is to judge them by their kind and company, never to know
# them by heart, since tomorrow's people have other names.
_NAMELIKE = frozenset("FSBXMQID")


@lru_cache(maxsize=20_000)
def word_class(word: str) -> str:
    """One letter for the kind of a word: small letters for words without a capital."""
    lower = word.lower()
    if not word[0].isalpha():
        return (
            "#"
            if word[0].isdigit()
            else "s"
            if lower in ("'s", "’s")
            else word[0]
            if word in ',.()":;'
            else "-"
        )
    if not word[0].isupper() and word.islower():
        return _small_class(lower)
    return _capital_class(word, lower)


def _small_class(lower: str) -> str:
    if lower in SPEECH_VERBS:
        return "v"
    if lower in PARTICLES:
        return "p"
    if lower in FUNCTION_WORDS:
        return "f"
    if is_title(lower):
        return "t"
    return "o" if lower in ORG_WORDS else "l"


def _capital_class(word: str, lower: str) -> str:
    if is_initial(word):
        return "I"
    if bare(lower) in HONORIFICS:
        return "H"
    if lower in SUFFIXES:
        return "J"
    if any(c.isdigit() for c in word):
        return "D"
    if len(word) > 1 and word.isupper():
        return "A"
    for letter, listed in (("W", FUNCTION_WORDS), ("N", NATIONS), ("Z", SHIP_WORDS)):
        if lower in listed:
            return letter
    if is_title(lower):
        return "T"
    return _name_class(lower)


def _name_class(lower: str) -> str:
    fore, sur = lower in names.forenames(), names.is_surname(lower)
    if lower in names.places():
        return "Q" if fore else "L" if sur else "K"
    if lower in ORG_WORDS:
        return "M" if fore else "O"
    if lower in names.groups():
        return "R" if fore or sur else "G"
    if lower in names.common():
        return "E" if fore else "C"
    return "B" if fore and sur else "F" if fore else "S" if sur else "X"


@lru_cache(maxsize=20_000)
def shape(word: str) -> str:
    """The pattern of capitals: Xx, XX, X., XxX (McCain), x-X (al-Assad)."""
    out: list[str] = []
    for c in word:
        kind = "X" if c.isupper() else "x" if c.isalpha() else "9" if c.isdigit() else c
        if not out or out[-1] != kind:
            out.append(kind)
    return "".join(out)[:6]


def word_features(place: str, word: str) -> list[str]:
    """The features of one word at one place (see PLACES)."""
    lower, kind = word.lower(), word_class(word)
    found = [f"{place}c={kind}"]
    if kind not in _NAMELIKE:
        found.append(f"{place}w={lower}")
    if place in "<>":
        return found
    found.append(f"{place}s={shape(word)}")
    found.extend(f"{place}k={mark}" for mark in _memberships(lower))
    if place == "0":
        found.append(f"0l={min(len(word), 12)}")
        for size in (2, 3, 4):
            if len(lower) > size:
                found.append(f"0e={lower[-size:]}")
        for size in (2, 3):
            if len(lower) > size:
                found.append(f"0b={lower[:size]}")
        if "-" in lower:
            found.extend(f"0h={part}" for part in (lower[: lower.index("-")], lower[lower.rindex("-") :]))
    return found


@lru_cache(maxsize=20_000)
def _memberships(lower: str) -> tuple[str, ...]:
    marks = []
    if lower in names.forenames():
        marks.append("F")
    if names.is_surname(lower):
        marks.append("S")
    for mark, listed in (
        ("C", names.common()),
        ("K", names.places()),
        ("G", names.groups()),
        ("O", ORG_WORDS),
        ("N", NATIONS),
        ("Z", SHIP_WORDS),
        ("Y", TITLE_BODY),
        ("P", PASSING_AFTER),
        ("V", SPEECH_VERBS),
    ):
        if lower in listed:
            marks.append(mark)
    if is_title(lower):
        marks.append("T")
    return tuple(marks)


def pattern(tokens: Tokens, start: int, end: int, i: int) -> Pattern:
    """What kinds of words stand around word ``i`` of the run from ``start`` to before ``end``."""
    words, count = tokens.words, len(tokens.words)
    return (
        word_class(words[i - 2]) if i > 1 else EDGE,
        ("" if tokens.joined[i] else "|") + word_class(words[i - 1]) if i > 0 else EDGE,
        word_class(words[i]),
        word_class(words[i + 1]) if i + 1 < count else EDGE,
        word_class(words[i + 2]) if i + 2 < count else EDGE,
        word_class(words[end - 1]),
        "1" if tokens.first[i] else "0",
        str(min(end - start, 4)),
        f"{min(i - start, 3)}{min(end - 1 - i, 3)}",
    )


def pattern_features(shown: Pattern) -> list[str]:
    """The features of a pattern, which recurs so often that their sum is worth keeping."""
    before2, before, here, after, after2, last, first, size, place = shown
    return [
        f"ab={before}{here}",
        f"bc={here}{after}",
        f"abc={before}{here}{after}",
        f"aab={before2}{before}{here}",
        f"bcc={here}{after}{after2}",
        f"all={before2}{before[-1]}{here}{after}{after2}",
        f"pos={place}",
        f"pc={place}{here}",
        f"fc={first}{here}{size}",
        f"lc={last}{here}",
        f"fn={first}{here}{after}",
        f"sz={size}{here}",
    ]


def run_features(tokens: Tokens, start: int, end: int) -> list[str]:
    """The features that every word of a run shares: what stands before and after the run."""
    lower, count = tokens.lower, len(tokens.lower)
    size = min(end - start, 4)
    out = lower[start - 1] if start else EDGE
    following = lower[end] if end < count else EDGE
    beyond = lower[end + 1] if end + 1 < count else EDGE
    found = [
        f"out={out}|{size}",
        f"nxt={following}|{size}",
        f"o2={lower[start - 2] if start > 1 else EDGE} {out}|{size}",
        f"n2={following} {'#' if beyond[0].isdigit() else beyond}|{size}",
    ]
    if following == "," and _is_apposition(tokens, end + 1):
        found.append(f"app={size}")
    return found


def evidence_features(bits: str, size: int, kind: str) -> list[str]:
    """The features that the document's evidence of a word gives in a run of ``size`` words (4 for more)."""
    return [f"ev={bits}", f"es={bits}{size}", *[f"e1={bit}{size}{kind}" for bit in bits]]


def _is_apposition(tokens: Tokens, start: int) -> bool:
    """Whether an office or occupation follows: "..., a former army general,"."""
    for word in tokens.lower[start : start + 6]:
        if is_title(word):
            return True
        if word in ",.;:":
            return False
    return False
