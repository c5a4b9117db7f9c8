"""Tree -> what a reader sees of a page: its words, and those inside links."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from clipper.text import is_western, one_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def count_words(text: str) -> int:
    """Runs between spaces, or half the number of East Asian characters, whichever is more."""
    if is_western(text):
        return len(text.split())
    east = len(re.findall(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]", text))
    return max(len(text.split()), east // 2)


UNSEEN = frozenset(("script", "style", "noscript", "template", "head", "svg"))
AROUND = frozenset(("nav", "footer", "header", "aside", "title"))
_MOST_SEEN = 4000


def visible(tree: HtmlElement, skipped: frozenset[str] = UNSEEN) -> str:
    """What a reader sees of a page, up to 4,000 characters; ``skipped`` elements are left out whole."""
    from lxml import etree

    parts: list[str] = []
    inside, size = 0, 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        hidden = element.tag in skipped
        inside += hidden * (1 if event == "start" else -1)
        text = element.text if event == "start" else element.tail
        if not inside and text and not text.isspace():
            parts.append(text[:_MOST_SEEN])
            size += len(text)
        if size > _MOST_SEEN:
            break
    return one_line(" ".join(parts))


def anchor_words(page: HtmlElement) -> tuple[int, int]:
    """Words inside links, and all words that a reader sees."""
    body = page.find("body")
    tree = page if body is None else body
    anchors = sum(len("".join(link.itertext()).split()) for link in tree.iter("a"))
    unseen = sum(len((e.text or "").split()) for e in tree.iter("script", "style", "noscript", "template"))
    return anchors, max(0, len("".join(tree.itertext()).split()) - unseen)


def linked_headings(page: HtmlElement) -> int:
    """How many headings of the second to fourth level are links, or stand in one."""
    count = 0
    for heading in page.iter("h2", "h3", "h4"):
        above = heading.getparent()
        inside = next(heading.iter("a"), None) is not None
        count += inside or (above is not None and above.tag == "a")
    return count
