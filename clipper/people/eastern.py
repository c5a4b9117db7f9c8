"""A word -> can it be an East Asian family or given name, and in which usual spellings.

Given names are known by their syllables, so that "Jong-un Kim" is turned round and "Martin Lee" is not.
"""

from __future__ import annotations

import re
from functools import lru_cache

from clipper.people.name_lists import is_forename, origin

PLACES = ("korean", "chinese", "japanese", "vietnamese")
_JAPANESE_ENDING = (
    "..(moto|yama|kawa|gawa|mura|shima|jima|naka|guchi|hara|wara|zaki|saki|saka|zawa|sawa|dera|tani|bayashi|oka|uchi|"
    "buchi|gaki|hashi|bashi|matsu|sugi|ishi|zuka|kubo|kura|mizu|mori|mine|waki|numa|maki|hata|iwa|nishi|kami|gami)$"
)
_MORA = (
    "(?:(?:[kgnhbmrp]y?|s|sh|z|j|jy|t|ts|ch|d|f|y|w|h)?[aeiou]h?|n(?![aeiou])|m(?=[bp])|[kstp](?=[kstpc]))"
)
_SYLLABLES = {
    "japanese": (f"(?:{_MORA}){{2,6}}"),
    "chinese": (
        "(?:[bpmfdtnlgkhjqxzcsrwy]|zh|ch|sh|hs|ts|tz|kw|gw|ng)?'?"
        "(?:iang|iong|uang|ueng|eung|iao|ian|ien|uai|uan|yue|ieh|ueh|ang|eng|ing|ong|ung|iew|"
        "ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|ui|uo|ue|ih|oi|au|ee|oo|er|a|o|e|i|u|am|im|om|um|em|ak|ik|ok|uk|ek|at|it|"
        "ut|ap|ip|op|et|ot|on|or|aw|ow|oon|eh|uet|uen|iet|iem|iep|oy|oong|oi|ah|uh)"
    ),
    "vietnamese": (
        "(?:[bcdghklmnpqrstvx]|ch|gh|gi|kh|ng|ngh|nh|ph|qu|th|tr)?[aeiouy]{1,3}(?:c|ch|m|n|ng|nh|p|t)?"
    ),
}


_ONE_SYLLABLE = "[^aeiou]{0,3}[aeiouy]{1,4}[^aeiou]{0,2}"
_KOREAN_SYLLABLE = (
    "(?:[gkndtrlmbpsjhyw]|kk|ch|sh|ss)?(?:ae|ai|eo|eu|ui|eui|ou|oo|ee|oe|we|wi|wo|wa|yeo|ye|ya|yo|yu|a|e|i|o|u)"
    "(?:ng|ck|[kgnlmpbts])?"
)


def is_family(place: str, word: str) -> bool:
    """Whether a folded word is a usual family name of the place: korean, chinese, japanese or vietnamese."""
    return word in origin(place) or (place == "japanese" and _ends_japanese(word))


def _ends_japanese(word: str) -> bool:
    return bool(re.search(_JAPANESE_ENDING, word)) and bool(re.fullmatch(_SYLLABLES["japanese"], word))


@lru_cache(maxsize=65536)
def fits(place: str, given: tuple[str, ...]) -> bool:
    """Whether the words can be a given name of the place: its syllables, and no European forename."""
    parts = [part for word in given for part in word.split("-") if part]
    if not 1 <= len(parts) <= 3 or (len(parts) == 1 and is_forename(parts[0])) or min(map(len, parts)) < 1:
        return False
    if any(len(part) > 3 and is_forename(part) for part in parts) or all(len(part) == 1 for part in parts):
        return False
    if place == "korean":
        return len(parts) <= 2 and _korean_syllables(parts)
    shape = _SYLLABLES[place]
    if place == "chinese" and len(parts) == 2 and len(given) == 1:
        return all(re.fullmatch(_ONE_SYLLABLE, part) for part in parts)
    if place == "chinese" and len(parts) == 1:
        return any(_both(shape, parts[0], i) for i in range(len(parts[0])))
    return (place != "japanese" or len(parts) == 1) and all(re.fullmatch(shape, part) for part in parts)


def _both(shape: str, word: str, i: int) -> bool:
    return bool(re.fullmatch(shape, word[i:])) and (i == 0 or bool(re.fullmatch(shape, word[:i])))


def _korean_syllables(parts: list[str]) -> bool:
    known = origin("korean-given")
    if len(parts) == 2:
        return all(part in known or re.fullmatch(_KOREAN_SYLLABLE, part) for part in parts)
    return parts[0] in known or any(
        parts[0][:i] in known and parts[0][i:] in known for i in range(2, len(parts[0]))
    )


def japanese(word: str) -> str:
    """A folded Japanese word with long vowels written short (Ohno, Ōno, Oono)."""
    word = re.sub("o[uo]|oh(?![aeiou])", "o", word)
    return re.sub("uu", "u", re.sub("m(?=[bp])", "n", word))


_KOREAN = (
    ("oo", "u"),
    ("ee", "i"),
    ("you?ng", "yong"),
    ("eo", "o"),
    ("eu", "u"),
    ("^g|(?<=-)g", "k"),
    ("^d|(?<=-)d", "t"),
    ("^b|(?<=-)b", "p"),
    ("^j|(?<=-)j", "ch"),
    ("^sh(?=i)|(?<=-)sh(?=i)", "s"),
    ("uk\\b", "uk"),
)


def korean(word: str) -> str:
    """A folded Korean given name, syllables joined by hyphens, with the usual romanisations levelled."""
    for pattern, plain in _KOREAN:
        word = re.sub(pattern, plain, word)
    return word.replace("-", "")


_CHINESE = (
    ("hs", "x"),
    ("zh|ch|j|q", "C"),
    ("t[sz]|z|c", "Z"),
    ("g(?!$|[^aeiou])", "k"),
    ("d", "t"),
    ("b", "p"),
    ("ung", "ong"),
    ("ien", "ian"),
    ("uo", "o"),
    ("(?<=[ei])h(?![aeiou])", ""),
    ("(?<=[ZS])u", "i"),
    ("(?<=[ktnhs])o(?![nu])", "e"),
    ("ue[hi]?", "u"),
)


def chinese(word: str) -> str:
    """A folded Chinese word with what Wade-Giles and pinyin write apart levelled (Tse-tung, Zedong)."""
    word = word.replace("'", "").replace("-", "")
    for pattern, plain in _CHINESE:
        word = re.sub(pattern, plain, word)
    return word
