"""Lines -> those that only lead elsewhere: a link alone on its line, a list of links, other headlines."""

from __future__ import annotations

from collections.abc import MutableMapping, Sequence
from typing import Protocol

# From this share of link text on a line says nothing else.
ALL_LINK = 0.9
LIST_LINK = 0.6
# A text that is mostly links is a list of links that somebody meant to publish.
ROUNDUP = 0.3


class _Line(Protocol):
    @property
    def text(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def linked(self) -> float: ...


def cut_links(lines: Sequence[_Line], cut: MutableMapping[int, str]) -> None:
    """Add to ``cut`` (place to rule) the lines that only lead elsewhere.

    A paragraph that is one link and no sentence; a list whose items are links; a heading that is a link and
    has nothing below it, or stands under a label that was cut. A text that is mostly links is left alone.
    """
    found = {**_paragraphs(lines, cut), **_lists(lines, cut)}
    found |= _headings(lines, {**cut, **found})
    size = sum(len(line.text) for line in lines)
    if sum(len(lines[n].text) for n in found) <= ROUNDUP * size:
        cut.update(found)


def _paragraphs(lines: Sequence[_Line], cut: MutableMapping[int, str]) -> dict[int, str]:
    return {
        n: "link-line"
        for n, line in enumerate(lines)
        if n not in cut and line.kind == "p" and line.linked >= ALL_LINK and not _is_sentence(line.text)
    }


def _is_sentence(text: str) -> bool:
    return text.rstrip("\"'”’»」』)").endswith((".", "。", ",", ";"))


def _lists(lines: Sequence[_Line], cut: MutableMapping[int, str]) -> dict[int, str]:
    """Runs of list items that are nearly all links; a list that a sentence with a colon opens stays."""
    found: dict[int, str] = {}
    n = 0
    while n < len(lines):
        end = n
        while end < len(lines) and lines[end].kind == "l":
            end += 1
        if end > n:
            items = range(n, end)
            linked = sum(lines[m].linked >= LIST_LINK and not _is_sentence(lines[m].text) for m in items)
            opened = (
                n > 0 and len(lines[n - 1].text) > 60 and lines[n - 1].text.rstrip().endswith((":", "："))
            )
            if linked >= 0.7 * len(items) and not opened:
                found.update(dict.fromkeys((m for m in items if m not in cut), "link-list"))
        n = end + 1
    return found


def _headings(lines: Sequence[_Line], cut: MutableMapping[int, str]) -> dict[int, str]:
    found: dict[int, str] = {}
    for n in range(len(lines) - 1, -1, -1):
        line = lines[n]
        if n in cut or line.kind != "h" or line.linked < ALL_LINK:
            continue
        below = lines[n + 1] if n + 1 < len(lines) else None
        bare = below is None or below.kind == "h" or n + 1 in found or n + 1 in cut
        if bare or n - 1 in cut:
            found[n] = "link-heading"
    return found
