"""Text -> pairs of acronym and long form, after Schwartz and Hearst (2003); and the spellings of one acronym.

A. S. Schwartz, M. A. Hearst: A simple algorithm for identifying abbreviation definitions in biomedical text.
Pacific Symposium on Biocomputing 8 (2003), 451-462. Added for news: ``long form, or ISR,``.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from clipper.patterns import pattern

# Acronyms that are other words in small letters: ``US`` is looked for in capitals, ``us`` as the word it is.
IN_CAPITALS = frozenset({"us", "it", "who"})
_SMALL = frozenset(
    ["a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"]
)

_AMERICAN = {
    "armour": "armor",
    "armoured": "armored",
    "centre": "center",
    "defence": "defense",
    "organisation": "organization",
    "programme": "program",
}
_BRITISH = {american: british for british, american in _AMERICAN.items()}

_BRACKET = pattern(r"\(([^()\n]{2,80})\)")
_OR_SHORT = pattern(r",? or ([A-Z][A-Z0-9&/-]{1,9})(?=[,.;])")
_REACH = 200
_SHORT = pattern(r"[^\W_][\w&/.-]*(?: [\w&/.-]+)?")
_WORD = pattern(r"[^\W_]+(?:['’][^\W_]+)?")
_HYPHENED = pattern(r"([A-Za-z]{1,5})-(\d{1,4}[A-Za-z]{0,3})")
_JOINED = pattern(r"([A-Za-z]{1,3})(\d{1,3}[A-Za-z]?)")
_DOTTED = pattern(r"(?:[A-Za-z]\.){2,}[A-Za-z]?")


if TYPE_CHECKING:
    from typing import TypeAlias

    Pair: TypeAlias = tuple[str, str]


def pairs(text: str) -> list[Pair]:
    """Acronyms that ``text`` itself explains, each with its long form, both as the text spells them.

    Forms: ``long form (SHORT)``, ``SHORT (long form)``, ``long form, or SHORT,``. Each pair once,
    in order of appearance.
    """
    found: dict[Pair, None] = {}
    for match in _BRACKET.finditer(text):
        before, inside = _before(text, match.start()).rstrip(" ,"), match[1].strip()
        pair = _pair(before, _first_part(inside)) or _reversed_pair(before, inside)
        if pair:
            found[pair] = None
    for match in _OR_SHORT.finditer(text):
        pair = _pair(_before(text, match.start()), match[1])
        if pair:
            found[pair] = None
    return list(found)


def _before(text: str, end: int) -> str:
    """What stands before a place, back to the last bracket or the beginning of the line."""
    return re.split(r"[()\n]", text[max(0, end - _REACH) : end])[-1]


def _first_part(inside: str) -> str:
    """``ISR`` of ``ISR; see below`` and ``ISR, in short``."""
    return re.split(r"[;,]", inside, maxsplit=1)[0].strip(" \"“”'‘’")


def _reversed_pair(before: str, inside: str) -> Pair | None:
    short = before.rsplit(" ", 1)[-1].strip(" \"“”'‘’,;:")
    if len(inside.split()) < 2 or not _is_short(short):
        return None
    long = _best_long_form(short, inside)
    return (short, long) if long and long.strip() == inside else None


def _pair(before: str, short: str) -> Pair | None:
    if not _is_short(short):
        return None
    words = before.split()
    letters = sum(char.isalnum() for char in short)
    nearest = " ".join(words[-min(letters + 5, letters * 2) :])
    long = _best_long_form(short, nearest)
    return (short, long) if long and _is_long(long, short) else None


def _is_short(text: str) -> bool:
    """2 to 10 characters, at most two words, a letter in it and, for news, at least two capitals."""
    return (
        2 <= len(text) <= 10
        and bool(_SHORT.fullmatch(text))
        and sum(char.isupper() for char in text) >= 2
        and sum(char.islower() for char in text) <= len(text) // 2
    )


def _is_long(long: str, short: str) -> bool:
    words = _WORD.findall(long)
    return (
        len(words) >= 2
        and len(long) > len(short)
        and short not in long.split()
        and len(words) <= 2 * len(short) + 2
        and words[0].casefold() not in _SMALL
    )


def _best_long_form(short: str, text: str) -> str:
    """The shortest end of ``text`` whose letters spell ``short`` from right to left ("" if none does).

    The first letter must begin a word (findBestLongForm of the paper).
    """
    at = len(text) - 1
    for place in range(len(short) - 1, -1, -1):
        letter = short[place].lower()
        if not letter.isalnum():
            continue
        while at >= 0 and not (
            text[at].lower() == letter and (place or at == 0 or not text[at - 1].isalnum())
        ):
            at -= 1
        if at < 0:
            return ""
        at -= 1
    return text[at + 1 :].lstrip(" \"“”'‘’")


def long_words(long: str) -> tuple[str, ...]:
    """The words by which a long form is recognised: in small letters, without ``and``, ``of``, ``the`` ..."""
    words = tuple(word.casefold() for word in _WORD.findall(long))
    return tuple(word for word in words if word not in _SMALL) or words


def spellings(word: str) -> tuple[str, ...]:
    """Other spellings of one thing: ``F-35`` and ``F35``, ``U.S.`` and ``US``, ``ISR`` and ``I.S.R.``"""
    if word.isascii() and word.isalpha():
        return (".".join(word) + ".",) if word.isupper() and 2 <= len(word) <= 5 else ()
    hyphened = _HYPHENED.fullmatch(word)
    if hyphened:
        return (hyphened[1] + hyphened[2],)
    if _DOTTED.fullmatch(word):
        return (word.replace(".", "").upper(),)
    joined = _JOINED.fullmatch(word)
    return (f"{joined[1]}-{joined[2]}",) if joined else ()


@lru_cache(maxsize=1)
def shipped() -> tuple[Pair, ...]:
    """The small list of defence acronyms that clipper brings along (``acronyms.tsv``)."""
    place = __file__.rpartition(".")[0] + ".tsv"  # importlib.resources would cost a search 10 ms
    with open(place, encoding="utf-8") as lines:  # noqa: PTH123
        rows = [line.rstrip("\n").split("\t") for line in lines if not line.startswith("#")]
    return tuple((short, long) for short, long in rows)


def shipped_long(typed: str) -> tuple[str, ...]:
    """What a shipped acronym stands for, whatever its spelling (() if it is not shipped)."""
    capitals, key = typed.upper(), short_key(typed)
    return tuple(
        long
        for short, long in shipped()
        if short == capitals or (not short.isalnum() and short_key(short) == key)
    )


@lru_cache(maxsize=1)
def shipped_shorts() -> dict[str, list[str]]:
    """Shipped acronyms by the ``long_key`` of what they stand for."""
    found: dict[str, list[str]] = {}
    for short, long in shipped():
        found.setdefault(long_key(long), []).append(short)
    return found


def short_key(short: str) -> str:
    """The one form of an acronym under which its spellings meet: ``C4I.S.R.`` and ``c4isr`` are ``c4isr``."""
    return "".join(char for char in short.casefold() if char.isalnum())


def long_key(long: str) -> str:
    """The one form of a long form under which its spellings meet: ``long_words`` in American spelling."""
    return " ".join(_AMERICAN.get(word, word) for word in long_words(long))


def long_spellings(long: str) -> tuple[tuple[str, ...], ...]:
    """The words of a long form in American and in British spelling, once where there is no difference."""
    american = tuple(_AMERICAN.get(word, word) for word in long_words(long))
    british = tuple(_BRITISH.get(word, word) for word in american)
    return (american,) if british == american else (american, british)
