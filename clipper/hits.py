"""The record that a search hands on, apart from the others and light: a search needs no other record."""

from __future__ import annotations

from typing import NamedTuple


class Hit(NamedTuple):
    """One line of a result list.

    ``snippet`` marks each hit between U+E000 and U+E001 (private use, so that no text can contain
    them by accident); a page's own private-use characters were removed when it was saved. ``score`` is
    higher for better hits, 0 without words. ``day`` is the day (or bare month or year) by the page's own
    clock, where ``dated`` is in UTC.
    """

    id: int
    title: str
    url: str
    source: str
    dated: str
    dated_from: str
    day: str
    snippet: str
    score: float
