"""A spotted span and the words around it -> where the name begins, what introduces it, whose name it is."""

from __future__ import annotations

import re
from functools import cache

from clipper.people import names
from clipper.people.name_lists import lines
from clipper.people.tokens import Tokens
from clipper.people.words import (
    HONORIFICS,
    PARTICLES,
    SHIP_WORDS,
    TITLE_BODY,
    TITLE_FORENAMES,
    bare,
    is_initial,
    is_title,
    word_set,
)

# Forms of address that are names in other languages: only before so many more words are they titles.
_ADDRESS = {"tan": 0, "u": 3, "ko": 3, "pak": 1}
_KIN = word_set("""
    son sons daughter daughters brother brothers sister sisters wife husband widow widower mother father
    grandson granddaughter grandsons granddaughters grandchildren grandmother grandfather nephew nephews
    niece nieces cousin cousins uncle aunt twin twins children child stepson stepdaughter fiancée fiancé
    great-grandson great-granddaughter girlfriend boyfriend
""")
_SURNAMED = word_set("surnamed")
# Numbers are read with the comma after them.
_AGE = re.compile(r"(?:1[4-9]|[2-9]\d)[,.]")
_WHO = word_set("who whose whom")
_LEADING = word_set(", is was named called remains")
_PERSONS = word_set("""
    man woman boy girl neighbour neighbor friend colleague worker keeper porter guard villager trader vendor
    passenger survivor patient predecessor successor rival boss head
""")


def untitled(tokens: Tokens, start: int, end: int) -> int:
    """Where the name at tokens ``start`` to before ``end`` begins, after titles that the model left on it."""
    lower = tokens.lower
    while end - start > 1 and _is_title_here(tokens, start, end):
        start += 2 if lower[start] == "tan" and end - start > 2 else 1
    return start


def whole(tokens: Tokens, run_start: int, start: int) -> int:
    """Where a name begins whose forename was left off: a name that opens with an initial or a particle
    takes the known forename before it, Lance P. Sijan, Marine Le Pen."""
    lower = tokens.lower
    headless = is_initial(tokens.words[start]) or lower[start] in PARTICLES
    if not headless or start <= run_start or not tokens.cap[start - 1]:
        return start
    before = lower[start - 1]
    return start - (before in names.forenames() and bare(before) not in HONORIFICS)


def is_thing(tokens: Tokens, start: int, end: int) -> bool:
    """Whether an article stands right before a full name, as before a ship's: the Harry S. Truman."""
    return end - start > 1 and start > 0 and tokens.lower[start - 1] == "the"


def _is_title_here(tokens: Tokens, start: int, end: int) -> bool:
    lower, left = tokens.lower, end - start - 1
    word = lower[start]
    if word == "tan":
        return left > 1 and lower[start + 1] in ("sri", "seri")
    if word == "pak":
        return left == 1 and "-" not in lower[start + 1] and len(lower[start + 1]) > 5
    if word in _ADDRESS:
        return left >= _ADDRESS[word]
    if is_title(word):
        return word not in TITLE_FORENAMES
    ends_office = start > 0 and lower[start - 1] in ("of", "for") and word in TITLE_BODY and left > 1
    return word == "class" or ends_office


def is_introduced(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the one word before token ``end`` is announced as a person: "a son, Chase", "two daughters,
    Mingma and Lhamu", "surnamed Kwon"."""
    lower = tokens.lower
    if end - start != 1 or not start or tokens.opens[start]:
        return False
    k = start - 1
    if lower[k] == "and" and k > 1 and tokens.cap[k - 1]:
        k -= 2
    if lower[k] == "," and k:
        k -= 1
    return lower[k] in _KIN or lower[k] in _SURNAMED


def is_personal(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the words around a name speak of a person: ", who", ", 66,", "its envoy is", "a porter named",
    "the driver, X,"."""
    lower, opens = tokens.lower, tokens.opens
    after = [w for k, w in enumerate(lower[end : end + 2]) if not opens[end + k]]
    if len(after) == 2 and after[0] == "," and (after[1] in _WHO or _AGE.fullmatch(after[1])):
        return True
    if start < 2 or opens[start] or opens[start - 1] or lower[start - 1] not in _LEADING:
        return False
    noun = lower[start - 2]
    return not tokens.cap[start - 2] and (is_title(noun) or noun in _PERSONS)


def is_of_a_ship(tokens: Tokens, start: int) -> bool:
    """Whether a ship or place bears the name at ``start``, titles and all: HMS Queen Elizabeth."""
    k = start
    while (
        k > 0 and start - k < 3 and tokens.joined[k] and tokens.cap[k - 1] and is_title(tokens.lower[k - 1])
    ):
        k -= 1
    return 0 < k < start and tokens.lower[k - 1] in SHIP_WORDS


@cache
def phrases() -> frozenset[str]:
    """Names of several words that are places' and firms', in lower case."""
    return frozenset(lines("phrases.txt"))
