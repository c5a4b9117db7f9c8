"""The words before and after a name that say that it is a person's: a son, X; a gardener called X; X, 66,."""

from __future__ import annotations

import re

from clipper.people import names
from clipper.people.kinds import ROLES, word_set
from clipper.people.tokens import Tokens
from clipper.people.words import NATIONS, ORG_WORDS, TITLE_BODY, is_title

_KIN = word_set("""
    son sons daughter daughters brother brothers sister sisters wife husband widow widower mother father
    grandson granddaughter grandsons granddaughters grandchildren grandmother grandfather nephew nephews
    niece nieces cousin cousins uncle aunt twin twins children child stepson stepdaughter fiancée fiancé
    great-grandson great-granddaughter girlfriend boyfriend
""")
_PLURALS = word_set("""
    senators ministers presidents generals captains judges justices professors drs sens reps messrs mm sens.
    reps. drs. messrs. mm. representatives congressmen governors ambassadors colonels majors admirals
    lieutenants sergeants merchants brothers sisters cousins officers
""")
_JOINTS = frozenset((",", "and"))
_NAMING = word_set("named called nicknamed dubbed")
_BEING = word_set("is was 's as are were")
_WHOSE = word_set("his her my your our their whose real first full")
_OWNING = word_set("his her my your our their 's")
_PHRASE = word_set("of at from in for with on the a an and to near who old aged")
# Roles that firms have too: "the owner, Alderney, said".
_FIRMS_TOO = word_set("""
    owner operator contractor subcontractor developer supplier distributor publisher parent sponsor partner
    buyer seller retailer importer exporter producer manufacturer broadcaster builder insurer lender creditor
    bidder provider brewer rival rivals employer maker member ally client customer agent champion winner
    trader dealer competitor opponent opponents visitor visitors host runner-up investor shareholder planner
    carrier founder caterer brand donor affiliate successor predecessor
""")
# Numbers are read with the comma after them.
_AGE = re.compile(r"[1-9]\d?[,.]")
_WHO = word_set("who whose whom")
_THE = word_set("the his her my our their")
_LEADING = word_set(", is was named called remains")
_THANKS = word_set("thanks hey hi dear")
# What can stand right before an introduced name; nine names in ten have another word there.
_HERALDS = _KIN | _PLURALS | _JOINTS | _NAMING | _BEING | _THANKS | ROLES | {"surnamed", "you"}
_PERSONS = word_set("""
    man woman boy girl neighbour neighbor friend colleague worker keeper porter guard villager trader vendor
    passenger survivor patient predecessor successor rival boss head buyer seller owner gardener cook waiter
    mechanic fisher fisherman baker butcher miner nurse clerk customer tenant landlord traveller traveler
    refugee migrant child baby girlfriend boyfriend cousin uncle aunt nephew niece friend comrade orphan
    teenager pensioner retiree shopper hunter guide apprentice intern volunteer prisoner inmate
""")


def is_introduced(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the words from ``start`` to before ``end`` are announced as a person: "a son, Chase", "two
    daughters, Mingma and Lhamu", "Senators Hirono, Sullivan and Reed", "a youth named Filmon", "her name is
    Andrea", "his driver Temba", "Thanks, Mike", "a nurse at Twaiteka clinic, Bupe, has"."""
    lower = tokens.lower
    if start < 2 or tokens.opens[start] or not (lower[start - 1] in _HERALDS or lower[start - 1][-1] == ","):
        return False
    lone = end - start == 1
    announcer = _announcer(tokens, start) if lone else ""
    if announcer in _KIN or (lone and lower[start - 1] == "surnamed"):
        return not _is_known_otherwise(lower[start]) or lower[start] in names.forenames()
    return (
        announcer in _PLURALS
        or (lone and _is_thanked(lower, start))
        or _is_named(tokens, start)
        or _is_of_somebody(tokens, start)
        or _is_in_apposition(tokens, start, end)
    ) and not (_may_be_otherwise(lower[start]) if lone else any(map(_is_of_things, lower[start:end])))


def _is_known_otherwise(lower: str) -> bool:
    return lower in names.places() or lower in NATIONS or lower in names.groups() or is_title(lower)


def _may_be_otherwise(lower: str) -> bool:
    return _is_known_otherwise(lower) or lower in names.common()


def _is_of_things(lower: str) -> bool:
    return (lower in ORG_WORDS and not names.is_surname(lower)) or lower in TITLE_BODY or lower in NATIONS


def _announcer(tokens: Tokens, start: int) -> str:
    """The word before the list of single capitalised words that the word at ``start`` ends."""
    lower, cap, k = tokens.lower, tokens.cap, start - 1
    if lower[k] == "and" and lower[k - 1] == ",":
        k -= 1
    while 1 < k > start - 14 and lower[k] in _JOINTS and cap[k - 1] and lower[k - 1] not in _PLURALS:
        if not (lower[k - 2] in _JOINTS or lower[k - 2] in _PLURALS or lower[k - 2] in _KIN):
            return ""
        k -= 2
    return lower[k - 1] if lower[k] == "," else lower[k]


def _is_named(tokens: Tokens, start: int) -> bool:
    """Whether the word is said to be somebody's name: "a gardener called Exumé", "his name is X"."""
    lower, k = tokens.lower, start - 1
    if lower[k] == "and" and k > 1 and tokens.cap[k - 1]:
        k -= 2
    last = k
    while k > 1 and last - k < 3 and (lower[k] in _NAMING or lower[k] in _BEING):
        k -= 1
    said = lower[k + 1 : last + 1]
    if lower[k] in ("name", "names"):
        return lower[k - 1] in _WHOSE and not _BEING.isdisjoint(said)
    return not _NAMING.isdisjoint(said) and (lower[k] in ROLES or lower[k] in ("her", "him"))


def _is_of_somebody(tokens: Tokens, start: int) -> bool:
    """Whether the role right before is somebody's: "his driver X", "Mbeki's old friend X"."""
    lower = tokens.lower
    if lower[start - 1] not in ROLES or lower[start - 1] in _FIRMS_TOO or tokens.cap[start - 1]:
        return False
    return not _OWNING.isdisjoint(lower[max(start - 3, 0) : start - 1])


def _is_thanked(lower: list[str], start: int) -> bool:
    k = start - 2 if lower[start - 1] == "," else start - 1
    return lower[k] in _THANKS or lower[k - 1 : k + 1] == ["thank", "you"]


def _is_in_apposition(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a person's role stands before the word between commas: "A nurse at a clinic, Bupe, has"."""
    lower, opens = tokens.lower, tokens.opens
    if lower[start - 1][-1] != "," or lower[end : end + 1] != [","] or opens[end] or opens[start - 1]:
        return False
    for k in range(start - 2, max(start - 9, 0), -1):
        if not tokens.cap[k] and lower[k] in ROLES:
            return lower[k] not in _FIRMS_TOO and lower[k][-1] != "s"
        placed = tokens.cap[k] or lower[k] in _PHRASE or lower[k][0].isdigit()
        if opens[k] or not (placed or k == start - 2 or lower[k - 1] in _PHRASE):
            return False
    return False


def is_personal(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the words around a name speak of a person: ", who", ", 66,", "its envoy is", "a porter named",
    "the driver, X,", "the late X"."""
    lower, opens = tokens.lower, tokens.opens
    if lower[end : end + 1] == [","] and end + 1 < len(lower) and not (opens[end] or opens[end + 1]):
        after = lower[end + 1]
        if after in _WHO or _AGE.fullmatch(after):
            return True
    if start < 2 or opens[start] or opens[start - 1]:
        return False
    if lower[start - 1] == "late" and end - start > 1 and lower[start - 2] in _THE:
        return True
    if lower[start - 1] not in _LEADING:
        return False
    noun = lower[start - 2]
    return not tokens.cap[start - 2] and (is_title(noun) or noun in _PERSONS)
