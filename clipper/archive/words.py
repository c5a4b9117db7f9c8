"""Text as pages have it -> text the archive can hold; names -> the key under which they are looked up."""

from __future__ import annotations

import re
from functools import lru_cache

from clipper.patterns import pattern
from clipper.text import is_western

# Marks of a snippet are private-use characters, which therefore may not come from a page; NUL ends a string
# for SQLite's text functions; a lone surrogate has no UTF-8. Each becomes one other character, never none,
# so that offsets into the text stay true.
_UNKEEPABLE = pattern("[\x00\ue000-\uf8ff\U000f0000-\U0010ffff]")
_SURROGATE = pattern("[\ud800-\udfff]")
_WORD = pattern(r"[^\W_]+")
# Kana, Han and Hangul, with the mark of long vowels and the mark of repetition.
EAST_ASIAN = pattern(
    "[\u3005\u3041-\u3096\u30a1-\u30fa\u30fc\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\U00020000-\U0003ffff]+"
)
_APOSTROPHES = pattern("['’ʼ`´]")
# Letters that Unicode does not take apart although readers type them without their stroke.
_PLAIN = str.maketrans(
    {"ø": "o", "đ": "d", "ł": "l", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th", "ð": "d"}
)


def storable(text: str) -> str:
    """Replace what the archive cannot hold, character for character."""
    if is_western(text):
        return text.replace("\x00", " ")
    return _SURROGATE.sub("\ufffd", _UNKEEPABLE.sub(" ", text))


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Lower-case words without accents and apostrophes: ``Núñez-O'Neil`` -> ``nunez oneil``."""
    bare = _APOSTROPHES.sub("", text.casefold()).translate(_PLAIN)
    if not bare.isascii():
        bare = without_accents(bare).casefold()
    return " ".join(_WORD.findall(bare))


def without_accents(text: str) -> str:
    """Text without accents; the marks that make ``ga`` of ``ka`` in Japanese are no accents."""
    from unicodedata import combining, normalize

    parts = normalize("NFKD", text)
    return normalize("NFC", "".join(char for char in parts if not combining(char) or char in "\u3099\u309a"))


def plain_words(text: str) -> str:
    """The words of a text as the index cuts them, unstemmed, each between single spaces."""
    bare = text.casefold()
    if not bare.isascii():
        bare = without_accents(bare)
    return f" {' '.join(_WORD.findall(bare))} "


def holds_phrase(phrase: str, *texts: str) -> bool:
    """Whether one of the texts has the words of ``phrase`` in this order and form; case and accents aside."""
    wanted = plain_words(phrase)
    if not phrase.isascii() and EAST_ASIAN.search(
        phrase
    ):  # written without spaces: any run may hold the words
        return any(wanted.replace(" ", "") in plain_words(text).replace(" ", "") for text in texts)
    return any(wanted in plain_words(text) for text in texts)


def letter_pairs(text: str) -> str:
    """Each two neighbouring East Asian letters of a text, in order: ``小野寺`` -> ``小野 野寺``.

    The index cuts at spaces, which these texts do not have; pairs find any word of two letters or more.
    """
    if is_western(text):
        return ""
    return " ".join(pairs_of_run(run) for run in EAST_ASIAN.findall(normalized(text)))


def normalized(text: str) -> str:
    """Text with one code point per letter where letters have several widths or spellings."""
    from unicodedata import normalize

    return normalize("NFKC", text)


def pairs_of_run(run: str) -> str:
    """The pairs of one unbroken run of letters; a single letter is itself."""
    return " ".join(run[at : at + 2] for at in range(len(run) - 1)) or run


def has_word(text: str, word: str) -> bool:
    """Whether ``word`` stands in the text as a whole word, in exactly this spelling."""
    return word in text and re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None
