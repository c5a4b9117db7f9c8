"""tree -> the lines that trafilatura chooses: what everything else begins with."""

from __future__ import annotations

import copy
import logging
from itertools import islice
from typing import Any

from clipper.extract.body.spared import trafilatura

# What trafilatura throws away itself, but only after it has copied the page several times.
_DEAD_WEIGHT = (
    *(
        "script",
        "style",
        "svg",
        "noscript",
        "template",
        "iframe",
        "link",
        "meta",
        "select",
        "option",
        "button",
    ),
    *("input", "textarea", "object", "embed", "audio", "video", "canvas", "nav", "dialog"),
)
# After so many pages its caches of texts seen are emptied, so that a long run does not grow.
_PAGES_PER_RESET = 200
_pages = 0
# Beyond so many elements its time grows to seconds; no story of the pages measured has a tenth of them.
MOST_ELEMENTS = 12_000


def lightened(tree: Any) -> Any:
    """A copy of a page without scripts, menus, forms' parts and players; ``tree`` is not changed."""
    from lxml import etree

    light = copy.copy(tree)
    etree.strip_elements(light, *_DEAD_WEIGHT, with_tail=False)
    return light


def backbone(light: Any) -> list[str]:
    """The lines that trafilatura chooses of a `lightened` page, without its slower fallbacks.

    No lines for a page of more than `MOST_ELEMENTS`. ``light`` is not changed.
    """
    _forget()
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    if sum(1 for _ in islice(light.iter(), MOST_ELEMENTS + 1)) > MOST_ELEMENTS:
        return []
    found = trafilatura().bare_extraction(light, fast=True, include_comments=False)
    text = getattr(found, "text", None) or ""
    return [" ".join(line.split()) for line in text.split("\n") if line.strip()]


def _forget() -> None:
    global _pages
    _pages += 1
    if _pages % _PAGES_PER_RESET == 0:
        from trafilatura.deduplication import LRU_TEST
        from trafilatura.utils import line_processing, return_printables_and_spaces, trim

        for cached in (line_processing, return_printables_and_spaces, trim):
            cached.cache_clear()
        LRU_TEST.clear()
