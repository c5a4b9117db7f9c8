"""Words in a run -> the features by which the model judges them, the same in training and in use.

Every feature belongs to one place relative to the judged word ("0" itself, "-" the word before, "+" after,
"<" and ">" two away), or to several words' classes together, or to what the whole document says of the
word. A feature of one place depends on that word alone, so its weight is looked up once per distinct word.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import groupby

from clipper.people import names
from clipper.people.memory import remembered
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
    TITLE_HEADS,
    is_initial,
    is_title,
    is_title_form,
)

Pattern = tuple[str, str, str, str, str, str, str, str, str]

EDGE = "¶"  # stands for the word beyond the first and the last
PLACES = "0-+<>"
BEFORE, AFTER = "nb", "na"
REACH, STOPS = 7, frozenset(".!?;:")
# Classes of words that may be names: the model is to judge them by their kind and company, never to know
# them by heart, since tomorrow's people have other names.
NAMELIKE = frozenset("FSBXMQID")
# The classes of small words that lists hold; where two hold a word, the later one here counts.
_SMALL_CLASSES = {
    **dict.fromkeys(ORG_WORDS, "o"),
    **dict.fromkeys(TITLE_HEADS, "t"),
    **dict.fromkeys(FUNCTION_WORDS, "f"),
    **dict.fromkeys(PARTICLES, "p"),
    **dict.fromkeys(SPEECH_VERBS, "v"),
}
# The same of words with capitals: those that count before all others, and those that lists hold.
_FORMS_OF_ADDRESS = {
    **dict.fromkeys(SUFFIXES, "J"),
    **{word: "H" for honorific in HONORIFICS for word in (honorific, f"{honorific}.")},
}
_CAPITAL_CLASSES = {
    **dict.fromkeys(TITLE_HEADS, "T"),
    **dict.fromkeys(SHIP_WORDS, "Z"),
    **dict.fromkeys(NATIONS, "N"),
    **dict.fromkeys(FUNCTION_WORDS, "W"),
}


@cache
def _closed_marks() -> dict[str, str]:
    """The marks of the words that the lists of words.py hold (see memberships)."""
    found: dict[str, str] = {}
    for mark, listed in (
        ("O", ORG_WORDS),
        ("N", NATIONS),
        ("Z", SHIP_WORDS),
        ("Y", TITLE_BODY),
        ("P", PASSING_AFTER),
        ("V", SPEECH_VERBS),
    ):
        for word in listed:
            found[word] = found.get(word, "") + mark
    return found


@remembered(limit=30_000)
def word_class(word: str) -> str:
    """One letter for the kind of a word: small letters for words without a capital, EDGE for no word."""
    if not word:
        return EDGE
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
    if word.islower():
        return _SMALL_CLASSES.get(lower) or ("t" if is_title_form(lower) else "l")
    return _capital_class(word, lower)


def _capital_class(word: str, lower: str) -> str:
    odd = not word.isalpha()
    if (odd or len(word) == 1) and is_initial(word):
        return "I"
    if lower in _FORMS_OF_ADDRESS:
        return _FORMS_OF_ADDRESS[lower]
    if odd and any(c.isdigit() for c in word):
        return "D"
    if word.isupper() and len(word) > 1:
        return "A"
    return _CAPITAL_CLASSES.get(lower) or _name_class(memberships(lower))


@cache
def _name_class(marks: str) -> str:
    """The class of a word with a capital by the marks of the lists that hold it."""
    fore, sur = "F" in marks, "S" in marks
    if marks[-1:] == "T":
        return "T"
    if "K" in marks:
        return "Q" if fore else "L" if sur else "K"
    if "O" in marks:
        return "M" if fore else "O"
    if "G" in marks:
        return "R" if fore or sur else "G"
    if "C" in marks:
        return "E" if fore else "C"
    return "B" if fore and sur else "F" if fore else "S" if sur else "X"


def shape(word: str) -> str:
    """The pattern of capitals: Xx, XX, X., XxX (McCain), x-X (al-Assad)."""
    if word.isalpha() and word.isascii():  # most words, told without looking at each letter
        if word.istitle() and len(word) > 1:
            return "Xx"
        if word.islower():
            return "x"
    return _shape(word)


@remembered(limit=30_000)
def _shape(word: str) -> str:
    return "".join([kind for kind, _ in groupby(word.translate(_KINDS))])[:6]


class _Kinds(dict[int, str]):
    """The kind of each letter: X, x, 9, or itself."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        kind = "X" if letter.isupper() else "x" if letter.isalpha() else "9" if letter.isdigit() else letter
        self[code] = kind
        return kind


_KINDS = _Kinds()


def word_features(place: str, word: str) -> list[str]:
    """The features of one word at one place (see PLACES)."""
    kind, lower = word_class(word), word.lower()
    own = [] if kind in NAMELIKE else [f"{place}w={lower}"]
    if place in "<>":
        return [f"{place}c={kind}", *own]
    of_kind, *of_look = look_features(place, look_of(kind, word, lower))
    return [of_kind, *own, *of_look, *(letter_features(word, lower) if place == "0" else ())]


def look_of(kind: str, word: str, lower: str) -> str:
    """A word's class (``kind``), its pattern of capitals and, after a tab, the lists that hold it: it shares
    them with many others."""
    return f"{kind}{shape(word)}\t{memberships(lower)}"


def look_features(place: str, look: str) -> list[str]:
    """The features of all words of one look, its class first."""
    capitals, _, marks = look[1:].partition("\t")
    return [f"{place}c={look[0]}", f"{place}s={capitals}", *[f"{place}k={mark}" for mark in marks]]


def letter_features(word: str, lower: str) -> list[str]:
    """The features of the judged word's letters: how many, its endings and beginnings, its halves."""
    count = len(lower)
    found = [f"0l={min(len(word), 12)}"]
    found += [f"0e={lower[-size:]}" for size in (2, 3, 4) if count > size]
    found += [f"0b={lower[:size]}" for size in (2, 3) if count > size]
    if "-" in lower:
        found += [f"0h={lower[: lower.index('-')]}", f"0h={lower[lower.rindex('-') :]}"]
    return found


@remembered(limit=30_000)
def memberships(lower: str) -> str:
    """The marks, a letter each, of the lists that hold a word."""
    marks = names.marks(lower) + ("C" if lower in names.common() else "") + _closed_marks().get(lower, "")
    return f"{marks}T" if is_title_form(lower) else marks


def pattern(tokens: Tokens, start: int, end: int, i: int) -> Pattern:
    """What kinds of words stand around word ``i`` of the run from ``start`` to before ``end``."""
    words, count = tokens.words, len(tokens.words)
    kinds = "".join([word_class(words[k]) if 0 <= k < count else EDGE for k in range(i - 2, i + 3)])
    return (
        kinds[0],
        kinds[1] if tokens.joined[i] or i == 0 else f"|{kinds[1]}",
        kinds[2],
        kinds[3],
        kinds[4],
        word_class(words[end - 1]),
        "1" if tokens.first[i] else "0",
        str(min(end - start, 4)),
        f"{min(i - start, 3)}{min(end - 1 - i, 3)}",
    )


def pattern_features(shown: Pattern) -> list[str]:
    """The features of a pattern: those that look one word far, and those that look two."""
    before2, before, here, after, after2, last, first, size, place = shown
    gap, kinds = before[:-1], f"{before2}{before[-1]}{here}{after}{after2}"
    near = near_features(kinds[1:4], gap, first)
    far, placed = far_features(kinds, gap), place_features(here, last, first, size, place)
    return [*near[:3], *far, *placed[:4], *near[3:], *placed[4:]]


def near_features(kinds: str, gap: str, first: str) -> list[str]:
    """The features of the classes of three words, the judged one in their middle. ``gap`` is "|" where more
    than a space stands before that, else ""; ``first`` is "1" if it opens a sentence, else "0"."""
    before, here, after = kinds[0], kinds[1], kinds[2]
    return [
        f"ab={gap}{before}{here}",
        f"bc={here}{after}",
        f"abc={gap}{kinds}",
        f"fn={first}{here}{after}",
    ]


def place_features(here: str, last: str, first: str, size: str, place: str) -> list[str]:
    """The features of a word's class and its place in the run: ``last`` is the class of the run's last word,
    ``size`` the run's length (4 for more), ``place`` how many of its words are before and after."""
    return [
        f"pos={place}",
        f"pc={place}{here}",
        f"fc={first}{here}{size}",
        f"lc={last}{here}",
        f"sz={size}{here}",
    ]


def far_features(kinds: str, gap: str) -> list[str]:
    """The features of the classes of five words, the judged one in their middle (``gap`` as above)."""
    return [f"aab={kinds[0]}{gap}{kinds[1:3]}", f"bcc={kinds[2:]}", f"all={kinds}"]


def run_features(tokens: Tokens, start: int, end: int) -> list[str]:
    """The features that every word of a run shares: what stands before and after the run."""
    before, after = words_around(tokens, start, end)
    size = "1" if end - start == 1 else "n"
    return [
        *edge_features(tokens, start, end),
        *around_features(BEFORE, before, size),
        *around_features(AFTER, after, size),
    ]


def words_around(tokens: Tokens, start: int, end: int) -> tuple[list[str], list[str]]:
    """The small words of the same sentence within seven words before a run, and after it."""
    lower, opens, cap = tokens.lower, tokens.opens, tokens.cap
    first, last = start, end
    stop = max(start - REACH, 0)
    while first > stop and not opens[first] and lower[first - 1] not in STOPS:
        first -= 1
    stop = min(end + REACH, len(lower))
    while last < stop and not opens[last] and lower[last] not in STOPS:
        last += 1
    before = [lower[k] for k in range(first, start) if not cap[k] and lower[k] > "A"]
    return before, [lower[k] for k in range(end, last) if not cap[k] and lower[k] > "A"]


def around_features(side: str, words: Iterable[str], size: str) -> list[str]:
    """The features of small words on one side of a run (BEFORE or AFTER); ``size`` is "1" for a run of one
    word, else "n"."""
    return [f"{side}{size}={word}" for word in words]


def edge_features(tokens: Tokens, start: int, end: int) -> list[str]:
    """The features of the words right before and right after a run."""
    lower, count = tokens.lower, len(tokens.lower)
    size = min(end - start, 4)
    out = lower[start - 1] if start else EDGE
    following = lower[end] if end < count else EDGE
    beyond = lower[end + 1] if end + 1 < count else EDGE
    found = [
        f"out{size}={out}",
        f"nxt{size}={following}",
        f"o2{size}={lower[start - 2] if start > 1 else EDGE} {out}",
        f"n2{size}={following} {'#' if beyond[0].isdigit() else beyond}",
    ]
    if following == "," and is_apposition(tokens, end + 1):
        found.append(f"app{size}=")
    return found


def evidence_features(bits: str, size: int, kind: str) -> list[str]:
    """The features that the document's evidence of a word gives in a run of ``size`` words (4 for more)."""
    return [f"ev={bits}", f"es={bits}{size}", *[f"e1={bit}{size}{kind}" for bit in bits]]


def is_apposition(tokens: Tokens, start: int) -> bool:
    """Whether an office or occupation follows: "..., a former army general,"."""
    for word in tokens.lower[start : start + 6]:
        if is_title(word):
            return True
        if word in ",.;:":
            return False
    return False
