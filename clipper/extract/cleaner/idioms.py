"""A language -> the idioms of its pages' boilerplate, compiled from the text files beside this module."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from clipper.patterns import pattern

ANY, HEAD, TAIL, EDGE = "any", "head", "tail", "edge"
EXACT, SIGNAL = "exact", "signal"
LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl", "nordic", "pl", "tr", "ja", "ko")
_NORDIC = ("sv", "no", "nb", "nn", "da", "fi", "is")
_SECTION = pattern(r"\[([\w-]+) (any|head|tail|edge) (exact|signal)\]")
# A line as the forms are written: straight apostrophes and quotes, one space, lower case.
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "：": ":", "İ": "i"})


@dataclass(frozen=True, slots=True)
class Idiom:
    """One group of forms under one rule name: where in a text they count and whether alone."""

    rule: str
    where: str
    strength: str
    form: re.Pattern[str]


def plain(line: str) -> str:
    """``line`` as forms are matched against it."""
    return " ".join(line.translate(_STRAIGHT).lower().split())


@cache
def idioms(language: str) -> tuple[Idiom, ...]:
    """The idioms of one language file; empty for a language without one."""
    place = files(__package__) / "idioms" / f"{language}.txt"
    if language not in LANGUAGES or not place.is_file():
        return ()
    groups: dict[tuple[str, str, str], list[str]] = {}
    forms: list[str] = []
    for line in place.read_text("utf-8").splitlines():
        section = _SECTION.fullmatch(line)
        if section:
            forms = groups.setdefault((section[1], section[2], section[3]), [])
        elif line and not line.startswith("# "):
            forms.append(line)
    return tuple(
        Idiom(*key, re.compile("|".join(f"(?:{form})" for form in group))) for key, group in groups.items()
    )


def idioms_for(language: str | None) -> tuple[Idiom, ...]:
    """The idioms that a page of ``language`` (BCP 47, None if unknown) may show: its own and English."""
    base = (language or "en").lower().replace("_", "-").split("-")[0]
    base = "nordic" if base in _NORDIC else base
    return idioms("en") if base == "en" else idioms(base) + idioms("en")
