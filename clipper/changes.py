"""Two texts -> what changed between them, word by word. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from clipper.records import Change

# A word with the white space behind it, so that a run reads as it stood.
_PIECES = re.compile(r"\S+\s*|\s+")


def changes(old: str, new: str) -> tuple[Change, ...]:
    """The runs from which both texts come: same and removed make ``old``, same and added ``new``."""
    return tuple(merged(_line_changes(lines(old), lines(new))))


def lines(text: str) -> list[str]:
    """The lines of a text and, each on its own, the breaks between them."""
    return [part for part in re.split(r"(\n)", text) if part]


def _line_changes(old: Sequence[str], new: Sequence[str]) -> Iterator[Change]:
    for tag, first, last, start, stop in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Change("same", "".join(old[first:last]))
        elif tag == "replace":
            yield from _word_changes("".join(old[first:last]), "".join(new[start:stop]))
        else:
            yield Change("removed", "".join(old[first:last]))
            yield Change("added", "".join(new[start:stop]))


def _word_changes(old: str, new: str) -> Iterator[Change]:
    before, after = _PIECES.findall(old), _PIECES.findall(new)
    if len(before) * len(after) > 4_000_000:
        # Two long passages with nothing in common: the words would say no more than the passages do.
        yield Change("removed", old)
        yield Change("added", new)
        return
    for tag, first, last, start, stop in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Change("same", "".join(before[first:last]))
        else:
            yield Change("removed", "".join(before[first:last]))
            yield Change("added", "".join(after[start:stop]))


def merged(parts: Iterator[Change]) -> Iterator[Change]:
    """Neighbouring runs of one kind as one, empty ones left out."""
    waiting: Change | None = None
    for part in parts:
        if not part.text:
            continue
        if waiting and waiting.kind == part.kind:
            waiting = Change(waiting.kind, waiting.text + part.text)
            continue
        if waiting:
            yield waiting
        waiting = part
    if waiting:
        yield waiting
