"""A spotted span and the words around it -> where the name begins, what introduces it, whose name it is."""

from __future__ import annotations

from clipper.people import names
from clipper.people.kinds import NAMESAKES, ROLES, THINGS, word_set
from clipper.people.tokens import Tokens
from clipper.people.words import (
    FINAL_PARTICLES,
    FUNCTION_WORDS,
    HONORIFICS,
    NATIONS,
    ORG_WORDS,
    PARTICLES,
    SHIP_WORDS,
    SUFFIXES,
    TITLE_BODY,
    TITLE_FORENAMES,
    TITLE_SURNAMES,
    bare,
    is_initial,
    is_title,
)

# Forms of address that are names in other languages: only before so many more words are they titles.
_ADDRESS = {
    **{"tan": 0, "mama": 1, "pak": 1, "u": 1, "sheikh": 2, "sheik": 2},
    **{"baba": 2, "bi": 2, "bibi": 2, "pa": 2, "ko": 3},
}
# Sheikh that is a part of the name: Sheikh Mujibur Rahman.
_BENGALI = word_set("mujibur mujib hasina rehana fazlul kamal jamal russel selim rashid rasheed")
# Titles that inside a name may be names; particles after which a name goes on; what may end one in capitals.
_INNER_NAMES = TITLE_SURNAMES | TITLE_FORENAMES | HONORIFICS
_OPEN_PARTICLES = PARTICLES - FINAL_PARTICLES
# What people are of, when they are of a place; what ends a name in apposition.
_SEATS = word_set("""
    resident residents native natives inhabitant inhabitants villagers mayor bishop archbishop rector vicar
    abbot village town city commune municipality hamlet suburb district county province island port state
    outskirts north south east west centre center streets parish diocese
""")
_CLOSING = frozenset(",.;)—–:")
# After these comes the father's name, titles and all; no first initials; Balinese names after "I".
_OF_A_FATHER = word_set("bin binti binte bint ibn bte ibnu")
_NO_INITIALS = word_set("u.s. u.n. u.k. e.u. d.c. u.a.e. p.m. a.m. a")
_POSITIONS = frozenset("ACDFGIPQUVX")  # single letters that are more often a player's place than an initial
_BALINESE = word_set("made wayan nyoman ketut gusti gede gde putu komang kadek dewa")
_NUMERALS = SUFFIXES | {"vi", "vii", "viii", "ix", "xi"}


def untitled(tokens: Tokens, start: int, end: int) -> int:
    """Where the name at tokens ``start`` to before ``end`` begins, after titles that the model left on it."""
    lower = tokens.lower
    for k in range(end - 2, start, -1):
        if is_title(lower[k]) and lower[k] not in _INNER_NAMES and lower[k - 1] not in _OF_A_FATHER:
            start = k + 1
            break
    while end - start > 1 and _is_title_here(tokens, start, end):
        start += 2 if lower[start] == "tan" and end - start > 2 else 1
    return start


def whole(tokens: Tokens, run_start: int, start: int, end: int) -> tuple[int, int]:
    """Where a name begins and ends that was cut: it takes the known forename before it, its initial or its
    particle (Clive Lloyd, T.S. Rao, Kamau wa Ngengi) and, after a particle at its end, the next word; KC
    and MP are left off."""
    lower = tokens.lower
    while end < len(lower) and tokens.joined[end] and _wants_more(tokens, end - 1):
        end += 1
    if end - start > 1 and lower[end - 2] in _OF_A_FATHER and is_title(lower[end - 1]):
        while end < len(lower) and tokens.joined[end] and tokens.cap[end]:
            end += 1
    if start and tokens.joined[start] and _is_first_initial(tokens, start - 1):
        start -= 1
        run_start = min(run_start, start)
    if start > run_start and lower[start - 1] in ("sheikh", "sheik") and lower[start] in _BENGALI:
        return start - 1, end
    first = start
    while run_start < first < start + 3 and lower[first - 1] in PARTICLES and not tokens.cap[first - 1]:
        first -= 1
    headless = first < start or is_initial(tokens.words[start]) or lower[start] in PARTICLES
    if first > run_start and _is_forename(tokens, first - 1) and (headless or not is_title(lower[first - 1])):
        start = first - 1
    return start, end - _has_letters_after(tokens, start, end)


def _has_letters_after(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a name of several words ends in letters of rank: Lawrence Lok SC."""
    last = tokens.words[end - 1]
    return (
        end - start > 2
        and 1 < len(last) < 5
        and last.isalpha()
        and last.isupper()
        and tokens.lower[end - 1] not in _NUMERALS
        and not tokens.words[start].isupper()
    )


def _is_first_initial(tokens: Tokens, i: int) -> bool:
    """Whether the word before a name is its first initial: T.S. Rao, R Praggnanandhaa, I Made Wira."""
    word, lower = tokens.words[i], tokens.lower[i]
    if lower == "i":
        return tokens.lower[i + 1] in _BALINESE
    if not is_initial(word) or not word[0].isupper() or lower in _NO_INITIALS:
        return False
    if len(word) == 1 and (word in _POSITIONS or is_initial(tokens.words[i + 1])):
        return False
    return not (i and tokens.joined[i] and tokens.cap[i - 1] and not is_title(tokens.lower[i - 1]))


def _wants_more(tokens: Tokens, i: int) -> bool:
    lower = tokens.lower[i]
    return lower in _OPEN_PARTICLES and not tokens.cap[i]


def _is_forename(tokens: Tokens, i: int) -> bool:
    """Whether the word before a name is a forename and nothing else."""
    lower = tokens.lower[i]
    return (
        tokens.cap[i]
        and tokens.joined[i + 1]
        and bare(lower) in names.forenames()
        and bare(lower) not in HONORIFICS
        and lower not in _ADDRESS
        and lower != "sri"
        and not (tokens.first[i] and lower in FUNCTION_WORDS)
        and not (lower in names.places() or lower in NATIONS or lower in names.groups())
    ) or (
        # Judge Regina Sagu: after an office a forename is no place.
        lower in names.forenames()
        and i > 0
        and tokens.joined[i]
        and tokens.joined[i + 1]
        and is_title(tokens.lower[i - 1])
        and not is_title(lower)
        and lower not in NATIONS
    )


def is_thing(tokens: Tokens, start: int, end: int) -> bool:
    """Whether an article stands right before a full name, as before a ship's: the Harry S. Truman."""
    return end - start > 1 and start > 0 and tokens.lower[start - 1] == "the"


def bears_a_name(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the words around a name, or its last word, say that a thing bears it: a trawler, X, sank; the
    firm X; farmers from X; the X X airport; X X Nagar."""
    lower = tokens.lower
    full, after = end - start > 1, lower[end] if end < len(lower) and not tokens.opens[end] else "."
    if full and after in NAMESAKES:
        return not tokens.cap[end]
    if full and _ends_in_a_kind(tokens, end - 1):
        return True
    if _is_home(tokens, start) and after not in ("'s", "’s"):
        return True
    k = start - 1
    if k > 0 and lower[k] == "," and after in _CLOSING:
        k -= 1
        if any(lower[j] in ROLES or is_title(lower[j]) for j in range(max(k - 8, 0), k)):
            return False  # the leader of the party, X,
    elif k < 1 or not tokens.joined[start] or (after.isalpha() and after not in FUNCTION_WORDS):
        return False  # the company X founded
    return lower[k] in THINGS and not tokens.cap[k] and not tokens.opens[start]


def _is_home(tokens: Tokens, start: int) -> bool:
    """Whether a name is where somebody is from: farmers from X; residents of X; Jane Okello, 66, of X."""
    lower, k = tokens.lower, start - 2
    if k < 0 or tokens.opens[start] or tokens.opens[start - 1]:
        return False
    if lower[start - 1] == "from":
        return lower[k] in ROLES or lower[k].removesuffix("s") in ROLES
    if lower[start - 1] != "of":
        return False
    aside = lower[k][-1] == "," and "of" not in lower[max(k - 6, 0) : k]
    return aside or lower[k] in _SEATS


def _ends_in_a_kind(tokens: Tokens, i: int) -> bool:
    lower = tokens.lower[i]
    return lower in ORG_WORDS and not names.is_surname(lower) and lower not in names.forenames()


def _is_title_here(tokens: Tokens, start: int, end: int) -> bool:
    lower, left = tokens.lower, end - start - 1
    word = lower[start]
    if word == "tan":
        return left > 1 and lower[start + 1] in ("sri", "seri")
    if word == "pak":
        return left == 1 and "-" not in lower[start + 1] and len(lower[start + 1]) > 5
    if word in _ADDRESS:
        return left >= _ADDRESS[word] and lower[start + 1] not in _BENGALI
    if is_title(word):
        return word not in TITLE_FORENAMES
    of_place = word in NATIONS or (word in names.places() and word not in names.forenames())
    ends_office = start > 0 and (
        (lower[start - 1] in ("of", "for") and word in TITLE_BODY)
        or (lower[start - 1] in ("of", "for", "to", "in") and of_place)
    )
    return word == "class" or (left > 1 and (ends_office or _is_occupation(tokens, start)))


def _is_occupation(tokens: Tokens, i: int) -> bool:
    """Whether a word that opens a sentence is a noun before a name: Selector George Bailey, Runner-up X Y."""
    lower = tokens.lower[i]
    known = lower in names.forenames() or names.is_surname(lower)
    return (
        tokens.first[i]
        and not known
        and (lower in names.common() or tokens.words[i][1:].partition("-")[2].islower())
    )


def is_of_a_ship(tokens: Tokens, start: int) -> bool:
    """Whether a ship or place bears the name at ``start``, titles and all: HMS Queen Elizabeth."""
    if not start or not tokens.cap[start - 1]:  # most names: told at once
        return False
    k = start
    while (
        k > 0 and start - k < 3 and tokens.joined[k] and tokens.cap[k - 1] and is_title(tokens.lower[k - 1])
    ):
        k -= 1
    return 0 < k < start and tokens.lower[k - 1] in SHIP_WORDS
