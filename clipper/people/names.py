"""A word -> is it a known forename or surname: two lists, read once.

The lists are public domain (US census) and CC0 (common names by country); see lists/ATTRIBUTION.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from clipper.people.memory import remembered

# Each line of the surnames holds the letters that they share and, after spaces, the rest of each ("." none).
SURNAME_HEAD = 3

_counted: list[str] = []


@cache
def forenames() -> frozenset[str]:
    """Known forenames in lower case."""
    return _listed("forenames.txt")


@cache
def places() -> frozenset[str]:
    """One-word names of countries, regions and large cities in lower case."""
    return _listed("places.txt")


@cache
def groups() -> frozenset[str]:
    """One-word names of outlets, makers, movements and peoples in lower case."""
    return _listed("groups.txt")


@cache
def phrases() -> frozenset[str]:
    """Names of several words that are places' and things', in lower case."""
    return frozenset((_blob("phrases.txt") + _blob("place_phrases.txt")).decode().splitlines())


@cache
def common() -> frozenset[str]:
    """Words that English text mostly writes small, as counted in the training text."""
    if _counted:
        return frozenset(_counted)
    return frozenset((Path(__file__).parent / "model" / "common.txt").read_text(encoding="utf8").split())


def set_common(words: Iterable[str]) -> None:
    """Use these words in place of the model's, while another model is trained."""
    _counted[:] = words
    common.cache_clear()


def _listed(name: str) -> frozenset[str]:
    return frozenset(_blob(name).decode().split())


@cache
def _blob(name: str) -> bytes:
    return (Path(__file__).parent / "lists" / name).read_bytes()


def is_surname(lower: str) -> bool:
    """Whether a lower-case word is a known surname."""
    return f" {lower[SURNAME_HEAD:] or '.'} " in _surnames_in(lower[:SURNAME_HEAD])


@remembered(limit=10_000)
def _surnames_in(head: str) -> str:
    """The line of the surnames that share a head, "" if there is none."""
    lines = _surnames()
    at = bisect_left(lines, f"{head} ")
    return f"{lines[at]} " if at < len(lines) and lines[at].startswith(f"{head} ") else ""


@cache
def _surnames() -> list[str]:
    """The lines of the surnames, in their order (a set of 90,000 words is slow to load)."""
    return _blob("surnames.txt").decode().splitlines()
