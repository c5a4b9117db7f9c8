"""The words before and after a name that say that it is a person's: a son, X; a gardener called X; X, 66,."""

from __future__ import annotations

import re

from clipper.people import names
from clipper.people.edges import ARMS, follows_rank_of_two_parts
from clipper.people.kinds import ROLES, word_set
from clipper.people.ranked import MARKS_AFTER, is_beside_a_mark, is_ranked
from clipper.people.tokens import Tokens
from clipper.people.words import (
    NATIONS,
    ORG_WORDS,
    TITLE_BODY,
    bare,
    is_initial,
    is_title,
)

_KIN = word_set("""
    son sons daughter daughters brother brothers sister sisters wife husband widow widower mother father
    grandson granddaughter grandsons granddaughters grandchildren grandmother grandfather nephew nephews
    niece nieces cousin cousins uncle aunt twin twins children child stepson stepdaughter fiancée fiancé kid
    kids mum mom dad uncles aunts wives husbands mothers fathers parents grandparents grandmothers
    grandfathers great-grandson great-granddaughter great-grandchildren great-grandsons great-granddaughters
    girlfriend boyfriend stepbrother stepsister stepmother stepfather half-brother half-sister godson
    goddaughter godmother godfather fiance fiancee newborn firstborn eldest youngest
""")
_KIN_OF_PLACES = word_set("children kids sons daughters mothers fathers parents")
_PLURALS = word_set("""
    senators ministers presidents generals captains judges justices professors drs sens reps messrs mm sens.
    reps. drs. messrs. mm. representatives congressmen governors ambassadors colonels majors admirals
    lieutenants sergeants merchants brothers sisters cousins officers
""")
_JOINTS, _ARE = frozenset((",", "and")), word_set("are were is was")
_LINKS = _JOINTS | {"("}
_HEADS = _JOINTS | _ARE | {":"}  # what may stand before the first of a list
_WHOSE_KIN = word_set("his her their my our your")
_NAMING = word_set("named called nicknamed dubbed")
_BEING = word_set("is was 's as are were")
_IDENTIFYING = word_set("identified named")
_SOMEBODY = word_set("her him somebody someone man woman boy girl")
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
# With what an apposition begins, and with what its noun ends.
_OPENING = word_set("a an the another his her their its my our")
_ENDS_OF_A_HEAD = frozenset(",.;:()—–?!") | word_set("""
    of that which who whose whom in at from on with near for to by and or where when said says is was has had
    outside inside between before after under over along since as about than then but not off across
""")
# Kin that one person has: places have sons and children.
_RELATIVES = word_set("""
    mother father wife husband son daughter sister brother widow widower grandmother grandfather uncle aunt
    cousin nephew niece dad mum mom parents fiancée fiancé girlfriend boyfriend
""")
# What the place under a letter may hold; what ends a role in apposition; what ends a letter.
_IN_ADDRESSES = frozenset(",.()") | word_set("de del la le les of the upon and co")
_ENDED = frozenset(",.;")
_YOURS = word_set("yours etc etc. sincerely faithfully regards")
# Offices and ranks after which a lone word is a person (Lord Nelson may be an inn, Prince Edward a station).
_OFFICES = word_set("""
    senator sen congressman congresswoman rep representative secretary chairman chairwoman chairperson
    minister premier chancellor ambassador spokesman spokeswoman justice judge inspector detective officer
    commissioner councillor councilor mayor governor gov professor prof attorney sheriff sgt lt cpl pfc pvt
    spc capt maj col gen adm cmdr lieutenant corporal sergeant airman director archbishop bishop cardinal
    rabbi imam reverend rev undersecretary chieftainess doctor nurse coach
""")
_POSSESSIVES = frozenset(("'s", "’s"))
_TELLING = _POSSESSIVES | {",", "("}  # with what begins what speaks of the person named before it
_LEADING = word_set(", is was named called remains")
# With what a press officer calls upon somebody.
_GOING_TO = (["go", "to"], ["over", "to"], ["back", "to"], ["ahead", ","])
_THANKS = word_set("thanks hey hi dear")
# What can stand right before an introduced name; nine names in ten have another word there.
_HERALDS = (
    {"her", "him", "me", "as", "to"}
    | _KIN
    | _PLURALS
    | _JOINTS
    | _HEADS
    | _NAMING
    | _BEING
    | _THANKS
    | ROLES
    | {"surnamed", "you"}
)
# The same, and what can announce by the words before it.
_ANNOUNCING = _HERALDS | ARMS | {"of"}
_PERSONS = word_set("""
    man woman boy girl neighbour neighbor friend colleague worker keeper porter guard villager trader vendor
    passenger survivor patient predecessor successor rival boss head buyer seller owner gardener cook waiter
    mechanic fisher fisherman baker butcher miner nurse clerk customer tenant landlord traveller traveler
    refugee migrant child baby girlfriend boyfriend cousin uncle aunt nephew niece friend comrade orphan
    teenager pensioner retiree shopper hunter guide apprentice intern volunteer prisoner inmate
""")


def apposition(tokens: Tokens, end: int) -> str:
    """The noun of what follows a name in apposition: "firm" for ", the engineering firm of the guards"; "" if
    nothing does that begins with an article or "his"."""
    lower, count = tokens.lower, len(tokens.lower)
    if end + 2 >= count or lower[end] != "," or tokens.opens[end] or lower[end + 1] not in _OPENING:
        return ""
    k = end + 2
    stop = min(end + 8, count)
    while k < stop and not tokens.opens[k] and lower[k] not in _ENDS_OF_A_HEAD:
        k += 1
    return "" if k == end + 2 or tokens.cap[k - 1] else lower[k - 1]


def is_introduced(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the words from ``start`` to before ``end`` are announced as a person: "a son, Chase", "two
    daughters, Mingma and Lhamu", "Senators Hirono, Sullivan and Reed", "a youth named Filmon", "her name is
    Andrea", "his driver Temba", "Thanks, Mike", "a nurse at Twaiteka clinic, Bupe, has"."""
    lower, lone = tokens.lower, end - start == 1
    before = lower[start - 1] if start else ""
    following = lower[end] if end < len(lower) else ""
    marked = before == ")"
    if not (lone or marked):
        marked = lower[start] == "he" or (following != "" and tokens.words[end] in MARKS_AFTER)
    if marked and is_beside_a_mark(tokens, start, end):
        return True
    if lone and (tokens.cap[start - 1] or before == "j.g." or before.isdigit()) and is_ranked(tokens, start):
        return True
    if tokens.opens[start]:
        return not lone and start > 1 and is_signature(tokens, start, end)
    # Of a page's hundred spans, one is announced: a look at each neighbour spares most of them all else.
    if start < 2 or not (before in _ANNOUNCING or following in _JOINTS or before[-1] == ","):
        return False
    if before in ARMS and follows_rank_of_two_parts(tokens, start):
        return True
    if lone and following == "and" and _shares_a_surname(tokens, start):
        return True
    if (
        before == "of" or (following == "," and end + 1 < len(lower) and lower[end + 1] in _WHOSE_KIN)
    ) and _is_of_kin(tokens, start, end):
        return not _is_known_otherwise(lower[start]) or lower[start] in names.forenames()
    if not (before in _HERALDS or before[-1] == ","):
        return False
    announcer = _announcer(tokens, start) if lone else ""
    if announcer in _KIN or (lone and before == "surnamed"):
        return not (_is_known_otherwise(lower[start]) or lower[start] in ORG_WORDS) or (
            lower[start] in names.forenames() and lower[start] not in ORG_WORDS
        )
    return (
        announcer in _PLURALS
        or (announcer == "they" and tokens.lower[start - 1] != "they")
        or (lone and _is_thanked(lower, start))
        or _is_named(tokens, start)
        or _is_of_somebody(tokens, start)
        or _is_in_apposition(tokens, start, end)
    ) and not (_may_be_other_than_named(tokens, start) if lone else any(map(_is_of_things, lower[start:end])))


def is_signature(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a full name and perhaps a place are all that stands on a line after a sentence, as under a
    letter: "Geoffrey Loe, Mijas Costa"."""
    if (
        end - start < 2
        or not (tokens.lower[start - 1][-1] in ".!?\"”'’)" or tokens.lower[start - 2] in _YOURS)
        or tokens.lower[end : end + 1] != [","]
    ):
        return False
    if not (tokens.lower[start] in names.forenames() or is_initial(tokens.words[start])):
        return False
    if is_initial(tokens.words[end - 1]):
        return False
    k = end
    while k < len(tokens.lower) and not tokens.opens[k]:
        if k > end + 7 or not (tokens.cap[k] or tokens.lower[k] in _IN_ADDRESSES):
            return False
        k += 1
    return " ".join(tokens.lower[start:end]) not in names.phrases()


def _is_known_otherwise(lower: str) -> bool:
    marks = names.marks(lower)
    return "K" in marks or "G" in marks or lower in NATIONS or is_title(lower)


def _may_be_otherwise(lower: str) -> bool:
    return _is_known_otherwise(lower) or lower in names.common()


def _may_be_other_than_named(tokens: Tokens, start: int) -> bool:
    """The same of a word that is announced: a title is a name there ("a boy called Prince")."""
    lower = tokens.lower[start]
    if tokens.lower[start - 1] in _NAMING or tokens.lower[start - 1] in ("as", "her", "him"):
        return lower in NATIONS or (lower in names.places() and lower not in names.forenames())
    return _may_be_otherwise(lower)


def _is_of_things(lower: str) -> bool:
    return (lower in ORG_WORDS and not names.is_surname(lower)) or lower in TITLE_BODY or lower in NATIONS


def _announcer(tokens: Tokens, start: int) -> str:
    """The word before the list of single capitalised words that the word at ``start`` ends."""
    lower, cap, k = tokens.lower, tokens.cap, start - 1
    if lower[k] == "and" and lower[k - 1] == ",":
        k -= 1
    k = _before_aside(tokens, k)
    while 1 < k > start - 24 and lower[k] in _LINKS and cap[k - 1] and lower[k - 1] not in _PLURALS:
        if not (lower[k - 2] in _HEADS or lower[k - 2] in _PLURALS or lower[k - 2] in _KIN):
            return ""
        k = _before_aside(tokens, k - 2)
    return lower[k - 1] if lower[k] in _ARE or lower[k] in (",", ":") else lower[k]


def _before_aside(tokens: Tokens, k: int) -> int:
    """Word ``k``, or, if that is a comma after one in parentheses, the opening one: Moss (Chair), Ayres."""
    if k > 4 and tokens.lower[k] == "," and tokens.lower[k - 1] == ")" and tokens.lower[k - 3] == "(":
        return k - 3
    return k


def _is_of_kin(tokens: Tokens, start: int, end: int) -> bool:
    """Whether it names somebody whose kin are named: "the widow of Manacéa", "Prapha, his mother,"."""
    lower = tokens.lower
    if lower[start - 1] == "of" and lower[start - 2] in _KIN and not tokens.cap[start - 2]:
        if lower[start - 2] in ("father", "mother"):
            return lower[start] in names.forenames() and lower[start] not in names.common()
        return lower[start - 2] not in _KIN_OF_PLACES
    owner, kin = lower[end + 1 : end + 2], lower[end + 2 : end + 3]
    return lower[end : end + 1] == [","] and not _WHOSE_KIN.isdisjoint(owner) and not _KIN.isdisjoint(kin)


def _shares_a_surname(tokens: Tokens, start: int) -> bool:
    """Whether a forename stands before another and the surname of both: "Lieve and Bart Claes-Dhondt"."""
    lower, cap = tokens.lower, tokens.cap
    if (
        cap[start - 1]
        or lower[start + 1 : start + 2] != ["and"]
        or not all(cap[start + 2 : start + 4])
        or len(cap) < start + 4
    ):
        return False
    if not (tokens.joined[start + 3] and lower[start + 2] in names.forenames()):
        return False
    return (
        lower[start] in names.forenames()
        and lower[start] not in TITLE_BODY
        and not _may_be_otherwise(lower[start])
    )


def _is_named(tokens: Tokens, start: int) -> bool:
    """Whether the word is said to be somebody's name: "a gardener called Exumé", "his name is X", "mates
    called him X", "gave his name as X", "identified one as X"."""
    lower, k = tokens.lower, start - 1
    before = lower[k]
    if before in ("her", "him", "me") and lower[k - 1] in _NAMING:
        return True
    if before == "as" and (
        (lower[k - 1] in ("name", "names") and lower[k - 2] in _WHOSE)
        or not _IDENTIFYING.isdisjoint(lower[max(k - 6, 0) : k])
    ):
        return True
    if before == "and" and k > 1 and tokens.cap[k - 1]:
        k -= 2
    last = k
    while k > 1 and last - k < 3 and (lower[k] in _NAMING or lower[k] in _BEING):
        k -= 1
    if k == last:
        return False
    said = lower[k + 1 : last + 1]
    if lower[k] in ("name", "names"):
        return lower[k - 1] in _WHOSE and not _BEING.isdisjoint(said)
    return not _NAMING.isdisjoint(said) and (lower[k] in ROLES or lower[k] in _SOMEBODY)


def _is_of_somebody(tokens: Tokens, start: int) -> bool:
    """Whether the role right before is somebody's: "his driver X", "Mbeki's old friend X"."""
    lower = tokens.lower
    if lower[start - 1] not in ROLES or lower[start - 1] in _FIRMS_TOO or tokens.cap[start - 1]:
        return False
    return not _OWNING.isdisjoint(lower[max(start - 3, 0) : start - 1])


def _is_thanked(lower: list[str], start: int) -> bool:
    word, before = lower[start], lower[start - 2 : start]
    if before in _GOING_TO and word in names.forenames() and not _may_be_otherwise(word):
        return True
    k = start - 2 if before[1] == "," else start - 1
    return lower[k] in _THANKS or (lower[k] == "you" and k > 0 and lower[k - 1] == "thank")


def _is_in_apposition(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a person's role stands before the word between commas: "A nurse at a clinic, Bupe, has"."""
    lower, opens = tokens.lower, tokens.opens
    if lower[start - 1][-1] != "," or opens[start - 1] or end >= len(lower) or lower[end] not in _ENDED:
        return False
    if lower[end] == "," and opens[end]:
        return False
    for k in range(start - 2, max(start - 9, 0), -1):
        if not tokens.cap[k] and lower[k] in ROLES:
            return lower[k] not in _FIRMS_TOO and lower[k][-1] != "s"
        placed = tokens.cap[k] or lower[k] in _PHRASE or lower[k][0].isdigit()
        if opens[k] or not (placed or k == start - 2 or lower[k - 1] in _PHRASE):
            return False
    return False


def _is_called_a_person(tokens: Tokens, start: int, end: int) -> bool:
    """Whether what follows a name in apposition says that it is a person's: ", the overseer, promised"."""
    if tokens.lower[start - 1] in ("of", "from", "in", "at"):
        return False  # Alice Frésard, of Les Breuleux, my aunt
    head = apposition(tokens, end)
    return head in _KIN or head in _PERSONS or (head in ROLES and head not in _FIRMS_TOO)


def is_personal(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the words around a name speak of a person: ", who", ", 66,", "its envoy is", "a porter named",
    "the driver, X,", "the late X"."""
    lower, cap, opens, lone = tokens.lower, tokens.cap, tokens.opens, end - start == 1
    if end + 1 < len(lower) and lower[end] in _TELLING and _tells_of_a_person(tokens, start, end):
        return True
    if start < 2:
        return False
    before, noun = lower[start - 1], lower[start - 2]
    if before == "of" and noun in _KIN:
        return True
    if opens[start] or opens[start - 1]:
        return False
    if lone:
        if (cap[start - 1] and bare(before) in _OFFICES) or (
            (cap[start - 1] or before == "j.g." or before.isdigit()) and is_ranked(tokens, start)
        ):
            return True
    elif before == "late" and noun in _THE:
        return True
    return before in _LEADING and not cap[start - 2] and (is_title(noun) or noun in _PERSONS)


def _tells_of_a_person(tokens: Tokens, start: int, end: int) -> bool:
    """Whether what follows a name, at least two words, speaks of a person: ", who", "(66)", "'s mother"."""
    lower, opens = tokens.lower, tokens.opens
    following, after = lower[end], lower[end + 1]
    if following == ",":
        if opens[end] or opens[end + 1]:
            return False
        called = after in _WHO or _AGE.fullmatch(after) is not None
        return called or (start > 0 and _is_called_a_person(tokens, start, end))
    if following == "(":
        closed = end - start > 1 and lower[end + 2 : end + 3] == [")"]
        return closed and _AGE.fullmatch(f"{after},") is not None
    return following in _POSSESSIVES and tokens.words[end + 1] in _RELATIVES  # X's mother
