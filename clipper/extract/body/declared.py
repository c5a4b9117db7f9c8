"""JSON-LD -> the text that a page declares as its story: a rescue where the page shows less of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from clipper.extract.body.scene import squashed
from clipper.patterns import pattern
from clipper.text import lines

# How much longer the declared text must be to count as the rest of a story that the page only begins.
LONGER = 1.6
# The share of the visible paragraphs that must stand in it: another text is no rescue.
SHARED = 0.6
# Beyond so many letters the page shows enough; what is declared may then hold more than the story.
SHORT = 1500
_TAG = pattern(r"<[^<>]{1,300}>")
_BREAK = pattern(r"(?i)</(?:p|h\d|li|div|blockquote)\s*>|<br\s*/?>")


def declared_lines(nodes: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """The paragraphs of the longest ``articleBody`` of a page; empty when it declares none."""
    texts = [text for node in nodes if isinstance(text := node.get("articleBody"), str)]
    if not texts:
        return ()
    text = max(texts, key=len)
    if "<" in text:
        text = _TAG.sub("", _BREAK.sub("\n", text))
    return lines(text)


def tells_more(declared: Sequence[str], visible: Sequence[str]) -> bool:
    """Whether the declared text is the same story as the visible lines, and much more of it."""
    whole = squashed("".join(declared))
    seen = [squashed(line) for line in visible]
    prose = [line for line in seen if len(line) > 50] or seen
    shown = sum(map(len, seen))
    if shown > SHORT or len(whole) < max(500, LONGER * shown):
        return False
    return not prose or sum(line[:40] in whole for line in prose) >= SHARED * len(prose)
