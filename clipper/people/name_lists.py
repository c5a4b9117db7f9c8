"""A word -> what it says about a name: its familiar forms, its origin, how common it is.

Two small lists of our own (lists/nicknames.txt, lists/origins.txt), read on first use.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from clipper.people.files import contents


@cache
def origin(name: str) -> frozenset[str]:
    """The words of one class of lists/origins.txt (``korean``, ``iberian``, ``common-surname`` ...)."""
    return frozenset(word for line in _origins().get(name, []) for word in line)


@cache
def nations() -> dict[str, str]:
    """Country, people, capital -> the first word of its line, which stands for the country."""
    return {word: line[0] for line in _origins()["nation"] for word in line}


@cache
def korean_families() -> dict[str, str]:
    """A Korean family name -> one spelling that stands for all its usual ones."""
    return {word: line[0] for line in _origins()["korean-same"] for word in line}


@cache
def suffixes() -> dict[str, str]:
    """A folded suffix of a name -> how it is said: "Jr.", "Sr.", "II" ..."""
    said = {word: line[0].title() + "." for line in _origins()["suffix"] for word in line}
    return said | {numeral: numeral.upper() for numeral in ("ii", "iii", "iv")}


@cache
def apart() -> frozenset[frozenset[str]]:
    """Pairs of names that spelling rules would take for one and that are two."""
    return frozenset(frozenset(line) for line in _origins()["apart"])


@cache
def is_forename(word: str) -> bool:
    """Whether a folded word is a usual European or English forename, formal or familiar."""
    return word in nicknames() or word in origin("forename") or word in origin("iberian-forename")


def familiar(one: str, other: str) -> str:
    """Why two different folded forenames may name one person, or "" if nothing says so."""
    for line, formal in nicknames().get(one, {}).items():
        theirs = nicknames().get(other, {}).get(line)
        if theirs is None:
            continue
        if formal == theirs:
            how = "are spellings of one name" if formal else "are short for one name"
            return f'"{one.title()}" and "{other.title()}" {how}'
        short, long = (other, one) if formal else (one, other)
        return f'"{short.title()}" is short for "{long.title()}"'
    return ""


@cache
def nicknames() -> dict[str, dict[int, bool]]:
    """Forename -> the lines it stands in, each with whether it is a formal spelling there."""
    found: dict[str, dict[int, bool]] = defaultdict(dict)
    for number, line in enumerate(lines("nicknames.txt")):
        formal, _, short = line.partition(":")
        found |= {word: found[word] | {number: False} for word in short.split()}
        found |= {word: found[word] | {number: True} for word in formal.split()}
    return dict(found)


@cache
def _origins() -> dict[str, list[list[str]]]:
    found: dict[str, list[list[str]]] = defaultdict(list)
    for line in lines("origins.txt"):
        name, *words = line.split()
        found[name].append(words)
    return dict(found)


def lines(name: str) -> list[str]:
    """The lines of one of our lists, without comments."""
    text = contents("lists", name).decode()
    return [line for line in text.splitlines() if line and not line.startswith("#")]
