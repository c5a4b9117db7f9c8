"""The smallest piece of evidence: a value and the declaration it came from."""

from __future__ import annotations

from typing import NamedTuple


class Found(NamedTuple):
    """A value of a field, "" when there is none, and its origin (``json-ld:headline``, ``h1`` ...)."""

    value: str
    origin: str


NOTHING = Found("", "")
