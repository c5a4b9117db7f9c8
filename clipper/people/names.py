"""A word -> is it a known forename or surname: two sorted lists, read once.

The lists are public domain (US census) and CC0 (common names by country); see lists/ATTRIBUTION.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def forenames() -> frozenset[str]:
    """Known forenames in lower case."""
    return frozenset(_blob("forenames.txt").decode().split("\n"))


@cache
def _blob(name: str) -> bytes:
    return (files("clipper.people") / "lists" / name).read_bytes()


def is_surname(lower: str) -> bool:
    """Whether a lower-case word is a known surname (by bisection: a set of 90,000 is slow to load)."""
    blob, want = _blob("surnames.txt"), lower.encode()
    low, high = 0, len(blob)
    while low < high:
        middle = blob.rfind(b"\n", 0, (low + high) // 2) + 1
        if middle < low:
            middle = low
        end = blob.find(b"\n", middle)
        line = blob[middle:end]
        if line == want:
            return True
        if line < want:
            low = end + 1
        else:
            high = middle
    return False
