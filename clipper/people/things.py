"""A name and the words around it -> whether a thing bears it: a ship, a place, a firm, a horse."""

from __future__ import annotations

from clipper.people import names
from clipper.people.edges import ARMS, follows_rank_of_two_parts
from clipper.people.introduced import apposition
from clipper.people.kinds import NAMESAKES, ROLES, THINGS, word_set
from clipper.people.link import Spotted
from clipper.people.listing import JOINTS, is_among_things
from clipper.people.ranks import is_rank
from clipper.people.tokens import Tokens
from clipper.people.words import (
    FUNCTION_WORDS,
    ORG_WORDS,
    SHIP_WORDS,
    bare,
    is_title,
)

# What has a name of its own when it is "called" so; what may stand between it and that word.
_NAMED_THINGS = word_set("""
    jeep car truck bus van taxi lorry tractor ute ambulance plane aircraft helicopter glider balloon engine
    train tram motorcycle bicycle bike rover vehicle machine computer robot chatbot printer bell gun cannon
    tree rock stone cave house villa flat bungalow cottage cabin lodge mall chain dairy paper beer wine
    cheese rice potato tomato rose variety cultivar breed dish soup cake bread game puzzle model tool
    mixture lot calf bull ox goat sheep ram ewe lamb donkey mule camel pig hen rooster parrot tiger lion
    bear whale seal
""")
_NAMING, _BEING = (
    word_set("called named titled christened dubbed nicknamed"),
    word_set("is was are were , 's"),
)
# Kinds of things at the end of a name that are surnames too, but hardly anybody's.
_SURE_KINDS = word_set("""
    albion army bank base bazar bears books bulls bureau cargo city class coast colony eagles farm fleet
    force games herald island kingdom league lines lions marine market mart media nagar naval navy party
    police ports reef river school sea seeds senate ship shoals square state states stores times trail trust
    union valley vessel vihar war wines sangh yojana
""")
# Things that an apposition calls a person as well; words after which ", which" speaks of something else.
_PERSONS_TOO = ROLES | {"carrier", "star", "cutter", "union", "operation", "school", "seat", "label"}
_LEADING_ON = word_set("of for by with from to in at on under and between 's ’s")
# What people are of, when they are of a place; what ends a name in apposition.
_SEATS = word_set("""
    resident residents native natives inhabitant inhabitants villagers mayor bishop archbishop rector vicar
    abbot village town city commune municipality hamlet suburb district county province island port state
    outskirts north south east west centre center streets parish diocese
""")
_HOMES = frozenset(("of", "from"))
_CLOSING = frozenset(",.;)—–:")
_BETWEEN = _NAMING | _HOMES | {","}  # what may stand between a thing and its name
_STATES = word_set("""
    alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho
    illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota
    mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah
    vermont virginia wisconsin wyoming ontario manitoba saskatchewan alberta quebec queensland tasmania
    ala. ariz. ark. calif. colo. conn. del. fla. ga. ill. ind. kan. ky. la. md. mass. mich. minn. miss.
    mo. mont. neb. nev. n.h. n.j. n.m. n.y. n.c. n.d. okla. ore. pa. r.i. s.c. s.d. tenn. tex. vt. va.
    wash. w.va. wis. wyo.
""")
# What a state's name of two words begins with: New Hampshire, West Virginia.
_NEW = word_set("new north south rhode west british nova")
_NO_NAME_ENDINGS = (
    "-class",
    "-based",
    "-led",
    "-era",
    "-backed",
    "-style",
    "-made",
    "-owned",
    "-bound",
    "-born",
    "-operated",
    "-flagged",
    "-registered",
    "-built",
    "-run",
    "-manned",
    "-controlled",
    "-aligned",
    "-linked",
    "-funded",
    "-designed",
    "-supplied",
    "-affiliated",
)
_KINDS = _SURE_KINDS | ORG_WORDS
_BEFORE_PLACES = frozenset(",—–")  # what stands before a place, or a part of one
_PLACE_OPENERS = SHIP_WORDS - {"san", "storm", "st"}


def stands_for_another(one: Spotted, tokens: Tokens, start: int, end: int) -> bool:
    """Whether a ship, a place or a firm bears the name here: USS X, X Park, X & Y, X-class."""
    lower, after, titled = tokens.lower, one.after, one.titled
    beside = lower[start - 1] if start else ""
    if beside in ARMS and follows_rank_of_two_parts(tokens, start):
        return False  # capitaine de frégate X
    last, following = lower[end - 1], lower[end] if end < len(lower) else ""
    # Hardly any name is a thing's: a look at the neighbours comes before each call.
    return (
        one.ship
        or after == "&"
        or one.before == "&"
        or (after[:1].isupper() and after.lower() in ORG_WORDS)
        or ("-" in last and last.endswith(_NO_NAME_ENDINGS))
        or (beside and tokens.cap[start - 1] and _is_of_a_ship(tokens, start))
        or (titled and _begins_otherwise(tokens, start, end))
        or (
            (not titled and (following == "," or beside in _BEFORE_PLACES) and _is_in_a_state(tokens, start))
            if end - start == 1
            else beside == "the"
            or ((following in NAMESAKES or last in _KINDS) and _is_fully_a_thing(tokens, start, end))
        )
        or (following == "," and is_called_a_thing(tokens, start, end))
        or (
            not one.personal
            and (
                ((beside in THINGS or beside in _BETWEEN) and follows_a_thing(tokens, start, end))
                or ((following in JOINTS or beside in JOINTS) and is_among_things(tokens, start, end))
            )
        )
        or (len(one.words) > 1 and _is_of_a_place(one, tokens, start, end))
    )


def _is_fully_a_thing(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a thing bears a name of several words, by the word after it or its last."""
    return bears_a_name(tokens, start, end) and not _is_ranked_forename(tokens, start)


def _is_of_a_place(one: Spotted, tokens: Tokens, start: int, end: int) -> bool:
    """Whether a name of several words begins as those of places do, or is known as a thing's."""
    if one.words[one.words[0] == "In"].lower() in _PLACE_OPENERS:
        return True
    return not (one.titled or one.personal) and " ".join(tokens.lower[start:end]) in names.phrases()


def _begins_otherwise(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a name and the title before it are a thing's name: Agent Orange, Major League Baseball."""
    return " ".join([bare(tokens.lower[start - 1]), *tokens.lower[start:end]]) in names.phrases()


def _is_ranked_forename(tokens: Tokens, start: int) -> bool:
    """Whether a rank and a forename begin what else might be a thing's name: Lt. Marcus Sea."""
    lower = tokens.lower
    return start > 0 and is_rank(bare(lower[start - 1]), named=True) and lower[start] in names.forenames()


def _is_in_a_state(tokens: Tokens, i: int) -> bool:
    """Whether a lone word is a place: one in a state (Pelham, New Hampshire), or part of a constituency's
    name (Selkirk—Interlake—Eastman)."""
    lower = tokens.lower
    before = lower[i - 1] if i > 1 else ""
    if (
        before in ("—", "–")
        and tokens.span(i - 2, i - 1)[1] == tokens.start(i - 1)
        and tokens.span(i - 1, i)[1] == tokens.start(i)
        and tokens.cap[i - 2]
    ):
        return True
    if before == "," and _ends_a_signature(tokens, i):
        return True
    if lower[i + 1 : i + 2] != [","] or tokens.cap[i + 2 : i + 3] != [True] or tokens.opens[i + 2]:
        return False
    return lower[i + 2] in _STATES or (lower[i + 2] in _NEW and tokens.cap[i + 3 : i + 4] == [True])


def _ends_a_signature(tokens: Tokens, i: int) -> bool:
    """Whether a word is the place on the line under a letter: "Chuck Moore, Berwyn"."""
    if i < 3 or tokens.lower[i - 1] != "," or tokens.opens[i] or tokens.opens[i - 1]:
        return False
    if i + 1 < len(tokens.lower) and not tokens.opens[i + 1]:
        return False
    k = i - 2
    while k > 0 and tokens.cap[k] and not tokens.opens[k] and i - k < 7:
        k -= 1
    return tokens.cap[k] and tokens.opens[k] and i - k > 2 and tokens.lower[k - 1][-1] in ".!?\"”'’"


def has_an_article(tokens: Tokens, start: int, end: int) -> bool:
    """Whether an article stands right before a full name, as before a ship's: the Harry S. Truman."""
    return end - start > 1 and start > 0 and tokens.lower[start - 1] == "the"


def bears_a_name(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the word after a full name, or its last word, says that a thing bears it: the X X airport;
    X X Nagar."""
    if end - start == 1:
        return False
    after = _after(tokens, end)
    return not tokens.cap[end] if after in NAMESAKES else _ends_in_a_kind(tokens, end - 1)


def follows_a_thing(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the words before a name say that a thing bears it: a trawler, X, sank; the firm X; farmers
    from X."""
    lower, k = tokens.lower, start - 1
    if k < 0:
        return False
    after = _after(tokens, end)
    if lower[k] in _HOMES and _is_home(tokens, start) and after not in ("'s", "’s"):
        return True
    if k > 0 and lower[k] == "," and after in _CLOSING:
        k -= 1
        if any(lower[j] in ROLES or is_title(lower[j]) for j in range(_sentence(tokens, k, 8), k)):
            return False  # the leader of the party, X,
    elif k < 1 or not tokens.joined[start] or (after.isalpha() and after not in FUNCTION_WORDS):
        return False  # the company X founded
    if lower[k] in _NAMING:
        k -= 1 + (lower[k - 1] in _BEING)
        return (lower[k] in THINGS or lower[k] in _NAMED_THINGS) and not tokens.cap[k]
    return lower[k] in THINGS and not tokens.cap[k] and not tokens.opens[start]


def is_called_a_thing(tokens: Tokens, start: int, end: int) -> bool:
    """Whether what follows a name in apposition says that it is no person's: ", a village of 900 houses",
    ", the engineering firm of the guards", ", which"."""
    lower = tokens.lower
    if end + 2 >= len(lower) or lower[end] != "," or tokens.opens[end] or tokens.opens[end + 1]:
        return False
    if lower[end + 1] == "which":
        return start == 0 or lower[start - 1] not in _LEADING_ON
    head = apposition(tokens, end)
    return head in THINGS and head not in _PERSONS_TOO


def _is_of_a_ship(tokens: Tokens, start: int) -> bool:
    """Whether a ship or place bears the name at ``start``, titles and all: HMS Queen Elizabeth."""
    k = start
    while k > 1 and start - k < 5 and tokens.joined[k] and tokens.cap[k - 1]:
        k -= 1
        if tokens.lower[k] in SHIP_WORDS and tokens.words[k].isupper() and len(tokens.words[k]) < 6:
            return True  # Petersen Jr. in USS Frank E. Petersen Jr.
    k = start
    while (
        k > 0 and start - k < 3 and tokens.joined[k] and tokens.cap[k - 1] and is_title(tokens.lower[k - 1])
    ):
        k -= 1
    return 0 < k < start and tokens.lower[k - 1] in SHIP_WORDS and tokens.lower[k] != "corpsman"


def _after(tokens: Tokens, end: int) -> str:
    """The word after a name on its line, "." if there is none."""
    lower = tokens.lower
    return lower[end] if end < len(lower) and not tokens.opens[end] else "."


def _sentence(tokens: Tokens, i: int, reach: int) -> int:
    """Where the sentence of word ``i`` begins, at most ``reach`` words before it."""
    first = i
    while first > max(i - reach, 0) and tokens.lower[first - 1] not in ".!?":
        first -= 1
    return first


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
    if lower in _SURE_KINDS:
        return True
    return lower in ORG_WORDS and not names.is_surname(lower) and lower not in names.forenames()
