"""A name in its sentence -> the office or rank beside it: "Japanese Defense Minister", "Gen."."""

from __future__ import annotations

from clipper.people.tokens import Tokens
from clipper.people.words import (
    FOREIGN_WORDS,
    FUNCTION_WORDS,
    NATIONS,
    TITLE_BODY,
    TITLE_LINKS,
    bare,
    is_title,
)

_FORMS_OF_ADDRESS = frozenset(
    ("mr", "mrs", "ms", "miss", "sir", "dame", "herr", "frau", "monsieur", "madame", "mme", "señor", "señora")
)
# Heads that make no title alone: the first, Jane Doe; senior; deputy.
_NOT_ALONE = frozenset(
    ("first", "senior", "master", "technical", "tech", "warrant", "staff", "deputy", "vice")
)
_RELATIVES = frozenset(("the", "a", "an", "who", "is", "was"))
_ARTICLES = frozenset(("the", "a", "an"))
_LONGEST = 9
_PARTING = frozenset(("and", "under", "of", "for", "to"))  # what may stand between two titles
_ASIDES = frozenset(("j.g", "ret", "retd", "rtd", "retired", "r"))
_OF = frozenset(("of", "for", "de", "di", "des"))
_FITTING = TITLE_BODY | NATIONS | _OF
_ORDINALS = frozenset(("st", "nd", "rd", "th"))


def office(tokens: Tokens, start: int, end: int) -> str:
    """The title beside the name at tokens ``start`` to before ``end``: the one before it, else the one in
    apposition after it, else ""."""
    found = _before(tokens, start) if start else ""
    return found or (_after(tokens, end) if tokens.lower[end : end + 1] == [","] else "")


def is_office(title: str) -> bool:
    """Whether a title says more than Mr. or Mrs."""
    return bool(title) and bare(title.lower()) not in _FORMS_OF_ADDRESS


def _fits(tokens: Tokens, i: int) -> bool:
    lower = tokens.lower[i]
    return lower in _FITTING or (tokens.cap[i] and lower not in FUNCTION_WORDS) or is_title(lower)


def _has_head(tokens: Tokens, start: int, end: int) -> bool:
    return not _NOT_ALONE.issuperset([word for word in tokens.lower[start:end] if is_title(word)])


def _before(tokens: Tokens, start: int) -> str:
    lower, joined = tokens.lower, tokens.joined
    aside = _aside(tokens, start) if start > 4 and lower[start - 1] == ")" else 0
    start -= aside
    if not ((aside or joined[start]) and _fits(tokens, start - 1)):
        return ""
    i = _before_class(tokens, start - 1)
    while i > 0 and start - i < _LONGEST and joined[i] and _fits(tokens, i - 1):
        i = _before_class(tokens, i - 1)
    while i < start and (lower[i] in TITLE_LINKS or lower[i] in FOREIGN_WORDS):
        i += 1
    i = _after_last_conjunction(tokens, i, start)
    if i == start or not _has_head(tokens, i, start) or not _touches(tokens, i, start):
        return ""
    return _say(tokens, i, start)


def _aside(tokens: Tokens, start: int) -> int:
    """How many words before a name after a closing bracket are "(ret.)" or "(j.g.)" after its rank."""
    lower = tokens.lower
    for size in (3, 4):
        if lower[start - size] == "(" and bare(lower[start - size + 1]) in _ASIDES:
            return size
    return 0


def _before_class(tokens: Tokens, i: int) -> int:
    """Where "2nd Class" begins, if word ``i`` ends it: a rank goes on before it (Petty Officer 2nd Class)."""
    lower = tokens.lower
    ordinal = lower[i] == "class" and i > 1 and lower[i - 1] in _ORDINALS and lower[i - 2].isdigit()
    return i - 2 if ordinal else i


def _after_last_conjunction(tokens: Tokens, start: int, end: int) -> int:
    """Where the title nearest the name begins: not at "Washington and" or "envoy of" before President."""
    for k in range(end - 2, start - 1, -1):
        if tokens.lower[k] in _PARTING and _parts(tokens, start, k):
            return k + 1
    return start


def _parts(tokens: Tokens, start: int, k: int) -> bool:
    word, after = tokens.lower[k], tokens.lower[k + 1]
    headed = _has_head(tokens, start, k)
    if word == "and":
        return headed or k == start or tokens.lower[k - 1] not in TITLE_BODY
    if word == "under":
        return "secretary" not in after
    if word in ("of", "for"):
        return (not headed and word == "for") or (is_title(after) and after not in TITLE_BODY)
    return word == "to"


def _touches(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the title runs up to the name: its last word is a head, or belongs to "... of ..." of one."""
    if is_title(tokens.lower[end - 1]) or tokens.lower[end - 1] == "class":
        return True
    return any(tokens.lower[k] in _OF and _has_head(tokens, start, k) for k in range(end - 2, start, -1))


def _after(tokens: Tokens, end: int) -> str:
    lower, count = tokens.lower, len(tokens.lower)
    if end >= count or lower[end] != ",":
        return ""
    i = end + 1
    while i < count and lower[i] in _RELATIVES:
        i += 1
    if i < count and lower[i] == "and":
        return ""
    j = i
    while j < count and j - i < _LONGEST and (j == i or tokens.joined[j]) and _fits(tokens, j):
        j += 1
    while j > i and lower[j - 1] in TITLE_LINKS:
        j -= 1
    if j == i or not _has_head(tokens, i, j) or not any(map(is_title, lower[i : i + 6])):
        return ""
    return _say(tokens, i, j)


def _say(tokens: Tokens, start: int, end: int) -> str:
    while start < end - 1 and tokens.lower[start] in _ARTICLES:
        start += 1
    return " ".join(tokens.surface(start, end).split())
