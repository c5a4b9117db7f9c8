"""Text -> words with offsets, lines, and runs of capitalised words: the only places where names can stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from clipper.people.words import FUNCTION_WORDS, PARTICLES

# Zero-width marks and soft hyphens, which pages put inside names; they hide names and mean nothing.
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")

# U.S., J., St.: letters with their points. Then words with inner apostrophes and hyphens (but not the
# possessive 's), numbers, and any other single character.
_TOKEN = re.compile(
    r"(?:[^\W\d_]\.)+(?:[^\W\d_](?![\w]))?"
    r"|(?:Gen|Lt|Maj|Brig|Col|Capt|Cmdr|Cdr|Sgt|Cpl|Pvt|Adm|Sen|Sens|Rep|Reps|Gov|Rev|Hon|Mr|Mrs|Ms|Dr|Prof|St|Jr|Sr"
    r"|GEN|LT|MAJ|BRIG|COL|CAPT|CMDR|SGT|ADM|SEN|REP|GOV|MR|MRS|MS|DR|JR|SR|SEC|Sec|Vadm|Radm|Mme|Ret)\."
    r"|[^\W\d_](?:[^\W_]|[\u0300-\u036f]|['’](?!s(?![^\W\d_]))(?=[^\W\d_])|[-‐‑](?=[^\W_]))*"
    r"|\d[\d.,]*"
    r"|['’]s(?![^\W\d_])"
    r"|\S"
)
_TERMINAL = frozenset(".!?:;”\"'’)»…。")


@dataclass(slots=True)
class Tokens:
    """The words of one text, in parallel lists; ``line_of`` and ``first`` say where each stands.

    ``cap`` is True for words that can be part of a name by their letters. ``first`` marks words that
    open a sentence, so that their capital says nothing.
    """

    text: str
    words: list[str] = field(default_factory=list)
    lower: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    cap: list[bool] = field(default_factory=list)
    first: list[bool] = field(default_factory=list)
    joined: list[bool] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.words)

    def surface(self, start: int, end: int) -> str:
        """The text from token ``start`` to before token ``end``."""
        return self.text[self.starts[start] : self.ends[end - 1]]


def _can_be_name(word: str) -> bool:
    head = word[0]
    if head.isupper() or head.istitle():
        return True
    # al-Assad, d'Estaing: a small prefix before a capital.
    return (
        len(word) > 3
        and not word.islower()
        and word[:4]
        .lower()
        .startswith(("al-", "el-", "d'", "d’", "l'", "l’", "ad-", "as-", "an-", "ar-", "az-", "at-", "ash-"))
    )


def is_wrapped(text: str) -> bool:
    """Whether lines were broken at a width, as in old plain text, so that a name may span two lines."""
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) < 6:
        return False
    long = [line for line in lines if 45 <= len(line.rstrip()) <= 95]
    open_ended = sum(line.rstrip()[-1] not in _TERMINAL for line in long)
    return len(long) > 0.6 * len(lines) and open_ended > 0.5 * len(lines)


def tokenise(text: str) -> Tokens:
    """Split ``text`` into words; offsets count its characters. ``joined[i]`` says that only a space, or a
    broken line of wrapped text, stands between word i-1 and word i."""
    tokens = Tokens(text)
    wrapped = is_wrapped(text)
    words, lower, starts, ends = tokens.words, tokens.lower, tokens.starts, tokens.ends
    cap, first, joined = tokens.cap, tokens.first, tokens.joined
    opening, last_end = True, 0
    for match in _TOKEN.finditer(text):
        word, (start, end) = match.group(), match.span()
        gap = text[last_end:start]
        if "\n" in gap and not (wrapped and gap.count("\n") == 1):
            opening, close = True, False
        else:
            close = 0 < len(gap) <= 3
        words.append(word)
        lower.append(word.lower())
        starts.append(start)
        ends.append(end)
        joined.append(close)
        cap.append(_can_be_name(word))
        first.append(opening)
        if word in ".!?:;" or (len(word) == 1 and word in '…•–—-“"”('):
            opening = opening or word in '.!?:;•“"('
        else:
            opening = False
        last_end = end
    return tokens


def runs(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Spans of token numbers (start, end) in which names can stand: capitalised words joined by spaces,
    with particles between them."""
    cap, joined, lower, count = tokens.cap, tokens.joined, tokens.lower, len(tokens)
    i = 0
    while i < count:
        if not cap[i] and not (lower[i] in PARTICLES and i + 1 < count and cap[i + 1] and joined[i + 1]):
            i += 1
            continue
        j = i + 1
        while j < count and joined[j]:
            if cap[j]:
                j += 1
                continue
            k = j
            while k < count and k - j < 3 and joined[k] and lower[k] in PARTICLES and not cap[k]:
                k += 1
            if k > j and k < count and cap[k] and joined[k]:
                j = k + 1
            else:
                break
        if any(cap[i:j]):
            yield i, j
        i = j


def is_function(lower: str) -> bool:
    """Whether a word is an article, preposition, day and the like, which no name holds."""
    return lower in FUNCTION_WORDS
