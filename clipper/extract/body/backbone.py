"""tree -> the lines that trafilatura chooses: what everything else begins with."""

from __future__ import annotations

import logging
from typing import Any


def backbone(tree: Any) -> list[str]:
    """The lines of trafilatura's choice, without its slower fallbacks; changes nothing in ``tree``."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    found = trafilatura.bare_extraction(tree, fast=True, include_comments=False)
    text = getattr(found, "text", None) or ""
    return [" ".join(line.split()) for line in text.split("\n") if line.strip()]
