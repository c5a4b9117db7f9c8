"""Bytes that are no UTF-8 -> whether they read like a Western European text in windows-1252."""

from __future__ import annotations

import re

# The letters of the languages that windows-1252 was made for. Central European, Turkish and Baltic texts
# read by it show letters that no one of these languages has together.
_LETTERS = tuple(
    map(
        frozenset,
        (
            "äöüßéèàáçñ",
            "àâæçéèêëîïôœùûüÿ",
            "áéíóúüñç",
            "áàâãçéêíóôõúü",
            "àèéìíòóùúî",
            "ëïéèöüáóêâç",
            "åäöéüæøàâ",
        ),
    )
)
_ANY = frozenset("àáâãäåæçèéêëíîïñóôõöøœúûüß")
# Signs that stand between letters without offence: apostrophes, dashes, quotation marks, dots.
_BETWEEN = frozenset("’‘–—·…“”„«»\xa0\xad")
_FEW = 8
_MOST_READ = 400_000


def is_western_text(body: bytes) -> bool:
    """Whether the bytes beyond ASCII stand as they do in a Western European text.

    There they are single letters of one language inside words of plain ones, and quotation marks, dashes
    and signs between words; runs of three such letters belong to other scripts.
    """
    try:
        text = re.sub(rb"<[^>]*>", b" ", body[:_MOST_READ]).decode("cp1252")
    except UnicodeDecodeError:
        return False
    letters: list[str] = []
    odd = 0
    for match in re.finditer(r"[^\x00-\x7f]+", text):
        run = match[0]
        inside = (
            text[match.start() - 1 : match.start()].isalpha()
            and text[match.end() : match.end() + 1].isalpha()
        )
        marks = [sign for sign in run if not sign.isalpha()]
        odd += any(sign not in _BETWEEN for sign in marks) if inside else 0
        odd += len(run) - len(marks) > 2
        letters += [letter.lower() for letter in run if letter.isalpha() and letter not in "ªº"]
    return odd * 10 <= len(letters) and _one_language(letters)


def _one_language(letters: list[str]) -> bool:
    if len(letters) < _FEW:
        return all(letter in _ANY for letter in letters)
    best = max(sum(letter in known for letter in letters) for known in _LETTERS)
    return best * 10 >= len(letters) * 9
