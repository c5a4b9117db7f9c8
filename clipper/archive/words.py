"""Text as pages have it -> text the archive can hold; names -> the key under which they are looked up."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import combining, normalize

# Marks of a snippet are private-use characters, which therefore may not come from a page; NUL ends a string
# for SQLite's text functions; a lone surrogate has no UTF-8. Each becomes one other character, never none,
# so that offsets into the text stay true.
_UNKEEPABLE = re.compile("[\x00\ue000-\uf8ff\U000f0000-\U0010ffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = re.compile("['’ʼ`´]")
# Letters that Unicode does not take apart although readers type them without their stroke.
_PLAIN = str.maketrans(
    {"ø": "o", "đ": "d", "ł": "l", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th", "ð": "d"}
)


def storable(text: str) -> str:
    """Replace what the archive cannot hold, character for character."""
    if text.isascii():
        return text.replace("\x00", " ")
    return _SURROGATE.sub("\ufffd", _UNKEEPABLE.sub(" ", text))


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Lower-case words without accents and apostrophes: ``Núñez-O'Neil`` -> ``nunez oneil``."""
    bare = _APOSTROPHES.sub("", text.casefold()).translate(_PLAIN)
    if not bare.isascii():
        bare = "".join(c for c in normalize("NFKD", bare) if not combining(c))
        bare = normalize("NFC", bare)
    return " ".join(_WORD.findall(bare))


def plain_words(text: str) -> str:
    """The words of a text as the index cuts them, unstemmed, each between single spaces."""
    bare = text.casefold()
    if not bare.isascii():
        bare = "".join(c for c in normalize("NFKD", bare) if not combining(c))
    return f" {' '.join(_WORD.findall(bare))} "


def holds_phrase(phrase: str, *texts: str) -> bool:
    """Whether one of the texts has the words of ``phrase`` in this order and form; case and accents aside."""
    wanted = plain_words(phrase)
    return any(wanted in plain_words(text) for text in texts)


def has_word(text: str, word: str) -> bool:
    """Whether ``word`` stands in the text as a whole word, in exactly this spelling."""
    return word in text and re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None
