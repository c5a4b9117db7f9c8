"""A word or phrase -> which lists hold it: forenames, surnames, places, things; each is read once.

Where the lists come from and under which licence: lists/ATTRIBUTION.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterable
from functools import cache
from pathlib import Path
from zlib import decompress

from clipper.people.memory import remembered

# How many letters those on one line of a packed list share (see Packed); "." stands for no more letters.
HEAD = 3
# In names.txt, on each line, forenames come first; then these stand before what is also, and only, a surname.
BOTH, SURNAMES = "+", "-"

_counted: list[str] = []


@cache
def forenames() -> Container[str]:
    """Known forenames in lower case."""
    return _Marked("F")


@cache
def surnames() -> Container[str]:
    """Known surnames in lower case."""
    return _Marked("S")


@remembered(limit=30_000)
def marks(lower: str) -> str:
    """Whether a lower-case word is a known forename (F), a known surname (S), both (FS) or neither ("")."""
    line = _names().sharing(lower[:HEAD])
    place = line.find(f",{lower[HEAD:] or '.'},")
    if place < 0:
        return ""
    if 0 < line.find(f",{SURNAMES},") < place:
        return "S"
    return "FS" if 0 < line.find(f",{BOTH},") < place else "F"


class _Marked(Container[str]):
    """The words that names.txt gives one mark."""

    def __init__(self, mark: str) -> None:
        self._mark = mark

    def __contains__(self, lower: object) -> bool:
        return isinstance(lower, str) and self._mark in marks(lower)


@cache
def _names() -> Packed:
    return Packed(_blob("names.txt"))


@cache
def places() -> frozenset[str]:
    """One-word names of countries, regions and large cities in lower case."""
    return _listed("places.z")


@cache
def groups() -> frozenset[str]:
    """One-word names of outlets, makers, movements and peoples in lower case."""
    return _listed("groups.z")


@cache
def phrases() -> Packed:
    """Names of several words that are places' and things', in lower case."""
    return Packed(_blob("phrases.txt"))


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
    return frozenset(decompress(_blob(name)).decode().split())


def _blob(name: str) -> bytes:
    return (Path(__file__).parent / "lists" / name).read_bytes()


def is_surname(lower: str) -> bool:
    """Whether a lower-case word is a known surname."""
    return "S" in marks(lower)


class Packed:
    """A list of words or phrases: each line holds the first letters that some share and, after commas, the
    rest of each (a set of 90,000 words is slow to load). Lines are decoded when they are asked for."""

    def __init__(self, text: bytes) -> None:
        self._lines = text.splitlines()
        self.sharing = remembered(limit=10_000)(self._line)

    def __contains__(self, lower: str) -> bool:
        return f",{lower[HEAD:] or '.'}," in self.sharing(lower[:HEAD])

    def _line(self, head: str) -> str:
        """The line of what begins with a head, "" if there is none."""
        start = f"{head},".encode("utf8", "surrogatepass")
        at = bisect_left(self._lines, start)
        known = at < len(self._lines) and self._lines[at].startswith(start)
        return f"{self._lines[at].decode()}," if known else ""
