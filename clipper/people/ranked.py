"""A name and what stands right beside it -> whether a rank, a party or letters make it a person's."""

from __future__ import annotations

import re

from clipper.people import names
from clipper.people.kinds import THINGS, word_set
from clipper.people.ranks import is_in_letters, is_pair, is_rank
from clipper.people.tokens import Tokens
from clipper.people.words import (
    FUNCTION_WORDS,
    NATIONS,
    ORG_WORDS,
    SHIP_WORDS,
    TITLE_BODY,
    bare,
    is_title,
)

# Letters after a name; a party and a state: D-Calif., R-Ark.
LETTERS_AFTER = {
    word.upper()
    for word in word_set("""
    mp mep msp ms mla td kc qc sc cbe obe mbe kbe dso rn raf usn usmc usaf usa uscg jp frs
""")
}
# What stands first in all that may be a mark after a name.
MARKS_AFTER = LETTERS_AFTER | {"(", ")", ","}
_PARTY = re.compile(r"[DRI]-[A-Z][a-z]+\.?")
_SMALL, _PLACING = frozenset(("the", "and", "for", "to", "of")), word_set("of in at near from")
_SURNAMES_TOO = word_set("king prince pope bishop baker cook dean page miller hunter fisher mason butcher")
_MISTERS = word_set("mr mrs ms")
# A party's letters: (FDP), (CPC).
_PARTY_LETTERS = re.compile("[A-Z]{2,5}")


def is_ranked(tokens: Tokens, start: int) -> bool:
    """Whether a rank or office stands right before a word that ends its run: "sent to Major Ochoa", "Brig.
    Gen. Lord Fielding"."""
    lower, last, end = tokens.lower, start - 1, start + 1
    if lower[last] == "j.g." and last:
        last -= 1
    if last < 0 or not tokens.joined[start] or not (tokens.cap[last] or lower[last].isdigit()):
        return False
    if (end < len(lower) and tokens.cap[end] and tokens.joined[end]) or tokens.words[start].isupper():
        return False
    first = last
    while first > 0 and tokens.joined[first] and _is_of_a_title(lower[first - 1]):
        first -= 1
    word, before = lower[start], lower[first - 1] if first else ""
    sure = _ends_a_rank(tokens, first, last, named=True)
    if not sure and (before == "the" or not _ends_a_rank(tokens, first, last, named=False)):
        return False
    if len(word) < 2 or word in FUNCTION_WORDS or is_title(word) or before in SHIP_WORDS or before in THINGS:
        return False
    office = bare(lower[last])
    if f"{office} {word}" in names.phrases():
        return False  # Captain Morgan
    if office in _MISTERS:
        return names.is_surname(word) or word not in ORG_WORDS
    if _is_of_things(word):
        return False
    if is_in_letters(tokens.words[last]):
        return names.is_surname(word)
    placed = first == last and before in _PLACING
    return names.is_surname(word) or ((sure or not placed) and not _may_be_a_place(word))


def _is_of_things(lower: str) -> bool:
    known = lower in ORG_WORDS or lower in TITLE_BODY or lower in NATIONS
    return known or lower == "court-martial"


def may_be_surname(lower: str) -> bool:
    """Whether a word that stands where a surname can is no office, body or thing."""
    if _is_of_things(lower) or (is_title(lower) and lower not in _SURNAMES_TOO):
        return False
    return names.is_surname(lower) or lower not in names.common()


def _may_be_a_place(lower: str) -> bool:
    marks = names.marks(lower)
    return "K" in marks or "G" in marks or lower in names.common()


def _is_of_a_title(lower: str) -> bool:
    return is_title(lower) or (lower in TITLE_BODY and lower not in _SMALL)


def _ends_a_rank(tokens: Tokens, first: int, last: int, *, named: bool) -> bool:
    """Whether the words from ``first`` to ``last`` hold a rank and end in a title: Petty Officer 2nd Class,
    Chief Warrant Officer 3, Brig. Gen. Lord."""
    lower = tokens.lower
    if lower[last].isdigit():
        return last > 1 and lower[last - 1] == "officer"
    if lower[last] == "class":
        return last > 1 and any(map(is_title, lower[max(last - 4, 0) : last]))
    if is_in_letters(tokens.words[last]):
        return True
    if not is_title(lower[last]):
        return False
    if last and is_pair(lower[last - 1], lower[last]):
        return True
    return any(is_rank(bare(word), named=named) for word in lower[first : last + 1])


def is_beside_a_mark(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a rank in parentheses stands before a name, or a party and state after it, or MP, or a name in
    parentheses after an office: Chaplain (Maj.) Seung-ho Moon; Angus King, I-Maine; Marcus Faber (FDP)."""
    lower, words = tokens.lower, tokens.words
    if start > 2 and lower[start - 1] == ")" and "(" in lower[max(start - 5, 0) : start - 2]:
        return _follows_a_rank_in_parentheses(tokens, start)
    if end - start < 2 or end >= len(lower) or tokens.opens[end]:
        return False
    if lower[start] == "he" and tokens.cap[start]:
        return lower[start + 1] not in NATIONS  # He Weidong: the pronoun stands before no capital
    following = words[end]
    if following in LETTERS_AFTER:
        return True
    if following == ")":  # The Chairperson (Nelson Koech):
        return start > 1 and lower[start - 1] == "(" and is_title(lower[start - 2])
    if following not in ("(", ",") or end + 1 == len(words):
        return False
    inside = words[end + 1]
    closed = following == "(" and lower[end + 2 : end + 3] == [")"]
    if closed and _PARTY_LETTERS.fullmatch(inside) and inside[0] != words[start][0]:
        return lower[start] in names.forenames()
    return inside in LETTERS_AFTER or (inside[1:2] == "-" and _PARTY.fullmatch(inside) is not None)


def _follows_a_rank_in_parentheses(tokens: Tokens, start: int) -> bool:
    first = start - 2
    while tokens.lower[first] != "(":
        first -= 1
    return is_title(tokens.lower[start - 2]) and is_title(tokens.lower[first - 1]) and not tokens.opens[start]
