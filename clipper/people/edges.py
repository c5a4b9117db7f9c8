"""Words beside a name -> where it may begin and end: after a place or a rank, before a headline's verb."""

from __future__ import annotations

from clipper.people import names
from clipper.people.kinds import word_set
from clipper.people.tokens import Tokens
from clipper.people.words import NATIONS, is_title

# The rest of a rank: Capitán de Corbeta, Kapitän zur See.
RESTS = frozenset(
    ("de corbeta", "de fragata", "de navío", "zur see", "de frégate", "de vaisseau", "de corvette")
)
ARMS = frozenset(rest.partition(" ")[2] for rest in RESTS)
# What stands before a place.
_PLACED = word_set("in at from near outside inside")
# By what kings and saints are told apart: Alexander the Great.
_EPITHETS = word_set("""
    great terrible conqueror navigator magnificent lionheart baptist bold brave elder younger wise unready
    pious confessor impaler bald good fat red just lawgiver tall stout
""")
# What headlines in title case say of people: Maj. Gen. Pat Ryder Holds a Press Briefing.
_SAID_OF_PEOPLE = word_set("""
    accepts addresses announces answers appears approves arrives assumes attends awards backs becomes begins
    briefs calls claims concludes conducts confirms congratulates completes dedicates defends delivers demands
    denies departs directs discusses dies earns faces fires gets gives goes greets headlines highlights holds
    honors honours hosts inspects joins kicks launches lauds leads leaves makes marks meets names nominates
    observes opens orders outlines participates pays pledges praises presents presides promotes provides
    receives reenlists rejects remembers resigns responds retires returns reviews says seeks sees sends serves
    signs speaks stresses surveys swears takes talks tells testifies thanks touts tours travels turns
    underscores unveils urges vetoes views visits vows warns welcomes wins
""")


def after_known_place(tokens: Tokens, start: int, end: int) -> int:
    """Where a name begins that follows a place without a comma: In Banja Luka Siniša Karan was elected."""
    lower = tokens.lower
    if not start or lower[start - 1] not in _PLACED:
        return start
    for k in range(end - 2, start, -1):
        place = " ".join(lower[start:k])
        known = place in names.phrases() or (k == start + 1 and _is_only_a_place(place))
        if known and lower[k] in names.forenames():
            return k
    return start


def _is_only_a_place(lower: str) -> bool:
    return (lower in NATIONS or lower in names.places()) and lower not in names.forenames()


def after_rank_of_two_parts(tokens: Tokens, start: int, end: int) -> int:
    """Where a run begins after a rank such as Capitán de Fragata, if it begins with one."""
    lower = tokens.lower
    if end - start > 3 and is_title(lower[start]) and f"{lower[start + 1]} {lower[start + 2]}" in RESTS:
        return start + 3
    return start


def follows_rank_of_two_parts(tokens: Tokens, start: int) -> bool:
    """Whether such a rank stands right before a name: capitaine de frégate X."""
    lower = tokens.lower
    if start < 3 or lower[start - 1] not in ARMS or not tokens.joined[start]:
        return False
    return f"{lower[start - 2]} {lower[start - 1]}" in RESTS and is_title(lower[start - 3])


def has_an_epithet(tokens: Tokens, end: int) -> bool:
    """Whether what a king is told apart by stands after a name: Alexander the Great."""
    lower = tokens.lower
    if end + 1 >= len(lower) or lower[end] != "the":
        return False
    return tokens.cap[end + 1] and lower[end + 1] in _EPITHETS


def before_verb(tokens: Tokens, start: int, end: int) -> int:
    """Where a name in a headline of capitals ends: before "Holds" in Pat Ryder Holds."""
    for k in range(start + 1, end):
        if tokens.lower[k] in _SAID_OF_PEOPLE and not names.is_surname(tokens.lower[k]):
            return k
    return end
