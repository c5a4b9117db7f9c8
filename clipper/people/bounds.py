"""A spotted span and the words around it -> where the name begins and ends."""

from __future__ import annotations

from collections.abc import Sequence

from clipper.people import names
from clipper.people.edges import RESTS, after_known_place, has_an_epithet
from clipper.people.features import word_class
from clipper.people.kinds import ROLES, word_set
from clipper.people.ranks import is_rank
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
# Titles that are given names as well: after an office or a role, they are that ("clerk Shepherd Rukweza").
_TITLE_NAMES = word_set("""
    prince princess queen sultan baron duke earl shepherd brigadier major regina reina rey rei king master
    count guru witness haji khan malik nawab squire
""")
_ONLY_NAMES = word_set("regina reina shepherd")
_NEVER_AFTER_RANKS = word_set("dean bishop earl duke baron shepherd count squire rey reina regina abba")
# Forms of address that are names too: before a forename and nothing more, or before a forename and a surname.
_BEFORE_FORENAMES = word_set("""
    pan pani panna tutu don dom dona doña tia tio gogo pa baba bibi lola lolo tita tito nong tate kuku mama
    papa bra khun ouma oupa lala naneh ate apo inang amang om tante kak abang mak nek atuk tok wak efendi
    aga dada didi amma appa anna akka tata taita zio zia nonno nonna fra otac
""")
# Of these, those that are hardly ever names: before a word that is no surname, they are never one.
_RARELY_NAMES = word_set("don doña dona gogo nong bibi pa ouma oupa tia tio tok hajja baba fra dom")
_BEFORE_FULL_NAMES = word_set("don dom dona doña ratu tok dun fra tia tio khun")
# Forms of address of two words begin with these; whose numeral may be I, a whole word ("King Charles I").
_IN_TWO_WORDS = frozenset(("tan", "de", "zur"))
_CROWNED = word_set("king queen emperor pope tsar prince sultan")
_OPEN_QUOTES, _CLOSE_QUOTES = frozenset("\"“'‘"), frozenset("\"”'’")
# Forms of address after a name.
_AFTER_NAMES = word_set("""
    efendi bey hanım abla abi ağabey amca teyze kaptan sahib saheb sahiba ji garu gaaru sensei
    xanım müəllim muallim aka opa sir
""")
# Whose countryman somebody is: the Finn X.
_BURMESE = word_set("ko ma maung")
_COUNTRYMEN = NATIONS | word_set("""
    scot finn swede dane pole turk briton spaniard dutchman dutchwoman frenchman frenchwoman irishman
    irishwoman welshman welshwoman englishman englishwoman scotsman slovene serb croat bosniak kurd arab jew
    icelander greenlander filipino filipina latvian luxembourger basque catalan breton corsican sicilian
    bavarian texan californian londoner parisian new-yorker tasmanian queenslander
""")
# First letters of the three that Bengali men of letters bear: AKM Fazlul Huq.
_BENGALI_INITIALS = frozenset("AKMSNJ")
# What ministers are of, where the name follows at once.
_PORTFOLIOS = word_set("""
    war meteorology fisheries forestry tourism sports sport youth women children gender planning works housing
    irrigation water resources rural development industry industries mines minerals communications
    telecommunications digital innovation lands urban local government education hospitality wildlife forests
    climate change roads railways aviation shipping ports family welfare arts heritage religion employment
    skills manpower immigration
""")
# After these comes the father's name, titles and all; no first initials; Balinese names after "I".
_OF_A_FATHER = word_set("bin binti binte bint ibn bte ibnu")
_NO_INITIALS = word_set("u.s. u.n. u.k. e.u. d.c. u.a.e. p.m. a.m. a")
_POSITIONS = frozenset("ACDFGIPQUVX")  # single letters that are more often a player's place than an initial
_BALINESE = word_set("made wayan nyoman ketut gusti gede gde putu komang kadek dewa")
_NUMERALS = SUFFIXES | {"vi", "vii", "viii", "ix", "xi"}


def untitled(tokens: Tokens, start: int, end: int) -> int:
    """Where the name at tokens ``start`` to before ``end`` begins, after titles that the model left on it."""
    lower = tokens.lower
    if lower[start] in _NO_INITIALS or (tokens.opens[start] and _opens_an_answer(tokens, start)):
        start += 1
    for k in range(end - 2, start, -1):
        if is_title(lower[k]) and not _is_inner_name(tokens, start, k):
            start = k + 1
            break
    while end - start > 1 and _is_title_here(tokens, start, end):
        start += 2 if lower[start] in _IN_TWO_WORDS and end - start > 2 else 1
    return _after_place(tokens, start, end)


def _opens_an_answer(tokens: Tokens, i: int) -> bool:
    """Whether a word is the A. before an answer, in a text with questions after Q."""
    answer = tokens.opens[i] and tokens.words[i] in ("A.", "Q.")
    return answer and "\nQ. " in tokens.text


def _is_inner_name(tokens: Tokens, start: int, i: int) -> bool:
    """Whether a title inside a name is a part of it: Telmo Rey Arteaga, Ali bin Sultan."""
    lower = tokens.lower
    if lower[i] in _INNER_NAMES or lower[i - 1] in _OF_A_FATHER:
        return True
    return lower[i] in _TITLE_NAMES and lower[i - 1] in names.forenames() and not is_title(lower[i - 1])


def _after_place(tokens: Tokens, start: int, end: int) -> int:
    """Where a name begins that follows the place of an office: the sultan of Johor Ibrahim Ismail."""
    lower, first = tokens.lower, start
    while first > 0 and tokens.cap[first - 1] and tokens.joined[first]:
        first -= 1
    if first < 2 or lower[first - 1] not in ("of", "for") or not is_title(lower[first - 2]):
        return after_known_place(tokens, start, end)
    for k in range(start, end - 1):
        if _is_plain_forename(lower[k]):
            return k
    return start


def _is_plain_forename(lower: str) -> bool:
    """Whether a word is a forename and neither a surname nor a place."""
    return lower in names.forenames() and not names.is_surname(lower) and lower not in names.places()


def whole(tokens: Tokens, run_start: int, start: int, end: int) -> tuple[int, int]:
    """Where a name begins and ends that was cut: it takes the known forename before it, its initial or its
    particle (Clive Lloyd, T.S. Rao, Kamau wa Ngengi) and, after a particle at its end, the next word; KC
    and MP are left off."""
    lower, joined = tokens.lower, tokens.joined
    while lower[end - 1] in _OPEN_PARTICLES and end < len(lower) and joined[end] and not tokens.cap[end - 1]:
        end += 1
    if end - start > 1 and lower[end - 2] in _OF_A_FATHER and is_title(lower[end - 1]):
        while end < len(lower) and joined[end] and tokens.cap[end]:
            end += 1
    before = tokens.words[start - 1] if start and joined[start] else ""
    if (len(before) == 1 or before[-1:] == ".") and _is_first_initial(tokens, start - 1):
        start -= 1
        run_start = min(run_start, start)
    if start > run_start + 1:
        start = _with_nickname(tokens, run_start, start, end)
    following = lower[end] if end < len(lower) else ""
    if following == "the" and end - start == 1 and has_an_epithet(tokens, end):
        return start, end + 2
    if following == "i" and start and lower[start - 1] in _CROWNED and joined[end]:
        end += 1
    if start > run_start:  # else, as mostly, no word of the run is before it
        if lower[start - 1] in ("sheikh", "sheik") and lower[start] in _BENGALI:
            return start - 1, end
        start = _with_words_before(tokens, run_start, start, end)
    if end - start == 2 and lower[end - 1] in _AFTER_NAMES and tokens.joined[end - 1]:
        return start, end - 1
    if end - start > 2 and _has_letters_after(tokens, start, end):
        return start, end - 1
    return start, end


def _with_words_before(tokens: Tokens, run_start: int, start: int, end: int) -> int:
    """Where a name begins that takes the pronoun, particles or forename before it in its run."""
    lower = tokens.lower
    if tokens.words[start - 1] == "He" and tokens.joined[start]:
        start -= 1
    if start > run_start and lower[start] in ("thi", "thị") and tokens.cap[start - 1]:
        start -= 1
    first = start
    while run_start < first < start + 3 and lower[first - 1] in PARTICLES and not tokens.cap[first - 1]:
        first -= 1
    headless = first < start or is_initial(tokens.words[start]) or lower[start] in PARTICLES
    if first > run_start and _is_forename(tokens, first - 1) and (headless or not is_title(lower[first - 1])):
        return first - 1
    if start > run_start and (
        _is_name_after_role(tokens, start - 1) or (end - start == 1 and _may_be_a_forename(tokens, start - 1))
    ):
        return start - 1
    return start


def _with_nickname(tokens: Tokens, run_start: int, start: int, end: int) -> int:
    """Where a name begins of whose nickname only the closing quotation mark was taken."""
    shown = tokens.words[start:end]
    if not _CLOSE_QUOTES.isdisjoint(shown) and _OPEN_QUOTES.isdisjoint(shown[:1]):
        k = start - 1
        if k > run_start and tokens.words[k] in _OPEN_QUOTES and tokens.words[start + 1] in _CLOSE_QUOTES:
            while k > run_start and tokens.cap[k - 1] and tokens.words[k - 1] not in _CLOSE_QUOTES:
                k -= 1
            return k
    return start


def _has_letters_after(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a name of more than two words ends in letters of rank: Lawrence Lok SC."""
    last = tokens.words[end - 1]
    return (
        1 < len(last) < 5
        and last.isalpha()
        and last.isupper()
        and tokens.lower[end - 1] not in _NUMERALS
        and (is_initial(tokens.words[start]) or not tokens.words[start].isupper())
    )


def _is_first_initial(tokens: Tokens, i: int) -> bool:
    """Whether the word before a name is its first initial: T.S. Rao, R Praggnanandhaa, I Made Wira."""
    word, lower = tokens.words[i], tokens.lower[i]
    if lower == "i":
        return tokens.lower[i + 1] in _BALINESE
    if not is_initial(word) or not word[0].isupper() or lower in _NO_INITIALS or _opens_an_answer(tokens, i):
        return False
    if len(word) == 1 and (word in _POSITIONS or is_initial(tokens.words[i + 1])):
        return False
    return not (i and tokens.joined[i] and tokens.cap[i - 1] and not is_title(tokens.lower[i - 1]))


def _is_forename(tokens: Tokens, i: int) -> bool:
    """Whether the word before a name is a forename and nothing else."""
    lower = tokens.lower[i]
    return (
        tokens.cap[i]
        and tokens.joined[i + 1]
        and not _is_address(tokens, i, 2)
        and not _is_acronym(tokens, i)
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


def _may_be_a_forename(tokens: Tokens, i: int) -> bool:
    """Whether nothing is known of the capitalised word before a surname, so that it must be the forename."""
    lower = tokens.lower[i]
    return (
        tokens.cap[i]
        and tokens.joined[i + 1]
        and not tokens.first[i]
        and word_class(tokens.words[i]) in "XFB"
        and not (lower in names.common() or is_title(lower) or lower in ORG_WORDS or lower in SHIP_WORDS)
        and not (lower in _BEFORE_FORENAMES or lower in _ADDRESS or lower in ("st", "st."))
    )


def _is_title_here(tokens: Tokens, start: int, end: int) -> bool:
    lower, left = tokens.lower, end - start - 1
    word = lower[start]
    if word == "tan":
        return left > 1 and lower[start + 1] in ("sri", "seri")
    if word == "pak":
        return left == 1 and "-" not in lower[start + 1] and len(lower[start + 1]) > 5
    if word in _IN_TWO_WORDS and f"{word} {lower[start + 1]}" in RESTS:
        return left > 1
    if word in _BURMESE and word != lower[start + 1] and "Myanmar" in tokens.text:
        return True  # Ko Tun Myat
    if word == "sultan" and lower[start + 1].startswith(("al-", "bin")):
        return False  # Sultan al-Arada
    if word == "mate" and start and lower[start - 1] in ("'s", "’s"):
        return True  # Boatswain's Mate X
    if word == "old" or (word == "young" and left == 1 and lower[start + 1] in names.forenames()):
        return True
    if word in _ADDRESS:
        return left >= _ADDRESS[word] and lower[start + 1] not in _BENGALI
    if is_title(word):
        return word not in TITLE_FORENAMES and not _is_name_after_role(tokens, start)
    if word in _BEFORE_FORENAMES and _is_address(tokens, start, left):
        return True
    if left > 1 and (_is_acronym(tokens, start) or _is_of_a_nation(tokens, start)):
        return True
    if tokens.first[start] and tokens.words[start][1:].partition("-")[2].islower():
        return lower[start + 1] in names.forenames()  # Fourth-grader Ilai
    return word == "class" or (left > 1 and (_ends_an_office(lower, start) or _is_occupation(tokens, start)))


def _ends_an_office(lower: Sequence[str], i: int) -> bool:
    """Whether a word is the field or place of an office before a name: Minister of Defence X."""
    word, before = lower[i], lower[i - 1] if i else ""
    if before not in ("of", "for", "to", "in"):
        return False
    if before in ("of", "for") and word in TITLE_BODY:
        return True
    if word in NATIONS or word in _PORTFOLIOS:
        return True
    return word in names.places() and word not in names.forenames()


def _is_occupation(tokens: Tokens, i: int) -> bool:
    """Whether a word that opens a sentence is a noun before a name: Selector George Bailey, Runner-up X Y."""
    lower = tokens.lower[i]
    if not tokens.first[i] or lower in names.forenames():
        return False
    if lower in ROLES:
        return True
    if names.is_surname(lower):
        return False
    if lower.endswith(("er", "or")) and lower[:-2] in names.common():
        return tokens.lower[i + 1] in names.forenames()  # Searcher Takashi Obata
    return lower in names.common() or tokens.words[i][1:].partition("-")[2].islower()


def _is_address(tokens: Tokens, i: int, left: int) -> bool:
    """Whether a word is a form of address before the ``left`` words of a name: Don Chuy, Gogo Ruth."""
    word, after = tokens.lower[i], tokens.lower[i + 1]
    if word not in _BEFORE_FORENAMES:
        return False
    if left == 1 and word in _RARELY_NAMES and not names.is_surname(after):
        return True
    if left > 1 and word in _BEFORE_FULL_NAMES:
        return after in names.forenames()
    return left == 1 and _is_plain_forename(after)


def _is_of_a_nation(tokens: Tokens, i: int) -> bool:
    """Whether a word says whose countryman the name after it bears: the Finn Petteri Tiippana."""
    return i > 0 and tokens.lower[i - 1] in ("the", "a") and tokens.lower[i] in _COUNTRYMEN


def _is_acronym(tokens: Tokens, i: int) -> bool:
    """Whether a word is an office in capitals before a name: SHO Abid Munir, MEC David Maynier."""
    word, after = tokens.words[i], tokens.words[i + 1]
    if not (2 < len(word) < 6 and word.isalpha() and word.isupper()) or after.isupper():
        return False
    return not (len(word) == 3 and word[-1] == "M" and word[0] in _BENGALI_INITIALS)


def _is_name_after_role(tokens: Tokens, i: int) -> bool:
    """Whether a title is a given name here, since an office or role stands right before it."""
    lower = tokens.lower
    k = i - 1
    if k < 0 or tokens.opens[i] or (lower[i] not in _TITLE_NAMES and lower[i] not in _NEVER_AFTER_RANKS):
        return False
    if lower[k] == "," and lower[i] in _ONLY_NAMES and k:
        return lower[k - 1] in ROLES or is_title(lower[k - 1])
    if not tokens.joined[i]:
        return False
    if tokens.cap[k]:  # a Sapper Dean Cotterill
        return lower[i] in _NEVER_AFTER_RANKS and is_rank(bare(lower[k]), named=False)
    return lower[k] in ROLES and lower[i] in _TITLE_NAMES
