"""Texts of one site -> the lines at their edges that recur: that site's boilerplate, learned and revocable.

The first and last short lines of every text are remembered with the clipping that shows them. A line seen in
three clippings of one source under three titles (copies of one story prove nothing) is boilerplate there,
whatever it says, unless the user rejected it.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

from clipper.archive.dates import now

if TYPE_CHECKING:
    import sqlite3

    from clipper.records import Article

FIRST_LINES, LAST_LINES, ENOUGH = 3, 6, 3
SHORTEST, LONGEST = 12, 300

_REMEMBER = "INSERT OR IGNORE INTO edge_lines (source, line_fingerprint, clipping) VALUES (?, ?, ?)"
_LEARN = """
INSERT OR IGNORE INTO boilerplate_lines (source, line, line_fingerprint, learned) VALUES (?, ?, ?, ?)"""
_SOURCE = "SELECT source FROM clippings WHERE id = ?"
_TITLES = """
SELECT count(*) FROM (
    SELECT DISTINCT lower(title) FROM edge_lines JOIN clippings ON clippings.id = edge_lines.clipping
    WHERE edge_lines.source = ? AND line_fingerprint = ? LIMIT ?
)"""
_KNOWN = """
SELECT line FROM boilerplate_lines JOIN sources ON sources.id = boilerplate_lines.source
WHERE sources.domain = ? AND rejected IS NULL"""
_LISTED = """
SELECT sources.domain, line, rejected IS NOT NULL, source, line_fingerprint
FROM boilerplate_lines JOIN sources ON sources.id = boilerplate_lines.source
WHERE ?1 IN ('', sources.domain) ORDER BY sources.domain, line"""
_SHOWN_BY = """
SELECT clipping FROM edge_lines WHERE source = ? AND line_fingerprint = ? ORDER BY clipping"""
_REJECT = """
UPDATE boilerplate_lines SET rejected = ?
WHERE line = ? AND source IN (SELECT id FROM sources WHERE domain = ?)"""


@dataclass(frozen=True, slots=True)
class LearnedLine:
    """A line learned as a site's boilerplate and the clippings that show it; ``rejected`` by the user?"""

    domain: str
    line: str
    clippings: tuple[int, ...]
    rejected: bool


def edge_lines(article: Article) -> tuple[str, ...]:
    """The short lines among the first three and last six of a text, and those cut because they were learned.

    The latter keep proving the line after the texts that taught it were made again without it.
    """
    lines = article.text.split("\n")
    edges = lines if len(lines) <= FIRST_LINES + LAST_LINES else lines[:FIRST_LINES] + lines[-LAST_LINES:]
    cut = [removed.text for removed in article.removed if "learned" in removed.rule]
    return tuple(dict.fromkeys(line for line in map(str.strip, [*edges, *cut]) if _is_telling(line)))


def _is_telling(line: str) -> bool:
    """Long enough to mean something ("Thank you." ends many speeches), short enough to be no paragraph."""
    return (SHORTEST if line.isascii() else SHORTEST // 2) <= len(line) <= LONGEST


def fingerprint(line: str) -> int:
    """64 bits that stand for a line."""
    return int.from_bytes(blake2b(line.encode(), digest_size=8).digest(), "big", signed=True)


def remember(connection: sqlite3.Connection, clipping: int, article: Article) -> None:
    """Store which edge lines a clipping shows, and learn those that now recur often enough."""
    source = connection.execute(_SOURCE, (clipping,)).fetchone()[0]
    for line in edge_lines(article):
        mark = fingerprint(line)
        connection.execute(_REMEMBER, (source, mark, clipping))
        if connection.execute(_TITLES, (source, mark, ENOUGH)).fetchone()[0] >= ENOUGH:
            connection.execute(_LEARN, (source, line, mark, now()))


def known_lines(connection: sqlite3.Connection, domain: str) -> frozenset[str]:
    """Lines that are boilerplate on a site."""
    return frozenset(line for (line,) in connection.execute(_KNOWN, (domain,)))


def listed_lines(connection: sqlite3.Connection, domain: str = "") -> list[LearnedLine]:
    """All learned lines of a site ("" for every site) with the clippings that show them."""
    return [
        LearnedLine(domain, line, _shown_by(connection, source, mark), bool(rejected))
        for domain, line, rejected, source, mark in connection.execute(_LISTED, (domain,)).fetchall()
    ]


def _shown_by(connection: sqlite3.Connection, source: int, mark: int) -> tuple[int, ...]:
    return tuple(clipping for (clipping,) in connection.execute(_SHOWN_BY, (source, mark)))


def judge_line(connection: sqlite3.Connection, domain: str, line: str, *, rejected: bool) -> bool:
    """Reject a learned line, or take the rejection back; False when the site has no such line."""
    moment = now() if rejected else None
    return connection.execute(_REJECT, (moment, line, domain)).rowcount > 0
