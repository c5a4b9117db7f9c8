"""Texts of one site -> the lines at their edges that recur: that site's boilerplate, learned and revocable.

The first and last short lines of every text are remembered with the clipping that shows them. A line seen
in three clippings of one source is boilerplate there, whatever it says, unless the user rejected it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

FIRST_LINES, LAST_LINES, LONGEST, ENOUGH = 3, 6, 300, 3

_REMEMBER = "INSERT OR IGNORE INTO edge_lines (source, line, clipping) VALUES (?, ?, ?)"
_SOURCE = "SELECT source FROM clippings WHERE id = ?"


def edge_lines(text: str) -> tuple[str, ...]:
    """The short lines among the first three and last six of a text, each once."""
    lines = text.split("\n")
    edges = lines if len(lines) <= FIRST_LINES + LAST_LINES else lines[:FIRST_LINES] + lines[-LAST_LINES:]
    return tuple(dict.fromkeys(line.strip() for line in edges if line.strip() and len(line) <= LONGEST))


def remember(connection: sqlite3.Connection, clipping: int, text: str) -> None:
    """Store which edge lines this clipping shows."""
    source = connection.execute(_SOURCE, (clipping,)).fetchone()[0]
    rows: Sequence[tuple[int, str, int]] = [(source, line, clipping) for line in edge_lines(text)]
    connection.executemany(_REMEMBER, rows)
