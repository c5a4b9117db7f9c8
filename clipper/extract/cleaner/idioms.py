"""A language -> the idioms of its pages' boilerplate, compiled from the text files beside this module."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from clipper.patterns import pattern

ANY, HEAD, TAIL, EDGE = "any", "head", "tail", "edge"
EXACT, SIGNAL = "exact", "signal"
LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl", "nordic", "pl", "tr", "ja", "ko")
_NORDIC = ("sv", "no", "nb", "nn", "da", "fi", "is")
_SECTION = pattern(r"\[([\w-]+) (any|head|tail|edge) (exact|signal)\]")
# A line as the forms are written: straight apostrophes and quotes, one space, lower case.
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "：": ":", "İ": "i"})


# A form that begins with letters and has no alternatives outside of brackets.
_LETTERS_FIRST = re.compile(r"[^\W\d_]{2}(?:[^()|\\\[]|\([^()]*\)|\\.|\[[^]]*\])*")
_ATOM = re.compile(r"\\.|\[\^?[^]]+\]|.", re.DOTALL)


class Idiom:
    """One group of forms under one rule name: where in a text they count and whether alone.

    Only the forms that may begin with a line's first letter are tried on it, and compiled when they are.
    """

    __slots__ = ("_forms", "_letters", "_tried", "rule", "strength", "where")

    def __init__(self, rule: str, where: str, strength: str, forms: Iterable[str]) -> None:
        self.rule, self.where, self.strength = rule, where, strength
        self._forms = [(form, initials(form)) for form in forms]
        self._letters = frozenset("".join(letters for _, letters in self._forms))
        self._tried: dict[str, re.Pattern[str] | None] = {}

    def fits(self, line: str) -> bool:
        """Whether a line, as by `plain`, is of one of the forms from end to end."""
        first = "0" if line[:1].isdecimal() else line[:1]
        first = first if first in self._letters else ""
        if first not in self._tried:
            likely = [
                f"(?:{form})" for form, letters in self._forms if not letters or (first and first in letters)
            ]
            self._tried[first] = re.compile("|".join(likely)) if likely else None
        form = self._tried[first]
        return form is not None and form.fullmatch(line) is not None


def initials(form: str) -> str:
    """The letters and signs that a line of this form can begin with (0 for any figure), "" for all."""
    if _LETTERS_FIRST.fullmatch(form):
        return form[0]
    found = ""
    for atoms in _alternatives(_ATOM.findall(form)):
        letters = _first_of(atoms)
        if not letters:
            return ""
        found += letters
    return found


def _alternatives(atoms: list[str]) -> list[list[str]]:
    """What stands between the bars outside of brackets."""
    parts: list[list[str]] = [[]]
    depth = 0
    for atom in atoms:
        depth += (atom == "(") - (atom == ")")
        if atom == "|" and not depth:
            parts.append([])
        else:
            parts[-1].append(atom)
    return parts


def _first_of(atoms: list[str]) -> str:
    found = ""
    while atoms:
        size = _closing(atoms) if atoms[0] == "(" else 1
        letters = initials("".join(atoms[1 : size - 1])) if size > 1 else _sign(atoms[0])
        if not letters:
            return ""
        found += letters
        if atoms[size : size + 1] not in (["?"], ["*"], ["{"]):
            return found
        if atoms[size] == "{":
            return found if atoms[size + 1] not in "0," else ""
        atoms = atoms[size + 1 :]
    return ""


def _closing(atoms: list[str]) -> int:
    depth = 0
    for number, atom in enumerate(atoms, 1):
        depth += (atom == "(") - (atom == ")")
        if not depth:
            return number
    return len(atoms)


def _sign(atom: str) -> str:
    """The character that an atom stands for; "" for a set, a class or any other sign of the language."""
    if len(atom) == 2 and atom[0] == "\\":
        return "0" if atom[1] == "d" else "" if atom[1].isalnum() else atom[1]
    return "" if len(atom) > 1 or atom in ".^$?*+{}" else "0" if atom.isdecimal() else atom


def plain(line: str) -> str:
    """``line`` as forms are matched against it."""
    return " ".join(line.translate(_STRAIGHT).lower().split())


@cache
def idioms(language: str) -> tuple[Idiom, ...]:
    """The idioms of one language file; empty for a language without one."""
    if language not in LANGUAGES:
        return ()
    place = Path(__file__).with_name("idioms") / f"{language}.txt"
    groups: dict[tuple[str, str, str], list[str]] = {}
    forms: list[str] = []
    for line in place.read_text("utf-8").splitlines():
        section = _SECTION.fullmatch(line) if line.startswith("[") else None
        if section:
            forms = groups.setdefault((section[1], section[2], section[3]), [])
        elif line and not line.startswith("# "):
            forms.append(line)
    return tuple(Idiom(*key, group) for key, group in groups.items())


def idioms_for(language: str | None) -> tuple[Idiom, ...]:
    """The idioms that a page of ``language`` (BCP 47, None if unknown) may show: its own and English."""
    base = (language or "en").lower().replace("_", "-").split("-")[0]
    base = "nordic" if base in _NORDIC else base
    return idioms("en") if base == "en" else idioms(base) + idioms("en")
