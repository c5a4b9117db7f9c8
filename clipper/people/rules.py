"""Runs of capitalised words -> candidate names with the title before them and how likely each is a person.

These are the rules that need no model: a known forename, a title, a name of several words beside a verb
of speech. They also serve languages that the model was not trained for.
"""

from __future__ import annotations

from dataclasses import dataclass

from clipper.people import names
from clipper.people.features import bare, is_initial
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
    TITLE_SURNAMES,
)


@dataclass(slots=True)
class Candidate:
    """A possible name at tokens ``start`` to before ``end``; ``score`` between 0 and 1."""

    start: int
    end: int
    score: float
    titled: bool = False
    passing: bool = False


def candidates(tokens: Tokens, start: int, end: int) -> list[Candidate]:
    """Split one run at words that no name holds and judge each piece."""
    found, i = [], start
    while i < end:
        if _splits(tokens, i):
            i += 1
            continue
        j = i + 1
        while j < end and not _splits(tokens, j):
            j += 1
        piece = _judge(tokens, i, j)
        if piece:
            found.append(piece)
        i = j
    return found


def _splits(tokens: Tokens, i: int) -> bool:
    lower = tokens.lower[i]
    if lower in PARTICLES and not tokens.cap[i]:
        return False
    if lower in FUNCTION_WORDS or lower in NATIONS or bare(lower) in HONORIFICS:
        return True
    return bare(lower) in TITLE_HEADS and lower not in TITLE_SURNAMES


def _judge(tokens: Tokens, start: int, end: int) -> Candidate | None:
    words, lower = tokens.words, tokens.lower
    while start < end and lower[start] in PARTICLES and not tokens.cap[start]:
        start += 1
    titled = start > 0 and tokens.joined[start] and _ends_title(tokens, start)
    while titled and end - start > 1 and bare(lower[start]) in TITLE_HEADS:
        start += 1
    if not titled:
        for cut in range(end - 1, start, -1):
            if bare(lower[cut - 1]) in TITLE_HEADS:
                start, titled = cut, True
                break
    if start >= end or end - start > 5 or is_initial(words[end - 1]):
        return None
    passing = end < len(tokens) and lower[end] in PASSING_AFTER
    return Candidate(start, end, _score(tokens, start, end, titled), titled, passing)


def _ends_title(tokens: Tokens, start: int) -> bool:
    before = bare(tokens.lower[start - 1])
    if before in TITLE_HEADS:
        return True
    # Secretary of Defense Leon Panetta: an office that ends in what it is for.
    if before not in TITLE_BODY:
        return False
    for k in range(start - 2, max(start - 6, -1), -1):
        if bare(tokens.lower[k]) in TITLE_HEADS:
            return tokens.lower[k + 1] == "of"
        if tokens.lower[k] not in TITLE_BODY:
            return False
    return False


def _score(tokens: Tokens, start: int, end: int, titled: bool) -> float:
    words, lower = tokens.words, tokens.lower
    size = end - start
    before = lower[start - 1] if start and tokens.joined[start] else ""
    after = lower[end] if end < len(tokens) else ""
    if before in SHIP_WORDS or any(word.isupper() and len(word) > 2 for word in words[start:end]):
        return 0.0
    last = lower[end - 1]
    organised = any(word in ORG_WORDS for word in lower[start:end]) and not (titled and last not in ORG_WORDS)
    known = lower[start] in names.forenames() or is_initial(words[start])
    if size == 1:
        if last in ORG_WORDS and before not in HONORIFICS:
            return 0.1
        spoken = after in SPEECH_VERBS and not tokens.first[start]
        return 0.9 if titled and len(last) > 2 else 0.4 if spoken and names.is_surname(last) else 0.1
    if organised and not (known and names.is_surname(last) and last not in SUFFIXES and size == 2 and titled):
        return 0.1
    if before in ("the", "in", "at") and not known:
        return 0.1
    score = 0.45 * known + 0.5 * titled + 0.2 * names.is_surname(last) + 0.2 * (after in SPEECH_VERBS)
    return min(1.0, 0.1 + score)
