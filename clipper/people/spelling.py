"""Two words of names -> are they spellings of one foreign word: a skeleton by rule, not a distance.

Transliterations differ in known ways (kh/h, q/g/k, ou/u, -ov/-off, -skiy/-sky, double letters, Arabic short
vowels). Consonants must agree after these are levelled; vowels must agree pair by pair. A letter too many
(Martin, Marin) is never levelled.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from clipper.people.name_lists import apart

_LETTERS = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "æ": "ae",
        "œ": "oe",
        "ð": "d",
        "þ": "th",
        "đ": "d",
        "ı": "i",
        "ə": "a",
        "ʻ": "'",
        "ʼ": "'",
        "ʿ": "'",
        "ʾ": "'",
        "’": "'",
        "‘": "'",
        "`": "'",
        "´": "'",
        "“": '"',
        "”": '"',
        "‐": "-",
        "‑": "-",
        "‒": "-",
        "–": "-",
        "−": "-",
    }
)
_WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "đ": "dj"})


def fold(text: str) -> str:
    """``text`` in small letters without accents, invisible characters and typographic quotes and dashes."""
    plain = unicodedata.normalize("NFKD", text.translate(_LETTERS).casefold().translate(_LETTERS))
    return "".join(c for c in plain if unicodedata.category(c) not in ("Mn", "Cf", "Cc"))


def written_out(text: str) -> str:
    """``text`` folded with ä, ö, ü, ø, å, đ as ae, oe, ue, oe, aa, dj, as in Mueller for Müller."""
    return fold(unicodedata.normalize("NFC", text).casefold().translate(_WRITTEN_OUT))


# Consonants first; S stands for sh and ch, J for zh and dzh, E for the diphthongs ai and ei.
_RULES = (
    ("'", ""),
    ("(?<=[iy])j$", "i"),
    ("^tsi", "ti"),
    ("(?<=[ao])w(?=[^aeiouy])", "u"),
    ("shch|chtch|schtsch|stch", "S"),
    ("tsch|tch|sch|ch|sh|cz", "S"),
    ("dzh|dj|zh|j", "J"),
    ("kh", "h"),
    ("gh", "g"),
    ("dh", "d"),
    ("th", "t"),
    ("ph", "f"),
    ("ck|cq", "k"),
    ("c", "k"),
    ("x", "ks"),
    ("w", "v"),
    ("(?<=[oe])ff(?=s?$)", "v"),
    ("ouska", "ovska"),
    ("enka$", "enko"),
    (r"([b-df-hj-np-tv-zSJ])\1", r"\1"),
    ("(?<=[ei])y(?=e)", ""),
    ("(?<=[aeiou])y(?=[aeiou])", ""),
    ("^ye(?=.)|^ie(?=.)", "e"),
    ("(?<=S)y?o(?=v)", "e"),
    ("ee(?=v)", "e"),
    ("ee", "i"),
    ("oo|ou|oe", "u"),
    ("iye|iie|ie|ye", "ie"),
    ("[iy]+[iyj]*$", "i"),
    ("aou", "au"),
    ("[ae][iy]+", "E"),
    ("y", "i"),
    (r"([aiou])\1+", r"\1"),
    ("(?<=[aeiouE])h$", ""),
)
_NEAR = frozenset(
    frozenset(pair)
    for pair in (("u", "o"), ("i", "e"), ("a", "e"), ("E", "e"), ("E", "i"), ("ua", "oa"), ("u", "au"))
)


@cache
def _rules() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), plain) for pattern, plain in _RULES)


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """A folded word with what transliterations vary levelled; vowels still in place."""
    for pattern, plain in _rules():
        word = pattern.sub(plain, word)
    return word


@lru_cache(maxsize=65536)
def blocking_key(word: str) -> str:
    """The consonants of a folded word: equal for all pairs that `alike` or Japanese spelling can join."""
    short = re.sub("(?<=o)h(?![aeiou])", "", word.replace("-", ""))  # Ohno, Ono
    short = short.replace("mb", "nb").replace("mp", "np")  # Namba, Nanba
    bones = re.sub("[aeiouE]", "", skeleton(short)).translate(str.maketrans("gq", "kk"))
    return re.sub(r"(.)\1", r"\1", bones) or "".join(sorted(set(word)))[:1]


@lru_cache(maxsize=65536)
def alike(one: str, other: str) -> bool:
    """Whether two folded words can be transliterations of one word."""
    if one != other and (min(len(one), len(other)) < 4 or frozenset((one, other)) in apart()):
        return False
    return any(_level(a, b) for a in _throats(one) for b in _throats(other))


def _runs(bones: str) -> list[str]:
    return re.findall("[aeiouE]+|[^aeiouE]+", bones)


def _throats(word: str) -> tuple[str, ...]:
    """The skeletons of a word: Arabic qaf is written q, and read k or g."""
    bones = skeleton(word)
    return (bones.replace("q", "k"), bones.replace("q", "g")) if "q" in bones else (bones,)


def _level(one: str, other: str) -> bool:
    if one == other:
        return True
    ours, theirs = _runs(one), _runs(other)
    if len(ours) != len(theirs) or min(len(one), len(other)) < 3:
        return False
    if {ours[0], theirs[0]} == {"a", "e"}:  # Amelia, Emilia
        return False
    return all(a == b or frozenset((a, b)) in _NEAR for a, b in zip(ours, theirs, strict=True))


_FOREIGN = (
    "kh|gh|zh|dh|q|shch|aa|ou|ee|yy|iy|ii|uu|ayn|[aeu]ddin|(sk|ck)(y|i|yi|yj|ij|aya)$|(ov|ev|of+|ef+|yev|iev)a?$"
    "|(enko|enka|[cs]huk|czuk|iuk|yuk|[yi]ch|vili|adze|idze)$|^(abd|y[aeu]|zel)"
)


@lru_cache(maxsize=65536)
def looks_transliterated(word: str) -> bool:
    """Whether a folded word has a form that English mostly gets from another script."""
    return bool(re.search(_FOREIGN, word))
