"""Document -> Body: trafilatura's choice as the start, then what the structure of the page says about it."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clipper.extract.body.backbone import backbone
from clipper.records import Removed

if TYPE_CHECKING:
    from clipper.extract.document import Document


@dataclass(frozen=True, slots=True)
class Block:
    """One line of the story.

    ``kind`` is the letter of ``Article.layout`` (p paragraph, h subheading, q quotation, l list item,
    t table row, e embedded post); ``linked`` the share of its characters that are links (0 to 1).
    """

    text: str
    kind: str = "p"
    linked: float = 0.0


@dataclass(frozen=True, slots=True)
class Body:
    """The story of a page before the cleaner: its lines, captions apart, and how they were chosen.

    ``view`` names the view that the choice began with, ``removed`` the lines that view had chosen and
    the structure of the page spoke against.
    """

    blocks: tuple[Block, ...]
    captions: tuple[str, ...]
    removed: tuple[Removed, ...]
    warnings: tuple[str, ...]
    view: str


def find_body(document: Document, *, title: str, description: str | None = None) -> Body:
    """The body of an HTML page.

    ``title`` is the headline that the fields found ("" if none), ``description`` the page's own summary.
    Never changes ``document.tree``. An empty Body (no blocks) means that nothing on the page reads like
    a story; the judge says so to the user.
    """
    lines = backbone(copy.copy(document.tree))
    return Body(tuple(Block(line) for line in lines), (), (), (), "trafilatura")
