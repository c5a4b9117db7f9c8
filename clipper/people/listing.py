"""Names in an enumeration -> what the others and the noun before them say: the hamlets of A, B and C."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence

from clipper.people import names
from clipper.people.kinds import word_set
from clipper.people.link import Spotted
from clipper.people.tokens import Tokens
from clipper.people.words import PARTICLES, is_title

JOINTS = frozenset((",", "and", "or", "&", ";"))
_REACH = 40  # words of an enumeration looked at on each side of a name
_HALF, _SURE, _LIKELY = 0.5, 0.7, 0.9
_CALLED = word_set("called named of like")
# What enumerations are of.
_THINGS = word_set("""
    hamlets villages towns districts wards suburbs settlements communes municipalities counties provinces
    parishes barangays townships upazilas talukas tehsils estates plantations islands islets rivers
    tributaries creeks lakes dams reservoirs hills mountains peaks valleys beaches bays ports harbours
    harbors roads streets avenues lanes highways junctions bridges stations routes
    constituencies seats areas localities neighbourhoods neighborhoods regions states cities
    schools colleges universities hospitals clinics churches mosques temples monasteries cinemas theatres
    theaters hotels restaurants cafes cafés bars pubs shops stores markets malls stalls bakeries breweries
    firms companies brands makers manufacturers producers banks insurers lenders airlines carriers retailers
    chains labels publishers newspapers papers dailies weeklies magazines channels
    broadcasters agencies outlets groups clubs teams bands orchestras choirs ensembles parties unions
    factions militias gangs cartels clans tribes units battalions regiments brigades camps bases forts
    ships vessels boats trawlers ferries tankers freighters barges yachts frigates corvettes destroyers
    submarines cutters warships lifeboats
    horses colts fillies mares dogs bulls cows elephants tigers cats varieties cultivars breeds
    films movies novels books operas songs albums poems paintings serials
    mines quarries oilfields gasfields plants mills refineries factories shipyards
    workshops parks reserves forests sanctuaries
""")


def is_among_things(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the name at words ``start`` to before ``end`` is one of several in an enumeration of things."""
    lower, cap = tokens.lower, tokens.cap
    if not (start and lower[start - 1] in JOINTS) and not (end < len(lower) and lower[end] in JOINTS):
        return False
    first, last = _first(tokens, start), _last(tokens, end)
    if first == start and last == end:
        return False
    if last < len(lower) and tokens.joined[last] and not cap[last] and lower[last] in _THINGS:
        return True
    k = first - 1
    if k < 1 or tokens.opens[first]:
        return False
    if lower[k] in (":", ",") or lower[k] in _CALLED:
        k -= 1
    elif lower[k] == "as" and lower[k - 1] == "such":
        k -= 2
    return lower[k] in _THINGS and (tokens.first[k] or not cap[k])


def _first(tokens: Tokens, start: int) -> int:
    """Where the first name of the enumeration begins that the name at ``start`` ends or goes on."""
    stop = max(start - _REACH, 0)
    while start > stop and not tokens.opens[start]:
        k = start
        while k > 0 and start - k < 2 and tokens.lower[k - 1] in JOINTS and not tokens.opens[k - 1]:
            k -= 1
        member = k if k == start else _member_before(tokens, k)
        if member == k:
            break
        start = member
    return start


def _member_before(tokens: Tokens, end: int) -> int:
    """Where the capitalised words begin that stand right before word ``end``."""
    k = end
    while k > 0 and not (k < end and tokens.opens[k]) and _is_of_a_name(tokens, k - 1, k - 2):
        k -= 1
    return k


def _last(tokens: Tokens, end: int) -> int:
    """Before which word the last name of the enumeration ends in which the name before ``end`` stands."""
    stop = min(len(tokens), end + _REACH)
    while end < stop and not tokens.opens[end]:
        k = end
        while k < stop and k - end < 2 and tokens.lower[k] in JOINTS:
            k += 1
        if k in (end, stop) or not tokens.cap[k] or tokens.opens[k]:
            break
        while k < stop and not tokens.opens[k] and _is_of_a_name(tokens, k, k + 1):
            k += 1
        end = k
    return end


def _is_of_a_name(tokens: Tokens, i: int, beyond: int) -> bool:
    inside = tokens.lower[i] in PARTICLES and 0 <= beyond < len(tokens)
    return tokens.cap[i] or (inside and tokens.cap[beyond])


def among_people(tokens: Tokens, spotted: Sequence[Spotted], full: Container[str]) -> Iterator[Spotted]:
    """The names hardly spotted that stand in an enumeration of which most are surely people; each is given
    the score of one that is likely. A lone word that is part of a full name (``full``) is left to join it."""
    scores = {one.place: one.score for one in spotted if not one.doubted}
    for one in spotted:
        if not one.keys or one.doubted or one.score >= _SURE or _is_known_otherwise(one, full):
            continue
        members = _members(tokens, *one.place)
        if len(members) > 2 and _are_forenames(tokens, members, scores):
            one.introduced, one.score = True, max(one.score, _LIKELY)
            yield one
            continue
        others = [place for place in members if place != one.place]
        long = len(one.words) > 1  # whether a full name is a person must not hang on words that may go unread
        sure = sum([scores.get((i, j), 0.0) >= _SURE for i, j in others if not long or j - i > 1])
        if sure > 1 and 2 * sure > len(others):
            one.score = max(one.score, _LIKELY)
            yield one


def _are_forenames(
    tokens: Tokens, members: Sequence[tuple[int, int]], scores: Mapping[tuple[int, int], float]
) -> bool:
    """Whether an enumeration is of forenames only, some of which may be people's: Kai, Ren and Violet."""
    words = [tokens.lower[i] for i, _ in members]
    if any(j - i > 1 for i, j in members) or not all(word in names.forenames() for word in words):
        return False
    known = sum([word in names.places() or word in names.groups() or is_title(word) for word in words])
    return not known and sum([scores.get(place, 0.0) >= _HALF for place in members]) > 1


def _is_known_otherwise(one: Spotted, full: Container[str]) -> bool:
    if len(one.words) > 1:
        return False
    lower = one.words[0].lower()
    listed = lower in names.places() or lower in names.groups()
    return listed or is_title(lower) or one.keys[0] in full


def _members(tokens: Tokens, start: int, end: int) -> list[tuple[int, int]]:
    """The names of the enumeration in which the name at words ``start`` to before ``end`` stands."""
    first, last = _first(tokens, start), _last(tokens, end)
    found, k = [], first
    while k < last:
        j = k
        while j < last and not (j > k and tokens.opens[j]) and _is_of_a_name(tokens, j, j + 1):
            j += 1
        if j > k:
            found.append((k, j))
        k = max(j, k + 1)
    return found
